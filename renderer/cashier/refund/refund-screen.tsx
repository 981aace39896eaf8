import type { RefundReturnView, RefundView } from '../../../contract/refund.ts';
import type { CounterView } from '../../../contract/views.ts';
import { useClient } from '../../bridge.ts';
import { useAct } from '../../ui/act.ts';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Pane, Panes } from '../../ui/screen.tsx';
import { cardWords } from '../../words/card.ts';
import { useWords } from '../../words/language.tsx';
import { LivePanes } from '../card/live-screen.tsx';
import { TradeEvidence } from '../card/trade-evidence.tsx';
import { UnknownPane } from '../card/unknown-screen.tsx';
import { CorrectionAtWork, CorrectionOver } from './correction.tsx';
import { ExchangeGoOn } from '../exchange/exchange-go-on.tsx';
import { NotCancelled, NotReceipt, PhoneCall } from './decisions.tsx';
import { AskGoOn, AskHanded, AtWork, Over } from './questions.tsx';
import { AskReissue, CancelUnknown, ReceiptUnderWay, receiptUnderWay } from './receipt-at-terminal.tsx';
import { RefundSide } from './refund-side.tsx';
import { RestScreen } from './rest-screen.tsx';
import { useWaysOut, WaysOutButtons } from './ways-out.tsx';

export type RefundScreenProps = {
  readonly view: CounterView;
  readonly refund: RefundView;
  /** Out of it: done, or left for later. */
  readonly onLeave: (saleId: string) => void;
  /** To the sale that is on the screen behind it. */
  readonly onSale: () => void;
};

/** A refund under way: one thing at a time, each said with what it is about, and what was given back beside it. */
export function RefundScreen({ view, refund, onLeave, onSale }: RefundScreenProps) {
  const act = useAct();
  const leave = async () => {
    const left = await act('refund.leave', {});
    // Of an exchange the new sale's own questions come next.
    if (left.ok && refund.exchange !== null && view.sale.stage !== 'idle') onSale();
    else if (left.ok) onLeave(refund.saleId);
  };
  const { live, unknown } = refund;
  if (refund.stage === 'exchanging') {
    return (
      <Frame refund={refund} testId="screen-exchange-open">
        <ExchangeGoOn refund={refund} onShown={onSale} onLater={() => void leave()} />
      </Frame>
    );
  }
  if (live !== null) {
    const busy = refund.returns.find(({ standing }) => standing === 'cancelling' || standing === 'cancel-unknown') ?? refund.returns.find(({ standing }) => standing === 'rest-asked' || standing === 'rest-unknown');
    return (
      <Frame refund={refund} testId="screen-refund-live">
        <LivePanes saleId={refund.saleId} live={live} waiting={refund.waiting} amountWon={busy === undefined ? null : busy.standing.startsWith('rest') ? (busy.rest?.dueWon ?? null) : busy.chargedWon} />
      </Frame>
    );
  }
  if (unknown !== null) return <Unknown key={unknown.tradeNumber} view={view} refund={refund} onLater={() => void leave()} />;
  const at = receiptUnderWay(refund);
  if (at !== null) {
    return (
      <Frame refund={refund} testId="screen-refund-live">
        <ReceiptUnderWay saleId={refund.saleId} at={at} />
      </Frame>
    );
  }
  const ret = refund.returns.find(({ returnId }) => returnId === refund.ask?.id);
  if ((refund.ask?.ask === 'rest' || ret?.rest != null) && ret !== undefined && ret.rest !== null && ret.standing !== 'returned' && ret.standing !== 'restored') {
    return <RestScreen key={`${refund.refundId} ${ret.returnId}`} view={view} refund={refund} ret={ret} rest={ret.rest} onLater={() => void leave()} />;
  }
  return (
    <Frame refund={refund} testId="screen-refund">
      <Question key={`${refund.refundId} ${refund.ask?.ask ?? refund.stage} ${refund.ask?.id ?? ''}`} refund={refund} ret={ret} onLater={() => void leave()} />
    </Frame>
  );
}

function Frame({ refund, testId, children }: { readonly refund: RefundView; readonly testId: string; readonly children: React.ReactNode }) {
  return (
    <Panes columns={refund.ask?.ask === 'receipt-unknown' && testId === 'screen-refund' ? 'grid-cols-[22rem_minmax(0,1fr)_29rem]' : 'grid-cols-[24rem_minmax(0,1fr)_24.5rem]'} testId={testId}>
      <RefundSide refund={refund} />
      {children}
    </Panes>
  );
}

type QuestionProps = { readonly refund: RefundView; readonly ret: RefundReturnView | undefined; readonly onLater: () => void };

function Question({ refund, ret, onLater }: QuestionProps) {
  const { ask, stage } = refund;
  const corrects = refund.kind === 'receipt-correction';
  if (stage === 'done' || stage === 'called-off') return corrects ? <CorrectionOver refund={refund} onLeave={onLater} /> : <Over refund={refund} onLeave={onLater} />;
  if (ask === null && corrects) return <CorrectionAtWork refund={refund} onLater={onLater} />;
  if (ask === null) return <AtWork refund={refund} onLater={onLater} />;
  if (ask.ask === 'receipt-unknown') {
    const isKnown = refund.receipts.some(({ cancelId, terminal }) => cancelId === ask.id && terminal?.unknown != null);
    return isKnown ? <CancelUnknown refund={refund} cancelId={ask.id} onLater={onLater} /> : <AtWork refund={refund} onLater={onLater} />;
  }
  if (ask.ask === 'go-on' && stage === 'reissuing') return <AskReissue refund={refund} onLater={onLater} />;
  if (ask.ask === 'receipt') return <NotReceipt refund={refund} cancelId={ask.id} onLater={onLater} />;
  if (ret === undefined) return <AtWork refund={refund} onLater={onLater} />;
  if (ask.ask === 'handed') return <AskHanded refund={refund} ret={ret} />;
  if (ask.ask === 'go-on') return <AskGoOn refund={refund} ret={ret} onLater={onLater} />;
  if (ask.ask === 'phone' || (ask.ask === 'aside' && ret.way === 'by-phone')) return <PhoneCall refund={refund} ret={ret} onLater={onLater} />;
  return <NotCancelled refund={refund} ret={ret} onLater={onLater} />;
}

/** Evidence first: neither done nor asked again until it is known. Later is a way out, and it stays open. */
function Unknown({ view, refund, onLater }: { readonly view: CounterView; readonly refund: RefundView; readonly onLater: () => void }) {
  const cards = useWords(cardWords).unknown;
  const act = useAct();
  const client = useClient();
  const { unknown, refundId } = refund;
  const inquire = () => {
    if (unknown?.canInquire === true) void act('refund.inquire', { refundId, tradeNumber: unknown.tradeNumber });
  };
  const ret = refund.returns.find(({ returnId }) => returnId === unknown?.partId);
  const ways = useWaysOut(refund, ret, onLater);
  useKeyLayer('screen', { keys: { ...ways.keys, F6: named(cards.inquire, inquire) } });
  if (unknown === null) return null;
  return (
    <Panes columns="grid-cols-[22rem_minmax(0,1fr)_29rem]" testId="screen-refund-unknown">
      <RefundSide refund={refund} />
      <UnknownPane unknown={unknown} onInquire={inquire}>
        <WaysOutButtons ways={ways} />
      </UnknownPane>
      <Pane tone="sunk" label={cards.record} className="gap-4 border-l border-line p-5" scrolls>
        <TradeEvidence saleId={refund.saleId} unknown={unknown} offer={view.cardOffer} settle={(evidence) => client.call('refund.settle', { refundId, ...evidence })} />
      </Pane>
    </Panes>
  );
}

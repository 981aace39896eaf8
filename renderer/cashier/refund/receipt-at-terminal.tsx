/** What the card terminal does for a refund's cash receipt: cancels it, and issues again what is left of it. */
import { useId } from 'react';
import type { RefundView } from '../../../contract/refund.ts';
import type { ReceiptAtTerminal } from '../../../contract/receipts.ts';
import { useAct } from '../../ui/act.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Label, Pane, Title } from '../../ui/screen.tsx';
import { Since } from '../../ui/since.tsx';
import { Sweep } from '../../ui/sweep.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { missingWords } from '../../words/missing.ts';
import { receiptCancelWords } from '../../words/receipt-cancel.ts';
import { receiptTerminalWords } from '../../words/receipt-terminal.ts';
import { refundWords } from '../../words/refund.ts';
import type { Proof } from '../card/evidence-form.tsx';
import { PracticeKey } from '../practice/practice-key.tsx';
import { SettleAtTerminal } from '../receipt/settle-receipt.tsx';
import { useOnce } from './use-once.ts';

export type AtTerminal = { readonly what: 'cancel' | 'reissue'; readonly terminal: ReceiptAtTerminal; readonly amountWon: number; readonly identifierMasked: string };

/** What of this refund the terminal is at, or waits for it; null: nothing. */
export function receiptUnderWay({ receipts, reissue }: RefundView): AtTerminal | null {
  for (const { terminal, amountWon, identifierMasked } of receipts) if (isUnderWay(terminal)) return { what: 'cancel', terminal, amountWon, identifierMasked };
  if (reissue === null || !isUnderWay(reissue.terminal)) return null;
  const { terminal, amountWon, identifierMasked } = reissue;
  return { what: 'reissue', terminal, amountWon, identifierMasked };
}

function isUnderWay(terminal: ReceiptAtTerminal | null): terminal is ReceiptAtTerminal {
  return terminal !== null && (terminal.live !== null || terminal.behind !== null);
}

/** The terminal is at it, or at something before it: for whom we wait, and the way out while there is one. */
export function ReceiptUnderWay({ saleId, at }: { readonly saleId: string; readonly at: AtTerminal }) {
  const words = useWords(receiptCancelWords);
  const receipt = useWords(receiptTerminalWords);
  const { inquiry } = useWords(missingWords);
  const act = useAct();
  const { live, behind, tradeNumber } = at.terminal;
  // Behind another: since when the terminal is at that one.
  const since = live?.since ?? behind?.startedAt;
  const id = useId();
  const canStop = live === null || live.abort === 'possible';
  const stop = () => {
    if (canStop) void act('card.stop', { saleId, tradeNumber });
  };
  useKeyLayer('screen', { keys: canStop ? { Escape: named(live === null ? receipt.takeBack : receipt.stop, stop) } : {} });
  const wait = live === null ? receipt.behind : live.act === 'inquiry' ? receipt.inquiring : words.waitFor[live.stage];
  const meaning = live === null ? receipt.takeBackMeaning : live.act === 'inquiry' ? inquiry : canStop ? words.stopMeaning : live.abort === 'asked' ? receipt.stopping : receipt.tooLate;
  return (
    <>
      <Pane label={words.title[at.what]} className="gap-5 px-7.5 py-6.5">
        <Title>{words.title[at.what]}</Title>
        <div className="flex flex-1 flex-col justify-center gap-4">
          <Amount won={at.amountWon} size="giant" testId="receipt-amount" />
          {at.identifierMasked === '' ? null : <span className="num text-2xl font-[650]">{at.identifierMasked}</span>}
          <Sweep className="my-1" />
          <b className="text-2xl font-[700]" data-testid="receipt-wait">
            {wait}
          </b>
          <span className="num text-lg text-ink-2" data-testid="receipt-since">
            {since === undefined ? null : <Since at={since} />}
          </span>
          <span className={cx('text-lg text-ink-2', !canStop && 'invisible')}>{words.keyed}</span>
        </div>
        <Live testId="live-receipt-stage">{wait}</Live>
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        <PracticeKey className="mb-auto" />
        <Label id={id}>{meaning}</Label>
        <Button size="huge" disabled={!canStop} onPress={stop} describedBy={id} keyHint="Esc" testId="receipt-stop">
          {live === null ? receipt.takeBack : receipt.stop}
        </Button>
      </Pane>
    </>
  );
}

/** Nobody knows whether it was cancelled; null where that is not so. */
export function CancelUnknown({ refund, cancelId, onLater }: { readonly refund: RefundView; readonly cancelId: string; readonly onLater: () => void }) {
  const words = useWords(receiptCancelWords).unknown;
  const act = useAct();
  const { refundId } = refund;
  const terminal = refund.receipts.find((each) => each.cancelId === cancelId)?.terminal ?? null;
  if (terminal === null || terminal.unknown === null) return null;
  const settle = async (proof: Proof) => {
    await act('refund.receiptSettle', { refundId, cancelId, ...proof });
  };
  return (
    <SettleAtTerminal
      words={words}
      tradeNumber={terminal.tradeNumber}
      unknown={terminal.unknown}
      leaveText={words.leave}
      onLeave={onLater}
      onInquire={() => void act('refund.receiptInquire', { refundId, cancelId })}
      onSettle={settle}
    />
  );
}

/** After a restart: the receipt before is gone, and the terminal asks nobody who has left. */
export function AskReissue({ refund, onLater }: { readonly refund: RefundView; readonly onLater: () => void }) {
  const words = useWords(receiptCancelWords);
  const { later } = useWords(refundWords);
  const format = useFormat();
  const act = useAct();
  const { busy, once } = useOnce();
  const goOn = () => once(() => act('refund.goOn', { refundId: refund.refundId }));
  useKeyLayer('screen', { keys: { Escape: onLater }, onEnter: goOn });
  const won = refund.reissue?.amountWon ?? 0;
  return (
    <>
      <Pane label={words.goOn.title} className="justify-center gap-5 px-7.5 py-6.5" scrolls>
        <Title>{words.goOn.title}</Title>
        <Amount won={won} size="giant" />
        <p className="text-xl">{words.goOn.meaning}</p>
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        <Button size="large" onPress={onLater} keyHint="Esc" testId="refund-later">
          {later}
        </Button>
        <Button kind="primary" size="huge" disabled={busy} onPress={goOn} keyHint="Enter" testId="refund-go-on" className="num text-[1.3125rem]!">
          {words.goOn.yes(format.won(won))}
        </Button>
      </Pane>
    </>
  );
}

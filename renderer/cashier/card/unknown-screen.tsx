import { Fragment } from 'react';
import type { CardOfferView, TenderingView, UnknownTradeView } from '../../../contract/cards.ts';
import { useClient } from '../../bridge.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Pane, Panes } from '../../ui/screen.tsx';
import { cardWords } from '../../words/card.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { InquirySaid } from './inquiry-said.tsx';
import { TradeEvidence } from './trade-evidence.tsx';
import { TenderSide } from './tender-side.tsx';

export type UnknownScreenProps = { readonly saleId: string; readonly tendering: TenderingView; readonly unknown: UnknownTradeView; readonly offer: CardOfferView };

/** Evidence first: ask the terminal, look at its slip, ask the VAN, write down what was found. There is no key to charge again here. */
export function UnknownScreen({ saleId, tendering, unknown, offer }: UnknownScreenProps) {
  const words = useWords(cardWords).unknown;
  const act = useAct();
  const client = useClient();
  const inquire = () => {
    if (unknown.canInquire) void act('card.inquire', { saleId, tradeNumber: unknown.tradeNumber });
  };
  const putAside = () => {
    if (tendering.canPutAside) void act('sale.hold', { saleId });
  };
  useKeyLayer('screen', { keys: { F6: named(words.inquire, inquire), F4: named(words.putAside, putAside) } });
  return (
    <Panes columns="grid-cols-[19rem_1fr_31rem]" testId="screen-card-unknown">
      <TenderSide tendering={tendering} />
      <UnknownPane unknown={unknown} onInquire={inquire}>
        <Button size="large" disabled={!tendering.canPutAside} onPress={putAside} keyHint="F4" testId="unknown-put-aside">
          {words.putAside}
        </Button>
        <span className="text-ink-2">{words.putAsideMeaning}</span>
      </UnknownPane>
      <Pane tone="sunk" label={words.record} className="gap-4 border-l border-line p-5" scrolls>
        <TradeEvidence key={unknown.tradeNumber} saleId={saleId} unknown={unknown} offer={offer} settle={(evidence) => client.call('card.settle', { saleId, ...evidence })} />
      </Pane>
    </Panes>
  );
}

export type UnknownPaneProps = {
  readonly unknown: UnknownTradeView;
  readonly onInquire: () => void;
  /** The way on without an answer. */
  readonly children: React.ReactNode;
};

/** What is not known, and how to find out: of a sale's charge as of a refund's cancel. */
export function UnknownPane({ unknown, onInquire, children }: UnknownPaneProps) {
  const words = useWords(cardWords).unknown;
  const title = words.title[unknown.act];
  const noSecond = words.noSecond[unknown.act];
  return (
    <Pane label={title} className="gap-4 px-7.5 py-6.5" scrolls>
      <div className="flex flex-col gap-1.5 rounded-card border-l-4 border-bad bg-bad-soft px-5 py-4">
        <h1 className="text-[1.75rem] leading-tight font-[750] tracking-[-0.02em] text-bad">{title}</h1>
        <b className="text-xl">{noSecond}</b>
        <small className="text-[0.8125rem] text-ink-2">
          {unknown.tradeNumber} · {unknown.reason}
          {unknown.detail === '' ? '' : ` · ${unknown.detail}`}
        </small>
      </div>
      <Steps unknown={unknown} onInquire={onInquire} />
      <div className="mt-auto flex flex-col items-start gap-2">{children}</div>
      <Live urgent testId="live-unknown">{`${title} ${noSecond}`}</Live>
    </Pane>
  );
}

function Steps({ unknown, onInquire }: { readonly unknown: UnknownTradeView; readonly onInquire: () => void }) {
  const words = useWords(cardWords).unknown;
  const format = useFormat();
  const { claimed } = unknown;
  return (
    <ol aria-label={words.steps} className="grid gap-3.5">
      <Step number={1} title={words.inquire} body={unknown.canInquire || unknown.inquiries > 0 ? words.inquireMeaning : words.noInquiry}>
        <InquirySaid unknown={unknown} />
        {unknown.canInquire ? (
          <Button onPress={onInquire} keyHint="F6" testId="unknown-inquire" className="self-start">
            {words.inquire}
          </Button>
        ) : null}
      </Step>
      <Step number={2} title={words.lookAtSlip} body={words.lookAtSlipMeaning}>
        {claimed === null ? null : (
          <span className="num text-[0.9375rem] text-ink-2" data-testid="unknown-claimed">
            <span className="block">{words.claimed}</span>
            {[claimed.approvalNumber, claimed.maskedNumber, claimed.issuer, claimed.totalWon === null ? '' : format.won(claimed.totalWon)].filter((text) => text !== '').map((text, index) => (
              <Fragment key={text}>
                {index === 0 ? '' : ' · '}
                <span className="whitespace-nowrap">{text}</span>
              </Fragment>
            ))}
          </span>
        )}
      </Step>
      <Step number={3} title={words.van} body={words.vanMeaning} />
    </ol>
  );
}

function Step({ number, title, body, children }: { readonly number: number; readonly title: string; readonly body: string; readonly children?: React.ReactNode }) {
  return (
    <li className="grid grid-cols-[2.25rem_1fr] gap-x-3">
      <span aria-hidden="true" className="num grid size-9 place-items-center rounded-full bg-ink text-lg font-bold text-paper">
        {number}
      </span>
      <span className="grid gap-1.5">
        <b className="text-xl leading-9 font-[700]">{title}</b>
        <span className="text-ink-2">{body}</span>
        {children}
      </span>
    </li>
  );
}

import type { CardOfferView, TenderingView, UnknownTradeView } from '../../../contract/cards.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Pane, Panes } from '../../ui/screen.tsx';
import { cardWords } from '../../words/card.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { TenderSide } from './tender-side.tsx';

export type UnknownScreenProps = { readonly saleId: string; readonly tendering: TenderingView; readonly unknown: UnknownTradeView; readonly offer: CardOfferView };

/** Evidence first: ask the terminal, look at its slip, ask the VAN, write down what was found. There is no key to charge again here. */
export function UnknownScreen({ saleId, tendering, unknown, offer }: UnknownScreenProps) {
  const words = useWords(cardWords).unknown;
  const act = useAct();
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
      <Pane label={words.title[unknown.act]} className="gap-4 px-7.5 py-6.5" scrolls>
        <div className="flex flex-col gap-1.5 rounded-card border-l-4 border-bad bg-bad-soft px-5 py-4">
          <h1 className="text-[1.75rem] leading-tight font-[750] tracking-[-0.02em] text-bad">{words.title[unknown.act]}</h1>
          <b className="text-xl">{words.noSecond[unknown.act]}</b>
          <small className="text-[0.8125rem] text-ink-2">
            {unknown.tradeNumber} · {unknown.reason}
            {unknown.detail === '' ? '' : ` · ${unknown.detail}`}
          </small>
        </div>
        <Steps unknown={unknown} onInquire={inquire} />
        <div className="mt-auto flex flex-col items-start gap-2">
          <Button size="large" disabled={!tendering.canPutAside} onPress={putAside} keyHint="F4" testId="unknown-put-aside">
            {words.putAside}
          </Button>
          <span className="text-ink-2">{words.putAsideMeaning}</span>
        </div>
        <Live urgent testId="live-unknown">{`${words.title[unknown.act]} ${words.noSecond[unknown.act]}`}</Live>
      </Pane>
      <Pane tone="sunk" label={words.record} className="gap-4 border-l border-line p-5" scrolls>
        <EvidenceForm key={unknown.tradeNumber} saleId={saleId} unknown={unknown} offer={offer} />
      </Pane>
    </Panes>
  );
}

function Steps({ unknown, onInquire }: { readonly unknown: UnknownTradeView; readonly onInquire: () => void }) {
  const words = useWords(cardWords).unknown;
  const format = useFormat();
  const { claimed } = unknown;
  return (
    <ol aria-label={words.steps} className="grid gap-3.5">
      <Step number={1} title={words.inquire} body={unknown.canInquire || unknown.inquiries > 0 ? words.inquireMeaning : words.noInquiry}>
        {unknown.inquiries > 0 ? (
          <span className="num text-[0.9375rem] text-ink-2" data-testid="unknown-asked">
            {words.asked(unknown.inquiries)}
            {unknown.lastInquiry === null || unknown.lastInquiry === '' ? '' : ` · ${unknown.lastInquiry}`}
          </span>
        ) : null}
        {unknown.canInquire ? (
          <Button onPress={onInquire} keyHint="F6" testId="unknown-inquire" className="self-start">
            {words.inquire}
          </Button>
        ) : null}
      </Step>
      <Step number={2} title={words.lookAtSlip} body={words.lookAtSlipMeaning}>
        {claimed === null ? null : (
          <span className="num text-[0.9375rem] text-ink-2" data-testid="unknown-claimed">
            {words.claimed}: {[claimed.approvalNumber, claimed.maskedNumber, claimed.issuer, claimed.totalWon === null ? '' : format.won(claimed.totalWon)].filter((text) => text !== '').join(' · ')}
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

import { useId, useRef, useState } from 'react';
import type { RefundOfferView } from '../../../contract/refund.ts';
import { useClient } from '../../bridge.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { BackIcon } from '../../ui/icons.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Missing } from '../../ui/missing.tsx';
import { Label, Pane, Panes, Title } from '../../ui/screen.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { commonWords } from '../../words/common.ts';
import { exchangeWords } from '../../words/exchange.ts';
import { keyMapWords } from '../../words/key-map.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { MissingWords } from '../../words/missing.ts';
import { missingWords } from '../../words/missing.ts';
import { refundWords } from '../../words/refund.ts';
import { useApproval } from '../approval/use-approval.tsx';
import { ChooseWant, ExchangeHow } from '../exchange/choose-want.tsx';
import { ChooseHow } from './choose-how.tsx';
import { ChooseLines } from './choose-lines.tsx';
import { ChooseReceiptReason, ChooseReason, nextOf } from './choose-why.tsx';
import { everything, isEverything, withQuantity } from './chosen.ts';
import type { Choice } from './use-choice.ts';
import { RECEIPT_REASONS, useChoice, useOffer } from './use-choice.ts';

/** What comes back of a sale, why, and which way the money goes: nothing is begun before the last button. */
export function ChooseRefund({ saleId, onLeave, onExchange }: { readonly saleId: string; readonly onLeave: () => void; /** Goods are chosen on the sale screen now. */ readonly onExchange: () => void }) {
  const offered = useOffer(saleId);
  useKeyLayer('screen', { keys: { Escape: onLeave } });
  if (offered?.offer != null) return <Chooser offer={offered.offer} onLeave={onLeave} onExchange={onExchange} />;
  return (
    <Panes columns="grid-cols-[1fr]" testId="screen-refund-offer">
      <Pane className="items-start gap-5 p-8">
        {offered?.refusal == null ? null : <Trouble code={offered.refusal.code} detail={offered.refusal.detail} testId="refund-refused" />}
        <Leave onLeave={onLeave} />
      </Pane>
    </Panes>
  );
}

/** The line under the hand, and what its digits say: a new line begins a new number. */
function useHand({ lines }: RefundOfferView, choice: Choice) {
  const open = lines.filter((line) => line.leftQuantity > 0);
  const [at, setAt] = useState(open[0]?.lineId ?? null);
  const [fresh, setFresh] = useState(true);
  const line = open.find((each) => each.lineId === at);
  const set = (quantity: number) => {
    if (line !== undefined) choice.choose(withQuantity(choice.chosen, line, quantity));
  };
  const move = (lineId: string) => {
    setAt(lineId);
    setFresh(true);
  };
  const walk = (by: number) => {
    const next = open[Math.max(0, Math.min(open.length - 1, open.findIndex((each) => each.lineId === at) + by))];
    if (next !== undefined) move(next.lineId);
  };
  const type = (digit: string) => {
    const before = fresh || line === undefined ? 0 : (choice.chosen.get(line.lineId) ?? 0);
    setFresh(false);
    set(before * 10 + Number(digit));
  };
  return { at, move, walk, type, clear: () => set(0) };
}

function Chooser({ offer, onLeave, onExchange }: { readonly offer: RefundOfferView; readonly onLeave: () => void; readonly onExchange: () => void }) {
  const words = useWords(refundWords).choose;
  const keyWords = useWords(keyMapWords);
  const choice = useChoice(offer);
  const hand = useHand(offer, choice);
  const all = isEverything(offer.lines, choice.chosen);
  const toggleAll = () => choice.choose(all ? new Map() : everything(offer.lines));
  const begin = useBegin(offer, choice, onExchange);
  const exchange = useWords(exchangeWords);
  const hasReceipt = choice.want === 'exchange' ? offer.receipts.length > 0 : (choice.preview?.receipts.length ?? 0) > 0;
  const otherWant = () => choice.setWant(choice.want === 'refund' ? 'exchange' : 'refund');
  const nextReason = () => choice.setReason(nextOf(choice.reasons, choice.reason));
  const nextReceiptReason = () => choice.setReceiptReason(nextOf(RECEIPT_REASONS, choice.receiptReason));
  useKeyLayer('screen', {
    keys: {
      Escape: onLeave,
      ArrowUp: () => hand.walk(-1),
      ArrowDown: () => hand.walk(1),
      Delete: named(keyWords.acts.clear, hand.clear),
      F4: named(all ? words.none : words.all, toggleAll),
      F6: named(words.nextReason, nextReason),
      F8: named(exchange.otherWant, otherWant),
      ...(hasReceipt ? { F7: named(words.nextReceiptReason, nextReceiptReason) } : {}),
    },
    typed: [['0–9', words.quantity]],
    onTyped: (character) => {
      if (/^\d$/.test(character)) hand.type(character);
      return true;
    },
    onEnter: () => void begin.begin(),
  });
  return (
    <Panes columns="grid-cols-[minmax(0,1fr)_minmax(0,1fr)_22rem]" testId="screen-refund-choose">
      <Pane tone="surface" label={words.lines} className="gap-3 border-r border-line px-5 py-6">
        <header className="flex flex-none items-center justify-between gap-3">
          <Title>{words.title}</Title>
          <Button size="small" onPress={toggleAll} keyHint="F4" testId="refund-all" className="whitespace-nowrap">
            {all ? words.none : words.all}
          </Button>
        </header>
        <ChooseLines lines={offer.lines} chosen={choice.chosen} at={hand.at} onAt={hand.move} onChoose={choice.choose} />
      </Pane>
      <Pane label={words.how} className="gap-3.5 px-6 py-4.5" scrolls>
        <ChooseWant want={choice.want} onWant={choice.setWant} />
        <ChooseReason reasons={choice.reasons} reason={choice.reason} onReason={choice.setReason} />
        {hasReceipt ? <ChooseReceiptReason reason={choice.receiptReason} onReason={choice.setReceiptReason} /> : null}
        {choice.want === 'exchange' ? <ExchangeHow /> : <ChooseHow offer={offer} choice={choice} />}
      </Pane>
      <BeginSide offer={offer} choice={choice} begin={begin} onLeave={onLeave} />
      {begin.dialog}
    </Panes>
  );
}

/** Once for one press, however often it is pressed. */
function useBegin({ saleId, saleNumber }: RefundOfferView, { preview, chosen, offerLines, reason, receiptReason }: Choice, onExchange: () => void) {
  const words = useWords(refundWords);
  const format = useFormat();
  const client = useClient();
  const approval = useApproval();
  const [beginning, setBeginning] = useState(false);
  const busy = useRef(false);
  const why = reason.trim();
  const ready = preview !== null && chosen.size > 0 && [...why].length >= 2 && !beginning;
  const begin = async () => {
    if (!ready || busy.current) return;
    busy.current = true;
    setBeginning(true);
    const { kind, amountWon, shares } = preview;
    const asked = { act: kind, saleId, amountWon, reason: why, what: words.ofSale(format.saleNumber(saleNumber)) } as const;
    const common = { saleId, lines: offerLines, expectedWon: amountWon, reason: why, receiptReason };
    const begun = await approval.run(asked, (approvalId) => (kind === 'exchange' ? client.call('exchange.begin', { ...common, approvalId }) : client.call('refund.begin', { ...common, shares: [...shares], approvalId })));
    if (begun.ok && kind === 'exchange') {
      onExchange();
      return;
    }
    busy.current = false;
    setBeginning(false);
  };
  return { begin, ready, beginning, dialog: approval.dialog };
}

/** What has to be said before anything can begin, first things first; why main says no stands above it. */
function missingOf({ leftWon }: RefundOfferView, { chosen, reason, reasons, preview, refusal }: Choice, words: MissingWords): string | null {
  const why = reason.trim();
  if (leftWon === 0) return words.nothingLeft;
  if (chosen.size === 0) return words.lines;
  if (refusal !== null) return words.other;
  if ([...why].length === 0) return words.reason;
  if ([...why].length < 2 && !reasons.some((ready) => ready === why)) return words.ownReason;
  return preview === null ? words.amount : null;
}

type SideProps = { readonly offer: RefundOfferView; readonly choice: Choice; readonly begin: ReturnType<typeof useBegin>; readonly onLeave: () => void };

function BeginSide({ offer, choice, begin, onLeave }: SideProps) {
  const words = useWords(refundWords);
  const format = useFormat();
  const { preview, kind } = choice;
  const amountWon = preview?.amountWon ?? 0;
  const byPhone = preview?.returns.some(({ way }) => way === 'by-phone') === true;
  const id = useId();
  const missing = missingOf(offer, choice, useWords(missingWords));
  const text = begin.beginning ? words.choose.beginning : preview === null ? words.kind[kind] : words.choose.begin[kind](format.won(amountWon));
  return (
    <Pane tone="sunk" label={words.kind[kind]} className="gap-3 border-l border-line p-5" scrolls>
      <Label>
        {words.kind[kind]} · {words.ofSale(format.saleNumber(offer.saleNumber))}
      </Label>
      <Amount won={amountWon} size="total" tone={preview === null ? 'muted' : 'ink'} testId="refund-amount" />
      <span className="num text-ink-2">{format.dayTime(offer.soldAt)}</span>
      <Live testId="live-refund-amount">{preview === null ? '' : `${words.kind[kind]} ${format.won(amountWon)}`}</Live>
      {choice.refusal === null ? null : <Trouble code={choice.refusal.code} detail={choice.refusal.detail} tone="warn" testId="refund-refused" />}
      {offer.copiesPrinted > 0 ? (
        <p className="rounded-card border-l-4 border-warn-dot bg-warn-soft px-4 py-3 font-semibold" data-testid="refund-copies">
          {words.choose.copies(format.number(offer.copiesPrinted))}
        </p>
      ) : null}
      {byPhone ? (
        <p className="rounded-card border-l-4 border-warn-dot bg-warn-soft px-4 py-3" data-testid="refund-by-phone">
          {words.choose.phone}
        </p>
      ) : null}
      <div className="mt-auto grid gap-2.5 pt-3">
        <Leave onLeave={onLeave} />
        <Missing id={id} text={missing} />
        <Button kind="primary" size="huge" disabled={!begin.ready} onPress={() => void begin.begin()} describedBy={missing === null ? undefined : id} keyHint="Enter" testId="refund-begin" className="num px-3 text-[1.3125rem]!">
          {text}
        </Button>
      </div>
    </Pane>
  );
}

function Leave({ onLeave }: { readonly onLeave: () => void }) {
  const common = useWords(commonWords);
  return (
    <Button kind="quiet" onPress={onLeave} keyHint="Esc" testId="refund-back" className="-ml-3 self-start">
      <BackIcon />
      {common.back}
    </Button>
  );
}

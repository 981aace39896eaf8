import { useId, useState } from 'react';
import type { CardOfferView, PartView } from '../../../contract/cards.ts';
import { Amount } from '../../ui/amount.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { BackIcon } from '../../ui/icons.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Label, Pane, Panes, Rule, Title } from '../../ui/screen.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { cardWords } from '../../words/card.ts';
import { commonWords } from '../../words/common.ts';
import { keyMapWords } from '../../words/key-map.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { appendDigits, dropDigit } from '../cash/quick-amounts.ts';
import { PracticeKey } from '../practice/practice-key.tsx';
import { InstallmentChoice } from './installment-choice.tsx';
import { PartsList } from './parts-list.tsx';
import { Unsigned } from './unsigned.tsx';

export type PayScreenProps = {
  readonly totalWon: number;
  readonly leftWon: number;
  /** What was done so far, attempts among them. */
  readonly parts: readonly PartView[];
  readonly offer: CardOfferView;
  /** Null: money is held, so there is no way back to the goods. */
  readonly onLeave: (() => void) | null;
  /** Takes this much in cash. */
  readonly onCash: (amountWon: number) => void;
  /** Asks the terminal for this much, by so many months. */
  readonly onCharge: (amountWon: number, installmentMonths: number) => Promise<unknown>;
  /** What was taken goes back. */
  readonly onReturn: (partId: string) => void;
  /** By how many months it is unless she says otherwise. */
  readonly startMonths?: number;
  /** Stands where the way back would, when there is none. */
  readonly instead?: React.ReactNode;
};

/** What the card is asked for: all that is left unless she types less. Nothing is asked before Enter or the button. */
export function PayScreen(props: PayScreenProps) {
  const { totalWon, leftWon, parts, offer, onLeave } = props;
  const words = useWords(cardWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { typedWon, set, type, months, setMonths, amountWon, tooMuch, sending, charge, cash, mayCharge } = usePayment(props);
  const hintId = useId();
  const keyWords = useWords(keyMapWords);
  useKeyLayer('screen', {
    keys: {
      Escape: () => onLeave?.(),
      F8: cash,
      Backspace: () => set(dropDigit(typedWon)),
      Delete: named(keyWords.acts.clear, () => set(null)),
    },
    typed: [['0–9', words.amount]],
    onTyped: (character) => {
      if (/^\d$/.test(character)) type(character);
      return true;
    },
    onEnter: () => void charge(),
  });
  return (
    <Panes columns="grid-cols-[22.5rem_1fr_24.5rem]" testId="screen-pay">
      <Pane tone="surface" label={common.total} className="gap-1.5 border-r border-line p-6.5">
        <Label>{common.total}</Label>
        <Amount won={totalWon} size={parts.length === 0 ? 'huge' : 'large'} testId="pay-total" />
        {parts.length === 0 ? null : (
          <>
            <Rule />
            <Label>{words.left}</Label>
            <Amount won={leftWon} size="huge" testId="pay-left" />
            <Rule />
            <PartsList parts={parts} onReturn={props.onReturn} />
          </>
        )}
        <Live testId="live-left">{`${words.left} ${format.won(leftWon)}`}</Live>
        {props.instead !== undefined ? (
          props.instead
        ) : onLeave === null ? (
          <p className="mt-auto text-base text-ink-2">{words.cannotLeave}</p>
        ) : (
          <Button kind="quiet" onPress={onLeave} keyHint="Esc" testId="pay-back" className="mt-auto -ml-3 self-start">
            <BackIcon />
            {words.backToBasket}
          </Button>
        )}
      </Pane>
      <Pane label={words.title} className="gap-5 px-7.5 py-6.5" scrolls>
        <Title>{words.title}</Title>
        <Troubles parts={parts} terminal={offer.terminal} />
        <AmountField label={words.amount} typed={typedWon === null ? null : format.won(typedWon)} ghost={format.won(leftWon)} hint={tooMuch ? words.tooMuch(format.won(leftWon)) : words.amountHint} tone={tooMuch ? 'bad' : 'plain'} hintId={hintId} testId="pay-amount" />
        <PracticeKey className="order-last mt-auto" />
        <InstallmentChoice offer={offer} amountWon={amountWon} months={months} onPick={setMonths} />
      </Pane>
      <Pane tone="sunk" className="gap-2.5 border-l border-line p-5">
        <Keypad onDigits={type} onBackspace={() => set(dropDigit(typedWon))} backspaceLabel={common.erase} bundle="000" disabled={sending} className="flex-1" />
        <div className="grid flex-none gap-2.5">
          <Button kind="primary" size="huge" disabled={!mayCharge} onPress={() => void charge()} describedBy={hintId} testId="pay-charge" className="num min-h-23 px-3 text-[1.3125rem]">
            {sending ? words.asking : tooMuch || amountWon <= 0 ? words.needAmount : months === 0 ? words.charge(format.won(amountWon)) : words.chargeMonths(format.won(amountWon), words.months(format.number(months)))}
          </Button>
          <Button size="large" disabled={tooMuch || sending || amountWon <= 0} onPress={cash} describedBy={hintId} keyHint="F8" testId="pay-cash-part" className="num">
            {words.cashPart(format.won(tooMuch ? 0 : amountWon))}
          </Button>
        </div>
      </Pane>
    </Panes>
  );
}

/** What went wrong with the newest charge, with its signature, with the terminal. */
function Troubles({ parts, terminal }: { readonly parts: readonly PartView[]; readonly terminal: boolean }) {
  const failed = parts.findLast((part) => part.trouble !== null && (part.standing === 'none' || part.standing === 'taken')) ?? null;
  return (
    <>
      {failed === null || failed.trouble === null ? null : <Trouble code={failed.trouble} detail={failed.message} testId="pay-trouble" />}
      <Unsigned parts={parts} testId="pay-unsigned" />
      {terminal ? null : <Trouble code="terminal.none" tone="warn" testId="pay-no-terminal" />}
    </>
  );
}

function usePayment({ leftWon, offer, onCash, onCharge, startMonths = 0 }: PayScreenProps) {
  const [typedWon, setTypedWon] = useState<number | null>(null);
  const [months, setMonths] = useState(startMonths);
  const [sending, setSending] = useState(false);
  const amountWon = typedWon ?? leftWon;
  const tooMuch = amountWon > leftWon;
  const offered = amountWon >= offer.installmentsFromWon ? months : 0;
  const mayCharge = !sending && !tooMuch && amountWon > 0 && offer.terminal;

  const type = (digits: string) => {
    const next = appendDigits(typedWon, digits);
    if (next !== null) setTypedWon(next);
  };
  const charge = async () => {
    if (!mayCharge) return;
    setSending(true);
    await onCharge(amountWon, offered);
    setSending(false);
    setTypedWon(null);
    setMonths(startMonths);
  };
  const cash = () => {
    if (!tooMuch && amountWon > 0 && !sending) onCash(amountWon);
  };
  return { typedWon, set: setTypedWon, type, months: offered, setMonths, amountWon, tooMuch, sending, charge, cash, mayCharge };
}

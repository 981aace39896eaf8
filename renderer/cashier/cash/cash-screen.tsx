import { useState } from 'react';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { BackIcon } from '../../ui/icons.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Label, Pane, Panes, Rule, Title } from '../../ui/screen.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { keyMapWords } from '../../words/key-map.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { appendDigits, dropDigit, quickAmounts } from './quick-amounts.ts';

export type CashScreenProps = {
  /** The sale, or what of it is taken in cash. */
  readonly dueWon: number;
  /** Asks for it to be taken. */
  readonly onTake: (receivedWon: number) => Promise<{ readonly ok: boolean }>;
  /** It is taken, and there may be more to pay. */
  readonly onTaken?: () => void;
  readonly onLeave: () => void;
};

/** Taking cash: what is due, what came, what goes back. Nothing is taken until an amount has been said. */
export function CashScreen({ dueWon, onTake, onTaken, onLeave }: CashScreenProps) {
  const words = useWords(cashierWords);
  const common = useWords(commonWords);
  const [receivedWon, setReceivedWon] = useState<number | null>(dueWon === 0 ? 0 : null);
  const [tooMuch, setTooMuch] = useState(false);
  const [saving, setSaving] = useState(false);

  const set = (won: number | null) => {
    setTooMuch(false);
    setReceivedWon(won);
  };
  const type = (digits: string) => {
    const next = appendDigits(receivedWon, digits);
    setTooMuch(next === null);
    if (next !== null) setReceivedWon(next);
  };
  const enough = receivedWon !== null && receivedWon >= dueWon;
  const take = async () => {
    if (!enough || saving) return;
    setSaving(true);
    const taken = await onTake(receivedWon);
    setSaving(false);
    if (taken.ok) onTaken?.();
  };

  const keyWords = useWords(keyMapWords);
  useKeyLayer('screen', {
    keys: { Escape: onLeave, F8: named(keyWords.acts.exact, () => set(dueWon)), Backspace: () => set(dropDigit(receivedWon)), Delete: named(keyWords.acts.clear, () => set(null)) },
    typed: [['0–9', keyWords.typed.received]],
    onTyped: (character) => {
      if (/^\d$/.test(character)) type(character);
      return true;
    },
    onEnter: () => void take(),
  });

  return (
    <Panes columns="grid-cols-[22.5rem_1fr_24.5rem]" testId="screen-cash">
      <Pane tone="surface" label={words.cash.due} className="gap-1.5 border-r border-line p-6.5">
        <Label>{words.cash.due}</Label>
        <Amount won={dueWon} size="huge" testId="cash-due" />
        <Rule />
        <Label>{common.received}</Label>
        <Amount won={receivedWon ?? 0} size="large" tone={receivedWon === null ? 'muted' : 'ink'} testId="cash-received" />
        <Rule />
        <Difference dueWon={dueWon} receivedWon={receivedWon} />
        <Button kind="quiet" onPress={onLeave} keyHint="Esc" testId="cash-back" className="mt-auto -ml-3 self-start">
          <BackIcon />
          {common.back}
        </Button>
      </Pane>
      <Pane label={words.cash.quick} className="gap-4.5 px-7.5 py-6.5">
        <Title>{words.cash.title}</Title>
        <QuickAmounts dueWon={dueWon} receivedWon={receivedWon} onPick={set} />
        <output className={cx('text-base', tooMuch ? 'font-semibold text-bad' : 'text-ink-2')}>{tooMuch ? words.cash.tooMuch : words.cash.hint}</output>
      </Pane>
      <Pane tone="sunk" className="border-l border-line p-5">
        <Keypad onDigits={type} onBackspace={() => set(dropDigit(receivedWon))} backspaceLabel={common.erase} bundle="000" disabled={saving} className="flex-1">
          <TakeButton dueWon={dueWon} receivedWon={receivedWon} saving={saving} onTake={() => void take()} />
        </Keypad>
      </Pane>
    </Panes>
  );
}

function Difference({ dueWon, receivedWon }: { readonly dueWon: number; readonly receivedWon: number | null }) {
  const words = useWords(cashierWords).cash;
  const format = useFormat();
  const changeWon = (receivedWon ?? 0) - dueWon;
  const missing = receivedWon !== null && changeWon < 0;
  const shownWon = receivedWon === null ? 0 : Math.abs(changeWon);
  const label = missing ? words.missing : words.changeToGive;
  return (
    <>
      <Label>{label}</Label>
      <Amount won={shownWon} size="huge" tone={missing ? 'bad' : receivedWon === null ? 'muted' : 'ok'} testId={missing ? 'cash-missing' : 'cash-change'} />
      <Live testId="live-change">{receivedWon === null ? '' : `${label} ${format.won(shownWon)}`}</Live>
    </>
  );
}

function QuickAmounts({ dueWon, receivedWon, onPick }: { readonly dueWon: number; readonly receivedWon: number | null; readonly onPick: (won: number) => void }) {
  const words = useWords(cashierWords).cash;
  const common = useWords(commonWords);
  const format = useFormat();
  return (
    <fieldset aria-label={words.quick} className="grid min-w-0 grid-cols-2 gap-2.5" data-testid="quick-amounts">
      {quickAmounts(dueWon).map((amountWon, index) => (
        <Button
          key={amountWon}
          onPress={() => onPick(amountWon)}
          kind={amountWon === receivedWon ? 'chosen' : 'plain'}
          pressed={amountWon === receivedWon}
          keyHint={index === 0 ? 'F8' : undefined}
          testId={`quick-${amountWon}`}
          className={cx('min-h-25 px-5 text-left', index === 0 ? 'col-span-2' : 'flex-col items-start gap-1')}
        >
          <span className={cx('num text-[1.75rem] leading-tight font-[700] tracking-[-0.02em]', index === 0 && 'flex-1')}>{format.won(amountWon)}</span>
          <span className="num text-base font-medium text-ink-2">{index === 0 ? words.exact : `${common.change} ${format.number(amountWon - dueWon)}`}</span>
        </Button>
      ))}
    </fieldset>
  );
}

type TakeProps = { readonly dueWon: number; readonly receivedWon: number | null; readonly saving: boolean; readonly onTake: () => void };

/** Says what Enter will do, in won; while it can do nothing, what is missing. */
function TakeButton({ dueWon, receivedWon, saving, onTake }: TakeProps) {
  const words = useWords(cashierWords).cash;
  const format = useFormat();
  const text = () => {
    if (saving) return words.saving;
    if (receivedWon === null) return words.needAmount;
    if (receivedWon < dueWon) return words.stillMissing(format.won(dueWon - receivedWon));
    if (dueWon === 0 && receivedWon === 0) return words.nothingDue;
    return receivedWon === dueWon ? words.takeExact(format.won(receivedWon)) : words.take(format.won(receivedWon), format.won(receivedWon - dueWon));
  };
  const ready = !saving && receivedWon !== null && receivedWon >= dueWon;
  return (
    <Button kind="primary" size="huge" disabled={!ready} onPress={onTake} testId="cash-take" className="num min-h-23 px-3 text-[1.3125rem]">
      {text()}
    </Button>
  );
}

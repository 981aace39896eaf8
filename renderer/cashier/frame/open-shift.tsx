import { useState } from 'react';
import type { CounterView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { MenuIcon } from '../../ui/icons.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Label, Pane, Panes, Rule, Title } from '../../ui/screen.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { keyMapWords } from '../../words/key-map.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { appendDigits, dropDigit } from '../cash/quick-amounts.ts';

const USUAL_FLOATS_WON = [50_000, 100_000, 150_000, 200_000, 300_000, 0] as const;

/** The change in the drawer before the first sale. */
export function OpenShiftScreen({ view, onMenu }: { readonly view: CounterView; readonly onMenu: () => void }) {
  const words = useWords(cashierWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const act = useAct();
  const [floatWon, setFloatWon] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const type = (digits: string) => setFloatWon((before) => appendDigits(before, digits) ?? before);
  const open = async () => {
    if (floatWon === null || busy) return;
    setBusy(true);
    await act('shift.open', { floatWon });
    setBusy(false);
  };
  const keyWords = useWords(keyMapWords);
  useKeyLayer('screen', {
    keys: { Backspace: () => setFloatWon(dropDigit(floatWon)), Delete: named(keyWords.acts.clear, () => setFloatWon(null)), Escape: named(keyWords.acts.clear, () => setFloatWon(null)), F10: onMenu },
    typed: [['0–9', keyWords.typed.float]],
    onTyped: (character) => {
      if (/^\d$/.test(character)) type(character);
      return true;
    },
    onEnter: () => void open(),
  });
  return (
    <Panes columns="grid-cols-[22.5rem_1fr_24.5rem]" testId="screen-open-shift">
      <Pane tone="surface" label={words.shift.float} className="gap-1.5 border-r border-line p-6.5">
        <Label>
          {view.signedIn?.name} · {words.counter(view.shop.counterNumber)}
        </Label>
        <b className="text-[1.625rem] font-[750] tracking-[-0.02em]">{view.shop.name}</b>
        <Rule />
        <Label>{words.shift.float}</Label>
        <Amount won={floatWon ?? 0} size="huge" tone={floatWon === null ? 'muted' : 'ink'} testId="float" />
        <Rule />
        {view.lastClose === null ? null : <p className="num text-ink-2">{words.shift.lastCounted(format.won(view.lastClose.countedWon))}</p>}
        <Button kind="quiet" onPress={onMenu} keyHint="F10" testId="open-menu" className="mt-auto -ml-3 self-start">
          <MenuIcon />
          {words.menu.open}
        </Button>
      </Pane>
      <Pane label={words.shift.quick} className="gap-4.5 px-7.5 py-6.5">
        <Title>{words.shift.title}</Title>
        <p className="text-ink-2">{words.shift.hint}</p>
        <fieldset aria-label={words.shift.quick} className="grid min-w-0 grid-cols-2 gap-2.5">
          {USUAL_FLOATS_WON.map((amountWon) => (
            <Button
              key={amountWon}
              onPress={() => setFloatWon(amountWon)}
              kind={amountWon === floatWon ? 'chosen' : 'plain'}
              pressed={amountWon === floatWon}
              testId={`float-${amountWon}`}
              className="num min-h-25 text-[1.625rem] tracking-[-0.02em]"
            >
              {amountWon === 0 ? words.shift.none : format.won(amountWon)}
            </Button>
          ))}
        </fieldset>
      </Pane>
      <Pane tone="sunk" className="border-l border-line p-5">
        <Keypad onDigits={type} onBackspace={() => setFloatWon(dropDigit(floatWon))} backspaceLabel={common.erase} bundle="000" disabled={busy} className="flex-1">
          <Button kind="primary" size="huge" disabled={floatWon === null || busy} onPress={() => void open()} testId="open-shift" className="num px-3 text-[1.3125rem]">
            {busy ? words.shift.opening : floatWon === null ? words.shift.needFloat : words.shift.open(format.won(floatWon))}
          </Button>
        </Keypad>
      </Pane>
    </Panes>
  );
}

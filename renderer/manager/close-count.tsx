import { useId, useRef, useState } from 'react';
import { Amount } from '../ui/amount.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Keypad } from '../ui/keypad.tsx';
import { named, useKeyLayer } from '../ui/keys.ts';
import { Live } from '../ui/live.tsx';
import { Pane, Panes } from '../ui/screen.tsx';
import { Stepper } from '../ui/stepper.tsx';
import { keyMapWords } from '../words/key-map.ts';
import { useFormat, useWords } from '../words/language.tsx';
import { managerWords } from '../words/manager.ts';
import type { Count, Denomination } from './count.ts';
import { COINS_WON, countedWon, countOf, nextDenomination, NOTES_WON, stepped, withText } from './count.ts';
import { RoomHead } from './room.tsx';

export type CloseCountProps = { readonly count: Count; readonly onCount: (change: (count: Count) => Count) => void; readonly onReview: () => void; readonly onLeave: () => void };

/** Which field the digits go to, and how keys and the pad fill it. */
function useCounting({ count, onCount, onReview, onLeave }: CloseCountProps) {
  const [chosen, setChosen] = useState<Denomination>(NOTES_WON[0]);
  /** The first digit after choosing a field replaces what was there, as it would in any till. */
  const [fresh, setFresh] = useState(true);
  const fields = useRef(new Map<Denomination, HTMLInputElement>());
  const mark = (value: Denomination) => {
    setChosen(value);
    setFresh(true);
  };
  const put = (value: Denomination, text: string) => {
    setFresh(false);
    onCount((before) => withText(before, value, text));
  };
  const type = (digits: string) => put(chosen, (fresh ? '' : (count[chosen] ?? '')) + digits);
  const erase = () => put(chosen, (count[chosen] ?? '').slice(0, -1));
  const walk = (step: -1 | 1): boolean => {
    const next = nextDenomination(chosen, step);
    if (next === null) return false;
    mark(next);
    fields.current.get(next)?.focus();
    return true;
  };
  const keyWords = useWords(keyMapWords);
  useKeyLayer('screen', {
    typed: [['0–9', keyWords.typed.count]],
    enterDoes: keyWords.acts.nextPiece,
    keys: { Escape: onLeave, ArrowDown: () => void walk(1), ArrowUp: () => void walk(-1), F9: named(keyWords.acts.review, onReview), Backspace: erase },
    onTyped: (character) => {
      if (/^\d$/.test(character)) type(character);
      return true;
    },
    onEnter: () => void (walk(1) || onReview()),
  });
  const fieldRef = (value: Denomination) => (element: HTMLInputElement | null) => {
    if (element === null) fields.current.delete(value);
    else fields.current.set(value, element);
  };
  return { chosen, mark, put, type, erase, fieldRef };
}

export function CloseCount(props: CloseCountProps) {
  const { count, onCount, onReview, onLeave } = props;
  const words = useWords(managerWords).close;
  const format = useFormat();
  const { chosen, mark, put, type, erase, fieldRef } = useCounting(props);
  const sumWon = countedWon(count);
  const field = (value: Denomination) => (
    <Field
      key={value}
      value={value}
      text={count[value] ?? ''}
      chosen={value === chosen}
      onChoose={() => mark(value)}
      onText={(text) => put(value, text)}
      onStep={(by) => onCount((before) => stepped(before, value, by))}
      fieldRef={fieldRef(value)}
    />
  );
  return (
    <Panes columns="grid-cols-[minmax(0,1fr)_24.5rem]" testId="screen-close">
      <Pane label={words.title} className="gap-4 overflow-y-auto px-7.5 py-5">
        <RoomHead title={words.title} onLeave={onLeave} />
        <p className="-mt-2 text-ink-2">{words.intro}</p>
        <div className="grid flex-none grid-cols-1 gap-x-6 gap-y-4 min-[76rem]:max-h-[36rem] min-[76rem]:flex-1 min-[76rem]:grid-cols-2">
          <fieldset className="flex min-w-0 min-[76rem]:min-h-0 flex-col gap-2.5">
            <legend className="mb-2 text-[0.9375rem] font-semibold text-ink-2">{words.notes}</legend>
            {NOTES_WON.map(field)}
          </fieldset>
          <fieldset className="flex min-w-0 min-[76rem]:min-h-0 flex-col gap-2.5">
            <legend className="mb-2 text-[0.9375rem] font-semibold text-ink-2">{words.coins}</legend>
            {COINS_WON.map(field)}
          </fieldset>
        </div>
      </Pane>
      <Pane tone="sunk" label={words.keypad} className="gap-4 border-l border-line p-5 max-[76rem]:gap-3 max-[76rem]:p-4">
        <div className="flex-none rounded-card bg-surface px-5 py-3.5 max-[76rem]:py-2">
          <p className="text-ink-2">{words.counted}</p>
          <Amount won={sumWon} size="total" testId="close-sum" />
        </div>
        <Keypad onDigits={type} onBackspace={erase} backspaceLabel={words.erase} bundle="00" className="flex-1">
          <Button kind="primary" size="huge" onPress={onReview} keyHint="F9" testId="close-review" className="num px-3 text-[1.375rem]">
            {words.review(format.won(sumWon))}
          </Button>
        </Keypad>
        <Live testId="close-live">{`${words.counted} ${format.won(sumWon)}`}</Live>
      </Pane>
    </Panes>
  );
}

type FieldProps = {
  readonly value: Denomination;
  readonly text: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onText: (text: string) => void;
  readonly onStep: (by: -1 | 1) => void;
  readonly fieldRef: (element: HTMLInputElement | null) => void;
};

function Field({ value, text, chosen, onChoose, onText, onStep, fieldRef }: FieldProps) {
  const words = useWords(managerWords).close;
  const format = useFormat();
  const name = format.won(value);
  const id = useId();
  const number = text === '' ? 0 : Number(text);
  return (
    <div className={cx('num flex min-h-19 flex-1 items-center gap-2 rounded-card border bg-surface pr-3 pl-5', chosen ? 'border-accent shadow-[inset_0_0_0_0.0625rem_var(--accent)]' : 'border-line')}>
      <label htmlFor={id} className="min-w-0 flex-1 self-stretch content-center">
        <b className="block text-[1.3125rem] leading-tight font-[700] whitespace-nowrap">{name}</b>
        <span className={cx('text-[0.9375rem]', number === 0 ? 'text-ink-3' : 'font-semibold text-ink-2')} data-testid={`close-subtotal-${value}`}>
          {number === 0 ? '–' : format.won(number * value)}
        </span>
      </label>
      <Stepper
        onLess={() => onStep(-1)}
        onMore={() => onStep(1)}
        lessLabel={words.fewer(name)}
        moreLabel={words.moreOf(name)}
        lessDisabled={countOf({ [value]: text }, value) === 0}
        lessTestId={`close-less-${value}`}
        moreTestId={`close-more-${value}`}
      >
        <input
          ref={fieldRef}
          id={id}
          type="text"
          inputMode="none"
          value={text}
          placeholder="0"
          maxLength={5}
          onChange={(event) => onText(event.target.value)}
          onFocus={(event) => {
            onChoose();
            event.target.select();
          }}
          aria-label={words.denomination(name)}
          autoComplete="off"
          className="h-13 w-22 rounded-control bg-transparent text-center text-[1.75rem] font-[700] outline-none placeholder:font-medium placeholder:text-ink-3 focus-visible:outline-none"
          data-testid={`close-count-${value}`}
        />
      </Stepper>
    </div>
  );
}

import { Radio, RadioGroup } from 'react-aria-components';
import type { ReceiptPurpose } from '../../../domain/cash-receipt/identifier.ts';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { correctionWords } from '../../words/correction.ts';
import { useWords } from '../../words/language.tsx';
import type { Choice } from './choice.ts';

export type CardId = 'income-deduction' | 'expense-proof' | 'self-issue' | 'none';

export function cardOf(choice: Choice): CardId | null {
  switch (choice.kind) {
    case 'open':
      return null;
    case 'typing':
    case 'keyed':
      return choice.purpose;
    case 'none':
    case 'self-issue':
      return choice.kind;
  }
}

export type ChoiceCardsProps = {
  readonly selected: CardId | null;
  readonly mandatory: boolean;
  /** An afterwards issue has nothing to decline. */
  readonly canDecline: boolean;
  /** What stands now and is to be put right: the same answers then say what was wrong with it. */
  readonly wrong: ReceiptPurpose | null;
  /** Something else has to be read first. */
  readonly small: boolean;
  readonly onSelect: (card: CardId) => void;
};

/** Titles end and meanings begin on the same line in all of them, however many lines one needs. */
const CARD = 'row-span-2 grid grid-rows-subgrid rounded-card border bg-surface px-3.5 py-3.5 cursor-default';

/** A long word gets smaller before it would break in two. */
function titleSize(title: string, tall: boolean): string {
  const longest = Math.max(...title.split(' ').map((word) => word.length));
  if (longest > 11) return 'text-[0.9375rem]';
  return tall ? 'text-2xl tracking-[-0.02em]' : 'text-[1.1875rem]';
}

/** The question's answers, side by side and large; self-issue first where the rule proposes it. */
export function ChoiceCards({ selected, mandatory, canDecline, wrong, small, onSelect }: ChoiceCardsProps) {
  const words = useWords(cashierWords).receipt;
  const common = useWords(commonWords);
  const correction = useWords(correctionWords);
  const said = useWhatWasWrong(wrong);
  const income = { id: 'income-deduction', title: words.income, meaning: words.incomeMeaning, ...said('income-deduction'), key: '1' } as const;
  const expense = { id: 'expense-proof', title: words.expense, meaning: words.expenseMeaning, ...said('expense-proof'), key: '2' } as const;
  const self = { id: 'self-issue', title: common.purpose['self-issue'], meaning: words.selfMeaning, key: '0' } as const;
  const none = { id: 'none', title: words.none, meaning: words.noneMeaning, key: '0' } as const;
  const cards = mandatory ? [self, income, expense] : canDecline ? [income, expense, none] : [income, expense];
  const tall = selected === null && !small;
  return (
    <RadioGroup
      aria-label={wrong === null ? words.choices : correction.what}
      value={selected}
      onChange={(value) => {
        const card = cards.find(({ id }) => id === value);
        if (card !== undefined) onSelect(card.id);
      }}
      className={cx('grid flex-none gap-x-2.5 gap-y-0.5', tall ? 'min-h-52 grid-rows-2' : 'min-h-[5.25rem] grid-rows-[1fr_auto]', cards.length === 2 ? 'grid-cols-2' : 'grid-cols-3')}
      data-testid="receipt-choices"
    >
      {cards.map(({ id, title, meaning, key }) => (
        <Radio
          key={id}
          value={id}
          className={cx(CARD, 'border-line data-selected:border-accent data-selected:bg-accent-soft data-selected:shadow-[inset_0_0_0_0.0625rem_var(--accent)] data-pressed:bg-accent-soft')}
          data-testid={`choice-${id}`}
        >
          <b className={cx('self-end leading-tight font-bold', titleSize(title, tall))}>{title}</b>
          <span className="flex items-start justify-between gap-2">
            <span className="text-[0.9375rem] text-ink-2">{meaning}</span>
            <Kbd>{key}</Kbd>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** The number where the kind stays, the kind where it does not. */
function useWhatWasWrong(wrong: ReceiptPurpose | null): (purpose: ReceiptPurpose) => { readonly title: string; readonly meaning: string } | null {
  const words = useWords(correctionWords);
  const common = useWords(commonWords);
  if (wrong === null) return () => null;
  return (purpose) => {
    if (purpose === wrong) return { title: words.number, meaning: words.numberMeaning(common.purpose[purpose]) };
    return { title: wrong === 'self-issue' ? words.nobody : words.kind, meaning: words.kindMeaning(common.purpose[purpose]) };
  };
}

import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import type { HistoryFilters, SaleSearchView } from '../../../contract/history.ts';
import { readDay } from '../../../domain/history/search.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Pick } from '../../ui/pick.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { DayChoice } from '../../words/history.ts';
import { historyWords } from '../../words/history.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { ALL_SALES, choiceOf, daysOf } from './list.ts';

type FilterSheetProps = {
  readonly search: SaleSearchView;
  readonly today: string;
  readonly cashiers: HistoryFilters['cashiers'];
  readonly onChange: (over: Partial<SaleSearchView>) => void;
  readonly onClose: () => void;
};

const DAY_CHOICES: readonly DayChoice[] = ['all', 'today', 'yesterday', 'week', 'month', 'chosen'];
const TENDERS = ['all', 'cash', 'card'] as const;
const MAX_DAY_CHARS = 12;
const STATES = ['all', 'open-cases', 'refunds'] as const;

/** The list beside it follows every choice. */
export function FilterSheet({ search, today, cashiers, onChange, onClose }: FilterSheetProps) {
  const words = useWords(historyWords);
  const choice = choiceOf(search.days, today);
  const clear = () => onChange({ ...ALL_SALES, text: search.text });
  return (
    <Dialog kind="sheet" title={words.filters} onClose={onClose} testId="filter-sheet" onEnter={onClose}>
      <Group title={words.days}>
        <Segments
          label={words.days}
          value={choice}
          className="flex-wrap"
          options={DAY_CHOICES.map((id) => ({ id, content: words.daysOf[id], testId: `days-${id}` }))}
          onChange={(next) => onChange({ days: daysOf(next, today, search.days) })}
        />
        {search.days === null ? null : (
          <div className="grid grid-cols-2 gap-3">
            <DayField label={words.from} value={search.days.from} today={today} onDay={(from) => onChange({ days: { from, to: search.days?.to ?? from } })} testId="days-from" />
            <DayField label={words.to} value={search.days.to} today={today} onDay={(to) => onChange({ days: { from: search.days?.from ?? to, to } })} testId="days-to" />
          </div>
        )}
      </Group>
      <Group title={words.tender}>
        <Segments label={words.tender} value={search.tender ?? 'all'} options={TENDERS.map((id) => ({ id, content: words.tenderOf[id], testId: `tender-${id}` }))} onChange={(id) => onChange({ tender: id === 'all' ? null : id })} />
      </Group>
      <Group title={words.state}>
        <Segments label={words.state} value={search.only ?? 'all'} className="flex-wrap" options={STATES.map((id) => ({ id, content: words.stateOf[id], testId: `state-${id}` }))} onChange={(id) => onChange({ only: id === 'all' ? null : id })} />
      </Group>
      <Pick
        label={words.cashier}
        value={search.cashierId ?? ''}
        options={[{ id: '', text: words.cashierAll }, ...cashiers.map(({ userId, name }) => ({ id: userId, text: name }))]}
        onPick={(userId) => onChange({ cashierId: userId === '' ? null : userId })}
        testId="filter-cashier-pick"
      />
      <div className="mt-2 grid grid-cols-[1fr_1.4fr] gap-2.5">
        <Button size="large" kind="quiet" onPress={clear} testId="filters-clear">
          {words.filtersClear}
        </Button>
        <Button size="large" kind="primary" onPress={onClose} keyHint="Enter" testId="filters-done">
          {words.filtersDone}
        </Button>
      </div>
    </Dialog>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2.5 border-b border-sunk pb-4">
      <h3 className="text-[0.9375rem] font-semibold text-ink-2">{title}</h3>
      {children}
    </section>
  );
}

type DayFieldProps = { readonly label: string; readonly value: string; readonly today: string; readonly onDay: (day: string) => void; readonly testId: string };

/** Typed as days are written here, not as the machine's locale has them; what it was taken for stands beneath. */
function DayField({ label, value, today, onDay, testId }: DayFieldProps) {
  const words = useWords(historyWords);
  const format = useFormat();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const unread = typed !== null && readDay(typed.trim(), today) === null;
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-[0.9375rem] text-ink-2">
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        value={typed ?? value}
        maxLength={MAX_DAY_CHARS}
        aria-invalid={unread}
        aria-describedby={`${id}-read`}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          const day = readDay(event.target.value.trim(), today);
          if (day !== null) onDay(day);
        }}
        onBlur={() => setTyped(null)}
        className={cx('num min-h-12 w-full min-w-0 rounded-control border bg-surface px-3 text-[1.0625rem] text-ink outline-none focus:border-accent', unread ? 'border-warn-dot' : 'border-line-strong')}
        data-testid={testId}
      />
      <span id={`${id}-read`} className="num text-[0.9375rem] text-ink-2">
        {unread ? words.dayForm : format.longDay(value)}
      </span>
    </div>
  );
}

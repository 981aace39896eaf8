import type { HistoryFilters, SaleSearchView } from '../../../contract/history.ts';
import { Button } from '../../ui/button.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { historyWords } from '../../words/history.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { choiceOf } from './list.ts';

type FilterChipsProps = {
  readonly search: SaleSearchView;
  readonly today: string;
  readonly filters: HistoryFilters;
  readonly onChange: (over: Partial<SaleSearchView>) => void;
  readonly onChoose: () => void;
};

const chip = 'rounded-full! px-3.5! num';

/** What the list is narrowed by, each taken away with one touch; and what is unfinished, one touch away. */
export function FilterChips({ search, today, filters, onChange, onChoose }: FilterChipsProps) {
  const words = useWords(historyWords);
  const format = useFormat();
  const days = useDaysText(search.days, today);
  const cashier = filters.cashiers.find(({ userId }) => userId === search.cashierId)?.name ?? search.cashierId;
  const set: readonly (readonly [id: string, text: string | null, without: Partial<SaleSearchView>])[] = [
    ['days', days, { days: null }],
    ['tender', search.tender === null ? null : words.tenderOf[search.tender], { tender: null }],
    ['cashier', cashier, { cashierId: null }],
    ['only', search.only === null ? null : words.stateOf[search.only], { only: null }],
  ];
  return (
    <div className="flex flex-wrap gap-1.5">
      <Button size="small" onPress={onChoose} keyHint="F4" testId="history-filters" className={chip}>
        {words.filters}
      </Button>
      {set.map(([id, text, without]) =>
        text === null ? null : (
          <Button key={id} kind="chosen" size="small" onPress={() => onChange(without)} label={words.removeFilter(text)} testId={`filter-${id}`} className={chip}>
            {text}
            <CloseIcon />
          </Button>
        ),
      )}
      {search.only !== null || filters.openSales === 0 ? null : (
        <Button size="small" onPress={() => onChange({ only: 'open-cases' })} testId="history-open-cases" className={chip}>
          {words.open(format.number(filters.openSales))}
        </Button>
      )}
    </div>
  );
}

function useDaysText(days: SaleSearchView['days'], today: string): string | null {
  const words = useWords(historyWords);
  const format = useFormat();
  if (days === null) return null;
  const choice = choiceOf(days, today);
  if (choice !== 'chosen') return words.daysOf[choice];
  return words.daysShown(format.longDay(days.from), format.longDay(days.to));
}

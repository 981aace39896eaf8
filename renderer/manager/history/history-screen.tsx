import { useRef, useState } from 'react';
import type { SaleSearchView } from '../../../contract/history.ts';
import { MAX_SEARCH_CHARS } from '../../../domain/history/search.ts';
import { seoulDay } from '../../../domain/seoul-time.ts';
import { CorrectReceipt } from '../../cashier/receipt/correct-receipt.tsx';
import { ChooseRefund } from '../../cashier/refund/choose-screen.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { useNow } from '../../ui/now.ts';
import { Pane, Panes } from '../../ui/screen.tsx';
import { historyWords } from '../../words/history.ts';
import { useWords } from '../../words/language.tsx';
import type { RoomProps } from '../room.tsx';
import { RoomHead } from '../room.tsx';
import { SearchField } from '../search-field.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterSheet } from './filter-sheet.tsx';
import { FoundRows } from './found-rows.tsx';
import { LaterReceipt } from './later-receipt.tsx';
import { ALL_SALES, neighbour } from './list.ts';
import { SaleDetailsPane } from './sale-details.tsx';
import { slipVersionOf } from './slip-pane.tsx';
import { TimelineScreen } from './timeline-screen.tsx';
import { useFilters, useFound } from './use-found.ts';
import { useSale } from './use-sale.ts';
import { wrongReceiptOf } from './wrong-receipt.ts';

const PAGE_ROWS = 8;

/** Every sale there was, newest first; one of them in full, and what can still be done for it. */
export function HistoryScreen({ view, start, onLeave }: RoomProps & { /** The sale to begin with; null for the newest. */ readonly start: string | null }) {
  const words = useWords(historyWords);
  const today = seoulDay(new Date(useNow(60_000)).toISOString());
  const [search, setSearch] = useState<SaleSearchView>(ALL_SALES);
  const [choosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<string | null>(start);
  /** What is open over the chosen sale. */
  const [over, setOver] = useState<'issue' | 'correct' | 'tell' | null>(null);
  const [refunding, setRefunding] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const found = useFound(search, view.revision);
  const filters = useFilters(view.revision);
  const rows = found.rows ?? [];
  // Until one is chosen the newest is: it is the one people come for.
  const saleId = chosen ?? rows[0]?.saleId ?? null;
  const sale = useSale(saleId, view.revision);
  const change = (over: Partial<SaleSearchView>) => {
    setSearch((before) => ({ ...before, ...over }));
    setChosen(null);
    setOver(null);
  };
  const find = (text: string) => change({ text: text.slice(0, MAX_SEARCH_CHARS) });
  const choose = (id: string | null) => {
    if (id === null) return;
    setChosen(id);
    setOver(null);
  };
  const walk = (step: number) => {
    const next = neighbour(rows, saleId, step);
    if (step > 0 && next === rows.at(-1)?.saleId) found.loadMore();
    choose(next);
  };
  const close = () => setOver(null);
  const wrong = over === 'correct' && sale?.details != null ? wrongReceiptOf(sale.details) : null;
  const later = over === 'issue' && sale?.details?.row.canIssue === true ? sale.details : null;

  useKeyLayer('screen', {
    typed: [['A–Z 0–9', words.search]],
    keys: {
      ArrowUp: () => walk(-1),
      ArrowDown: () => walk(1),
      PageUp: named(words.list, () => walk(-PAGE_ROWS)),
      PageDown: named(words.list, () => walk(PAGE_ROWS)),
      F4: named(words.filters, () => setChoosing(true)),
      Escape: () => (search.text === '' ? onLeave() : find('')),
    },
    onTyped: (character) => {
      find(search.text + character);
      field.current?.focus();
      return true;
    },
  });
  if (over === 'tell' && sale?.details != null) return <TimelineScreen saleId={sale.saleId} saleNumber={sale.details.row.saleNumber} revision={view.revision} slipVersion={slipVersionOf(sale.details)} onLeave={close} />;
  if (wrong !== null && sale?.details != null) return <CorrectReceipt view={view} row={sale.details.row} wrong={wrong} onLeave={close} />;
  if (refunding !== null) return <ChooseRefund saleId={refunding} onLeave={() => setRefunding(null)} onExchange={onLeave} />;
  if (later !== null) return <LaterReceipt view={view} details={later} onLeave={close} />;
  return (
    <Panes columns="grid-cols-[24rem_minmax(0,1fr)] min-[76rem]:grid-cols-[28rem_minmax(0,1fr)]" testId="screen-history">
      <Pane tone="surface" label={words.title} className="border-r border-line pt-4">
        <div className="flex flex-none flex-col gap-3 px-5 pb-3">
          <RoomHead title={words.title} escElsewhere={search.text !== ''} onLeave={onLeave} />
          <SearchField ref={field} value={search.text} onChange={find} label={words.search} clearLabel={words.clearSearch} testId="history-search" />
          <FilterChips search={search} today={today} filters={filters} onChange={change} onChoose={() => setChoosing(true)} />
        </div>
        <FoundRows found={found} search={search} today={today} saleId={saleId} onChoose={choose} />
      </Pane>
      <SaleDetailsPane view={view} sale={sale} empty={saleId === null && found.rows !== null} searching={search.text !== ''} onIssue={() => setOver('issue')} onTell={() => setOver('tell')} onCorrect={() => setOver('correct')} onRefund={() => setRefunding(saleId)} onSale={choose} />
      {choosing ? <FilterSheet search={search} today={today} cashiers={filters.cashiers} onChange={change} onClose={() => setChoosing(false)} /> : null}
    </Panes>
  );
}

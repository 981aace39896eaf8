import { useRef, useState } from 'react';
import { seoulDay } from '../../domain/seoul-time.ts';
import { useNow } from '../ui/now.ts';
import { Pane, Panes } from '../ui/screen.tsx';
import { useKeyLayer } from '../ui/keys.ts';
import { useFormat, useWords } from '../words/language.tsx';
import { managerWords } from '../words/manager.ts';
import { LaterReceipt } from './later-receipt.tsx';
import type { RoomProps } from './room.tsx';
import { RoomHead } from './room.tsx';
import { SaleDetailsPane } from './sale-details.tsx';
import { findSales, neighbour } from './sale-list.ts';
import { SaleRows } from './sale-rows.tsx';
import { SearchField } from './search-field.tsx';
import { useSale, useToday } from './use-today.ts';

/** Today's sales, one of them in full, and what can still be done for it. */
export function TodayScreen({ view, start, onLeave }: RoomProps & { /** The sale to begin with; null for the newest. */ readonly start: string | null }) {
  const words = useWords(managerWords).today;
  const format = useFormat();
  const nowMs = useNow(60_000);
  const today = useToday(view.revision);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(start);
  const [issuing, setIssuing] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const rows = today.rows === null ? null : findSales(today.rows, text);
  // Until one is chosen the newest is: it is the one people come for.
  const saleId = chosen ?? today.rows?.[0]?.saleId ?? null;
  const sale = useSale(saleId, view.revision);
  const choose = (id: string | null) => {
    if (id === null) return;
    setChosen(id);
    setIssuing(false);
  };
  // After midnight the list is still that of the day that was opened.
  const asideOf = (shown: string) => (today.businessDay === null || today.businessDay === seoulDay(new Date(nowMs).toISOString()) ? shown : `${format.day(`${today.businessDay}T12:00:00+09:00`)} · ${shown}`);
  const later = issuing && sale?.details?.row.canIssue === true ? sale.details : null;

  useKeyLayer('screen', {
    typed: [['A–Z 0–9', words.search]],
    keys: {
      ArrowUp: () => choose(neighbour(rows ?? [], saleId, -1)),
      ArrowDown: () => choose(neighbour(rows ?? [], saleId, 1)),
      Escape: () => (text === '' ? onLeave() : setText('')),
    },
    onTyped: (character) => {
      setText((before) => before + character);
      search.current?.focus();
      return true;
    },
  });
  if (later !== null) return <LaterReceipt view={view} details={later} onLeave={() => setIssuing(false)} />;
  return (
    <Panes columns="grid-cols-[24rem_minmax(0,1fr)] min-[76rem]:grid-cols-[28rem_minmax(0,1fr)]" testId="screen-today">
      <Pane tone="surface" label={words.title} className="gap-3 border-r border-line pt-4">
        <div className="flex flex-none flex-col gap-3 px-5">
          <RoomHead title={words.title} {...(rows === null ? {} : { aside: asideOf(words.shown(format.number(rows.length) + (today.more ? '+' : ''), rows.length)) })} onLeave={onLeave} />
          <SearchField ref={search} value={text} onChange={setText} label={words.search} clearLabel={words.clearSearch} testId="today-search" />
        </div>
        <SaleRows today={today} rows={rows} text={text} saleId={saleId} onChoose={choose} />
      </Pane>
      <SaleDetailsPane sale={sale} empty={today.rows?.length === 0} onIssue={() => setIssuing(true)} />
    </Panes>
  );
}

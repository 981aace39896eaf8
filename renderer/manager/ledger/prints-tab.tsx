import { useEffect, useRef, useState } from 'react';
import type { LedgerPerson, LedgerRow } from '../../../contract/ledger.ts';
import { seoulDay } from '../../../domain/seoul-time.ts';
import { Button } from '../../ui/button.tsx';
import { Dot } from '../../ui/dot.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { ListRow } from '../../ui/list-row.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { useNow } from '../../ui/now.ts';
import { Label, Pane, Panes } from '../../ui/screen.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { commonWords } from '../../words/common.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { LedgerKept, LedgerSpan } from '../../words/ledger.ts';
import { ledgerWords } from '../../words/ledger.ts';
import { managerWords } from '../../words/manager.ts';
import { usePrintHow } from '../history/print-timeline.tsx';
import { usePrintName } from '../history/sale-papers.tsx';
import { RoomHead } from '../room.tsx';
import { printSign } from '../signs.ts';
import type { TabProps } from './ledger-screen.tsx';
import { SpanChoice } from './span-choice.tsx';
import { beside, daysOfSpan, SPANS } from './spans.ts';
import type { FoundPrints } from './use-prints.ts';
import { usePrints } from './use-prints.ts';

const KEPT: readonly LedgerKept[] = ['again', 'in-doubt', 'all'];
const PAGE_ROWS = 8;

/** Slips printed again: how often by whom at the left, each with its reason and its leave at the right. */
export function PrintsTab({ view, tabs, onTurn, onLeave, onSale }: TabProps) {
  const words = useWords(ledgerWords);
  const today = seoulDay(new Date(useNow(60_000)).toISOString());
  const [span, setSpan] = useState<LedgerSpan>('today');
  const [kept, setKept] = useState<LedgerKept>('again');
  const [person, setPerson] = useState<LedgerPerson | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const found = usePrints({ ...daysOfSpan(span, today), kept, userId: person?.userId ?? null }, view.revision);
  const rows = found.rows ?? [];
  const row = rows.find(({ seq }) => seq === chosen) ?? rows[0] ?? null;
  const walk = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, rows.findIndex(({ seq }) => seq === row?.seq) + by));
    if (by > 0 && next >= rows.length - 1) found.loadMore();
    setChosen(rows[next]?.seq ?? null);
  };
  const nextPerson = () => {
    setPerson(personAfter(found.people, person));
    setChosen(null);
  };
  const openSale = row?.saleId == null ? null : () => onSale(row.saleId ?? '');
  useKeyLayer('screen', {
    keys: {
      ArrowUp: () => walk(-1),
      ArrowDown: () => walk(1),
      PageUp: named(words.list, () => walk(-PAGE_ROWS)),
      PageDown: named(words.list, () => walk(PAGE_ROWS)),
      ArrowLeft: named(words.days, () => setSpan(beside(SPANS, span, -1))),
      ArrowRight: named(words.days, () => setSpan(beside(SPANS, span, 1))),
      F4: named(words.turn, onTurn),
      F6: named(words.nextPerson, nextPerson),
      F7: named(words.which, () => setKept(beside(KEPT, kept, 1))),
      Escape: onLeave,
      ...(openSale === null ? {} : { F3: named(words.openSale, openSale) }),
    },
    ...(openSale === null ? {} : { onEnter: openSale }),
  });
  return (
    <Panes columns="grid-cols-[24rem_minmax(0,1fr)] min-[76rem]:grid-cols-[28rem_minmax(0,1fr)]" testId="screen-ledger-prints">
      <Pane tone="surface" label={words.menu} className="gap-3 border-r border-line px-5 pt-4 pb-5" scrolls>
        <RoomHead title={words.menu} onLeave={onLeave} />
        <span className="flex flex-wrap items-center gap-2">
          {tabs}
          <Kbd>F4</Kbd>
        </span>
        <SpanChoice span={span} of="ledger" onChange={setSpan} />
        <span className="mt-2 flex items-center gap-2">
          <Label>{words.people}</Label>
          <Kbd>F6</Kbd>
        </span>
        <People people={found.people} chosen={person?.userId ?? null} onChoose={setPerson} />
      </Pane>
      <Pane label={words.list} className="pt-4">
        <span className="flex flex-none flex-wrap items-center gap-2 px-5 pb-3">
          <Segments label={words.which} value={kept} options={KEPT.map((id) => ({ id, content: words.kept[id], testId: `ledger-kept-${id}` }))} onChange={setKept} />
          <Kbd>F7</Kbd>
          {openSale === null ? null : (
            <Button size="small" onPress={openSale} keyHint="Enter" testId="ledger-open-sale" className="ml-auto">
              {words.openSale}
            </Button>
          )}
        </span>
        <Rows found={found} chosen={row?.seq ?? null} onChoose={setChosen} />
      </Pane>
    </Panes>
  );
}

/** Everyone, then each by name, and round again. */
function personAfter(people: readonly LedgerPerson[], person: LedgerPerson | null): LedgerPerson | null {
  const all = [null, ...people.filter(({ userId }) => userId !== null)];
  return beside(all, all.find((each) => each?.userId === person?.userId) ?? null, 1);
}

function People({ people, chosen, onChoose }: { readonly people: readonly LedgerPerson[]; readonly chosen: string | null; readonly onChoose: (person: LedgerPerson | null) => void }) {
  const words = useWords(ledgerWords);
  const format = useFormat();
  const sum = (of: (person: LedgerPerson) => number) => people.reduce((total, person) => total + of(person), 0);
  const all: LedgerPerson = { userId: null, name: words.everyone, slips: sum(({ slips }) => slips), again: sum(({ again }) => again), inDoubt: sum(({ inDoubt }) => inDoubt) };
  const line = (person: LedgerPerson) => (
    <>
      <b className="text-[1.125rem] font-semibold">{person.name === '' ? words.nobody : person.name}</b>
      <span className="text-right">
        {words.counts(format.number(person.again), format.number(person.slips))}
        {person.inDoubt === 0 ? null : <span className="block text-[0.9375rem] font-semibold text-warn">{words.inDoubt(format.number(person.inDoubt))}</span>}
      </span>
    </>
  );
  return (
    <ul aria-label={words.people} className="-mx-5 border-t border-line">
      <li>
        <ListRow onPress={() => onChoose(null)} chosen={chosen === null} columns="grid-cols-[minmax(0,1fr)_auto]" testId="ledger-everyone">
          {line(all)}
        </ListRow>
      </li>
      {people.map((person) => (
        <li key={person.userId ?? ''}>
          {person.userId === null ? (
            <div className="num grid min-h-18 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-b border-sunk px-5 py-2.5 text-ink-2">{line(person)}</div>
          ) : (
            <ListRow onPress={() => onChoose(person)} chosen={chosen === person.userId} columns="grid-cols-[minmax(0,1fr)_auto]" testId={`ledger-person-${person.userId}`}>
              {line(person)}
            </ListRow>
          )}
        </li>
      ))}
    </ul>
  );
}

function Rows({ found, chosen, onChoose }: { readonly found: FoundPrints; readonly chosen: number | null; readonly onChoose: (seq: number) => void }) {
  const words = useWords(ledgerWords);
  const { loading } = useWords(managerWords);
  const { rows, refusal } = found;
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no clean-up.
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto border-t border-line" data-testid="ledger-list">
      {refusal === null ? null : (
        <div className="p-5">
          <Trouble code={refusal.code} detail={refusal.detail} testId="ledger-refused" />
        </div>
      )}
      {rows === null && refusal === null ? <p className="px-5 py-4 text-ink-2">{loading}</p> : null}
      {rows?.length === 0 ? <Nothing title={words.none} hint={words.noneHint} testId="ledger-none" /> : null}
      <ol>
        {(rows ?? []).map((row) => (
          <li key={row.seq} ref={row.seq === chosen ? here : null} className="[contain-intrinsic-size:auto_4.75rem] [content-visibility:auto]">
            <Row row={row} chosen={row.seq === chosen} onChoose={() => onChoose(row.seq)} />
          </li>
        ))}
      </ol>
      {found.more ? (
        <Button onPress={found.loadMore} testId="ledger-more" className="m-4 flex-none">
          {words.more}
        </Button>
      ) : found.full ? (
        <p className="px-5 py-4 text-ink-2">{words.tooMany}</p>
      ) : null}
    </div>
  );
}

function Row({ row, chosen, onChoose }: { readonly row: LedgerRow; readonly chosen: boolean; readonly onChoose: () => void }) {
  const words = useWords(ledgerWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const name = usePrintName();
  const how = usePrintHow(row);
  return (
    <ListRow onPress={onChoose} chosen={chosen} columns="grid-cols-[minmax(0,1fr)_auto]" className="min-h-19 gap-y-0.5" testId={`ledger-row-${row.saleNumber ?? 'none'}`}>
      <b className="truncate text-[1.125rem] font-semibold">
        {name(row)} <span className="font-medium text-ink-2">{row.saleNumber === null ? words.noSale : words.ofSale(format.saleNumber(row.saleNumber))}</span>
      </b>
      <span className="flex items-center gap-1.75">
        <Dot state={printSign(row.state)} />
        {common.printState[row.state]}
      </span>
      <span className="col-span-2 text-[0.9375rem] text-ink-2">{[format.dayTime(row.createdAt), ...how].join(' · ')}</span>
    </ListRow>
  );
}

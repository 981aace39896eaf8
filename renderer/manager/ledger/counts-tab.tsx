import { useEffect, useState } from 'react';
import type { DrawerCountView } from '../../../contract/ledger.ts';
import { seoulDay } from '../../../domain/seoul-time.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Nothing } from '../../ui/nothing.tsx';
import { useNow } from '../../ui/now.ts';
import { Pane, Panes } from '../../ui/screen.tsx';
import type { Column } from '../../ui/table.tsx';
import { Table } from '../../ui/table.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import type { DrawerCountWords } from '../../words/drawer-counts.ts';
import { drawerCountWords } from '../../words/drawer-counts.ts';
import type { Format } from '../../words/format.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { LedgerSpan } from '../../words/ledger.ts';
import { ledgerWords } from '../../words/ledger.ts';
import type { ManagerWords } from '../../words/manager.ts';
import { managerWords } from '../../words/manager.ts';
import { useReasonText } from '../../words/reasons.ts';
import { staffWords } from '../../words/staff.ts';
import { RoomHead } from '../room.tsx';
import type { TabProps } from './ledger-screen.tsx';
import { SpanChoice } from './span-choice.tsx';
import { beside, daysOfSpan, SPANS } from './spans.ts';

/** What was counted in the drawer: each close, and each count before it that was too far off, made before anybody was told how far. */
export function CountsTab({ view, tabs, onTurn, onLeave }: TabProps) {
  const ledger = useWords(ledgerWords);
  const words = useWords(drawerCountWords);
  const { loading } = useWords(managerWords);
  const today = seoulDay(new Date(useNow(60_000)).toISOString());
  const [span, setSpan] = useState<LedgerSpan>('week');
  const { rows, more, refusal } = useCounts(daysOfSpan(span, today), view.revision);
  useKeyLayer('screen', {
    keys: {
      ArrowLeft: named(ledger.days, () => setSpan(beside(SPANS, span, -1))),
      ArrowRight: named(ledger.days, () => setSpan(beside(SPANS, span, 1))),
      F4: named(ledger.turn, onTurn),
      Escape: onLeave,
    },
  });
  return (
    <Panes columns="grid-cols-1" testId="screen-ledger-counts">
      <Pane className="gap-3 px-7.5 py-4">
        <RoomHead title={ledger.menu} onLeave={onLeave} />
        <div className="flex flex-none flex-wrap items-center gap-x-8 gap-y-2">
          <span className="flex flex-wrap items-center gap-2">
            {tabs}
            <Kbd>F4</Kbd>
          </span>
          <SpanChoice span={span} of="counts" onChange={setSpan} />
        </div>
        <p className="flex-none text-ink-2">{words.meaning}</p>
        {refusal === null ? null : <Trouble code={refusal.code} detail={refusal.detail} testId="counts-refused" />}
        {rows === null ? refusal === null ? <p className="text-ink-2">{loading}</p> : null : rows.length === 0 ? <Nothing title={words.none} hint={words.noneHint} testId="counts-none" /> : <CountsTable rows={rows} />}
        {more ? <p className="flex-none text-ink-2">{words.more}</p> : null}
      </Pane>
    </Panes>
  );
}

function CountsTable({ rows }: { readonly rows: readonly DrawerCountView[] }) {
  const ledger = useWords(ledgerWords);
  const words = useWords(drawerCountWords);
  const { closed } = useWords(managerWords);
  const format = useFormat();
  return (
    <div tabIndex={0} className="min-h-0 flex-1 overflow-y-auto rounded-card border border-line bg-surface px-2 -outline-offset-2! cramped:overflow-visible">
      <Table caption={ledger.tab.counts} columns={columnsOf(words, closed, format)} rows={rows} rowKey={({ seq }) => String(seq)} empty={words.none} testId="counts-table" />
    </div>
  );
}

function columnsOf(words: DrawerCountWords, { counted, expected, difference }: ManagerWords['closed'], format: Format): readonly Column<DrawerCountView>[] {
  return [
    { id: 'time', title: words.when, cell: ({ at }) => <span className="whitespace-nowrap">{format.dayTime(at)}</span> },
    { id: 'who', title: words.who, cell: ({ actor }) => actor?.name ?? '' },
    { id: 'what', title: words.what, cell: ({ kind, zNumber }) => (kind === 'closed' ? <b className="font-semibold whitespace-nowrap">{words.closed(String(zNumber ?? ''))}</b> : words.blind) },
    { id: 'counted', title: counted, kind: 'number', cell: ({ countedWon }) => <Won won={countedWon} /> },
    { id: 'expected', title: expected, kind: 'number', cell: ({ expectedWon }) => <Won won={expectedWon} /> },
    { id: 'difference', title: difference, kind: 'number', cell: ({ differenceWon }) => <Difference won={differenceWon} /> },
    { id: 'why', title: words.why, cell: (row) => <Why row={row} /> },
  ];
}

function Won({ won }: { readonly won: number }) {
  const format = useFormat();
  return <span className="whitespace-nowrap">{format.won(won)}</span>;
}

function Difference({ won }: { readonly won: number }) {
  const format = useFormat();
  return <b className={cx('font-semibold whitespace-nowrap', won < 0 && 'text-bad')}>{won > 0 ? `+${format.won(won)}` : format.won(won)}</b>;
}

/** Of a close: why it was closed over, and who said yes. Of a count before it: what became of it. */
function Why({ row }: { readonly row: DrawerCountView }) {
  const words = useWords(drawerCountWords);
  const acts = useWords(staffWords).acts;
  const reasonOf = useReasonText();
  const { kind, countedWon, closedWon, allowed, reason, approver, alone } = row;
  if (kind === 'counted') return closedWon === null ? words.notClosed : closedWon === countedWon ? words.asCounted : <b className="font-semibold text-warn">{words.recounted}</b>;
  if (allowed === null) return <span className="text-ink-3">{words.within}</span>;
  const yes = allowed === 'by-right' ? acts.ownRight : alone ? acts.approvedAlone : acts.approvedBy(approver?.name ?? '');
  return [reason === null ? [] : [reasonOf(reason)], yes].flat().join(' · ');
}

type Loaded = { readonly key: string; readonly rows: readonly DrawerCountView[]; readonly more: boolean };

/** Of these days; asked for again when something was done at the counter. */
function useCounts({ from, to }: { readonly from: string; readonly to: string }, revision: number): { readonly rows: readonly DrawerCountView[] | null; readonly more: boolean; readonly refusal: CallRefusal | null } {
  const client = useClient();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const key = `${from} ${to}`;
  useEffect(() => {
    let current = true;
    void client.call('ledger.counts', { from, to }).then((result) => {
      if (!current) return;
      setRefusal(result.ok ? null : result);
      if (result.ok) setLoaded({ key, ...result.res });
    });
    return () => {
      current = false;
    };
  }, [client, key, from, to, revision]);
  const here = loaded?.key === key ? loaded : null;
  return { rows: here?.rows ?? null, more: here?.more ?? false, refusal };
}

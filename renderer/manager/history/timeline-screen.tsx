import { useEffect, useState } from 'react';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import type { TimelineEntryView } from '../../../contract/timeline.ts';
import { TIMELINE_GROUPS, type TimelineGroup } from '../../../domain/history/timeline.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Nothing } from '../../ui/nothing.tsx';
import { Pane, Panes } from '../../ui/screen.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { historyWords } from '../../words/history.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import { timelineWords } from '../../words/timeline.ts';
import { RoomHead } from '../room.tsx';
import { SlipPane } from './slip-pane.tsx';
import { TimelineRows } from './timeline-rows.tsx';

const GROUPS = ['all', ...TIMELINE_GROUPS] as const;
type Group = TimelineGroup | 'all';
const PAGE_ENTRIES = 100;
/** As many as anybody reads at once; the groups lead to the rest. */
const MAX_ENTRIES = 2_000;
const PAGE_ROWS = 8;

export type TimelineScreenProps = { readonly saleId: string; readonly saleNumber: number; readonly revision: number; readonly slipVersion: string; readonly onLeave: () => void };

/** Everything that happened to one sale, in its order, with who and by whose leave; beside it the paper that came of it. */
export function TimelineScreen({ saleId, saleNumber, revision, slipVersion, onLeave }: TimelineScreenProps) {
  const words = useWords(timelineWords);
  const { loading } = useWords(managerWords);
  const history = useWords(historyWords);
  const format = useFormat();
  const [group, setGroup] = useState<Group>('all');
  const [chosen, setChosen] = useState<number | null>(null);
  const tale = useTimeline(saleId, group, revision);
  const { entries } = tale;
  const at = (entries ?? []).findIndex(({ seq }) => seq === chosen);
  const walk = (by: number) => {
    const rows = entries ?? [];
    const next = Math.max(0, Math.min(rows.length - 1, at === -1 ? (by > 0 ? 0 : rows.length - 1) : at + by));
    if (by > 0 && next >= rows.length - 1) tale.loadMore();
    setChosen(rows[next]?.seq ?? null);
  };
  const choose = (next: Group) => {
    setGroup(next);
    setChosen(null);
  };
  const turn = (by: number) => {
    const next = GROUPS[(GROUPS.indexOf(group) + by + GROUPS.length) % GROUPS.length];
    if (next !== undefined) choose(next);
  };
  useKeyLayer('screen', {
    keys: {
      ArrowUp: () => walk(-1),
      ArrowDown: () => walk(1),
      PageUp: named(history.list, () => walk(-PAGE_ROWS)),
      PageDown: named(history.list, () => walk(PAGE_ROWS)),
      ArrowLeft: named(words.next, () => turn(-1)),
      ArrowRight: named(words.next, () => turn(1)),
      Escape: onLeave,
    },
  });
  return (
    <Panes columns="grid-cols-[minmax(0,1fr)_22rem]" testId="screen-timeline">
      <Pane tone="surface" label={words.title(format.saleNumber(saleNumber))} className="pt-4">
        <div className="flex flex-none flex-col gap-3 px-5 pb-3">
          <RoomHead title={words.title(format.saleNumber(saleNumber))} aside={tale.total === null ? '' : words.count(format.number(tale.total))} onLeave={onLeave} />
          <div className="flex flex-wrap items-center gap-2">
            <Segments label={words.next} value={group} options={GROUPS.map((id) => ({ id, content: words.group[id], testId: `timeline-${id}` }))} onChange={choose} className="flex-wrap" />
            <Kbd>← →</Kbd>
          </div>
        </div>
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto border-t border-line pb-7 fade-end" data-testid="timeline">
          {tale.refusal === null ? null : (
            <div className="p-5">
              <Trouble code={tale.refusal.code} detail={tale.refusal.detail} testId="timeline-refused" />
            </div>
          )}
          {entries === null && tale.refusal === null ? <p className="px-5 py-4 text-ink-2">{loading}</p> : null}
          {entries === null ? null : entries.length === 0 ? <Nothing title={words.none} hint={words.noneHint} testId="timeline-none" /> : <TimelineRows entries={entries} chosen={chosen} onChoose={setChosen} />}
          {tale.more ? (
            <Button onPress={tale.loadMore} testId="timeline-more" className="m-4 flex-none">
              {words.more}
            </Button>
          ) : null}
          {tale.cut && !tale.more ? <p className="px-5 py-4 text-warn">{words.cut}</p> : null}
        </div>
      </Pane>
      <SlipPane saleId={saleId} saleNumber={saleNumber} version={slipVersion} />
    </Panes>
  );
}

type Tale = {
  readonly entries: readonly TimelineEntryView[] | null;
  readonly total: number | null;
  readonly cut: boolean;
  readonly more: boolean;
  readonly refusal: CallRefusal | null;
  readonly loadMore: () => void;
};
type Loaded = { readonly key: string; readonly entries: readonly TimelineEntryView[]; readonly total: number; readonly cut: boolean };

/** As far as it was asked for; read again when main has news. */
function useTimeline(saleId: string, group: Group, revision: number): Tale {
  const client = useClient();
  const [wanted, setWanted] = useState({ key: '', entries: PAGE_ENTRIES });
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const key = `${saleId} ${group}`;
  const count = wanted.key === key ? wanted.entries : PAGE_ENTRIES;
  useEffect(() => {
    let current = true;
    const read = async () => {
      const entries: TimelineEntryView[] = [];
      for (;;) {
        const result = await client.call('history.timeline', { saleId, group: group === 'all' ? null : group, skip: entries.length, limit: PAGE_ENTRIES });
        if (!current) return;
        setRefusal(result.ok ? null : result);
        if (!result.ok) return;
        entries.push(...result.res.entries);
        const { total, cut } = result.res;
        if (entries.length >= Math.min(count, total) || result.res.entries.length === 0) {
          setLoaded({ key, entries, total, cut });
          return;
        }
      }
    };
    void read();
    return () => {
      current = false;
    };
  }, [client, saleId, group, key, count, revision]);
  const here = loaded?.key === key ? loaded : null;
  const more = here !== null && here.entries.length < Math.min(here.total, MAX_ENTRIES);
  return {
    entries: here?.entries ?? null,
    total: here?.total ?? null,
    cut: here !== null && (here.cut || here.total > MAX_ENTRIES),
    more,
    refusal,
    loadMore: () => {
      if (more) setWanted({ key, entries: here.entries.length + PAGE_ENTRIES });
    },
  };
}

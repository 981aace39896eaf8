import { useState } from 'react';
import type { SpecialActView } from '../../../contract/people.ts';
import { Button } from '../../ui/button.tsx';
import { Dot } from '../../ui/dot.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Nothing } from '../../ui/nothing.tsx';
import { Pane, Panes } from '../../ui/screen.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { Column } from '../../ui/table.tsx';
import { Table } from '../../ui/table.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import { peopleWords } from '../../words/people.ts';
import { usePrintingChangeText } from '../../words/printing-change.ts';
import { useReasonText } from '../../words/reasons.ts';
import { staffWords } from '../../words/staff.ts';
import type { RoomProps } from '../room.tsx';
import { RoomHead } from '../room.tsx';
import { useActs } from './use-acts.ts';

const FILTERS = ['all', 'approved', 'byRight', 'refused'] as const;
type Filter = (typeof FILTERS)[number];
const SHOWN = { all: null, approved: 'approved', byRight: 'by-right', refused: 'refused' } as const satisfies Record<Filter, SpecialActView['outcome'] | null>;

/** What was done or tried today that others must ask for: who, what, why, how much, and who said yes. */
export function ActsScreen({ view, onSale, onLeave }: RoomProps & { readonly onSale: (saleId: string) => void }) {
  const words = useWords(staffWords).acts;
  const { loading } = useWords(managerWords);
  const format = useFormat();
  const { acts, more, refusal, loadMore } = useActs(view.revision);
  const [filter, setFilter] = useState<Filter>('all');
  const shown = acts?.filter(({ outcome }) => SHOWN[filter] === null || outcome === SHOWN[filter]) ?? null;
  const walk = (by: -1 | 1) => setFilter(FILTERS[(FILTERS.indexOf(filter) + by + FILTERS.length) % FILTERS.length] ?? 'all');
  useKeyLayer('screen', { keys: { Escape: onLeave, ArrowLeft: named(words.filter, () => walk(-1)), ArrowRight: named(words.filter, () => walk(1)) } });
  return (
    <Panes columns="grid-cols-1" testId="screen-acts">
      <Pane className="gap-4 px-7.5 py-4">
        <RoomHead title={words.title} aside={shown === null ? words.about : `${words.about} · ${words.count(format.number(shown.length) + (more ? '+' : ''))}`} onLeave={onLeave} />
        <Segments label={words.filter} value={filter} options={FILTERS.map((id) => ({ id, content: words[id], testId: `acts-${id}` }))} onChange={setFilter} className="flex-none flex-wrap" />
        {refusal === null ? null : <Trouble code={refusal.code} detail={refusal.detail} testId="acts-refused" />}
        {shown === null ? refusal === null ? <p className="text-ink-2">{loading}</p> : null : shown.length === 0 ? <Nothing title={words.empty} hint={words.emptyHint} testId="acts-none" /> : <ActsTable acts={shown} onSale={onSale} />}
        {more ? (
          <Button onPress={loadMore} testId="acts-more" className="flex-none self-start">
            {words.more}
          </Button>
        ) : null}
      </Pane>
    </Panes>
  );
}

function ActsTable({ acts, onSale }: { readonly acts: readonly SpecialActView[]; readonly onSale: (saleId: string) => void }) {
  const words = useWords(staffWords).acts;
  const names = useWords(peopleWords).act;
  const format = useFormat();
  const reasonOf = useReasonText();
  const columns = columnsOf({ words, names, format, reasonOf, onSale });
  return (
    <div tabIndex={0} className="min-h-0 flex-1 overflow-y-auto rounded-card border border-line bg-surface px-2 -outline-offset-2! cramped:overflow-visible">
      <Table caption={words.title} columns={columns} rows={acts} rowKey={({ seq }) => String(seq)} empty={words.empty} testId="acts-table" />
    </div>
  );
}

type Said = {
  readonly words: (typeof staffWords)['ko']['acts'];
  readonly names: (typeof peopleWords)['ko']['act'];
  readonly format: ReturnType<typeof useFormat>;
  readonly reasonOf: (reason: string) => string;
  readonly onSale: (saleId: string) => void;
};

function columnsOf({ words, names, format, reasonOf, onSale }: Said): readonly Column<SpecialActView>[] {
  return [
    { id: 'time', title: words.time, cell: ({ at }) => format.time(at) },
    { id: 'who', title: words.who, cell: ({ actor }) => actor?.name ?? '' },
    { id: 'what', title: words.what, cell: (act) => <What act={act} name={names[act.act]} onSale={onSale} /> },
    { id: 'why', title: words.why, cell: ({ reason }) => (reason === null ? <span className="text-ink-3">{words.noReason}</span> : reasonOf(reason)) },
    { id: 'amount', title: words.amount, kind: 'number', cell: ({ amountWon }) => (amountWon === null ? '' : format.won(amountWon)) },
    { id: 'outcome', title: words.outcome, cell: (act) => <Outcome act={act} /> },
  ];
}

function What({ act, name, onSale }: { readonly act: SpecialActView; readonly name: string; readonly onSale: (saleId: string) => void }) {
  const format = useFormat();
  const changeText = usePrintingChangeText();
  const { saleId, saleNumber, change } = act;
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      {name}
      {change === null ? null : <span className="text-ink-2">{changeText(change)}</span>}
      {saleId === null || saleNumber === null ? null : (
        <Button kind="quiet" size="small" onPress={() => onSale(saleId)} testId={`act-sale-${act.seq}`} className="num -my-3.5 px-2.5! text-accent!">
          {format.saleNumber(saleNumber)}
        </Button>
      )}
    </span>
  );
}

function Outcome({ act: { outcome, approver, alone, refusal } }: { readonly act: SpecialActView }) {
  const words = useWords(staffWords).acts;
  const said = outcome === 'refused' ? words.refusal[refusal ?? 'unknown'] : outcome === 'by-right' ? words.ownRight : alone ? words.approvedAlone : words.approvedBy(approver?.name ?? '');
  return (
    <span className="flex items-center gap-2">
      <Dot state={outcome === 'refused' ? 'down' : outcome === 'by-right' ? 'checking' : 'ok'} />
      {said}
    </span>
  );
}

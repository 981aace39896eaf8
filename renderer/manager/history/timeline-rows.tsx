import { useEffect, useRef } from 'react';
import type { TimelineEntryView } from '../../../contract/timeline.ts';
import { TIMELINE_WHATS } from '../../../domain/history/timeline.ts';
import { seoulDay } from '../../../domain/seoul-time.ts';
import type { DotState } from '../../ui/dot.tsx';
import { Dot } from '../../ui/dot.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { cardWords } from '../../words/card.ts';
import { commonWords } from '../../words/common.ts';
import { useFailureWords, useFormat, useWords } from '../../words/language.tsx';
import { peopleWords } from '../../words/people.ts';
import { useReasonText } from '../../words/reasons.ts';
import { refundWords } from '../../words/refund.ts';
import { reprintWords } from '../../words/reprint.ts';
import { timelineWords } from '../../words/timeline.ts';

type RowsProps = { readonly entries: readonly TimelineEntryView[]; readonly chosen: number | null; readonly onChoose: (seq: number) => void };

/** What a person should stop at: red what came to nothing, amber what nobody knew. */
const SIGNS: Partial<Record<TimelineEntryView['what'], DotState>> = {
  declined: 'down', 'not-sent': 'down', 'receipt-refused': 'down', 'receipt-rejected': 'down', 'print-failed': 'down', 'approval-refused': 'down', failure: 'warning',
  'trade-unknown': 'warning', 'trade-restarted': 'warning', 'inquiry-nothing': 'warning', 'receipt-unknown': 'warning', 'receipt-waits': 'warning', 'print-unknown': 'warning', 'fact-differed': 'warning', 'stray-opened': 'warning',
  'charge-approved': 'ok', 'cancel-approved': 'ok', 'cash-paid': 'ok', 'receipt-issued': 'ok', 'receipt-confirmed': 'ok', 'print-confirmed': 'ok', signed: 'ok', 'refund-cash-handed': 'ok',
};

export function TimelineRows({ entries, chosen, onChoose }: RowsProps) {
  const format = useFormat();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no clean-up.
    row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const days = entries.map(({ at }) => seoulDay(at));
  return (
    <ol>
      {entries.map((entry, index) => (
        <li key={entry.seq} ref={entry.seq === chosen ? row : null} className="scroll-mt-10 [contain-intrinsic-size:auto_3.75rem] [content-visibility:auto]">
          {days[index] === days[index - 1] ? null : <h2 className="num flex min-h-9 items-center border-b border-sunk bg-sunk px-5 text-[0.9375rem] font-semibold text-ink-2">{format.day(entry.at)}</h2>}
          <Row entry={entry} chosen={entry.seq === chosen} onChoose={() => onChoose(entry.seq)} />
        </li>
      ))}
    </ol>
  );
}

function Row({ entry, chosen, onChoose }: { readonly entry: TimelineEntryView; readonly chosen: boolean; readonly onChoose: () => void }) {
  const words = useWords(timelineWords);
  const format = useFormat();
  const facts = useFacts(entry);
  const who = [entry.by === undefined ? (entry.actor ?? words.byItself) : entry.by === 'cashier' ? (entry.actor ?? words.by.cashier) : words.by[entry.by], entry.approver === null ? '' : words.approvedBy(entry.approver)];
  const sign = SIGNS[entry.what];
  return (
    <ListRow onPress={onChoose} chosen={chosen} columns="grid-cols-[5.25rem_0.5625rem_minmax(0,1fr)_auto]" className="min-h-15! py-1.5!" testId={`timeline-row-${entry.what}`}>
      <span className="text-ink-2">{format.clock(entry.at)}</span>
      {sign === undefined ? <span /> : <Dot state={sign} />}
      <span className="grid min-w-0 gap-0.5">
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2.5">
          <b className="font-semibold">{words.what[entry.what]}</b>
          {facts.main === '' ? null : <span>{facts.main}</span>}
        </span>
        {facts.more === '' ? null : <span className="text-[0.9375rem] text-ink-2">{facts.more}</span>}
      </span>
      <span className="text-right text-[0.9375rem] text-ink-2" data-group={TIMELINE_WHATS[entry.what]}>
        {who.filter((part) => part !== '').join(' · ')}
      </span>
    </ListRow>
  );
}

/** What it was about in one line, and the small print of it in another. */
function useFacts(entry: TimelineEntryView): { readonly main: string; readonly more: string } {
  const words = useWords(timelineWords);
  const common = useWords(commonWords);
  const people = useWords(peopleWords);
  const refund = useWords(refundWords);
  const { ledger } = useWords(reprintWords);
  const { sources } = useWords(cardWords).unknown;
  const failureWords = useFailureWords();
  const reasonOf = useReasonText();
  const format = useFormat();
  const { quantity, what, won } = entry;
  // A line that is rung up is told with the price of one.
  const each = what === 'line-added' && quantity !== undefined && quantity > 1 && won !== undefined ? words.each(format.number(quantity), format.won(won)) : null;
  const counted = quantity === undefined || (what === 'line-added' && won !== undefined) ? '' : what === 'slip-queued' ? (quantity > 1 ? words.copy(format.number(quantity)) : '') : words.times(format.number(quantity));
  const main = [
    entry.refund === undefined ? '' : refund.kind[entry.refund],
    entry.act === undefined ? '' : people.act[entry.act],
    entry.purpose === undefined ? '' : common.purpose[entry.purpose],
    entry.name ?? '',
    counted,
    each ?? (won === undefined ? '' : format.won(won)),
    entry.failure === undefined ? '' : failureWords(entry.failure).what,
    entry.settled === undefined ? '' : ledger.settled[entry.settled],
  ];
  const more = [
    entry.receivedWon === undefined ? '' : words.received(format.won(entry.receivedWon)),
    entry.months === undefined || entry.months === 0 ? '' : words.months(format.number(entry.months)),
    entry.number === undefined || entry.number === '' ? '' : words.approval(entry.number),
    entry.print === undefined ? '' : ledger.reason[entry.print],
    entry.source === undefined ? '' : words.source(sources[entry.source]),
    entry.reason === undefined ? '' : words.reason(reasonOf(entry.reason)),
    entry.detail ?? '',
  ];
  return { main: main.filter((part) => part !== '').join(' · '), more: more.filter((part) => part !== '').join(' · ') };
}

/** Every print and attempt of a sale in the order of time: what, why, who, by whose leave, how it went, and what of it customers have. */
import type { CallAnswer } from '../../../contract/calls.ts';
import type { PrintRow } from '../../../contract/prints.ts';
import { Dot } from '../../ui/dot.tsx';
import { commonWords } from '../../words/common.ts';
import { useFormat, useFailureWords, useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import { reprintWords } from '../../words/reprint.ts';
import { printSign } from '../signs.ts';
import { usePrintName } from './sale-papers.tsx';

type PrintTimelineProps = { readonly prints: readonly PrintRow[]; readonly papersOut: CallAnswer<'history.sale'>['papersOut'] };

export function PrintTimeline({ prints, papersOut }: PrintTimelineProps) {
  const words = useWords(managerWords).sale;
  const ledger = useWords(reprintWords).ledger;
  const format = useFormat();
  if (prints.length === 0) return <p className="py-2.5 text-ink-2">{words.noPrints}</p>;
  return (
    <>
      <ol>
        {prints.map((print) => (
          <Print key={print.jobId} print={print} />
        ))}
      </ol>
      {papersOut.copies === 0 ? null : (
        <p className="py-2.5 text-[0.9375rem]" data-testid="papers-out">
          <b className="num font-semibold">{ledger.out(format.number(papersOut.originals), format.number(papersOut.copies))}</b>
          {papersOut.alarm ? <span className="block text-warn">{ledger.outAlarm}</span> : null}
        </p>
      )}
    </>
  );
}

function Print({ print }: { readonly print: PrintRow }) {
  const common = useWords(commonWords);
  const failureWords = useFailureWords();
  const format = useFormat();
  const name = usePrintName();
  const how = usePrintHow(print);
  return (
    <li className="num flex flex-wrap items-baseline gap-x-3 border-b border-sunk py-2.5 last:border-0" data-testid={`print-${print.state}`}>
      <span className="text-ink-2">{format.clock(print.createdAt)}</span>
      <b className="font-semibold">{name(print)}</b>
      <span className="ml-auto flex items-center gap-1.75">
        <Dot state={printSign(print.state)} />
        {common.printState[print.state]}
      </span>
      {how.length === 0 ? null : (
        <span className="w-full text-[0.9375rem] text-ink-2" data-testid="print-how">
          {how.join(' · ')}
        </span>
      )}
      {print.failure === null ? null : <span className="w-full text-[0.9375rem] font-semibold text-warn">{failureWords(print.failure).what}</span>}
      <Settled print={print} />
    </li>
  );
}

/** Why, who, by whose leave, what the customer was asked, and where it went when not to the usual place. */
export function usePrintHow({ kind, reason, copyKind, printer, askedBy, approvedBy, fact }: PrintRow): readonly string[] {
  const { ledger, fact: facts } = useWords(reprintWords);
  if (kind === 'drawer') return askedBy === null ? [] : [ledger.by(askedBy)];
  const parts = [
    ledger.reason[reason],
    copyKind === 'merchant' ? ledger.merchant : null,
    printer === 'second' && reason !== 'other-printer' ? ledger.second : null,
    askedBy === null ? ledger.byItself : ledger.by(askedBy),
    approvedBy === null ? null : ledger.approvedBy(approvedBy),
    fact === null ? null : ledger.fact(facts.kinds[fact].name),
  ];
  return parts.filter((part) => part !== null);
}

function Settled({ print: { settled } }: { readonly print: PrintRow }) {
  const { ledger } = useWords(reprintWords);
  const common = useWords(commonWords);
  if (settled === null) return null;
  const by = settled.by === null ? '' : ` · ${ledger.settledBy(settled.by)}`;
  return <span className="w-full text-[0.9375rem] font-semibold" data-testid="print-settled">{`${common.printState[settled.was]} → ${ledger.settled[settled.how]}${by}`}</span>;
}

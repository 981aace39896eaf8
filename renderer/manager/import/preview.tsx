import type { ImportView } from '../../../contract/views.ts';
import { isLineProblem, lineProblemWords } from '../../../domain/catalogue/import/problem-words.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Live } from '../../ui/live.tsx';
import { catalogueWords } from '../../words/catalogue.ts';
import { importWords } from '../../words/import.ts';
import { useFormat, useLanguage, useWords } from '../../words/language.tsx';

type Plan = NonNullable<ImportView['plan']>;
const KINDS = ['added', 'changed', 'same', 'skipped', 'bad'] as const;

type PreviewProps = { readonly list: ImportView; readonly toTake: number; readonly onTake: () => void; readonly onChoose: () => void };

/** What would happen, before it does: how many, the first of them as they will be, and every line that cannot be taken. */
export function ImportPreview({ list, toTake, onTake, onChoose }: PreviewProps) {
  const words = useWords(importWords);
  const format = useFormat();
  const { plan } = list;
  const says = plan === null ? words.mappingNeeded : toTake === 0 ? words.nothing : words.take(format.number(toTake));
  return (
    <>
      {plan === null ? (
        <p className="m-auto max-w-[36rem] px-8 text-center text-xl text-balance" data-testid="import-mapping-needed">
          {words.mappingNeeded}
        </p>
      ) : (
        // Scrolled by keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div tabIndex={0} role="group" aria-label={words.preview} className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-7.5 pt-5 pb-7 fade-end -outline-offset-2!">
          <Counts plan={plan} />
          {plan.samples.length === 0 ? null : <Samples plan={plan} />}
          {plan.faults.length === 0 ? null : <Faults plan={plan} />}
        </div>
      )}
      <footer className="flex flex-none items-center gap-3 border-t border-line px-7.5 py-4 cramped:sticky cramped:bottom-0 cramped:bg-paper">
        <Button kind="primary" size="large" disabled={toTake === 0} onPress={onTake} keyHint="Enter" testId="import-take" className="num min-w-72">
          {plan === null ? words.mappingFirst : says}
        </Button>
        <Button kind="quiet" size="large" onPress={onChoose} keyHint="F6" testId="import-choose">
          {words.chooseOther}
        </Button>
      </footer>
      <Live testId="import-live">{says}</Live>
    </>
  );
}

function Counts({ plan }: { readonly plan: Plan }) {
  const words = useWords(importWords);
  const format = useFormat();
  return (
    <dl className="grid grid-cols-5 gap-2.5" data-testid="import-counts">
      {KINDS.map((kind) => (
        <div key={kind} className={cx('flex flex-col-reverse rounded-card border px-4 py-3', kind === 'bad' && plan.counts.bad > 0 ? 'border-warn-dot bg-warn-soft' : 'border-line bg-surface')}>
          <dt className="text-[0.9375rem] leading-tight text-ink-2">{words.what[kind]}</dt>
          <dd className={cx('num m-0 text-[1.75rem] leading-tight font-[750] tracking-[-0.02em]', plan.counts[kind] === 0 && 'text-ink-3')} data-testid={`import-count-${kind}`}>
            {format.number(plan.counts[kind])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** So that the first bad line is in sight. */
const FEWER_SAMPLES = 6;
const CELL = 'truncate py-2 pr-4';

function Samples({ plan }: { readonly plan: Plan }) {
  const words = useWords(importWords);
  const catalogue = useWords(catalogueWords);
  const format = useFormat();
  return (
    <section className="flex flex-col gap-1.5">
      <b className="font-[700]">{words.preview}</b>
      <table className="num w-full table-fixed border-collapse text-left text-[1rem]" data-testid="import-samples">
        <thead className="text-[0.875rem] text-ink-2">
          <tr className="border-b border-line">
            <th className="w-14 py-1.5 pr-4 font-medium">{words.line}</th>
            <th className="py-1.5 pr-4 font-medium">{words.field.name}</th>
            <th className="w-36 py-1.5 pr-4 font-medium">{words.field.barcode}</th>
            <th className="w-30 py-1.5 pr-4 text-right font-medium">{words.field.price}</th>
            <th className="w-32 py-1.5 pr-4 pl-4 font-medium">{words.field.tax}</th>
            <th className="w-28 py-1.5 pr-4 font-medium">{words.field.category}</th>
            <th className="w-22 py-1.5 font-medium">{words.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {plan.samples.slice(0, plan.faults.length > 0 ? FEWER_SAMPLES : plan.samples.length).map((row) => (
            <tr key={row.line} className="border-b border-sunk" data-testid="import-sample">
              <td className={cx(CELL, 'text-ink-2')}>{row.line}</td>
              <td data-may-shorten className={cx(CELL, 'font-semibold')}>{row.name}</td>
              <td className={CELL}>{row.barcode === '' ? '–' : row.barcode}</td>
              <td className={cx(CELL, 'text-right font-semibold')}>
                {format.won(row.priceWon)}
                {row.byWeight ? <span className="font-normal text-ink-2">/{words.per100g}</span> : null}
              </td>
              <td className={cx(CELL, 'pl-4')}>{catalogue.taxClass[row.taxClass]}</td>
              <td data-may-shorten className={CELL}>{row.category}</td>
              <td className="py-2 text-[0.875rem] text-ink-2">{words.what[row.what]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Faults({ plan }: { readonly plan: Plan }) {
  const words = useWords(importWords);
  const format = useFormat();
  const language = useLanguage();
  return (
    <section className="flex flex-col gap-2">
      <div>
        <b className="font-[700] text-warn">{words.faults(format.number(plan.counts.bad))}</b>
        <span className="block text-[0.9375rem] text-ink-2">{words.faultsHint}</span>
      </div>
      <ul className="flex flex-col">
        {plan.faults.map(({ line, field, problem, value }) => {
          const said = isLineProblem(problem) ? lineProblemWords(problem, language) : { why: problem, next: '' };
          return (
            <li key={line} className="num grid grid-cols-[6rem_8rem_minmax(0,1fr)] gap-x-4 border-b border-sunk py-2" data-testid="import-fault" data-problem={problem}>
              <span className="text-ink-2">{words.ofLine(format.number(line))}</span>
              <span className="min-w-0">
                <span className="block">{field === null ? '' : words.field[field]}</span>
                <span className="block truncate text-[0.9375rem] text-bad">{value === '' ? '–' : value}</span>
              </span>
              <span>
                {said.why} <span className="text-ink-2">{said.next}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

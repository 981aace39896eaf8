import { useEffect, useState } from 'react';
import type { MeterReportView, MeterRowView } from '../../../contract/meter.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Pane, Panes } from '../../ui/screen.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import type { MeterMeasure } from '../../words/meter.ts';
import { meterWords } from '../../words/meter.ts';
import type { RoomProps } from '../room.tsx';
import { RoomHead } from '../room.tsx';
import { MeterChart } from './meter-chart.tsx';
import { isTime, MEASURES, shownValue } from './meter-values.ts';

/** How much work a sale is: today, the last four weeks, and by person. One measure at a time. */
export function MeterScreen({ view, onLeave }: RoomProps) {
  const words = useWords(meterWords);
  const { loading } = useWords(managerWords);
  const { report, refusal } = useMeterReport(view.lastSale?.saleId ?? null);
  const [measure, setMeasure] = useState<MeterMeasure>('presses');
  const walk = (by: -1 | 1) => setMeasure(MEASURES[(MEASURES.indexOf(measure) + by + MEASURES.length) % MEASURES.length] ?? 'presses');
  useKeyLayer('screen', { keys: { Escape: onLeave, ArrowLeft: named(words.choose, () => walk(-1)), ArrowRight: named(words.choose, () => walk(1)) } });
  return (
    <Panes columns="grid-cols-1" testId="screen-meter">
      <Pane className="gap-4 px-7.5 py-4">
        <RoomHead title={words.title} aside={words.about} onLeave={onLeave} />
        <div className="flex flex-none flex-wrap items-center gap-x-5 gap-y-2">
          <Segments label={words.choose} value={measure} options={MEASURES.map((id) => ({ id, content: words.measure[id], testId: `measure-${id}` }))} onChange={setMeasure} className="flex-wrap" />
          <p className="text-ink-2">{words.meaning[measure]}</p>
        </div>
        {refusal === null ? null : <Trouble code={refusal.code} detail={refusal.detail} testId="meter-refused" />}
        {report === null ? refusal === null ? <p className="text-ink-2">{loading}</p> : null : <Measured report={report} measure={measure} />}
      </Pane>
    </Panes>
  );
}

function Measured({ report, measure }: { readonly report: MeterReportView; readonly measure: MeterMeasure }) {
  const words = useWords(meterWords);
  const format = useFormat();
  const days = report.days.filter((row) => row[measure] !== null).toReversed();
  return (
    <>
      <div className="grid flex-none grid-cols-[19rem_minmax(0,1fr)] gap-4 cramped:grid-cols-1">
        <Today row={report.today} measure={measure} />
        <div className="rounded-card border border-line bg-surface px-4 pt-4 pb-2">{days.length === 0 ? <p className="px-2 py-16 text-center text-ink-2">{words.none}</p> : <MeterChart report={report} measure={measure} />}</div>
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-2 gap-4 cramped:grid-cols-1">
        <Table title={words.days} first={words.day} rows={days.map((row) => ({ key: row.day, name: format.shortDay(row.day), row }))} measure={measure} testId="meter-days" />
        <Table title={words.people} first={words.person} rows={report.people.map((row) => ({ key: row.name, name: row.name === '' ? words.nobody : row.name, row }))} measure={measure} testId="meter-people" />
      </div>
    </>
  );
}

function Today({ row, measure }: { readonly row: MeterRowView; readonly measure: MeterMeasure }) {
  const words = useWords(meterWords);
  const format = useFormat();
  const write = useWrite(measure);
  const spread = row[measure];
  return (
    <section aria-label={words.today} className="num flex flex-col rounded-card border border-line bg-surface px-6 py-5" data-testid="meter-today">
      <p className="flex items-baseline justify-between gap-3">
        <b className="text-[1.1875rem] font-[750]">{words.today}</b>
        <span className="text-ink-2">{words.saleCount(format.number(spread?.count ?? 0), spread?.count ?? 0)}</span>
      </p>
      {spread === null ? (
        <p className="my-auto text-ink-2">{words.noneToday}</p>
      ) : (
        <>
          <p className="mt-2 text-[3.25rem] leading-[1.1] font-[750] tracking-[-0.03em]" data-testid="meter-median">
            {write(spread.median)}
          </p>
          <p className="text-[0.9375rem] text-ink-2">
            <i aria-hidden="true" className="mr-2 inline-block size-2.5 rounded-full bg-accent" />
            {words.median} · {words.medianMeaning}
          </p>
          <p className="mt-3 text-[1.75rem] leading-tight font-[700] tracking-[-0.02em]" data-testid="meter-p90">
            {write(spread.p90)}
          </p>
          <p className="text-[0.9375rem] text-ink-2">
            <i aria-hidden="true" className="mr-2 mb-1 inline-block h-0.5 w-2.5 rounded-full bg-ink-3" />
            {words.p90} · {words.p90Meaning}
          </p>
        </>
      )}
    </section>
  );
}

type TableProps = { readonly title: string; readonly first: string; readonly rows: readonly { readonly key: string; readonly name: string; readonly row: MeterRowView }[]; readonly measure: MeterMeasure; readonly testId: string };

function Table({ title, first, rows, measure, testId }: TableProps) {
  const words = useWords(meterWords);
  const format = useFormat();
  const write = useWrite(measure);
  const measured = rows.filter(({ row }) => row[measure] !== null);
  return (
    <div className="flex min-h-0 overflow-hidden rounded-card border border-line bg-surface">
      <section tabIndex={0} aria-label={title} className="min-h-0 flex-1 overflow-y-auto pb-5 fade-end cramped:overflow-visible" data-testid={testId}>
        <table className="num w-full text-right text-[1.0625rem]">
          <caption className="sticky top-0 bg-surface px-5 pt-3.5 pb-1 text-left text-[1.0625rem] font-[750]">{title}</caption>
          <thead className="sticky top-11 bg-surface text-[0.9375rem] text-ink-2 [&_th]:px-5 [&_th]:py-1.5 [&_th]:font-medium">
            <tr>
              <th scope="col" className="text-left">
                {first}
              </th>
              <th scope="col">{words.sales}</th>
              <th scope="col">{words.median}</th>
              <th scope="col">{words.p90}</th>
            </tr>
          </thead>
          <tbody className="[&_td]:px-5 [&_td]:py-2 [&_th]:px-5 [&_tr]:border-t [&_tr]:border-sunk">
            {measured.map(({ key, name, row }) => (
              <tr key={key} data-row={key}>
                <th scope="row" className="text-left font-semibold">
                  {name}
                </th>
                <td>{format.number(row[measure]?.count ?? 0)}</td>
                <td className="font-semibold">{write(row[measure]?.median ?? 0)}</td>
                <td>{write(row[measure]?.p90 ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {measured.length === 0 ? <p className="px-5 pb-4 text-ink-2">{words.none}</p> : null}
      </section>
    </div>
  );
}

function useWrite(measure: MeterMeasure): (value: number) => string {
  const words = useWords(meterWords);
  const format = useFormat();
  return (value) => (isTime(measure) ? words.seconds(shownValue(measure, value).toFixed(1)) : words.presses(format.number(value)));
}

/** Again after every sale: its count comes right behind it. */
function useMeterReport(lastSaleId: string | null): { readonly report: MeterReportView | null; readonly refusal: CallRefusal | null } {
  const client = useClient();
  const [loaded, setLoaded] = useState<{ readonly report: MeterReportView | null; readonly refusal: CallRefusal | null }>({ report: null, refusal: null });
  useEffect(() => {
    let current = true;
    void client.call('meter.report', {}).then((result) => {
      if (current) setLoaded(result.ok ? { report: result.res, refusal: null } : { report: null, refusal: result });
    });
    return () => {
      current = false;
    };
  }, [client, lastSaleId]);
  return loaded;
}

/** Four weeks at a glance: for each day a stroke from the middle to the slow end. Drawn by hand; the table beside it has the numbers. */
import type { MeterReportView } from '../../../contract/meter.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { MeterMeasure } from '../../words/meter.ts';
import { meterWords } from '../../words/meter.ts';
import { shownValue, topOf } from './meter-values.ts';

const WIDTH = 860;
const HEIGHT = 196;
const LEFT = 44;
const BOTTOM = 28;
const TOP = 12;

export function MeterChart({ report, measure }: { readonly report: MeterReportView; readonly measure: MeterMeasure }) {
  const words = useWords(meterWords);
  const format = useFormat();
  const top = topOf(report, measure);
  const step = (WIDTH - LEFT) / report.days.length;
  const y = (value: number) => HEIGHT - BOTTOM - (shownValue(measure, value) / top) * (HEIGHT - BOTTOM - TOP);
  const scale = [0, top / 2, top];
  return (
    <svg role="img" aria-label={words.chart(words.measure[measure])} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="num h-auto w-full" data-testid="meter-chart">
      {scale.map((value) => {
        const at = HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP);
        return (
          <g key={value}>
            <path d={`M${LEFT} ${at}H${WIDTH}`} stroke="var(--line)" strokeWidth="1" />
            <text x={LEFT - 10} y={at + 5} textAnchor="end" fontSize="15" fill="var(--ink-3)">
              {Number.isInteger(value) ? value : value.toFixed(1)}
            </text>
          </g>
        );
      })}
      {report.days.map((row, index) => {
        const x = LEFT + step * (index + 0.5);
        const spread = row[measure];
        // A week apart, from today backwards.
        const labelled = (report.days.length - 1 - index) % 7 === 0;
        return (
          <g key={row.day}>
            {spread === null ? null : (
              <g data-day={row.day} data-median={shownValue(measure, spread.median)} data-p90={shownValue(measure, spread.p90)}>
                <path d={`M${x} ${y(spread.median)}V${y(spread.p90)}`} stroke="var(--line-strong)" strokeWidth="4" strokeLinecap="round" />
                <path d={`M${x - 6} ${y(spread.p90)}H${x + 6}`} stroke="var(--ink-3)" strokeWidth="2.5" strokeLinecap="round" />
                <circle cx={x} cy={y(spread.median)} r="5.5" fill="var(--accent)" />
              </g>
            )}
            {labelled ? (
              <text x={index === report.days.length - 1 ? WIDTH : x} y={HEIGHT - 6} textAnchor={index === report.days.length - 1 ? 'end' : 'middle'} fontSize="15" fill="var(--ink-3)">
                {format.shortDay(row.day)}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}

/** What the meter's page writes and draws: values of one measure, and a scale that holds them. Pure. */
import type { MeterReportView, MeterRowView, SpreadView } from '../../../contract/meter.ts';
import type { MeterMeasure } from '../../words/meter.ts';

export const MEASURES = ['presses', 'paidMs', 'receiptPresses', 'receiptMs'] as const satisfies readonly MeterMeasure[];

export function spreadIn(row: MeterRowView, measure: MeterMeasure): SpreadView {
  return row[measure];
}

export function isTime(measure: MeterMeasure): boolean {
  return measure === 'paidMs' || measure === 'receiptMs';
}

/** Presses as they are, milliseconds as seconds with one place: exactly what table and chart both show. */
export function shownValue(measure: MeterMeasure, value: number): number {
  return isTime(measure) ? Math.round(value / 100) / 10 : value;
}

const STEPS = [1, 2, 5] as const;

/** The top of the scale: the next round number at or above the largest value, at least 5. */
export function roundTop(values: readonly number[]): number {
  const largest = Math.max(5, ...values);
  for (let power = 1; ; power *= 10) {
    const top = STEPS.map((step) => step * power).find((candidate) => candidate >= largest);
    if (top !== undefined) return top;
  }
}

export function topOf(report: MeterReportView, measure: MeterMeasure): number {
  return roundTop(report.days.flatMap((row) => (row[measure] === null ? [] : [shownValue(measure, row[measure].p90)])));
}

/**
 * One figure of the bench, beside its measure. A floor is what the same work cannot go below; a peer is somebody else's way to do
 * the same. The ratio is theirs to read at a glance: to a floor "how many times as dear", to a peer "how many times as fast".
 */
import type { Summary } from './statistics.ts';

/** `keys` and `handles` are counted, not timed: they are the same on every machine. */
export type Unit = 'ms' | 'µs' | 'MB' | 'keys' | 'handles';

/** `to` says against what; `atMost` belongs to floors, `atLeast` to peers. */
export type Measure =
  | { readonly to: 'floor'; readonly name: string; readonly measured: Summary; readonly atMost?: number }
  | { readonly to: 'peer'; readonly name: string; readonly measured: Summary; readonly atLeast?: number };

/** An aim that stands by itself, because a person's eye or a machine's memory is the measure. */
export type Limit = { readonly of: 'median' | 'p99'; readonly atMost: number };

export type Measured = { readonly name: string; readonly unit: Unit; readonly measured: Summary; readonly beside?: Measure; readonly limit?: Limit };

type Beside = { readonly name: string; readonly value: number; readonly p99: number };

/** As it stands in the JSON file. `value` is the median. `met` is null where no aim is set. */
export type Figure = {
  readonly name: string;
  readonly unit: Unit;
  readonly value: number;
  readonly p99: number;
  readonly samples: number;
  readonly floor?: Beside;
  readonly peer?: Beside;
  readonly ratio: number | null;
  readonly aim: string | null;
  readonly met: boolean | null;
};

/** The ratio is of medians, rounded to two places before it is judged, so that table, file and verdict never disagree. */
export function figureOf({ limit, ...given }: Measured): Figure {
  const figure = withRatio(given);
  if (limit === undefined) return figure;
  const judged = limit.of === 'p99' ? figure.p99 : figure.value;
  return { ...figure, aim: `${limit.of} ≤ ${limit.atMost} ${figure.unit}`, met: judged <= limit.atMost };
}

function withRatio({ name, unit, measured, beside }: Omit<Measured, 'limit'>): Figure {
  const own = { name, unit, value: measured.median, p99: measured.p99, samples: measured.samples };
  if (beside === undefined) return { ...own, ratio: null, ...NO_AIM };
  const other: Beside = { name: beside.name, value: beside.measured.median, p99: beside.measured.p99 };
  if (beside.to === 'floor') {
    const ratio = quotient(own.value, other.value);
    const { atMost } = beside;
    return { ...own, floor: other, ratio, ...(atMost === undefined ? NO_AIM : { aim: `≤ ${atMost} ×`, met: ratio <= atMost }) };
  }
  const ratio = quotient(other.value, own.value);
  const { atLeast } = beside;
  return { ...own, peer: other, ratio, ...(atLeast === undefined ? NO_AIM : { aim: `≥ ${atLeast} ×`, met: ratio >= atLeast }) };
}

const NO_AIM = { aim: null, met: null } as const;

function quotient(dividend: number, divisor: number): number {
  if (!(divisor > 0)) throw new RangeError('a measure of no time at all measures nothing');
  return Math.round((dividend / divisor) * 100) / 100;
}

/** The one with the smallest median: to be five times as fast as the best is to be it against all. */
export function best<T extends { readonly measured: Summary }>(candidates: readonly T[]): T {
  return candidates.reduce((fastest, next) => (next.measured.median < fastest.measured.median ? next : fastest));
}

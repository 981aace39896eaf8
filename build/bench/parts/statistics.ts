/** What many measurements of one thing say. */
export type Summary = {
  readonly median: number;
  /** The value 99 of 100 stay at or below; with fewer than 100 samples the worst. */
  readonly p99: number;
  readonly samples: number;
};

/** Throws a RangeError for no samples: a figure nobody measured is no figure. */
export function summarise(samples: readonly number[]): Summary {
  if (samples.length === 0) throw new RangeError('nothing was measured');
  const sorted = samples.toSorted((a, b) => a - b);
  return { median: middle(sorted), p99: atRank(sorted, 0.99), samples: samples.length };
}

function middle(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? at(sorted, half) : (at(sorted, half - 1) + at(sorted, half)) / 2;
}

/** Nearest rank: always a value that was measured, never one between two. */
function atRank(sorted: readonly number[], share: number): number {
  return at(sorted, Math.ceil(sorted.length * share) - 1);
}

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`there is no sample ${index}`);
  return value;
}

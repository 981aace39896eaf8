/**
 * Lists of sale numbers, read from the newest down, and how several of them agree. Every list can say which of its numbers is the
 * newest not above a given one; so a short list leads a long one in great strides, and the work follows the shorter.
 */
export type Postings = {
  /** The largest number in the list that is not above `saleNumber`; null when there is none. Asked with falling numbers. May throw `Spent`. */
  readonly atMost: (saleNumber: number) => number | null;
  readonly has: (saleNumber: number) => boolean;
};

/** What is left of the work one question may cost; a step is one look into an index. */
export type Steps = { left: number };

/** The steps are spent: nothing of the list was found from where it was asked down to `at`, which has not been looked at yet. */
export class Spent extends Error {
  readonly at: number;
  constructor(at: number) {
    super('the steps of this question are spent');
    this.at = at;
  }
}

export const EMPTY: Postings = { atMost: () => null, has: () => false };

export function only(saleNumber: number): Postings {
  return { atMost: (below) => (saleNumber <= below ? saleNumber : null), has: (asked) => asked === saleNumber };
}

/** A list by an index: `seek` is one look into it. */
export function indexed(seek: (saleNumber: number) => number | null, steps: Steps): Postings {
  const atMost = (saleNumber: number) => {
    steps.left -= 1;
    return seek(saleNumber);
  };
  return { atMost, has: (saleNumber) => atMost(saleNumber) === saleNumber };
}

/** Those of a list that fit: for what has no index, and is frequent enough to be met soon. */
export function walking(list: Postings, fits: (saleNumber: number) => boolean, steps: Steps): Postings {
  return {
    atMost(saleNumber) {
      for (let at = list.atMost(saleNumber); at !== null; at = list.atMost(at - 1)) {
        if (fits(at)) return at;
        if (steps.left <= 0) throw new Spent(at - 1);
      }
      return null;
    },
    has: (saleNumber) => list.has(saleNumber) && fits(saleNumber),
  };
}

/** What fits, with no list behind it: for `agreed` alone, beside lists. A number that does not fit leads to the next below it. */
export function sieve(fits: (saleNumber: number) => boolean): Postings {
  return { atMost: (saleNumber) => (fits(saleNumber) ? saleNumber : saleNumber - 1), has: fits };
}

/** Everything from `least` up. */
export function from(least: number): Postings {
  return { atMost: (saleNumber) => (saleNumber >= least ? saleNumber : null), has: (saleNumber) => saleNumber >= least };
}

/** A number that is in any of them. Each keeps its place: the next question asks only those that were passed. */
export function anyOf(lists: readonly Postings[]): Postings {
  const [first] = lists;
  if (first === undefined) return EMPTY;
  if (lists.length === 1) return first;
  const heads: (number | null)[] = lists.map(() => Number.POSITIVE_INFINITY);
  return {
    atMost(saleNumber) {
      let largest: number | null = null;
      let unknownFrom = Number.NEGATIVE_INFINITY;
      for (const [index, list] of lists.entries()) {
        try {
          heads[index] = headOf(list, heads[index] ?? null, saleNumber);
        } catch (problem) {
          if (!(problem instanceof Spent)) throw problem;
          unknownFrom = Math.max(unknownFrom, problem.at);
          continue;
        }
        const head = heads[index] ?? null;
        if (head !== null && (largest === null || head > largest)) largest = head;
      }
      // What one list could not look at is below what another has found: then that is the newest.
      if (unknownFrom >= (largest ?? 0)) throw new Spent(unknownFrom);
      return largest;
    },
    has: (saleNumber) => lists.some((list) => list.has(saleNumber)),
  };
}

function headOf(list: Postings, head: number | null, saleNumber: number): number | null {
  return head === null || head <= saleNumber ? head : list.atMost(saleNumber);
}

export type Agreed = {
  /** Falling. */
  readonly numbers: readonly number[];
  /** Everything from here up has been looked at; null when the lists have come to their end. */
  readonly reached: number | null;
};

/**
 * The newest numbers below `before` that are in all lists, at most `limit`. Ends early when the steps are spent; what it has reached by
 * then is where the next question begins, and always lower than where this one began.
 */
export function agreed(lists: readonly Postings[], { before, limit, steps }: { readonly before: number; readonly limit: number; readonly steps: Steps }): Agreed {
  const numbers: number[] = [];
  let at = before - 1;
  try {
    while (numbers.length < limit) {
      const lowest = lowestOf(lists, at);
      if (lowest === null) return { numbers, reached: null };
      if (lowest === at) numbers.push(at);
      at = lowest === at ? at - 1 : lowest;
      if (steps.left <= 0) break;
    }
  } catch (problem) {
    if (!(problem instanceof Spent)) throw problem;
    at = problem.at;
  }
  return { numbers, reached: at + 1 };
}

/** One round: each list is asked below what the one before it said. */
function lowestOf(lists: readonly Postings[], at: number): number | null {
  let lowest = at;
  for (const list of lists) {
    const found = list.atMost(lowest);
    if (found === null) return null;
    lowest = found;
  }
  return lowest;
}

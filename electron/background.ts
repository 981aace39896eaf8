/** Work nobody waits for: until the counter closes. Closing waits for what is under way, and nothing is begun any more. */
export type Background = {
  /** A bug in it is logged, never lost and never the end of the program. */
  readonly run: (work: Promise<unknown>) => void;
  /** What goes from one thing to the next looks here in between, and leaves the rest to the next start. */
  readonly isStopping: () => boolean;
  readonly stop: () => void;
  /** Resolves when nothing is under way, with what was begun meanwhile. */
  readonly idle: () => Promise<void>;
  /** The journal is closed: what was given up after the wait has nobody to answer it, and that is no bug. */
  readonly closed: () => void;
};

export function createBackground(log: (line: string) => void): Background {
  const underWay = new Set<Promise<void>>();
  let stopping = false;
  let closed = false;
  return {
    run: (work) => {
      const settled: Promise<void> = work
        .then(
          () => undefined,
          (problem: unknown) => {
            if (!closed) log(`background: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`);
          },
        )
        .finally(() => underWay.delete(settled));
      underWay.add(settled);
    },
    isStopping: () => stopping,
    stop: () => {
      stopping = true;
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    closed: () => {
      closed = true;
    },
  };
}

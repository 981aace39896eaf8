/** One owner, one request at a time: the others wait in turn, up to a limit, and are refused beyond it. */
export type Turns = {
  take<Outcome>(act: () => Promise<Outcome>, refused: (why: 'busy' | 'closed') => Outcome): Promise<Outcome>;
  /** Refuses what comes later and waits for what is under way. */
  close(): Promise<void>;
  isIdle(): boolean;
};

export function createTurns(maxWaiting: number): Turns {
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let closed = false;
  return {
    take: async (act, refused) => {
      if (closed) return refused('closed');
      if (waiting >= maxWaiting) return refused('busy');
      waiting += 1;
      const mine = tail.then(act);
      tail = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        waiting -= 1;
      }
    },
    close: async () => {
      closed = true;
      await tail;
    },
    isIdle: () => waiting === 0,
  };
}

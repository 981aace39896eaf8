/** What is running gets this long to end and the journal to close; the app itself promises 5 s. */
export const SHUTDOWN_LIMIT_MS = 6000;

/**
 * Electron asks `before-quit` more than once: the first time we hold it back, let everything end, and quit again; from then on it may pass.
 * Answers the listener. `stop` is called once, whatever happens.
 */
export const makeQuitDrain = (
  stop: () => Promise<void>,
  quit: () => void,
  report: (problem: string) => void,
  limitMs: number = SHUTDOWN_LIMIT_MS,
): ((event: { preventDefault(): void }) => void) => {
  let phase: 'running' | 'draining' | 'drained' = 'running';
  const drain = async (): Promise<void> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<'late'>(resolve => {
      timer = setTimeout(() => resolve('late'), limitMs);
    });
    try {
      const outcome = await Promise.race([stop().then(() => 'stopped' as const), limit]);
      if (outcome === 'late') report(`stopping took longer than ${limitMs / 1000} s; quitting without waiting for the rest`);
    } catch (problem) {
      report(`stopping failed: ${problem instanceof Error ? problem.message : String(problem)}`);
    } finally {
      clearTimeout(timer);
      phase = 'drained';
      quit();
    }
  };
  return event => {
    if (phase === 'drained') return;
    event.preventDefault();
    if (phase === 'draining') return;
    phase = 'draining';
    void drain();
  };
};

/** The other start brought nothing but a wish to see the counter: show it. */
export const bringToFront = (window: { isMinimized(): boolean; restore(): void; show(): void; focus(): void }): void => {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};

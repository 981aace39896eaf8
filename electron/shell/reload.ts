/** Waits before the next reload of a window whose renderer died, in ms. The basket lives in the main process, so a reload loses nothing. */
export const FIRST_RELOAD_DELAY_MS = 0;
export const LONGEST_RELOAD_DELAY_MS = 30_000;

/** 0 for the first death, then 1 s doubling to 30 s: a page that dies on every load must not burn the counter's processor. */
export const reloadDelayMs = (deathsInARow: number): number =>
  deathsInARow <= 1 ? FIRST_RELOAD_DELAY_MS : Math.min(LONGEST_RELOAD_DELAY_MS, 1000 * 2 ** Math.min(deathsInARow - 2, 10));

export type ReloadGuard = {
  /** The renderer is gone; reloads after the wait. */
  died(): void;
  /** The page stood for a while: the next death is a first one again. */
  stood(): void;
};

export const makeReloadGuard = (reload: () => void, schedule: (run: () => void, delayMs: number) => void): ReloadGuard => {
  let deaths = 0;
  return {
    died: () => {
      deaths += 1;
      schedule(reload, reloadDelayMs(deaths));
    },
    stood: () => {
      deaths = 0;
    },
  };
};

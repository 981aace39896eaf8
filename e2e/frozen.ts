/**
 * A window, or the counter behind it, that does not answer, and hands and scanner that go on. Nothing is sent before the freeze has said
 * that it began: keys find their way into a page faster than the order to freeze, and those would be keys of an awake one.
 */
import type { CDPSession, ElectronApplication, Page } from 'playwright/test';

const FREEZE_MS = 2_000;
/** A hand: slower than any scanner. */
const HAND_MS = 110;
const SCANNER_MS = 4;
const BEGINS = 'the freeze begins';

export type Key = { readonly key: string; /** After the freeze began. */ readonly atMs: number };

export const hand = (keys: readonly string[], fromMs: number): readonly Key[] => keys.map((key, index) => ({ key, atMs: fromMs + index * HAND_MS }));
export const scanner = (code: string, fromMs: number): readonly Key[] => [...code, 'Enter'].map((key, index) => ({ key, atMs: fromMs + index * SCANNER_MS }));

const CODES: Readonly<Record<string, number>> = { Enter: 13, Escape: 27, F4: 115, F8: 119 };

export type Hands = {
  readonly press: (keys: readonly Key[]) => Promise<void>;
  /** One touch each. */
  readonly tap: (point: Point, atMs: readonly number[]) => Promise<void>;
};
export type Point = { readonly x: number; readonly y: number };

/** Real input, each piece with the time at which it was pressed; answers once the page has handled all of it. */
export function handsOn(session: CDPSession, beganAtMs: number): Hands {
  const secondsAt = (atMs: number): number => (beganAtMs + atMs) / 1000;
  return {
    press: async (keys) => {
      const sent = keys.flatMap(({ key, atMs }) => {
        const event = { key, code: key.length > 1 ? key : `Digit${key}`, windowsVirtualKeyCode: CODES[key] ?? key.charCodeAt(0), timestamp: secondsAt(atMs) };
        const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
        return [session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...(text === undefined ? {} : { text }) }), session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })];
      });
      await Promise.all(sent);
    },
    tap: async ({ x, y }, times) => {
      const sent = times.flatMap((atMs) => {
        const event = { x, y, button: 'left', clickCount: 1, timestamp: secondsAt(atMs) } as const;
        return [session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...event }), session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...event })];
      });
      await Promise.all(sent);
    },
  };
}

/** The window stands still; what `act` sends waits for it. */
export async function whileWindowIsFrozen(page: Page, act: (hands: Hands) => Promise<void>, freezeMs = FREEZE_MS): Promise<void> {
  // Ready beforehand: once the page is frozen there is no time to lose.
  const session = await page.context().newCDPSession(page);
  const began = page.waitForEvent('console', (message) => message.text().startsWith(BEGINS));
  const frozen = page.evaluate(
    ({ ms, begins }) => {
      console.info(`${begins} ${Date.now()}`);
      const until = performance.now() + ms;
      while (performance.now() < until);
    },
    { ms: freezeMs, begins: BEGINS },
  );
  const beganAtMs = Number((await began).text().slice(BEGINS.length));
  await Promise.all([frozen, act(handsOn(session, beganAtMs))]);
  await session.detach();
}

/**
 * The counter stands still; the window is awake and does not know. The keys are pressed inside the page: on Electron the counter's process
 * is the one that hands keys on, and real ones would wait with it.
 */
export async function whileCounterIsFrozen(counter: ElectronApplication, page: Page, keys: readonly Key[]): Promise<void> {
  const began = counter.waitForEvent('console', (message) => message.text() === BEGINS);
  const frozen = counter.evaluate(
    (_electron, { ms, begins }) => {
      console.info(begins);
      const until = performance.now() + ms;
      while (performance.now() < until);
    },
    { ms: FREEZE_MS, begins: BEGINS },
  );
  await began;
  await page.evaluate(async ({ list, HAND_MS }) => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const start = performance.now();
    let lastMs = 0;
    for (const { key, atMs } of list) {
      // A scanner's keys come without a pause even where timers are late.
      // A hand's never come closer than a hand is quick, even where one before was late.
      if (atMs - lastMs >= HAND_MS) await wait(Math.max(HAND_MS, start + atMs - performance.now()));
      lastMs = atMs;
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }));
    }
  }, { list: keys, HAND_MS });
  await frozen;
}

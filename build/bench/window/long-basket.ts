/** A basket of hundreds of lines: whether it scrolls as smoothly as the screen can show, and whether a scan still shows at once. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Measured } from '../parts/figure.ts';
import { summarise } from '../parts/statistics.ts';
import type { Pages } from '../shell/pages.ts';
import { type ShellPlace, withShell } from '../shell/run.ts';
import { barcodeOf, fillCatalogue } from './goods.ts';
import { inCashier, installIn, takeTimes } from './in-page.ts';
import { pressKey, scanAt } from './input.ts';
import { timeLinesOfScans } from './window.ts';

export type LongBasketOptions = { readonly place: ShellPlace; readonly mainFile: string; readonly dir: string; readonly lines: number };

const SCANS = 40;
const SCANS_A_SECOND = 5;
const RETURNS = 10;
/** Frames come at 16.7 ms; one that is left out makes 33. */
const STEADY_FRAME_MS = 17;
const SCROLL_PX = 6_000;
const SCROLL_PX_A_SECOND = 2_500;

export async function benchLongBasket({ place, mainFile, dir, lines }: LongBasketOptions): Promise<readonly Measured[]> {
  const dataDir = path.join(dir, 'basket-counter');
  mkdirSync(dataDir, { recursive: true });
  await fillCatalogue(dataDir, lines + SCANS);
  return withShell(place, mainFile, dataDir, async (pages) => {
    await installIn(pages);
    const codes = JSON.stringify(Array.from({ length: lines }, (_, index) => barcodeOf(index)));
    await inCashier(pages, `await bench.begin(); for (const code of ${codes}) await bench.call('sale.scan', { code }); await bench.until(() => document.querySelectorAll('[data-testid="basket-line"]').length > 0);`);
    const frame = { of: 'p99', atMost: STEADY_FRAME_MS } as const;
    const wheel = await framesWhileScrolling(pages, 'mouse');
    const touch = await framesWhileScrolling(pages, 'touch');
    const back = await returnTimes(pages);
    const scans = await scanTimes(pages, lines);
    return [
      { name: `frame while ${lines} lines scroll by wheel`, unit: 'ms', measured: summarise(wheel), limit: frame },
      { name: `frame while ${lines} lines scroll by touch`, unit: 'ms', measured: summarise(touch), limit: frame },
      { name: `back from cash to ${lines} lines: Esc → paint`, unit: 'ms', measured: summarise(back) },
      { name: `scan → line painted after ${lines} lines`, unit: 'ms', measured: summarise(scans) },
    ];
  });
}

/** The times between the frames the window's own clock gives, up and down the list. */
async function framesWhileScrolling(pages: Pages, gestureSourceType: 'mouse' | 'touch'): Promise<number[]> {
  await inCashier(
    pages,
    `globalThis.scrolling = true;
    let last = null;
    requestAnimationFrame(function look(atMs) {
      if (last !== null) bench.times.push(atMs - last);
      last = atMs;
      if (scrolling) requestAnimationFrame(look);
    });`,
  );
  const place = await inCashier(pages, `const { left, top, width, height } = bench.find('basket-lines').getBoundingClientRect(); return [left + width / 2, top + height / 2];`);
  const [x, y] = Array.isArray(place) ? place.map(Number) : [];
  for (const yDistance of [SCROLL_PX, -SCROLL_PX]) {
    await pages.command('cashier', 'Input.synthesizeScrollGesture', { x, y, yDistance, speed: SCROLL_PX_A_SECOND, gestureSourceType, preventFling: true });
  }
  await inCashier(pages, 'scrolling = false; await bench.painted(); await bench.painted();');
  return takeTimes(pages, 1);
}

async function returnTimes(pages: Pages): Promise<number[]> {
  await inCashier(pages, `globalThis.stopHearing = bench.hear(({ key, timeStamp }) => key === 'Escape' && bench.timeUntil(timeStamp, () => bench.find('screen-sale') !== null));`);
  for (let n = 0; n < RETURNS; n += 1) {
    await pressKey(pages, 'F8');
    await inCashier(pages, `await bench.until(() => bench.find('screen-cash') !== null); await bench.painted();`);
    await pressKey(pages, 'Escape');
    await inCashier(pages, `await bench.until(() => bench.find('screen-sale') !== null); await bench.painted();`);
  }
  const times = await takeTimes(pages, RETURNS);
  await inCashier(pages, 'stopHearing();');
  return times;
}

async function scanTimes(pages: Pages, lines: number): Promise<number[]> {
  await timeLinesOfScans(pages, lines);
  await scanAt(pages, Array.from({ length: SCANS }, (_, index) => barcodeOf(lines + index)), 1_000 / SCANS_A_SECOND);
  return takeTimes(pages, SCANS);
}

/**
 * What a cashier feels, in the real window with a full catalogue: how soon a key shows, how soon a search answers, how soon a scan is a
 * line. Each from the time the browser gives the key to the frame in which its effect can be seen.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Measured } from '../parts/figure.ts';
import { summarise } from '../parts/statistics.ts';
import type { Pages } from '../shell/pages.ts';
import { type ShellPlace, withShell } from '../shell/run.ts';
import { barcodeOf, fillCatalogue } from './goods.ts';
import { inCashier, installIn, takeTimes, timesFrom } from './in-page.ts';
import { pressKey, scanAt } from './input.ts';

export type WindowOptions = { readonly place: ShellPlace; readonly mainFile: string; readonly blankFile: string; readonly dir: string; readonly products: number; readonly keys: number; readonly scans: number };

/** One frame of a screen that shows sixty a second. */
const FRAME_MS = 16;
const SCANS_A_SECOND = 20;
const BASKET_LINES = 8;
/** 초성, both mixed, parts of names: what is typed, one composed character after the other. */
const TYPED = ['ㄷㄲㄸㄱ', '아메리카노', 'ㄷㅂ', '식빵', '매운라면', 'ㅎㅅ커피', '요거트', 'ㅋㅋㅋㅋ'] as const;
const INITIALS = ['ㄷㄲㄸㄱ', 'ㅇㅁㄹㅋㄴ', 'ㅅㅃ', 'ㄷㅂㅊㅋ', 'ㅁㅈㄱ', 'ㅎㅅㅁㅇ', 'ㅂㄷㄱ', 'ㄱㅁㅊ', 'ㅋㅋㅋㅋ', 'ㅎ'] as const;

export async function benchWindow({ place, mainFile, blankFile, dir, products, keys, scans }: WindowOptions): Promise<readonly Measured[]> {
  const dirs = { counter: path.join(dir, 'window-counter'), blank: path.join(dir, 'window-blank') };
  for (const folder of Object.values(dirs)) mkdirSync(folder, { recursive: true });
  await fillCatalogue(dirs.counter, products);
  const blankKeys = await withShell(place, blankFile, dirs.blank, (pages) => blankKeyTimes(pages, keys));
  return withShell(place, mainFile, dirs.counter, async (pages) => {
    await installIn(pages);
    await inCashier(pages, 'await bench.begin();');
    const beside = { to: 'floor', name: 'a key in a blank window', measured: summarise(blankKeys) } as const;
    const limit = { of: 'p99', atMost: FRAME_MS } as const;
    const arrows = await arrowTimes(pages, keys);
    const { typed, found } = await searchTimes(pages, keys);
    return [
      { name: 'key → paint: ↑ ↓ in the basket', unit: 'ms', measured: summarise(arrows), beside, limit },
      { name: 'key → paint: a character in the search', unit: 'ms', measured: summarise(typed), beside, limit },
      { name: 'key → paint: a character in the search and what it finds', unit: 'ms', measured: summarise(found), beside, limit },
      { name: '초성 search, asked and answered', unit: 'ms', measured: summarise(await initialsTimes(pages, keys)), limit },
      { name: `scan → line painted, ${SCANS_A_SECOND} scans a second`, unit: 'ms', measured: summarise(await burstTimes(pages, scans)), beside },
    ];
  });
}

/** The least there is: a key, and another text on the screen. */
async function blankKeyTimes(pages: Pages, count: number): Promise<number[]> {
  await installIn(pages);
  await inCashier(
    pages,
    `const shown = document.body.appendChild(document.createElement('p'));
    let presses = 0;
    addEventListener('keydown', ({ timeStamp }) => {
      const text = String(presses += 1);
      bench.timeUntil(timeStamp, () => shown.textContent === text);
      shown.textContent = text;
    });`,
  );
  for (let n = 0; n < count; n += 1) await pressKey(pages, n % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
  return takeTimes(pages, count);
}

async function arrowTimes(pages: Pages, count: number): Promise<number[]> {
  const codes = JSON.stringify(Array.from({ length: BASKET_LINES }, (_, index) => barcodeOf(index)));
  await inCashier(
    pages,
    `for (const code of ${codes}) await bench.call('sale.scan', { code });
    const inHand = () => document.querySelector('[data-testid="basket-line"][aria-current="true"]')?.dataset.line;
    await bench.until(() => document.querySelectorAll('[data-testid="basket-line"]').length === ${BASKET_LINES} && inHand() !== undefined);
    globalThis.stopHearing = bench.hear(({ timeStamp }) => {
      const before = inHand();
      bench.timeUntil(timeStamp, () => inHand() !== before);
    });`,
  );
  // From the last line up to the first and down again.
  const way = BASKET_LINES - 1;
  for (let n = 0; n < count; n += 1) await pressKey(pages, n % (2 * way) < way ? 'ArrowUp' : 'ArrowDown');
  const times = await takeTimes(pages, count);
  await inCashier(pages, 'stopHearing();');
  return times;
}

/** Of each character: until it stands in the field, and until what it finds is drawn. */
type SearchTimes = { readonly typed: readonly number[]; readonly found: readonly number[] };

/** As an input method puts composed characters in: those are not held back to see whether a scanner types. */
async function searchTimes(pages: Pages, count: number): Promise<SearchTimes> {
  await inCashier(
    pages,
    `globalThis.typed = [];
    document.addEventListener('input', ({ target, timeStamp }) => {
      const { value } = target;
      if (value === '') return;
      void bench.painted().then(nowMs => typed.push(nowMs - timeStamp));
      bench.timeUntil(timeStamp, () => document.querySelector('[data-query]')?.dataset.query === value.trim());
    }, true);`,
  );
  const found: number[] = [];
  for (let word = 0; found.length < count; word += 1) {
    await pressKey(pages, 'F2');
    await inCashier(pages, `bench.find('search-clear')?.click(); bench.find('product-search').focus();`);
    const text = TYPED[word % TYPED.length] ?? '';
    for (const character of text) {
      if (found.length === count) break;
      await pages.command('cashier', 'Input.insertText', { text: character });
      found.push(...(await takeTimes(pages, 1)));
    }
  }
  await inCashier(pages, `bench.find('search-clear')?.click(); document.activeElement?.blur();`);
  return { typed: await timesFrom(pages, 'return typed;'), found };
}

async function initialsTimes(pages: Pages, count: number): Promise<number[]> {
  await inCashier(
    pages,
    `const queries = ${JSON.stringify(INITIALS)};
    for (let n = 0; n < ${count}; n += 1) {
      const start = performance.now();
      await bench.call('catalogue.search', { query: queries[n % queries.length], limit: 40 });
      bench.times.push(performance.now() - start);
    }`,
  );
  return takeTimes(pages, count);
}

async function burstTimes(pages: Pages, count: number): Promise<number[]> {
  await inCashier(pages, `const { sale } = await bench.call('counter.view', {}); await bench.call('sale.abandon', { saleId: sale.saleId });`);
  await timeLinesOfScans(pages, 0);
  await scanAt(pages, Array.from({ length: count }, (_, index) => barcodeOf(1_000 + index)), 1_000 / SCANS_A_SECOND);
  return takeTimes(pages, count);
}

/** The n-th Enter of the scanner makes the n-th line after `before`; the window's own listener has drawn the view when ours hears of it. */
export async function timeLinesOfScans(pages: Pages, before: number): Promise<void> {
  await inCashier(
    pages,
    `const enters = [];
    let lines = ${before};
    bench.hear(({ key, timeStamp }) => key === 'Enter' && enters.push(timeStamp));
    bench.lineCount(count => {
      const seen = enters.slice(lines - ${before}, count - ${before});
      lines = Math.max(lines, count);
      void bench.painted().then(nowMs => bench.times.push(...seen.map(atMs => nowMs - atMs)));
    });`,
  );
}

/**
 * How many keys a sale takes: driven through the real windows by keyboard alone, at a hand's pace, and read from the product's own meter.
 * Scans are sent as a scanner sends them; everything else is a key a person would press.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { meterReport } from '../../../contract/meter.ts';
import type { Measured } from '../parts/figure.ts';
import type { Pages } from './pages.ts';
import { runShell, type ShellPlace } from './run.ts';

export type KeyOptions = { readonly place: ShellPlace; readonly mainFile: string; readonly dir: string; readonly rounds: number };

/** A hand does not press keys faster, a scanner always does. */
/** A glance at a number that is read back. */
const READING_MS = 400;
const HAND_MS = 110;
const SCANNER_MS = 4;
const SHOWN_WITHIN_MS = 10_000;
/** Barcodes of practice mode's shelf, and the sample number with its halves changed about: it begins with a digit that is no choice. */
const CODES = ['2000010000012', '2000020000019'] as const;
const PHONE_AFTER_010 = '56781234';

export async function benchKeys({ place, mainFile, dir, rounds }: KeyOptions): Promise<readonly Measured[]> {
  // Up to nine samples the ninetieth of a hundred is the worst of them, which is what the table's last column promises.
  if (rounds < 1 || rounds > 9) throw new RangeError('one to nine rounds');
  const dataDir = path.join(dir, 'keys');
  mkdirSync(dataDir, { recursive: true });
  const run = await runShell(place, mainFile, dataDir);
  try {
    const { pages } = run;
    await press(pages, '1', '2', '3', '4', 'Enter');
    await shown(pages, 'screen-open-shift');
    await press(pages, '1', '0', '0', '0', '0', '0', 'Enter');
    await shown(pages, 'screen-sale');
    for (let round = 0; round < rounds; round += 1) await sellWithReceipt(pages);
    return await readMeter(pages, rounds);
  } finally {
    await run.end();
  }
}

async function sellWithReceipt(pages: Pages): Promise<void> {
  for (const code of CODES) await scan(pages, code);
  await shown(pages, 'basket-line');
  await press(pages, 'F8', 'F8', 'Enter');
  await shown(pages, 'screen-receipt');
  await press(pages, ...PHONE_AFTER_010);
  await press(pages, 'Enter');
  await shown(pages, 'read-back-number');
  await delay(READING_MS);
  await press(pages, 'Enter');
  await shown(pages, 'screen-slip-question');
  await press(pages, '2');
  await shown(pages, 'screen-done');
}

async function readMeter(pages: Pages, rounds: number): Promise<readonly Measured[]> {
  await call(pages, 'people.signOut', {});
  await call(pages, 'people.signIn', { userId: 'practice-manager', pin: '5678' });
  const { today } = meterReport.parse(await call(pages, 'meter.report', {}));
  const { presses, receiptPresses } = today;
  if (presses === null || receiptPresses === null || presses.count !== rounds || receiptPresses.count !== rounds) throw new Error(`the meter has ${today.sales} of ${rounds} sales`);
  const measured = (median: number, worst: number) => ({ median, p99: worst, samples: rounds });
  return [
    { name: 'cash sale: keys after the last scan', unit: 'keys', measured: measured(presses.median, presses.p90), limit: { of: 'median', atMost: 3 } },
    { name: 'the same with its cash receipt, number typed', unit: 'keys', measured: measured(presses.median + receiptPresses.median, presses.p90 + receiptPresses.p90), limit: { of: 'median', atMost: 13 } },
  ];
}

async function call(pages: Pages, name: string, req: unknown): Promise<unknown> {
  const raw = await pages.evaluate('cashier', `gyesandae.invoke(${JSON.stringify(JSON.stringify({ id: 1, call: name, req }))})`);
  const answer: { readonly ok?: boolean; readonly res?: unknown } = JSON.parse(String(raw));
  if (answer.ok !== true) throw new Error(`${name} was refused: ${String(raw)}`);
  return answer.res;
}

async function shown(pages: Pages, testId: string): Promise<void> {
  const deadline = performance.now() + SHOWN_WITHIN_MS;
  while ((await pages.evaluate('cashier', `document.querySelector('[data-testid="${testId}"]') !== null`)) !== true) {
    if (performance.now() > deadline) throw new Error(`${testId} was not shown within ${SHOWN_WITHIN_MS} ms`);
    await delay(20);
  }
}

async function press(pages: Pages, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await delay(HAND_MS);
    await Promise.all(strokes(pages, key, {}));
  }
  await delay(HAND_MS);
}

/** The times are given, not waited for: a busy machine must not turn a scanner into a slow typist. */
async function scan(pages: Pages, code: string): Promise<void> {
  const keys = [...code, 'Enter'];
  const began = (Date.now() - keys.length * SCANNER_MS) / 1_000;
  await Promise.all(keys.flatMap((key, index) => strokes(pages, key, { timestamp: began + (index * SCANNER_MS) / 1_000 })));
  await delay(HAND_MS);
}

function strokes(pages: Pages, key: string, when: { readonly timestamp?: number }): Promise<unknown>[] {
  const event = describe(key);
  return [pages.command('cashier', 'Input.dispatchKeyEvent', { type: 'keyDown', ...when, ...event }), pages.command('cashier', 'Input.dispatchKeyEvent', { type: 'keyUp', ...when, key: event.key, code: event.code, windowsVirtualKeyCode: event.windowsVirtualKeyCode })];
}

/** What the browser wants to know of a key. */
function describe(key: string) {
  if (key === 'Enter') return { key, code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  const functionKey = /^F(\d+)$/.exec(key)?.[1];
  // 112 is F1.
  if (functionKey !== undefined) return { key, code: key, windowsVirtualKeyCode: 111 + Number(functionKey) };
  return { key, code: `Digit${key}`, windowsVirtualKeyCode: key.charCodeAt(0), text: key };
}

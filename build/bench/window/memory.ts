/**
 * What the windows hold after a day's sales, over blank windows of the same shell: the private memory of their processes, as the kernel
 * counts it, after the rubbish was collected and the browser was told that memory is short: without a GPU it keeps what it has drawn for
 * as long as nobody needs the memory, and that says nothing about the page. The same sale again and again: what still grows is kept for nothing.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Measured } from '../parts/figure.ts';
import { summarise } from '../parts/statistics.ts';
import type { Pages } from '../shell/pages.ts';
import { type ShellPlace, withShell } from '../shell/run.ts';
import { inCashier, installIn } from './in-page.ts';

export type MemoryOptions = { readonly place: ShellPlace; readonly mainFile: string; readonly blankFile: string; readonly dir: string; readonly sales: number };

const ATMOST_MB = 60;
/** What may come and go between two looks without anything being kept. */
const GROWTH_MB = 3;
const GOODS_A_SALE = 5;
const LOOKS = 5;
/** The window must have drawn everything once before its growth says anything. */
const WARM_UP = 50;
const SALES_A_TURN = 25;
/** For the browser to let go. */
const SETTLE_MS = 1_000;

export async function benchMemory({ place, mainFile, blankFile, dir, sales }: MemoryOptions): Promise<readonly Measured[]> {
  const dirs = { counter: path.join(dir, 'memory-counter'), blank: path.join(dir, 'memory-blank') };
  for (const folder of Object.values(dirs)) mkdirSync(folder, { recursive: true });
  const blankMb = await withShell(place, blankFile, dirs.blank, looks);
  return withShell(place, mainFile, dirs.counter, async (pages) => {
    await installIn(pages);
    await inCashier(pages, 'await bench.begin();');
    await sell(pages, WARM_UP);
    const before = middle(await looks(pages));
    const halfway = Math.floor(sales / 2);
    await sell(pages, halfway);
    const half = middle(await looks(pages));
    await sell(pages, sales - halfway);
    const after = await looks(pages);
    const floor = middle(blankMb);
    return [
      { name: `memory of the windows after ${sales} sales, over blank windows`, unit: 'MB', measured: summarise(after.map((mb) => mb - floor)), limit: { of: 'median', atMost: ATMOST_MB } },
      { name: `growth from sale ${WARM_UP} to ${WARM_UP + halfway}`, unit: 'MB', measured: summarise([half - before]) },
      { name: `growth over the ${sales - halfway} sales after that`, unit: 'MB', measured: summarise([middle(after) - half]), limit: { of: 'median', atMost: GROWTH_MB } },
    ];
  });
}

function middle(values: readonly number[]): number {
  return summarise(values).median;
}

async function sell(pages: Pages, count: number): Promise<void> {
  for (let sold = 0; sold < count; sold += SALES_A_TURN) {
    await inCashier(
      pages,
      `const goods = (await bench.call('catalogue.list', {})).filter(({ openPrice }) => openPrice !== true).slice(0, ${GOODS_A_SALE});
      for (let n = 0; n < ${Math.min(SALES_A_TURN, count - sold)}; n += 1) {
        for (const { barcode } of goods) await bench.call('sale.scan', { code: barcode });
        const { sale } = await bench.call('counter.view', {});
        const { saleId } = sale;
        await bench.call('sale.tenderCash', { saleId, dueWon: sale.breakdown.totalWon, receivedWon: sale.breakdown.totalWon });
        await bench.call('receipt.decline', { saleId });
        for (let stage = ''; stage !== 'done'; ) {
          ({ stage } = (await bench.call('counter.view', {})).sale);
          if (stage === 'slip-question') await bench.call('slip.answer', { saleId, wants: false });
          await new Promise(resolve => setTimeout(resolve, 1));
        }
        await bench.painted();
        await bench.call('sale.next', { saleId });
      }`,
    );
  }
}

async function looks(pages: Pages): Promise<number[]> {
  const seen: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    for (const window of ['cashier', 'customer'] as const) {
      await pages.command(window, 'HeapProfiler.collectGarbage', {});
      await pages.command(window, 'Memory.simulatePressureNotification', { level: 'critical' });
    }
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    seen.push(await windowsMb(pages));
  }
  return seen;
}

/** Both windows together: the browser may give them one process. */
async function windowsMb(pages: Pages): Promise<number> {
  const { processInfo } = (await pages.browser('SystemInfo.getProcessInfo', {})) as { processInfo: readonly { readonly type: string; readonly id: number }[] };
  const kilobytes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateKilobytes(id));
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1_024;
}

function privateKilobytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const fields = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)];
  if (fields.length === 0) throw new Error('the kernel does not say what memory a window has');
  return fields.reduce((sum, [, value]) => sum + Number(value), 0);
}

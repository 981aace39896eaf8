/**
 * The commit that takes the money: the append which the product itself makes when cash is tendered, timed where it is called, on a
 * running counter without windows. Its floor is a one-row FULL transaction of better-sqlite3 in the calling thread, on the same
 * disk, in turns with it.
 */
import { join } from 'node:path';
import { openFloor } from '../../db/bench.ts';
import type { Journal } from '../../db/journal.ts';
import { startApp } from '../../electron/app.ts';
import { createCashier, type Cashier } from '../../electron/testing/cashier.ts';
import { headlessShell } from '../../electron/testing/headless-shell.ts';
import type { Measured } from './parts/figure.ts';
import { summarise } from './parts/statistics.ts';

const LINES = 5;
/** The first sales warm the machine up and are not counted. */
const WARM_UP = 20;
/** The floor is short: several of it a round make its median as sure as the others. */
const FLOORS_A_ROUND = 3;

type Times = { readonly append: number[]; readonly tender: number[]; readonly floor: number[] };

/** `dir`: an empty folder on the disk to be measured. */
export async function benchSaleCommit({ dir, rounds }: { readonly dir: string; readonly rounds: number }): Promise<readonly Measured[]> {
  const times: Times = { append: [], tender: [], floor: [] };
  let onTendered: (ms: number) => void = () => {};
  const app = await startApp(headlessShell(join(dir, 'counter')), {
    now: () => new Date(),
    wrap: (parts) => ({ ...parts, journal: timingTenders(parts.journal, (ms) => onTendered(ms)) }),
  });
  const floor = openFloor(join(dir, 'floor.db'));
  try {
    const cashier = createCashier(app, { trusting: true });
    await cashier.begin();
    for (let round = -WARM_UP; round < rounds; round += 1) {
      onTendered = round < 0 ? () => {} : (ms) => void times.append.push(ms);
      const tenderMs = await sellForCash(cashier);
      const floorMs = Array.from({ length: FLOORS_A_ROUND }, () => timed(floor.commitOneRow));
      if (round < 0) continue;
      times.tender.push(tenderMs);
      times.floor.push(...floorMs);
    }
  } finally {
    floor.close();
    await app.stop();
  }
  if (times.append.length !== rounds) throw new Error(`${times.append.length} tenders were seen in ${rounds} sales`);
  const measured = summarise(times.floor);
  return [
    { name: 'sale commit: append at sale.tendered', unit: 'ms', measured: summarise(times.append), beside: { to: 'floor', name: 'one row, FULL', measured, atMost: 1.5 } },
    { name: 'sale.tenderCash through the router', unit: 'ms', measured: summarise(times.tender), beside: { to: 'floor', name: 'one row, FULL', measured } },
  ];
}

/** The product's own journal; only the appends that take money are timed. */
function timingTenders(journal: Journal, seen: (ms: number) => void): Journal {
  return {
    ...journal,
    append: async (entries) => {
      if (!entries.some((entry) => entry.kind === 'sale.tendered')) return journal.append(entries);
      const start = performance.now();
      const appended = await journal.append(entries);
      seen(performance.now() - start);
      return appended;
    },
  };
}

/** One sale of `LINES` goods, from the first scan until drawer and desk are quiet again; answers how long the tender call took. */
async function sellForCash(cashier: Cashier): Promise<number> {
  const products = await cashier.must('catalogue.list', {});
  for (const product of products.slice(0, LINES)) await cashier.must('sale.scan', { code: product.barcode });
  const { sale } = await cashier.look();
  if (sale.stage !== 'basket') throw new Error(`expected a basket, not ${sale.stage}`);
  const { saleId, breakdown } = sale;
  const start = performance.now();
  await cashier.must('sale.tenderCash', { saleId, dueWon: breakdown.totalWon, receivedWon: 50_000 });
  const tenderMs = performance.now() - start;
  await cashier.must('receipt.decline', { saleId });
  await cashier.until('the end of the sale', (view) => view.sale.stage === 'slip-question' || view.sale.stage === 'done');
  if ((await cashier.look()).sale.stage === 'slip-question') await cashier.must('slip.answer', { saleId, wants: false });
  await drawerSettled(cashier, saleId);
  await cashier.must('sale.next', { saleId });
  return tenderMs;
}

/** Nothing of the sale may still be writing when the floor is measured. */
async function drawerSettled(cashier: Cashier, saleId: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (performance.now() < deadline) {
    const { prints } = await cashier.must('history.sale', { saleId });
    if (prints.every((print) => print.state !== 'queued' && print.state !== 'sent')) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error('the drawer was never settled');
}

function timed(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

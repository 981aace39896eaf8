/**
 * What a durable append costs, beside its floor: one row into one table, WAL, FULL, in the calling thread. Both are measured in
 * turns on the same disk, so that a busy minute counts for both.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startSale, stepCheckout, type CheckoutEvent, type CheckoutRules, type CheckoutState } from '../domain/checkout/machine.ts';
import { DEFAULT_CHECKOUT_RULES } from '../domain/checkout/rules.ts';
import type { JournalEntry } from '../domain/journal-entry.ts';
import { fileKeyStore, type Journal, openJournal } from './journal.ts';

export type CommitTimes = {
  readonly name: 'floor: one row, FULL' | 'one entry' | 'three entries' | 'sale tendered (three entries and their tables)';
  readonly medianMs: number;
  readonly p99Ms: number;
  /** To the floor's median. */
  readonly ratio: number;
};

const RULES: CheckoutRules = DEFAULT_CHECKOUT_RULES;
const ABOUT = { at: '2026-01-05T00:00:00.000Z', businessDay: '2026-01-05', actor: { userId: 'user-1', name: '김', role: 'cashier' } } as const;
const LINES = 5;

/** `dir`: an empty folder on the disk to be measured. */
export async function benchCommits({ dir, rounds }: { dir: string; rounds: number }): Promise<readonly CommitTimes[]> {
  const floor = openFloor(join(dir, 'floor.db'));
  const opened = await openJournal({ path: join(dir, 'journal.db'), keys: fileKeyStore(join(dir, 'keys')) });
  if (!opened.ok) throw new Error(`${opened.code}: ${opened.detail}`);
  const { journal } = opened;
  await journal.append([{ ...ABOUT, saleId: null, kind: 'shift.opened', payload: { shiftId: 'shift-1', floatWon: 100_000 } }]);
  const times: Record<CommitTimes['name'], number[]> = { 'floor: one row, FULL': [], 'one entry': [], 'three entries': [], 'sale tendered (three entries and their tables)': [] };
  for (let round = 1; round <= rounds; round += 1) {
    const tender = await sellUpToTender(journal, round);
    times['floor: one row, FULL'].push(await took(floor.commitOneRow));
    times['one entry'].push(await took(() => journal.append([note(round)])));
    times['three entries'].push(await took(() => journal.append([note(round), note(round), note(round)])));
    times['sale tendered (three entries and their tables)'].push(await took(() => journal.append(tender)));
  }
  floor.close();
  await journal.close();
  const floorMs = quantile(times['floor: one row, FULL'], 0.5);
  return (Object.keys(times) as CommitTimes['name'][]).map((name) => {
    const medianMs = quantile(times[name], 0.5);
    return { name, medianMs, p99Ms: quantile(times[name], 0.99), ratio: medianMs / floorMs };
  });
}

/** The least a durable commit can be: prepared, one table, no index. */
export function openFloor(path: string): { readonly commitOneRow: () => void; readonly close: () => void } {
  const db = new Database(path);
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE row (seq INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO row (text) VALUES (?)');
  const text = 'x'.repeat(300);
  return { commitOneRow: () => void insert.run(text), close: () => void db.close() };
}

function note(round: number): JournalEntry {
  return { ...ABOUT, saleId: null, kind: 'failure.recorded', payload: { code: 'printer.offline', detail: `${round}`.padEnd(300, '.') } };
}

/** A basket of five lines, appended; returns the append that takes the money: the tender, the drawer's intent, its sending. */
async function sellUpToTender(journal: Journal, saleNumber: number): Promise<readonly JournalEntry[]> {
  const saleId = `sale-${saleNumber}`;
  const rows: JournalEntry[] = [{ ...ABOUT, saleId, kind: 'sale.started', payload: { saleNumber, shiftId: 'shift-1' } }];
  let state: CheckoutState = startSale(saleId, saleNumber);
  const take = (event: CheckoutEvent): JournalEntry => {
    const step = stepCheckout(state, event, RULES);
    if (!step.ok) throw new Error(step.refusal);
    state = step.state;
    return { ...ABOUT, saleId, kind: `sale.${event.type}`, payload: { event, after: state.stage === 'basket' ? null : state } };
  };
  for (let line = 0; line < LINES; line += 1) {
    const product = { productId: `p-${line}`, barcode: '8801234567893', name: '우유', priceWon: 2_800, taxClass: 'taxable', category: '유제품' } as const;
    rows.push(take({ type: 'line-added', product, quantity: 1, lineId: `line-${line}` }));
  }
  await journal.append(rows);
  const jobId = `drawer-${saleNumber}`;
  return [
    take({ type: 'tendered', dueWon: 14_000, receivedWon: 20_000, paidAt: ABOUT.at, drawerJobId: jobId }),
    { ...ABOUT, saleId, kind: 'print.queued', payload: { jobId, job: { kind: 'drawer' }, reason: 'drawer' } },
    { ...ABOUT, saleId, kind: 'print.sent', payload: { jobId, event: { type: 'sent' }, after: { name: 'sent' } } },
  ];
}

async function took(act: () => unknown): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileKeyStore, type Journal, openJournal } from '../../db/journal.ts';
import type { JournalEntry, ShiftClose } from '../../domain/journal-entry.ts';
import { readSeedOptions } from './options.ts';
import { planDays } from './plan.ts';
import { seeded, weighted } from './random.ts';
import { writeYears } from './write.ts';
import { tellYears } from './years.ts';

const SALES = 400;
const LAST_DAY = '2026-03-01';
const YEARS = { sales: SALES, years: 1, lastDay: LAST_DAY, seed: 7 };

let dir: string;
let journal: Journal;
let orphans: unknown;
let guards: readonly unknown[];

async function openIn(folder: string): Promise<Journal> {
  const opened = await openJournal({ path: path.join(folder, 'journal.db'), keys: fileKeyStore(path.join(folder, 'keys')) });
  if (!opened.ok) throw new Error(`${opened.code}: ${opened.detail}`);
  return opened.journal;
}

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'gyesandae-seed-'));
  writeYears({ ...YEARS, dataDir: dir });
  const file = path.join(dir, 'practice', 'journal.db');
  const asWritten = new Database(file, { readonly: true });
  orphans = asWritten.pragma('foreign_key_check');
  guards = asWritten.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").pluck().all();
  asWritten.close();
  journal = await openIn(path.join(dir, 'practice'));
});

afterAll(async () => {
  await journal.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
});

const told = (seed: number) => [...tellYears({ ...YEARS, seed, seal: (digits) => `sealed ${digits}` })].flatMap(({ entries }) => entries);

describe('the years', () => {
  it('are a journal like any other: chain, signatures and tables hold, and no number is missing', async () => {
    expect(await journal.verify()).toMatchObject({ ok: true, faults: [] });
    expect(await journal.numberGaps()).toEqual({ saleNumbers: [], zNumbers: [] });
    expect(await journal.durability()).toMatchObject({ journalMode: 'wal', synchronous: 2, foreignKeys: 1 });
  });

  it('are guarded like any other, and nothing in their tables is without what it belongs to', () => {
    expect(guards).toEqual(['journal_no_delete', 'journal_no_update', 'journal_only_next', 'meta_no_delete', 'meta_no_replace', 'meta_no_update']);
    expect(orphans).toEqual([]);
  });

  it('are as many sales as were asked for, and end with the shift closed', async () => {
    expect(await journal.counter()).toMatchObject({ nextSaleNumber: SALES + 1, openShift: null, openSales: [], lastBusinessDay: LAST_DAY });
  });

  it('can be sold on', async () => {
    const about = { at: '2026-03-02T00:00:00.000Z', businessDay: '2026-03-02', actor: null };
    await journal.append([
      { ...about, saleId: null, kind: 'shift.opened', payload: { shiftId: 'd-next', floatWon: 0 } },
      { ...about, saleId: 's-next', kind: 'sale.started', payload: { saleNumber: SALES + 1, shiftId: 'd-next' } },
    ]);
    expect(await journal.verify()).toMatchObject({ ok: true });
  });

  it('hold nothing the counter would not have taken: appended one act after the other, each follows', async () => {
    const folder = path.join(dir, 'again');
    const live = await openIn(folder);
    let rows = 0;
    const kinds = new Set<string>();
    const closes: ShiftClose[] = [];
    for (const { entries } of tellYears({ ...YEARS, sales: 300, years: 0.02, seed: 17, seal: live.seal })) {
      await live.append(entries);
      rows += entries.length;
      for (const entry of entries) {
        kinds.add(entry.kind);
        if (entry.kind === 'shift.closed') closes.push(entry.payload);
      }
    }
    for (const kind of ['sale.traded', 'refund.traded', 'refund.cash-handed', 'receipt-cancel.issued', 'cash-receipt.cancelled', 'people.approval-used']) expect(kinds).toContain(kind);
    for (const { shiftId, cashSalesWon, cashRefundsWon, saleCount } of closes) expect(await live.shiftTotals(shiftId)).toMatchObject({ cashSalesWon, cashRefundsWon, saleCount });
    expect(await live.verify()).toMatchObject({ ok: true, rows });
    await live.close();
  });

  it('hold personal numbers only sealed and masked', () => {
    const seal = () => 'v1.sealed';
    const text = JSON.stringify([...tellYears({ ...YEARS, seal })]);
    expect(text).toContain('010-****-5678');
    for (const number of ['01012345678', '1248100998', '2208162517']) expect(text.replaceAll('사업자번호 124-81-00998', '')).not.toContain(number);
  });
});

describe('what is told', () => {
  it('is the same for the same seed, and other years for another', () => {
    expect(told(7)).toEqual(told(7));
    expect(told(8)).not.toEqual(told(7));
  });

  it('has of everything that happens at a counter', () => {
    const kinds = new Set(told(7).map((entry: JournalEntry) => entry.kind));
    for (const kind of ['sale.abandoned', 'sale.held', 'sale.line-cancelled', 'sale.line-discounted', 'cash-receipt.issued', 'cash-receipt.nts-confirmed', 'print.queued', 'shift.closed']) expect(kinds).toContain(kind);
  });

  it('spreads exactly the sales asked for over the days, the last of them among those', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 1, max: 5 }), fc.nat(1_000), (sales, years, seed) => {
        const days = planDays({ sales, years, lastDay: LAST_DAY }, seeded(seed));
        expect(days.reduce((sum, day) => sum + day.sales, 0)).toBe(sales);
        expect(days.at(-1)?.businessDay).toBe(LAST_DAY);
        expect(days).toEqual(days.toSorted((a, b) => (a.businessDay < b.businessDay ? -1 : 1)));
      }),
      { numRuns: 20 },
    );
  });

  it('draws what weighs more more often', () => {
    const random = seeded(1);
    const draw = weighted([1, 0, 9]);
    const counts = [0, 0, 0];
    for (let round = 0; round < 10_000; round += 1) {
      const drawn = draw(random);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    expect(counts[1]).toBe(0);
    expect(counts[2]).toBeGreaterThan(5 * (counts[0] ?? 0));
  });
});

describe('the options', () => {
  const NOW = new Date('2026-03-01T16:00:00.000Z');
  it('end yesterday, in Seoul', () => {
    expect(readSeedOptions(['--sales', '10'], NOW)).toMatchObject({ sales: 10, years: 5, seed: 1, lastDay: '2026-03-01' });
  });
  it.each([[[]], [['--sales', '0']], [['--sales', '1.5']], [['--sales', '10', '--years', '0']], [['--sales', '10', '--seed', '-1']], [['--weather', 'rain']]])('%j is refused', (args) => {
    expect(() => readSeedOptions(args, NOW)).toThrow();
  });
});

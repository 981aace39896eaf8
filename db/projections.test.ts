import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CashReceiptState } from '../domain/cash-receipt/machine.ts';
import { sumWon } from '../domain/won.ts';
import { createAppender } from './append.ts';
import { genesisHash, publicKeyText, signingKeyFrom } from './chain.ts';
import { loadKeys } from './keys.ts';
import { JOURNAL_LIMITS } from './limits.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { createProjector, PROJECTION_TABLES, rebuildProjections } from './projections/projector.ts';
import { cashReceiptReads } from './reads/cash-receipts.ts';
import { dayReads } from './reads/day.ts';
import { printJobReads } from './reads/print-jobs.ts';
import { saleReads } from './reads/sales.ts';
import { ACTOR, tellStory, type Story, type ToldSale } from './testing/story.ts';
import { verifyJournal } from './verify.ts';

const { signing } = loadKeys({ load: () => null, save: () => undefined }, true);
const signingKey = signingKeyFrom(signing ?? Buffer.alloc(0));
const publicKey = publicKeyText(signingKey);

function told(choices: readonly number[]): { story: Story; db: Database.Database } {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, MIGRATIONS);
  db.prepare("INSERT INTO meta VALUES ('counter_id', 'counter-1'), ('public_key', ?), ('sealing_key_id', 'x')").run(publicKey);
  const append = createAppender(db, { genesis: genesisHash('counter-1', publicKey), signingKey, project: createProjector(db, true), limits: JOURNAL_LIMITS });
  const story = tellStory();
  for (const choice of choices) append(story.next(choice));
  return { story, db };
}

/** Long enough that receipts, prints and later shifts come up; shrinks to a short story. */
const choices = fc.array(fc.nat(10_000), { maxLength: 150, size: 'max' });
const NUM_RUNS = 15;

function expectedSale(story: Story, sale: ToldSale) {
  const { payment } = sale;
  const zero = { supplyWon: 0, vatWon: 0, taxFreeWon: 0, serviceChargeWon: 0, totalWon: 0 };
  return {
    saleId: sale.saleId,
    saleNumber: sale.state.saleNumber,
    shiftId: sale.shiftId,
    businessDay: sale.businessDay,
    startedAt: expect.any(String) as string,
    paidAt: payment?.paidAt ?? null,
    stage: sale.state.stage,
    totalWon: payment?.totals.breakdown.totalWon ?? 0,
    receivedWon: payment?.receivedWon ?? 0,
    changeWon: payment?.changeWon ?? 0,
    cardWon: 0,
    exchangeWon: 0,
    refundedWon: 0,
    breakdown: payment?.totals.breakdown ?? zero,
    state: sale.state.stage === 'basket' ? null : sale.state,
    itemSummary: { firstName: payment?.cart.lines[0]?.name ?? null, lineCount: payment?.cart.lines.length ?? 0 },
    cashReceipts: story.receipts
      .filter((receipt) => receipt.saleId === sale.saleId)
      .map(({ intent, state }) => ({
        cashReceiptId: intent.cashReceiptId,
        purpose: intent.purpose,
        identifierMasked: intent.identifierMasked,
        form: intent.form,
        amounts: intent.amounts,
        deadlineAt: intent.deadlineAt,
        state,
        createdAt: expect.any(String) as string,
      })),
    actor: ACTOR,
  };
}

test('sales are what the checkout machine says, over any story', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const { story, db } = told(chosen);
      const reads = saleReads(db);
      for (const sale of story.sales) {
        expect(reads.sale(sale.saleId)).toEqual(expectedSale(story, sale));
        expect(reads.saleEvents(sale.saleId)).toEqual(sale.events);
      }
      for (const shift of story.shifts) {
        const numbers = story.sales.filter((sale) => sale.businessDay === shift.businessDay).map((sale) => sale.state.saleNumber);
        expect(reads.salesOfDay(shift.businessDay, { limit: 1_000 }).map((sale) => sale.saleNumber)).toEqual(numbers.toReversed());
      }
    }),
    { numRuns: NUM_RUNS },
  );
});

test('cash receipts and print jobs are what their machines say, over any story', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const { story, db } = told(chosen);
      const receipts = cashReceiptReads(db);
      const prints = printJobReads(db);
      for (const { intent, state, saleId } of story.receipts) expect(receipts.cashReceipt(intent.cashReceiptId)).toMatchObject({ ...intent, state, saleId });
      for (const { intent, state, saleId } of story.prints) expect(prints.printJob(intent.jobId)).toMatchObject({ ...intent, state, saleId });
      for (const { saleId } of story.sales) {
        const ofSale = story.receipts.filter((receipt) => receipt.saleId === saleId).map((receipt) => receipt.intent.cashReceiptId);
        expect(receipts.cashReceiptsOfSale(saleId).map((receipt) => receipt.cashReceiptId)).toEqual(ofSale);
        const jobs = story.prints.filter((job) => job.saleId === saleId).map((job) => job.intent.jobId);
        expect(prints.printJobsOfSale(saleId).map((job) => job.jobId)).toEqual(jobs);
      }
      const unsentStates: readonly CashReceiptState['name'][] = ['queued', 'requested', 'unknown'];
      const unsent = story.receipts.filter((receipt) => unsentStates.includes(receipt.state.name));
      expect(receipts.cashReceiptsIn(unsentStates, { limit: 1_000 }).map((receipt) => receipt.cashReceiptId)).toEqual(unsent.map((receipt) => receipt.intent.cashReceiptId));
      expect(receipts.unsentCashReceipts()).toMatchObject({ count: unsent.length, amountWon: sumWon(unsent.map((receipt) => receipt.intent.amounts.totalWon)) });
      const open = story.prints.filter((job) => job.state.name === 'queued' || job.state.name === 'sent').map((job) => job.intent.jobId);
      expect(prints.openPrintJobs({ limit: 1_000 }).map((job) => job.jobId)).toEqual(open);
      expect(prints.unsettledPrints().count).toBe(unsettledIn(story));
    }),
    { numRuns: NUM_RUNS },
  );
});

function unsettledIn(story: Story): number {
  return story.prints.filter((job, index) => {
    if (job.intent.job.kind === 'drawer' || job.state.name === 'confirmed' || job.state.name === 'settled') return false;
    const later = story.prints.slice(index + 1).some((other) => other.saleId === job.saleId && other.intent.job.kind === 'slip' && (other.state.name === 'confirmed' || other.state.name === 'settled'));
    return !later;
  }).length;
}

test('the counter, its shifts and its failures are what was told, over any story', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const { story, db } = told(chosen);
      const reads = dayReads(db);
      const openShift = story.shifts.find((shift) => shift.zNumber === null);
      const openSales = story.sales.filter((sale) => sale.state.stage !== 'done' && sale.state.stage !== 'abandoned');
      expect(reads.counter()).toEqual({
        nextSaleNumber: story.sales.length + 1,
        nextZNumber: story.shifts.filter((shift) => shift.zNumber !== null).length + 1,
        lastSeq: story.entries.length,
        lastAt: story.entries.at(-1)?.at ?? null,
        lastBusinessDay: story.shifts.at(-1)?.businessDay ?? null,
        openShift: openShift === undefined ? null : { shiftId: openShift.shiftId, openedAt: expect.any(String) as string, businessDay: openShift.businessDay, floatWon: openShift.floatWon, openedBy: ACTOR },
        openSales: openSales.map(({ saleId, state }) => ({ saleId, saleNumber: state.saleNumber, stage: state.stage })),
      });
      for (const { shiftId } of story.shifts) {
        const paid = story.sales.filter((sale) => sale.shiftId === shiftId && sale.payment !== null);
        expect(reads.shiftTotals(shiftId)).toMatchObject({ saleCount: paid.length, cashSalesWon: sumWon(paid.map((sale) => sale.payment?.totals.breakdown.totalWon ?? 0)), cardSalesWon: 0 });
      }
      for (const day of new Set(story.failures.map((failure) => failure.businessDay))) {
        const counts = Map.groupBy(story.failures.filter((failure) => failure.businessDay === day), (failure) => failure.code);
        expect(new Map(reads.failuresOfDay(day).map(({ code, count }) => [code as string, count]))).toEqual(new Map([...counts].map(([code, all]) => [code, all.length])));
      }
      expect(reads.numberGaps()).toEqual({ saleNumbers: [], zNumbers: [] });
    }),
    { numRuns: NUM_RUNS },
  );
});

test('tables folded again from the journal are the tables that were there, over any story', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const { story, db } = told(chosen);
      const dump = () => PROJECTION_TABLES.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all());
      const live = dump();
      db.exec('DELETE FROM failures; DELETE FROM payments;');
      expect(rebuildProjections(db)).toBe(story.entries.length);
      expect(dump()).toEqual(live);
    }),
    { numRuns: NUM_RUNS },
  );
});

test('the chain of any story holds', async () => {
  await fc.assert(
    fc.asyncProperty(choices, async (chosen) => {
      const { story, db } = told(chosen);
      expect(await verifyJournal(db, () => undefined)).toMatchObject({ ok: true, rows: story.entries.length, faults: [] });
    }),
    { numRuns: NUM_RUNS },
  );
});

test('stories reach every stage and state there is: the properties above speak of all of them', () => {
  const stages = new Set<string>();
  const states = new Set<string>();
  const prints = new Set<string>();
  for (let seed = 1; seed <= 40; seed += 1) {
    const story = tellStory();
    for (let index = 0; index < 150; index += 1) {
      story.next((seed * 7_919 + index * index * 31) % 10_007);
      for (const sale of story.sales) stages.add(sale.state.stage);
      for (const receipt of story.receipts) states.add(receipt.state.name);
      for (const job of story.prints) prints.add(job.state.name);
    }
  }
  expect([...stages].toSorted()).toEqual(['abandoned', 'basket', 'done', 'held', 'receipt-choice', 'receipt-issuing', 'slip-question']);
  expect([...states].toSorted()).toEqual(['cancelled', 'confirmed', 'failed', 'issued', 'queued', 'rejected', 'requested', 'unknown']);
  expect([...prints].toSorted()).toEqual(['confirmed', 'failed', 'queued', 'sent', 'settled', 'unknown']);
});

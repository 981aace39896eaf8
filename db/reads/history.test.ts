/** What is found among the sales of any story is what a person going through all of them would find. */
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, initialsOf } from '../../domain/catalogue/jamo.ts';
import { readSearch } from '../../domain/history/search.ts';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/all.ts';
import { createProjector } from '../projections/projector.ts';
import { actorText } from '../stored.ts';
import { canonicalJson } from '../canonical.ts';
import { ACTOR, type Story, tellStory, type ToldSale } from '../testing/story.ts';
import { historyReads, type SaleSearch } from './history.ts';
import { saleReads } from './sales.ts';

const TODAY = '2026-12-31';
const ALL: SaleSearch = { words: [], days: null, minutes: null, tender: null, cashierId: null, only: null };
const choices = fc.array(fc.nat(10_000), { minLength: 60, maxLength: 220 });

function told(chosen: readonly number[]) {
  const db = new Database(':memory:');
  migrate(db, MIGRATIONS);
  const project = createProjector(db, true);
  const insert = db.prepare(`INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, zeroblob(32), zeroblob(32), NULL)`);
  const story = tellStory();
  for (const choice of chosen) {
    for (const entry of story.next(choice)) {
      const seq = (db.prepare('SELECT coalesce(max(seq), 0) + 1 FROM journal').pluck().get() as number);
      insert.run(seq, `id-${seq}`, entry.at, entry.businessDay, actorText(entry.actor), entry.kind, entry.saleId, canonicalJson(entry.payload));
      project(seq, entry);
    }
  }
  return { db, story, ...historyReads(db, saleReads(db).salesByNumber) };
}

const numberOf = (sale: ToldSale) => sale.state.saleNumber;
const done = (story: Story) => story.sales.filter((sale) => sale.state.stage === 'done').toSorted((a, b) => numberOf(b) - numberOf(a));

/** Page after page, to the end. */
function allFound(findSales: ReturnType<typeof told>['findSales'], search: SaleSearch, limit: number): readonly number[] {
  const found: number[] = [];
  let before: number | null = 1_000_000;
  do {
    const page = findSales(search, { limit, beforeSaleNumber: before });
    found.push(...page.found.map(({ sale }) => sale.saleNumber));
    before = page.nextBefore;
  } while (before !== null);
  return found;
}

describe('over any story', () => {
  it('without a word: every sale that is over, newest first, in pages of any size', () => {
    fc.assert(
      fc.property(choices, fc.integer({ min: 1, max: 7 }), (chosen, limit) => {
        const { story, findSales } = told(chosen);
        expect(allFound(findSales, ALL, limit)).toEqual(done(story).map(numberOf));
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('by amount, part of a name, number, day and cashier: those that have it, and no others', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const { story, findSales } = told(chosen);
        const sales = done(story);
        const totalOf = (sale: ToldSale) => sale.payment?.totals.breakdown.totalWon;
        const [some] = sales;
        const amountWon = some === undefined ? 5_600 : (totalOf(some) ?? 0);
        const names = (sale: ToldSale) => sale.payment?.cart.lines.map(({ name }) => comparable(name)) ?? [];
        const expectFound = (text: string, wanted: (sale: ToldSale) => boolean, over: Partial<SaleSearch> = {}) =>
          expect(allFound(findSales, { ...ALL, ...readSearch(text, TODAY), ...over }, 3), `found by ${text}`).toEqual(sales.filter(wanted).map(numberOf));
        expectFound(`${amountWon}원`, (sale) => totalOf(sale) === amountWon);
        expectFound('우', (sale) => names(sale).some((name) => name.includes('우')));
        expectFound('우유 쌀', (sale) => names(sale).includes('우유') && names(sale).includes('쌀'));
        expectFound('ㅇㅇ', (sale) => names(sale).some((name) => initialsOf(name).includes('ㅇㅇ')));
        expectFound('#1', (sale) => numberOf(sale) === 1);
        expectFound('2026-01-06', (sale) => sale.businessDay === '2026-01-06' || sale.payment?.paidAt.slice(0, 10) === '2026-01-06');
        expectFound('', () => true, { cashierId: ACTOR.userId, tender: 'cash' });
        expectFound('', () => false, { cashierId: 'nobody' });
        expectFound('', () => false, { tender: 'card' });
        expectFound('빵', () => false);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('with open cases: a receipt that is not through, or paper nobody has seen and nobody has spoken of', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const { story, findSales } = told(chosen);
        const openReceipt = (sale: ToldSale) => {
          const own = story.receipts.filter((receipt) => receipt.saleId === sale.saleId);
          return own.some(({ state }) => ['queued', 'requested', 'unknown', 'rejected'].includes(state.name));
        };
        const openPaper = (sale: ToldSale) => {
          const slips = story.prints.filter((print) => print.saleId === sale.saleId && print.intent.job.kind === 'slip');
          return slips.some(({ state }, index) => (state.name === 'unknown' || state.name === 'failed') && !slips.slice(index + 1).some((later) => later.state.name === 'confirmed' || later.state.name === 'settled'));
        };
        const expected = done(story).filter((sale) => openReceipt(sale) || openPaper(sale)).map(numberOf);
        expect(allFound(findSales, { ...ALL, only: 'open-cases' }, 2)).toEqual(expected);
        for (const { sale, open } of findSales(ALL, { limit: 100 }).found) expect(open).toBe(expected.includes(sale.saleNumber));
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});

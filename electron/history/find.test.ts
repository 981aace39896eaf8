import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallRequest } from '../../contract/calls.ts';
import { issueReceipt, openWorld, payCash, type RunningCounter, startCounter, type World } from '../testing/counter-fixture.ts';

type Search = CallRequest<'history.find'>['search'];
const ALL: Search = { text: '', days: null, tender: null, cashierId: null, only: null };

let world: World;
let counter: RunningCounter;
let approvalNumber = '';
/** Oldest first. */
const saleIds: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  counter = await startCounter(world);
  for (const count of [1, 2, 3]) saleIds.push(await sell(count));
  const { cashReceipts } = await counter.cashier.must('history.sale', { saleId: saleIds[2] ?? '' });
  approvalNumber = cashReceipts[0]?.approvalNumber ?? '';
}, 60_000);

afterAll(async () => {
  await counter.stop();
  await world.close();
});

/** `count` goods; with three of them a cash receipt is wanted. */
async function sell(count: number): Promise<string> {
  const { cashier } = counter;
  const saleId = await payCash(cashier, { count, receivedWon: 50_000 });
  if (count === 3) await issueReceipt(cashier, saleId);
  else await cashier.must('receipt.decline', { saleId });
  await cashier.until('the question of the slip', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants: false });
  await cashier.must('sale.next', { saleId });
  return saleId;
}

async function found(over: Partial<Search>): Promise<readonly (readonly [saleNumber: number, matched: readonly string[]])[]> {
  const { sales } = await counter.cashier.must('history.find', { search: { ...ALL, ...over }, beforeSaleNumber: null, limit: 50 });
  return sales.map(({ saleNumber, matched }) => [saleNumber, matched]);
}

describe('the history of a running counter', () => {
  it('has every finished sale, newest first, page by page, with who sold it and on which day', async () => {
    const first = await counter.cashier.must('history.find', { search: ALL, beforeSaleNumber: null, limit: 2 });
    expect(first.sales.map(({ saleId }) => saleId)).toEqual([saleIds[2], saleIds[1]]);
    expect(first.sales[0]).toMatchObject({ cashierName: '김', lineCount: 3, open: false, cashReceipt: { state: 'issued', approvalNumber } });
    expect(first.reachedDay).toBeNull();
    const second = await counter.cashier.must('history.find', { search: ALL, beforeSaleNumber: first.nextBefore, limit: 2 });
    expect(second.sales.map(({ saleId }) => saleId)).toEqual([saleIds[0]]);
    expect(second.nextBefore).toBeNull();
  });

  it('is found by what is remembered, and says by what', async () => {
    expect(approvalNumber).toMatch(/^TB\d{7}$/);
    expect(await found({ text: approvalNumber.toLowerCase() })).toEqual([[3, ['approval']]]);
    expect(await found({ text: '8,700원' })).toEqual([]);
    expect(await found({ text: '#2' })).toEqual([[2, ['sale-number']]]);
    expect(await found({ text: '2500' })).toEqual([[1, ['amount']]]);
    expect(await found({ text: '아메리카노 큰컵' })).toEqual([[3, ['product']], [2, ['product']]]);
  });

  it('is narrowed by days, tender, cashier and what is unfinished', async () => {
    const { businessDay } = (await counter.cashier.look()).shift ?? { businessDay: '' };
    expect(await found({ days: { from: businessDay, to: businessDay } })).toHaveLength(3);
    // Whichever day was put first.
    expect(await found({ days: { from: businessDay, to: '2020-01-01' } })).toHaveLength(3);
    expect(await found({ days: { from: '2020-01-01', to: '2020-12-31' } })).toEqual([]);
    expect(await found({ tender: 'cash', cashierId: 'practice-cashier' })).toHaveLength(3);
    expect(await found({ tender: 'card' })).toEqual([]);
    expect(await found({ cashierId: 'practice-manager' })).toEqual([]);
    expect(await found({ only: 'open-cases' })).toEqual([]);
    expect(await counter.cashier.must('history.filters', {})).toEqual({ cashiers: [{ userId: 'practice-cashier', name: '김' }], openSales: 0 });
  });

  it('takes any text for what it is: nothing that can be typed is refused', async () => {
    for (const text of ["'; DROP TABLE sales; --", '%_*', '\u0000', '９９', '한'.repeat(60)]) expect(await found({ text })).toEqual([]);
    expect(await counter.cashier.ask('history.find', { search: { ...ALL, text: 'x'.repeat(61) }, beforeSaleNumber: null, limit: 50 })).toMatchObject({ ok: false, code: 'bridge.bad-request' });
  });
});

/** A sale as it happened, told from a real journal: what was done at the counter stands there, in its order, with who and by whose leave. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { issueReceipt, openWorld, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';
import { beginRefund, seeThrough } from '../testing/refunder.ts';

let world: World;
let counter: RunningCounter;

beforeAll(async () => {
  world = await openWorld();
  counter = await startCounter(world);
});
afterAll(async () => {
  await counter.stop();
  await world.close();
});

/** A busy machine prints late. */
const PATIENCE = { timeout: 30_000 };

const tale = async (saleId: string, over: { readonly group?: 'money' | 'receipt' | 'people' | 'trouble'; readonly skip?: number; readonly limit?: number } = {}) =>
  counter.cashier.must('history.timeline', { saleId, group: over.group ?? null, skip: over.skip ?? 0, limit: over.limit ?? 200 });

it('held, discounted, paid, receipted, printed and voided: every step of it, and none that nobody knows', async () => {
  const { cashier } = counter;
  const [product] = await cashier.must('catalogue.list', {});
  await cashier.must('sale.scan', { code: product?.barcode ?? '', quantity: 2 });
  const { sale } = await cashier.look();
  if (sale.stage !== 'basket') throw new Error(sale.stage);
  const { saleId } = sale;
  const [line] = sale.lines;
  await cashier.must('sale.discountLine', { saleId, lineId: line?.lineId ?? '', discount: { unit: 'won', amountWon: 100 } });
  await cashier.must('sale.hold', { saleId });
  await cashier.must('sale.recall', { saleId });
  const dueWon = sale.breakdown.totalWon - 100;
  await cashier.must('sale.tenderCash', { saleId, dueWon, receivedWon: dueWon + 500 });
  await issueReceipt(cashier, saleId);
  await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants: true });
  await expect.poll(async () => (await cashier.must('history.sale', { saleId })).prints.every(({ state }) => state === 'confirmed'), PATIENCE).toBe(true);
  await beginRefund(cashier, { saleId, lines: null });
  await seeThrough(cashier);
  await expect.poll(async () => (await tale(saleId)).entries.filter(({ what }) => what === 'print-confirmed').length, PATIENCE).toBeGreaterThanOrEqual(4);

  const { entries, total, saleNumber, cut } = await tale(saleId);
  expect({ total, saleNumber, cut }).toEqual({ total: entries.length, saleNumber: sale.saleNumber, cut: false });
  const whats = entries.map(({ what }) => what);
  const inOrder = ['started', 'line-added', 'line-discounted', 'held', 'recalled', 'cash-paid', 'receipt-created', 'receipt-issued', 'slip-wanted', 'approval-granted', 'approval-used', 'refund-begun', 'refund-cash-out', 'refund-cash-handed', 'receipt-cancel-created', 'receipt-cancelled'] as const;
  expect(whats.filter((what) => inOrder.some((wanted) => wanted === what && what !== 'receipt-issued')), 'in the order it was done').toEqual(inOrder.filter((what) => what !== 'receipt-issued'));
  expect(whats, 'nothing is left without words').not.toContain('other');
  expect(entries.find(({ what }) => what === 'line-discounted')).toMatchObject({ name: line?.name, won: 100, actor: '김', approver: null });
  expect(entries.find(({ what }) => what === 'cash-paid')).toMatchObject({ won: dueWon, receivedWon: dueWon + 500 });
  expect(entries.find(({ what }) => what === 'refund-begun')).toMatchObject({ refund: 'void', won: dueWon, actor: '김', approver: '점장' });
  expect(entries.find(({ what }) => what === 'receipt-issued')).toMatchObject({ name: '010-****-5678', actor: null });
  expect(JSON.stringify(entries)).not.toContain('01012345678');
});

it('page by page, and one part of it at a time', async () => {
  const [newest] = (await counter.cashier.must('history.today', { beforeSaleNumber: null, limit: 1 })).sales;
  const saleId = newest?.saleId ?? '';
  const whole = await tale(saleId);
  const pages = [await tale(saleId, { limit: 7 }), await tale(saleId, { skip: 7, limit: 200 })];
  expect(pages.flatMap((page) => page.entries)).toEqual(whole.entries);
  const people = await tale(saleId, { group: 'people' });
  expect(people.entries.map(({ what }) => what)).toEqual(['approval-granted', 'approval-used']);
  expect(people.total).toBe(2);
  expect(await counter.cashier.ask('history.timeline', { saleId: 's-none', group: null, skip: 0, limit: 10 })).toMatchObject({ ok: false, code: 'sale.unknown' });
});

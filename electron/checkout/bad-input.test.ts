import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createCashier } from '../testing/cashier.ts';
import { nextCustomer, openWorld, payCash, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';
import { ORIGIN } from '../shell/origin.ts';

let world: World;
let counter: RunningCounter;

beforeAll(async () => {
  world = await openWorld();
  counter = await startCounter(world);
});
// One counter for all: what is refused leaves no trace.
afterEach(() => nextCustomer(counter));
afterAll(async () => {
  await counter.stop();
  await world.close();
});

const raw = async (text: string, sender = { origin: ORIGIN, isMainFrame: true, window: 'cashier' as 'cashier' | 'customer' }) => JSON.parse(await counter.app.handle(text, sender));

async function basket(): Promise<{ saleId: string; dueWon: number }> {
  const products = await counter.cashier.must('catalogue.list', {});
  await counter.cashier.must('sale.scan', { code: products[0]?.barcode ?? '' });
  const { sale } = await counter.cashier.look();
  if (sale.stage !== 'basket') throw new Error(sale.stage);
  return { saleId: sale.saleId, dueWon: sale.breakdown.totalWon };
}

describe('money that cannot be', () => {
  it.each([
    ['less than due', 2_499, 'cash.received-less-than-due'],
    ['nothing', 0, 'cash.received-less-than-due'],
    ['negative', -5_000, 'cash.amount-not-won'],
    ['half a won', 2_500.5, 'cash.amount-not-won'],
    ['a slip of the finger', 100_000_001, 'cash.amount-not-won'],
  ] as const)('%s is refused and the basket stays', async (_what, receivedWon, code) => {
    const { saleId, dueWon } = await basket();
    expect(await counter.cashier.ask('sale.tenderCash', { saleId, dueWon, receivedWon })).toMatchObject({ ok: false, code });
    expect((await counter.cashier.look()).sale).toMatchObject({ stage: 'basket', saleId, lines: [{ quantity: 1 }] });
  });

  it('a total that moved under the cashier’s hand is refused', async () => {
    const { saleId, dueWon } = await basket();
    await basket();
    expect(await counter.cashier.ask('sale.tenderCash', { saleId, dueWon, receivedWon: 50_000 })).toMatchObject({ ok: false, code: 'cash.due-has-changed' });
  });

  it('a double tap takes the money once', async () => {
    const { saleId, dueWon } = await basket();
    const tender = { saleId, dueWon, receivedWon: 3_000 };
    const answers = await Promise.all([counter.cashier.ask('sale.tenderCash', tender), counter.cashier.ask('sale.tenderCash', tender)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await counter.cashier.look()).sale).toMatchObject({ stage: 'receipt-choice', payment: { changeWon: 500 } });
  });
});

describe('numbers that cannot be', () => {
  it.each([
    ['010-12', 'income-deduction', 'phone', 'identifier.incomplete'],
    ['02-123-4567', 'income-deduction', 'phone', 'identifier.phone-prefix'],
    ['124-81-00997', 'expense-proof', 'business-number', 'identifier.check-digit'],
    ['124-81-00998', 'income-deduction', 'business-number', 'identifier.form-not-accepted'],
    ['010-000-1234', 'income-deduction', 'phone', 'identifier.self-issue-number'],
    ['900101-1234567', 'income-deduction', 'resident-number', 'identifier.resident-number-off'],
  ] as const)('%s for %s as %s is refused while typing and cannot be issued', async (digits, purpose, form, code) => {
    const saleId = await payCash(counter.cashier);
    await counter.cashier.must('receipt.draft', { saleId, purpose, form, digits });
    expect((await counter.cashier.look()).draft).toMatchObject({ refusal: code, stage: 'typing' });
    expect(await counter.cashier.ask('receipt.readBack', { saleId })).toMatchObject({ ok: false, code });
    expect(await counter.cashier.ask('receipt.issue', { saleId, purpose, form, digits })).toMatchObject({ ok: false, code });
    expect((await counter.cashier.look()).sale).toMatchObject({ stage: 'receipt-choice', saleId });
    expect((await world.lane.sandbox.state()).total).toBe(0);
  });

  it('a number that was not read back is not issued', async () => {
    const saleId = await payCash(counter.cashier);
    const number = { saleId, purpose: 'income-deduction', form: 'phone', digits: '01012345678' } as const;
    await counter.cashier.must('receipt.draft', number);
    await counter.cashier.must('receipt.readBack', { saleId });
    expect(await counter.cashier.ask('receipt.issue', { ...number, digits: '01012345679' })).toMatchObject({ ok: false, code: 'cash-receipt.number-changed' });
    expect(await counter.cashier.ask('customer.confirm', { saleId, digits: '01012345679', yes: true }, 'customer')).toMatchObject({ ok: false });
  });
});

describe('the bridge', () => {
  it.each(['', 'rubbish {', '[]', '{"id":1}', '{"id":-1,"call":"counter.view","req":{}}', '"x"', 'null', `{"id":1,"call":"counter.view","req":{}${' '.repeat(70_000)}}`])('refuses %.30s', async (text) => {
    expect(await raw(text)).toMatchObject({ ok: false, code: 'bridge.bad-request' });
  });

  it('refuses calls that do not exist, payloads that do not fit, and inherited names', async () => {
    expect(await raw('{"id":1,"call":"nope","req":{}}')).toMatchObject({ ok: false, code: 'bridge.unknown-call' });
    expect(await raw('{"id":1,"call":"toString","req":{}}')).toMatchObject({ ok: false, code: 'bridge.unknown-call' });
    expect(await raw('{"id":1,"call":"sale.scan","req":{"code":""}}')).toMatchObject({ ok: false, code: 'bridge.bad-request' });
    expect(await raw('{"id":1,"call":"shift.open","req":{"floatWon":"100"}}')).toMatchObject({ ok: false, code: 'bridge.bad-request' });
  });

  it('refuses a foreign origin, a frame inside a page, and the customer’s window asking for the cashier’s acts', async () => {
    const call = '{"id":1,"call":"counter.view","req":{}}';
    expect(await raw(call, { origin: 'https://example.com', isMainFrame: true, window: 'cashier' })).toMatchObject({ ok: false, code: 'bridge.forbidden' });
    expect(await raw(call, { origin: ORIGIN, isMainFrame: false, window: 'cashier' })).toMatchObject({ ok: false, code: 'bridge.forbidden' });
    expect(await raw(call, { origin: ORIGIN, isMainFrame: true, window: 'customer' })).toMatchObject({ ok: false, code: 'bridge.forbidden' });
    const { saleId } = await basket();
    expect(await createCashier(counter.app).ask('sale.abandon', { saleId }, 'customer')).toMatchObject({ ok: false, code: 'bridge.forbidden' });
    expect((await counter.cashier.look()).sale.stage).toBe('basket');
  });

  it('lets nobody sell before signing in', async () => {
    await counter.cashier.must('people.signOut', {});
    expect(await counter.cashier.ask('sale.scan', { code: 'x' })).toMatchObject({ ok: false, code: 'people.not-signed-in' });
    expect(await counter.cashier.ask('history.today', { beforeSaleNumber: null, limit: 1 })).toMatchObject({ ok: false, code: 'people.not-signed-in' });
  });
});

describe('the basket', () => {
  it('takes unknown codes nowhere, keeps quantities in range, and puts a cancelled line back where it stood', async () => {
    const { saleId } = await basket();
    expect(await counter.cashier.ask('sale.scan', { code: '0000' })).toMatchObject({ ok: false, code: 'sale.product-unknown' });
    const products = await counter.cashier.must('catalogue.list', {});
    await counter.cashier.must('sale.addProduct', { productId: products[5]?.productId ?? '', quantity: 2 });
    const { sale } = await counter.cashier.look();
    if (sale.stage !== 'basket') throw new Error(sale.stage);
    const [first] = sale.lines;
    expect(await counter.cashier.ask('sale.setQuantity', { saleId, lineId: first?.lineId ?? '', quantity: 0 })).toMatchObject({ ok: false, code: 'sale.quantity-out-of-range' });
    await counter.cashier.must('sale.cancelLine', { saleId, lineId: first?.lineId ?? '' });
    expect((await counter.cashier.look()).sale).toMatchObject({ lines: [{ quantity: 2 }], undo: { what: 'line-cancelled', name: first?.name } });
    await counter.cashier.must('sale.undo', { saleId });
    const { sale: back } = await counter.cashier.look();
    expect(back).toMatchObject({ lines: sale.lines, undo: null });
  });

  it('a number being typed for an earlier sale is not on the display when the next customer pays', async () => {
    const first = await payCash(counter.cashier);
    await counter.cashier.must('receipt.decline', { saleId: first });
    await counter.cashier.must('slip.answer', { saleId: first, wants: false });
    const { saleId, dueWon } = await basket();
    await counter.cashier.must('receipt.draft', { saleId: first, purpose: 'income-deduction', form: 'phone', digits: '01012345678' });
    await counter.cashier.must('sale.tenderCash', { saleId, dueWon, receivedWon: dueWon });
    expect((await counter.cashier.must('customer.view', {}, 'customer')).screen).toMatchObject({ kind: 'paid', payment: { receivedWon: dueWon } });
    expect((await counter.cashier.look()).draft).toBeNull();
  });

  it('an act meant for another sale is refused: a late key never lands on the next customer', async () => {
    const first = await payCash(counter.cashier);
    await counter.cashier.must('receipt.decline', { saleId: first });
    await counter.cashier.must('slip.answer', { saleId: first, wants: false });
    const { sale: finished } = await counter.cashier.look();
    const second = await basket();
    expect(second.saleId).not.toBe(first);
    expect(await counter.cashier.ask('sale.abandon', { saleId: first })).toMatchObject({ ok: false, code: 'sale.unknown' });
    expect(await counter.cashier.ask('slip.answer', { saleId: first, wants: true })).toMatchObject({ ok: false });
    expect((await counter.cashier.look()).sale).toMatchObject({ stage: 'basket', saleId: second.saleId, saleNumber: (finished.saleNumber ?? 0) + 1 });
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CounterView } from '../../contract/views.ts';
import { nextCustomer, openWorld, payCash, restartCounter, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';

let world: World;
/** Serves one customer after another; a test that leaves a slip nobody settles, or is about the rule, starts its own. */
let counter: RunningCounter;
let own: RunningCounter | null = null;

beforeAll(async () => {
  world = await openWorld();
  counter = await startCounter(world);
});
afterEach(async () => {
  await world.lane.printer.tell({ tell: 'recover' });
  await own?.stop();
  own = null;
  await nextCustomer(counter);
});
afterAll(async () => {
  await counter.stop();
  await world.close();
});

const slipsOf = (view: CounterView) => (view.sale.stage === 'done' ? view.sale.prints.filter((print) => print.kind === 'slip') : []);
const settled = (view: CounterView) => slipsOf(view).length > 0 && slipsOf(view).every((print) => print.state !== 'queued' && print.state !== 'sent');

async function sellWithSlip({ cashier }: RunningCounter = counter): Promise<{ saleId: string; saleNumber: number; view: CounterView }> {
  const saleId = await payCash(cashier, { count: 3 });
  await cashier.must('receipt.decline', { saleId });
  await cashier.must('slip.answer', { saleId, wants: true });
  const { saleNumber } = (await cashier.must('history.sale', { saleId })).row;
  return { saleId, saleNumber, view: await cashier.until('the slip to settle', settled) };
}

describe('trouble with the paper', () => {
  it.each([
    ['the paper ends in mid-slip', { tell: 'paper-end', afterLines: 5 }, ['failed', 'unknown'], ['printer.paper-end', 'printer.unknown']],
    ['there is no paper', { tell: 'paper-end' }, ['failed'], ['printer.paper-end']],
    ['the cover is open', { tell: 'cover-open' }, ['failed'], ['printer.cover-open']],
    ['the cover opens in mid-slip', { tell: 'cover-open', afterLines: 5 }, ['failed', 'unknown'], ['printer.cover-open', 'printer.unknown']],
    ['the cutter jams', { tell: 'cutter-error' }, ['failed'], ['printer.cutter']],
  ] as const)('%s: the sale stands, the cashier is told, and when it is mended one key prints it', async (_what, fault, states, codes) => {
    await world.lane.printer.tell(fault);
    const { saleId, saleNumber, view } = await sellWithSlip();
    const [slip] = slipsOf(view);
    expect(states).toContain(slip?.state);
    expect(codes).toContain(slip?.failure);
    expect(view.status.prints).toMatchObject({ count: 1, jobs: [{ saleId, saleNumber }] });
    expect((await counter.cashier.must('history.sale', { saleId })).row.totalWon, 'the sale is paid').toBe(10_000);
    await world.lane.printer.tell({ tell: 'recover' });
    await counter.cashier.must('slip.printAgain', { saleId });
    const mended = await counter.cashier.until('the second slip', (now) => slipsOf(now).some((print) => print.state === 'confirmed'));
    expect(mended.status.prints.count).toBe(0);
    const paper = await world.lane.printer.slipText((await world.lane.printer.state()).slipCount);
    expect(paper).toContain('들꽃마트');
    // Nothing of a failed slip counts as handed out; after an unknown one the next is a copy and says so.
    expect(paper.includes('재발행')).toBe(slip?.state === 'unknown');
  }, 60_000);

  it('the line drops in mid-job: unknown, never printed again by itself', async () => {
    const before = (await world.lane.printer.state()).slipCount;
    const first = (own = await startCounter(world));
    await world.lane.printer.tell({ tell: 'drop-after', bytes: 300 });
    const { saleId, view } = await sellWithSlip(first);
    expect(['unknown', 'failed']).toContain(slipsOf(view)[0]?.state);
    await world.lane.printer.tell({ tell: 'recover' });
    await first.stop();
    own = null;
    const { cashier } = (own = await restartCounter(world, first.dataDir));
    await cashier.until('the printer', (now) => now.status.printer.state === 'ok');
    const after = await cashier.look();
    expect(after.status.prints, 'still on the status line after a restart').toMatchObject({ count: 1, jobs: [{ saleId, saleNumber: 1 }] });
    expect((await cashier.must('history.sale', { saleId })).prints.filter((print) => print.kind === 'slip')).toHaveLength(1);
    expect((await world.lane.printer.state()).slipCount - before).toBeLessThanOrEqual(1);
  }, 60_000);

  it('a silent printer: the sale stands, the next customer is served', async () => {
    const { cashier } = (own = await startCounter(world));
    await world.lane.printer.tell({ tell: 'silent' });
    const saleId = await payCash(cashier);
    await cashier.must('receipt.decline', { saleId });
    await cashier.must('slip.answer', { saleId, wants: true });
    const next = await payCash(cashier);
    expect(next).not.toBe(saleId);
    await cashier.must('receipt.decline', { saleId: next });
    await cashier.must('slip.answer', { saleId: next, wants: false });
    const view = await cashier.until('the trouble to be told', (now) => now.status.prints.count === 1);
    expect(view.status.prints.jobs[0]).toMatchObject({ saleId, saleNumber: 1 });
  }, 60_000);

  it('the printer is late: it is waited for, and confirmed', async () => {
    await world.lane.printer.tell({ tell: 'late', ms: 400 });
    const { view } = await sellWithSlip();
    expect(slipsOf(view)[0]?.state).toBe('confirmed');
  }, 60_000);
});

describe('a copy', () => {
  it('is marked, counted and says who', async () => {
    const { saleId } = await sellWithSlip();
    await counter.cashier.must('slip.printAgain', { saleId });
    await counter.cashier.until('the copy', (view) => slipsOf(view).filter((print) => print.state === 'confirmed').length === 2);
    const paper = await world.lane.printer.slipText((await world.lane.printer.state()).slipCount);
    expect(paper).toContain('재발행');
    expect(paper).toContain('2번째');
    expect(paper).toContain('김');
  });

  it('is not printed twice by a double tap', async () => {
    const { saleId } = await sellWithSlip();
    const before = (await world.lane.printer.state()).slipCount;
    const answers = await Promise.all([counter.cashier.ask('slip.printAgain', { saleId }), counter.cashier.ask('slip.printAgain', { saleId })]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    await counter.cashier.until('the copy', (view) => slipsOf(view).filter((print) => print.state === 'confirmed').length === 2);
    expect((await world.lane.printer.state()).slipCount - before).toBe(1);
  });
});

describe('the rule for paper', () => {
  it.each([
    [{ copies: 0, use: 'customer' }, 'none'],
    [{ copies: 1, use: 'merchant' }, 'merchant'],
  ] as const)('%o: nobody is asked', async (slip, what) => {
    const { cashier } = (own = await startCounter(world, (settings) => ({ ...settings, slip })));
    const before = (await world.lane.printer.state()).slipCount;
    const saleId = await payCash(cashier);
    await cashier.must('receipt.decline', { saleId });
    await cashier.until('the end', (view) => view.sale.stage === 'done' && (what === 'none' || slipsOf(view).some((print) => print.state === 'confirmed')));
    const printed = (await world.lane.printer.state()).slipCount - before;
    expect(printed).toBe(what === 'none' ? 0 : 1);
    if (what === 'merchant') expect(await world.lane.printer.slipText((await world.lane.printer.state()).slipCount)).toContain('가맹점용');
  });
});

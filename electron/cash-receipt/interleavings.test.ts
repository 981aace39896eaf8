/** Two of the counter's own hands on one receipt: the checkout's drive, the queue, the watch, a person's retry, a late gateway. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outside } from '../app.ts';
import { issueReceipt, openWorld, payCash, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';
import type { CashReceiptGateway, GatewayIssueRequest, IssueOutcome } from './gateway.ts';

type Parts = Parameters<Outside['wrap']>[0];

let world: World;
let counter: RunningCounter;
let parts: Parts;
let skewMs = 0;
/** What a test puts in the way of one call; absent = the real part. */
let instead: { issue?: CashReceiptGateway['issue']; inquireMany?: CashReceiptGateway['inquireMany']; unseal?: (sealed: string) => string; afterReadingTheQueue?: () => Promise<void> } = {};
let queueReads = 0;

const outside: Outside = {
  now: () => new Date(Date.now() + skewMs),
  wrap: (real) => {
    parts = real;
    return {
      ...real,
      gateway: {
        ...real.gateway,
        issue: (request) => (instead.issue ?? real.gateway.issue)(request),
        inquireMany: (keys) => (instead.inquireMany ?? real.gateway.inquireMany)(keys),
      },
      journal: {
        ...real.journal,
        unseal: (sealed) => (instead.unseal ?? real.journal.unseal)(sealed),
        cashReceiptsIn: async (states, page) => {
          const found = await real.journal.cashReceiptsIn(states, page);
          if (found.length > 0) queueReads += 1;
          if (states.includes('queued')) await instead.afterReadingTheQueue?.();
          return found;
        },
      },
    };
  },
};

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  counter = await startCounter(world, undefined, outside);
  queueReads = 0;
});
afterEach(async () => {
  instead = {};
  skewMs = 0;
  await counter.stop();
  await world.lane.sandbox.clearFaults();
});
afterAll(() => world.close());

const issuedAtGateway = async () => (await world.lane.sandbox.state()).receipts.length;
const LOST: IssueOutcome = { kind: 'unclear', why: { code: 'reply-timeout', detail: 'held' } };
const UNREACHABLE: IssueOutcome = { kind: 'unreachable', why: { code: 'connection-refused', detail: 'held' } };
const REFUSED: IssueOutcome = { kind: 'refused', gatewayCode: -14001004, message: 'no', failure: 'customer-data', mayExist: false };

async function statesOf(saleId: string): Promise<readonly string[]> {
  return (await parts.journal.cashReceiptsOfSale(saleId)).map((receipt) => receipt.state.name);
}

describe('the queue and the checkout at one receipt', () => {
  it('a round that read the receipt before it was issued changes nothing and shows nothing older', async () => {
    const { cashier } = counter;
    const before = await issuedAtGateway();
    const gate = Promise.withResolvers<void>();
    const saleId = await payCash(cashier);
    await world.lane.sandbox.fault({ act: 'issue', fault: { kind: 'slow', ms: 300 } });
    await issueReceipt(cashier, saleId);
    instead.afterReadingTheQueue = () => gate.promise;
    const retried = cashier.ask('status.retry', {});
    await expect.poll(() => queueReads).toBeGreaterThan(0);
    await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    gate.resolve();
    expect(await retried).toMatchObject({ ok: true });
    expect((await cashier.look()).sale).toMatchObject({ cashReceipt: { state: 'issued' } });
    expect(await statesOf(saleId)).toEqual(['issued']);
    expect((await issuedAtGateway()) - before).toBe(1);
  });

  it('one receipt that cannot be sent for a fault of its own holds up no other', async () => {
    const { cashier } = counter;
    const sales: string[] = [];
    instead.issue = async () => UNREACHABLE;
    for (let index = 0; index < 2; index += 1) {
      const saleId = await payCash(cashier);
      await issueReceipt(cashier, saleId);
      await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
      await cashier.must('slip.answer', { saleId, wants: false });
      sales.push(saleId);
    }
    const [first = '', second = ''] = sales;
    const [broken] = await parts.journal.cashReceiptsOfSale(first);
    instead = {
      unseal: (sealed) => {
        if (sealed === broken?.identifierSealed) throw new Error('this one cannot be read');
        return parts.journal.unseal(sealed);
      },
    };
    await cashier.must('status.retry', {});
    await expect.poll(() => statesOf(second)).toEqual(['issued']);
    expect(await statesOf(first)).toEqual(['queued']);
    expect((await cashier.look()).notices).toContainEqual(expect.objectContaining({ code: 'program.bug', saleId: first }));
  });

  it('two questions at once what the tax office said are one', async () => {
    const { cashier } = counter;
    const saleId = await payCash(cashier);
    await issueReceipt(cashier, saleId);
    await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    instead.inquireMany = async (keys) => {
      const answer = await parts.gateway.inquireMany(keys);
      return answer.kind === 'answered' ? { ...answer, found: answer.found.map((found) => ({ ...found, state: 'confirmed' as const })) } : answer;
    };
    const answers = await Promise.all([cashier.ask('status.retry', {}), cashier.ask('status.retry', {})]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
    expect(await statesOf(saleId)).toEqual(['confirmed']);
  });
});

describe('a refusal nobody was waiting for', () => {
  it('is told by a notice when the sale had gone on without it', async () => {
    const { cashier } = counter;
    const gate = Promise.withResolvers<void>();
    instead.issue = async () => {
      await gate.promise;
      return REFUSED;
    };
    const saleId = await payCash(cashier);
    await issueReceipt(cashier, saleId);
    await cashier.must('receipt.leaveWaiting', { saleId });
    await cashier.must('slip.answer', { saleId, wants: false });
    gate.resolve();
    const view = await cashier.until('the notice', (now) => now.notices.length > 0);
    expect(view.notices).toMatchObject([{ code: 'cash-receipt.customer-data', saleId, saleNumber: 1 }]);
  });

  it('is told by a notice when it was issued afterwards', async () => {
    const { cashier } = counter;
    const saleId = await payCash(cashier);
    await cashier.must('receipt.decline', { saleId });
    await cashier.must('slip.answer', { saleId, wants: false });
    instead.issue = async () => REFUSED;
    await issueReceipt(cashier, saleId);
    const view = await cashier.until('the notice', (now) => now.notices.length > 0);
    expect(view.notices).toMatchObject([{ code: 'cash-receipt.customer-data', saleId }]);
  });

  it('is told at the checkout, and only there, when she waits', async () => {
    const { cashier } = counter;
    const saleId = await payCash(cashier);
    instead.issue = async () => REFUSED;
    await issueReceipt(cashier, saleId);
    const view = await cashier.until('the choice again', ({ sale }) => sale.stage === 'receipt-choice' && sale.failed !== null);
    expect(view.notices).toEqual([]);
    await cashier.must('receipt.postpone', { saleId });
    const shown = await cashier.must('customer.view', {}, 'customer');
    expect(shown.screen, 'what the gateway told the shop is not for the customer').toMatchObject({ kind: 'slip-question', cashReceipt: { state: 'failed', failure: null } });
  });
});

describe('a lost first request that may still be on its way when a later one is refused', () => {
  /** The first request is lost, "absent" when asked, and carried out only when the test says so; the second is refused. */
  async function refusedAfterALostOne(): Promise<{ saleId: string; first: GatewayIssueRequest }> {
    const requests: GatewayIssueRequest[] = [];
    instead.issue = async (request) => {
      requests.push(request);
      return requests.length === 1 ? LOST : REFUSED;
    };
    const saleId = await payCash(counter.cashier);
    await issueReceipt(counter.cashier, saleId);
    await counter.cashier.until('an end', ({ sale }) => sale.stage === 'slip-question' || (sale.stage === 'receipt-choice' && sale.failed !== null));
    const [first] = requests;
    if (first === undefined || requests.length !== 2) throw new Error(`${requests.length} requests`);
    return { saleId, first };
  }

  it('is not declared failed while it may: it comes to light and is the one receipt of the sale', async () => {
    const before = await issuedAtGateway();
    const { saleId, first } = await refusedAfterALostOne();
    expect(await statesOf(saleId)).toEqual(['unknown']);
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    expect(await counter.cashier.ask('receipt.draft', { saleId, purpose: 'income-deduction', form: 'phone', digits: '01012345678' })).toMatchObject({ ok: false, code: 'cash-receipt.already-there' });
    await parts.gateway.issue(first);
    await counter.cashier.must('status.retry', {});
    expect(await statesOf(saleId)).toEqual(['issued']);
    expect((await issuedAtGateway()) - before).toBe(1);
  });

  it('fails, and says so, once it has not come to light for long enough', async () => {
    const { saleId } = await refusedAfterALostOne();
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    skewMs = 3 * 60_000;
    await counter.cashier.must('status.retry', {});
    expect(await statesOf(saleId)).toEqual(['failed']);
    expect((await counter.cashier.look()).notices).toContainEqual(expect.objectContaining({ code: 'cash-receipt.customer-data', saleId }));
  });
});

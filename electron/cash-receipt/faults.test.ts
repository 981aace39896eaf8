import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSandboxProcess } from './popbill/sandbox/process.ts';
import { issueReceipt, nextCustomer, openWorld, payCash, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';

let world: World;
/** Serves one customer after another; a test that needs another shop, another clock or another gateway starts its own. */
let counter: RunningCounter;
let own: RunningCounter | null = null;

beforeAll(async () => {
  world = await openWorld();
  counter = await startCounter(world);
});
afterEach(async () => {
  await own?.stop();
  own = null;
  await world.lane.sandbox.clearFaults();
  await nextCustomer(counter);
});
afterAll(async () => {
  await counter.stop();
  await world.close();
});

const issuedAtGateway = async () => (await world.lane.sandbox.state()).receipts.length;

describe('a lost answer', () => {
  it.each(['time-out-after', 'drop-after', 'server-error-after', 'half-reply-after', 'wrong-json-after'] as const)('%s: is asked about and the receipt is issued once', async (kind) => {
    const before = await issuedAtGateway();
    const saleId = await payCash(counter.cashier);
    await world.lane.sandbox.fault({ act: 'issue', fault: { kind } });
    await issueReceipt(counter.cashier, saleId);
    const { sale } = await counter.cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    expect(sale).toMatchObject({ cashReceipt: { state: 'issued', approvalNumber: expect.stringMatching(/^.{9}$/) } });
    expect((await issuedAtGateway()) - before).toBe(1);
  });

  it.each(['time-out-before', 'drop-before', 'server-error-before'] as const)('%s: the gateway says it has none, the same key is sent again, issued once', async (kind) => {
    const before = await issuedAtGateway();
    const saleId = await payCash(counter.cashier);
    await world.lane.sandbox.fault({ act: 'issue', fault: { kind } });
    await issueReceipt(counter.cashier, saleId);
    const { sale } = await counter.cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    expect(sale).toMatchObject({ cashReceipt: { state: 'issued' } });
    expect((await issuedAtGateway()) - before).toBe(1);
  });

  it('stays unknown while the gateway cannot be asked; the sale ends, the slip claims no approval number, and it is found later', async () => {
    const before = await issuedAtGateway();
    const saleId = await payCash(counter.cashier);
    await world.lane.sandbox.fault({ act: 'issue', fault: { kind: 'time-out-after' } });
    await world.lane.sandbox.fault({ act: 'status', times: 50, fault: { kind: 'drop-before' } });
    await issueReceipt(counter.cashier, saleId);
    const waiting = await counter.cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    expect(waiting.sale).toMatchObject({ cashReceipt: { state: 'unknown', approvalNumber: null, failure: { code: 'cash-receipt.unknown' } } });
    expect(waiting.status.unsent).toMatchObject({ count: 1, amountWon: 2_500 });
    await counter.cashier.must('slip.answer', { saleId, wants: true });
    await counter.cashier.until('the paper', (view) => view.sale.stage === 'done' && view.sale.prints.some((print) => print.kind === 'slip' && print.state === 'confirmed'));
    const paper = await world.lane.printer.slipText((await world.lane.printer.state()).slipCount);
    expect(paper).not.toContain('승인번호');
    await world.lane.sandbox.clearFaults();
    await counter.cashier.must('status.retry', {});
    const after = await counter.cashier.until('the queue to drain', (view) => view.status.unsent.count === 0);
    expect(after.sale).toMatchObject({ cashReceipt: { state: 'issued' } });
    expect((await issuedAtGateway()) - before).toBe(1);
  });

  it('the cashier need not wait: she leaves it, serves on, and it is issued once', async () => {
    const before = await issuedAtGateway();
    const saleId = await payCash(counter.cashier);
    await world.lane.sandbox.fault({ act: 'issue', fault: { kind: 'slow', ms: 400 } });
    await issueReceipt(counter.cashier, saleId);
    await counter.cashier.must('receipt.leaveWaiting', { saleId });
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    await counter.cashier.until('the receipt', (view) => view.sale.stage === 'done' && view.sale.cashReceipt?.state === 'issued');
    expect((await issuedAtGateway()) - before).toBe(1);
  });
});

describe('a refusal', () => {
  it('leaves the sale paid, says so in its own words, keeps the choice open; another number is issued', async () => {
    const before = await issuedAtGateway();
    const saleId = await payCash(counter.cashier);
    await world.lane.sandbox.fault({ act: 'issue', fault: { kind: 'refuse', code: -14001004, message: '식별번호가 올바르지 않습니다' } });
    await issueReceipt(counter.cashier, saleId);
    const { sale } = await counter.cashier.until('the choice again', (view) => view.sale.stage === 'receipt-choice' && view.sale.failed !== null);
    expect(sale).toMatchObject({ failed: { state: 'failed', failure: { code: 'cash-receipt.customer-data', gatewayCode: -14001004 } }, payment: { changeWon: 0 } });
    await issueReceipt(counter.cashier, saleId, { purpose: 'expense-proof', form: 'business-number', digits: '124-81-00998' });
    const next = await counter.cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    expect(next.sale).toMatchObject({ cashReceipt: { state: 'issued', purpose: 'expense-proof', identifierMasked: '124-81-*****' } });
    expect((await issuedAtGateway()) - before).toBe(1);
  });

  it('in words that may mean "exists already" is checked before it is believed', async () => {
    const before = await issuedAtGateway();
    const saleId = await payCash(counter.cashier);
    await world.lane.sandbox.fault({ act: 'issue', fault: { kind: 'refuse', code: -14000004, message: '이미 등록된 문서번호입니다' } });
    await issueReceipt(counter.cashier, saleId);
    const view = await counter.cashier.until('an end', ({ sale }) => sale.stage === 'slip-question' || (sale.stage === 'receipt-choice' && sale.failed !== null));
    // Nothing stands at the gateway under this key, so the refusal is the answer.
    expect(view.sale).toMatchObject({ stage: 'receipt-choice', failed: { failure: { code: 'cash-receipt.duplicate' } } });
    expect((await issuedAtGateway()) - before).toBe(0);
    await counter.cashier.must('receipt.postpone', { saleId });
  });

  it('of the shop itself loses nothing: the sale ends, the receipt waits, and goes out once it is mended', async () => {
    const before = await issuedAtGateway();
    const saleId = await payCash(counter.cashier);
    await world.lane.sandbox.fault({ act: 'issue', fault: { kind: 'refuse', code: -14001022, message: '사업자 정보가 올바르지 않습니다' } });
    await issueReceipt(counter.cashier, saleId);
    const waiting = await counter.cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    expect(waiting.sale).toMatchObject({ cashReceipt: { state: 'queued', failure: { code: 'cash-receipt.merchant-data' } } });
    await counter.cashier.must('status.retry', {});
    await counter.cashier.until('the queue to drain', (view) => view.status.unsent.count === 0);
    expect((await issuedAtGateway()) - before).toBe(1);
  });

  it('of an expired token is mended in passing', async () => {
    const saleId = await payCash(counter.cashier);
    await world.lane.sandbox.fault({ act: 'issue', fault: { kind: 'token-expired' } });
    await issueReceipt(counter.cashier, saleId);
    const { sale } = await counter.cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    expect(sale).toMatchObject({ cashReceipt: { state: 'issued' } });
  });
});

describe('the tax office', () => {
  it('confirms the next day, and rejects with a notice that stays', async () => {
    let skewMs = 0;
    const outside = { now: () => new Date(Date.now() + skewMs), wrap: <T>(parts: T) => parts };
    // A sandbox of its own: its clock is pushed, and a clock does not come back.
    const sandbox = await startSandboxProcess({ stateFile: path.join(world.root, 'tax-office.jsonl') });
    const { cashier } = (own = await startCounter({ ...world, lane: { ...world.lane, sandbox } }, undefined, outside));
    const first = await payCash(cashier);
    await issueReceipt(cashier, first);
    await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    await cashier.must('slip.answer', { saleId: first, wants: false });
    const second = await payCash(cashier);
    await sandbox.fault({ act: 'issue', fault: { kind: 'nts-rejects', code: 'ERR101', message: '번호 오류' } });
    await issueReceipt(cashier, second);
    await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    await cashier.must('slip.answer', { saleId: second, wants: false });
    skewMs = 3 * 24 * 60 * 60_000;
    await sandbox.pushClock(skewMs);
    await cashier.must('status.retry', {});
    await cashier.until('the notice', (view) => view.notices.some((notice) => notice.code === 'cash-receipt.nts-rejected' && notice.saleId === second));
    const confirmed = await cashier.must('history.sale', { saleId: first });
    expect(confirmed.cashReceipts.map((receipt) => receipt.state)).toEqual(['confirmed']);
    const rejected = await cashier.must('history.sale', { saleId: second });
    expect(rejected.cashReceipts.map((receipt) => receipt.state)).toEqual(['rejected']);
    expect(rejected.row.canIssue, 'a rejected receipt can be issued anew').toBe(true);
    await sandbox.stop();
  });
});

describe('offline', () => {
  it('every sale ends, the receipts wait, and after the line is back they drain by themselves, each exactly once', async () => {
    const stateFile = path.join(world.root, 'offline.jsonl');
    const up = await startSandboxProcess({ stateFile });
    const { cashier } = (own = await startCounter({ ...world, lane: { ...world.lane, sandbox: up } }));
    await up.stop('SIGKILL');
    const sales: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const saleId = await payCash(cashier);
      await issueReceipt(cashier, saleId);
      const { sale } = await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
      expect(sale).toMatchObject({ cashReceipt: { state: 'queued', failure: { code: 'cash-receipt.network' } } });
      await cashier.must('slip.answer', { saleId, wants: false });
      sales.push(saleId);
    }
    const offline = await cashier.look();
    expect(offline.status.unsent).toMatchObject({ count: 3, amountWon: 7_500 });
    expect(offline.status.gateway.state).toBe('down');
    const port = Number(new URL(up.url).port);
    const back = await startSandboxProcess({ stateFile, port, linkId: up.linkId, secretKey: up.secretKey });
    // Nobody presses a key.
    await cashier.until('the queue to drain', (view) => view.status.unsent.count === 0 && view.status.gateway.state === 'ok');
    const state = await back.state();
    expect(state.total).toBe(3);
    expect(Object.values(state.attempts)).toEqual([1, 1, 1]);
    for (const saleId of sales) expect((await cashier.must('history.sale', { saleId })).cashReceipts.map((receipt) => receipt.state)).toEqual(['issued']);
    await back.stop();
  }, 90_000);
});

describe('afterwards', () => {
  it('a sale without a receipt gets one; a second one is refused', async () => {
    const saleId = await payCash(counter.cashier);
    await counter.cashier.must('receipt.decline', { saleId });
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    const other = await payCash(counter.cashier);
    await counter.cashier.must('receipt.decline', { saleId: other });
    await counter.cashier.must('slip.answer', { saleId: other, wants: false });
    await issueReceipt(counter.cashier, saleId);
    await expect.poll(async () => (await counter.cashier.must('history.sale', { saleId })).cashReceipts.map((receipt) => receipt.state)).toEqual(['issued']);
    const again = await counter.cashier.ask('receipt.draft', { saleId, purpose: 'income-deduction', form: 'phone', digits: '01012345678' });
    expect(again).toMatchObject({ ok: false, code: 'cash-receipt.already-there' });
    const { sales } = await counter.cashier.must('history.today', { beforeSaleNumber: null, limit: 2 });
    expect(sales.map((row) => [row.saleId, row.canIssue])).toEqual([
      [other, true],
      [saleId, false],
    ]);
  });

  it('two fingers at once issue one receipt', async () => {
    const before = await issuedAtGateway();
    const saleId = await payCash(counter.cashier);
    const number = { saleId, purpose: 'income-deduction', form: 'phone', digits: '01012345678' } as const;
    await counter.cashier.must('receipt.draft', number);
    await counter.cashier.must('receipt.readBack', { saleId });
    const answers = await Promise.all([counter.cashier.ask('receipt.issue', number), counter.cashier.ask('receipt.issue', number), counter.cashier.ask('customer.confirm', { saleId, digits: number.digits, yes: true }, 'customer')]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    await counter.cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    expect((await issuedAtGateway()) - before).toBe(1);
  });
});

describe('the mandatory sector', () => {
  it('takes no "no": self-issue to nobody, or later within five days', async () => {
    const { cashier } = (own = await startCounter(world, (settings) => ({ ...settings, cashReceipt: { ...settings.cashReceipt, mandatorySector: true, mandatoryFromWon: 2_500 } })));
    const saleId = await payCash(cashier);
    const { sale } = await cashier.look();
    expect(sale).toMatchObject({ stage: 'receipt-choice', payment: { mandatory: true, deadlineAt: expect.any(String) } });
    expect(await cashier.ask('receipt.decline', { saleId })).toMatchObject({ ok: false, code: 'cash-receipt.self-issue-required' });
    await cashier.must('receipt.issue', { saleId, purpose: 'self-issue', form: 'self-issue', digits: '' });
    const view = await cashier.until('the slip question', ({ sale: now }) => now.stage === 'slip-question');
    expect(view.sale).toMatchObject({ cashReceipt: { state: 'issued', purpose: 'self-issue', identifierMasked: '010-000-1234' } });
    const state = await world.lane.sandbox.state();
    expect(state.receipts.at(-1)).toMatchObject({ identityNum: expect.stringMatching(/^010\*+1234$/) });
  });
});

describe('secrets', () => {
  it('neither personal numbers nor credentials are in the journal in the clear', async () => {
    const started = await startCounter(world);
    own = started;
    const { cashier, dataDir } = started;
    const saleId = await payCash(cashier);
    await issueReceipt(cashier, saleId);
    await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    await started.stop();
    own = null;
    const bytes = readFileSync(path.join(dataDir, 'journal.db')).toString('latin1');
    expect(bytes).toContain('010-****-5678');
    expect(bytes).not.toContain('01012345678');
    expect(bytes).not.toContain('010-1234-5678');
    expect(bytes).not.toContain(world.lane.sandbox.secretKey);
  });
});

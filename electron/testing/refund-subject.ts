/**
 * A counter that gives a sale back, as a process that a drill may kill: `refund-subject.ts DATA_DIR CRASH_AT
 * cash|card|split|receipt|terminal-receipt CONTROL_PORT`. It sells once where nothing is sold, and then voids that sale, or corrects its
 * cash receipt, from wherever it stands; points count from the void on. For `terminal-receipt` the terminal issued the cash receipt, and
 * one of three pieces goes back. What is unknown is settled by what the books say. CRASH_AT -1: it ends when there are people and a day.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import type { CallAnswer, CallRequest } from '../../contract/calls.ts';
import type { RefundView } from '../../contract/refund.ts';
import { askControlPort } from '../../native/simulator-control.ts';
import type { TerminalSimulatorState } from '../../native/terminal/simulator/server.ts';
import { startApp } from '../app.ts';
import type { Cashier } from './cashier.ts';
import { createCashier } from './cashier.ts';
import { issueReceipt } from './counter-fixture.ts';
import { withCrashPoints } from './crash-points.ts';
import { headlessShell } from './headless-shell.ts';
import { beginRefund, correctReceipt, isOver } from './refunder.ts';

const [dataDir = '', crashAtText = '0', tender = 'cash', controlPort = '0'] = process.argv.slice(2);
const crashAt = Number(crashAtText);
const PATIENCE_MS = 40_000;
const PART_WON = 1_000;
const PIECES = 3;
const atTerminal = tender === 'terminal-receipt';
let armed = false;
let reached = 0;

const say = (line: string): void => void writeSync(1, `${line}\n`);

const reach = (point: string): void => {
  if (!armed) return;
  reached += 1;
  say(`point ${reached} ${point}`);
  if (reached === crashAt) process.kill(process.pid, 'SIGKILL');
};

const app = await startApp(headlessShell(dataDir), { now: () => new Date(), wrap: (parts) => withCrashPoints(parts, reach) });
const cashier = createCashier(app);
say(`view ${JSON.stringify(await cashier.look())}`);
await cashier.begin();
if (crashAt >= 0) {
  const saleId = (await cashier.must('history.today', { beforeSaleNumber: null, limit: 5 })).sales[0]?.saleId ?? (await sell());
  armed = true;
  await giveBack(saleId);
  armed = false;
}
await app.stop();
say('sold');
process.exit(0);

async function sell(): Promise<string> {
  const [product] = await cashier.must('catalogue.list', {});
  await cashier.must('sale.scan', { code: product?.barcode ?? '', quantity: atTerminal ? PIECES : 1 });
  const { sale } = await cashier.look();
  if (sale.stage !== 'basket') throw new Error(sale.stage);
  const { saleId, breakdown: { totalWon } } = sale;
  const cardWon = tender === 'card' ? totalWon : tender === 'split' ? totalWon - PART_WON : 0;
  if (cardWon > 0) {
    await cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: cardWon, installmentMonths: 0 });
    await cashier.until('the approval', ({ sale: now }) => now.stage === 'slip-question' || (now.stage === 'tendering' && now.tendering.live === null && now.tendering.takenWon === cardWon));
  }
  if (tender === 'split') await cashier.must('sale.takeCash', { saleId, leftWon: PART_WON, amountWon: PART_WON, receivedWon: PART_WON });
  if (tender === 'cash' || tender === 'receipt' || atTerminal) await cashier.must('sale.tenderCash', { saleId, dueWon: totalWon, receivedWon: totalWon });
  if (atTerminal) await cashier.must('receipt.issueAtTerminal', { saleId, purpose: 'income-deduction' });
  else if (tender !== 'card') await issueReceipt(cashier, saleId);
  await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants: false });
  // The drawer of the sale has had its turn: what opens it from here on is the refund.
  await until(async () => (await cashier.must('history.sale', { saleId })).prints.every(({ state }) => state !== 'queued' && state !== 'sent'));
  return saleId;
}

async function giveBack(saleId: string): Promise<void> {
  await until(async () => {
    const { refund } = await cashier.look();
    if (refund !== null) return isOver(refund) || (await goOn(cashier, refund));
    const offer = await cashier.must('refund.offer', { saleId });
    if (offer.openRefundId !== null) await cashier.must('refund.show', { refundId: offer.openRefundId });
    else if (offer.refunds.length === 0) await begin(saleId, offer);
    return offer.refunds.length > 0 && offer.openRefundId === null;
  });
  for (const { cashReceiptId, terminal } of (await cashier.must('history.sale', { saleId })).cashReceipts) {
    if (terminal !== null && terminal.unknown !== null) await cashier.must('receipt.settle', { cashReceiptId, verdict: await byTheBooks(terminal.tradeNumber), source: 'van-site' });
  }
  // The queue of cancels and the printer have come to rest.
  await until(async () => (await cashier.look()).status.unsent.count === 0 && (await cashier.must('history.sale', { saleId })).prints.every(({ state }) => state !== 'queued' && state !== 'sent'));
}

async function begin(saleId: string, { lines }: CallAnswer<'refund.offer'>): Promise<void> {
  if (tender === 'receipt') await correctReceipt(cashier, saleId);
  else await beginRefund(cashier, { saleId, lines: atTerminal ? lines.map(({ lineId }) => ({ lineId, quantity: 1 })) : null });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`the refund was never over: ${JSON.stringify((await cashier.look()).refund)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Whatever the screen asks for next; a step that is not its turn any more is no failure, the screen says what is. */
async function goOn({ ask }: Cashier, refund: RefundView): Promise<false> {
  const { refundId } = refund;
  const id = refund.ask?.id ?? '';
  if (refund.unknown !== null && refund.live === null) await settleByTheBooks(refundId, refund.unknown.tradeNumber);
  else if (refund.ask?.ask === 'handed') await ask('refund.handed', { refundId, returnId: id });
  else if (refund.ask?.ask === 'go-on') await ask('refund.goOn', { refundId });
  else if (refund.ask?.ask === 'not-cancelled') await ask('refund.cancelAgain', { refundId, returnId: id });
  else if (refund.ask?.ask === 'receipt-unknown') await settleCancel(refundId, id, refund.receipts.find(({ cancelId }) => cancelId === id)?.terminal?.tradeNumber ?? '');
  else if (refund.ask?.ask === 'receipt') await ask('refund.receiptAgain', { refundId, cancelId: id });
  return false;
}

async function settleByTheBooks(refundId: string, tradeNumber: string): Promise<void> {
  await cashier.ask('refund.settle', { refundId, tradeNumber, verdict: await byTheBooks(tradeNumber), source: 'van-site', approvalId: null });
}

async function settleCancel(refundId: string, cancelId: string, tradeNumber: string): Promise<void> {
  await cashier.ask('refund.receiptSettle', { refundId, cancelId, verdict: await byTheBooks(tradeNumber), source: 'terminal-slip' });
}

async function byTheBooks(tradeNumber: string): Promise<CallRequest<'refund.settle'>['verdict']> {
  const { state } = await askControlPort(Number(controlPort), { ask: 'state' });
  const trade = (state as TerminalSimulatorState).trades.find((each) => each.number === tradeNumber && each.approved);
  return trade === undefined ? { verdict: 'not-approved' } : { verdict: 'approved', approvalNumber: trade.approvalNumber, tradedAt: '20261128120000' };
}

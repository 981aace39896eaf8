/** Whoever gives back in a drill: sells once, follows what the screen asks, and looks up at the issuer's what nobody knows. */
import type { RefundView } from '../../contract/refund.ts';
import type { CounterView } from '../../contract/views.ts';
import { askControlPort } from '../../native/simulator-control.ts';
import type { TerminalSimulatorState } from '../../native/terminal/simulator/server.ts';
import type { Cashier } from './cashier.ts';
import { issueReceipt } from './counter-fixture.ts';

/** `terminal-receipt`: in cash, and the terminal issues its cash receipt. */
export type PaidBy = 'cash' | 'card' | 'split' | 'terminal-receipt';
export type Giver = { readonly cashier: Cashier; readonly tender: PaidBy; readonly controlPort: number };

const PATIENCE_MS = 40_000;
/** Of a sale paid in parts, this much is cash. */
const PART_WON = 1_000;

export function paidBy(text: string): PaidBy {
  if (text !== 'cash' && text !== 'card' && text !== 'split' && text !== 'terminal-receipt') throw new Error(`not a way to pay: ${text}`);
  return text;
}

/** The sale of the day, made if it is not there: `pieces` of what stands at `place` on the shelf; what is cash of it has its cash receipt. */
export async function soldOnce({ cashier, tender }: Giver, { place, pieces }: { readonly place: number; readonly pieces: number }): Promise<string> {
  const { sales } = await cashier.must('history.today', { beforeSaleNumber: null, limit: 5 });
  const first = sales.at(-1);
  if (first !== undefined) return first.saleId;
  await ring(cashier, place, pieces);
  const { sale } = await cashier.look();
  if (sale.stage !== 'basket') throw new Error(sale.stage);
  const { saleId, breakdown: { totalWon } } = sale;
  const cardWon = tender === 'card' ? totalWon : tender === 'split' ? totalWon - PART_WON : 0;
  if (cardWon > 0) {
    await cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: cardWon, installmentMonths: 0 });
    await cashier.until('the approval', ({ sale: now }) => now.stage === 'slip-question' || (now.stage === 'tendering' && now.tendering.live === null && now.tendering.takenWon === cardWon));
  }
  if (tender === 'split') await cashier.must('sale.takeCash', { saleId, leftWon: PART_WON, amountWon: PART_WON, receivedWon: PART_WON });
  if (tender === 'cash' || tender === 'terminal-receipt') await cashier.must('sale.tenderCash', { saleId, dueWon: totalWon, receivedWon: totalWon });
  if (tender === 'terminal-receipt') await cashier.must('receipt.issueAtTerminal', { saleId, purpose: 'income-deduction' });
  else if (tender !== 'card') await issueReceipt(cashier, saleId);
  await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants: false });
  // The drawer of the sale has had its turn: what opens it from here on is the refund.
  await papersRest(cashier, saleId);
  await cashier.must('sale.next', { saleId });
  return saleId;
}

export async function ring(cashier: Cashier, place: number, pieces: number): Promise<void> {
  const product = (await cashier.must('catalogue.list', {}))[place];
  await cashier.must('sale.scan', { code: product?.barcode ?? '', quantity: pieces });
}

export async function untilTrue(cashier: Cashier, what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`${what} in vain: ${JSON.stringify([(await cashier.look()).sale, (await cashier.look()).refund])}`);
    await cashier.news();
  }
}

/** The queue of cancels and the printer have come to rest. */
export function papersRest(cashier: Cashier, saleId: string): Promise<void> {
  return untilTrue(cashier, 'waited for the papers', async () => (await cashier.look()).status.unsent.count === 0 && (await cashier.must('history.sale', { saleId })).prints.every(({ state }) => state !== 'queued' && state !== 'sent'));
}

/** Whatever the screen asks for next; a step that is not its turn any more is no failure, the screen says what is. */
export async function followRefund(giver: Giver, refund: RefundView): Promise<void> {
  const { ask } = giver.cashier;
  const { refundId } = refund;
  const id = refund.ask?.id ?? '';
  if (refund.unknown !== null && refund.live === null) {
    const { tradeNumber } = refund.unknown;
    await ask('refund.settle', { refundId, tradeNumber, verdict: await byTheBooks(giver, tradeNumber), source: 'van-site', approvalId: null });
  } else if (refund.ask?.ask === 'handed') await ask('refund.handed', { refundId, returnId: id });
  else if (refund.ask?.ask === 'go-on') await ask('refund.goOn', { refundId });
  else if (refund.ask?.ask === 'not-cancelled') await ask('refund.cancelAgain', { refundId, returnId: id });
  else if (refund.ask?.ask === 'receipt-unknown') {
    const tradeNumber = refund.receipts.find(({ cancelId }) => cancelId === id)?.terminal?.tradeNumber ?? '';
    await ask('refund.receiptSettle', { refundId, cancelId: id, verdict: await byTheBooks(giver, tradeNumber), source: 'terminal-slip' });
  } else if (refund.ask?.ask === 'receipt') await ask('refund.receiptAgain', { refundId, cancelId: id });
  else if (refund.ask?.ask === 'rest') await payRest(giver, refund, id);
}

/** What she keeps is charged again by the same card. */
async function payRest({ cashier }: Giver, { refundId, returns }: RefundView, returnId: string): Promise<void> {
  const rest = returns.find((ret) => ret.returnId === returnId)?.rest ?? null;
  if (rest === null || rest.lock !== null) return;
  await cashier.ask('refund.chargeRest', { refundId, returnId, leftWon: rest.leftWon, amountWon: rest.leftWon, installmentMonths: 0 });
}

/** An open charge of the sale on the screen, as the issuer's books have it. */
export async function settleCharge(giver: Giver, sale: CounterView['sale'] & { stage: 'tendering' }): Promise<void> {
  const { unknown, live } = sale.tendering;
  if (unknown === null || live !== null) return;
  const verdict = await byTheBooks(giver, unknown.tradeNumber);
  await giver.cashier.ask('card.settle', { saleId: sale.saleId, tradeNumber: unknown.tradeNumber, verdict, source: 'van-site', approvalId: null });
}

/** Cash receipts of the sale nobody knows the fate of: as the terminal's books have them. */
export async function settleReceipts(giver: Giver, saleId: string): Promise<void> {
  for (const { cashReceiptId, terminal } of (await giver.cashier.must('history.sale', { saleId })).cashReceipts) {
    if (terminal !== null && terminal.unknown !== null) await giver.cashier.must('receipt.settle', { cashReceiptId, verdict: await byTheBooks(giver, terminal.tradeNumber), source: 'van-site' });
  }
}

async function byTheBooks({ controlPort }: Giver, tradeNumber: string) {
  const { state } = await askControlPort(controlPort, { ask: 'state' });
  const trade = (state as TerminalSimulatorState).trades.find((each) => each.number === tradeNumber && each.approved);
  return trade === undefined ? ({ verdict: 'not-approved' } as const) : ({ verdict: 'approved', approvalNumber: trade.approvalNumber, tradedAt: '20261128120000' } as const);
}

/** From the money to the next customer: cash is taken, the receipt asked for or not, the slip printed or not. */
import { firstState } from '../../domain/cash-receipt/machine.ts';
import type { CheckoutState } from '../../domain/checkout/machine.ts';
import { recoverCheckout } from '../../domain/checkout/machine.ts';
import type { CashReceiptIntent } from '../../domain/journal-entry.ts';
import { entry } from '../counter.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import { takePart } from './card.ts';
import type { CheckoutRun } from './run-checkout.ts';
import { dispatch, newJobs, onThisSale, perform } from './run-checkout.ts';

/** `dueWon` is what stood on her screen: a basket that has changed since is refused. */
export function tenderCash(run: CheckoutRun, saleId: string, { dueWon, receivedWon }: { dueWon: number; receivedWon: number }): Promise<Result<null>> {
  const { counter } = run;
  return onThisSale(run, saleId, async (sale) => {
    // With attempts or parts behind it the cash is one more part: all that is left.
    const isPart = sale.stage === 'tendering' || (sale.stage === 'basket' && sale.tried !== undefined);
    if (isPart) return takePart(run, sale, { leftWon: dueWon, amountWon: dueWon, receivedWon });
    const paid = await dispatch(run, sale, { type: 'tendered', dueWon, receivedWon, paidAt: counter.now().toISOString(), drawerJobId: counter.ids.next('p') });
    // A number somebody was typing for an earlier sale has no place on the display of the customer who pays now.
    if (paid.ok) counter.memory.draft = null;
    return paid;
  });
}

/** The receipt's intent and the sale's step are one append: there is no receipt without its sale, and none that a crash can lose. */
export function requestReceipt(run: CheckoutRun, saleId: string, intent: CashReceiptIntent): Promise<Result<null>> {
  return onThisSale(run, saleId, async (sale) => {
    const created = entry(run.counter, { kind: 'cash-receipt.created', payload: intent }, saleId);
    const durable = () => run.receipts.created({ ...intent, saleId, saleNumber: sale.saleNumber, state: firstState(intent), createdAt: created.at, updatedAt: created.at });
    return dispatch(run, sale, { type: 'receipt-requested', cashReceiptId: intent.cashReceiptId }, { after: [created], durable });
  });
}

export function declineReceipt(run: CheckoutRun, saleId: string): Promise<Result<null>> {
  return onThisSale(run, saleId, (sale) => dispatch(run, sale, { type: 'receipt-declined' }));
}

export function postponeReceipt(run: CheckoutRun, saleId: string): Promise<Result<null>> {
  return onThisSale(run, saleId, (sale) => dispatch(run, sale, { type: 'receipt-postponed' }));
}

/** The sale goes on; the receipt is driven on by itself, and to this sale it is in doubt. */
export function leaveWaiting(run: CheckoutRun, saleId: string): Promise<Result<null>> {
  return onThisSale(run, saleId, async (sale) => {
    if (sale.stage !== 'receipt-issuing') return refuse('sale.not-in-this-stage');
    return dispatch(run, sale, { type: 'receipt-settled', cashReceiptId: sale.cashReceiptId, outcome: 'unknown' });
  });
}

export function answerSlip(run: CheckoutRun, saleId: string, wants: boolean, by: 'customer' | 'cashier'): Promise<Result<null>> {
  const { counter } = run;
  return onThisSale(run, saleId, (sale) => {
    const jobIds = newJobs(counter, sale, wants ? counter.settings.slip.copies : 0);
    return dispatch(run, sale, { type: 'slip-answered', wants, by, jobIds }, by === 'customer' ? { actor: null } : {});
  });
}

export function next(run: CheckoutRun, saleId: string): Promise<Result<null>> {
  const { counter } = run;
  return onThisSale(run, saleId, async (sale) => {
    if (sale.stage !== 'done' && sale.stage !== 'abandoned') return refuse('sale.not-in-this-stage');
    counter.memory.sale = null;
    counter.memory.draft = null;
    counter.changed();
    return DONE;
  });
}

/** Nothing is done twice: what the state still asks for was never done, or is asked about first. */
export function recover(run: CheckoutRun, state: CheckoutState): void {
  run.counter.memory.sale = state;
  perform(run, state, recoverCheckout(state, run.rules));
}

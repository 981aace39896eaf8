/** A sale in exchange for goods that came back: begun with them, settled where nothing is to be paid, and found again. */
import type { CheckoutState } from '../../domain/checkout/machine.ts';
import { MAX_HELD, startSale } from '../../domain/checkout/machine.ts';
import { entry } from '../counter.ts';
import type { ExchangeAsked } from '../refund/exchanges.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import { makeRoom, recallHeld } from './hold.ts';
import type { CheckoutRun } from './run-checkout.ts';
import { dispatch, onThisSale } from './run-checkout.ts';

/** What came back, the leave for it and the sale it is for are one append; what was on the screen is put aside in it. */
export function beginExchange(run: CheckoutRun, asked: ExchangeAsked): Promise<Result<{ refundId: string }>> {
  const { counter, exchanges, receipts, prints } = run;
  const { memory } = counter;
  return run.exclusive(async () => {
    if (memory.signedIn === null) return refuse('people.not-signed-in');
    const { shift, nextSaleNumber } = memory;
    if (shift === null) return refuse('shift.not-open');
    const room = makeRoom(run, memory.sale);
    if (!room.ok) return room;
    if (room.value.before?.[0]?.kind === 'sale.held' && memory.held.length >= MAX_HELD) return refuse('sale.too-many-held');
    const sale = startSale(counter.ids.next('s'), nextSaleNumber);
    const started = entry(counter, { kind: 'sale.started', payload: { saleNumber: nextSaleNumber, shiftId: shift.shiftId } }, sale.saleId);
    const begun = await exchanges.begin(asked, (back, rows) => dispatch(run, sale, { type: 'exchange-begun', back }, { ...room.value, before: [...(room.value.before ?? []), ...rows, started] }));
    if (!begun.ok) return begun;
    memory.nextSaleNumber = nextSaleNumber + 1;
    memory.draft = null;
    memory.undo = null;
    memory.lastLineId = null;
    receipts.forgetSettled(sale.saleId);
    prints.forgetSettled(sale.saleId);
    return begun;
  });
}

/** The goods are even, or `giveWon` goes back: nothing is asked for. */
export function settleExchange(run: CheckoutRun, saleId: string, giveWon: number): Promise<Result<null>> {
  return onThisSale(run, saleId, (sale) => dispatch(run, sale, { type: 'exchange-settled', giveWon, at: run.counter.now().toISOString() }));
}

/** Its goods are on the screen, or come back to it. */
export function showExchange(run: CheckoutRun, refundId: string): Promise<Result<null>> {
  const { memory } = run.counter;
  return run.exclusive(async () => {
    const isIts = (sale: CheckoutState | null): boolean => sale !== null && 'exchange' in sale && sale.exchange?.refundId === refundId;
    if (isIts(memory.sale)) return DONE;
    const held = memory.held.find(isIts);
    return held === undefined ? refuse('refund.not-in-this-stage') : recallHeld(run, held);
  });
}

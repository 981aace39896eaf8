/** Puts the counter back to where its journal says it is: shift, open sale, receipts under way, prints under way, open cases. */
import type { CheckoutRules, CheckoutState } from '../domain/checkout/machine.ts';
import { startSale, stepCheckout } from '../domain/checkout/machine.ts';
import type { Receipts } from './cash-receipt/receipts.ts';
import type { Checkout } from './checkout/checkout.ts';
import type { Counter, HeldSale } from './counter.ts';
import { abandonedSale, append, notify } from './counter.ts';
import type { Handwritten } from './handwritten/handwritten.ts';
import type { Prints } from './slips/prints.ts';
import type { Strays } from './stray/strays.ts';

type Use = { counter: Counter; rules: CheckoutRules; checkout: Checkout; receipts: Receipts; prints: Prints; handwritten: Handwritten; strays: Strays };

export async function recoverCounter(use: Use): Promise<void> {
  const { counter, checkout, receipts, prints } = use;
  const { memory, journal } = counter;
  const found = await journal.counter();
  memory.nextSaleNumber = found.nextSaleNumber;
  memory.nextZNumber = found.nextZNumber;
  memory.shift = found.openShift === null ? null : { ...found.openShift, openedBy: found.openShift.openedBy?.name ?? '' };
  await prints.recover();
  await use.handwritten.recover();
  await use.strays.recover();
  const held: HeldSale[] = [];
  for (const sale of found.openSales.filter(({ stage }) => stage === 'held')) {
    const state = await stateOfSale(counter, use.rules, sale.saleId, sale.saleNumber);
    if (state.stage === 'held') held.push(state);
  }
  checkout.recoverHeld(held.toSorted((a, b) => (a.heldAt < b.heldAt ? -1 : 1)));
  // Beside those put aside one sale is on the screen at a time; were there more, the newest is the one she was at.
  const open = found.openSales.findLast(({ stage }) => stage !== 'held');
  if (open === undefined) return;
  if (open.stage === 'basket' && (await journal.sale(open.saleId))?.shiftId !== memory.shift?.shiftId) {
    // Its shift is closed and counted: what is rung up now belongs to another.
    await append(counter, [abandonedSale(counter, open)]);
    return;
  }
  const state = await stateOfSale(counter, use.rules, open.saleId, open.saleNumber);
  receipts.remember(await journal.cashReceiptsOfSale(open.saleId));
  await prints.remember(await journal.printJobsOfSale(open.saleId));
  await checkout.recover(state);
  // She was in the middle of something: say that it is the same sale, and that nothing was taken twice.
  notify(counter, 'counter.restarted', open.saleId, open.saleNumber);
}

/** A plain basket is folded from its events; everything else was written down whole. */
async function stateOfSale(counter: Counter, rules: CheckoutRules, saleId: string, saleNumber: number): Promise<CheckoutState> {
  const sale = await counter.journal.sale(saleId);
  if (sale !== null && sale.state !== null) return sale.state;
  let state: CheckoutState = startSale(saleId, saleNumber);
  for (const event of await counter.journal.saleEvents(saleId)) {
    const step = stepCheckout(state, event, rules);
    if (!step.ok) throw new Error(`sale ${saleId}: the journal holds an event the machine refuses (${event.type}: ${step.refusal})`);
    state = step.state;
  }
  return state;
}

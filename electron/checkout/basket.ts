/** The basket: goods are rung up, counted, cancelled and put back, until it is paid or abandoned. */
import type { Product, SoldProduct } from '../../domain/cart.ts';
import type { CheckoutEvent } from '../../domain/checkout/machine.ts';
import { startSale } from '../../domain/checkout/machine.ts';
import { readScaleLabel } from '../../domain/scale-label.ts';
import { taxClassAtSale } from '../../domain/tax.ts';
import { toPaperText } from '../../native/printer/code-page.ts';
import type { Counter } from '../counter.ts';
import { entry } from '../counter.ts';
import type { Permission } from '../people/approvals.ts';
import type { Result } from '../result.ts';
import { DONE, ok, refuse } from '../result.ts';
import type { CheckoutRun } from './run-checkout.ts';
import { dispatch, onThisSale } from './run-checkout.ts';
import { changeBasket } from './limit.ts';

export function scan(run: CheckoutRun, code: string, quantity: number): Promise<Result<null>> {
  const { shelf, settings } = run.counter;
  const found = shelf.productWithBarcode(code);
  const label = found === null ? readScaleLabel(code, settings.scale) : null;
  const weighed = label === null ? null : shelf.productWithBarcode(label.itemCode);
  if (label === null || weighed === null) return add(run, found, { quantity });
  if (settings.scale.value === 'grams') return add(run, weighed, { quantity, grams: label.value });
  // The scale has done the sum: its price stands, whatever the catalogue says of 100 g.
  return add(run, { ...weighed, priceWon: label.value, openPrice: undefined, byWeight: undefined }, { quantity });
}

export type Wanted = { readonly quantity: number; readonly priceWon?: number | undefined; readonly grams?: number | undefined };

export function addProduct(run: CheckoutRun, productId: string, wanted: Wanted): Promise<Result<null>> {
  return add(run, run.counter.shelf.product(productId), wanted);
}

function add(run: CheckoutRun, found: Product | null, { quantity, priceWon, grams }: Wanted): Promise<Result<null>> {
  const { counter } = run;
  return run.exclusive(async () => {
    const ready = mayBegin(counter);
    if (!ready.ok) return ready;
    if (found === null) return refuse('sale.product-unknown');
    const product = priced(found, priceWon);
    if (!product.ok) return product;
    if (product.value.byWeight === true && grams === undefined) return refuse('sale.weight-needed');
    const event: CheckoutEvent = { type: 'line-added', product: asSold(counter, product.value), quantity, lineId: counter.ids.next('l'), ...(grams === undefined ? {} : { grams }) };
    const current = counter.memory.sale;
    const result = current?.stage === 'basket' ? await dispatch(run, current, event) : await begin(run, event);
    if (result.ok) touched(counter, product.value, grams);
    return result;
  });
}

/** The catalogue says what a product is; the shop's registration says how it is taxed. */
function asSold({ settings }: Counter, product: Product): SoldProduct {
  return { ...product, taxClass: taxClassAtSale(settings.tax, product.taxClass) };
}

/** A price is typed for goods of open price, and for no others: changing a price is not a cashier's act. */
function priced(product: Product, priceWon: number | undefined): Result<Product> {
  if (product.openPrice !== true) return priceWon === undefined ? ok(product) : refuse('people.forbidden', 'a price for goods that have one');
  return priceWon === undefined ? refuse('sale.price-needed') : ok({ ...product, priceWon });
}

/** The first line of a sale starts it: number and line are one append, so a number is never taken by an empty basket. */
async function begin(run: CheckoutRun, event: CheckoutEvent): Promise<Result<null>> {
  const { counter, receipts, prints } = run;
  const { memory } = counter;
  const { shift, nextSaleNumber } = memory;
  if (shift === null) return refuse('shift.not-open');
  const sale = startSale(counter.ids.next('s'), nextSaleNumber);
  const started = entry(counter, { kind: 'sale.started', payload: { saleNumber: nextSaleNumber, shiftId: shift.shiftId } }, sale.saleId);
  const result = await dispatch(run, sale, event, { before: [started] });
  if (!result.ok) return result;
  memory.nextSaleNumber = nextSaleNumber + 1;
  memory.draft = null;
  receipts.forgetSettled(sale.saleId);
  prints.forgetSettled(sale.saleId);
  return DONE;
}

function mayBegin({ memory }: Counter): Result<null> {
  if (memory.signedIn === null) return refuse('people.not-signed-in');
  if (memory.shift === null) return refuse('shift.not-open');
  const stage = memory.sale?.stage;
  if (stage === undefined || stage === 'basket' || stage === 'done' || stage === 'abandoned') return DONE;
  return refuse('sale.not-in-this-stage');
}

/** The line she sees marked: the one that was rung up last. What was cancelled before it can no longer be put back. */
function touched(counter: Counter, { productId, priceWon }: Product, grams: number | undefined): void {
  const { memory } = counter;
  memory.undo = null;
  memory.lastLineId = memory.sale?.stage === 'basket' ? (memory.sale.cart.lines.findLast((line) => line.productId === productId && line.unitPriceWon === priceWon && line.grams === grams)?.lineId ?? null) : null;
  counter.changed();
}

export function setQuantity(run: CheckoutRun, saleId: string, wanted: { readonly lineId: string; readonly quantity: number }, given: Permission): Promise<Result<null>> {
  const { lineId, quantity } = wanted;
  return onThisSale(run, saleId, async (sale) => {
    const result = await changeBasket(run, sale, { type: 'quantity-set', lineId, quantity }, given);
    if (result.ok) inHand(run.counter, lineId);
    return result;
  });
}

export function weighLine(run: CheckoutRun, saleId: string, wanted: { readonly lineId: string; readonly grams: number }, given: Permission): Promise<Result<null>> {
  const { lineId, grams } = wanted;
  return onThisSale(run, saleId, async (sale) => {
    const result = await changeBasket(run, sale, { type: 'line-weighed', lineId, grams }, given);
    if (result.ok) inHand(run.counter, lineId);
    return result;
  });
}

/** Whether the printer has the characters is asked now: a note that cannot be printed must not stop a paid sale's slip. */
export function noteLine(run: CheckoutRun, saleId: string, lineId: string, note: string): Promise<Result<null>> {
  return onThisSale(run, saleId, async (sale) => {
    if (!toPaperText(note).ok) return refuse('sale.note-not-printable');
    const result = await dispatch(run, sale, { type: 'line-noted', lineId, note });
    if (result.ok) inHand(run.counter, lineId);
    return result;
  });
}

/** A discount can be taken back only while nothing else has been done; a cancelled line can while nothing has been rung up. */
function inHand({ memory }: Counter, lineId: string): void {
  memory.lastLineId = lineId;
  if (memory.undo?.what !== 'line-cancelled') memory.undo = null;
}

export function cancelLine(run: CheckoutRun, saleId: string, lineId: string, given: Permission): Promise<Result<null>> {
  return onThisSale(run, saleId, async (sale) => {
    const index = sale.stage === 'basket' ? sale.cart.lines.findIndex((line) => line.lineId === lineId) : -1;
    const line = sale.stage === 'basket' ? sale.cart.lines[index] : undefined;
    const result = await changeBasket(run, sale, { type: 'line-cancelled', lineId }, given);
    if (result.ok && line !== undefined) run.counter.memory.undo = { what: 'line-cancelled', name: line.name, event: { type: 'line-restored', line, index } };
    return result;
  });
}

/** Takes back what was done last: a line that was cancelled, a discount that was given or taken away. */
export function undo(run: CheckoutRun, saleId: string): Promise<Result<null>> {
  const { memory } = run.counter;
  return onThisSale(run, saleId, async (sale) => {
    if (memory.undo === null) return refuse('sale.nothing-to-undo');
    const result = await dispatch(run, sale, memory.undo.event);
    if (result.ok) memory.undo = null;
    return result;
  });
}

export function abandon(run: CheckoutRun, saleId: string, given: Permission): Promise<Result<null>> {
  return onThisSale(run, saleId, async (sale) => {
    const result = await changeBasket(run, sale, { type: 'abandoned' }, given);
    if (result.ok) run.counter.memory.sale = null;
    return result;
  });
}

/**
 * The basket: what the customer is about to pay for. Pure values; every change returns a new cart.
 * Discounts are kept as they were given and spread over the lines to the won (rules of the counter, §2).
 */
import type { LineTaxClass, TaxBreakdown, TaxClass } from './tax.ts';
import { taxBreakdown } from './tax.ts';
import { isGrams, weightWon } from './weight.ts';
import { allocateWon, isWon, MAX_AMOUNT_WON, sumWon } from './won.ts';

export type Product = {
  readonly productId: string;
  readonly barcode: string;
  readonly name: string;
  readonly priceWon: number;
  readonly taxClass: TaxClass;
  readonly category: string;
  /** The price is not known before it stands at the counter (by weight, a top-up): it is typed there, and `priceWon` is 0 until then. */
  readonly openPrice?: boolean | undefined;
  /** Sold by weight: `priceWon` is the price of 100 g. */
  readonly byWeight?: boolean | undefined;
};

/** A product as it is sold now: how it is taxed depends on the shop's registration too. */
export type SoldProduct = Omit<Product, 'taxClass'> & { readonly taxClass: LineTaxClass };

export type CartLine = {
  readonly lineId: string;
  readonly productId: string;
  readonly barcode: string;
  readonly name: string;
  readonly unitPriceWon: number;
  readonly taxClass: LineTaxClass;
  readonly quantity: number;
  /** Discount given on this line, before any sale discount; 0 ≤ discount ≤ what the line comes to. */
  readonly discountWon: number;
  /** Weighed goods: what one of them weighs; `unitPriceWon` is then the price of 100 g. */
  readonly grams?: number;
  /** The price before somebody with the right changed it; left out where nobody has. */
  readonly listPriceWon?: number;
  /** What the cashier wrote about this line; stands under the name and on the slip. Never empty. */
  readonly note?: string;
};

export type Cart = {
  readonly lines: readonly CartLine[];
  /** Discount given on the whole sale, spread over the lines when totals are taken. */
  readonly saleDiscountWon: number;
};

export const EMPTY_CART: Cart = { lines: [], saleDiscountWon: 0 };
export const MAX_LINES = 999;
const MAX_PRICE_PER_100G_WON = 100_000_000;
export const MAX_QUANTITY = 9_999;
/** In characters: with its mark it stays within two lines of the paper. */
export const MAX_NOTE_LENGTH = 40;

export type CartRefusal = 'line-unknown' | 'quantity-out-of-range' | 'cart-full' | 'amount-too-large' | 'discount-out-of-range' | 'note-too-long' | 'weight-out-of-range';
export type CartResult = { readonly ok: true; readonly cart: Cart } | { readonly ok: false; readonly refusal: CartRefusal };

const refused = (refusal: CartRefusal): CartResult => ({ ok: false, refusal });

/** Same product, price and weight, taxed the same, no line discount, no note: one more of it. Otherwise a line of its own, named `lineId`. */
export function addProduct(cart: Cart, product: SoldProduct, quantity: number, lineId: string, grams?: number): CartResult {
  if (!isQuantity(quantity)) return refused('quantity-out-of-range');
  if ((product.byWeight === true) !== (grams !== undefined)) return refused('weight-out-of-range');
  const same = cart.lines.find(
    (line) => line.productId === product.productId && line.unitPriceWon === product.priceWon && line.taxClass === product.taxClass && line.grams === grams && line.discountWon === 0 && line.listPriceWon === undefined && line.note === undefined,
  );
  if (same !== undefined) return setQuantity(cart, same.lineId, same.quantity + quantity);
  if (cart.lines.length >= MAX_LINES) return refused('cart-full');
  if (cart.lines.some((line) => line.lineId === lineId)) return refused('line-unknown');
  const line: CartLine = {
    lineId,
    productId: product.productId,
    barcode: product.barcode,
    name: product.name,
    unitPriceWon: product.priceWon,
    taxClass: product.taxClass,
    quantity,
    discountWon: 0,
    ...(grams === undefined ? {} : { grams }),
  };
  return checked({ ...cart, lines: [...cart.lines, line] });
}

export function setQuantity(cart: Cart, lineId: string, quantity: number): CartResult {
  if (!isQuantity(quantity)) return refused('quantity-out-of-range');
  return replaceLine(cart, lineId, (line) => ({ ...line, quantity }));
}

/** Weighed goods put on the scale again; what is not sold by weight has none. */
export function weighLine(cart: Cart, lineId: string, grams: number): CartResult {
  if (cart.lines.find((line) => line.lineId === lineId)?.grams === undefined && cart.lines.some((line) => line.lineId === lineId)) return refused('weight-out-of-range');
  return replaceLine(cart, lineId, (line) => ({ ...line, grams }));
}

export function discountLine(cart: Cart, lineId: string, discountWon: number): CartResult {
  return replaceLine(cart, lineId, (line) => ({ ...line, discountWon }));
}

/** Back to the price it had: nothing was changed. */
export function repriceLine(cart: Cart, lineId: string, unitPriceWon: number): CartResult {
  return replaceLine(cart, lineId, ({ listPriceWon, ...line }) => {
    const listed = listPriceWon ?? line.unitPriceWon;
    return { ...line, unitPriceWon, ...(listed === unitPriceWon ? {} : { listPriceWon: listed }) };
  });
}

/** An empty note takes the note away. Whether the printer has the characters is for whoever knows the printer. */
export function noteLine(cart: Cart, lineId: string, note: string): CartResult {
  const text = note.trim();
  return replaceLine(cart, lineId, (line) => (text === '' ? withoutNote(line) : { ...line, note: text }));
}

function withoutNote(line: CartLine): CartLine {
  const { note: _, ...rest } = line;
  return rest;
}

export function discountSale(cart: Cart, saleDiscountWon: number): CartResult {
  return checked({ ...cart, saleDiscountWon });
}

/** A line's discount goes with it; a sale discount larger than what is left shrinks to it. */
export function cancelLine(cart: Cart, lineId: string): CartResult {
  if (!cart.lines.some((line) => line.lineId === lineId)) return refused('line-unknown');
  const lines = cart.lines.filter((line) => line.lineId !== lineId);
  const left = sumWon(lines.map(lineNetWon));
  return checked({ lines, saleDiscountWon: Math.min(cart.saleDiscountWon, left) });
}

/** Puts a cancelled line back where it stood. */
export function restoreLine(cart: Cart, line: CartLine, index: number): CartResult {
  if (cart.lines.some((existing) => existing.lineId === line.lineId)) return refused('line-unknown');
  if (cart.lines.length >= MAX_LINES) return refused('cart-full');
  return checked({ ...cart, lines: cart.lines.toSpliced(Math.max(0, Math.min(index, cart.lines.length)), 0, line) });
}

export type CartTotals = {
  readonly breakdown: TaxBreakdown;
  readonly discountWon: number;
  readonly quantity: number;
  /** What each line comes to after its share of the sale discount, in line order; adds up to the total. */
  readonly lineTotalsWon: readonly number[];
};

export function totalsOf(cart: Cart): CartTotals {
  const nets = cart.lines.map(lineNetWon);
  const shares = allocateWon(cart.saleDiscountWon, nets);
  const lineTotalsWon = nets.map((net, index) => net - (shares[index] ?? 0));
  const sumOf = (taxClass: LineTaxClass) => sumWon(lineTotalsWon.filter((_, index) => cart.lines[index]?.taxClass === taxClass));
  return {
    breakdown: taxBreakdown({ taxableWon: sumOf('taxable'), undividedWon: sumOf('undivided'), taxFreeWon: sumOf('exempt') }),
    discountWon: cart.saleDiscountWon + sumWon(cart.lines.map((line) => line.discountWon)),
    quantity: cart.lines.reduce((sum, line) => sum + line.quantity, 0),
    lineTotalsWon,
  };
}

/** What the line comes to before any discount. */
export function lineGrossWon({ unitPriceWon, quantity, grams }: CartLine): number {
  return (grams === undefined ? unitPriceWon : weightWon(unitPriceWon, grams)) * quantity;
}

export function lineNetWon(line: CartLine): number {
  return lineGrossWon(line) - line.discountWon;
}

function isNote(note: string): boolean {
  return note.trim() === note && note !== '' && [...note].length <= MAX_NOTE_LENGTH && !/\p{Cc}/u.test(note);
}

function isQuantity(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_QUANTITY;
}

function replaceLine(cart: Cart, lineId: string, change: (line: CartLine) => CartLine): CartResult {
  if (!cart.lines.some((line) => line.lineId === lineId)) return refused('line-unknown');
  return checked({ ...cart, lines: cart.lines.map((line) => (line.lineId === lineId ? change(line) : line)) });
}

function checked(cart: Cart): CartResult {
  let gross = 0;
  for (const line of cart.lines) {
    // Prices come from a catalogue and restored lines from a caller: neither is trusted to be whole won.
    if (!isQuantity(line.quantity)) return refused('quantity-out-of-range');
    if (!isWon(line.unitPriceWon) || line.unitPriceWon < 0) return refused('amount-too-large');
    if (line.grams !== undefined && !isGrams(line.grams)) return refused('weight-out-of-range');
    // Far above any goods, far below where weight and price leave the numbers that are exact.
    if (line.grams !== undefined && line.unitPriceWon > MAX_PRICE_PER_100G_WON) return refused('amount-too-large');
    if (!isWon(line.discountWon) || line.discountWon < 0 || lineNetWon(line) < 0) return refused('discount-out-of-range');
    if (line.note !== undefined && !isNote(line.note)) return refused('note-too-long');
    gross += lineNetWon(line);
    if (gross > MAX_AMOUNT_WON) return refused('amount-too-large');
  }
  if (!isWon(cart.saleDiscountWon) || cart.saleDiscountWon < 0 || cart.saleDiscountWon > gross) return refused('discount-out-of-range');
  return { ok: true, cart };
}

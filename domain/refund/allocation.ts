/**
 * Which payments an amount goes back by, when a sale was paid with several and not all of it goes back.
 *
 * The suggestion is the same whenever the same is asked, and the cashier sees it and may choose otherwise:
 *   1. everything that is left goes back as it came
 *   2. a card whose payment is exactly the amount: one cancel, and no more
 *   3. cash, as far as cash was paid: it can be given back in any part
 *   4. cards for the rest: the smallest one that covers it, in part; else the largest one whole, and so on
 * So one card at most is given back in part. More than one is refused: each would have to be cancelled whole and charged anew.
 */
import type { TaxBreakdown } from '../tax.ts';
import { isWithin, minusTax, shareOfTax, sumTax } from '../tax.ts';
import { isWon, sumWon } from '../won.ts';
import type { CardPayment, CardWay, CashPayment, Payment, WayRules } from './payments.ts';
import { cardWay, CASH } from './payments.ts';

export type Share = { readonly paymentId: string; readonly amountWon: number };

export type CashReturnIntent = { readonly kind: 'cash'; readonly returnId: string; readonly amounts: TaxBreakdown };
export type CardReturnIntent = { readonly kind: 'card'; readonly returnId: string; readonly way: CardWay; readonly payment: CardPayment; /** What goes back of it. */ readonly amounts: TaxBreakdown };
export type ReturnIntent = CashReturnIntent | CardReturnIntent;

export type AllocationRefusal = 'refund.shares-differ' | 'refund.payment-unknown' | 'refund.more-than-paid-so' | 'refund.two-in-part';

/** `amountWon` is at most what the payments come to. */
export function suggestShares(payments: readonly Payment[], amountWon: number): Share[] {
  if (amountWon === 0) return [];
  if (amountWon === heldWon(payments)) return payments.map(whole);
  const cards = payments.filter((payment) => payment.kind === 'card');
  const exact = cards.find((card) => card.amounts.totalWon === amountWon);
  if (exact !== undefined) return [whole(exact)];
  const cashWon = Math.min(amountWon, cashOf(payments)?.amounts.totalWon ?? 0);
  return [...(cashWon === 0 ? [] : [{ paymentId: CASH, amountWon: cashWon }]), ...sharesOfCards(cards, amountWon - cashWon)];
}

function sharesOfCards(cards: readonly CardPayment[], amountWon: number): Share[] {
  if (amountWon === 0) return [];
  const bySize = cards.toSorted((a, b) => a.amounts.totalWon - b.amounts.totalWon);
  const covers = bySize.find((card) => card.amounts.totalWon >= amountWon);
  if (covers !== undefined) return [{ paymentId: covers.paymentId, amountWon }];
  const largest = bySize.at(-1);
  if (largest === undefined) throw new RangeError('more is to go back than was paid');
  return [whole(largest), ...sharesOfCards(cards.filter((card) => card !== largest), amountWon - largest.amounts.totalWon)];
}

/** What a person's own choice is refused for; null: it can be done so. */
export function shareRefusal(payments: readonly Payment[], amountWon: number, shares: readonly Share[], today: string, rules: WayRules): AllocationRefusal | null {
  if (new Set(shares.map((share) => share.paymentId)).size !== shares.length) return 'refund.payment-unknown';
  let inPart = 0;
  for (const share of shares) {
    const payment = payments.find((each) => each.paymentId === share.paymentId);
    if (payment === undefined) return 'refund.payment-unknown';
    if (!isWon(share.amountWon) || share.amountWon <= 0) return 'refund.shares-differ';
    if (share.amountWon > payment.amounts.totalWon) return 'refund.more-than-paid-so';
    if (payment.kind === 'card' && cardWay(payment, share.amountWon, today, rules) === 'cancel-and-recharge') inPart += 1;
  }
  if (sumWon(shares.map((share) => share.amountWon)) !== amountWon) return 'refund.shares-differ';
  return inPart > 1 ? 'refund.two-in-part' : null;
}

/**
 * What is to be done, in the order it is done: first the card that is charged anew, for until that is over everything can still be put
 * back; then cancels; then cash; last what needs the telephone.
 */
const ORDER = ['cancel-and-recharge', 'partial-cancel', 'cancel', CASH, 'by-phone'] as const satisfies readonly (CardWay | typeof CASH)[];

/** `wanted` is the tax of the goods; what it comes to is what the shares come to. */
export function returnsOf(payments: readonly Payment[], wanted: TaxBreakdown, shares: readonly Share[], today: string, rules: WayRules): ReturnIntent[] {
  const amounts = cutTax(payments, wanted, shares);
  const pieces = shares.flatMap((share, index) => {
    const payment = payments.find((each) => each.paymentId === share.paymentId);
    const back = amounts[index];
    if (payment === undefined || back === undefined) return [];
    const way: CardWay | typeof CASH = payment.kind === 'cash' ? CASH : cardWay(payment, share.amountWon, today, rules);
    return [{ payment, way, amounts: back }];
  });
  const inOrder = pieces.toSorted((a, b) => ORDER.indexOf(a.way) - ORDER.indexOf(b.way));
  return inOrder.map(({ payment, way, amounts: back }, index): ReturnIntent => {
    const returnId = `r${index + 1}`;
    return payment.kind === 'cash' || way === CASH ? { kind: 'cash', returnId, amounts: back } : { kind: 'card', returnId, way, payment, amounts: back };
  });
}

/**
 * The tax of each share. A payment that goes back whole takes its own. What is left of the goods' tax is for the one that goes in part,
 * where that payment has it; else, and for all but the last of several, it is cut in proportion from what the payment holds. The sums
 * are right in every case, and of every payment no more goes back of any tax than is in it.
 */
function cutTax(payments: readonly Payment[], wanted: TaxBreakdown, shares: readonly Share[]): TaxBreakdown[] {
  const held = (share: Share) => payments.find((each) => each.paymentId === share.paymentId)?.amounts;
  const cut: (TaxBreakdown | null)[] = shares.map((share) => {
    const amounts = held(share);
    return amounts?.totalWon === share.amountWon ? amounts : null;
  });
  const lastInPart = cut.lastIndexOf(null);
  return shares.map((share, index) => {
    const there = cut[index];
    const amounts = held(share);
    if (there !== null && there !== undefined) return there;
    if (amounts === undefined) throw new RangeError(`no such payment: ${share.paymentId}`);
    const rest = index === lastInPart ? minusTax(wanted, sumTax(cut.filter((each) => each !== null))) : null;
    const back = rest !== null && rest.totalWon === share.amountWon && isWithin(rest, amounts) && isNotNegative(rest) ? rest : shareOfTax(amounts, share.amountWon);
    cut[index] = back;
    return back;
  });
}

function isNotNegative(of: TaxBreakdown): boolean {
  return Math.min(of.supplyWon, of.vatWon, of.taxFreeWon, of.serviceChargeWon) >= 0;
}

function whole(payment: Payment): Share {
  return { paymentId: payment.paymentId, amountWon: payment.amounts.totalWon };
}

function cashOf(payments: readonly Payment[]): CashPayment | undefined {
  return payments.find((payment) => payment.kind === 'cash');
}

export function heldWon(payments: readonly Payment[]): number {
  return sumWon(payments.map((payment) => payment.amounts.totalWon));
}

/** The sale on the screen, as windows and recovery see it. Every answer is durable before it is given. */
import type { CheckoutState } from '../../domain/checkout/machine.ts';
import type { CashReceiptIntent, JournalEntry } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import type { LateResult } from '../card-payment/trades.ts';
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import type { Permission } from '../people/approvals.ts';
import type { GivenDiscount } from '../../domain/discount.ts';
import type { HeldSale } from '../counter.ts';
import type { Wanted } from './basket.ts';
import { abandon, addProduct, cancelLine, noteLine, scan, setQuantity, undo, weighLine } from './basket.ts';
import type { Backing, Charge, PartOfCash, Settlement } from './card.ts';
import { chargeCard, inquireAgain, keepCharge, leaveTendering, returnPart, settleCharge, takeCash, withdrawTrade } from './card.ts';
import type { ExchangeAsked } from '../refund/exchanges.ts';
import { beginExchange, settleExchange, showExchange } from './exchange.ts';
import { hold, recall } from './hold.ts';
import { discountLine, discountSale, repriceLine } from './limit.ts';
import { answerSlip, declineReceipt, leaveWaiting, next, postponeReceipt, recover, requestReceipt, tenderCash } from './finish.ts';
import { CARD_ACTS, tellSale } from './run-card.ts';
import type { CheckoutParts } from './run-checkout.ts';
import { changeSeat } from './seat.ts';
import { newCheckoutRun, resume } from './run-checkout.ts';

export type Checkout = {
  readonly scan: (code: string, quantity: number) => Promise<Result<null>>;
  readonly addProduct: (productId: string, wanted: Wanted) => Promise<Result<null>>;
  readonly setQuantity: (saleId: string, wanted: { lineId: string; quantity: number }, given: Permission) => Promise<Result<null>>;
  readonly weighLine: (saleId: string, wanted: { lineId: string; grams: number }, given: Permission) => Promise<Result<null>>;
  readonly repriceLine: (saleId: string, wanted: { lineId: string; unitPriceWon: number }, given: Permission) => Promise<Result<null>>;
  readonly cancelLine: (saleId: string, lineId: string, given: Permission) => Promise<Result<null>>;
  readonly undo: (saleId: string) => Promise<Result<null>>;
  readonly discountLine: (saleId: string, wanted: { lineId: string; discount: GivenDiscount }, given: Permission) => Promise<Result<null>>;
  readonly discountSale: (saleId: string, discount: GivenDiscount, given: Permission) => Promise<Result<null>>;
  readonly noteLine: (saleId: string, lineId: string, note: string) => Promise<Result<null>>;
  readonly hold: (saleId: string) => Promise<Result<null>>;
  readonly recall: (saleId: string) => Promise<Result<null>>;
  readonly abandon: (saleId: string, given: Permission) => Promise<Result<null>>;
  readonly beginExchange: (asked: ExchangeAsked) => Promise<Result<{ refundId: string }>>;
  readonly settleExchange: (saleId: string, giveWon: number) => Promise<Result<null>>;
  /** The goods for what came back with this refund are on the screen again. */
  readonly showExchange: (refundId: string) => Promise<Result<null>>;
  /** Somebody else stands at the counter, or nobody: a basket goes with whoever leaves and comes back with her. `rowsOf`: what the journal says of it. */
  readonly changeSeat: (to: Actor | null, rowsOf: (from: Actor | null) => readonly JournalEntry[]) => Promise<Result<null>>;
  readonly tenderCash: (saleId: string, dueWon: number, receivedWon: number) => Promise<Result<null>>;
  readonly chargeCard: (saleId: string, charge: Charge) => Promise<Result<null>>;
  readonly takeCash: (saleId: string, cash: PartOfCash) => Promise<Result<null>>;
  readonly returnPart: (saleId: string, partId: string) => Promise<Result<null>>;
  readonly keepCharge: (saleId: string, partId: string) => Promise<Result<null>>;
  readonly leaveTendering: (saleId: string) => Promise<Result<null>>;
  readonly inquireAgain: (saleId: string, tradeNumber: string) => Promise<Result<null>>;
  /** A trade that waits for its turn and is taken back; null: no trade of this sale. */
  readonly withdraw: (saleId: string, tradeNumber: string) => Promise<Result<null> | null>;
  /** `back`: who answers for this sum with her. */
  readonly settleCharge: (saleId: string, settlement: Settlement, back: (amountWon: number) => Promise<Result<Backing>>) => Promise<Result<null>>;
  /** A result nobody waited for; null: no sale at hand has this trade open for news. */
  readonly tellSale: (late: LateResult) => Promise<Result<null> | null>;
  readonly requestReceipt: (saleId: string, intent: CashReceiptIntent) => Promise<Result<null>>;
  readonly declineReceipt: (saleId: string) => Promise<Result<null>>;
  readonly postponeReceipt: (saleId: string) => Promise<Result<null>>;
  readonly leaveWaiting: (saleId: string) => Promise<Result<null>>;
  readonly answerSlip: (saleId: string, wants: boolean, by: 'customer' | 'cashier') => Promise<Result<null>>;
  readonly next: (saleId: string) => Promise<Result<null>>;
  /** Puts the sale the journal left open back on the screen and goes on with it. */
  readonly recover: (state: CheckoutState) => Promise<void>;
  /** Takes up again what the sale waits for and nobody is at work on: its outcome could not be written. */
  readonly resume: () => void;
  /** Puts the baskets the journal holds back aside, oldest first. */
  readonly recoverHeld: (held: readonly HeldSale[]) => void;
};

export function createCheckout(counter: Counter, parts: CheckoutParts): Checkout {
  const run = newCheckoutRun(counter, parts, CARD_ACTS);
  return {
    scan: (code, quantity) => scan(run, code, quantity),
    addProduct: (productId, wanted) => addProduct(run, productId, wanted),
    setQuantity: (saleId, wanted, given) => setQuantity(run, saleId, wanted, given),
    weighLine: (saleId, wanted, given) => weighLine(run, saleId, wanted, given),
    repriceLine: (saleId, wanted, given) => repriceLine(run, saleId, wanted, given),
    cancelLine: (saleId, lineId, given) => cancelLine(run, saleId, lineId, given),
    undo: (saleId) => undo(run, saleId),
    discountLine: (saleId, wanted, given) => discountLine(run, saleId, wanted, given),
    discountSale: (saleId, discount, given) => discountSale(run, saleId, discount, given),
    noteLine: (saleId, lineId, note) => noteLine(run, saleId, lineId, note),
    hold: (saleId) => hold(run, saleId),
    recall: (saleId) => recall(run, saleId),
    abandon: (saleId, given) => abandon(run, saleId, given),
    beginExchange: (asked) => beginExchange(run, asked),
    settleExchange: (saleId, giveWon) => settleExchange(run, saleId, giveWon),
    showExchange: (refundId) => showExchange(run, refundId),
    changeSeat: (to, rowsOf) => changeSeat(run, to, rowsOf),
    tenderCash: (saleId, dueWon, receivedWon) => tenderCash(run, saleId, { dueWon, receivedWon }),
    chargeCard: (saleId, charge) => chargeCard(run, saleId, charge),
    takeCash: (saleId, cash) => takeCash(run, saleId, cash),
    returnPart: (saleId, partId) => returnPart(run, saleId, partId),
    keepCharge: (saleId, partId) => keepCharge(run, saleId, partId),
    leaveTendering: (saleId) => leaveTendering(run, saleId),
    inquireAgain: (saleId, tradeNumber) => inquireAgain(run, saleId, tradeNumber),
    withdraw: (saleId, tradeNumber) => withdrawTrade(run, saleId, tradeNumber),
    settleCharge: (saleId, settlement, back) => settleCharge(run, saleId, settlement, back),
    tellSale: (late) => tellSale(run, late),
    requestReceipt: (saleId, intent) => requestReceipt(run, saleId, intent),
    declineReceipt: (saleId) => declineReceipt(run, saleId),
    postponeReceipt: (saleId) => postponeReceipt(run, saleId),
    leaveWaiting: (saleId) => leaveWaiting(run, saleId),
    answerSlip: (saleId, wants, by) => answerSlip(run, saleId, wants, by),
    next: (saleId) => next(run, saleId),
    recover: async (state) => recover(run, state),
    resume: () => resume(run),
    recoverHeld: (held) => {
      counter.memory.held = held;
    },
  };
}

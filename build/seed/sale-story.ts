/**
 * One sale as the counter would have written it: the domain's own machines say what follows, the generator only what people did.
 * Personal numbers are test numbers, sealed and masked like any other.
 */
import { maskIdentifier, type Identifier, type ReceiptPurpose } from '../../domain/cash-receipt/identifier.ts';
import { type CashReceiptEvent, type CashReceiptState, NEW_CASH_RECEIPT, stepCashReceipt } from '../../domain/cash-receipt/machine.ts';
import { type CheckoutCommand, type CheckoutEvent, type CheckoutRules, type CheckoutState, type Payment, startSale, stepCheckout } from '../../domain/checkout/machine.ts';
import { DEFAULT_CHECKOUT_RULES } from '../../domain/checkout/rules.ts';
import { totalsOf } from '../../domain/cart.ts';
import type { CashReceiptIntent, JournalEntry, PrintIntent } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import { type PrintJobEvent, type PrintJobState, stepPrintJob } from '../../domain/print-job.ts';
import { seoulCompact } from '../../domain/seoul-time.ts';
import type { Shop } from '../../domain/shop.ts';
import { markedCopy, saleSlip, type SlipCashReceipt } from '../../domain/slip/receipt.ts';
import type { Taken } from './goods.ts';
import type { Random } from './random.ts';

export type Years = {
  readonly random: Random;
  readonly shop: Shop;
  readonly seal: (digits: string) => string;
  readonly take: (random: Random, year: number) => Taken;
  /** Ids in the order of time: a journal of years is written at its end, not all over. */
  readonly id: (prefix: string) => string;
  /** Approval numbers of the cash receipts' test service, one after the other. */
  readonly approval: () => string;
};

export type Customer = {
  readonly saleNumber: number;
  readonly businessDay: string;
  /** Years since the first day. */
  readonly year: number;
  readonly shiftId: string;
  readonly actor: Actor;
  /** When the first thing is scanned, epoch ms. */
  readonly atMs: number;
  /** Nothing reaches the gateway on this day. */
  readonly offline: boolean;
};

export type Receipt = { readonly cashReceiptId: string; readonly saleId: string; readonly paidAt: string; state: CashReceiptState };
export type SaleStory = { readonly entries: readonly JournalEntry[]; readonly state: CheckoutState; readonly receipt: Receipt | null; readonly endedMs: number };

export const RULES: CheckoutRules = DEFAULT_CHECKOUT_RULES;
export type Body = JournalEntry extends infer E ? (E extends JournalEntry ? Pick<E, 'kind' | 'payload'> : never) : never;

const NUMBERS: readonly { readonly purpose: ReceiptPurpose; readonly identifier: Identifier; readonly share: number }[] = [
  { purpose: 'income-deduction', identifier: { form: 'phone', digits: '01012345678' }, share: 0.8 },
  { purpose: 'expense-proof', identifier: { form: 'business-number', digits: '1248100998' }, share: 0.1 },
  { purpose: 'expense-proof', identifier: { form: 'business-number', digits: '2208162517' }, share: 0.1 },
];

/** What people pay with when they have not got it exactly. */
const NOTES_WON = [1_000, 5_000, 10_000, 50_000] as const;

/** A sale while it goes on: what it has written, where it stands, what time it is. */
type Telling = {
  readonly saleId: string;
  readonly entries: JournalEntry[];
  state: CheckoutState;
  receipt: Receipt | null;
  clockMs: number;
  readonly later: (leastMs: number, mostMs: number) => void;
  readonly iso: () => string;
  readonly write: (body: Body, actor?: Actor | null) => void;
  readonly step: (event: CheckoutEvent) => CheckoutCommand;
  readonly print: (intent: PrintIntent, events: readonly PrintJobEvent[]) => void;
};

function begin({ random, id }: Years, customer: Customer): Telling {
  const saleId = id('s');
  const telling: Telling = {
    saleId,
    entries: [],
    state: startSale(saleId, customer.saleNumber),
    receipt: null,
    clockMs: customer.atMs,
    later: (leastMs, mostMs) => void (telling.clockMs += random.between(leastMs, mostMs)),
    iso: () => new Date(telling.clockMs).toISOString(),
    write: (body, actor = customer.actor) => void telling.entries.push({ ...body, at: telling.iso(), businessDay: customer.businessDay, actor, saleId }),
    step(event) {
      const step = stepCheckout(telling.state, event, RULES);
      if (!step.ok) throw new Error(`the generator tells what the sale refuses: ${event.type} ${step.refusal}`);
      telling.state = step.state;
      telling.write({ kind: `sale.${event.type}`, payload: { event, after: step.state.stage === 'basket' ? null : step.state } });
      return step.command;
    },
    print(intent, events) {
      telling.write({ kind: 'print.queued', payload: intent });
      let state: PrintJobState = { name: 'queued' };
      for (const event of events) {
        const step = stepPrintJob(state, event);
        if (!step.ok) throw new Error(`the generator tells what the print job refuses: ${event.type}`);
        telling.later(5, 400);
        state = step.state;
        telling.write({ kind: `print.${event.type}`, payload: { jobId: intent.jobId, event, after: state } }, null);
      }
    },
  };
  telling.write({ kind: 'sale.started', payload: { saleNumber: customer.saleNumber, shiftId: customer.shiftId } });
  return telling;
}

/** What an event makes of a receipt, as the row that says so. */
export function receiptEntry(receipt: Receipt, event: CashReceiptEvent): Body {
  const step = stepCashReceipt(receipt.state, event);
  if (!step.ok) throw new Error(`the generator tells what the receipt refuses: ${event.type} after ${receipt.state.name}`);
  receipt.state = step.state;
  return { kind: `cash-receipt.${event.type}`, payload: { cashReceiptId: receipt.cashReceiptId, event, after: step.state } };
}

export function tellSale(years: Years, customer: Customer): SaleStory {
  const { random } = years;
  const telling = begin(years, customer);
  fillBasket(telling, years, customer);
  if (random.chance(0.008)) {
    telling.step({ type: 'abandoned' });
    return end(telling);
  }
  payCash(telling, years);
  askForReceipt(telling, years, customer);
  answerSlip(telling, years, customer);
  return end(telling);
}

function end({ entries, state, receipt, clockMs }: Telling): SaleStory {
  return { entries, state, receipt, endedMs: clockMs };
}

function fillBasket(telling: Telling, years: Years, customer: Customer): void {
  const { random } = years;
  let lines = 1;
  while (lines < 12 && random.chance(0.55)) lines += 1;
  for (let line = 0; line < lines; line += 1) {
    const { product, quantity, grams } = years.take(random, customer.year);
    telling.step({ type: 'line-added', product, quantity, lineId: years.id('l'), ...(grams === undefined ? {} : { grams }) });
    telling.later(900, 4_000);
  }
  const { state } = telling;
  if (state.stage !== 'basket') return;
  const [first, ...rest] = state.cart.lines;
  if (first === undefined) return;
  if (rest.length > 0 && random.chance(0.02)) telling.step({ type: 'line-cancelled', lineId: first.lineId });
  else if (random.chance(0.03)) telling.step({ type: 'line-discounted', lineId: first.lineId, discountWon: Math.floor((first.unitPriceWon * (first.grams === undefined ? 1 : 0)) / 10 / 10) * 10 });
  telling.later(1_500, 9_000);
  if (random.chance(0.01)) {
    telling.step({ type: 'held', heldAt: telling.iso() });
    telling.later(20_000, 240_000);
    telling.step({ type: 'recalled' });
  }
}

function payCash(telling: Telling, { random, id }: Years): void {
  if (telling.state.stage !== 'basket') return;
  const dueWon = totalsOf(telling.state.cart).breakdown.totalWon;
  const note = random.pick(NOTES_WON);
  const receivedWon = random.chance(0.25) ? dueWon : Math.ceil(dueWon / note) * note;
  const jobId = id('p');
  const command = telling.step({ type: 'tendered', dueWon, receivedWon, paidAt: telling.iso(), drawerJobId: jobId });
  if (command.kind !== 'open-drawer') return;
  telling.print({ jobId, job: { kind: 'drawer' }, reason: 'drawer' }, [{ type: 'sent' }, { type: 'confirmed' }]);
  telling.later(1_500, 6_000);
}

function askForReceipt(telling: Telling, years: Years, customer: Customer): void {
  const { state } = telling;
  if (state.stage !== 'receipt-choice') return;
  if (!years.random.chance(0.35)) {
    telling.step({ type: years.random.chance(0.03) ? 'receipt-postponed' : 'receipt-declined' });
    return;
  }
  const receipt: Receipt = { cashReceiptId: years.id('r'), saleId: telling.saleId, paidAt: state.payment.paidAt, state: NEW_CASH_RECEIPT };
  telling.receipt = receipt;
  telling.step({ type: 'receipt-requested', cashReceiptId: receipt.cashReceiptId });
  telling.write({ kind: 'cash-receipt.created', payload: intentFor(years, customer, state.payment, receipt.cashReceiptId) });
  telling.later(20, 90);
  telling.write(receiptEntry(receipt, { type: 'sending', tradeDt: seoulCompact(state.payment.paidAt) }), null);
  telling.later(80, 900);
  telling.write(receiptEntry(receipt, customer.offline ? { type: 'unreachable', why: 'ENETUNREACH' } : issued(years, state.payment.paidAt)), null);
  telling.step({ type: 'receipt-settled', cashReceiptId: receipt.cashReceiptId, outcome: customer.offline ? 'queued' : 'issued' });
  telling.later(300, 2_000);
}

export function issued({ approval }: Pick<Years, 'approval'>, paidAt: string): CashReceiptEvent & { type: 'issued' } {
  const tradeDt = seoulCompact(paidAt);
  return { type: 'issued', approvalNumber: approval(), tradeDate: tradeDt.slice(0, 8), tradeDt };
}

function intentFor(years: Years, { saleNumber }: Customer, payment: Payment, cashReceiptId: string): CashReceiptIntent {
  let at = years.random.next();
  const number = NUMBERS.find(({ share }) => (at -= share) < 0) ?? NUMBERS[0];
  if (number === undefined) throw new Error('no test numbers');
  return {
    cashReceiptId,
    mgtKey: `${seoulCompact(payment.paidAt).slice(2, 8)}-${String(saleNumber % 1_000_000).padStart(6, '0')}-${years.id('k').slice(-8)}`,
    purpose: number.purpose,
    form: number.identifier.form,
    identifierSealed: years.seal(number.identifier.digits),
    identifierMasked: maskIdentifier(number.identifier),
    amounts: payment.totals.breakdown,
    paidAt: payment.paidAt,
    deadlineAt: null,
  };
}

/** A third want paper. Now and then the roll is out, or nobody can say whether it came. */
function answerSlip(telling: Telling, years: Years, customer: Customer): void {
  const { random, shop } = years;
  if (telling.state.stage !== 'slip-question') return;
  const { payment } = telling.state;
  const wants = random.chance(0.33);
  const jobId = years.id('p');
  telling.step({ type: 'slip-answered', wants, by: random.chance(0.5) ? 'customer' : 'cashier', jobIds: wants ? [jobId] : [] });
  if (!wants) return;
  const document = saleSlip({ shop, practice: true, copyKind: 'customer', saleNumber: customer.saleNumber, payment, cashReceipt: onPaper(telling) });
  const slip = (id: string, copyNumber: number): PrintIntent => ({
    jobId: id,
    job: { kind: 'slip', document: copyNumber === 1 ? document : markedCopy(document, { copyNumber, at: telling.iso(), by: customer.actor.name }), copyKind: 'customer', copyNumber },
    reason: copyNumber === 1 ? 'original' : 'again',
  });
  const doubt = random.next();
  if (doubt < 0.004) {
    telling.print(slip(jobId, 1), [{ type: 'sent' }, doubt < 0.002 ? { type: 'unknown', why: 'no status' } : { type: 'failed', cause: 'paper-end', detail: 'status bytes' }]);
    telling.later(20_000, 90_000);
    // Nearly always somebody sees it and prints again.
    if (random.chance(0.97)) telling.print(slip(years.id('p'), doubt < 0.002 ? 2 : 1), [{ type: 'sent' }, { type: 'confirmed' }]);
    return;
  }
  telling.print(slip(jobId, 1), [{ type: 'sent' }, { type: 'confirmed' }]);
  if (!random.chance(0.015)) return;
  telling.later(30_000, 600_000);
  telling.print(slip(years.id('p'), 2), [{ type: 'sent' }, { type: 'confirmed' }]);
}

function onPaper({ receipt, entries }: Telling): SlipCashReceipt | null {
  const created = entries.find((entry) => entry.kind === 'cash-receipt.created');
  if (receipt === null || created === undefined) return null;
  const { purpose, identifierMasked } = created.payload;
  if (receipt.state.name !== 'issued') return { standing: 'pending', purpose, identifierMasked };
  return { standing: 'issued', purpose, identifierMasked, approvalNumber: receipt.state.approvalNumber, tradeDt: receipt.state.tradeDt };
}

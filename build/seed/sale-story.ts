/**
 * One sale as the counter would have written it: the domain's own machines say what follows, the generator only what people did.
 * Personal numbers are test numbers, sealed and masked like any other.
 */
import { maskIdentifier, type Identifier, type ReceiptPurpose } from '../../domain/cash-receipt/identifier.ts';
import { NEW_CASH_RECEIPT } from '../../domain/cash-receipt/machine.ts';
import { type Payment, slipRuleOf } from '../../domain/checkout/machine.ts';
import { totalsOf } from '../../domain/cart.ts';
import type { CashReceiptIntent, PrintIntent } from '../../domain/journal-entry.ts';
import { seoulCompact } from '../../domain/seoul-time.ts';
import { markedCopy, saleSlip, type SlipCashReceipt } from '../../domain/slip/receipt.ts';
import { cardPaper, payByCard } from './card-story.ts';
import { bringBack } from './refund-story.ts';
import { begin, type Customer, issued, type Receipt, receiptEntry, RULES, type SaleStory, type Telling, type Years } from './telling.ts';

/** Of all sales, those paid by card; and those that are brought back, wholly or in part, while the customer is still near. */
const CARDS = 0.6;
const COME_BACK = 0.01;

const NUMBERS: readonly { readonly purpose: ReceiptPurpose; readonly identifier: Identifier; readonly share: number }[] = [
  { purpose: 'income-deduction', identifier: { form: 'phone', digits: '01012345678' }, share: 0.8 },
  { purpose: 'expense-proof', identifier: { form: 'business-number', digits: '1248100998' }, share: 0.1 },
  { purpose: 'expense-proof', identifier: { form: 'business-number', digits: '2208162517' }, share: 0.1 },
];

/** What people pay with when they have not got it exactly. */
const NOTES_WON = [1_000, 5_000, 10_000, 50_000] as const;

export function tellSale(years: Years, customer: Customer): SaleStory {
  const { random } = years;
  const telling = begin(years, customer);
  fillBasket(telling, years, customer);
  if (random.chance(0.008)) {
    telling.step({ type: 'abandoned' });
    return end(telling);
  }
  if (random.chance(CARDS)) payByCard(telling, years, customer);
  else {
    payCash(telling, years);
    askForReceipt(telling, years, customer);
  }
  answerSlip(telling, years, customer);
  if (random.chance(COME_BACK)) bringBack(telling, years, customer);
  return end(telling);
}

function end({ entries, state, receipt, clockMs, cashBackWon }: Telling): SaleStory {
  return { entries, state, receipt, endedMs: clockMs, cashBackWon };
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
  const rule = slipRuleOf(RULES, payment);
  const wants = rule.rule === 'ask' ? random.chance(0.33) : rule.rule === 'print';
  const jobId = years.id('p');
  telling.step({ type: 'slip-answered', wants, by: rule.rule !== 'ask' ? 'rule' : random.chance(0.5) ? 'customer' : 'cashier', jobIds: wants ? [jobId] : [] });
  if (!wants) return;
  const document = cardPaper(years, customer, payment) ?? saleSlip({ shop, practice: true, copyKind: 'customer', saleNumber: customer.saleNumber, payment, cashReceipt: onPaper(telling) });
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

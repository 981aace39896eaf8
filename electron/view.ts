/** Draws the counter for its windows: memory in, plain views out (contract/views.ts). Decides nothing. */
import type { CashReceiptView, CounterView, CustomerView, HeldView, LineView, PaymentView, PrintView, SaleView, StatusView } from '../contract/views.ts';
import type { CashReceiptBrief, PrintJobRecord } from '../db/journal.ts';
import type { Cart } from '../domain/cart.ts';
import { lineNetWon, totalsOf } from '../domain/cart.ts';
import { hasReceipt } from '../domain/cash-receipt/standing.ts';
import type { CheckoutState, Payment } from '../domain/checkout/machine.ts';
import { slipRuleOf } from '../domain/checkout/machine.ts';
import { cashWonOf } from '../domain/checkout/payment.ts';
import type { Mode, Shop } from '../domain/shop.ts';
import { ACTS, mayDo } from '../domain/people/rights.ts';
import { deadlineAt } from '../domain/mandatory.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Trades } from './card-payment/trades.ts';
import type { TenderingSource } from './card-payment/views.ts';
import { cardOfferView, cardsOfPayment, customerTendering, tenderingView } from './card-payment/views.ts';
import type { Receipts } from './cash-receipt/receipts.ts';
import type { TerminalNow } from './cash-receipt/views.ts';
import { receiptView } from './cash-receipt/views.ts';
import { receiptOfferView } from './cash-receipt/way.ts';
import type { Imports } from './catalogue/import/imports.ts';
import { discountMaxPercent } from './checkout/limit.ts';
import type { Counter, HeldSale } from './counter.ts';
import { customerIsBusy, saleNeedsDisplay } from './diagnostics/display-watch.ts';
import type { Devices } from './diagnostics/devices.ts';
import { exchangeView } from './exchange/views.ts';
import type { Health } from './diagnostics/health.ts';
import { cardCases, closeView, NO_CASES } from './handwritten/card-cases.ts';
import type { Handwritten } from './handwritten/handwritten.ts';
import { PRACTICE_USERS } from './practice/people.ts';
import type { RefundPages } from './refund/pages.ts';
import type { Prints } from './slips/prints.ts';
import type { Strays } from './stray/strays.ts';
import { NONE } from './settings.ts';
import { failureOfPrint } from './slips/print-outcomes.ts';

/** What the queue holds, refreshed after every change to a receipt. */
export type Unsent = { readonly count: number; readonly amountWon: number; readonly oldestAt: string | null };

export type Sources = {
  readonly counter: Counter;
  readonly imports: Imports;
  readonly receipts: Receipts;
  readonly prints: Prints;
  readonly trades: Trades;
  readonly handwritten: Handwritten;
  readonly strays: Strays;
  readonly refundPages: RefundPages;
  readonly devices: Devices;
  readonly unsent: () => Unsent;
  readonly shellName: string;
  readonly appVersion: string;
};

export function counterView(from: Sources, revision: number): CounterView {
  const { counter } = from;
  const { memory, settings } = counter;
  return {
    revision,
    mode: settings.mode,
    shellName: from.shellName,
    appVersion: from.appVersion,
    shop: { name: settings.shop.name, businessNumber: settings.shop.businessNumber, counterNumber: settings.shop.counterNumber },
    acceptResidentNumber: settings.cashReceipt.acceptResidentNumber,
    trouble: memory.trouble,
    users: memory.users.map((user) => ({ ...user, practicePin: practicePin(counter, user.userId), may: ACTS.filter((act) => mayDo(memory.rules.rights, user, act)) })),
    signedIn: memory.signedIn,
    onePerson: memory.rules.onePerson,
    idleMinutes: memory.rules.idleMinutes,
    shift: memory.shift,
    lastClose: memory.lastClose === null ? null : closeView(memory.lastClose),
    sale: saleView(from),
    held: memory.held.map(heldView),
    refund: from.refundPages.shown(),
    cardOffer: cardOfferView(tenderingSource(from)),
    receiptOffer: receiptOfferView(settings, from.trades.capabilities),
    discountMaxPercent: discountMaxPercent(counter),
    draft: memory.draft,
    signature: memory.signing,
    lastSale: memory.lastSale,
    status: statusView(from),
    notices: [...memory.notices],
    catalogue: { revision: memory.catalogueRevision, undo: catalogueUndoView(counter), import: from.imports.view() },
  };
}

function tenderingSource({ counter, trades }: Sources): TenderingSource {
  return { settings: counter.settings, trades };
}

function catalogueUndoView({ memory }: Counter): CounterView['catalogue']['undo'] {
  const last = memory.catalogueUndo.at(-1);
  if (last === undefined) return null;
  const [first] = last.changes;
  const name = last.changes.length === 1 ? ((first?.before ?? first?.after)?.name ?? '') : '';
  return { act: last.act === 'products-deleted' || last.act === 'photo-changed' ? last.act : 'keys-changed', name, products: last.changes.length };
}

function practicePin(counter: Counter, userId: string): string | null {
  if (counter.settings.mode !== 'practice') return null;
  return PRACTICE_USERS.find((user) => user.userId === userId)?.pin ?? null;
}

function saleView(from: Sources): SaleView {
  const { memory } = from.counter;
  const { sale } = memory;
  if (sale === null || sale.stage === 'abandoned' || sale.stage === 'held') return { stage: 'idle', saleNumber: memory.nextSaleNumber };
  const head = { saleId: sale.saleId, saleNumber: sale.saleNumber };
  switch (sale.stage) {
    case 'basket':
      return { stage: 'basket', ...head, ...basketView(sale.cart), undo: undoView(from.counter), lastLineId: memory.lastLineId, tried: sale.tried !== undefined, exchange: exchangeOf(sale) };
    case 'tendering':
      return { stage: 'tendering', ...head, tendering: tenderingView(tenderingSource(from), sale) };
    case 'receipt-choice':
      return { stage: 'receipt-choice', ...head, payment: paymentView(sale.payment), failed: receiptById(from, sale.failedReceiptId) };
    case 'receipt-issuing': {
      const cashReceipt = receiptById(from, sale.cashReceiptId);
      if (cashReceipt === null) throw new Error(`the receipt ${sale.cashReceiptId} of the sale on the screen is not known`);
      return { stage: 'receipt-issuing', ...head, payment: paymentView(sale.payment), cashReceipt };
    }
    case 'slip-question': {
      const rule = slipRuleOf(from.counter.settings, sale.payment);
      return { stage: 'slip-question', ...head, payment: paymentView(sale.payment), cashReceipt: liveReceipt(from, sale.saleId), copies: rule.rule === 'none' ? 0 : rule.copies };
    }
    case 'done':
      return {
        stage: 'done',
        ...head,
        payment: paymentView(sale.payment),
        cashReceipt: liveReceipt(from, sale.saleId),
        prints: from.prints.ofSale(sale.saleId).map(printView),
        canIssue: canIssue(sale.payment, from.receipts.ofSale(sale.saleId)),
      };
    default:
      return unreachable(sale);
  }
}

/** `refundedWon`: what came back of it was worth; of a sale that came back whole there is nothing to issue one for. `settled`: receipts that were seen to by hand. */
export function canIssue(payment: Payment, receipts: readonly CashReceiptBrief[], refundedWon = 0, settled: ReadonlySet<string> = new Set()): boolean {
  return cashWonOf(payment) > 0 && refundedWon < payment.totals.breakdown.totalWon && !hasReceipt(receipts, settled);
}

function exchangeOf({ exchange, cart }: CheckoutState & { stage: 'basket' }) {
  return exchange === undefined ? null : exchangeView(exchange, cart);
}

function undoView(counter: Counter) {
  const { undo } = counter.memory;
  return undo === null ? null : { what: undo.what, name: undo.name };
}

function basketView(cart: Cart) {
  const totals = totalsOf(cart);
  return { lines: linesView(cart), breakdown: totals.breakdown, discountWon: totals.discountWon, saleDiscountWon: cart.saleDiscountWon, quantity: totals.quantity };
}

function heldView({ saleId, saleNumber, heldAt, cart, tendered, exchange, aside }: HeldSale): HeldView {
  const { breakdown, quantity } = totalsOf(cart);
  const heldBy = aside === undefined ? null : { name: aside.by.name, left: aside.because === 'left' };
  // Of an exchange there may be nothing yet but what came back.
  const firstName = cart.lines[0]?.name ?? exchange?.lines[0]?.name ?? '';
  return { saleId, saleNumber, heldAt, totalWon: breakdown.totalWon, quantity, firstName, lineCount: Math.max(1, cart.lines.length), unknownCharge: tendered !== undefined, heldBy };
}

export function linesView(cart: Cart): LineView[] {
  return cart.lines.map((line) => ({
    lineId: line.lineId,
    name: line.name,
    barcode: line.barcode,
    unitPriceWon: line.unitPriceWon,
    ...(line.grams === undefined ? {} : { grams: line.grams }),
    ...(line.listPriceWon === undefined ? {} : { listPriceWon: line.listPriceWon }),
    quantity: line.quantity,
    discountWon: line.discountWon,
    amountWon: lineNetWon(line),
    taxClass: line.taxClass === 'exempt' ? 'exempt' : 'taxable',
    note: line.note ?? '',
  }));
}

export function paymentView(payment: Payment): PaymentView {
  return {
    breakdown: payment.totals.breakdown,
    discountWon: payment.totals.discountWon,
    saleDiscountWon: payment.cart.saleDiscountWon,
    quantity: payment.totals.quantity,
    receivedWon: payment.receivedWon,
    changeWon: payment.changeWon,
    cashWon: cashWonOf(payment),
    exchange: payment.exchange === undefined ? null : { saleNumber: payment.exchange.saleNumber, amountWon: payment.exchange.amounts.totalWon },
    cards: cardsOfPayment(payment),
    paidAt: payment.paidAt,
    mandatory: payment.mandatory,
    deadlineAt: payment.mandatory ? deadlineAt(payment.paidAt) : null,
  };
}

/** The terminal asks her for the number, or is about to. */
function isKeying({ receipts }: Sources, cashReceiptId: string): boolean {
  const receipt = receipts.known(cashReceiptId);
  if (receipt?.form !== 'at-terminal' || receipt.state.name !== 'at-terminal') return false;
  const { name } = receipt.state.trade.state;
  return name === 'intended' || name === 'asked';
}

function receiptById(from: Sources, cashReceiptId: string | null): CashReceiptView | null {
  const found = cashReceiptId === null ? undefined : from.receipts.known(cashReceiptId);
  return found === undefined ? null : receiptView(found, from.trades);
}

function liveReceipt(from: Sources, saleId: string): CashReceiptView | null {
  return newestReceipt(from.receipts.ofSale(saleId), from.trades);
}

/** How it stands, for the customer; what the gateway told the shop about it is the shop's. */
function customersReceipt(from: Sources, saleId: string): CashReceiptView | null {
  const receipt = liveReceipt(from, saleId);
  return receipt === null ? null : { ...receipt, failure: null, terminal: null };
}

/** The receipt that stands for the sale: the newest that is not a refused attempt, else the newest. */
export function newestReceipt(receipts: readonly CashReceiptBrief[], terminal: TerminalNow): CashReceiptView | null {
  const byAge = receipts.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const found = byAge.find((receipt) => receipt.state.name !== 'failed') ?? byAge[0];
  return found === undefined ? null : receiptView(found, terminal);
}

export function printView(job: PrintJobRecord): PrintView {
  return {
    jobId: job.jobId,
    kind: job.job.kind,
    state: job.state.name,
    copyNumber: job.job.kind === 'slip' ? job.job.copyNumber : 0,
    failure: failureOfPrint(job.state, job.job.kind),
    createdAt: job.createdAt,
  };
}

function statusView(from: Sources): StatusView {
  const jobs = from.prints.unsettled();
  const { backupPrinter, printer, slip } = from.counter.settings;
  return {
    printer: deviceView(from.devices.health.printer()),
    gateway: deviceView(from.devices.health.gateway()),
    terminal: deviceView(from.devices.terminal.health()),
    display: deviceView(from.devices.display.health()),
    pad: { ...deviceView(from.devices.pad.health()), kind: from.counter.settings.signature.pad },
    journal: deviceView(from.devices.journal.health()),
    unsent: { ...from.unsent() },
    cards: cardCases(from.counter, from.handwritten, from.strays),
    refunds: from.refundPages.cases(),
    prints: { count: jobs.length, backup: backupPrinter.address !== NONE, off: slip.copies === 0 && printer.address !== NONE, jobs: jobs.slice(0, 20).map((job) => ({ ...printView(job), saleId: job.saleId, saleNumber: job.saleNumber })) },
  };
}

function deviceView(health: Health) {
  return { state: health.state, failure: health.failure, since: health.since, address: health.address };
}

export function customerView(from: Sources, revision: number): CustomerView {
  const { memory, settings } = from.counter;
  return { revision, mode: settings.mode, shopName: settings.shop.name, language: memory.customerLanguage, screen: signatureScreen(from) ?? testScreen(from) ?? customerScreen(from) };
}

/** On the display alone; a test gives way as soon as the customer is needed. */
function signatureScreen({ counter }: Sources): CustomerView['screen'] | null {
  const { signing } = counter.memory;
  if (signing === null || signing.on !== 'display' || (signing.test && saleNeedsDisplay(counter))) return null;
  const { signId, amountWon, attempt, test } = signing;
  return { kind: 'signature', signId, amountWon, attempt, test };
}

/** Gives way as soon as the customer is needed. */
function testScreen(from: Sources): CustomerView['screen'] | null {
  const testId = from.devices.display.picture();
  return testId === null || customerIsBusy(from.counter) ? null : { kind: 'test', testId };
}

function customerScreen(from: Sources): CustomerView['screen'] {
  const { memory } = from.counter;
  const { sale, draft } = memory;
  if (memory.shift === null || memory.signedIn === null) return { kind: 'closed' };
  if (draft !== null) {
    const payment = sale !== null && sale.saleId === draft.saleId && 'payment' in sale ? paymentView(sale.payment) : null;
    return { kind: 'number', saleId: draft.saleId, payment, draft };
  }
  if (sale === null || sale.stage === 'abandoned' || sale.stage === 'held') return { kind: 'idle' };
  return screenOfSale(from, sale);
}

function screenOfSale(from: Sources, sale: Exclude<CheckoutState, { stage: 'abandoned' | 'held' }>): CustomerView['screen'] {
  switch (sale.stage) {
    case 'basket': {
      const { lines, breakdown, quantity, discountWon } = basketView(sale.cart);
      const exchange = exchangeOf(sale);
      const difference = exchange === null ? null : { backWon: exchange.backWon, dueWon: exchange.dueWon, giveWon: exchange.giveWon };
      return lines.length === 0 ? { kind: 'idle' } : { kind: 'lines', lines, totalWon: breakdown.totalWon, quantity, discountWon, exchange: difference };
    }
    case 'tendering':
      return customerTendering(tenderingSource(from), sale);
    case 'receipt-choice':
      return { kind: 'paid', payment: paymentView(sale.payment) };
    case 'receipt-issuing':
      return { kind: 'issuing', payment: paymentView(sale.payment), keyed: isKeying(from, sale.cashReceiptId) };
    case 'slip-question': {
      const payment = paymentView(sale.payment);
      if (slipRuleOf(from.counter.settings, sale.payment).rule !== 'ask') return { kind: 'paid', payment };
      return { kind: 'slip-question', saleId: sale.saleId, payment, cashReceipt: customersReceipt(from, sale.saleId) };
    }
    case 'done':
      return { kind: 'thanks', payment: paymentView(sale.payment), cashReceipt: customersReceipt(from, sale.saleId), printed: sale.slip.copies > 0 };
    default:
      return unreachable(sale);
  }
}

/** What the windows show when the journal cannot be used: nothing can be sold, and the screen says why and what to do. */
export function troubleView(from: { settings: { mode: Mode; shop: Shop }; shellName: string; appVersion: string; at: string; revision: number }, trouble: NonNullable<CounterView['trouble']>): CounterView {
  const device = { state: 'checking' as const, failure: null, since: from.at, address: '' };
  return {
    revision: from.revision,
    mode: from.settings.mode,
    shellName: from.shellName,
    appVersion: from.appVersion,
    shop: { name: from.settings.shop.name, businessNumber: from.settings.shop.businessNumber, counterNumber: from.settings.shop.counterNumber },
    acceptResidentNumber: false,
    trouble,
    users: [],
    signedIn: null,
    onePerson: false,
    idleMinutes: 0,
    shift: null,
    lastClose: null,
    sale: { stage: 'idle', saleNumber: 1 },
    held: [],
    refund: null,
    receiptOffer: { way: 'gateway', number: 'counter-or-terminal', gateway: false },
    cardOffer: { terminal: false, maxTotalWon: 0, installmentsFromWon: 0, maxMonths: 0, managerFromWon: 0, stages: 'waiting-only' },
    discountMaxPercent: 0,
    draft: null,
    signature: null,
    lastSale: null,
    status: { printer: device, gateway: device, terminal: device, display: device, pad: { ...device, kind: 'none' }, journal: device, unsent: { count: 0, amountWon: 0, oldestAt: null }, cards: NO_CASES, refunds: { count: 0, won: 0, first: null }, prints: { count: 0, backup: false, off: false, jobs: [] } },
    notices: [],
    catalogue: { revision: 0, undo: null, import: null },
  };
}


/** The goods, the money and the signature of a sale, as its own rows tell them (timeline.ts). */
import type { InquiryAnswer, TradeOutcome } from '../card-payment/approval.ts';
import type { TradeEvent } from '../card-payment/machine.ts';
import type { CheckoutEvent } from '../checkout/state.ts';
import type { JournalKind } from '../journal-entry.ts';
import type { SignatureEvent } from '../signature/machine.ts';
import type { Names, TimelineRow, Told } from './timeline.ts';

/** Each of these is told by a row beside it, or moves nothing a person would ask about. */
const QUIET: ReadonlySet<JournalKind> = new Set<JournalKind>([
  'sale.receipt-requested',
  'sale.receipt-settled',
  'sale.handwritten-opened',
  'signature.kept',
  'print.sent',
  'refund.drawer-again',
  'refund.receipts-begun',
  'refund.receipt-settled',
  'refund.receipt-again',
  'refund.reissue-begun',
  'refund.reissue-settled',
  'refund.slips-queued',
  'refund.rest-chosen',
  'receipt-cancel.original-issued',
  'handwritten.printed',
  'handwritten.print-again',
  'stray.cancel-intended',
]);

export function isQuiet(kind: JournalKind): boolean {
  return QUIET.has(kind);
}

/** Null: the row is none of a sale's own. */
export function tellSale({ kind, payload }: TimelineRow, names: Names): Told | null {
  if (kind === 'sale.started') return { what: 'started' };
  if (!kind.startsWith('sale.') || !('event' in payload)) return null;
  // The prefix says whose event it is; a kind and its payload cannot be narrowed together by it.
  return tellCheckout(payload.event as CheckoutEvent, names);
}

function tellCheckout(event: CheckoutEvent, names: Names): Told | null {
  const named = (lineId: string) => names.lines.get(lineId) ?? '';
  switch (event.type) {
    case 'line-added':
      names.lines.set(event.lineId, event.product.name);
      return { what: 'line-added', name: event.product.name, quantity: event.quantity, won: event.product.priceWon };
    case 'quantity-set':
      return { what: 'quantity-set', name: named(event.lineId), quantity: event.quantity };
    case 'line-weighed':
      return { what: 'line-weighed', name: named(event.lineId), detail: `${event.grams} g` };
    case 'line-cancelled':
      return { what: 'line-cancelled', name: named(event.lineId) };
    case 'line-restored':
      names.lines.set(event.line.lineId, event.line.name);
      return { what: 'line-restored', name: event.line.name, quantity: event.line.quantity };
    case 'line-discounted':
      return { what: 'line-discounted', name: named(event.lineId), won: event.discountWon };
    case 'line-repriced':
      return { what: 'line-repriced', name: named(event.lineId), won: event.unitPriceWon };
    case 'sale-discounted':
      return { what: 'sale-discounted', won: event.discountWon };
    case 'line-noted':
      return { what: 'line-noted', name: named(event.lineId), detail: event.note };
    case 'held':
    case 'recalled':
    case 'abandoned':
      return { what: event.type };
    case 'tendering-left':
      return { what: 'payment-left' };
    case 'tendered':
      return { what: 'cash-paid', won: event.dueWon, receivedWon: event.receivedWon };
    case 'receipt-declined':
    case 'receipt-postponed':
      return { what: event.type };
    case 'slip-answered':
      return { what: event.wants ? 'slip-wanted' : 'slip-not-wanted', by: event.by };
    case 'exchange-begun':
      return { what: 'exchange-begun', won: event.back.amounts.totalWon, detail: `#${event.back.saleNumber}` };
    case 'exchange-settled':
      return { what: 'exchange-settled', won: event.giveWon };
    case 'signature-taken':
      return tellSignature(event.event);
    default:
      return tellTender(event, names);
  }
}

/** A payment in parts, of a sale or of what is paid again after a cancel. */
export function tellTender(event: Extract<CheckoutEvent, { readonly type: 'cash-taken' | 'cash-returned' | 'charge-intended' | 'cancel-intended' | 'charge-kept' | 'traded' }> | { readonly type: string }, names: Names): Told | null {
  if (!isTender(event)) return null;
  switch (event.type) {
    case 'cash-taken':
      return { what: 'cash-paid', won: event.amountWon, receivedWon: event.receivedWon };
    case 'cash-returned':
      return { what: 'cash-returned' };
    case 'charge-intended':
      names.trades.set(event.tradeNumber, { act: 'charge', won: event.amountWon });
      return { what: 'charge-intended', won: event.amountWon, months: event.installmentMonths };
    case 'cancel-intended':
      names.trades.set(event.tradeNumber, { act: 'cancel', won: 0 });
      return { what: 'cancel-intended' };
    case 'charge-kept':
      return { what: 'charge-kept' };
    case 'traded':
      return tellTrade(event.event, event.tradeNumber, names);
  }
}

type TenderTold = Extract<CheckoutEvent, { readonly type: 'cash-taken' | 'cash-returned' | 'charge-intended' | 'cancel-intended' | 'charge-kept' | 'traded' }>;
const TENDER: ReadonlySet<string> = new Set<TenderTold['type']>(['cash-taken', 'cash-returned', 'charge-intended', 'cancel-intended', 'charge-kept', 'traded']);
const isTender = (event: { readonly type: string }): event is TenderTold => TENDER.has(event.type);

/** What the terminal was asked and said of one trade. */
export function tellTrade(event: TradeEvent, tradeNumber: string, names: Names): Told {
  const trade = names.trades.get(tradeNumber);
  const won = trade === undefined || trade.won === 0 ? {} : { won: trade.won };
  switch (event.type) {
    case 'asking':
      return { what: 'terminal-asked', ...won };
    case 'answered':
      return tellOutcome(event.outcome, trade?.act === 'cancel');
    case 'late-result':
      return tellOutcome(event.outcome, trade?.act === 'cancel');
    case 'inquiring':
      return { what: 'terminal-inquired' };
    case 'inquiry-answered':
      return tellInquiry(event.answer, trade?.act === 'cancel');
    case 'settled': {
      const who = event.manager === null ? {} : { approver: event.manager };
      if (event.verdict.verdict === 'not-approved') return { what: 'settled-not-approved', source: event.source, ...who };
      return { what: 'settled-approved', number: event.verdict.approvalNumber, source: event.source, ...who };
    }
    case 'restarted':
      return { what: 'trade-restarted' };
    case 'withdrawn':
      return { what: 'taken-back' };
  }
}

function tellOutcome(outcome: TradeOutcome, cancels: boolean): Told {
  switch (outcome.state) {
    case 'approved': {
      const { approvalNumber, issuer, maskedNumber, totalWon } = outcome.approval;
      return { what: cancels ? 'cancel-approved' : 'charge-approved', name: `${issuer} ${maskedNumber}`.trim(), number: approvalNumber, ...(totalWon === null ? {} : { won: Math.abs(totalWon) }) };
    }
    case 'declined':
      return { what: 'declined', detail: `${outcome.code} ${outcome.message}`.trim() };
    case 'stopped':
      return { what: 'stopped' };
    case 'not-sent':
      return { what: 'not-sent', detail: outcome.cause };
    case 'unknown':
      return { what: 'trade-unknown', detail: outcome.reason };
  }
}

function tellInquiry(answer: InquiryAnswer, cancels: boolean): Told {
  if (answer.state === 'found') return tellOutcome(answer.outcome, cancels);
  return { what: 'inquiry-nothing', detail: answer.state === 'not-sent' ? answer.cause : answer.detail };
}

function tellSignature(event: SignatureEvent): Told {
  if (event.type === 'signed') return { what: 'signed' };
  if (event.type === 'too-short') return { what: 'signature-again' };
  return { what: 'signature-by-hand', detail: event.type };
}

/** Cash receipts and their cancels, as the journal tells them (timeline.ts). */
import type { ReceiptCancelEvent } from '../cash-receipt/cancel.ts';
import type { CashReceiptEvent } from '../cash-receipt/machine.ts';
import { tellTrade } from './timeline-sale.ts';
import type { Names, TimelineRow, Told } from './timeline.ts';

/** Null: the row is of no receipt. */
export function tellReceipt(row: TimelineRow, names: Names): Told | null {
  if (row.kind === 'cash-receipt.created') {
    const { cashReceiptId, identifierMasked, amounts, purpose } = row.payload;
    names.receipts.set(cashReceiptId, { masked: identifierMasked, won: amounts.totalWon, purpose });
    return { what: 'receipt-created', name: identifierMasked, won: amounts.totalWon, purpose };
  }
  if (row.kind === 'receipt-cancel.created') {
    const { cancelId, cashReceiptId, amounts, reason } = row.payload;
    const name = names.receipts.get(cashReceiptId)?.masked ?? '';
    names.cancels.set(cancelId, name);
    // At the terminal it has one trade, and is known by its own id here.
    names.trades.set(cancelId, { act: 'cancel', won: 0 });
    return { what: 'receipt-cancel-created', name, won: amounts.totalWon, detail: reason };
  }
  const { kind, payload } = row;
  if (kind.startsWith('cash-receipt.') && 'cashReceiptId' in payload && 'event' in payload) {
    return tellEvent(payload.event, names.receipts.get(payload.cashReceiptId)?.masked ?? '', names);
  }
  if (kind.startsWith('receipt-cancel.') && 'cancelId' in payload && 'event' in payload) return tellCancel(payload.event, payload.cancelId, names);
  return null;
}

function tellEvent(event: CashReceiptEvent, name: string, names: Names): Told {
  switch (event.type) {
    case 'sending':
      return { what: 'receipt-sent', name };
    case 'issued':
    case 'found':
      return { what: 'receipt-issued', name, number: event.approvalNumber };
    case 'refused':
      return { what: 'receipt-refused', name, failure: event.refusal.failure, detail: event.refusal.message };
    case 'unreachable':
      return { what: 'receipt-waits', name, detail: event.why };
    case 'put-off':
      return { what: 'receipt-waits', name, detail: event.message };
    case 'unclear':
      return { what: 'receipt-unknown', name, detail: event.why };
    case 'absent':
      return { what: 'receipt-absent', name };
    case 'nts-confirmed':
      return { what: 'receipt-confirmed', name };
    case 'nts-rejected':
      return { what: 'receipt-rejected', name, detail: `${event.ntsCode} ${event.ntsMessage}`.trim() };
    case 'cancelled':
      return { what: 'receipt-cancelled', name, won: event.cancelledWon, number: event.cancelApprovalNumber };
    case 'traded':
      return atTerminal(tellTrade(event.event, '', names), name);
  }
}

/** Its own document: the same words, of a cancel. */
function tellCancel(event: ReceiptCancelEvent, cancelId: string, names: Names): Told {
  const name = names.cancels.get(cancelId) ?? '';
  switch (event.type) {
    case 'original-issued':
    case 'sending':
      return { what: 'receipt-sent', name };
    case 'original-absent':
      return { what: 'receipt-cancel-not-needed', name };
    case 'not-asked':
      return { what: 'receipt-refused', name, failure: event.refusal.failure };
    case 'traded':
      return atTerminal(tellTrade(event.event, cancelId, names), name);
    default:
      return tellEvent(event, name, names);
  }
}

/** What the card terminal says of it is said of a receipt, not of a card. */
function atTerminal(told: Told, name: string): Told {
  const own = { ...told, ...(name === '' ? {} : { name }) };
  switch (told.what) {
    case 'charge-approved':
    case 'cancel-approved':
    case 'settled-approved':
      return { ...own, what: 'receipt-issued' };
    case 'declined':
    case 'settled-not-approved':
      return { ...own, what: 'receipt-refused' };
    case 'trade-unknown':
      return { ...own, what: 'receipt-unknown' };
    default:
      return own;
  }
}

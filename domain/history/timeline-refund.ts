/** What goes back of a sale, as the journal tells it (timeline.ts). */
import type { RefundEvent } from '../refund/events.ts';
import { tellTender, tellTrade } from './timeline-sale.ts';
import type { Names, TimelineRow, Told } from './timeline.ts';

/** Null: the row is of no refund. */
export function tellRefund(row: TimelineRow, names: Names): Told | null {
  if (row.kind === 'refund.begun') {
    const { kind, goods, reason, approvedBy } = row.payload.after.intent;
    const won = goods.amounts.totalWon;
    return { what: 'refund-begun', refund: kind, reason, ...(won === 0 ? {} : { won }), ...(approvedBy === null ? {} : { approver: approvedBy }) };
  }
  const { kind, payload } = row;
  if (!kind.startsWith('refund.') || !('refundId' in payload) || !('event' in payload)) return null;
  return tellEvent(payload.event, names);
}

function tellEvent(event: RefundEvent, names: Names): Told | null {
  switch (event.type) {
    case 'cancel-intended':
      names.trades.set(event.tradeNumber, { act: 'cancel', won: 0 });
      return { what: 'cancel-intended' };
    case 'traded':
      return tellTrade(event.event, event.tradeNumber, names);
    case 'rest-tendered':
      return tellTender(event.event, names);
    case 'exchanged':
      return { what: 'exchanged', won: event.creditWon };
    case 'cash-out':
      return { what: 'refund-cash-out' };
    case 'cash-handed':
      return { what: 'refund-cash-handed' };
    case 'returned-by-phone':
      return { what: 'refund-by-phone', ...decided(event) };
    case 'cash-decided':
      return { what: 'refund-in-cash', ...decided(event) };
    case 'rest-waived':
      return { what: 'refund-rest-waived', ...decided(event) };
    case 'receipt-left':
      return { what: 'receipt-left', ...decided(event) };
    case 'set-aside':
      return { what: 'refund-aside' };
    case 'called-off':
      return { what: 'refund-called-off' };
    default:
      return null;
  }
}

function decided({ decision }: Extract<RefundEvent, { readonly decision: unknown }>): Pick<Told, 'reason' | 'approver'> {
  return { reason: decision.reason, ...(decision.approvedBy === null ? {} : { approver: decision.approvedBy }) };
}

import type { CashReceiptView } from '../../contract/views.ts';
import { unreachable } from '../../domain/unreachable.ts';

export type ReceiptStanding = 'issued' | 'later' | 'not-issued';

/** What a customer needs to know of a receipt's state: it is there, it comes by itself, or somebody has to help. */
export function receiptStanding(state: CashReceiptView['state']): ReceiptStanding {
  switch (state) {
    case 'issued':
    case 'confirmed':
    case 'partly-cancelled':
      return 'issued';
    case 'queued':
    case 'requested':
    case 'unknown':
      return 'later';
    case 'rejected':
    case 'failed':
    case 'cancelled':
      return 'not-issued';
    default:
      return unreachable(state);
  }
}

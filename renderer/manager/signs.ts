/** Which sign stands beside a state: well, waiting, not done, or simply over. */
import type { HandwrittenView } from '../../contract/cards.ts';
import type { CashReceiptView, CounterView, PrintView } from '../../contract/views.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { DotState } from '../ui/dot.tsx';

export function receiptSign(state: CashReceiptView['state']): DotState {
  switch (state) {
    case 'issued':
    case 'confirmed':
      return 'ok';
    case 'queued':
    case 'requested':
    case 'unknown':
      return 'warning';
    case 'rejected':
    case 'failed':
      return 'down';
    case 'partly-cancelled':
    case 'cancelled':
      return 'checking';
    default:
      return unreachable(state);
  }
}

export function printSign(state: PrintView['state']): DotState {
  switch (state) {
    case 'confirmed':
      return 'ok';
    case 'queued':
    case 'sent':
    case 'settled':
      return 'checking';
    case 'unknown':
      return 'warning';
    case 'failed':
      return 'down';
    default:
      return unreachable(state);
  }
}

export function slipSign(state: HandwrittenView['state']): DotState {
  switch (state) {
    case 'printed':
      return 'warning';
    case 'not-printed':
      return 'down';
    case 'collected':
    case 'handed-over':
      return 'ok';
    case 'printing':
    case 'not-needed':
    case 'written-off':
      return 'checking';
    default:
      return unreachable(state);
  }
}

/** Goods in the basket, or a paid sale whose questions are open: main will not close the shift, so nobody should count in vain. */
export function saleIsOpen(sale: CounterView['sale']): boolean {
  return sale.stage === 'basket' ? sale.lines.length > 0 : sale.stage !== 'idle' && sale.stage !== 'done';
}

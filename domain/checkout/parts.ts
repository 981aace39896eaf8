/** Where a sale keeps its parts, whatever stage it is in. */
import type { Trade } from '../card-payment/machine.ts';
import type { Part } from '../tender/machine.ts';
import { tradesOf } from '../tender/machine.ts';
import { unreachable } from '../unreachable.ts';
import type { CheckoutState } from './state.ts';

export function partsOf(state: CheckoutState): readonly Part[] {
  switch (state.stage) {
    case 'basket':
      return state.tried ?? [];
    case 'held':
      return state.tendered?.tender.parts ?? state.tried ?? [];
    case 'tendering':
      return state.tender.parts;
    case 'receipt-choice':
    case 'receipt-issuing':
    case 'slip-question':
    case 'done':
      return state.payment.tendered?.tender.parts ?? [];
    case 'abandoned':
      return [];
    default:
      return unreachable(state);
  }
}

/** The trade of this number, and the part it belongs to; null: the sale knows none. */
export function tradeIn(parts: readonly Part[], tradeNumber: string): { readonly part: Part; readonly trade: Trade } | null {
  for (const part of parts) {
    const trade = tradesOf({ parts: [part] }).find((each) => each.intent.tradeNumber === tradeNumber);
    if (trade !== undefined) return { part, trade };
  }
  return null;
}

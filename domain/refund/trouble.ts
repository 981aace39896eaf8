/** What to say of a refund as it stands: a code of the catalogue, whose words name the money and the next act; null: nothing is wrong. */
import { isDoubtful } from '../card-payment/machine.ts';
import { troubleOf } from '../card-payment/trouble.ts';
import type { FailureCode } from '../failure.ts';
import { openTrade } from '../tender/machine.ts';
import { unreachable } from '../unreachable.ts';
import type { CardReturn } from './card-return.ts';
import { stageOf } from './stage.ts';
import type { Refund, Return } from './refund.ts';
import { isMoved, isOver, isReceiptSettled, standingOfReturn } from './refund.ts';

/** The first thing a person must know of, in the order things are done. */
export function troubleOfRefund(refund: Refund): FailureCode | null {
  if (refund.calledOff !== null && refund.returns.some((ret) => isMoved(ret) && !isOver(ret))) return 'refund.surfaced';
  const open = refund.returns.map(troubleOfReturn).find((code) => code !== null);
  if (open !== undefined && open !== null) return open;
  const receipts = refund.receipts.filter((receipt) => !isReceiptSettled(receipt, refund.intent.kind));
  if (receipts.some((receipt) => receipt.outcome === 'failed')) return refund.intent.kind === 'receipt-correction' ? 'refund.receipt-not-corrected' : 'refund.receipt-not-cancelled';
  if (receipts.some((receipt) => receipt.outcome === 'unproven')) return 'refund.receipt-terminal-unknown';
  return stageOf(refund) === 'by-phone' ? 'refund.by-phone-only' : null;
}

export function troubleOfReturn(ret: Return): FailureCode | null {
  const standing = standingOfReturn(ret);
  switch (standing) {
    case 'waiting':
      return ret.kind === 'card' && ret.intent.way === 'by-phone' ? 'refund.by-phone-only' : null;
    case 'handing-out':
      return 'refund.cash-unconfirmed';
    case 'cancel-unknown':
      return 'card.cancel-unknown';
    case 'not-cancelled':
      return (ret.kind === 'card' ? lastCancel(ret) : null) ?? 'card.cancel-not-done';
    case 'rest-due':
      return ret.kind === 'card' && ret.rest?.owed === 'twice' ? 'refund.given-twice' : (lastCharge(ret) ?? 'refund.rest-due');
    case 'rest-unknown':
      return restUnknown(ret);
    case 'rest-surplus':
      return 'tender.surplus-first';
    case 'cash-decided':
    case 'cancelling':
    case 'rest-asked':
    case 'returned':
    case 'restored':
      return null;
    default:
      return unreachable(standing);
  }
}

function lastCancel(ret: CardReturn): FailureCode | null {
  const last = ret.cancels.at(-1);
  return last === undefined ? null : troubleOf(last);
}

/** A card that was declined for the rest is said as for any sale: the screen beside it says that the cancel is through. */
function lastCharge(ret: Return): FailureCode | null {
  if (ret.kind !== 'card' || ret.rest === null) return null;
  const last = ret.rest.tender.parts.at(-1);
  return last?.kind === 'card' && last.cancels.length === 0 && last.charge.state.name !== 'approved' ? 'refund.rest-not-charged' : null;
}

function restUnknown(ret: Return): FailureCode | null {
  const open = ret.kind === 'card' && ret.rest !== null ? openTrade(ret.rest.tender) : null;
  return open !== null && isDoubtful(open.state) ? troubleOf(open) : null;
}

/** Where a refund stands: read off its parts, in the order things are done (machine.ts). */
import type { Trade } from '../card-payment/machine.ts';
import { tradesOfReturn } from './card-return.ts';
import type { Refund, Return } from './refund.ts';
import { isMoved, isOver, isReceiptSettled, standingOfReturn } from './refund.ts';

export type RefundStage = 'exchanging' | 'giving-back' | 'receipts' | 'reissuing' | 'by-phone' | 'slips' | 'aside' | 'done' | 'called-off';

export function stageOf(refund: Refund): RefundStage {
  return nextOf(refund).stage;
}

export function isRefundOver(refund: Refund): boolean {
  const stage = stageOf(refund);
  return stage === 'done' || stage === 'called-off';
}

/** Everything was put back as it was: the charge that was cancelled is charged again. */
export function isRestored(refund: Refund): boolean {
  return refund.returns.some((ret) => standingOfReturn(ret) === 'restored');
}

export type Next = { readonly stage: RefundStage; readonly ret: Return | null };

/** The stage, and the return it is about. */
export function nextOf(refund: Refund): Next {
  const at = (stage: RefundStage, ret: Return | null = null): Next => ({ stage, ret });
  const { intent, returns, receipts, reissue } = refund;
  if (refund.calledOff !== null && !returns.some(isMoved)) return at('called-off');
  if (isRestored(refund)) return at(uncovered(refund).length > 0 ? 'slips' : 'called-off');
  if (intent.kind === 'exchange' && refund.exchange === null) return at('exchanging');
  // Called off, and then it was proven that something had moved: that is seen through, and nothing else is begun.
  const open = returns.filter((ret) => !isOver(ret) && (refund.calledOff === null || isMoved(ret)));
  const here = open.find((ret) => !isAside(ret) && !isForPhone(ret));
  if (here !== undefined) return at('giving-back', here);
  if (refund.calledOff === null && receipts.some((receipt) => !isReceiptSettled(receipt, intent.kind))) return at('receipts');
  if (refund.calledOff === null && reissue !== null && reissue.outcome === null && receipts.every((receipt) => receipt.left === null)) return at('reissuing');
  const call = open.find((ret) => !isAside(ret));
  if (call !== undefined) return at('by-phone', call);
  if (refund.slips.length === 0 || uncovered(refund).length > 0) return at('slips');
  const [aside] = open;
  return aside === undefined ? at('done') : at('aside', aside);
}

export function isAside(ret: Return): boolean {
  return ret.kind === 'card' && ret.aside;
}

export function isForPhone(ret: Return): boolean {
  return ret.kind === 'card' && ret.intent.way === 'by-phone' && standingOfReturn(ret) === 'waiting';
}

/** Over, and on no paper yet. */
export function uncovered(refund: Refund): readonly string[] {
  const covered = refund.slips.flatMap((slip) => slip.covers);
  return refund.returns.filter((ret) => isOver(ret) && !covered.includes(ret.intent.returnId)).map((ret) => ret.intent.returnId);
}

export function tradesOf(ret: Return): readonly Trade[] {
  return ret.kind === 'card' ? tradesOfReturn(ret) : [];
}

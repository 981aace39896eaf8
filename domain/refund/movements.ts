/** What a refund has moved so far, read off its parts: negative is out of the shop, positive is in again. Never stored with it. */
import { amountsOf, isTaken } from '../tender/machine.ts';
import { sumWon } from '../won.ts';
import { cancelledAmounts, isCancelled } from './card-return.ts';
import type { Refund, Return } from './refund.ts';

/** `partId` names it within its refund: the return's own, or that of a part paid anew. */
export type Movement = { readonly partId: string; readonly tender: 'cash' | 'card'; readonly won: number };

export function movementsOf(refund: Refund): readonly Movement[] {
  return refund.returns.flatMap(movementsOfReturn);
}

/** Cash counts from the moment it is recorded; a card from the moment its cancel is proven. */
export function movementsOfReturn(ret: Return): readonly Movement[] {
  const { returnId, amounts } = ret.intent;
  if (ret.kind === 'cash') return ret.out === null ? [] : [{ partId: returnId, tender: 'cash', won: -amounts.totalWon }];
  const { instead, rest } = ret;
  const cash: Movement[] = instead?.how === 'cash' && instead.out !== null ? [{ partId: `${returnId}-cash`, tender: 'cash', won: -amounts.totalWon }] : [];
  const phone: Movement[] = instead?.how === 'phone' ? [{ partId: `${returnId}-phone`, tender: 'card', won: -amounts.totalWon }] : [];
  const card: Movement[] = isCancelled(ret) ? [{ partId: returnId, tender: 'card', won: -cancelledAmounts(ret).totalWon }] : [];
  const again = (rest?.tender.parts ?? []).filter(isTaken).map((part): Movement => ({ partId: `${returnId}-${part.partId}`, tender: part.kind, won: amountsOf(part).totalWon }));
  return [...card, ...phone, ...cash, ...again];
}

/** What the customer has back by now; never negative. */
export function givenBackWon(refund: Refund): number {
  // 0 - 0 is 0, and -0 is no amount.
  return 0 - sumWon(movementsOf(refund).map((movement) => movement.won));
}

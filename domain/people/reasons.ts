/** Why somebody did what others must ask for. Ready reasons are one touch; what they do not say is written. */
import type { Act } from './rights.ts';

export const READY_REASONS = [
  'wrong-tag',
  'damaged',
  'expiring',
  'event',
  'regular-customer',
  'made-up-for',
  'changed-mind',
  'rung-wrongly',
  'out-of-stock',
  'change-money',
  'wrong-change',
  'count-cash',
  'drawer-check',
  'wrong-item',
  'wrong-payment',
  'wrong-number',
  'wrong-kind',
  'left-unsigned',
  'will-not-sign',
  'slip-lost',
  'counted-twice',
  'change-amiss',
  'not-found',
  'owner-knows',
  'printer-trouble',
  'save-paper',
  'shop-decided',
] as const;

export type ReadyReason = (typeof READY_REASONS)[number];

/** The acts that ask for a reason, and what is offered for each, likeliest first. */
export const REASONS_OF = {
  'discount-over-limit': ['expiring', 'damaged', 'event', 'regular-customer', 'made-up-for'],
  'price-change': ['wrong-tag', 'expiring', 'damaged', 'event'],
  'line-cancel-after-hold': ['changed-mind', 'rung-wrongly', 'out-of-stock'],
  'open-drawer': ['change-money', 'wrong-change', 'count-cash', 'drawer-check'],
  void: ['rung-wrongly', 'wrong-payment', 'changed-mind', 'damaged', 'wrong-item'],
  'close-over-difference': ['counted-twice', 'change-amiss', 'not-found', 'owner-knows'],
  'printing-off': ['printer-trouble', 'save-paper', 'shop-decided'],
  'write-off-slip': ['left-unsigned', 'will-not-sign', 'slip-lost'],
  refund: ['changed-mind', 'damaged', 'wrong-item', 'rung-wrongly', 'wrong-payment', 'wrong-number'],
  exchange: ['changed-mind', 'damaged', 'wrong-item', 'rung-wrongly'],
} as const satisfies Partial<Record<Act, readonly ReadyReason[]>>;

export type ReasonedAct = keyof typeof REASONS_OF;

/** In characters: a line on a screen. */
export const MAX_REASON_LENGTH = 60;

export function isReadyReason(text: string): text is ReadyReason {
  return READY_REASONS.some((reason) => reason === text);
}

/** Something was said: a ready reason of this act, or words of one's own. */
export function isReason(act: ReasonedAct, text: string): boolean {
  if (isReadyReason(text)) return REASONS_OF[act].some((reason) => reason === text);
  return text.trim() === text && [...text].length >= 2 && [...text].length <= MAX_REASON_LENGTH && !/\p{Cc}/u.test(text);
}

/** What a card result that fits no sale means for the money. */
import type { StrayView } from '../../../contract/cards.ts';
import type { StrayMeaning } from '../../words/stray.ts';

export function meaningOf({ kind, says }: Pick<StrayView, 'kind' | 'says'>): StrayMeaning {
  if (kind !== 'contradicts') return kind;
  return says === 'approved' ? 'other-approval' : 'denied';
}

/** The one the list stands at; the first where that one is gone. */
export function strayAt(strays: readonly StrayView[], strayId: string | null): StrayView | null {
  return strays.find((stray) => stray.strayId === strayId) ?? strays[0] ?? null;
}

export function strayBeside(strays: readonly StrayView[], strayId: string | null, by: number): string | null {
  const now = strayAt(strays, strayId);
  if (now === null) return null;
  return strays[Math.max(0, Math.min(strays.length - 1, strays.indexOf(now) + by))]?.strayId ?? null;
}

/** Whether somebody may say what it was: not while the terminal is being asked to cancel it. */
export function canSettle({ cancel }: Pick<StrayView, 'cancel'>): boolean {
  return cancel !== 'under-way';
}

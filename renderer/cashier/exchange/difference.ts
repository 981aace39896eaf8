import type { ExchangeView } from '../../../contract/exchange.ts';

export type Difference = 'due' | 'give' | 'even';

/** The one sum that is left between what came back and what is taken. */
export function differenceOf({ dueWon, giveWon }: Pick<ExchangeView, 'dueWon' | 'giveWon'>): { readonly kind: Difference; readonly won: number } {
  if (dueWon > 0) return { kind: 'due', won: dueWon };
  return giveWon > 0 ? { kind: 'give', won: giveWon } : { kind: 'even', won: 0 };
}

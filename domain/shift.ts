/** How far off a count of the drawer may be before it takes more than a name to close the day over it (rules of the counter, §8, §9). */

export const DEFAULT_DIFFERENCE_LIMIT_WON = 10_000;

/** Too much is as far off as too little. */
export function exceedsDifferenceLimit(differenceWon: number, limitWon: number): boolean {
  return Math.abs(differenceWon) > limitWon;
}

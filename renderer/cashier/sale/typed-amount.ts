/** Numbers typed on the keypads of the basket: digit by digit, never beyond what can be meant. */

/** `12` then `000` is 12,000. Null when it would be more than `max`. */
export function typeDigits(value: number | null, digits: string, max: number): number | null {
  const next = Number(`${value ?? ''}${digits}`);
  return next <= max ? next : null;
}

/** Null when nothing is left. */
export function eraseDigit(value: number | null): number | null {
  return value === null || value < 10 ? null : Math.floor(value / 10);
}

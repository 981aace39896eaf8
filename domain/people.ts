/** People at the counter (rules of the counter, §8). Rights per act come with the manager's acts. */
export type Role = 'cashier' | 'manager' | 'owner';

/** Who did it, as the journal names them. */
export type Actor = { readonly userId: string; readonly name: string; readonly role: Role };

/** A PIN is 4 to 8 digits. */
export function isPin(text: string): boolean {
  return /^\d{4,8}$/.test(text);
}

/** Wrong PINs in a row before the user is locked out, and for how long. */
export const PIN_ATTEMPTS_BEFORE_LOCK = 5;
export const PIN_LOCK_MS = 60_000;

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

/** Why a PIN is not taken for a shop's own people; null when it is good. The order is that of the finger. */
export type PinProblem = 'too-short' | 'one-digit' | 'in-a-row' | 'repeated';

/** A PIN that somebody watching the till would try first protects nothing: 0000, 1234, 9876, 1212. */
export function pinProblem(pin: string): PinProblem | null {
  if (!isPin(pin)) return 'too-short';
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10);
  if (steps.every((step) => step === 0)) return 'one-digit';
  if (steps.every((step) => step === 1) || steps.every((step) => step === 9)) return 'in-a-row';
  const half = pin.slice(0, Math.floor(pin.length / 2));
  return pin.length % 2 === 0 && half + half === pin ? 'repeated' : null;
}

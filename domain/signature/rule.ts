/**
 * Who must sign, and where (rules of the counter, §4). Number and inclusive or not are settings: the rule here is 50,000 won or more,
 * much of the trade says more than 50,000.
 */
import { unreachable } from '../unreachable.ts';

export type SignatureTaker = 'terminal' | 'pad' | 'none';

export type SignatureSettings = {
  readonly fromWon: number;
  /** Whether an amount of exactly `fromWon` needs one. */
  readonly inclusive: boolean;
  /** Who takes it, where the terminal does not say by itself whether it did. */
  readonly takenBy: SignatureTaker;
  /** Whether the shop has a pad of its own: a device, or the customer display. */
  readonly ownPad: boolean;
};

export const DEFAULT_SIGNATURE: SignatureSettings = { fromWon: 50_000, inclusive: true, takenBy: 'terminal', ownPad: true };

/** `not-needed` below the amount; `terminal`: it has it; `pad`: ask on ours; `handwritten`: a slip with a line for a pen. */
export type SignatureNeed = 'not-needed' | 'terminal' | 'pad' | 'handwritten';

/** Whether an amount charged to a card needs a signature at all. Each card part of a split sale is judged by itself. */
export function needsSignature(settings: SignatureSettings, chargedWon: number): boolean {
  return settings.inclusive ? chargedWon >= settings.fromWon : chargedWon > settings.fromWon;
}

/** What an approval needs. The terminal's own word on whether it took a signature goes before the setting; null: it does not say. */
export function signatureNeed(settings: SignatureSettings, chargedWon: number, signedAtTerminal: boolean | null): SignatureNeed {
  if (!needsSignature(settings, chargedWon)) return 'not-needed';
  if (signedAtTerminal === true) return 'terminal';
  const ours: SignatureNeed = settings.ownPad ? 'pad' : 'handwritten';
  if (signedAtTerminal === false) return ours;
  switch (settings.takenBy) {
    case 'terminal':
      return 'terminal';
    case 'pad':
      return ours;
    case 'none':
      return 'handwritten';
    default:
      return unreachable(settings.takenBy);
  }
}

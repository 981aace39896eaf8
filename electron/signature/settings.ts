/** The part of the settings that says who must sign, and where (domain/signature/rule.ts). */
import { z } from 'zod';
import { padKind } from '../../contract/signature.ts';
import { won } from '../../contract/primitives.ts';
import type { SignatureSettings } from '../../domain/signature/rule.ts';
import { DEFAULT_SIGNATURE } from '../../domain/signature/rule.ts';
import { parseDeviceAddress } from '../../native/transport/address.ts';

const NONE = 'none';
/** Practice only. */
export const SIMULATED_PAD = 'simulated';

function isSerial(address: string): boolean {
  const parsed = parseDeviceAddress(address);
  return parsed.ok && parsed.address.kind === 'serial' && parsed.address.answers;
}

/** `simulated`: whether a simulated pad may stand where a device would. `padAddress` counts for a pad on a line alone. */
function signatureFile(defaults: { readonly takenBy: SignatureSettings['takenBy']; readonly pad: 'none' | 'display' }, simulated: boolean) {
  return z
    .strictObject({
      fromWon: won.min(0).default(DEFAULT_SIGNATURE.fromWon),
      /** Whether an amount of exactly `fromWon` needs one. */
      inclusive: z.boolean().default(DEFAULT_SIGNATURE.inclusive),
      /** Who takes it, where the terminal does not say whether it did. */
      takenBy: z.enum(['terminal', 'pad', 'none']).default(defaults.takenBy),
      pad: padKind.default(defaults.pad),
      padAddress: z.string().max(200).default(NONE),
    })
    .refine(({ pad, padAddress }) => pad !== 'koces-pad' || isSerial(padAddress) || (simulated && padAddress === SIMULATED_PAD), { path: ['padAddress'] })
    .prefault({});
}

/** The practice terminal says nothing of signatures: taken by it, nobody would ever practise one. */
export const practiceSignature = signatureFile({ takenBy: 'pad', pad: 'display' }, true);
export const shopSignature = signatureFile({ takenBy: 'terminal', pad: 'none' }, false);

export type SignatureSection = z.output<typeof shopSignature>;

/** The rule as the domain has it. */
export function signatureRule({ fromWon, inclusive, takenBy, pad }: SignatureSection): SignatureSettings {
  return { fromWon, inclusive, takenBy, ownPad: pad !== 'none' };
}

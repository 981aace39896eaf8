/** The part of the settings that says who must sign, and where (domain/signature/rule.ts). */
import { z } from 'zod';
import { padKind } from '../../contract/signature.ts';
import { won } from '../../contract/primitives.ts';
import type { SignatureSettings } from '../../domain/signature/rule.ts';
import { DEFAULT_SIGNATURE } from '../../domain/signature/rule.ts';
import { DEFAULT_PAD_LIMITS, type PadLimits } from '../../native/signature-pad/port.ts';
import { parseDeviceAddress } from '../../native/transport/address.ts';

const NONE = 'none';
/** Practice only. */
export const SIMULATED_PAD = 'simulated';

export type PadWaits = Pick<PadLimits, 'wakeTimeoutMs' | 'firstPointTimeoutMs' | 'silenceMs' | 'signingTimeoutMs' | 'answerTimeoutMs' | 'numberTimeoutMs'>;

/** A shop gives people the time they take to sign; a pen lifted between two syllables is not done. */
const SHOP_AT_LEAST: PadWaits = { wakeTimeoutMs: 1_000, firstPointTimeoutMs: 10_000, silenceMs: 1_000, signingTimeoutMs: 20_000, answerTimeoutMs: 2_000, numberTimeoutMs: 20_000 };
const PRACTICE_AT_LEAST: PadWaits = { wakeTimeoutMs: 200, firstPointTimeoutMs: 200, silenceMs: 200, signingTimeoutMs: 1_000, answerTimeoutMs: 200, numberTimeoutMs: 1_000 };
const AT_MOST_MS = 600_000;

/** How long a pad on a line is waited for; in practice, too, as long as in a shop unless the file says otherwise. */
function padWaits(atLeast: PadWaits) {
  const wait = (name: keyof PadWaits) => z.int().min(atLeast[name]).max(AT_MOST_MS).default(DEFAULT_PAD_LIMITS[name]);
  return z
    .strictObject({ wakeTimeoutMs: wait('wakeTimeoutMs'), firstPointTimeoutMs: wait('firstPointTimeoutMs'), silenceMs: wait('silenceMs'), signingTimeoutMs: wait('signingTimeoutMs'), answerTimeoutMs: wait('answerTimeoutMs'), numberTimeoutMs: wait('numberTimeoutMs') })
    .prefault({});
}

function isSerial(address: string): boolean {
  const parsed = parseDeviceAddress(address);
  return parsed.ok && parsed.address.kind === 'serial' && parsed.address.answers;
}

/** `simulated`: whether a simulated pad may stand where a device would. `padAddress` counts for a pad on a line alone. */
function signatureFile(defaults: { readonly takenBy: SignatureSettings['takenBy']; readonly pad: 'none' | 'display' }, simulated: boolean, atLeast: PadWaits) {
  return z
    .strictObject({
      fromWon: won.min(0).default(DEFAULT_SIGNATURE.fromWon),
      /** Whether an amount of exactly `fromWon` needs one. */
      inclusive: z.boolean().default(DEFAULT_SIGNATURE.inclusive),
      /** Who takes it, where the terminal does not say whether it did. */
      takenBy: z.enum(['terminal', 'pad', 'none']).default(defaults.takenBy),
      pad: padKind.default(defaults.pad),
      padAddress: z.string().max(200).default(NONE),
      waits: padWaits(atLeast),
    })
    .refine(({ pad, padAddress }) => pad !== 'koces-pad' || isSerial(padAddress) || (simulated && padAddress === SIMULATED_PAD), { path: ['padAddress'] })
    .prefault({});
}

/** The practice terminal says nothing of signatures: taken by it, nobody would ever practise one. */
export const practiceSignature = signatureFile({ takenBy: 'pad', pad: 'display' }, true, PRACTICE_AT_LEAST);
export const shopSignature = signatureFile({ takenBy: 'terminal', pad: 'none' }, false, SHOP_AT_LEAST);

export type SignatureSection = z.output<typeof shopSignature>;

/** The rule as the domain has it. */
export function signatureRule({ fromWon, inclusive, takenBy, pad }: SignatureSection): SignatureSettings {
  return { fromWon, inclusive, takenBy, ownPad: pad !== 'none' };
}

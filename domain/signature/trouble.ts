/** What to say when the pad gave no signature. null: somebody chose the way by hand, and nothing is wrong. */
import type { FailureCode } from '../failure.ts';
import { unreachable } from '../unreachable.ts';
import type { HandwrittenReason, SignatureState } from './machine.ts';

const REASONS = {
  'too-short': 'signature.still-too-short',
  cancelled: 'signature.cancelled',
  silent: 'signature.silent',
  broken: 'signature.broken',
  absent: 'signature.absent',
  'given-up': null,
  'no-pad': null,
} as const satisfies Record<HandwrittenReason, FailureCode | null>;

export function troubleOfSignature(state: SignatureState): FailureCode | null {
  switch (state.name) {
    case 'asking':
      return state.attempt === 1 ? null : 'signature.too-short';
    case 'signed':
      return null;
    case 'handwritten':
      return REASONS[state.why];
    default:
      return unreachable(state);
  }
}

/** What became of asking, as the machine of the signature hears it (domain/signature/machine.ts). */
import type { SignatureEvent } from '../../domain/signature/machine.ts';
import { FIELD, isSignature } from '../../domain/signature/strokes.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { AbsentCause, Signature, SignOutcome } from '../../native/signature-pad/port.ts';

export type Judged = { readonly kind: 'signed'; readonly signature: Signature } | { readonly kind: 'event'; readonly event: Exclude<SignatureEvent, { type: 'signed' }> };

export function judgeOutcome(outcome: SignOutcome): Judged {
  return outcome.state === 'signed' && isName(outcome.signature) ? { kind: 'signed', signature: outcome.signature } : { kind: 'event', event: { type: eventType(outcome) } };
}

/** The rule counts on a field of its own; grids are laid on it by their longer side, so that a flat pad asks for no longer line than a square one. */
function isName({ width, height, strokes }: Signature): boolean {
  const scale = FIELD / Math.max(width, height);
  return isSignature(strokes.map((stroke) => stroke.map(({ x, y }) => ({ x: x * scale, y: y * scale }))));
}

function eventType(outcome: SignOutcome): Exclude<SignatureEvent, { type: 'signed' }>['type'] {
  switch (outcome.state) {
    case 'signed':
    case 'empty':
      return 'too-short';
    case 'cancelled':
      return outcome.by === 'customer' ? 'cancelled' : 'given-up';
    case 'time-over':
      return 'silent';
    case 'absent':
      return ofAbsent(outcome.cause);
    case 'failed':
    case 'invalid':
      return 'broken';
    default:
      return unreachable(outcome);
  }
}

function ofAbsent(cause: AbsentCause): 'silent' | 'broken' | 'absent' {
  switch (cause) {
    case 'silent':
      return 'silent';
    case 'refused':
    case 'busy':
      return 'broken';
    case 'none':
    case 'unreachable':
    case 'closed':
      return 'absent';
    default:
      return unreachable(cause);
  }
}

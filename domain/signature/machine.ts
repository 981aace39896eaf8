/**
 * Taking a signature on our own pad, after an approval (rules of the counter, §4). The approval stands whatever happens here: every way
 * ends either signed or at the handwritten slip, and none leads back to the card.
 *
 *   asking ──signed──▶ signed
 *     │ ▲
 *     │ └─too short, once
 *     └──too short again · cancelled · silent · broken · absent · given up──▶ handwritten
 */
import { unreachable } from '../unreachable.ts';

/** Why there is a line for a pen instead. `given-up`: the cashier's key, always on the screen. `no-pad`: none was to be asked. */
export type HandwrittenReason = 'too-short' | 'cancelled' | 'silent' | 'broken' | 'absent' | 'given-up' | 'no-pad';

export type SignatureState =
  | { readonly name: 'asking'; readonly attempt: number }
  /** The points stand sealed in the journal under this id. */
  | { readonly name: 'signed'; readonly signatureId: string }
  | { readonly name: 'handwritten'; readonly why: HandwrittenReason };

export type SignatureEvent =
  | { readonly type: 'signed'; readonly signatureId: string }
  | { readonly type: 'too-short' }
  /** The customer cancelled on the pad, or walked off and the cashier said so. */
  | { readonly type: 'cancelled' }
  | { readonly type: 'silent' }
  | { readonly type: 'broken' }
  | { readonly type: 'absent' }
  | { readonly type: 'given-up' };

export type SignatureCommand = 'ask-pad' | 'print-handwritten' | 'nothing';

export type SignatureStep =
  | { readonly ok: true; readonly state: SignatureState; readonly command: SignatureCommand }
  | { readonly ok: false; readonly state: SignatureState };

/** A signature that is empty or tiny is asked for once more, then it is done by hand. */
export const MAX_ATTEMPTS = 2;

/** Where taking one begins, by what the rule says is needed (`rule.ts`). */
export function startSignature(need: 'pad' | 'handwritten'): SignatureState {
  return need === 'pad' ? { name: 'asking', attempt: 1 } : { name: 'handwritten', why: 'no-pad' };
}

/** Total: an event that does not fit is refused and changes nothing. */
export function stepSignature(state: SignatureState, event: SignatureEvent): SignatureStep {
  if (state.name !== 'asking') return { ok: false, state };
  const next = transition(state.attempt, event);
  return { ok: true, state: next, command: commandOf(next) };
}

/**
 * After a restart. Asking again on the pad moves no money; the way out is on the screen. A handwritten slip is opened with the event that
 * leads to it and has a record of its own, so it is not asked for from here.
 */
export function recoverSignature(state: SignatureState): SignatureCommand {
  return state.name === 'asking' ? 'ask-pad' : 'nothing';
}

function transition(attempt: number, event: SignatureEvent): SignatureState {
  switch (event.type) {
    case 'signed':
      return { name: 'signed', signatureId: event.signatureId };
    case 'too-short':
      return attempt < MAX_ATTEMPTS ? { name: 'asking', attempt: attempt + 1 } : { name: 'handwritten', why: 'too-short' };
    case 'cancelled':
    case 'silent':
    case 'broken':
    case 'absent':
    case 'given-up':
      return { name: 'handwritten', why: event.type };
    default:
      return unreachable(event);
  }
}

function commandOf(state: SignatureState): SignatureCommand {
  switch (state.name) {
    case 'asking':
      return 'ask-pad';
    case 'signed':
      return 'nothing';
    case 'handwritten':
      return 'print-handwritten';
    default:
      return unreachable(state);
  }
}

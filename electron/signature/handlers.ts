/** The calls of signing: the field's page on the customer display, and the cashier who watches and may give up. */
import { DONE, ok, refuse } from '../result.ts';
import type { Handlers } from '../router.ts';
import type { Taken } from './display-pad.ts';
import type { Signatures } from './signatures.ts';

export type SignatureCall = 'signature.live' | 'signature.giveUp' | 'pad.test' | 'customer.signReady' | 'customer.pen' | 'customer.signClear' | 'customer.signDone' | 'customer.signCancel';

/** The customer display is no pad: no field of its is waited for. */
const NO_FIELD: Taken = { next: null };

export function signatureHandlers({ page, live, giveUp, test }: Signatures): Pick<Handlers, SignatureCall> {
  return {
    'signature.live': async () => ok(live()),
    'signature.giveUp': async ({ signId }) => (giveUp(signId) ? DONE : refuse('signature.over')),
    'pad.test': async () => test(),
    'customer.signReady': async ({ signId }) => ok(page?.opened(signId) ?? NO_FIELD),
    'customer.pen': async (batch) => ok(page?.drawn(batch) ?? NO_FIELD),
    'customer.signClear': async (word) => ok(page?.cleared(word) ?? NO_FIELD),
    'customer.signDone': async (word) => ok(page?.done(word) ?? NO_FIELD),
    'customer.signCancel': async ({ signId }) => ok(page?.cancelled(signId) ?? NO_FIELD),
  };
}

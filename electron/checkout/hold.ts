/** Several customers at once: a basket is put aside, another is served, and the first comes back as it was. */
import type { Aside } from '../../domain/checkout/kept.ts';
import type { CheckoutEvent, CheckoutState } from '../../domain/checkout/machine.ts';
import { MAX_HELD, stepCheckout } from '../../domain/checkout/machine.ts';
import type { Counter, HeldSale } from '../counter.ts';
import { entry } from '../counter.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import { failureOfRefusal } from './refusals.ts';
import type { CheckoutRun, Extra } from './run-checkout.ts';
import { dispatch, onThisSale, show } from './run-checkout.ts';

/** By whoever is signed in. */
export function putAside({ memory, now }: Counter, because: Aside['because']): CheckoutEvent & { type: 'held' } {
  const { signedIn } = memory;
  return { type: 'held', heldAt: now().toISOString(), ...(signedIn === null ? {} : { aside: { by: { userId: signedIn.userId, name: signedIn.name }, because } }) };
}

export function hold(run: CheckoutRun, saleId: string): Promise<Result<null>> {
  const { counter } = run;
  return onThisSale(run, saleId, async (sale) => {
    if (counter.memory.held.length >= MAX_HELD) return refuse('sale.too-many-held');
    return dispatch(run, sale, putAside(counter, 'asked'));
  });
}

/**
 * The questions of a paid sale come first. A basket on the screen makes room in the same append, so that a crash finds the two either
 * both before or both after: put aside when it has goods in it, abandoned when it has none.
 */
export function recall(run: CheckoutRun, saleId: string): Promise<Result<null>> {
  const { counter } = run;
  return run.exclusive(async () => {
    const wanted = counter.memory.held.find((held) => held.saleId === saleId);
    return wanted === undefined ? refuse('sale.unknown') : recallHeld(run, wanted);
  });
}

/** In the sale's own turn. */
export async function recallHeld(run: CheckoutRun, wanted: HeldSale): Promise<Result<null>> {
  const { counter } = run;
  const making = makeRoom(run, counter.memory.sale);
  if (!making.ok) return making;
  const result = await dispatch(run, wanted, { type: 'recalled', at: counter.now().toISOString() }, making.value);
  if (result.ok) afterRecall(run, wanted.saleId);
  return result;
}

export function afterRecall({ counter, receipts, prints }: CheckoutRun, saleId: string): void {
  counter.memory.undo = null;
  counter.memory.draft = null;
  counter.memory.lastLineId = null;
  receipts.forgetSettled(saleId);
  prints.forgetSettled(saleId);
}

export function makeRoom(run: CheckoutRun, onScreen: CheckoutState | null): Result<Extra> {
  const { counter } = run;
  switch (onScreen?.stage) {
    case undefined:
    case 'done':
    case 'abandoned':
      return { ok: true, value: {} };
    case 'basket':
    // A payment waits aside only while its charge is unknown: the machine says.
    case 'tendering': {
      const event = onScreen.stage === 'basket' && onScreen.cart.lines.length === 0 && onScreen.tried === undefined && onScreen.exchange === undefined ? ({ type: 'abandoned' } as const) : putAside(counter, 'asked');
      const step = stepCheckout(onScreen, event, run.rules);
      if (!step.ok) return refuse(failureOfRefusal(step.refusal));
      const before = entry(counter, { kind: `sale.${event.type}`, payload: { event, after: step.state } }, onScreen.saleId);
      return { ok: true, value: { before: [before], durable: () => show(counter.memory, step.state) } };
    }
    default:
      return refuse('sale.not-in-this-stage');
  }
}

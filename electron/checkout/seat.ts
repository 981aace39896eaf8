/** Who leaves the counter takes her basket along: it is put aside under her name, and is there again when she is. One append each. */
import type { CheckoutState } from '../../domain/checkout/machine.ts';
import { stepCheckout } from '../../domain/checkout/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import type { HeldSale } from '../counter.ts';
import { abandonedSale, append, entry } from '../counter.ts';
import type { Result } from '../result.ts';
import { DONE } from '../result.ts';
import { afterRecall, putAside } from './hold.ts';
import type { CheckoutRun } from './run-checkout.ts';
import { isPlainBasket, show } from './run-checkout.ts';

type Step = { readonly rows: readonly JournalEntry[]; readonly states: readonly CheckoutState[] };
const NOTHING: Step = { rows: [], states: [] };

export function changeSeat(run: CheckoutRun, to: Actor | null, rowsOf: (from: Actor | null) => readonly JournalEntry[]): Promise<Result<null>> {
  const { counter } = run;
  return run.exclusive(async () => {
    const { memory } = counter;
    const from = memory.signedIn;
    const leaving = from === null || from.userId === to?.userId ? NOTHING : leave(run, memory.sale);
    const isFree = leaving.states.length > 0 || memory.sale === null || memory.sale.stage === 'done' || memory.sale.stage === 'abandoned';
    const coming = to === null || !isFree ? NOTHING : comeBack(run, to);
    const durable = await append(counter, [...leaving.rows, ...rowsOf(from), ...coming.rows]);
    if (!durable.ok) return durable;
    for (const state of [...leaving.states, ...coming.states]) show(memory, state);
    if (memory.sale?.stage === 'abandoned') memory.sale = null;
    memory.signedIn = to;
    memory.draft = to === null || leaving.states.length > 0 ? null : memory.draft;
    for (const state of coming.states) afterRecall(run, state.saleId);
    counter.changed();
    return DONE;
  });
}

/** Goods are put aside, whatever the number of baskets there; an emptied basket is no basket, unless goods came back for it. What is being paid or is paid stays for whoever comes. */
function leave(run: CheckoutRun, sale: CheckoutState | null): Step {
  if (sale?.stage !== 'basket') return NOTHING;
  const { counter } = run;
  const isEmpty = sale.cart.lines.length === 0 && sale.exchange === undefined;
  // Nothing in it, but a charge was tried: it may still turn out to have been approved, and then somebody must see it.
  if (isEmpty && sale.tried !== undefined) return NOTHING;
  if (isEmpty) return { rows: [abandonedSale(counter, sale)], states: [{ stage: 'abandoned', saleId: sale.saleId, saleNumber: sale.saleNumber }] };
  const event = putAside(counter, 'left');
  const step = stepCheckout(sale, event, run.rules);
  if (!step.ok) throw new Error(`a basket that cannot be put aside: ${step.refusal}`);
  return { rows: [entry(counter, { kind: 'sale.held', payload: { event, after: step.state } }, sale.saleId)], states: [step.state] };
}

/** Of more than one the newest: she was at it last. One whose charge surfaced meanwhile is no basket any more: she fetches it herself, with both eyes open. */
function comeBack(run: CheckoutRun, actor: Actor): Step {
  const { counter } = run;
  const hers = counter.memory.held.findLast((held: HeldSale) => held.aside?.because === 'left' && held.aside.by.userId === actor.userId);
  if (hers === undefined) return NOTHING;
  const event = { type: 'recalled', at: counter.now().toISOString() } as const;
  const step = stepCheckout(hers, event, run.rules);
  if (!step.ok) throw new Error(`a basket that cannot be brought back: ${step.refusal}`);
  if (step.state.stage !== 'basket') return NOTHING;
  const after = isPlainBasket(step.state) ? null : step.state;
  return { rows: [entry(counter, { kind: 'sale.recalled', payload: { event, after } }, hers.saleId, actor)], states: [step.state] };
}

/** Paying by card and in parts: what the cashier asks for, as events of the sale. What follows from them is run-card.ts's. */
import type { EvidenceSource } from '../../domain/card-payment/approval.ts';
import type { Verdict } from '../../domain/card-payment/machine.ts';
import { tradeWon } from '../../domain/card-payment/machine.ts';
import { partsOf, tradeIn } from '../../domain/checkout/parts.ts';
import type { CheckoutState } from '../../domain/checkout/machine.ts';
import { stepCheckout } from '../../domain/checkout/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import type { Part } from '../../domain/tender/machine.ts';
import { newTradeNumber } from '../card-payment/trades.ts';
import { withTheRight } from '../people/approvals.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import { failureOfRefusal } from './refusals.ts';
import { tell } from './run-card.ts';
import type { CheckoutRun } from './run-checkout.ts';
import { dispatch, onThisSale, perform } from './run-checkout.ts';

/** `leftWon` is what stood on her screen as left to pay. */
export type Charge = { readonly leftWon: number; readonly amountWon: number; readonly installmentMonths: number };
export type PartOfCash = { readonly leftWon: number; readonly amountWon: number; readonly receivedWon: number };
/** Who lent the right where the person signed in does not have it, and the rows that say so. */
export type Backing = { readonly manager: Actor | null; readonly rows: readonly JournalEntry[] };
export type Settlement = { readonly tradeNumber: string; readonly verdict: Verdict; readonly source: EvidenceSource };

export function chargeCard(run: CheckoutRun, saleId: string, charge: Charge): Promise<Result<null>> {
  const { counter, trades } = run;
  return onThisSale(run, saleId, async (sale) => {
    if (trades.capabilities.limits.maxTotalWon === 0) return refuse('card.not-supported');
    if (charge.amountWon > trades.capabilities.limits.maxTotalWon) return refuse('card.amount-too-large');
    const event = { type: 'charge-intended', partId: counter.ids.next('pt'), tradeNumber: newTradeNumber(counter, sale.saleNumber), ...charge } as const;
    const asked = await dispatch(run, sale, event);
    // A number somebody was typing for an earlier sale has no place on the display of the customer who pays now.
    if (asked.ok) counter.memory.draft = null;
    return asked;
  });
}

export function takeCash(run: CheckoutRun, saleId: string, cash: PartOfCash): Promise<Result<null>> {
  return onThisSale(run, saleId, (sale) => takePart(run, sale, cash));
}

export async function takePart(run: CheckoutRun, sale: CheckoutState, cash: PartOfCash): Promise<Result<null>> {
  const { counter } = run;
  const taken = await dispatch(run, sale, { type: 'cash-taken', partId: counter.ids.next('pt'), ...cash, takenAt: counter.now().toISOString(), drawerJobId: counter.ids.next('p') });
  if (taken.ok) counter.memory.draft = null;
  return taken;
}

/** A part goes back before the sale is over: cash out of the drawer, a charge by its cancel at the terminal. */
export function returnPart(run: CheckoutRun, saleId: string, partId: string): Promise<Result<null>> {
  const { counter } = run;
  return onThisSale(run, saleId, async (sale) => {
    const part = partOf(sale, partId);
    if (part === undefined) return refuse('sale.not-in-this-stage');
    if (part.kind === 'cash') return dispatch(run, sale, { type: 'cash-returned', partId, at: counter.now().toISOString(), drawerJobId: counter.ids.next('p') });
    return dispatch(run, sale, { type: 'cancel-intended', partId, tradeNumber: newTradeNumber(counter, sale.saleNumber) });
  });
}

export function keepCharge(run: CheckoutRun, saleId: string, partId: string): Promise<Result<null>> {
  return onThisSale(run, saleId, (sale) => dispatch(run, sale, { type: 'charge-kept', partId, at: run.counter.now().toISOString() }));
}

export function leaveTendering(run: CheckoutRun, saleId: string): Promise<Result<null>> {
  return onThisSale(run, saleId, (sale) => dispatch(run, sale, { type: 'tendering-left' }));
}

export function inquireAgain(run: CheckoutRun, saleId: string, tradeNumber: string): Promise<Result<null>> {
  return onThisSale(run, saleId, async (sale) => {
    const found = tradeIn(partsOf(sale), tradeNumber);
    if (found?.trade.state.name !== 'unknown') return refuse('card.not-in-this-stage');
    perform(run, sale, { kind: 'trade', tradeNumber, act: 'inquire' });
    return DONE;
  });
}

/** Its trade waits for its turn at the terminal, and is not to be asked any more; null: no trade of this sale. */
export async function withdrawTrade(run: CheckoutRun, saleId: string, tradeNumber: string): Promise<Result<null> | null> {
  const { sale } = run.counter.memory;
  if (sale?.saleId !== saleId || tradeIn(partsOf(sale), tradeNumber) === null) return null;
  return onThisSale(run, saleId, (now) => tell(run, now, tradeNumber, { type: 'withdrawn' }, {}));
}

/** What a person read, and where; from an amount on with somebody's right who has it. */
/** `back` is asked last: what cannot be done spends no approval. */
export function settleCharge(run: CheckoutRun, saleId: string, { tradeNumber, verdict, source }: Settlement, back: (amountWon: number) => Promise<Result<Backing>>): Promise<Result<null>> {
  const { counter } = run;
  return onThisSale(run, saleId, async (sale) => {
    const by = counter.memory.signedIn;
    if (by === null) return refuse('people.not-signed-in');
    const found = tradeIn(partsOf(sale), tradeNumber);
    if (found === null) return refuse('card.not-in-this-stage');
    const at = counter.now().toISOString();
    const eventWith = (manager: Actor | null) => ({ type: 'settled', verdict, source, by, manager, at }) as const;
    const trial = stepCheckout(sale, { type: 'traded', tradeNumber, event: eventWith(withTheRight(by)), at }, run.rules);
    if (!trial.ok) return refuse(failureOfRefusal(trial.refusal));
    const backing = await back(tradeWon(found.trade.intent));
    return backing.ok ? tell(run, sale, tradeNumber, eventWith(backing.value.manager), { before: backing.value.rows }) : backing;
  });
}

function partOf(sale: CheckoutState, partId: string): Part | undefined {
  return partsOf(sale).find((part) => part.partId === partId);
}

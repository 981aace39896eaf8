/**
 * Cash on its way out of the drawer: the amount is recorded, then the drawer opens, then somebody says that the customer has it.
 *
 *   null ──out──▶ opened ──handed──▶ handed
 *                   └─▶ again: a person opens the drawer once more; a restart never does
 *
 * The amount is out of the books from the moment it is recorded. What is not known after a power cut is only whether the hand was quick
 * enough, and that is asked.
 */
import type { Actor } from '../people.ts';

export type CashOut = {
  readonly amountWon: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Every opening of the drawer for it. */
  readonly jobIds: readonly string[];
  readonly handed: { readonly by: Actor; readonly at: string } | null;
};

/** A drawer that does not open after this many tries is opened by its key. */
export const MAX_DRAWER_TRIES = 5;

export function newCashOut(amountWon: number, jobId: string, at: string): CashOut {
  return { amountWon, at, jobIds: [jobId], handed: null };
}

/** Null: it does not open again. */
export function drawerAgain(out: CashOut | null, jobId: string): CashOut | null {
  if (out === null || out.handed !== null || out.jobIds.length >= MAX_DRAWER_TRIES || out.jobIds.includes(jobId)) return null;
  return { ...out, jobIds: [...out.jobIds, jobId] };
}

export function handedOver(out: CashOut | null, by: Actor, at: string): CashOut | null {
  return out === null || out.handed !== null ? null : { ...out, handed: { by, at } };
}

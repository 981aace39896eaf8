/** What crosses between the journal's door in the main thread and its worker. Plain values; numbered; one answer each. */
import type { CoreOptions, LongOperations, Operations } from './core.ts';
import { JournalError, type JournalErrorCode, JournalRefusal, journalErrorFrom, type Written } from './journal-error.ts';
import type { Progress } from './records.ts';
import type { Identity } from './verify.ts';

/** The first message to a thread, and the first after it has closed a file. */
export type Start = { readonly name: 'open'; readonly options: CoreOptions };

export type LongName = keyof LongOperations;
export type OperationName = keyof Operations;
export type Request = { readonly id: number; readonly name: OperationName | LongName | 'close'; readonly args: readonly unknown[] };

/** Whether it writes into the chain: what became of it is not known when the thread is lost. */
export function writesRows(name: Request['name']): boolean {
  return name === 'append' || name === 'appendWithPin';
}

export type Trouble =
  | { readonly kind: 'error'; readonly code: JournalErrorCode; readonly detail: string; readonly written: Written }
  | { readonly kind: 'refusal'; readonly message: string };

export type Reply =
  /** It goes on: the tables of an older journal are folded anew. */
  | { readonly kind: 'opening'; readonly progress: Progress }
  | { readonly kind: 'opened'; readonly identity: Identity }
  | { readonly kind: 'not-opened'; readonly trouble: Trouble }
  /** `idle`: nothing is under way any more, and the thread can open another file; otherwise it ends. */
  | { readonly kind: 'closed'; readonly id: number; readonly idle: boolean }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'trouble'; readonly id: number; readonly trouble: Trouble }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress };

export function troubleOf(error: unknown): Trouble {
  const known = journalErrorFrom(error);
  if (known instanceof JournalRefusal) return { kind: 'refusal', message: known.message };
  return { kind: 'error', code: known.code, detail: known.detail, written: known.written };
}

export function errorOf(trouble: Trouble): JournalError | JournalRefusal {
  if (trouble.kind === 'error') return new JournalError(trouble.code, trouble.detail, trouble.written);
  const refusal = new JournalRefusal('');
  refusal.message = trouble.message;
  return refusal;
}

/**
 * The counter as it stands: what every use case shares. The journal is the truth; `memory` is what has been read from it or
 * appended to it, kept so that a view can be drawn without asking the disk.
 */
import type { Journal, PinRecord, UserRecord } from '../db/journal.ts';
import type { CheckoutEvent, CheckoutState } from '../domain/checkout/machine.ts';
import type { FailureCode, Language } from '../domain/failure.ts';
import type { EntryBody, CatalogueChange, JournalEntry, ShiftClose } from '../domain/journal-entry.ts';
import type { Actor } from '../domain/people.ts';
import type { PeopleRules } from '../domain/people/rules.ts';
import { DEFAULT_PEOPLE_RULES } from '../domain/people/rules.ts';
import type { Shelf } from './catalogue/shelf.ts';
import type { Refusal, Result } from './result.ts';
import { ok, refuse } from './result.ts';
import type { Settings } from './settings.ts';
import { seoulDay } from '../domain/seoul-time.ts';
import type { SignatureAsk } from '../contract/signature.ts';
import type { ReceiptDraft } from '../contract/views.ts';
import { JournalError } from '../db/journal.ts';

export type OpenShift = { readonly shiftId: string; readonly openedAt: string; readonly businessDay: string; readonly floatWon: number; readonly openedBy: string };

export type User = { readonly userId: string; readonly name: string; readonly role: Actor['role'] };
export type Notice = { readonly noticeId: string; readonly code: FailureCode; readonly saleId: string | null; readonly saleNumber: number | null; readonly at: string };

/** A notice is for the eye; the journal keeps every failure. The oldest gives way. */
const MAX_NOTICES = 20;

/** What was done last to the basket, and the event that takes it back. `name` is empty for the whole sale. */
export type Undo = { readonly what: 'line-cancelled' | 'line-discounted' | 'line-repriced' | 'sale-discounted'; readonly name: string; readonly event: CheckoutEvent };
export type HeldSale = CheckoutState & { readonly stage: 'held' };

export type Memory = {
  /** Those who can sign in. */
  users: readonly User[];
  /** They, and all who ever worked here. */
  staff: readonly UserRecord[];
  rules: PeopleRules;
  signedIn: Actor | null;
  shift: OpenShift | null;
  lastClose: (ShiftClose & { readonly closedAt: string }) | null;
  nextSaleNumber: number;
  nextZNumber: number;
  /** The sale on the screen: null before the first scan. A finished sale stays until the next begins. */
  sale: CheckoutState | null;
  /** Baskets put aside, oldest first. */
  held: readonly HeldSale[];
  undo: Undo | null;
  lastLineId: string | null;
  draft: ReceiptDraft | null;
  /** Whom the pad waits for to sign. */
  signing: SignatureAsk | null;
  lastSale: { readonly saleId: string; readonly saleNumber: number; readonly totalWon: number; readonly changeWon: number } | null;
  notices: readonly Notice[];
  /** Nobody knows whether the last append is on the disk: nothing more is sold until the journal has been read again. */
  trouble: { readonly code: FailureCode; readonly detail: string } | null;
  customerLanguage: Language;
  /** Goes up with every change to products or keys: a window that shows some asks again. */
  catalogueRevision: number;
  /** What was deleted or arranged, newest last, as long as it can be taken back. */
  catalogueUndo: readonly CatalogueChange[];
};

export type Ids = { readonly next: (prefix: string) => string; readonly randomText: (length: number) => string; readonly randomDigits: (length: number) => string };

export type Counter = {
  readonly settings: Settings;
  readonly journal: Journal;
  readonly shelf: Shelf;
  readonly now: () => Date;
  readonly ids: Ids;
  readonly memory: Memory;
  /** Draw again. Cheap; pushes are coalesced. */
  readonly changed: () => void;
  readonly log: (line: string) => void;
  /** Work nobody waits for: a bug in it is logged, never lost and never the end of the program. */
  readonly background: (work: Promise<unknown>) => void;
  /** The counter is closing: long work ends at the next place where it can. */
  readonly isStopping: () => boolean;
};

export function newMemory(): Memory {
  return {
    users: [],
    staff: [],
    rules: DEFAULT_PEOPLE_RULES,
    signedIn: null,
    shift: null,
    lastClose: null,
    nextSaleNumber: 1,
    nextZNumber: 1,
    sale: null,
    held: [],
    undo: null,
    lastLineId: null,
    draft: null,
    signing: null,
    lastSale: null,
    notices: [],
    trouble: null,
    customerLanguage: 'ko',
    catalogueRevision: 0,
    catalogueUndo: [],
  };
}

export function entry(counter: Counter, body: EntryBody, saleId: string | null, actor: Actor | null = counter.memory.signedIn): JournalEntry {
  const at = counter.now().toISOString();
  return { ...body, at, businessDay: counter.memory.shift?.businessDay ?? seoulDay(at), actor, saleId };
}

/** The row that ends a sale nobody has paid. */
export function abandonedSale(counter: Counter, { saleId, saleNumber }: { saleId: string; saleNumber: number }): JournalEntry {
  return entry(counter, { kind: 'sale.abandoned', payload: { event: { type: 'abandoned' }, after: { stage: 'abandoned', saleId, saleNumber } } }, saleId);
}

/** What follows from a row that was certainly not written, kept with the row itself. */
const unwritten = new WeakMap<JournalEntry, () => void>();

/** For what was taken for this row and is to be free again if its append is refused. */
export function ifNotWritten(row: JournalEntry, follow: () => void): JournalEntry {
  unwritten.set(row, follow);
  return row;
}

/** Durable when it answers ok; when it does not, nothing was written and nothing may be done. */
export async function append(counter: Counter, entries: readonly JournalEntry[]): Promise<Result<null>> {
  const durable = await write(counter, () => counter.journal.append(entries));
  // Where nobody knows whether it was written, nothing is free again.
  if (!durable.ok && counter.memory.trouble === null) for (const row of entries) unwritten.get(row)?.();
  return durable;
}

/** Like `append`, together with the PIN hash the entries speak of. */
export function appendWithPin(counter: Counter, entries: readonly JournalEntry[], pin: PinRecord): Promise<Result<null>> {
  return write(counter, () => counter.journal.appendWithPin(entries, pin));
}

async function write(counter: Counter, job: () => Promise<unknown>): Promise<Result<null>> {
  const { trouble } = counter.memory;
  if (trouble !== null) return refuse(trouble.code, trouble.detail);
  try {
    await job();
    return ok(null);
  } catch (problem) {
    if (problem instanceof JournalError) return journalRefusal(counter, problem);
    throw problem;
  }
}

function journalRefusal(counter: Counter, problem: JournalError): Refusal {
  if (problem.written === 'unknown') journalLost(counter, problem.code, problem.detail);
  else notify(counter, problem.code, null, null);
  return refuse(problem.code, problem.detail);
}

/** Nothing more is sold until the journal has been opened again: the start screen says so, whether or not anything was being written. */
export function journalLost(counter: Counter, code: FailureCode, detail: string): void {
  counter.memory.trouble ??= { code, detail };
  counter.changed();
}

export function notify(counter: Counter, code: FailureCode, saleId: string | null, saleNumber: number | null): void {
  const { memory } = counter;
  const same = memory.notices.find((notice) => notice.code === code && notice.saleId === saleId);
  if (same !== undefined) return;
  const notice: Notice = { noticeId: counter.ids.next('n'), code, saleId, saleNumber, at: counter.now().toISOString() };
  memory.notices = [...memory.notices, notice].slice(-MAX_NOTICES);
  counter.changed();
}

export function dismissNotice(counter: Counter, noticeId: string): void {
  counter.memory.notices = counter.memory.notices.filter((notice) => notice.noticeId !== noticeId);
  counter.changed();
}

/**
 * 수기서명 전표: the slips a customer must sign by hand, followed until they are out of the house (domain/handwritten-slip). Open ones are
 * held here for the screens; the journal has them all. Whether paper came out is what its print job says.
 */
import type { HandwrittenRecord } from '../../db/journal.ts';
import { approvalOf } from '../../domain/card-payment/machine.ts';
import type { TenderingState } from '../../domain/checkout/state.ts';
import type { HandwrittenEvent, HandwrittenState } from '../../domain/handwritten-slip/machine.ts';
import { openHandwritten, stepHandwritten } from '../../domain/handwritten-slip/machine.ts';
import type { JournalEntry, PrintIntent } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import type { PrintJobState } from '../../domain/print-job.ts';
import type { CardSlipInput } from '../../domain/slip/card.ts';
import { handwrittenSlip } from '../../domain/slip/card.ts';
import type { CardPart } from '../../domain/tender/machine.ts';
import type { Counter } from '../counter.ts';
import { append, entry } from '../counter.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { AllowFor } from '../people/approvals.ts';
import { withTheRight } from '../people/approvals.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';

/** Held for the screens at most; more open ones than this are a shop that never looks at them, and the list says so. */
export const OPEN_SLIPS_LIMIT = 500;

/** What stands on the paper of a slip, from the sale's own record. */
export type SlipFacts = Omit<CardSlipInput, 'copyKind' | 'signature' | 'cart'>;

/** Where a charge belongs: a sale being paid, or what is paid again in a refund of one. */
export type SlipSale = Pick<TenderingState, 'saleId' | 'saleNumber' | 'tender'>;

/** What a slip needs of the print queue. */
export type SlipPrinter = {
  readonly run: (jobId: string) => Promise<void>;
  readonly stateOf: (jobId: string) => Promise<PrintJobState | null>;
};

/** Rows for the append of somebody else's step, and what to note once they are durable. */
export type SlipChange = { readonly rows: readonly JournalEntry[]; readonly durable: () => void };

export type Handwritten = {
  /** The rows that open the slip of a charge, for the append of the sale's own step; what to do once they are durable. */
  readonly open: (sale: SlipSale, part: CardPart, ids: { readonly slipId: string; readonly jobId: string }) => SlipChange;
  /** By which nobody has to sign for this charge any more; no rows where there is no such slip. */
  readonly chargeCancelled: (saleId: string, partId: string) => SlipChange;
  /** The same, for a charge that is known by its number. */
  readonly chargeGone: (tradeNumber: string) => SlipChange;
  /** Oldest first. */
  readonly openSlips: () => readonly HandwrittenRecord[];
  /** `rows` belong into the same append. */
  readonly change: (slipId: string, event: HandwrittenEvent, rows?: readonly JournalEntry[]) => Promise<Result<null>>;
  /** Nobody will sign any more. `allow` is asked last: what cannot be done spends no approval. */
  readonly writeOff: (slipId: string, reason: string, allow: AllowFor<HandwrittenRecord>) => Promise<Result<null>>;
  readonly printAgain: (slipId: string) => Promise<Result<null>>;
  readonly factsOf: (slip: HandwrittenRecord) => Promise<SlipFacts | null>;
  /** A print job has ended: if it was of one of these, the slip hears it. */
  readonly printed: (jobId: string) => Promise<void>;
  readonly recover: () => Promise<void>;
};

const NO_SLIP: SlipChange = { rows: [], durable: () => undefined };

export function createHandwritten(counter: Counter, printer: SlipPrinter): Handwritten {
  const slips = new Map<string, HandwrittenRecord>();
  /** Whose charge's cancel is being written with them: until it is durable they are as they were here, and not any more in the journal. */
  const cancelling = new Set<string>();
  const exclusive = oneAtATime();

  function remember(slip: HandwrittenRecord): void {
    if (isEnded(slip.state)) slips.delete(slip.slipId);
    else slips.set(slip.slipId, slip);
  }

  const find = async (slipId: string): Promise<HandwrittenRecord | null> => slips.get(slipId) ?? counter.journal.handwrittenSlip(slipId);

  async function change(slipId: string, event: HandwrittenEvent, more: (slip: HandwrittenRecord) => Promise<readonly JournalEntry[]> = async () => []): Promise<Result<null>> {
    const slip = await find(slipId);
    if (slip === null) return refuse('handwritten.not-in-this-stage');
    const step = stepHandwritten(slip.state, event);
    if (!step.ok) return refuse(step.refusal);
    const rows = await more(slip);
    // Whether the paper came out its print job knows; for a slip nobody has to sign it does not matter.
    if (cancelling.has(slipId)) return byItself(event) ? DONE : refuse('handwritten.not-in-this-stage');
    const durable = await append(counter, [changeRow(counter, slip, event, step.state), ...rows]);
    if (!durable.ok) return durable;
    remember({ ...slip, state: step.state });
    counter.changed();
    return DONE;
  }

  async function printAgain(slipId: string): Promise<Result<null>> {
    const jobId = counter.ids.next('p');
    const slip = await find(slipId);
    const facts = slip === null ? null : await factsOf(counter, slip);
    if (facts === null) return refuse('handwritten.not-in-this-stage');
    const asked = await change(slipId, { type: 'print-again', jobId }, async ({ saleId, state }) => {
      const copyNumber = 'prints' in state ? state.prints + 1 : 1;
      return [entry(counter, { kind: 'print.queued', payload: printIntent(facts, jobId, copyNumber) }, saleId)];
    });
    if (asked.ok) counter.background(printer.run(jobId));
    return asked;
  }

  async function printed(jobId: string): Promise<void> {
    const slip = [...slips.values()].find(({ state }) => state.name === 'printing' && state.jobId === jobId);
    if (slip === undefined) return;
    const event = eventOfPrint(await printer.stateOf(jobId));
    if (event !== null) await exclusive(() => change(slip.slipId, event));
  }

  function open(sale: SlipSale, part: CardPart, { slipId, jobId }: { readonly slipId: string; readonly jobId: string }): SlipChange {
    const { saleId, saleNumber } = sale;
    const slip = openingOf(counter, sale, part, { slipId, jobId });
    const durable = () => {
      remember({ slipId, saleId, saleNumber, partId: part.partId, tradeNumber: slip.tradeNumber, chargedWon: slip.chargedWon, approval: slip.approval, state: slip.after, openedAt: slip.at, lastSeq: 0 });
      counter.background(printer.run(jobId));
    };
    return { rows: slip.rows, durable };
  }

  function gone(isIt: (slip: HandwrittenRecord) => boolean): SlipChange {
    const slip = [...slips.values()].find(isIt);
    return slip === undefined ? NO_SLIP : cancelled(counter, slip, cancelling, remember);
  }

  return {
    open,
    chargeCancelled: (saleId, partId) => gone((each) => each.saleId === saleId && each.partId === partId),
    chargeGone: (tradeNumber) => gone((each) => each.tradeNumber === tradeNumber),
    openSlips: () => [...slips.values()].toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1)),
    change: (slipId, event, rows = []) => exclusive(() => change(slipId, event, async () => rows)),
    writeOff: (slipId, reason, allow) => exclusive(() => writeOff({ counter, find, cancelling, change }, slipId, reason, allow)),
    printAgain: (slipId) => exclusive(() => printAgain(slipId)),
    factsOf: (slip) => factsOf(counter, slip),
    printed,
    recover: async () => {
      for (const slip of await counter.journal.openHandwrittenSlips({ limit: OPEN_SLIPS_LIMIT })) remember(slip);
      for (const { state } of slips.values()) if (state.name === 'printing') await printed(state.jobId);
    },
  };
}

type WriteOffParts = {
  readonly counter: Counter;
  readonly find: (slipId: string) => Promise<HandwrittenRecord | null>;
  readonly cancelling: ReadonlySet<string>;
  readonly change: (slipId: string, event: HandwrittenEvent, more: () => Promise<readonly JournalEntry[]>) => Promise<Result<null>>;
};

async function writeOff({ counter, find, cancelling, change }: WriteOffParts, slipId: string, reason: string, allow: AllowFor<HandwrittenRecord>): Promise<Result<null>> {
  const actor = counter.memory.signedIn;
  if (actor === null) return refuse('people.not-signed-in');
  const slip = await find(slipId);
  if (slip === null || cancelling.has(slipId)) return refuse('handwritten.not-in-this-stage');
  const eventBy = (by: Actor): HandwrittenEvent => ({ type: 'written-off', by, at: counter.now().toISOString(), reason });
  const trial = stepHandwritten(slip.state, eventBy(withTheRight(actor)));
  if (!trial.ok) return refuse(trial.refusal);
  const allowed = await allow(slip);
  return allowed.ok ? change(slipId, eventBy(allowed.value.approver ?? allowed.value.actor), async () => allowed.value.rows) : allowed;
}

function changeRow(counter: Counter, slip: HandwrittenRecord, event: HandwrittenEvent, after: HandwrittenState): JournalEntry {
  return entry(counter, { kind: `handwritten.${event.type}`, payload: { slipId: slip.slipId, event, after } }, slip.saleId, byItself(event) ? null : counter.memory.signedIn);
}

/** Its row belongs to the append that proves the cancel; meanwhile nothing else is asked of the journal for this slip. */
function cancelled(counter: Counter, slip: HandwrittenRecord, cancelling: Set<string>, remember: (slip: HandwrittenRecord) => void): SlipChange {
  const step = stepHandwritten(slip.state, { type: 'charge-cancelled' });
  if (!step.ok) return NO_SLIP;
  cancelling.add(slip.slipId);
  const durable = () => {
    cancelling.delete(slip.slipId);
    remember({ ...slip, state: step.state });
  };
  return { rows: [changeRow(counter, slip, { type: 'charge-cancelled' }, step.state)], durable };
}

function openingOf(counter: Counter, sale: SlipSale, part: CardPart, { slipId, jobId }: { readonly slipId: string; readonly jobId: string }) {
  const { tradeNumber, amounts } = part.charge.intent;
  const after = openHandwritten(jobId);
  const chargedWon = amounts.totalWon;
  const opened = entry(counter, { kind: 'handwritten.opened', payload: { slipId, partId: part.partId, tradeNumber, chargedWon, jobId, after } }, sale.saleId, null);
  const facts = factsOfPart(counter, sale, part, opened.at);
  if (facts === null) throw new Error(`a slip to sign for the charge ${tradeNumber}, which is not approved`);
  const print = entry(counter, { kind: 'print.queued', payload: printIntent(facts, jobId, 1) }, sale.saleId, null);
  return { tradeNumber, chargedWon, approval: facts.approval, after, at: opened.at, rows: [opened, print] };
}

function isEnded({ name }: HandwrittenState): boolean {
  return name === 'handed-over' || name === 'not-needed' || name === 'written-off';
}

/** What the printer says and what a cancel brings is nobody's doing. */
function byItself({ type }: HandwrittenEvent): boolean {
  return type === 'printed' || type === 'not-printed' || type === 'charge-cancelled';
}

function eventOfPrint(state: PrintJobState | null): HandwrittenEvent | null {
  switch (state?.name) {
    case 'confirmed':
      return { type: 'printed' };
    case 'unknown':
      return { type: 'not-printed', cause: 'unknown' };
    case 'failed':
      return { type: 'not-printed', cause: 'failed' };
    case 'queued':
    case 'sent':
    // Its paper is settled here, by who has it, and never as a print job alone.
    case 'settled':
    case undefined:
      return null;
  }
}

function printIntent(facts: SlipFacts, jobId: string, copyNumber: number): PrintIntent {
  return { jobId, job: { kind: 'slip', document: handwrittenSlip(facts), copyKind: 'merchant', copyNumber }, reason: 'handwritten' };
}

async function factsOf(counter: Counter, slip: HandwrittenRecord): Promise<SlipFacts | null> {
  const { sale } = counter.memory;
  const state = sale?.saleId === slip.saleId ? sale : ((await counter.journal.sale(slip.saleId))?.state ?? null);
  const tendered = state === null ? undefined : state.stage === 'tendering' ? state : 'payment' in state ? state.payment.tendered : state.stage === 'held' ? state.tendered : undefined;
  const part = tendered?.tender.parts.find((each) => each.partId === slip.partId);
  if (part?.kind === 'card' && tendered !== undefined) return factsOfPart(counter, { saleNumber: slip.saleNumber, tender: tendered.tender }, part, slip.openedAt);
  // Charged again in a refund: the trade says what its sale does not.
  const known = await counter.journal.cardTrade(slip.tradeNumber);
  return known?.trade.intent.kind === 'charge' ? factsOfCharge(counter, slip, { intent: known.trade.intent, state: known.trade.state }, null) : null;
}

function factsOfPart(counter: Counter, { saleNumber, tender }: Pick<TenderingState, 'saleNumber' | 'tender'>, part: CardPart, openedAt: string): SlipFacts | null {
  const saleTotalWon = part.charge.intent.amounts.totalWon === tender.due.totalWon ? null : tender.due.totalWon;
  return factsOfCharge(counter, { saleNumber, openedAt }, part.charge, saleTotalWon);
}

function factsOfCharge({ settings }: Counter, slip: Pick<HandwrittenRecord, 'saleNumber' | 'openedAt'>, { intent, state }: CardPart['charge'], saleTotalWon: number | null): SlipFacts | null {
  const approval = approvalOf(state);
  if (approval === null) return null;
  const { amounts, installmentMonths } = intent;
  return { shop: settings.shop, practice: settings.mode === 'practice', saleNumber: slip.saleNumber, askedAt: slip.openedAt, trade: { kind: 'charge' }, amounts, installmentMonths, approval, saleTotalWon };
}

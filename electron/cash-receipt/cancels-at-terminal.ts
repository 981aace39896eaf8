/** The cancel of a receipt that the card terminal issued: whether it is asked, what it is asked with, what comes late, what a person read. */
import type { CashReceiptRecord, ReceiptCancelRecord } from '../../db/journal.ts';
import type { TradeEvent } from '../../domain/card-payment/machine.ts';
import type { ReceiptCancelEvent } from '../../domain/cash-receipt/cancel.ts';
import type { NotAsked } from '../../domain/cash-receipt/cancel-at-terminal.ts';
import { cancelCommand, cancelTradeOf, refusalOfNotAsked, stepCancelTrade } from '../../domain/cash-receipt/cancel-at-terminal.ts';
import type { Issue } from '../../domain/cash-receipt/machine.ts';
import type { Actor } from '../../domain/people.ts';
import { daysBetween, seoulDay } from '../../domain/seoul-time.ts';
import type { TerminalCapabilities } from '../../native/terminal/port.ts';
import type { LateResult } from '../card-payment/trades.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { ReceiptSettlement } from './at-terminal.ts';
import type { CancelWork } from './cancel-work.ts';
import { outcomeOfCancel, put } from './cancel-work.ts';
import { cancelAtTerminal, keptOutcome } from './terminal-request.ts';
import type { TerminalSubject } from './terminal-drive.ts';
import { driveAtTerminal, inquireAtTerminal, withdraw } from './terminal-drive.ts';

/** What its original, and the terminal as it is, make of a cancel that was not asked for yet. */
export function eventOfTerminalOriginal({ counter, atTerminal }: CancelWork, { intent }: ReceiptCancelRecord, { state }: CashReceiptRecord): ReceiptCancelEvent {
  if (state.name === 'failed' || state.name === 'rejected' || state.name === 'cancelled') return { type: 'original-absent' };
  if (!('approvalNumber' in state)) return notAsked('original-open');
  const why = whyNotAsked(atTerminal.trades.capabilities, { whole: intent.whole, fresh: atTerminal.fresh.has(intent.cancelId), original: state, today: seoulDay(counter.now().toISOString()) });
  if (why !== null) return notAsked(why);
  const { approvalNumber, tradeDate } = state;
  return { type: 'original-issued', approvalNumber, tradeDate, ask: { tradeNumber: intent.mgtKey, totalWon: intent.amounts.totalWon, original: { approvalNumber, tradeDate } } };
}

type AskedFor = { readonly whole: boolean; readonly fresh: boolean; readonly original: Issue; readonly today: string };

/** Null where the terminal is asked. */
function whyNotAsked({ limits, cashReceipt }: TerminalCapabilities, { whole, fresh, original, today }: AskedFor): NotAsked | null {
  if (limits.maxTotalWon === 0) return 'no-terminal';
  if (!whole) return 'in-part';
  const issuedOn = original.tradeDate.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  if (daysBetween(issuedOn, today) > cashReceipt.cancelWithinDays) return 'too-old';
  return fresh ? null : 'restart';
}

export function notAsked(why: NotAsked): ReceiptCancelEvent {
  return { type: 'not-asked', refusal: refusalOfNotAsked(why) };
}

/** Until the terminal, or nothing but a person, can say how it stands. */
export async function carryCancelAtTerminal(work: CancelWork, cancel: ReceiptCancelRecord): Promise<void> {
  const subject = await subjectOf(work, cancel);
  if (subject !== null) await driveAtTerminal(work.atTerminal, subject);
}

async function subjectOf(work: CancelWork, { intent, state }: ReceiptCancelRecord): Promise<TerminalSubject | null> {
  const { counter, atTerminal, receipts } = work;
  const { capabilities } = atTerminal.trades;
  const original = await receipts.current(intent.cashReceiptId);
  const asked = cancelTradeOf(state);
  if (original === null || asked === null) return null;
  return {
    id: intent.cancelId,
    tradeNumber: asked.tradeNumber,
    command: async () => {
      const now = (await counter.journal.receiptCancel(intent.cancelId))?.state;
      return now?.name === 'at-terminal' ? cancelCommand(now.trade, capabilities.inquiry) : 'nothing';
    },
    request: () => cancelAtTerminal(asked, { original, reason: intent.reason, capabilities }, counter.journal.unseal),
    tell: (event) => tell(work, intent.cancelId, event),
  };
}

/** One event at a time, held against the newest state: an answer, a late result and a person may come together. */
function tell(work: CancelWork, cancelId: string, event: TradeEvent, actor: Actor | null = null): Promise<Result<null>> {
  return work.atTerminal.exclusive(cancelId, async () => {
    const before = await work.counter.journal.receiptCancel(cancelId);
    const trade = before === null ? null : cancelTradeOf(before.state);
    if (before === null || trade === null) return refuse('card.not-in-this-stage');
    const next = stepCancelTrade(trade, event);
    if (typeof next === 'string') return refuse(next);
    const after = await put(work, before, { type: 'traded', event }, actor);
    return after.ok ? DONE : after;
  });
}

/** Whoever waits for it hears how it stands now. */
async function news(work: CancelWork, cancelId: string, told: Result<null>): Promise<Result<null>> {
  const now = told.ok ? await work.counter.journal.receiptCancel(cancelId) : null;
  if (now !== null) await work.signals.settled(now, outcomeOfCancel(now));
  return told;
}

/** A result nobody waited for; null: no cancel of ours has this trade. */
export async function tellLateCancel(work: CancelWork, { tradeNumber, outcome }: LateResult): Promise<Result<null> | null> {
  if (tradeNumber === '' || (outcome.state !== 'approved' && outcome.state !== 'declined' && outcome.state !== 'stopped')) return null;
  const cancelId = await cancelOfTrade(work, tradeNumber);
  return cancelId === null ? null : news(work, cancelId, await tell(work, cancelId, { type: 'late-result', outcome: keptOutcome(outcome) }));
}

/** It waits for its turn, and is not to be asked any more; null: no cancel of ours has this trade. */
export async function withdrawCancel(work: CancelWork, tradeNumber: string): Promise<Result<null> | null> {
  const cancelId = await cancelOfTrade(work, tradeNumber);
  return cancelId === null ? null : withdraw(work.atTerminal, cancelId, () => tell(work, cancelId, { type: 'withdrawn' }, work.counter.memory.signedIn));
}

async function cancelOfTrade({ counter }: CancelWork, tradeNumber: string): Promise<string | null> {
  const found = await counter.journal.receiptCancelByKey(tradeNumber);
  return found === null || cancelTradeOf(found.state) === null ? null : found.intent.cancelId;
}

/** What a person read at the terminal, and where. It moves no money: her own word is enough. */
export async function settleCancel(work: CancelWork, cancelId: string, { verdict, source }: ReceiptSettlement): Promise<Result<null>> {
  const { counter } = work;
  const by = counter.memory.signedIn;
  if (by === null) return refuse('people.not-signed-in');
  return news(work, cancelId, await tell(work, cancelId, { type: 'settled', verdict, source, by, manager: null, at: counter.now().toISOString() }, by));
}

/** Asking again changes nothing at the terminal. */
export async function inquireCancelAgain(work: CancelWork, cancelId: string): Promise<Result<null>> {
  const cancel = await work.counter.journal.receiptCancel(cancelId);
  const trade = cancel === null ? null : cancelTradeOf(cancel.state);
  if (cancel === null || trade?.state.name !== 'unknown') return refuse('card.not-in-this-stage');
  if (work.atTerminal.trades.capabilities.inquiry === 'none') return refuse('card.no-inquiry');
  const next = stepCancelTrade(trade, { type: 'inquiring' });
  if (typeof next === 'string') return refuse(next);
  const subject = work.drives.has(cancelId) ? null : await subjectOf(work, cancel);
  return subject === null || !(await inquireAtTerminal(work.atTerminal, subject)) ? DONE : news(work, cancelId, DONE);
}

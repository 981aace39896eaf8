/**
 * Carries out what a receipt asks of the card terminal. `asking` is durable before the first byte leaves, its answer before anything else
 * is done; what the journal could not take is kept and taken up again. A receipt is asked for in the drive that follows its intent and in
 * no other: one found `intended` later, after a restart say, is not asked any more.
 */
import type { CashReceiptRecord } from '../../db/journal.ts';
import type { EvidenceSource } from '../../domain/card-payment/approval.ts';
import type { TradeEvent, Verdict } from '../../domain/card-payment/machine.ts';
import { isOpen } from '../../domain/card-payment/machine.ts';
import { receiptTradeOf, stepReceiptTrade, terminalCommand } from '../../domain/cash-receipt/at-terminal.ts';
import type { Actor } from '../../domain/people.ts';
import type { LateResult } from '../card-payment/trades.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { Settled } from './outcomes.ts';
import { settledOf } from './outcomes.ts';
import { keptEvent, keptOutcome, terminalRequest } from './terminal-request.ts';
import type { ReceiptWork } from './work.ts';
import { load, put, tellIfFailed } from './work.ts';

export type ReceiptSettlement = { readonly verdict: Verdict; readonly source: EvidenceSource };

/** A drive takes no more steps than this: asked, inquired once, and what was left of an earlier one. */
const STEPS_PER_DRIVE = 4;

/** Until the terminal, or nothing but a person, can say how the receipt stands. */
export async function carryAtTerminal(work: ReceiptWork, start: CashReceiptRecord): Promise<Settled> {
  const { cashReceiptId } = start;
  const current = () => work.records.get(cashReceiptId) ?? start;
  for (let steps = 0; steps < STEPS_PER_DRIVE; steps += 1) {
    const before = current();
    await stepAtTerminal(work, before);
    // Nothing was written: another try at once would end the same way.
    if (current().state === before.state) break;
  }
  return settledOf(current().state);
}

async function stepAtTerminal(work: ReceiptWork, receipt: CashReceiptRecord): Promise<void> {
  const { fresh, unwritten, trades } = work.atTerminal;
  const { cashReceiptId, state } = receipt;
  const trade = receiptTradeOf(state);
  if (trade === null || state.name !== 'at-terminal') return;
  const said = unwritten.get(cashReceiptId);
  if (said !== undefined) return hear(work, receipt, said);
  switch (terminalCommand(trade, trades.capabilities.inquiry)) {
    case 'ask':
      return fresh.delete(cashReceiptId) ? ask(work, receipt) : restarted(work, cashReceiptId);
    case 'await-answer':
      return restarted(work, cashReceiptId);
    case 'inquire':
      return inquire(work, receipt);
    case 'ask-person':
    case 'nothing':
      return;
  }
}

/** Nobody waits for the answer any more: the drive that asked has ended without one. */
async function restarted(work: ReceiptWork, cashReceiptId: string): Promise<void> {
  await tell(work, cashReceiptId, { type: 'restarted' });
}

/** In the terminal's turn: while a card is being charged nothing is asked, and nothing is said to have been. */
async function ask(work: ReceiptWork, receipt: CashReceiptRecord): Promise<void> {
  const { counter, atTerminal } = work;
  await atTerminal.trades.inTurn(async () => {
    const asked = await tell(work, receipt.cashReceiptId, { type: 'asking' });
    if (asked.ok) await hear(work, receipt, await atTerminal.trades.issueReceipt(terminalRequest(receipt, counter.journal.unseal)));
  });
}

async function inquire(work: ReceiptWork, receipt: CashReceiptRecord): Promise<void> {
  const { counter, atTerminal } = work;
  await atTerminal.trades.inTurn(async () => {
    const asked = await tell(work, receipt.cashReceiptId, { type: 'inquiring' });
    if (asked.ok) await hear(work, receipt, await atTerminal.trades.inquireReceipt(terminalRequest(receipt, counter.journal.unseal)));
  });
}

async function hear(work: ReceiptWork, { cashReceiptId, mgtKey }: CashReceiptRecord, given: TradeEvent): Promise<void> {
  const { unwritten, untaken } = work.atTerminal;
  const event = keptEvent(given);
  const told = await tell(work, cashReceiptId, event);
  if (!told.ok && told.code.startsWith('journal.')) return void unwritten.set(cashReceiptId, event);
  unwritten.delete(cashReceiptId);
  if (told.ok) return;
  if (event.type === 'answered') untaken({ tradeNumber: mgtKey, outcome: event.outcome });
  if (event.type === 'inquiry-answered' && event.answer.state === 'found') untaken({ tradeNumber: mgtKey, outcome: event.answer.outcome });
}

/** One event at a time, held against the newest state: an answer, a late result and a person may come together. */
function tell(work: ReceiptWork, cashReceiptId: string, event: TradeEvent, actor: Actor | null = null): Promise<Result<null>> {
  return work.atTerminal.exclusive(async () => {
    const before = await load(work, cashReceiptId);
    const trade = before === null ? null : receiptTradeOf(before.state);
    if (before === null || trade === null) return refuse('card.not-in-this-stage');
    const next = stepReceiptTrade(trade, event);
    if (typeof next === 'string') return refuse(next);
    const after = await put(work, before, { type: 'traded', event }, actor);
    return after.ok ? DONE : after;
  });
}

/** A result nobody waited for; null: no receipt of ours has this trade. */
export async function tellLateReceipt(work: ReceiptWork, { tradeNumber, outcome }: LateResult): Promise<Result<null> | null> {
  if (tradeNumber === '' || (outcome.state !== 'approved' && outcome.state !== 'declined' && outcome.state !== 'stopped')) return null;
  const known = [...work.records.values()].find(({ mgtKey }) => mgtKey === tradeNumber) ?? (await work.counter.journal.cashReceiptByKey(tradeNumber));
  if (known === null || receiptTradeOf(known.state) === null) return null;
  const told = await tell(work, known.cashReceiptId, { type: 'late-result', outcome: keptOutcome(outcome) });
  if (told.ok) tellIfFailed(work, known.cashReceiptId);
  return told;
}

/** What a person read at the terminal, and where. It moves no money: her own word is enough. */
export async function settleReceipt(work: ReceiptWork, cashReceiptId: string, { verdict, source }: ReceiptSettlement): Promise<Result<null>> {
  const { counter } = work;
  const by = counter.memory.signedIn;
  if (by === null) return refuse('people.not-signed-in');
  return tell(work, cashReceiptId, { type: 'settled', verdict, source, by, manager: null, at: counter.now().toISOString() }, by);
}

/** Asking again changes nothing at the terminal. */
export async function inquireReceiptAgain(work: ReceiptWork, cashReceiptId: string): Promise<Result<null>> {
  const receipt = await load(work, cashReceiptId);
  const trade = receipt === null ? null : receiptTradeOf(receipt.state);
  if (receipt === null || trade?.state.name !== 'unknown') return refuse('card.not-in-this-stage');
  if (work.atTerminal.trades.capabilities.inquiry === 'none') return refuse('card.no-inquiry');
  const next = stepReceiptTrade(trade, { type: 'inquiring' });
  if (typeof next === 'string') return refuse(next);
  if (work.drives.has(cashReceiptId)) return DONE;
  await inquire(work, receipt);
  return DONE;
}

/** Nothing but a person, or a late result, can say how it stands. */
export function waitsForPerson(receipt: CashReceiptRecord | undefined): boolean {
  const trade = receipt === undefined ? null : receiptTradeOf(receipt.state);
  return trade !== null && isOpen(trade.state);
}

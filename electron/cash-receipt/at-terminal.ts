/** A receipt at the card terminal: driven there (terminal-drive.ts), told what comes late, settled by what a person read. */
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
import type { TerminalCommand, TerminalSubject } from './terminal-drive.ts';
import { driveAtTerminal, inquireAtTerminal, withdraw } from './terminal-drive.ts';
import { keptOutcome, terminalRequest } from './terminal-request.ts';
import type { ReceiptWork } from './work.ts';
import { load, put, tellIfFailed } from './work.ts';

export type ReceiptSettlement = { readonly verdict: Verdict; readonly source: EvidenceSource };

/** Until the terminal, or nothing but a person, can say how the receipt stands. */
export async function carryAtTerminal(work: ReceiptWork, start: CashReceiptRecord): Promise<Settled> {
  await driveAtTerminal(work.atTerminal, subjectOf(work, start));
  return settledOf((work.records.get(start.cashReceiptId) ?? start).state);
}

function subjectOf(work: ReceiptWork, receipt: CashReceiptRecord): TerminalSubject {
  const { cashReceiptId, mgtKey } = receipt;
  return {
    id: cashReceiptId,
    tradeNumber: mgtKey,
    command: async () => commandOf(work, (await load(work, cashReceiptId)) ?? receipt),
    request: () => terminalRequest(receipt, work.counter.journal.unseal),
    tell: (event) => tell(work, cashReceiptId, event),
  };
}

function commandOf({ atTerminal }: ReceiptWork, { state }: CashReceiptRecord): TerminalCommand {
  return state.name === 'at-terminal' ? terminalCommand(state.trade, atTerminal.trades.capabilities.inquiry) : 'nothing';
}

/** One event at a time, held against the newest state: an answer, a late result and a person may come together. */
function tell(work: ReceiptWork, cashReceiptId: string, event: TradeEvent, actor: Actor | null = null): Promise<Result<null>> {
  return work.atTerminal.exclusive(cashReceiptId, async () => {
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
  const known = await receiptOfTrade(work, tradeNumber);
  if (known === null) return null;
  const told = await tell(work, known.cashReceiptId, { type: 'late-result', outcome: keptOutcome(outcome) });
  if (told.ok) tellIfFailed(work, known.cashReceiptId);
  return told;
}

/** It waits for its turn, and is not to be asked any more; null: no receipt of ours has this trade. */
export async function withdrawReceipt(work: ReceiptWork, tradeNumber: string): Promise<Result<null> | null> {
  const known = await receiptOfTrade(work, tradeNumber);
  if (known === null) return null;
  const { cashReceiptId } = known;
  return withdraw(work.atTerminal, cashReceiptId, () => tell(work, cashReceiptId, { type: 'withdrawn' }, work.counter.memory.signedIn));
}

async function receiptOfTrade({ records, counter }: ReceiptWork, tradeNumber: string): Promise<CashReceiptRecord | null> {
  const known = [...records.values()].find(({ mgtKey }) => mgtKey === tradeNumber) ?? (await counter.journal.cashReceiptByKey(tradeNumber));
  return known === null || receiptTradeOf(known.state) === null ? null : known;
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
  if (!work.drives.has(cashReceiptId)) await inquireAtTerminal(work.atTerminal, subjectOf(work, receipt));
  return DONE;
}

/** Nothing but a person, or a late result, can say how it stands. */
export function waitsForPerson(receipt: CashReceiptRecord | undefined): boolean {
  const trade = receipt === undefined ? null : receiptTradeOf(receipt.state);
  return trade !== null && isOpen(trade.state);
}

/**
 * What is asked of the card terminal for cash receipts: their issue, and their cancel. `asking` is durable before the first byte leaves,
 * its answer before anything else is done; what the journal could not take is kept and taken up again. A thing is asked for in the drive
 * that follows its intent and in no other: one found `intended` later, after a restart say, is not asked any more.
 */
import type { TradeEvent } from '../../domain/card-payment/machine.ts';
import type { LateResult, ReceiptRequest, Trades } from '../card-payment/trades.ts';
import type { OneAtATimeEach } from '../one-at-a-time.ts';
import { oneAtATimeEach } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { keptEvent } from './terminal-request.ts';

export type ReceiptTrades = Pick<Trades, 'capabilities' | 'inTurn' | 'sendReceipt' | 'inquireReceipt'>;

/** What receipts at the terminal share, and what their cancels share. */
export type AtTerminal = {
  readonly trades: ReceiptTrades;
  /** A result its receipt could not take: no news, or kept and shown to a person. */
  readonly untaken: (late: LateResult) => void;
  /** Those that may be asked for: their intent is of this run, and they were not asked yet. By id. */
  readonly fresh: Set<string>;
  /** What the terminal said while the journal could not take it. */
  readonly unwritten: Map<string, TradeEvent>;
  /** Those that wait for their turn; called, one waits no longer. */
  readonly waiting: Map<string, () => void>;
  /** By id. */
  readonly exclusive: OneAtATimeEach;
};

export function newAtTerminal(trades: ReceiptTrades, untaken: (late: LateResult) => void): AtTerminal {
  return { trades, untaken, fresh: new Set(), unwritten: new Map(), waiting: new Map(), exclusive: oneAtATimeEach() };
}

export type TerminalCommand = 'ask' | 'inquire' | 'await-answer' | 'ask-person' | 'nothing';

/** A receipt, or a cancel, that the terminal is asked for. */
export type TerminalSubject = {
  readonly id: string;
  readonly tradeNumber: string;
  /** As it stands now. */
  readonly command: () => Promise<TerminalCommand>;
  readonly request: () => ReceiptRequest;
  /** Written against the newest state; refused where the trade takes no such news. */
  readonly tell: (event: TradeEvent) => Promise<Result<null>>;
};

/** A drive takes no more steps than this: asked, inquired once, and what was left of an earlier one. */
const STEPS_PER_DRIVE = 4;

/** Until the terminal, or nothing but a person, can say how it stands. Nothing written: another try at once would end the same way. */
export async function driveAtTerminal(at: AtTerminal, subject: TerminalSubject): Promise<void> {
  for (let steps = 0; steps < STEPS_PER_DRIVE; steps += 1) if (!(await step(at, subject))) return;
}

async function step(at: AtTerminal, subject: TerminalSubject): Promise<boolean> {
  const said = at.unwritten.get(subject.id);
  if (said !== undefined) return hear(at, subject, said);
  switch (await subject.command()) {
    case 'ask':
      return at.fresh.delete(subject.id) ? ask(at, subject) : restarted(subject);
    case 'await-answer':
      return restarted(subject);
    case 'inquire':
      return inquireAtTerminal(at, subject);
    case 'ask-person':
    case 'nothing':
      return false;
  }
}

/** Nobody waits for the answer any more: the drive that asked has ended without one. */
async function restarted({ tell }: TerminalSubject): Promise<boolean> {
  return (await tell({ type: 'restarted' })).ok;
}

/** In the terminal's turn: while a card is being charged nothing is asked, and nothing is said to have been. */
async function ask(at: AtTerminal, subject: TerminalSubject): Promise<boolean> {
  const { id } = subject;
  const takenBack = new Promise<boolean>((resolve) => at.waiting.set(id, () => resolve(true)));
  const turn = inTurn(at, async () => {
    at.waiting.delete(id);
    // One that was taken back takes no `asking` any more, and without it nothing is sent.
    const asked = await subject.tell({ type: 'asking' });
    if (asked.ok) await hear(at, subject, await at.trades.sendReceipt(subject.request()));
    return asked.ok;
  });
  return Promise.race([turn, takenBack]).finally(() => at.waiting.delete(id));
}

/** It waits for its turn, and is taken back: whoever waits for it goes on at once. */
export async function withdraw({ waiting }: AtTerminal, id: string, tell: () => Promise<Result<null>>): Promise<Result<null>> {
  const told = await tell();
  if (told.ok) waiting.get(id)?.();
  return told;
}

/** Asking about it changes nothing at the terminal. */
export async function inquireAtTerminal(at: AtTerminal, subject: TerminalSubject): Promise<boolean> {
  return inTurn(at, async () => {
    const asked = await subject.tell({ type: 'inquiring' });
    if (asked.ok) await hear(at, subject, await at.trades.inquireReceipt(subject.request()));
    return asked.ok;
  });
}

/** False also where too many wait for the terminal already. */
async function inTurn({ trades }: AtTerminal, job: () => Promise<boolean>): Promise<boolean> {
  return (await trades.inTurn(job)) === true;
}

async function hear({ unwritten, untaken }: AtTerminal, { id, tradeNumber, tell }: TerminalSubject, given: TradeEvent): Promise<boolean> {
  const event = keptEvent(given);
  const told = await tell(event);
  if (!told.ok && told.code.startsWith('journal.')) {
    unwritten.set(id, event);
    return false;
  }
  unwritten.delete(id);
  if (told.ok) return true;
  if (event.type === 'answered') untaken({ tradeNumber, outcome: event.outcome });
  if (event.type === 'inquiry-answered' && event.answer.state === 'found') untaken({ tradeNumber, outcome: event.answer.outcome });
  return false;
}

/**
 * One trade on one connection, step by step:
 *
 *   link check → request → ACK → (D, F: wait on) → A110 → ACK ACK → result → confirm → EOT
 *
 * Until the request is written nothing can have happened. From then on only E, Q or a result whose code nobody calls normal prove that no
 * money moved; silence, a dropped line, NAK and damaged answers are `unknown`. Nothing is sent twice but ACK ACK, once, on NAK.
 */
import type { Line } from '../../wire/line.ts';
import { isFault } from '../../wire/reader.ts';
import type { TerminalLimits, TradeEvents, TradeOutcome, TradeRequest, UnaskedResult } from '../port.ts';
import { CAT_ABORT, CAT_ACK, CAT_ACK_ACK, encodeCatConfirm, type CatFrame } from './codec.ts';
import { approvalOf, belongingOf, judge } from './judge.ts';
import { CONFIRM_OF } from './messages.ts';

export type CatTrade = {
  readonly request: TradeRequest;
  readonly bytes: Uint8Array;
  readonly limits: TerminalLimits;
  readonly events: TradeEvents;
  readonly onUnasked: (result: UnaskedResult) => void;
  /** What the driver asks for while the trade is under way. */
  readonly progress: { stage: 'before-request' | 'customer' | 'approving' | 'over'; aborted: boolean };
};

type Result = Extract<CatFrame, { kind: 'result' }>;

/** `awaited`: the answer may still come on this line; it is worth listening on. */
export type CatTradeEnd = { readonly outcome: TradeOutcome; readonly awaited: boolean };

const over = (outcome: TradeOutcome): CatTradeEnd => ({ outcome, awaited: false });
/** A trade has some ten frames; one with more than this is given up. */
const MAX_FRAMES = 500;

export async function runTrade(line: Line<CatFrame>, trade: CatTrade): Promise<CatTradeEnd> {
  const { progress, limits, events } = trade;
  const silent = await checkLink(line, limits.linkCheckTimeoutMs);
  if (silent) return over(silent);
  if (progress.aborted) return over({ state: 'cancelled', by: 'counter' });
  events.onStage?.('asking-terminal');
  progress.stage = 'customer';
  const written = await line.write(trade.bytes);
  if (!written.ok && !written.mayHaveLeft) return over({ state: 'not-sent', cause: 'unreachable', detail: written.detail });
  if (!written.ok) return over({ state: 'unknown', reason: 'not-written-whole', detail: written.detail });
  try {
    return await awaitResult(line, trade);
  } finally {
    progress.stage = 'over';
  }
}

/** The terminal's word that it is there, before anything that moves money. A second ACK may follow and means nothing more. */
export async function checkLink(line: Line<CatFrame>, timeoutMs: number): Promise<(TradeOutcome & { state: 'not-sent' }) | undefined> {
  const written = await line.write(CAT_ACK);
  if (!written.ok) return { state: 'not-sent', cause: 'unreachable', detail: written.detail };
  for (let count = 0; count < MAX_FRAMES; count += 1) {
    const heard = await line.receive(timeoutMs);
    if (heard.kind === 'control' && heard.control === 'ACK') return undefined;
    if (heard.kind === 'dropped') return { state: 'not-sent', cause: 'unreachable', detail: heard.detail };
    if (heard.kind === 'timeout') return { state: 'not-sent', cause: 'silent', detail: `the terminal did not answer the link check within ${timeoutMs} ms` };
  }
  return { state: 'not-sent', cause: 'silent', detail: 'the terminal talks, but does not answer the link check' };
}

type Waiting = { deadline: number; acknowledged: boolean; refused: boolean; damaged: boolean; linkAnswers: number; timeUp: boolean };

async function awaitResult(line: Line<CatFrame>, trade: CatTrade): Promise<CatTradeEnd> {
  const state: Waiting = { deadline: performance.now() + trade.limits.customerTimeoutMs, acknowledged: false, refused: false, damaged: false, linkAnswers: 0, timeUp: false };
  for (let count = 0; count < MAX_FRAMES; count += 1) {
    const heard = await line.receive(Math.max(0, state.deadline - performance.now()));
    if (heard.kind === 'timeout') {
      if (performance.now() < state.deadline) continue;
      if (await abortForTime(line, trade, state)) continue;
      return { outcome: unanswered(state, trade.limits), awaited: line.isOpen() };
    }
    if (heard.kind === 'dropped') return over(state.damaged ? damagedAnswer() : { state: 'unknown', reason: 'line-dropped', detail: heard.detail });
    if (isFault(heard)) {
      // A result in shape, spoilt on the way: it is neither confirmed nor believed. The terminal may send it again.
      if (heard.code !== 'rubbish') state.damaged = true;
      continue;
    }
    const end = heard.kind === 'result' ? await takeResult(line, trade, heard) : await takeSign(line, trade, state, heard);
    if (end) return end;
  }
  return over({ state: 'unknown', reason: 'no-answer', detail: 'the terminal talks without end and gives no result' });
}

/** Nobody acted and nothing is being approved: the terminal is told once, and its word on it is waited for. */
async function abortForTime(line: Line<CatFrame>, { progress, limits }: CatTrade, state: Waiting): Promise<boolean> {
  if (progress.aborted || state.timeUp || state.refused || progress.stage !== 'customer') return false;
  state.timeUp = true;
  if (!(await line.write(CAT_ABORT)).ok) return false;
  state.deadline = performance.now() + limits.closingTimeoutMs;
  return true;
}

function unanswered(state: Waiting, limits: TerminalLimits): TradeOutcome {
  if (state.damaged) return damagedAnswer();
  if (state.refused) return { state: 'unknown', reason: 'nak', detail: 'the terminal refused the bytes and said nothing more' };
  return { state: 'unknown', reason: 'no-answer', detail: `no result within ${state.linkAnswers > 0 ? limits.approvalTimeoutMs : limits.customerTimeoutMs} ms` };
}

function damagedAnswer(): TradeOutcome {
  return { state: 'unknown', reason: 'damaged-answer', detail: 'an answer came whose check byte is wrong' };
}

/** Everything but results. Undefined: wait on. */
async function takeSign(line: Line<CatFrame>, trade: CatTrade, state: Waiting, heard: Exclude<CatFrame, Result>): Promise<CatTradeEnd | undefined> {
  const { events, limits, progress } = trade;
  switch (heard.kind) {
    case 'link-check':
      if (state.linkAnswers >= 2) return undefined;
      state.linkAnswers += 1;
      progress.stage = 'approving';
      state.deadline = performance.now() + limits.approvalTimeoutMs;
      events.onStage?.('approving');
      await line.write(CAT_ACK_ACK);
      return undefined;
    case 'notice':
      if (heard.notice === 'E') return over({ state: 'cancelled', by: progress.aborted ? 'counter' : state.timeUp ? 'time' : 'customer' });
      if (heard.notice === 'Q') return over({ state: 'declined', by: 'terminal', code: 'Q', message: '' });
      events.onStage?.(heard.notice === 'D' ? 'insert-card' : 'swipe-card');
      return undefined;
    case 'control':
      if (heard.control === 'NAK') await takeNak(line, trade, state);
      else if (heard.control === 'ACK' && !state.acknowledged) {
        state.acknowledged = true;
        events.onStage?.('waiting-for-customer');
      }
      return undefined;
    default:
      return undefined;
  }
}

/** To ACK ACK it is answered with ACK ACK, once. To a request it is no proof of anything: what comes after is waited for, not long. */
async function takeNak(line: Line<CatFrame>, trade: CatTrade, state: Waiting): Promise<void> {
  if (state.linkAnswers === 1) {
    state.linkAnswers = 2;
    await line.write(CAT_ACK_ACK);
    return;
  }
  state.refused = true;
  state.deadline = Math.min(state.deadline, performance.now() + trade.limits.closingTimeoutMs);
}

async function takeResult(line: Line<CatFrame>, trade: CatTrade, { code, values }: Result): Promise<CatTradeEnd | undefined> {
  const { request, events, onUnasked } = trade;
  const belonging = belongingOf(request, code, values);
  if (belonging === 'mismatched') {
    const claimed = approvalOf(values);
    return over({ state: 'unknown', reason: 'contradictory-answer', detail: `asked for ${request.kind}, and a result ${code} came`, claimed });
  }
  events.onStage?.('confirming');
  const closed = await confirm(line, code, trade.limits.closingTimeoutMs);
  if (belonging === 'ours') {
    const outcome = judge(request, values);
    return over(outcome.state === 'approved' && !closed ? { ...outcome, checks: [...outcome.checks, 'not-closed'] } : outcome);
  }
  onUnasked({ tradeNumber: String(values['merchantData'] ?? ''), outcome: outcomeOfForeign(values) });
  // The connection is good for one result, and this one was another's.
  return over({ state: 'unknown', reason: 'contradictory-answer', detail: 'the result of another trade came' });
}

export function outcomeOfForeign(values: Result['values']): UnaskedResult['outcome'] {
  const success = String(values['reply']) === '0000';
  const approval = approvalOf(values);
  if (success && /[^0]/.test(approval.approvalNumber)) return { state: 'approved', approval, checks: [] };
  if (success) return { state: 'unknown', reason: 'contradictory-answer', detail: 'the reply code is 0000, and there is no approval number', claimed: approval };
  return { state: 'declined', by: 'issuer', code: String(values['reply'] ?? ''), message: approval.message };
}

/** Says that the result is here; true when the terminal closed the trade. */
export async function confirm(line: Line<CatFrame>, code: string, timeoutMs: number): Promise<boolean> {
  const bytes = encodeCatConfirm(CONFIRM_OF[code] ?? '');
  if (!bytes.ok || !(await line.write(bytes.bytes)).ok) return false;
  const deadline = performance.now() + timeoutMs;
  for (let count = 0; count < MAX_FRAMES; count += 1) {
    const heard = await line.receive(Math.max(0, deadline - performance.now()));
    if (heard.kind === 'control' && heard.control === 'EOT') return true;
    if (heard.kind === 'timeout' || heard.kind === 'dropped') return false;
  }
  return false;
}

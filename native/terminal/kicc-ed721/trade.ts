/**
 * One call to an ED-721, and what is made of its answer. Request, ACK, answer, ACK from us.
 *
 * A transaction is never written twice. What proves that no money moved is an answer FF that came after the terminal took this request, or
 * an answer 00 with this trade's number and a reply code other than 0000. An FF before the ACK is the late end of an earlier trade.
 */
import type { Line } from '../../wire/line.ts';
import { isFault } from '../../wire/reader.ts';
import type { TerminalLimits, TradeEvents, TradeOutcome, TradeRequest, UnaskedResult } from '../port.ts';
import { encodeKiccFrame, KICC_ACK, type KiccBody, type KiccFrame, type Pairs, type TerminalInfo } from './codec.ts';
import { approvalOf, hasSucceeded, judge } from './judge.ts';

export const INITIALISE = '14/01';
export const INFORMATION = '14/02';
export const TRANSACTION = '14/04';

export type KiccCall = {
  readonly line: Line<KiccFrame>;
  readonly limits: TerminalLimits;
  /** 1 to 255, then 1 again. The terminal ignores it. */
  readonly nextCnt: () => number;
  /** A result that belongs to another trade: it has been acknowledged already. */
  readonly onForeign: (pairs: Pairs) => void;
  /** An answer FF before this call's own request: the end of the trade asked for last. */
  readonly onEnded: (body: KiccBody) => void;
};

type Job = Extract<KiccFrame, { kind: 'job' }>;
type Failed = { readonly ok: false; readonly cause: 'unreachable' | 'silent'; readonly detail: string };

const MAX_FRAMES = 500;
/** Of jobs that move no money, on NAK only. */
const MAX_TRIES = 3;

/** Drops whatever the terminal was at, and hears out what it still had to say. */
export async function initialise(call: KiccCall): Promise<{ readonly ok: true } | Failed> {
  const asked = await ask(call, INITIALISE, false);
  if (!asked.ok) return asked;
  for (let count = 0; count < MAX_FRAMES; count += 1) {
    const heard = await call.line.receive(call.limits.drainMs);
    if (heard.kind === 'timeout') return { ok: true };
    if (heard.kind === 'dropped') return { ok: false, cause: 'unreachable', detail: heard.detail };
    if (heard.kind === 'job') await takeEarlier(call, heard);
  }
  return { ok: false, cause: 'silent', detail: 'the terminal talks without end' };
}

export async function askInformation(call: KiccCall): Promise<{ readonly ok: true; readonly info: TerminalInfo | undefined } | Failed> {
  const asked = await ask(call, INFORMATION, true);
  return asked.ok ? { ok: true, info: asked.answer?.body.is === 'info' ? asked.answer.body.info : undefined } : asked;
}

/** A job that moves no money. With `withAnswer` its answer is the success, else the ACK. */
async function ask(call: KiccCall, job: string, withAnswer: boolean): Promise<{ readonly ok: true; readonly answer: Job | undefined } | Failed> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const written = await call.line.write(encodeKiccFrame(call.nextCnt(), job, new Uint8Array(0)));
    if (!written.ok) return { ok: false, cause: 'unreachable', detail: written.detail };
    const answer = await awaitJob(call, job, withAnswer);
    if (answer !== 'nak') return answer;
  }
  return { ok: false, cause: 'silent', detail: `the terminal refused ${job} ${MAX_TRIES} times` };
}

async function awaitJob(call: KiccCall, job: string, withAnswer: boolean): Promise<{ readonly ok: true; readonly answer: Job | undefined } | Failed | 'nak'> {
  const deadline = performance.now() + call.limits.linkCheckTimeoutMs;
  for (let count = 0; count < MAX_FRAMES; count += 1) {
    const heard = await call.line.receive(Math.max(0, deadline - performance.now()));
    if (heard.kind === 'dropped') return { ok: false, cause: 'unreachable', detail: heard.detail };
    if (heard.kind === 'timeout') return { ok: false, cause: 'silent', detail: `the terminal did not answer ${job} within ${call.limits.linkCheckTimeoutMs} ms` };
    if (heard.kind === 'control' && heard.control === 'NAK') return 'nak';
    if (heard.kind === 'control' && !withAnswer) return { ok: true, answer: undefined };
    if (heard.kind !== 'job') continue;
    if (heard.job !== job || heard.rcd === undefined) await takeEarlier(call, heard);
    else {
      await call.line.write(KICC_ACK);
      return { ok: true, answer: heard };
    }
  }
  return { ok: false, cause: 'silent', detail: 'the terminal talks without end' };
}

/** What comes between: acknowledged always, kept when it is a result. */
export async function takeOther(call: Pick<KiccCall, 'line' | 'onForeign'>, { rcd, body }: Job): Promise<void> {
  if (rcd === undefined) return;
  await call.line.write(KICC_ACK);
  if (rcd === '00' && body.is === 'pairs') call.onForeign(body.pairs);
}

/** Before a request of ours is out, whatever ends belongs to the trade before. */
async function takeEarlier(call: KiccCall, job: Job): Promise<void> {
  await takeOther(call, job);
  if (job.rcd === 'FF' && job.job === TRANSACTION) call.onEnded(job.body);
}

export type KiccTrade = { readonly request: TradeRequest; readonly data: Uint8Array; readonly events: TradeEvents; readonly progress: { stage: 'before-request' | 'customer' | 'over'; aborted: boolean } };

/** `settled`: the terminal has ended this trade and owes nothing. */
export type KiccTradeEnd = { readonly outcome: TradeOutcome; readonly settled: boolean };

export async function runTrade(call: KiccCall, trade: KiccTrade): Promise<KiccTradeEnd> {
  const { progress } = trade;
  if (progress.aborted) return { outcome: { state: 'cancelled', by: 'counter' }, settled: true };
  trade.events.onStage?.('asking-terminal');
  progress.stage = 'customer';
  const written = await call.line.write(encodeKiccFrame(call.nextCnt(), TRANSACTION, trade.data));
  if (!written.ok && !written.mayHaveLeft) return { outcome: { state: 'not-sent', cause: 'unreachable', detail: written.detail }, settled: true };
  if (!written.ok) return unsettled('not-written-whole', written.detail);
  try {
    return await awaitResult(call, trade);
  } finally {
    progress.stage = 'over';
  }
}

function unsettled(reason: 'no-answer' | 'line-dropped' | 'nak' | 'not-written-whole' | 'damaged-answer', detail: string): KiccTradeEnd {
  return { outcome: { state: 'unknown', reason, detail }, settled: false };
}

async function awaitResult(call: KiccCall, trade: KiccTrade): Promise<KiccTradeEnd> {
  const { limits, line } = call;
  const state = { deadline: performance.now() + limits.customerTimeoutMs, taken: false, refused: false, damaged: false };
  for (let count = 0; count < MAX_FRAMES; count += 1) {
    const heard = await line.receive(Math.max(0, state.deadline - performance.now()));
    if (heard.kind === 'timeout' && performance.now() < state.deadline) continue;
    if (heard.kind === 'timeout' || heard.kind === 'dropped') {
      if (state.damaged) return unsettled('damaged-answer', 'an answer came whose check is wrong');
      if (heard.kind === 'dropped') return unsettled('line-dropped', heard.detail);
      return state.refused ? unsettled('nak', 'the terminal refused the bytes and said nothing more') : unsettled('no-answer', `no answer within ${limits.customerTimeoutMs} ms`);
    }
    if (isFault(heard)) {
      if (heard.code !== 'rubbish') state.damaged = true;
      continue;
    }
    if (heard.kind === 'control') {
      if (heard.control === 'NAK' && !state.taken) {
        state.refused = true;
        state.deadline = Math.min(state.deadline, performance.now() + limits.closingTimeoutMs);
      } else if (heard.control === 'ACK' && !state.taken) {
        state.taken = true;
        trade.events.onStage?.('waiting-for-customer');
      }
      continue;
    }
    const outcome = await takeAnswer(call, trade, heard, state.taken);
    if (outcome) return { outcome, settled: true };
  }
  return unsettled('no-answer', 'the terminal talks without end and gives no answer');
}

/** Undefined: not this trade's answer, wait on. */
async function takeAnswer(call: KiccCall, { request, progress }: KiccTrade, job: Job, taken: boolean): Promise<TradeOutcome | undefined> {
  const isOurs = job.job === TRANSACTION && job.body.is === 'pairs' && job.rcd === '00' && (job.body.pairs['S23'] ?? '').trim() === request.tradeNumber;
  if (isOurs && job.body.is === 'pairs') {
    await call.line.write(KICC_ACK);
    return job.body.wellFormed ? judge(request, job.body.pairs) : { state: 'unknown', reason: 'contradictory-answer', detail: 'the answer is no list of pairs', claimed: approvalOf(job.body.pairs) };
  }
  if (job.job !== TRANSACTION || job.rcd !== 'FF') {
    await takeOther(call, job);
    return undefined;
  }
  await call.line.write(KICC_ACK);
  return taken ? endedBy(job.body, progress.aborted) : undefined;
}

/** An answer FF: no sale of that trade. */
export function endedBy(body: KiccBody, aborted: boolean): Extract<TradeOutcome, { state: 'cancelled' | 'declined' }> {
  const message = body.is === 'message' ? body.message : '';
  if (message === 'CANCELED') return { state: 'cancelled', by: aborted ? 'counter' : 'customer' };
  if (message === 'TIMEOUT') return { state: 'cancelled', by: 'time' };
  return { state: 'declined', by: 'terminal', code: 'FF', message };
}

/** A result with no request to compare with: by its own words alone. */
export function outcomeOfForeign(pairs: Pairs): UnaskedResult['outcome'] {
  const approval = approvalOf(pairs);
  if (hasSucceeded(pairs)) return { state: 'approved', approval, checks: [] };
  const code = (pairs['R04'] ?? '').trim();
  if (code === '' || code === '0000') return { state: 'unknown', reason: 'contradictory-answer', detail: 'it claims success and lacks what proves it', claimed: approval };
  return { state: 'declined', by: 'issuer', code, message: approval.message };
}

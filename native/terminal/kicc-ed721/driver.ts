/**
 * The one owner of a KICC ED-721, over serial or TCP (the terminal in its "SERVER" mode). The line stays open between trades: a sale keyed
 * on the terminal, or an answer after its time, comes without a request and is acknowledged, kept and reported.
 *
 * Before a trade the terminal must answer an information request; before the first one, and after one that was left unsettled, it is
 * initialised and heard out, because a trade left alone lives on in it and its late end would be taken for the next one's.
 */
import { createTransport } from '../../transport/create.ts';
import type { DeviceAddress } from '../../transport/port.ts';
import { openLine, type Line } from '../../wire/line.ts';
import { createTurns } from '../../wire/turns.ts';
import {
  DEFAULT_TERMINAL_LIMITS, faultOfTrade, type AbortOutcome, type InfoOutcome, type Inquiry, type InquiryOutcome, type NotSentCause, type Terminal, type TerminalCapabilities,
  type TerminalLimits, type TradeEvents, type TradeOutcome, type TradeRequest, type UnaskedResult,
} from '../port.ts';
import { createKiccReader, encodeKiccFrame, encodePairs, KICC_ACK, type KiccFrame, type Pairs } from './codec.ts';
import { faultOfRequest, judge, MAX_TOTAL_WON } from './judge.ts';
import { pairsOfInquiry, pairsOfTrade } from './request.ts';
import { askInformation, endedBy, INITIALISE, initialise, outcomeOfForeign, runTrade, takeOther, TRANSACTION, type KiccCall, type KiccTrade } from './trade.ts';

export const KICC_ED721_CAPABILITIES: TerminalCapabilities = {
  family: 'KICC ED-721',
  inquiry: 'try',
  networkReversal: false,
  tradeNumberEcho: 'always',
  stages: 'waiting-only',
  installments: { maxMonths: 99 },
  limits: { maxTotalWon: MAX_TOTAL_WON },
  taxFreePart: false,
  signature: { takenBy: 'terminal', saysWhetherTaken: true, handsPictureOver: true },
  cardCancel: { mayAskForCard: true },
  cashReceipt: { customerNumber: 'terminal', cancelReason: false, cancelWithinDays: 90 },
  abort: 'until-card-read',
  information: true,
};

export type KiccEd721Options = {
  readonly address: DeviceAddress;
  readonly limits?: Partial<TerminalLimits>;
  /** S00. New terminals take 002; one that stays silent on it may want 001. */
  readonly textVersion?: '001' | '002';
  /** A result nobody waits for. Called from the line: write it down and return. */
  readonly onUnasked?: (result: UnaskedResult) => void;
};

type Failed = { readonly ok: false; readonly cause: NotSentCause; readonly detail: string };

export function createKiccEd721(options: KiccEd721Options): Terminal {
  const limits: TerminalLimits = { ...DEFAULT_TERMINAL_LIMITS, ...options.limits };
  const version = options.textVersion ?? '002';
  const turns = createTurns(limits.maxRequests);
  const memory = createMemory(options.onUnasked ?? (() => undefined));
  const transport = createTransport(options.address, { openTimeoutMs: limits.connectTimeoutMs, writeTimeoutMs: limits.writeTimeoutMs });
  let line: Line<KiccFrame> | undefined;
  let idle: { readonly end: () => Promise<void> } | undefined;
  let under: { readonly line: Line<KiccFrame>; readonly progress: KiccTrade['progress'] } | undefined;
  /** False while the terminal may still be at an earlier trade. */
  let settled = false;
  let cnt = 0;
  const nextCnt = (): number => (cnt = (cnt % 255) + 1);

  async function call(): Promise<{ readonly ok: true; readonly call: KiccCall } | Failed> {
    await idle?.end();
    idle = undefined;
    if (line?.isOpen() !== true) {
      await line?.close();
      line = undefined;
      settled = false;
      const opened = await openLine(transport, createKiccReader());
      if (!opened.ok) return { ok: false, cause: 'unreachable', detail: opened.detail };
      line = opened.line;
    }
    return { ok: true, call: { line, limits, nextCnt, onForeign: memory.foreign, onEnded: memory.ended } };
  }

  /** A line nobody answers on is closed: what comes on it later could not be told from an answer. */
  async function hangUp(): Promise<void> {
    await line?.close();
    line = undefined;
  }

  function listen(): void {
    if (line?.isOpen() === true) idle = listenIdle(line, memory);
  }

  async function ready(): Promise<{ readonly ok: true; readonly call: KiccCall } | Failed> {
    const wasOpen = line?.isOpen() === true;
    const opened = await call();
    if (!opened.ok) return opened;
    const prepared = settled ? ({ ok: true } as const) : await initialise(opened.call);
    const answers = prepared.ok ? await askInformation(opened.call) : prepared;
    if (answers.ok) return opened;
    await hangUp();
    // A line kept from before may have died unnoticed. Nothing that moves money was sent on it, so a new one may be tried.
    return wasOpen && answers.cause === 'unreachable' ? ready() : answers;
  }

  async function tradeNow(request: TradeRequest, data: Uint8Array, events: TradeEvents): Promise<TradeOutcome> {
    events.onStage?.('connecting');
    const prepared = await ready();
    if (!prepared.ok) return { state: 'not-sent', cause: prepared.cause, detail: prepared.detail };
    const progress: KiccTrade['progress'] = { stage: 'before-request', aborted: false };
    under = { line: prepared.call.line, progress };
    memory.begins(request);
    try {
      const end = await runTrade(prepared.call, { request, data, events, progress });
      settled = end.settled;
      if (end.settled) memory.ends();
      return end.outcome;
    } finally {
      under = undefined;
      listen();
    }
  }

  async function inquireNow({ of: asked, inquiryNumber }: Inquiry, data: Uint8Array): Promise<InquiryOutcome> {
    const opened = await call();
    if (!opened.ok) return { state: 'not-sent', cause: opened.cause, detail: opened.detail };
    settled = false;
    const written = await opened.call.line.write(encodeKiccFrame(nextCnt(), TRANSACTION, data));
    if (!written.ok) return { state: 'not-sent', cause: 'unreachable', detail: written.detail };
    const outcome = await awaitStored(opened.call, asked, inquiryNumber);
    if (outcome.state === 'found') memory.ends();
    listen();
    return outcome;
  }

  async function infoNow(): Promise<InfoOutcome> {
    const opened = await call();
    if (!opened.ok) return { state: 'absent', cause: opened.cause, detail: opened.detail };
    const answer = await askInformation(opened.call);
    if (!answer.ok) await hangUp();
    listen();
    if (!answer.ok) return { state: 'absent', cause: answer.cause, detail: answer.detail };
    const { model = '', version: program = '', serial = '', tid = '' } = answer.info ?? {};
    return { state: 'answers', model, version: program, serial, terminalId: tid };
  }

  /** UNCERTAIN in the sheet whether it can stop a trade whose approval runs: so its answer is waited for, and silence is unknown. */
  async function abort(): Promise<AbortOutcome> {
    if (under === undefined || under.progress.stage === 'over') return { state: 'nothing-under-way' };
    if (under.progress.aborted) return { state: 'too-late' };
    under.progress.aborted = true;
    if (under.progress.stage === 'before-request') return { state: 'asked' };
    const written = await under.line.write(encodeKiccFrame(nextCnt(), INITIALISE, new Uint8Array(0)));
    return written.ok ? { state: 'asked' } : { state: 'not-written', detail: written.detail };
  }

  return {
    capabilities: KICC_ED721_CAPABILITIES,
    trade: async (request, events = {}) => {
      const invalid = faultOfTrade(request, KICC_ED721_CAPABILITIES) ?? unsupportedPart(request);
      if (invalid !== undefined) return { state: 'not-sent', cause: 'invalid', detail: invalid };
      const data = written(pairsOfTrade(request, version));
      if (!data.ok) return { state: 'not-sent', cause: 'invalid', detail: data.reason };
      return turns.take(() => tradeNow(request, data.bytes, events), (why) => ({ state: 'not-sent', cause: why, detail: refusedText(why) }));
    },
    inquire: async (inquiry) => {
      const data = written(pairsOfInquiry(inquiry.inquiryNumber, version));
      if (!data.ok) return { state: 'not-sent', cause: 'invalid', detail: data.reason };
      if (inquiry.inquiryNumber === inquiry.of.tradeNumber) return { state: 'not-sent', cause: 'invalid', detail: 'an inquiry needs a number of its own' };
      return turns.take(() => inquireNow(inquiry, data.bytes), (why) => ({ state: 'not-sent', cause: why, detail: refusedText(why) }));
    },
    abort,
    info: () => turns.take(infoNow, (why) => ({ state: 'absent', cause: why, detail: refusedText(why) })),
    close: async () => {
      await turns.close();
      await idle?.end();
      await hangUp();
    },
  };
}

/** The customer keys the number on the terminal: one that was given would be silently left out, so it is refused. */
function unsupportedPart(request: TradeRequest): string | undefined {
  return 'customerNumber' in request && request.customerNumber !== undefined ? 'this terminal asks for the customer number itself' : undefined;
}

function written(pairs: Pairs): ReturnType<typeof encodePairs> {
  const reason = faultOfRequest(pairs);
  return reason === undefined ? encodePairs(pairs) : { ok: false, reason };
}

function refusedText(why: 'busy' | 'closed'): string {
  return why === 'busy' ? 'too many requests wait for this terminal' : 'the terminal was closed';
}

/** FAIL, silence or another trade's result say nothing about the one that was asked for. */
async function awaitStored(call: KiccCall, asked: TradeRequest, inquiryNumber: string): Promise<InquiryOutcome> {
  const deadline = performance.now() + call.limits.inquiryTimeoutMs;
  let taken = false;
  while (performance.now() < deadline) {
    const heard = await call.line.receive(Math.max(0, deadline - performance.now()));
    if (heard.kind === 'dropped') return { state: 'no-evidence', detail: heard.detail };
    if (heard.kind === 'control' && heard.control === 'NAK') return { state: 'no-evidence', detail: 'the terminal refused the question' };
    if (heard.kind === 'control') taken = true;
    if (heard.kind !== 'job') continue;
    if (heard.job !== TRANSACTION || heard.rcd === undefined) {
      await takeOther(call, heard);
      continue;
    }
    await call.line.write(KICC_ACK);
    // Before its ACK it answers something earlier.
    if (heard.rcd === 'FF' && !taken) continue;
    if (heard.body.is !== 'pairs') return { state: 'no-evidence', detail: heard.body.is === 'message' ? heard.body.message : 'no stored result' };
    return evidenceIn(heard.body.pairs, asked, inquiryNumber);
  }
  return { state: 'no-evidence', detail: `no answer within ${call.limits.inquiryTimeoutMs} ms` };
}

function evidenceIn(pairs: Pairs, asked: TradeRequest, inquiryNumber: string): InquiryOutcome {
  const number = (pairs['S23'] ?? '').trim();
  if (number === inquiryNumber || number === '') return { state: 'no-evidence', detail: 'the stored result does not name its trade' };
  if (number !== asked.tradeNumber) return { state: 'no-evidence', detail: 'the stored result is of another trade', other: number };
  const outcome = judge(asked, pairs);
  return outcome.state === 'unknown' ? { state: 'no-evidence', detail: outcome.detail } : { state: 'found', outcome };
}

type Memory = {
  begins(request: TradeRequest): void;
  /** Its answer is here: the same again is only a repetition. */
  ends(): void;
  foreign(pairs: Pairs): void;
  /** An answer FF while nobody waits. */
  ended(body: Parameters<typeof endedBy>[0]): void;
};

const MAX_REMEMBERED = 32;

/** Which trades were answered, and which one was asked for last: a late answer finds its trade, and a repeated one is told once. */
function createMemory(onUnasked: (result: UnaskedResult) => void): Memory {
  let open: TradeRequest | undefined;
  let last: TradeRequest | undefined;
  const answered: string[] = [];
  const close = (tradeNumber: string): void => {
    if (open?.tradeNumber === tradeNumber) open = undefined;
    answered.push(tradeNumber);
    if (answered.length > MAX_REMEMBERED) answered.shift();
  };
  return {
    begins: (request) => {
      last = request;
      open = request;
    },
    ends: () => last && close(last.tradeNumber),
    foreign: (pairs) => {
      const tradeNumber = (pairs['S23'] ?? '').trim();
      if (tradeNumber !== '' && answered.includes(tradeNumber)) return;
      const outcome = open?.tradeNumber === tradeNumber ? judge(open, pairs) : outcomeOfForeign(pairs);
      if (tradeNumber !== '') close(tradeNumber);
      onUnasked({ tradeNumber, outcome });
    },
    ended: (body) => {
      if (open === undefined) return;
      const { tradeNumber } = open;
      close(tradeNumber);
      onUnasked({ tradeNumber, outcome: endedBy(body, false) });
    },
  };
}

function listenIdle(line: Line<KiccFrame>, memory: Memory): { readonly end: () => Promise<void> } {
  let ended = false;
  const FOREVER_MS = 2 ** 31 - 1;
  async function run(): Promise<void> {
    while (!ended && line.isOpen()) {
      const heard = await line.receive(FOREVER_MS);
      if (heard.kind === 'dropped') return;
      if (heard.kind !== 'job' || heard.rcd === undefined) continue;
      if (heard.rcd === '00') await takeOther({ line, onForeign: memory.foreign }, heard);
      else {
        await line.write(KICC_ACK);
        if (heard.job === TRANSACTION) memory.ended(heard.body);
      }
    }
  }
  const done = run();
  return {
    end: async () => {
      ended = true;
      line.interrupt();
      await done;
    },
  };
}

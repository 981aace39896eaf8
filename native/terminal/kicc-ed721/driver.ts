/**
 * The one owner of a KICC ED-721, over serial or TCP (the terminal in its "SERVER" mode). The line stays open between trades: a sale keyed
 * on the terminal, or an answer after its time, comes without a request and is acknowledged, kept and reported.
 *
 * Before a trade the terminal must answer an information request; before the first one, and after one that was left unsettled, it is
 * initialised and heard out, because a trade left alone lives on in it and its late end would be taken for the next one's.
 */
import type { DeviceAddress } from '../../transport/port.ts';
import { createTurns } from '../../wire/turns.ts';
import {
  DEFAULT_TERMINAL_LIMITS, faultOfTrade, type AbortOutcome, type InfoOutcome, type Inquiry, type InquiryOutcome, type Terminal, type TerminalCapabilities, type TerminalLimits,
  type TradeEvents, type TradeOutcome, type TradeRequest, type UnaskedResult,
} from '../port.ts';
import { encodeKiccFrame, encodePairs, type Pairs } from './codec.ts';
import { awaitStored } from './inquiry.ts';
import { faultOfRequest, MAX_TOTAL_WON } from './judge.ts';
import { createMemory, type Memory } from './memory.ts';
import { pairsOfInquiry, pairsOfTrade } from './request.ts';
import { createStation, type Station } from './station.ts';
import { askInformation, INITIALISE, runTrade, TRANSACTION, type KiccCall, type KiccTrade } from './trade.ts';

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

/** `line` is there from the moment the terminal has answered. */
type Under = { line: KiccCall['line'] | undefined; readonly progress: KiccTrade['progress'] };

export function createKiccEd721(options: KiccEd721Options): Terminal {
  const limits: TerminalLimits = { ...DEFAULT_TERMINAL_LIMITS, ...options.limits };
  const version = options.textVersion ?? '002';
  const turns = createTurns(limits.maxRequests);
  const memory = createMemory(options.onUnasked ?? (() => undefined));
  const station = createStation(options.address, limits, memory);
  let under: Under | undefined;
  /** An answer that is late may come until then. */
  let awaitedUntil = 0;

  async function tradeNow(request: TradeRequest, data: Uint8Array, events: TradeEvents): Promise<TradeOutcome> {
    const progress: KiccTrade['progress'] = { stage: 'before-request', aborted: false };
    const mine: Under = { line: undefined, progress };
    under = mine;
    try {
      events.onStage?.('connecting');
      const prepared = await station.ready();
      if (!prepared.ok) return { state: 'not-sent', cause: prepared.cause, detail: prepared.detail };
      mine.line = prepared.call.line;
      memory.begins(request);
      const end = await runTrade(prepared.call, { request, data, events, progress });
      station.setSettled(end.settled);
      if (end.settled) memory.ends();
      else awaitedUntil = performance.now() + limits.lingerMs;
      return end.outcome;
    } finally {
      under = undefined;
      station.listen();
    }
  }

  /** A terminal that is asked while it is at a trade may be silent, and a silent line is hung up: the answer would go with it. */
  function isOccupied(): boolean {
    return !turns.isIdle() || (station.isOpen() && memory.awaits() && performance.now() < awaitedUntil);
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
      return turns.take(() => inquireNow(station, memory, inquiry, data.bytes), (why) => ({ state: 'not-sent', cause: why, detail: refusedText(why) }));
    },
    abort: () => abort(under, station),
    info: async () => (isOccupied() ? OCCUPIED : turns.take(() => infoNow(station), (why) => ({ state: 'absent', cause: why, detail: refusedText(why) }))),
    close: async () => {
      await turns.close();
      await station.close();
    },
  };
}

const OCCUPIED: InfoOutcome = { state: 'absent', cause: 'busy', detail: 'a trade is under way, or the answer of one is still awaited' };

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

async function inquireNow(station: Station, memory: Memory, { of: asked, inquiryNumber }: Inquiry, data: Uint8Array): Promise<InquiryOutcome> {
  const opened = await station.call();
  if (!opened.ok) return { state: 'not-sent', cause: opened.cause, detail: opened.detail };
  station.setSettled(false);
  const written = await opened.call.line.write(encodeKiccFrame(station.nextCnt(), TRANSACTION, data));
  if (!written.ok) return { state: 'not-sent', cause: 'unreachable', detail: written.detail };
  const outcome = await awaitStored(opened.call, asked, inquiryNumber);
  if (outcome.state === 'found') memory.ends();
  station.listen();
  return outcome;
}

async function infoNow(station: Station): Promise<InfoOutcome> {
  const opened = await station.call();
  if (!opened.ok) return { state: 'absent', cause: opened.cause, detail: opened.detail };
  const answer = await askInformation(opened.call);
  if (!answer.ok) await station.hangUp();
  station.listen();
  if (!answer.ok) return { state: 'absent', cause: answer.cause, detail: answer.detail };
  const { model = '', version = '', serial = '', tid = '' } = answer.info ?? {};
  return { state: 'answers', model, version, serial, terminalId: tid };
}

/** UNCERTAIN in the sheet whether it can stop a trade whose approval runs: so its answer is waited for, and silence is unknown. */
async function abort(under: Under | undefined, station: Station): Promise<AbortOutcome> {
  if (under === undefined || under.progress.stage === 'over') return { state: 'nothing-under-way' };
  if (under.progress.aborted) return { state: 'too-late' };
  under.progress.aborted = true;
  if (under.progress.stage === 'before-request' || under.line === undefined) return { state: 'asked' };
  const written = await under.line.write(encodeKiccFrame(station.nextCnt(), INITIALISE, new Uint8Array(0)));
  return written.ok ? { state: 'asked' } : { state: 'not-written', detail: written.detail };
}

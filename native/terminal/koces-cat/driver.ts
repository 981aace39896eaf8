/**
 * The one owner of a KOCES CAT terminal. A connection for each trade, never two. When an answer is late, its connection is kept for a
 * while and what then comes is confirmed and reported; the next request ends it.
 */
import { createTransport } from '../../transport/create.ts';
import type { DeviceAddress, Transport } from '../../transport/port.ts';
import type { Values } from '../../wire/layout.ts';
import { openLine, type Heard, type Line } from '../../wire/line.ts';
import { createTurns } from '../../wire/turns.ts';
import {
  DEFAULT_TERMINAL_LIMITS, faultOfTrade, type AbortOutcome, type InfoOutcome, type Terminal, type TerminalCapabilities, type TerminalLimits, type TradeEvents,
  type TradeOutcome, type TradeRequest, type UnaskedResult,
} from '../port.ts';
import { CAT_ABORT, CAT_ACK_ACK, createCatReader, encodeCatRequest, type CatFrame } from './codec.ts';
import { belongingOf, judge } from './judge.ts';
import { faultOfCatRequest, requestOf } from './request.ts';
import { checkLink, confirm, outcomeOfForeign, runTrade, type CatTrade } from './trade.ts';

export const KOCES_CAT_CAPABILITIES: TerminalCapabilities = {
  family: 'KOCES CAT',
  inquiry: 'none',
  networkReversal: false,
  tradeNumberEcho: 'echo-if-given',
  stages: 'detailed',
  installments: { maxMonths: 99 },
  limits: { maxTotalWon: 999_999_999 },
  taxFreePart: true,
  signature: { takenBy: 'terminal', saysWhetherTaken: false, handsPictureOver: false },
  cardCancel: { mayAskForCard: false },
  cashReceipt: { customerNumber: 'counter-or-terminal', cancelReason: true, cancelWithinDays: 90 },
  abort: 'until-approving',
  information: false,
};

export type KocesCatOptions = {
  readonly address: DeviceAddress;
  readonly limits?: Partial<TerminalLimits>;
  /** A result nobody waits for any more. Called from the line: write it down and return. */
  readonly onUnasked?: (result: UnaskedResult) => void;
};

type Opened = { readonly ok: true; readonly line: Line<CatFrame> } | { readonly ok: false; readonly detail: string };
/** `line` is there from the moment the terminal is connected. */
type Under = { line: Line<CatFrame> | undefined; readonly progress: CatTrade['progress'] };
/** A connection whose answer is still awaited after its time. */
type Lingering = { readonly end: () => Promise<void>; readonly isOver: () => boolean };

export function createKocesCat(options: KocesCatOptions): Terminal {
  const limits: TerminalLimits = { ...DEFAULT_TERMINAL_LIMITS, ...options.limits };
  const onUnasked = options.onUnasked ?? (() => undefined);
  const turns = createTurns(limits.maxRequests);
  let under: Under | undefined;
  let lingering: Lingering | undefined;

  async function endLingering(): Promise<void> {
    await lingering?.end();
    lingering = undefined;
  }

  async function connect(): Promise<Opened> {
    await endLingering();
    return openLine(transportTo(options.address, limits), createCatReader());
  }

  async function tradeNow(request: TradeRequest, bytes: Uint8Array, events: TradeEvents): Promise<TradeOutcome> {
    const progress: CatTrade['progress'] = { stage: 'before-request', aborted: false };
    const mine: Under = { line: undefined, progress };
    under = mine;
    try {
      events.onStage?.('connecting');
      const opened = await connect();
      if (!opened.ok) return { state: 'not-sent', cause: 'unreachable', detail: opened.detail };
      mine.line = opened.line;
      const { outcome, awaited } = await runTrade(opened.line, { request, bytes, limits, events, onUnasked, progress });
      if (awaited) lingering = linger(opened.line, request, limits, onUnasked);
      else await opened.line.close();
      return outcome;
    } finally {
      under = undefined;
    }
  }

  async function abort(): Promise<AbortOutcome> {
    if (under === undefined || under.progress.stage === 'over') return { state: 'nothing-under-way' };
    const { line, progress } = under;
    if (progress.aborted || progress.stage === 'approving') return { state: 'too-late' };
    progress.aborted = true;
    // Nothing has been asked of the terminal yet: the trade ends by itself at that point.
    if (progress.stage === 'before-request' || line === undefined) return { state: 'asked' };
    const written = await line.write(CAT_ABORT);
    return written.ok ? { state: 'asked' } : { state: 'not-written', detail: written.detail };
  }

  /** A connection for the question would end the one on which an answer is still awaited. */
  function isOccupied(): boolean {
    return !turns.isIdle() || lingering?.isOver() === false;
  }

  return {
    capabilities: KOCES_CAT_CAPABILITIES,
    trade: async (request, events = {}) => {
      const invalid = faultOfTrade(request, KOCES_CAT_CAPABILITIES);
      if (invalid !== undefined) return { state: 'not-sent', cause: 'invalid', detail: invalid };
      const { code, values } = requestOf(request);
      const unsendable = faultOfCatRequest(code, values);
      if (unsendable !== undefined) return { state: 'not-sent', cause: 'invalid', detail: unsendable };
      const encoded = encodeCatRequest(code, values);
      if (!encoded.ok) return { state: 'not-sent', cause: 'invalid', detail: encoded.reason };
      return turns.take(() => tradeNow(request, encoded.bytes, events), (why) => ({ state: 'not-sent', cause: why, detail: refusedText(why) }));
    },
    inquire: async () => ({ state: 'not-sent', cause: 'not-supported', detail: 'this link has no message that asks for an earlier trade' }),
    abort,
    info: async () => (isOccupied() ? OCCUPIED : turns.take(async () => infoOn(await connect(), limits), (why) => ({ state: 'absent', cause: why, detail: refusedText(why) }))),
    close: async () => {
      await turns.close();
      await endLingering();
    },
  };
}

function transportTo(address: DeviceAddress, limits: TerminalLimits): Transport {
  return createTransport(address, { openTimeoutMs: limits.connectTimeoutMs, writeTimeoutMs: limits.writeTimeoutMs });
}

const OCCUPIED: InfoOutcome = { state: 'absent', cause: 'busy', detail: 'a trade is under way, or the answer of one is still awaited' };

/** There is no message for it on this link: that the terminal answers the link check is all it can tell. */
async function infoOn(opened: Opened, limits: TerminalLimits): Promise<InfoOutcome> {
  if (!opened.ok) return { state: 'absent', cause: 'unreachable', detail: opened.detail };
  const silent = await checkLink(opened.line, limits.linkCheckTimeoutMs);
  await opened.line.close();
  if (silent) return { state: 'absent', cause: silent.cause, detail: silent.detail };
  return { state: 'answers', model: '', version: '', serial: '', terminalId: '' };
}

function refusedText(why: 'busy' | 'closed'): string {
  return why === 'busy' ? 'too many requests wait for this terminal' : 'the terminal was closed';
}

/** Listens on for a late result, confirms it and hands it over. */
function linger(line: Line<CatFrame>, request: TradeRequest, limits: TerminalLimits, onUnasked: (result: UnaskedResult) => void): Lingering {
  const until = performance.now() + limits.lingerMs;
  const ending = new AbortController();
  let over = false;

  /** True when the trade is over. */
  async function take(heard: Heard<CatFrame>): Promise<boolean> {
    switch (heard.kind) {
      case 'dropped':
        return true;
      case 'link-check':
        await line.write(CAT_ACK_ACK);
        return false;
      case 'notice':
        if (heard.notice === 'E') onUnasked({ tradeNumber: request.tradeNumber, outcome: { state: 'cancelled', by: 'customer' } });
        if (heard.notice === 'Q') onUnasked({ tradeNumber: request.tradeNumber, outcome: { state: 'declined', by: 'terminal', code: 'Q', message: '' } });
        return heard.notice === 'E' || heard.notice === 'Q';
      case 'result':
        onUnasked(await late(heard.code, heard.values));
        return true;
      default:
        return false;
    }
  }

  async function late(code: string, values: Values): Promise<UnaskedResult> {
    const belonging = belongingOf(request, code, values);
    if (belonging !== 'mismatched') await confirm(line, code, limits.closingTimeoutMs);
    if (belonging === 'ours') return { tradeNumber: request.tradeNumber, outcome: judge(request, values) };
    return { tradeNumber: String(values['merchantData'] ?? ''), outcome: outcomeOfForeign(values) };
  }

  async function listen(): Promise<void> {
    while (!ending.signal.aborted && performance.now() < until) {
      if (await take(await line.receive(until - performance.now()))) break;
    }
    over = true;
    await line.close();
  }

  const done = listen();
  return {
    isOver: () => over,
    end: async () => {
      ending.abort();
      line.interrupt();
      await done;
    },
  };
}

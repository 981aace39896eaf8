/**
 * The card terminal, as whoever asks it for a trade sees it: one trade at a time, its stages for the screen, its outcome as an event.
 *
 * `send` is called once for a trade, after `asking` is in the journal. An outcome the journal could not take is kept here until it can:
 * a charge is never forgotten over a full disk.
 */
import type { Trade, TradeEvent } from '../../domain/card-payment/machine.ts';
import { seoulCompact } from '../../domain/seoul-time.ts';
import type { CashReceiptCancel, CashReceiptIssue, Terminal, TradeRequest, TradeStage, UnaskedResult } from '../../native/terminal/port.ts';
import type { Counter } from '../counter.ts';
import { oneAtATime, type OneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import { inquiryAnswerOf, outcomeOf, requestOf } from './requests.ts';

/** The trade at the terminal now. */
export type LiveTrade = {
  readonly tradeNumber: string;
  readonly act: 'charge' | 'cancel' | 'inquiry' | 'receipt' | 'receipt-cancel';
  readonly stage: TradeStage;
  /** Since when this stage, and the whole; ISO 8601, UTC. */
  readonly since: string;
  readonly startedAt: string;
  readonly abort: 'possible' | 'asked' | 'too-late';
};

export type Trades = {
  readonly capabilities: Terminal['capabilities'];
  /** The terminal serves one at a time: whoever asks it for anything does so in turn, and is not said to have asked before. */
  readonly inTurn: OneAtATime;
  readonly send: (trade: Trade) => Promise<TradeEvent & { type: 'answered' }>;
  readonly inquire: (trade: Trade) => Promise<TradeEvent & { type: 'inquiry-answered' }>;
  /** A cash receipt or the cancel of one, asked for once and asked about as a charge is. */
  readonly sendReceipt: (request: ReceiptRequest) => Promise<TradeEvent & { type: 'answered' }>;
  readonly inquireReceipt: (request: ReceiptRequest) => Promise<TradeEvent & { type: 'inquiry-answered' }>;
  /** Asks the terminal to stop what it is at. What became of the trade it says itself. */
  readonly abort: (tradeNumber: string) => Promise<Result<null>>;
  readonly live: () => LiveTrade | null;
  /** A result nobody waited for, in the trade's words; null for one that says nothing. */
  readonly lateEvent: (result: UnaskedResult) => LateResult;
  /** The terminal's own picture of the signature of this trade, hex of a BMP, until it is let go. */
  readonly picture: (tradeNumber: string) => string | null;
  readonly forgetPicture: (tradeNumber: string) => void;
  readonly idle: () => Promise<void>;
};

export type ReceiptRequest = CashReceiptIssue | CashReceiptCancel;

export type LateResult = { readonly tradeNumber: string; readonly outcome: ReturnType<typeof outcomeOf> };

/** Pictures wait for the append that names them; more than this many are of trades nobody came back for. */
const MAX_PICTURES = 4;

export function createTrades(counter: Counter, terminal: Terminal): Trades {
  const { capabilities } = terminal;
  const pictures = new Map<string, string>();
  let live: LiveTrade | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const nowIso = () => counter.now().toISOString();
  const nowCompact = () => seoulCompact(nowIso());

  function show(next: LiveTrade | null): void {
    live = next;
    counter.changed();
  }

  function begin(tradeNumber: string, act: LiveTrade['act']): void {
    const at = nowIso();
    show({ tradeNumber, act, stage: 'connecting', since: at, startedAt: at, abort: act === 'inquiry' ? 'too-late' : 'possible' });
  }

  function onStage(tradeNumber: string, stage: TradeStage): void {
    if (live?.tradeNumber !== tradeNumber || live.stage === stage) return;
    const abort = stage === 'approving' || stage === 'confirming' ? 'too-late' : live.abort;
    show({ ...live, stage, since: nowIso(), abort });
  }

  function underWay<T>(work: Promise<T>): Promise<T> {
    const done = work.finally(() => show(null));
    last = done.catch(() => undefined);
    return done;
  }

  async function ask(request: TradeRequest, act: LiveTrade['act']): Promise<TradeEvent & { type: 'answered' }> {
    const { tradeNumber } = request;
    begin(tradeNumber, act);
    const said = await underWay(terminal.trade(request, { onStage: (stage) => onStage(tradeNumber, stage) }));
    if (said.state === 'approved' && said.approval.signatureBmpHex !== undefined) keepPicture(tradeNumber, said.approval.signatureBmpHex);
    return { type: 'answered', outcome: outcomeOf(said, nowCompact()) };
  }

  function keepPicture(tradeNumber: string, bmpHex: string): void {
    pictures.set(tradeNumber, bmpHex);
    const [oldest] = pictures.keys();
    if (pictures.size > MAX_PICTURES && oldest !== undefined) pictures.delete(oldest);
  }

  async function inquire(of: TradeRequest): Promise<TradeEvent & { type: 'inquiry-answered' }> {
    begin(of.tradeNumber, 'inquiry');
    // A number of its own: a terminal that puts the question's number into its answer proves nothing by it.
    const said = await underWay(terminal.inquire({ of, inquiryNumber: `Q${counter.ids.randomText(15)}` }));
    return { type: 'inquiry-answered', answer: inquiryAnswerOf(said, nowCompact()) };
  }

  async function abort(tradeNumber: string): Promise<Result<null>> {
    if (live?.tradeNumber !== tradeNumber) return refuse('card.not-in-this-stage');
    if (live.abort !== 'possible') return refuse('card.too-late-to-stop');
    show({ ...live, abort: 'asked' });
    const said = await terminal.abort();
    if (said.state === 'asked') return DONE;
    if (live?.tradeNumber === tradeNumber) show({ ...live, abort: said.state === 'too-late' ? 'too-late' : 'possible' });
    return said.state === 'not-written' ? refuse('card.unreachable', said.detail) : refuse('card.too-late-to-stop');
  }

  return {
    capabilities,
    inTurn: oneAtATime(),
    send: ({ intent }) => ask(requestOf(intent), intent.kind),
    inquire: ({ intent }) => inquire(requestOf(intent)),
    sendReceipt: (request) => ask(request, request.kind === 'cash-receipt-cancel' ? 'receipt-cancel' : 'receipt'),
    inquireReceipt: inquire,
    abort,
    live: () => live,
    lateEvent: ({ tradeNumber, outcome }) => ({ tradeNumber, outcome: outcomeOf(outcome, nowCompact()) }),
    picture: (tradeNumber) => pictures.get(tradeNumber) ?? null,
    forgetPicture: (tradeNumber) => void pictures.delete(tradeNumber),
    idle: async () => void (await last),
  };
}

/** Up to 20 of A-Z, a-z, 0-9 and "-", unique at this counter for ever: day and sale for the eye, random for the rest. 6 + 6 + 7 = 19. */
export function newTradeNumber(counter: Counter, saleNumber: number): string {
  const day = seoulCompact(counter.now().toISOString()).slice(2, 8);
  return `${day}${String(saleNumber % 1_000_000).padStart(6, '0')}${counter.ids.randomText(7)}`;
}

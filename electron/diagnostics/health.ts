/**
 * The state of what stands around the counter, for the status line: printer and gateway (the terminal: electron/terminal/watch.ts), asked at intervals and after every act.
 * Asking never holds up a sale.
 */
import type { FailureCode } from '../../domain/failure.ts';
import { NO_PRINTER } from '../../native/printer/missing-printer.ts';
import type { Printer, StatusOutcome } from '../../native/printer/port.ts';
import type { CashReceiptGateway } from '../cash-receipt/gateway.ts';
import { NO_CREDENTIALS } from '../cash-receipt/missing-gateway.ts';
import type { Counter } from '../counter.ts';
import { failureOfCause } from '../slips/print-outcomes.ts';

export type Health = { readonly state: 'ok' | 'warning' | 'down' | 'checking'; readonly failure: FailureCode | null; readonly since: string; readonly address: string };

const PRINTER_EVERY_MS = 5_000;
const GATEWAY_EVERY_MS = 30_000;

/** When a device answered last, and how long it took; null before its first answer. */
export type LastAnswer = { readonly at: string; readonly tookMs: number } | null;

export type HealthWatch = {
  readonly printer: () => Health;
  readonly gateway: () => Health;
  readonly answers: () => { readonly printer: LastAnswer; readonly gateway: LastAnswer };
  readonly askPrinter: () => Promise<void>;
  /** Answers how long it took, in milliseconds. */
  readonly askGateway: () => Promise<number>;
  /** What an act just told about the gateway, without asking again. */
  readonly sawGateway: (reached: boolean) => void;
  readonly start: () => void;
  readonly stop: () => void;
};

type Addresses = { readonly printer: string; readonly gateway: string };

export function createHealthWatch(counter: Counter, printer: Printer, gateway: CashReceiptGateway, addresses: Addresses, onGatewayBack: () => void): HealthWatch {
  const startedAt = counter.now().toISOString();
  let printerHealth: Health = { state: 'checking', failure: null, since: startedAt, address: addresses.printer };
  let gatewayHealth: Health = { state: 'checking', failure: null, since: startedAt, address: addresses.gateway };
  let printerAnswer: LastAnswer = null;
  let gatewayAnswer: LastAnswer = null;
  const timers: NodeJS.Timeout[] = [];
  let askingPrinter = false;

  function setGateway(state: Health['state'], failure: FailureCode | null): void {
    const before = gatewayHealth;
    if (before.state === state && before.failure === failure) return;
    gatewayHealth = { ...before, state, failure, since: counter.now().toISOString() };
    counter.changed();
    if (state === 'ok' && before.state === 'down') onGatewayBack();
  }

  async function askPrinter(): Promise<void> {
    if (askingPrinter) return;
    askingPrinter = true;
    try {
      const askedAt = counter.now();
      const outcome = await printer.status();
      // Busy with a slip: that slip's outcome will tell.
      if (!outcome.reachable && (outcome.cause === 'busy' || outcome.cause === 'closed')) return;
      if (outcome.reachable) printerAnswer = answerSince(askedAt);
      const { state, failure } = judgePrinter(outcome);
      if (state === printerHealth.state && failure === printerHealth.failure) return;
      printerHealth = { ...printerHealth, state, failure, since: counter.now().toISOString() };
      counter.changed();
    } finally {
      askingPrinter = false;
    }
  }

  async function askGateway(): Promise<number> {
    const askedAt = counter.now();
    const health = await gateway.check();
    const answer = answerSince(askedAt);
    if (health.kind !== 'unreachable') gatewayAnswer = answer;
    if (health.kind === 'well') setGateway('ok', null);
    else if (health.kind === 'unreachable') setGateway('down', 'cash-receipt.network');
    else setGateway('warning', health.failure === 'merchant-data' ? (health.gatewayCode === NO_CREDENTIALS ? 'settings.gateway-missing' : 'cash-receipt.merchant-data') : 'cash-receipt.system');
    return answer.tookMs;
  }

  function answerSince(askedAt: Date): { readonly at: string; readonly tookMs: number } {
    const at = counter.now();
    // A clock that was put back meanwhile makes no negative time.
    return { at: at.toISOString(), tookMs: Math.max(0, at.getTime() - askedAt.getTime()) };
  }

  function every(periodMs: number, ask: () => Promise<unknown>): void {
    const round = () => void ask().catch((problem: unknown) => counter.log(`health: ${String(problem)}`));
    round();
    timers.push(setInterval(round, periodMs).unref());
  }

  return {
    printer: () => printerHealth,
    gateway: () => gatewayHealth,
    answers: () => ({ printer: printerAnswer, gateway: gatewayAnswer }),
    askPrinter,
    askGateway,
    sawGateway: (reached) => setGateway(reached ? 'ok' : 'down', reached ? null : 'cash-receipt.network'),
    start: () => {
      every(PRINTER_EVERY_MS, askPrinter);
      every(GATEWAY_EVERY_MS, askGateway);
    },
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

function judgePrinter(outcome: StatusOutcome): { state: Health['state']; failure: FailureCode | null } {
  if (!outcome.reachable) {
    // A printer that cannot speak, and one that is busy printing, are not broken.
    if (outcome.cause === 'no-back-channel') return { state: 'ok', failure: null };
    if (outcome.detail === NO_PRINTER) return { state: 'warning', failure: 'printer.none' };
    return { state: 'down', failure: outcome.cause === 'silent' ? 'printer.offline' : 'printer.unreachable' };
  }
  if (outcome.notReady !== undefined) return { state: 'down', failure: failureOfCause(outcome.notReady) };
  return outcome.status.paper === 'near-end' ? { state: 'warning', failure: 'printer.paper-near-end' } : { state: 'ok', failure: null };
}

/**
 * The state of what stands around the counter, for the status line: printer and gateway, asked at intervals and after every act.
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

export type HealthWatch = {
  readonly printer: () => Health;
  readonly gateway: () => Health;
  readonly askPrinter: () => Promise<void>;
  readonly askGateway: () => Promise<void>;
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
      const outcome = await printer.status();
      // Busy with a slip: that slip's outcome will tell.
      if (!outcome.reachable && (outcome.cause === 'busy' || outcome.cause === 'closed')) return;
      const { state, failure } = judgePrinter(outcome);
      if (state === printerHealth.state && failure === printerHealth.failure) return;
      printerHealth = { ...printerHealth, state, failure, since: counter.now().toISOString() };
      counter.changed();
    } finally {
      askingPrinter = false;
    }
  }

  async function askGateway(): Promise<void> {
    const health = await gateway.check();
    if (health.kind === 'well') setGateway('ok', null);
    else if (health.kind === 'unreachable') setGateway('down', 'cash-receipt.network');
    else setGateway('warning', health.failure === 'merchant-data' ? (health.gatewayCode === NO_CREDENTIALS ? 'settings.gateway-missing' : 'cash-receipt.merchant-data') : 'cash-receipt.system');
  }

  function every(periodMs: number, ask: () => Promise<void>): void {
    const round = () => void ask().catch((problem: unknown) => counter.log(`health: ${String(problem)}`));
    round();
    timers.push(setInterval(round, periodMs).unref());
  }

  return {
    printer: () => printerHealth,
    gateway: () => gatewayHealth,
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

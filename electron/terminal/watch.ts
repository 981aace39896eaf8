/**
 * The card terminal's state for the status line and the page of devices. It is asked at intervals, and seen in every trade; while it is at
 * a trade, or the answer of one may still come, it is left alone. Never a trade to find out.
 */
import type { FailureCode } from '../../domain/failure.ts';
import { NO_TERMINAL } from '../../native/terminal/missing-terminal.ts';
import type { InfoOutcome, NotSentCause, Terminal, TradeOutcome } from '../../native/terminal/port.ts';
import type { Counter } from '../counter.ts';
import type { Health, LastAnswer } from '../diagnostics/health.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';

const ASK_EVERY_MS = 30_000;

/** What it says of itself; empty where it does not. */
export type TerminalIdentity = { readonly model: string; readonly version: string; readonly serial: string; readonly terminalId: string };

export type TerminalWatch = {
  /** The terminal itself: what a trade shows of it is seen here. */
  readonly terminal: Terminal;
  readonly health: () => Health;
  readonly lastAnswer: () => LastAnswer;
  readonly identity: () => TerminalIdentity | null;
  readonly ask: () => Promise<void>;
  /** Asks it how it is, and answers how long that took. */
  readonly test: () => Promise<Result<{ readonly tookMs: number }>>;
  readonly start: () => void;
  readonly stop: () => void;
};

export function createTerminalWatch(counter: Pick<Counter, 'now' | 'changed' | 'log'>, terminal: Terminal, address: string): TerminalWatch {
  let health: Health = { state: 'checking', failure: null, since: counter.now().toISOString(), address };
  let lastAnswer: LastAnswer = null;
  let identity: TerminalIdentity | null = null;
  let timer: NodeJS.Timeout | undefined;

  function set(state: Health['state'], failure: FailureCode | null): void {
    if (health.state === state && health.failure === failure) return;
    health = { ...health, state, failure, since: counter.now().toISOString() };
    counter.changed();
  }

  function sawAbsent(cause: NotSentCause, detail: string): void {
    const failure = failureOf(cause, detail);
    if (failure !== null) set(failure === 'terminal.none' ? 'warning' : 'down', failure);
  }

  function sawTrade(outcome: TradeOutcome): void {
    if (outcome.state === 'not-sent') sawAbsent(outcome.cause, outcome.detail);
    // A lost answer is told where the money is; how the terminal is, it will say when it is asked.
    else if (outcome.state !== 'unknown') set('ok', null);
  }

  async function askNow(): Promise<{ readonly outcome: InfoOutcome; readonly tookMs: number }> {
    const askedAt = counter.now();
    const outcome = await terminal.info();
    const at = counter.now();
    const tookMs = Math.max(0, at.getTime() - askedAt.getTime());
    if (outcome.state === 'absent') sawAbsent(outcome.cause, outcome.detail);
    else {
      const { model, version, serial, terminalId } = outcome;
      identity = { model, version, serial, terminalId };
      lastAnswer = { at: at.toISOString(), tookMs };
      set('ok', null);
    }
    return { outcome, tookMs };
  }

  return {
    terminal: {
      ...terminal,
      trade: async (request, events) => {
        const outcome = await terminal.trade(request, events);
        sawTrade(outcome);
        return outcome;
      },
    },
    health: () => health,
    lastAnswer: () => lastAnswer,
    identity: () => identity,
    ask: async () => void (await askNow()),
    test: async () => {
      const { outcome, tookMs } = await askNow();
      return outcome.state === 'absent' && outcome.cause === 'busy' ? refuse('terminal.in-use', outcome.detail) : ok({ tookMs });
    },
    start: () => {
      const round = () => void askNow().catch((problem: unknown) => counter.log(`terminal: ${String(problem)}`));
      round();
      timer = setInterval(round, ASK_EVERY_MS).unref();
    },
    stop: () => clearInterval(timer),
  };
}

/** null: that says nothing of how it is. */
function failureOf(cause: NotSentCause, detail: string): FailureCode | null {
  switch (cause) {
    case 'unreachable':
      return 'terminal.unreachable';
    case 'silent':
      return 'terminal.silent';
    case 'not-supported':
      return detail === NO_TERMINAL ? 'terminal.none' : null;
    case 'invalid':
    case 'busy':
    case 'closed':
      return null;
  }
}

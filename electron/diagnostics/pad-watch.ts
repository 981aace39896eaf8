/**
 * How the signature pad is. A pad on a line is asked who it is, at intervals and never while somebody signs; the customer display is as
 * well as its page; without a pad there is nothing to know.
 */
import type { PadInfoOutcome } from '../../native/signature-pad/port.ts';
import type { Counter } from '../counter.ts';
import type { Signatures } from '../signature/signatures.ts';
import type { Health, LastAnswer } from './health.ts';

const PAD_EVERY_MS = 60_000;

export type PadWatch = {
  readonly health: () => Health;
  readonly report: () => { readonly lastAnswer: LastAnswer; readonly model: string; readonly serial: string; readonly version: string };
  readonly ask: () => Promise<void>;
  readonly start: () => void;
  readonly stop: () => void;
};

const NOBODY = { model: '', serial: '', version: '' } as const;

export function createPadWatch(counter: Counter, signatures: Pick<Signatures, 'kind' | 'address' | 'info'>, displayHealth: () => Health): PadWatch {
  const since = counter.now().toISOString();
  let health: Health = { state: signatures.kind === 'none' ? 'ok' : 'checking', failure: null, since, address: signatures.address };
  let lastAnswer: LastAnswer = null;
  let who: { readonly model: string; readonly serial: string; readonly version: string } = NOBODY;
  let timer: NodeJS.Timeout | null = null;

  async function ask(): Promise<void> {
    if (signatures.kind !== 'koces-pad') return;
    const askedAt = counter.now();
    const told = await signatures.info();
    // Somebody signs: how that goes tells more.
    if (told === null) return;
    const at = counter.now();
    if (told.state === 'answers') {
      lastAnswer = { at: at.toISOString(), tookMs: Math.max(0, at.getTime() - askedAt.getTime()) };
      who = { model: told.model, serial: told.serial, version: told.version };
    }
    const judged = judge(told);
    if (judged.state === health.state && judged.failure === health.failure) return;
    health = { ...health, ...judged, since: at.toISOString() };
    counter.changed();
  }

  const round = () => void ask().catch((problem: unknown) => counter.log(`pad: ${String(problem)}`));
  return {
    health: () => (signatures.kind === 'display' ? displayHealth() : health),
    report: () => ({ lastAnswer, ...who }),
    ask,
    start: () => {
      round();
      if (signatures.kind === 'koces-pad') timer = setInterval(round, PAD_EVERY_MS).unref();
    },
    stop: () => {
      if (timer !== null) clearInterval(timer);
    },
  };
}

function judge(told: PadInfoOutcome): Pick<Health, 'state' | 'failure'> {
  if (told.state === 'answers') return { state: 'ok', failure: null };
  const isCut = told.state === 'failed' ? told.reason === 'line-dropped' : told.cause === 'unreachable';
  return { state: 'down', failure: isCut ? 'pad.unreachable' : 'pad.silent' };
}

/**
 * The search for a printer: every line at once, each candidate asked for its status in the printers' own protocol (DLE EOT) and for
 * nothing else. Nothing is printed, no drawer moves. Bounded in time and in how many are asked together; stopped at any moment.
 */
import { formatDeviceAddress } from '../../transport/address.ts';
import { createTransport } from '../../transport/create.ts';
import type { DeviceAddress } from '../../transport/port.ts';
import { openConversation } from '../conversation.ts';
import type { NotReadyCause } from '../port.ts';
import { notReadyCause } from '../status.ts';
import type { Candidate, ListCandidates } from './candidates.ts';
import { SERIAL_SPEEDS } from './candidates.ts';

export type Line = 'usb' | 'serial' | 'network';
export const LINES = ['usb', 'serial', 'network'] as const satisfies readonly Line[];

/** `silent`: it takes the bytes and answers nothing. `denied`: it is there, and this user may not open it. */
export type Found = { readonly line: Line; readonly address: string; readonly where: string } & (
  | { readonly state: 'ready' | 'silent' | 'denied' }
  | { readonly state: 'not-ready'; readonly cause: NotReadyCause }
);
export type Progress = { readonly state: 'looking' | 'done' | 'unavailable'; readonly asked: number; readonly of: number };

export type FindLimits = {
  /** For the whole search. */
  readonly totalMs: number;
  readonly openMs: Readonly<Record<Line, number>>;
  /** For one answer to one question. */
  readonly answerMs: Readonly<Record<Line, number>>;
  /** Candidates asked at the same time on one line. */
  readonly together: Readonly<Record<Line, number>>;
};

export const FIND_LIMITS: FindLimits = {
  totalMs: 20_000,
  openMs: { usb: 1_500, serial: 1_500, network: 600 },
  answerMs: { usb: 1_000, serial: 350, network: 1_000 },
  together: { usb: 2, serial: 2, network: 48 },
};

export type FindOptions = {
  readonly lists: Readonly<Record<Line, ListCandidates>>;
  readonly signal: AbortSignal;
  readonly onFound: (found: Found) => void;
  readonly onProgress: (line: Line, progress: Progress) => void;
  readonly limits?: FindLimits;
};

/** Resolves when every line is through, the time is over, or it was stopped; never rejects for what a device does. */
export async function findPrinters({ lists, signal, onFound, onProgress, limits = FIND_LIMITS }: FindOptions): Promise<void> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(limits.totalMs)]);
  await Promise.all(
    LINES.map(async (line) => {
      const candidates = await lists[line]();
      if (candidates === null) return onProgress(line, { state: 'unavailable', asked: 0, of: 0 });
      let asked = 0;
      onProgress(line, { state: 'looking', asked, of: candidates.length });
      await inTurns(candidates, limits.together[line], over, async (candidate) => {
        const found = await askCandidate(line, candidate, limits, over);
        if (signal.aborted) return;
        asked += 1;
        if (found !== null) onFound(found);
        onProgress(line, { state: 'looking', asked, of: candidates.length });
      });
      onProgress(line, { state: 'done', asked, of: candidates.length });
    }),
  );
}

async function inTurns(candidates: readonly Candidate[], together: number, over: AbortSignal, ask: (candidate: Candidate) => Promise<void>): Promise<void> {
  const waiting = [...candidates];
  const oneAfterTheOther = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !over.aborted; next = waiting.shift()) await ask(next);
  };
  await Promise.all(Array.from({ length: Math.min(together, candidates.length) }, oneAfterTheOther));
}

/** A serial printer answers at one speed only: each is tried. A serial port where nothing answers says nothing about what is plugged in. */
async function askCandidate(line: Line, candidate: Candidate, limits: FindLimits, over: AbortSignal): Promise<Found | null> {
  for (const address of atEverySpeed(candidate.address)) {
    if (over.aborted) return null;
    const answer = await askOnce(address, limits.openMs[line], limits.answerMs[line]);
    const found = { line, address: formatDeviceAddress(address), where: whereOf(candidate, address) } as const;
    if (answer.kind === 'answered') return answer.cause === undefined ? { ...found, state: 'ready' } : { ...found, state: 'not-ready', cause: answer.cause };
    if (answer.kind === 'denied') return line === 'network' ? null : { ...found, state: 'denied' };
    if (answer.kind === 'closed') return null;
    if (answer.kind === 'silent' && line !== 'serial') return { ...found, state: 'silent' };
  }
  return null;
}

function atEverySpeed(address: DeviceAddress): readonly DeviceAddress[] {
  return address.kind === 'serial' ? SERIAL_SPEEDS.map((baudRate) => ({ ...address, baudRate })) : [address];
}

function whereOf({ where }: Candidate, address: DeviceAddress): string {
  return address.kind === 'serial' ? `${where} · ${address.baudRate}` : where;
}

type Answer = { readonly kind: 'answered'; readonly cause: NotReadyCause | undefined } | { readonly kind: 'silent' | 'closed' | 'denied' };

async function askOnce(address: DeviceAddress, openTimeoutMs: number, answerMs: number): Promise<Answer> {
  const transport = createTransport(address, { openTimeoutMs, writeTimeoutMs: answerMs });
  const opened = await openConversation(transport);
  if (!opened.ok) return { kind: /EACCES|EPERM|permission|denied/i.test(opened.detail) ? 'denied' : 'closed' };
  try {
    const asked = await opened.line.askStatus(answerMs);
    if (asked.ok) return { kind: 'answered', cause: notReadyCause(asked.status) };
    return { kind: asked.cause === 'silent' ? 'silent' : 'closed' };
  } finally {
    await opened.line.close();
  }
}

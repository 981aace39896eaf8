/** What a family's machine is to the simulator that carries it. */
import type { Script, SimulatedTrade } from './script.ts';
import type { Wire } from '../../simulator-wire.ts';

export type Books = {
  readonly trades: SimulatedTrade[];
  /** The script of the trade that begins. */
  readonly next: () => Script;
  /** The script that would be next, without using it up. */
  readonly peek: () => Script;
  readonly now: () => Date;
  /** What the terminal remembers from one line to the next. */
  readonly terminal: { lastResult: Readonly<Record<string, string>> | undefined };
};

export type Session = {
  readonly receive: (bytes: Uint8Array) => void;
  /** A sale keyed on the terminal itself; with a number: the approval of that trade, long after it was asked. */
  readonly keyedSale: (totalWon: number, number?: string) => void;
};

export type MachineFactory = (wire: Wire, books: Books) => Session;

/** Made up, and of no bank. */
export const FULL_CARD_NUMBER = '9490123400001230';
export const MASKED_CARD_NUMBER = '94901234****123*';

/** `YYYYMMDDhhmmss` in Korea. */
export function stamp(now: Date): string {
  return new Date(now.getTime() + 9 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
}

export function approvalNumberOf(trades: readonly SimulatedTrade[]): string {
  return String(30_000_000 + trades.length);
}

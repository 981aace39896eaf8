/** Practice: what the simulated terminal and pad are to do, and the books of the simulated issuer. Never crosses in a shop. */
import { z } from 'zod';
import { terminalFamily } from './devices.ts';
import { won } from './primitives.ts';

/** In groups as a learner meets them. */
export const TERMINAL_GROUPS = {
  /** The terminal says how it ended. */
  clear: ['approve', 'decline', 'decline-card', 'customer-cancels', 'slow-customer', 'nobody-acts', 'refuse'],
  /** Nobody knows how it ended. */
  lost: ['silent', 'late', 'result-lost', 'all-lost', 'nak', 'damaged', 'zero-approval', 'no-approval-number', 'foreign'],
  line: ['dead', 'link-silent', 'drop-link', 'drop-request', 'drop-ack', 'drop-approving', 'drop-mid-result', 'drop-result', 'drop-confirm'],
  /** Odd on the line, and nothing the cashier should notice much of. */
  odd: ['ack-lost', 'single-bytes', 'glued', 'twice', 'not-closed', 'link-nak', 'no-echo', 'stale-end', 'full-number'],
  cancel: ['no-cancel', 'other-original'],
} as const;
export type TerminalGroup = keyof typeof TERMINAL_GROUPS;
export const terminalBehaviour = z.enum([...TERMINAL_GROUPS.clear, ...TERMINAL_GROUPS.lost, ...TERMINAL_GROUPS.line, ...TERMINAL_GROUPS.odd, ...TERMINAL_GROUPS.cancel]);
export type TerminalBehaviour = z.infer<typeof terminalBehaviour>;

export const PAD_GROUPS = {
  customer: ['signs', 'touches', 'dots', 'cancels', 'begins-and-cancels', 'walks-off'],
  pad: ['silent-pad', 'refuses', 'short-record', 'long-record', 'keeps-record', 'resets', 'point-damaged', 'record-damaged'],
  line: ['drop-wake', 'drop-request', 'drop-pen', 'drop-record'],
} as const;
export type PadGroup = keyof typeof PAD_GROUPS;
export const padBehaviour = z.enum([...PAD_GROUPS.customer, ...PAD_GROUPS.pad, ...PAD_GROUPS.line]);
export type PadBehaviour = z.infer<typeof padBehaviour>;

/** What the terminal says when it is asked for its last result. */
export const terminalMemory = z.enum(['fail', 'stored', 'silent', 'echo-only']);
export type TerminalMemory = z.infer<typeof terminalMemory>;

/** A dead line begins nothing, so it cannot be for the next time alone. */
export const LASTING: ReadonlySet<TerminalBehaviour | PadBehaviour> = new Set<TerminalBehaviour | PadBehaviour>(['dead', 'link-silent', 'silent-pad', 'drop-wake']);

export const practiceTrade = z.object({
  number: z.string(),
  kind: z.enum(['card', 'card-cancel', 'cash-receipt', 'cash-receipt-cancel', 'other']),
  totalWon: won,
  approved: z.boolean(),
  /** The counter said that it has the result. */
  confirmed: z.boolean(),
  approvalNumber: z.string(),
});
export type PracticeTrade = z.infer<typeof practiceTrade>;

export const practiceView = z.object({
  /** Null where the counter's terminal is a real one, or there is none. */
  terminal: z
    .object({
      family: terminalFamily.exclude(['none']),
      /** A serial cable that was pulled stays pulled until practice is opened again. */
      line: z.enum(['tcp', 'serial']),
      /** What this family can do. */
      behaviours: z.array(terminalBehaviour),
      usual: terminalBehaviour,
      /** For the next trades, the next one first. */
      waiting: z.array(terminalBehaviour),
      /** Null where it cannot be asked. */
      memory: terminalMemory.nullable(),
      /** Newest first. */
      trades: z.array(practiceTrade),
    })
    .nullable(),
  pad: z.object({ usual: padBehaviour, waiting: z.array(padBehaviour) }).nullable(),
});
export type PracticeView = z.infer<typeof practiceView>;

/** For the next trade, or for all until something else is chosen. */
const until = z.enum(['next', 'all']);

export const practiceBehave = z.discriminatedUnion('device', [
  z.object({ device: z.literal('terminal'), behaviour: terminalBehaviour, for: until }),
  z.object({ device: z.literal('pad'), behaviour: padBehaviour, for: until }),
]);
export type PracticeBehave = z.infer<typeof practiceBehave>;

/** Practice: what the simulated terminal and pad are to do, and the books of the simulated issuer. Never crosses in a shop. */
import { z } from 'zod';
import { PAD_GROUPS, TERMINAL_GROUPS, TERMINAL_MEMORIES } from './behaviours.ts';
import { terminalFamily } from './devices.ts';
import { won } from './primitives.ts';

export const terminalBehaviour = z.enum([...TERMINAL_GROUPS.clear, ...TERMINAL_GROUPS.lost, ...TERMINAL_GROUPS.line, ...TERMINAL_GROUPS.odd, ...TERMINAL_GROUPS.cancel]);

export const padBehaviour = z.enum([...PAD_GROUPS.customer, ...PAD_GROUPS.pad, ...PAD_GROUPS.line]);

/** What the terminal says when it is asked for its last result. */
export const terminalMemory = z.enum(TERMINAL_MEMORIES);

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

/** The frame around calls, answers and pushes: JSON text in both directions, the same in every shell. */
import { z } from 'zod';
import { failureCode } from './primitives.ts';
import { programView } from './program.ts';
import { liveInk } from './signature.ts';
import { counterView, customerView } from './views.ts';

/** A call larger than this is not a call of ours. */
export const MAX_CALL_CHARS = 65_536;

export const callFrame = z.object({ id: z.int().min(0), call: z.string().max(64), req: z.unknown() });
export type CallFrame = z.infer<typeof callFrame>;

export const refusal = z.object({ id: z.int().nullable(), ok: z.literal(false), code: failureCode, detail: z.string().max(500) });
export const answerFrame = z.discriminatedUnion('ok', [z.object({ id: z.int().nullable(), ok: z.literal(true), res: z.unknown() }), refusal]);
export type AnswerFrame = z.infer<typeof answerFrame>;

export const pushFrame = z.discriminatedUnion('ev', [
  z.object({ ev: z.literal('counter.changed'), data: counterView }),
  /** To the cashier's window. */
  z.object({ ev: z.literal('program.changed'), data: programView }),
  z.object({ ev: z.literal('customer.changed'), data: customerView }),
  /** To the cashier's window: how many rows of an older journal are folded anew, before there is anything else to show. */
  z.object({ ev: z.literal('journal.folding'), data: z.object({ done: z.int(), total: z.int() }) }),
  /** To the cashier's window, while a signature is given. */
  z.object({ ev: z.literal('signature.ink'), data: liveInk }),
  /** To the cashier's window: a scan that landed in the customer's. */
  z.object({ ev: z.literal('scan.stray'), data: z.object({ code: z.string() }) }),
]);
export type PushFrame = z.infer<typeof pushFrame>;

/** What preload puts on `window.gyesandae`. */
export type Bridge = {
  readonly window: 'cashier' | 'customer';
  readonly invoke: (raw: string) => Promise<string>;
  readonly onPush: (listener: (raw: string) => void) => void;
};

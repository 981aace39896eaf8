/** What the device page asks for beside the view: when a device answered last, and how its test went. */
import { z } from 'zod';
import { failureCode, id, isoTime } from './primitives.ts';
import { padTest } from './signature.ts';

export const health = z.enum(['ok', 'warning', 'down', 'checking']);
/** `since`: as long as it has been so. */
export const deviceView = z.object({ state: health, failure: failureCode.nullable(), since: isoTime, address: z.string() });
export type DeviceView = z.infer<typeof deviceView>;

/** The newest answer of a device, and how long it took. */
export const lastAnswer = z.object({ at: isoTime, tookMs: z.int().min(0) }).nullable();

/** The newest test of printer or drawer: a job like any other, without a sale. */
export const testJob = z.object({ jobId: id, state: z.enum(['queued', 'sent', 'confirmed', 'unknown', 'failed']), failure: failureCode.nullable(), createdAt: isoTime, /** Whether a person saw the paper; null until she said so. */ seen: z.boolean().nullable() });
export type TestJobView = z.infer<typeof testJob>;

export const verifyView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), done: z.int(), total: z.int() }),
  z.object({ state: z.literal('done'), ok: z.boolean(), rows: z.int(), at: isoTime, tookMs: z.int(), firstFault: z.string().nullable() }),
  /** It could not be read to its end. */
  z.object({ state: z.literal('failed'), code: failureCode, at: isoTime }),
]);
export type VerifyView = z.infer<typeof verifyView>;

/** `none`: the counter has no terminal. */
export const terminalFamily = z.enum(['none', 'koces-cat', 'kicc-ed721']);
export type TerminalFamilyName = z.infer<typeof terminalFamily>;

export const devicesReport = z.object({
  printer: z.object({ lastAnswer, columns: z.int(), test: testJob.nullable() }),
  drawer: z.object({ test: testJob.nullable() }),
  gateway: z.object({ lastAnswer }),
  terminal: z.object({
    lastAnswer,
    family: terminalFamily,
    /** What it says of itself; empty where it does not; null before its first answer. */
    identity: z.object({ model: z.string(), version: z.string(), serial: z.string(), terminalId: z.string() }).nullable(),
    /** Whether behind the address there is a simulated one. */
    simulated: z.boolean(),
  }),
  display: z.object({
    /** Which monitor it has: one of its own, the cashier's, or the shell cannot tell. */
    monitor: z.enum(['own', 'shared', 'unknown']),
    lastHeardAt: isoTime.nullable(),
    size: z.object({ widthPx: z.int(), heightPx: z.int() }).nullable(),
    /** When the picture of the newest test stood on the glass; null while it does not. */
    test: z.object({ askedAt: isoTime, shownAt: isoTime.nullable() }).nullable(),
  }),
  pad: z.object({ lastAnswer, model: z.string(), serial: z.string(), version: z.string(), test: padTest.nullable() }),
  journal: z.object({ lastSeq: z.int(), lastAt: isoTime.nullable(), freeBytes: z.number().nullable(), verify: verifyView.nullable() }),
});
export type DevicesReport = z.infer<typeof devicesReport>;

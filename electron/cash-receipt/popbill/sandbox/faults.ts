/** Scripted faults: what the next calls to an act will suffer. In order of arrival, bounded. */
import { z } from 'zod';

export const SANDBOX_ACTS = ['token', 'time', 'issue', 'cancel', 'status', 'detail', 'states', 'search', 'bulk', 'bulk-state', 'delete', 'unknown'] as const;
export type SandboxAct = (typeof SANDBOX_ACTS)[number];

const plain = z.object({
  kind: z.enum([
    /** Never answers; nothing was done. */
    'time-out-before',
    /** Never answers; it was done. */
    'time-out-after',
    'drop-before',
    'drop-after',
    'server-error-before',
    'server-error-after',
    /** Done, and the connection breaks in the middle of the answer. */
    'half-reply-after',
    'token-expired',
  ]),
});

export const faultBody = z.discriminatedUnion('kind', [
  plain,
  z.object({ kind: z.literal('slow'), ms: z.number().int().min(0).max(600_000) }),
  /** Done, and answered with these words (default: JSON that breaks off). */
  z.object({ kind: z.literal('wrong-json-after'), text: z.string().max(10_000).optional() }),
  /** Done, and answered with this many bytes. */
  z.object({ kind: z.literal('too-large-after'), bytes: z.number().int().min(1).max(64 * 1024 * 1024) }),
  z.object({ kind: z.literal('refuse'), status: z.number().int().min(400).max(599).default(400), code: z.number().int().max(-1), message: z.string().max(1000) }),
  /** Issued now, rejected by the tax office when its result comes. */
  z.object({ kind: z.literal('nts-rejects'), code: z.string().max(20), message: z.string().max(200) }),
]);

export const faultRequest = z.object({
  act: z.enum([...SANDBOX_ACTS, 'any']),
  times: z.number().int().min(1).max(10_000).default(1),
  fault: faultBody,
});

export type SandboxFault = z.infer<typeof faultBody>;
export type FaultRequest = z.input<typeof faultRequest>;

type Scripted = { readonly act: SandboxAct | 'any'; left: number; readonly fault: SandboxFault };

const MAX_SCRIPTED = 100;

export type FaultScript = {
  /** False when the script is full. */
  add(request: FaultRequest): boolean;
  take(act: SandboxAct): SandboxFault | null;
  clear(): void;
  list(): readonly { readonly act: string; readonly left: number; readonly fault: SandboxFault }[];
};

export function createFaultScript(): FaultScript {
  let scripted: Scripted[] = [];
  return {
    add: (request) => {
      const { act, times, fault } = faultRequest.parse(request);
      if (scripted.length >= MAX_SCRIPTED) return false;
      scripted.push({ act, left: times, fault });
      return true;
    },
    take: (act) => {
      const first = scripted.find((entry) => entry.act === act || entry.act === 'any');
      if (first === undefined) return null;
      first.left -= 1;
      scripted = scripted.filter(({ left }) => left > 0);
      return first.fault;
    },
    clear: () => {
      scripted = [];
    },
    list: () => scripted.map((entry) => ({ ...entry })),
  };
}

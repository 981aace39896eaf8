/**
 * `/_control`: how a test or a person steers the sandbox. JSON, same port, from this machine only, and not from a
 * browser page (a page's request carries an Origin).
 */
import { z } from 'zod';

import { answer, type Answer } from './answer.ts';
import { faultRequest, type FaultScript } from './faults.ts';
import type { Ledger, SandboxReceipt } from './ledger.ts';
import { stateOf } from './registration.ts';

const MAX_PUSH_MS = 400 * 24 * 60 * 60 * 1000;
const MAX_LISTED = 1000;

const clockBody = z.object({ pushMs: z.number().int().min(0).max(MAX_PUSH_MS) });
const rejectBody = z.object({ mgtKey: z.string(), code: z.string().max(20), message: z.string().max(200) });

export type SandboxLogEntry = {
  readonly atMs: number;
  readonly act: string;
  readonly mgtKey: string;
  /** 0 when nothing was answered. */
  readonly status: number;
  /** The answer's `code`, 0 when it has none. */
  readonly code: number;
  readonly fault: string;
};

export type SandboxState = {
  readonly nowMs: number;
  readonly pushedMs: number;
  /** Of registrations (issue, cancel, each of a bulk) that reached the ledger, per mgtKey, refused ones included. */
  readonly attempts: Readonly<Record<string, number>>;
  /** At most the newest 1000; `total` counts all. */
  readonly receipts: readonly (SandboxReceipt & { readonly stateCode: number })[];
  readonly total: number;
  readonly faults: ReturnType<FaultScript['list']>;
};

export type ControlContext = {
  readonly ledger: Ledger;
  readonly faults: FaultScript;
  readonly nowMs: () => number;
  readonly log: () => readonly SandboxLogEntry[];
};

export function sandboxState(context: ControlContext): SandboxState {
  const nowMs = context.nowMs();
  const receipts = [...context.ledger.receipts.values()];
  const attempts = [...context.ledger.attempts].slice(-MAX_LISTED).map(([key, count]) => [key.slice(key.indexOf('/') + 1), count]);
  return {
    nowMs,
    pushedMs: context.ledger.pushedMs(),
    attempts: Object.fromEntries(attempts) as Record<string, number>,
    receipts: receipts.slice(-MAX_LISTED).map((receipt) => ({ ...receipt, stateCode: stateOf({ ledger: context.ledger, nowMs }, receipt).stateCode })),
    total: receipts.length,
    faults: context.faults.list(),
  };
}

/** Returns false when the clock would pass its limit. */
export function pushClock(context: Pick<ControlContext, 'ledger'>, pushMs: number): boolean {
  const pushedMs = context.ledger.pushedMs() + pushMs;
  if (pushMs < 0 || pushedMs > MAX_PUSH_MS) return false;
  context.ledger.append({ t: 'clock', pushedMs });
  return true;
}

export function control(context: ControlContext, method: string, path: string, body: Buffer): Answer {
  switch (`${method} ${path}`) {
    case 'GET /_control/state':
      return answer(sandboxState(context));
    case 'GET /_control/log':
      return answer(context.log());
    case 'POST /_control/faults':
      return addFault(context, body);
    case 'DELETE /_control/faults':
      context.faults.clear();
      return answer({ ok: true });
    case 'POST /_control/clock': {
      const asked = clockBody.safeParse(parse(body));
      return asked.success && pushClock(context, asked.data.pushMs) ? answer({ ok: true, nowMs: context.nowMs() }) : wrong('{"pushMs": 0 to 400 days}');
    }
    case 'POST /_control/nts-rejects':
      return rejectLater(context, body);
    default:
      return { status: 404, body: { ok: false, error: 'no such control call' } };
  }
}

function addFault(context: ControlContext, body: Buffer): Answer {
  const asked = faultRequest.safeParse(parse(body));
  if (!asked.success) return wrong('{"act", "times", "fault": {"kind", …}}');
  return context.faults.add(asked.data) ? answer({ ok: true }) : wrong('the script is full');
}

function rejectLater(context: ControlContext, body: Buffer): Answer {
  const asked = rejectBody.safeParse(parse(body));
  const receipt = asked.success ? [...context.ledger.receipts.values()].find(({ mgtKey }) => mgtKey === asked.data.mgtKey) : undefined;
  if (!asked.success || receipt === undefined) return wrong('{"mgtKey": of an issued receipt, "code", "message"}');
  context.ledger.append({ t: 'nts-rejects', confirmNum: receipt.confirmNum, verdict: { code: asked.data.code, message: asked.data.message } });
  return answer({ ok: true });
}

function wrong(expected: string): Answer {
  return { status: 400, body: { ok: false, error: `expected ${expected}` } };
}

function parse(body: Buffer): unknown {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return parsed;
  } catch {
    return undefined;
  }
}

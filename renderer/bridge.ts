/**
 * The window's side of the boundary: typed calls out, whole views in. Main answers by the contract's types, and its tests hold every
 * answer and every view against the schemas; here it is only made sure that there is an answer, or a view, at all.
 */
import { createContext, use } from 'react';
import type { CallAnswer, CallName, CallRequest } from '../contract/calls.ts';
import type { Bridge, PushFrame } from '../contract/envelope.ts';
import type { FailureCode } from '../domain/failure.ts';
import { isFailureCode } from '../domain/failure.ts';

declare global {
  interface Window {
    readonly gyesandae?: Bridge;
  }
}

export const CALL_TIME_LIMIT_MS = 30_000;

export type CallRefusal = { readonly ok: false; readonly code: FailureCode; readonly detail: string };
export type CallResult<N extends CallName> = { readonly ok: true; readonly res: CallAnswer<N> } | CallRefusal;

export type Client = {
  /** Never throws: no answer within 30 s, or one that cannot be read, is a refusal like any other. */
  readonly call: <N extends CallName>(name: N, req: CallRequest<N>) => Promise<CallResult<N>>;
  readonly onView: (listener: (frame: PushFrame) => void) => void;
};

export function createClient(bridge: Bridge, timeLimitMs = CALL_TIME_LIMIT_MS): Client {
  let lastId = 0;
  return {
    call: async (name, req) => {
      lastId += 1;
      const raw = await withTimeLimit(bridge.invoke(JSON.stringify({ id: lastId, call: name, req })), timeLimitMs);
      return typeof raw === 'string' ? readAnswer(name, raw) : raw;
    },
    onView: (listener) => {
      bridge.onPush((raw) => {
        const frame = parseJson(raw);
        if (isPush(frame)) listener(frame);
        else reportError(new Error(`a push could not be read: ${raw.slice(0, 100)}`));
      });
    },
  };
}

function readAnswer<N extends CallName>(name: N, raw: string): CallResult<N> {
  const frame = parseJson(raw);
  if (!isObject(frame)) return bug(`answer to ${name} is no answer`);
  const { ok, res, code, detail } = frame;
  // The type is main's to keep: it answered this very call.
  if (ok === true && res !== undefined) return { ok, res: res as CallAnswer<N> };
  if (ok === false && typeof code === 'string' && isFailureCode(code) && typeof detail === 'string') return { ok, code, detail };
  return bug(`answer to ${name} is no answer`);
}

/** Views are numbered; what is no view is told by its missing number. */
function isPush(frame: unknown): frame is PushFrame {
  if (!isObject(frame) || !isObject(frame['data'])) return false;
  const { ev, data } = frame;
  return typeof ev === 'string' && (!ev.endsWith('.changed') || typeof data['revision'] === 'number');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function bug(detail: string): CallRefusal {
  return { ok: false, code: 'program.bug', detail };
}

async function withTimeLimit(answer: Promise<string>, timeLimitMs: number): Promise<string | CallRefusal> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<CallRefusal>((resolve) => {
    timer = setTimeout(() => resolve(bug(`no answer in ${timeLimitMs / 1000} s`)), timeLimitMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    return bug(error instanceof Error ? error.message.slice(0, 300) : 'the bridge is gone');
  } finally {
    clearTimeout(timer);
  }
}

export const ClientContext = createContext<Client | null>(null);

export function useClient(): Client {
  const client = use(ClientContext);
  if (client === null) throw new Error('no client around this component');
  return client;
}

/**
 * The window's side of the boundary: typed calls out, whole views in. Everything that comes back is parsed before it is believed.
 */
import { createContext, use } from 'react';
import { z } from 'zod';
import type { CallAnswer, CallName, CallRequest } from '../contract/calls.ts';
import { calls } from '../contract/calls.ts';
import type { Bridge, PushFrame } from '../contract/envelope.ts';
import { answerFrame, pushFrame } from '../contract/envelope.ts';
import type { FailureCode } from '../domain/failure.ts';

// Compiling schemas to functions needs eval, which the content security policy rightly refuses.
z.config({ jitless: true });

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
        const frame = pushFrame.safeParse(parseJson(raw));
        if (frame.success) listener(frame.data);
        else reportError(new Error(`a push could not be read: ${z.prettifyError(frame.error)}`));
      });
    },
  };
}

function readAnswer<N extends CallName>(name: N, raw: string): CallResult<N> {
  const frame = answerFrame.safeParse(parseJson(raw));
  if (!frame.success) return bug(`answer to ${name} is no answer`);
  if (!frame.data.ok) return { ok: false, code: frame.data.code, detail: frame.data.detail };
  const schema: z.ZodType<CallAnswer<N>> = calls[name].res as Calls[N]['res'] & z.ZodType<CallAnswer<N>>;
  const res = schema.safeParse(frame.data.res);
  return res.success ? { ok: true, res: res.data } : bug(`answer to ${name} has another shape`);
}

type Calls = typeof calls;

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

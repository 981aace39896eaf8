/**
 * The one door from the windows: text in, text out. Judges who asks, whether the call exists, whether this window may make it and
 * whether its payload is valid, before any use case sees it.
 */
import type { CallAnswer, CallName, CallPayload, ProgramCall, WindowKind } from '../contract/calls.ts';
import { calls, isCallName } from '../contract/calls.ts';
import { callFrame, MAX_CALL_CHARS } from '../contract/envelope.ts';
import { JournalError } from '../db/journal.ts';
import type { FailureCode } from '../domain/failure.ts';
import type { Result } from './result.ts';
import { refuse } from './result.ts';
import { ORIGIN } from './shell/origin.ts';

export type Sender = { readonly origin: string; readonly isMainFrame: boolean; readonly window: WindowKind };
export type Handler<N extends CallName> = (payload: CallPayload<N>, sender: Sender) => Promise<Result<CallAnswer<N>>>;
export type HandlersOf<Names extends CallName> = { readonly [N in Names]: Handler<N> };
/** Answered by the program, and by the counter of the place it is at. */
export type ProgramHandlers = HandlersOf<ProgramCall>;
export type Handlers = HandlersOf<Exclude<CallName, ProgramCall>>;
export type Route = (raw: string, sender: Sender) => Promise<string>;

/** Both windows load from the one scheme; anything else on the bridge is a stranger. */
export const ALLOWED_ORIGIN = ORIGIN;

export type RouterOptions = { readonly admit: (name: CallName) => Result<null>; readonly log: (line: string) => void };

export function createRouter<Names extends CallName>(handlers: HandlersOf<Names>, { admit, log }: RouterOptions): Route {
  const isHandled = (name: CallName): name is Names => Object.hasOwn(handlers, name);
  return async (raw, sender) => {
    if (!sender.isMainFrame || sender.origin !== ALLOWED_ORIGIN) return answer(null, refuse('bridge.forbidden', 'sender'));
    const frame = parseFrame(raw);
    if (frame === null) return answer(null, refuse('bridge.bad-request', 'not a call'));
    if (!isCallName(frame.call)) return answer(frame.id, refuse('bridge.unknown-call', frame.call));
    if (!isHandled(frame.call)) return answer(frame.id, refuse('bridge.unknown-call', frame.call));
    const { from } = calls[frame.call];
    if (!from.some((window) => window === sender.window)) return answer(frame.id, refuse('bridge.forbidden', frame.call));
    const admitted = admit(frame.call);
    if (!admitted.ok) return answer(frame.id, admitted);
    try {
      return answer(frame.id, await dispatch(handlers, frame.call, frame.req, sender));
    } catch (problem) {
      // Reading met a trouble of the file, the disk or the journal's thread: expected, with words of its own.
      if (problem instanceof JournalError) return answer(frame.id, refuse(problem.code, problem.detail));
      log(`call ${frame.call} failed: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`);
      return answer(frame.id, refuse('program.bug', frame.call));
    }
  };
}

async function dispatch<N extends CallName>(handlers: HandlersOf<N>, name: N, req: unknown, sender: Sender): Promise<Result<CallAnswer<N>>> {
  const parsed = calls[name].req.safeParse(req);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse('bridge.bad-request', `${name}: ${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`);
  }
  const handler: Handler<N> = handlers[name];
  return handler(parsed.data as CallPayload<N>, sender);
}

function parseFrame(raw: string) {
  if (raw.length > MAX_CALL_CHARS) return null;
  try {
    const parsed = callFrame.safeParse(JSON.parse(raw));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function answer(id: number | null, result: Result<unknown>): string {
  if (result.ok) return JSON.stringify({ id, ok: true, res: result.value });
  return JSON.stringify({ id, ok: false, code: result.code satisfies FailureCode, detail: result.detail.slice(0, 500) });
}

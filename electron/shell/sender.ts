import type { FailureCode } from '../../domain/failure.ts';
import { ORIGIN, type WindowKind } from './origin.ts';

/** Longest call a window may send, in UTF-16 units. The largest honest one (a basket of 200 lines) is about 20,000. */
export const MAX_CALL_LENGTH = 262_144;

export type FrameFacts = { readonly origin: string; readonly isMainFrame: boolean };
export type Sender = FrameFacts & { readonly window: WindowKind };

export type Admission =
  | { readonly admitted: true; readonly raw: string; readonly sender: Sender }
  | { readonly admitted: false; readonly code: 'bridge.forbidden' | 'bridge.bad-request' };

/**
 * Who may call: the main frame of one of our two windows, showing our own origin. Everything else is refused before a byte of it is parsed.
 * `window` is null when the sender is none of our windows; `frame` is null when the frame is already gone.
 */
export const admitCall = (raw: unknown, frame: FrameFacts | null, window: WindowKind | null): Admission => {
  if (window === null || frame === null || !frame.isMainFrame || frame.origin !== ORIGIN) {
    return { admitted: false, code: 'bridge.forbidden' };
  }
  if (typeof raw !== 'string' || raw.length > MAX_CALL_LENGTH) return { admitted: false, code: 'bridge.bad-request' };
  return { admitted: true, raw, sender: { origin: frame.origin, isMainFrame: frame.isMainFrame, window } };
};

/** The envelope a refused caller gets. Its id stays null: the call was not read. */
export const refusal = (code: FailureCode): string => JSON.stringify({ id: null, ok: false, code, detail: 'sender' });

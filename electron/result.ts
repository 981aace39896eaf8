import type { FailureCode } from '../domain/failure.ts';

/** What a use case answers: an expected "no" is a value with a code of the failure catalogue; only bugs throw. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refusal;
export type Refusal = { readonly ok: false; readonly code: FailureCode; readonly detail: string };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export const DONE: Result<null> = { ok: true, value: null };

/** `detail` is small print for the phone call: never a personal number, never a credential. */
export function refuse(code: FailureCode, detail = ''): Refusal {
  return { ok: false, code, detail };
}

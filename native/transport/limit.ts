/** `done` first, or `late()` once `timeoutMs` have passed; the timer never outlives the race. */
export async function within<Value>(done: Promise<Value>, timeoutMs: number, late: () => Value): Promise<Value> {
  const { promise, resolve } = Promise.withResolvers<Value>();
  const timer = setTimeout(() => resolve(late()), timeoutMs);
  try {
    return await Promise.race([done, promise]);
  } finally {
    clearTimeout(timer);
  }
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

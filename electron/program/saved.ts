/** What a disk may answer to a file of ours. */
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';

export function saved(log: (line: string) => void, write: () => void): Result<null> {
  try {
    write();
    return DONE;
  } catch (problem) {
    return notSaved(log, problem);
  }
}

/** A disk that is full or may not be written is expected; anything else is a bug and throws on. */
export function notSaved(log: (line: string) => void, problem: unknown): Result<never> {
  const code = problem instanceof Error && 'code' in problem && typeof problem.code === 'string' ? problem.code : null;
  if (code === null || !/^E[A-Z]+$/.test(code)) throw problem;
  log(`not saved: ${String(problem)}`);
  return refuse('settings.not-saved', code);
}

/** The PIN that proves who somebody is: slow to guess, locked after a few wrong ones, every wrong one recorded. */
import { verify } from '@node-rs/argon2';
import type { Credential } from '../../db/journal.ts';
import type { Actor } from '../../domain/people.ts';
import { PIN_ATTEMPTS_BEFORE_LOCK, PIN_LOCK_MS } from '../../domain/people.ts';
import type { Counter } from '../counter.ts';
import { append, entry } from '../counter.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Refusal, Result } from '../result.ts';
import { ok, refuse } from '../result.ts';

/** `mustChangePin`: somebody else has seen this PIN; it proves who she is and is good for nothing else. */
export type Proved = { readonly actor: Actor; readonly mustChangePin: boolean };

export type Door = {
  /** Whose PIN this is; a PIN that must be changed first is refused. */
  readonly prove: (userId: string, pin: string) => Promise<Result<Actor>>;
  /** For whoever comes to change it. */
  readonly proveAnyPin: (userId: string, pin: string) => Promise<Result<Proved>>;
};

/** A lock that reaches further ahead than a lock can was made by a clock that has been put back since: it locks nobody out for a year. */
function isLocked({ lockedUntil }: Credential, nowMs: number): boolean {
  const untilMs = lockedUntil === null ? 0 : Date.parse(lockedUntil);
  return untilMs > nowMs && untilMs - nowMs <= PIN_LOCK_MS;
}

export function createDoor(counter: Counter): Door {
  const { memory, journal } = counter;
  // One PIN at a time, wherever it is typed: parallel guesses would all read the same count of failures.
  const exclusive = oneAtATime();

  async function proveAnyPin(userId: string, pin: string): Promise<Result<Proved>> {
    const credential = await journal.credential(userId);
    const user = memory.users.find((candidate) => candidate.userId === userId);
    if (credential === null || user === undefined) return refuse('people.pin-wrong');
    const nowMs = counter.now().getTime();
    if (isLocked(credential, nowMs)) return refuse('people.locked', credential.lockedUntil ?? '');
    if (!(await verify(credential.pinHash, pin))) return wrongPin(userId, credential.failures + 1, nowMs);
    if (credential.failures > 0 || credential.lockedUntil !== null) await journal.setPinFailures(userId, 0, null);
    return ok({ actor: { userId: user.userId, name: user.name, role: user.role }, mustChangePin: credential.mustChangePin });
  }

  /** By whoever stands there: the person signed in when somebody else's PIN is typed, nobody at the door. */
  async function wrongPin(userId: string, failures: number, nowMs: number): Promise<Refusal> {
    const locked = failures >= PIN_ATTEMPTS_BEFORE_LOCK;
    const lockedUntil = locked ? new Date(nowMs + PIN_LOCK_MS).toISOString() : null;
    await journal.setPinFailures(userId, locked ? 0 : failures, lockedUntil);
    const durable = await append(counter, [entry(counter, { kind: 'people.pin-refused', payload: { userId, locked } }, null)]);
    if (!durable.ok) return durable;
    return locked ? refuse('people.locked', lockedUntil ?? '') : refuse('people.pin-wrong', String(PIN_ATTEMPTS_BEFORE_LOCK - failures));
  }

  return {
    proveAnyPin: (userId, pin) => exclusive(() => proveAnyPin(userId, pin)),
    prove: async (userId, pin) => {
      const proved = await exclusive(() => proveAnyPin(userId, pin));
      if (!proved.ok) return proved;
      return proved.value.mustChangePin ? refuse('people.pin-change-needed') : ok(proved.value.actor);
    },
  };
}

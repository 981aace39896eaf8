/** Who stands at the counter: sign-in by PIN, slow to guess, locked after a few wrong ones, all of it recorded. */
import { verify } from '@node-rs/argon2';
import type { Actor } from '../../domain/people.ts';
import { PIN_ATTEMPTS_BEFORE_LOCK, PIN_LOCK_MS } from '../../domain/people.ts';
import type { Counter, User } from '../counter.ts';
import { append, entry } from '../counter.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Refusal, Result } from '../result.ts';
import { DONE, ok, refuse } from '../result.ts';
import { hashPin } from './pin.ts';

export type People = {
  readonly signIn: (userId: string, pin: string) => Promise<Result<null>>;
  /** Whose PIN this is, without signing her in. Wrong ones count and are recorded like those at the door. */
  readonly prove: (userId: string, pin: string) => Promise<Result<Actor>>;
  readonly signOut: () => Promise<Result<null>>;
  readonly addUser: (user: User, pin: string) => Promise<Result<null>>;
  readonly load: () => Promise<void>;
};

/** A lock that reaches further ahead than a lock can was made by a clock that has been put back since: it locks nobody out for a year. */
function isLocked(untilMs: number, nowMs: number): boolean {
  return untilMs > nowMs && untilMs - nowMs <= PIN_LOCK_MS;
}

/** Who stood at the counter goes on standing there when it is composed anew, if the journal still knows her. */
export function staySignedIn({ memory }: Counter, actor: Actor | null): void {
  memory.signedIn = actor !== null && memory.users.some((user) => user.userId === actor.userId) ? actor : null;
}

export function createPeople(counter: Counter): People {
  const { memory, journal } = counter;
  // One PIN at a time: parallel guesses would all read the same count of failures.
  const exclusive = oneAtATime();

  async function signIn(userId: string, pin: string): Promise<Result<null>> {
    const proved = await prove(userId, pin);
    if (!proved.ok) return proved;
    const actor = proved.value;
    const durable = await append(counter, [entry(counter, { kind: 'people.signed-in', payload: { userId } }, null, actor)]);
    if (!durable.ok) return durable;
    memory.signedIn = actor;
    counter.changed();
    return DONE;
  }

  async function prove(userId: string, pin: string): Promise<Result<Actor>> {
    const credential = await journal.credential(userId);
    if (credential === null) return refuse('people.pin-wrong');
    const nowMs = counter.now().getTime();
    if (credential.lockedUntil !== null && isLocked(Date.parse(credential.lockedUntil), nowMs)) return refuse('people.locked', credential.lockedUntil);
    const user = memory.users.find((candidate) => candidate.userId === userId);
    if (user === undefined) return refuse('people.pin-wrong');
    if (!(await verify(credential.pinHash, pin))) return wrongPin(userId, credential.failures + 1, nowMs);
    if (credential.failures > 0 || credential.lockedUntil !== null) await journal.setPinFailures(userId, 0, null);
    return ok({ userId: user.userId, name: user.name, role: user.role });
  }

  async function wrongPin(userId: string, failures: number, nowMs: number): Promise<Refusal> {
    const locked = failures >= PIN_ATTEMPTS_BEFORE_LOCK;
    const lockedUntil = locked ? new Date(nowMs + PIN_LOCK_MS).toISOString() : null;
    await journal.setPinFailures(userId, locked ? 0 : failures, lockedUntil);
    const durable = await append(counter, [entry(counter, { kind: 'people.pin-refused', payload: { userId, locked } }, null)]);
    if (!durable.ok) return durable;
    return locked ? refuse('people.locked', lockedUntil ?? '') : refuse('people.pin-wrong', String(PIN_ATTEMPTS_BEFORE_LOCK - failures));
  }

  async function load(): Promise<void> {
    memory.users = await journal.users();
  }

  return {
    signIn: (userId, pin) => exclusive(() => signIn(userId, pin)),
    prove: (userId, pin) => exclusive(() => prove(userId, pin)),
    signOut: () =>
      exclusive(async () => {
        const who = memory.signedIn;
        if (who === null) return DONE;
        const durable = await append(counter, [entry(counter, { kind: 'people.signed-out', payload: { userId: who.userId } }, null)]);
        if (!durable.ok) return durable;
        memory.signedIn = null;
        memory.draft = null;
        counter.changed();
        return DONE;
      }),
    addUser: (user, pin) =>
      exclusive(async () => {
        await journal.putUser({ ...user, pinHash: await hashPin(pin) });
        const durable = await append(counter, [entry(counter, { kind: 'people.user-added', payload: user }, null)]);
        if (durable.ok) await load();
        return durable;
      }),
    load,
  };
}

/** Who stands at the counter: she signs in, leaves, or gives the place to another, and her basket goes and comes with her. */
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import type { Checkout } from '../checkout/checkout.ts';
import type { Counter } from '../counter.ts';
import { entry } from '../counter.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { Door } from './door.ts';
import type { Roster } from './roster.ts';

export type Seat = {
  /** While somebody else is signed in: she gives the place to this one, if the PIN is right. */
  readonly signIn: (userId: string, pin: string) => Promise<Result<null>>;
  readonly signOut: () => Promise<Result<null>>;
  /** Nobody has touched the counter for as long as the rules say. Not while a paid sale still has questions. */
  readonly leaveIdle: () => Promise<Result<null>>;
  /** Proves herself with the old PIN, chooses a new one, and is signed in. */
  readonly changePin: (userId: string, pin: string, newPin: string) => Promise<Result<null>>;
};

/** Who stood at the counter goes on standing there when it is composed anew, if she still works here. */
export function staySignedIn({ memory }: Counter, actor: Actor | null): void {
  memory.signedIn = actor !== null && memory.users.some((user) => user.userId === actor.userId) ? actor : null;
}

type Parts = {
  readonly door: Door;
  readonly roster: Roster;
  readonly checkout: Pick<Checkout, 'changeSeat'>;
  /** Money is on its way back, on the screen. */
  readonly isRefunding: () => boolean;
};

export function createSeat(counter: Counter, { door, roster, checkout, isRefunding }: Parts): Seat {
  const { memory } = counter;

  const left = ({ userId }: Actor, because?: 'idle' | 'switched'): JournalEntry =>
    entry(counter, { kind: 'people.signed-out', payload: because === undefined ? { userId } : { userId, because } }, null);

  async function sit(actor: Actor): Promise<Result<null>> {
    return checkout.changeSeat(actor, (before) => {
      const came = entry(counter, { kind: 'people.signed-in', payload: { userId: actor.userId } }, null, actor);
      return before === null || before.userId === actor.userId ? [came] : [left(before, 'switched'), came];
    });
  }

  async function leave(because?: 'idle'): Promise<Result<null>> {
    return checkout.changeSeat(null, (before) => (before === null ? [] : [left(before, because)]));
  }

  return {
    signIn: async (userId, pin) => {
      const proved = await door.prove(userId, pin);
      return proved.ok ? sit(proved.value) : proved;
    },
    signOut: async () => (memory.signedIn === null ? DONE : leave()),
    leaveIdle: async () => {
      if (memory.signedIn === null) return DONE;
      if (memory.rules.idleMinutes === 0 || isAsking(counter) || isRefunding()) return refuse('people.still-at-work');
      return leave('idle');
    },
    changePin: async (userId, pin, newPin) => {
      const proved = await door.proveAnyPin(userId, pin);
      if (!proved.ok) return proved;
      const changed = await roster.changePin(proved.value.actor, newPin);
      if (!changed.ok) return changed;
      return memory.signedIn?.userId === userId ? DONE : sit(proved.value.actor);
    },
  };
}

/** Money was taken and the sale is not over: somebody is in the middle of it, whoever does not touch the screen. */
function isAsking({ memory }: Counter): boolean {
  const stage = memory.sale?.stage;
  return memory.draft !== null || !(stage === undefined || stage === 'basket' || stage === 'held' || stage === 'done' || stage === 'abandoned');
}

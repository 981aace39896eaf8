/** Who works here and what they may: kept by the owner, every change a row of the journal before anything follows from it. */
import type { UserState } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import { judgePerson } from '../../domain/people/roster.ts';
import type { PeopleRules } from '../../domain/people/rules.ts';
import { DEFAULT_PEOPLE_RULES } from '../../domain/people/rules.ts';
import type { Counter, User } from '../counter.ts';
import { append, entry } from '../counter.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { RosterUse } from './pins.ts';
import { addPerson, changePin, failureOfPerson, resetPin, writePin } from './pins.ts';

export type Roster = {
  readonly load: () => Promise<void>;
  /** Practice brings its own people, with PINs that stand on the screen. */
  readonly addPractice: (people: readonly (User & { readonly pin: string })[]) => Promise<void>;
  /** With a PIN that is drawn, told once, and to be changed by whoever it is given to. */
  readonly add: (name: string, role: Actor['role']) => Promise<Result<{ userId: string; firstPin: string }>>;
  readonly change: (userId: string, after: UserState) => Promise<Result<null>>;
  readonly resetPin: (userId: string) => Promise<Result<{ firstPin: string }>>;
  /** Her own, and a better one: `actor` has proved who she is. */
  readonly changePin: (actor: Actor, newPin: string) => Promise<Result<null>>;
  /** An owner's, and nobody else's. */
  readonly setRules: (rules: PeopleRules) => Promise<Result<null>>;
};


export function createRoster(counter: Counter): Roster {
  const { memory, journal } = counter;
  const exclusive = oneAtATime();

  async function load(): Promise<void> {
    memory.staff = await journal.users();
    memory.users = memory.staff.filter(({ active }) => active).map(({ userId, name, role }) => ({ userId, name, role }));
    memory.rules = (await journal.peopleRules()) ?? DEFAULT_PEOPLE_RULES;
    counter.changed();
  }

  async function addPractice(people: readonly (User & { readonly pin: string })[]): Promise<void> {
    for (const { pin, ...person } of people) {
      if (memory.staff.some(({ userId }) => userId === person.userId)) continue;
      await writePin(use, { kind: 'people.user-added', payload: person }, { userId: person.userId, pin, mustChange: false }, null);
    }
  }

  const use = { counter, load };
  return {
    load,
    addPractice,
    add: (name, role) => exclusive(() => addPerson(use, name, role)),
    change: (userId, after) => exclusive(() => changePerson(use, userId, after)),
    resetPin: (userId) => exclusive(() => resetPin(use, userId)),
    changePin: (actor, newPin) => exclusive(() => changePin(use, actor, newPin)),
    setRules: (rules) => exclusive(() => setRules(counter, rules)),
  };
}

async function changePerson({ counter, load }: RosterUse, userId: string, after: UserState): Promise<Result<null>> {
  const { memory } = counter;
  const actor = memory.signedIn;
  if (actor === null) return refuse('people.not-signed-in');
  const wrong = judgePerson(memory.staff, memory.rules.rights, actor, { userId, after });
  if (wrong !== null) return refuse(failureOfPerson(wrong));
  const known = memory.staff.find((person) => person.userId === userId);
  if (known === undefined) return refuse('people.unknown-user');
  const before: UserState = { name: known.name, role: known.role, active: known.active };
  if (JSON.stringify(before) === JSON.stringify(after)) return DONE;
  const durable = await append(counter, [entry(counter, { kind: 'people.user-changed', payload: { userId, before, after } }, null)]);
  if (!durable.ok) return durable;
  await load();
  // Her own name goes with her from here on.
  if (memory.signedIn?.userId === userId) memory.signedIn = { ...memory.signedIn, name: after.name };
  counter.changed();
  return DONE;
}

async function setRules(counter: Counter, after: PeopleRules): Promise<Result<null>> {
  const { memory } = counter;
  if (memory.signedIn === null) return refuse('people.not-signed-in');
  if (memory.signedIn.role !== 'owner') return refuse('people.forbidden');
  const before = memory.rules;
  if (JSON.stringify(before) === JSON.stringify(after)) return DONE;
  const durable = await append(counter, [entry(counter, { kind: 'people.rules-changed', payload: { before, after } }, null)]);
  if (!durable.ok) return durable;
  memory.rules = after;
  counter.changed();
  return DONE;
}

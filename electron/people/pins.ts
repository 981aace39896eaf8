/** PINs that are given, taken away and chosen: never in a row of the journal, and never there without their row. */
import { verify } from '@node-rs/argon2';
import type { FailureCode } from '../../domain/failure.ts';
import type { Actor } from '../../domain/people.ts';
import { pinProblem } from '../../domain/people.ts';
import type { RosterRefusal } from '../../domain/people/roster.ts';
import { judgePerson, mayManage } from '../../domain/people/roster.ts';
import type { EntryBody } from '../../domain/journal-entry.ts';
import type { Counter, Ids } from '../counter.ts';
import { appendWithPin, entry } from '../counter.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import { hashPin } from './pin.ts';

const FIRST_PIN_DIGITS = 6;

/** `load`: what was written is then known to everybody. */
export type RosterUse = { readonly counter: Counter; readonly load: () => Promise<void> };

const FAILURES = {
  forbidden: 'people.forbidden',
  'name-invalid': 'people.name-invalid',
  'name-taken': 'people.name-taken',
  'too-many': 'people.too-many',
  'last-owner': 'people.last-owner',
  oneself: 'people.oneself',
  unknown: 'people.unknown-user',
} as const satisfies Record<RosterRefusal, FailureCode>;

export function failureOfPerson(refusal: RosterRefusal): FailureCode {
  return FAILURES[refusal];
}

type NewPin = { readonly userId: string; readonly pin: string; readonly mustChange: boolean };

/** Durable together with the PIN it speaks of. */
export async function writePin({ counter, load }: RosterUse, body: EntryBody, { userId, pin, mustChange }: NewPin, actor: Actor | null): Promise<Result<null>> {
  const pinHash = await hashPin(pin);
  const durable = await appendWithPin(counter, [entry(counter, body, null, actor)], { userId, pinHash, mustChange });
  if (durable.ok) await load();
  return durable;
}

export async function addPerson(use: RosterUse, name: string, role: Actor['role']): Promise<Result<{ userId: string; firstPin: string }>> {
  const { memory, ids } = use.counter;
  const actor = memory.signedIn;
  if (actor === null) return refuse('people.not-signed-in');
  const wrong = judgePerson(memory.staff, memory.rules.rights, actor, { userId: null, after: { name, role, active: true } });
  if (wrong !== null) return refuse(FAILURES[wrong]);
  const userId = ids.next('u');
  const firstPin = drawPin(ids);
  const durable = await writePin(use, { kind: 'people.user-added', payload: { userId, name, role } }, { userId, pin: firstPin, mustChange: true }, actor);
  return durable.ok ? ok({ userId, firstPin }) : durable;
}

export async function resetPin(use: RosterUse, userId: string): Promise<Result<{ firstPin: string }>> {
  const { memory, ids } = use.counter;
  const actor = memory.signedIn;
  if (actor === null) return refuse('people.not-signed-in');
  const known = memory.staff.find((person) => person.userId === userId);
  if (known === undefined) return refuse('people.unknown-user');
  if (!mayManage(memory.rules.rights, actor, known.role)) return refuse('people.forbidden');
  const firstPin = drawPin(ids);
  const durable = await writePin(use, { kind: 'people.pin-reset', payload: { userId } }, { userId, pin: firstPin, mustChange: true }, actor);
  return durable.ok ? ok({ firstPin }) : durable;
}

/** Said once, on the screen of whoever gave it, and good for one sign-in. */
function drawPin(ids: Ids): string {
  for (;;) {
    const pin = ids.randomDigits(FIRST_PIN_DIGITS);
    if (pinProblem(pin) === null) return pin;
  }
}

/** `actor` has proved who she is. */
export async function changePin(use: RosterUse, actor: Actor, newPin: string): Promise<Result<null>> {
  const tooEasy = pinProblem(newPin);
  if (tooEasy !== null) return refuse('people.pin-too-easy', tooEasy);
  const credential = await use.counter.journal.credential(actor.userId);
  if (credential !== null && (await verify(credential.pinHash, newPin))) return refuse('people.pin-same');
  return writePin(use, { kind: 'people.pin-changed', payload: { userId: actor.userId } }, { userId: actor.userId, pin: newPin, mustChange: false }, actor);
}

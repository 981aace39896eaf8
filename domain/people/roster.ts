/**
 * Changes to who works here, judged before they are made. Nobody is ever deleted: who leaves is let go, and the journal goes on naming
 * her. An owner may do all of it. Somebody else with the right to the people may look after cashiers, and cannot make herself more.
 */
import type { UserState } from '../journal-entry.ts';
import type { Actor, Role } from '../people.ts';
import type { Rights } from './rights.ts';
import { mayDo } from './rights.ts';

export type Person = UserState & { readonly userId: string };

export const MAX_PEOPLE = 100;
export const MAX_NAME_LENGTH = 20;

export type RosterRefusal = 'forbidden' | 'name-invalid' | 'name-taken' | 'too-many' | 'last-owner' | 'oneself' | 'unknown';

/** Null when it may be. `userId` null: somebody new. */
export function judgePerson(roster: readonly Person[], rights: Rights, actor: Actor, change: { readonly userId: string | null; readonly after: UserState }): RosterRefusal | null {
  const { userId, after } = change;
  const before = roster.find((person) => person.userId === userId) ?? null;
  if (userId !== null && before === null) return 'unknown';
  if (!mayManage(rights, actor, before?.role ?? after.role) || !mayManage(rights, actor, after.role)) return 'forbidden';
  if (!isPersonName(after.name)) return 'name-invalid';
  if (after.active && roster.some((person) => person.userId !== userId && person.active && person.name === after.name)) return 'name-taken';
  if (before === null) return roster.length >= MAX_PEOPLE ? 'too-many' : null;
  if (userId === actor.userId && (!after.active || after.role !== before.role)) return 'oneself';
  const loses = before.active && before.role === 'owner' && !(after.active && after.role === 'owner');
  return loses && !roster.some((person) => person.userId !== userId && person.active && person.role === 'owner') ? 'last-owner' : null;
}

/** Whether this person looks after people of that role: gives them names, roles and PINs. */
export function mayManage(rights: Rights, actor: { readonly role: Role }, role: Role): boolean {
  return actor.role === 'owner' || (mayDo(rights, actor, 'people') && role === 'cashier');
}

export function isPersonName(name: string): boolean {
  return name !== '' && name.trim() === name && [...name].length <= MAX_NAME_LENGTH && !/\p{Cc}/u.test(name);
}

/** What the owner has decided about people at this counter. */
import type { Actor, Role } from '../people.ts';
import type { Act, Rights } from './rights.ts';
import { DEFAULT_RIGHTS, mayDo } from './rights.ts';

export type PeopleRules = {
  readonly rights: Rights;
  /** There is one person in this shop: she approves for herself, and the journal says so. */
  readonly onePerson: boolean;
  /** Signed out after so many minutes without a touch; 0 = never. */
  readonly idleMinutes: number;
};

export const DEFAULT_PEOPLE_RULES: PeopleRules = { rights: DEFAULT_RIGHTS, onePerson: false, idleMinutes: 0 };

/** Nobody else can be asked: the owner has said so, or nobody else has the right. `people`: those who can sign in. */
export function isAlone(rules: PeopleRules, people: readonly { readonly userId: string; readonly role: Role }[], requester: Actor, act: Act): boolean {
  return rules.onePerson || !people.some((person) => person.userId !== requester.userId && mayDo(rules.rights, person, act));
}

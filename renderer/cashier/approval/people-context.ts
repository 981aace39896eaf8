import { createContext, use } from 'react';
import type { CounterView } from '../../../contract/views.ts';
import type { Act } from '../../../domain/people/rights.ts';

/** Who is here and what each of them may do, for whatever on the screen has to ask. */
export type PeopleHere = Pick<CounterView, 'users' | 'signedIn' | 'onePerson'>;

export const PeopleContext = createContext<PeopleHere>({ users: [], signedIn: null, onePerson: false });

export function usePeople(): PeopleHere {
  return use(PeopleContext);
}

/** Whether the person signed in has the right. Main judges it again. */
export function mayHere({ users, signedIn }: PeopleHere, act: Act): boolean {
  return users.some((user) => user.userId === signedIn?.userId && user.may.includes(act));
}

const NEAR = { cashier: 0, manager: 1, owner: 2 } as const;

/** Those whose PIN can approve it: others with the right; where there are none, or the shop is set to one person, she herself. */
export function approversOf({ users, signedIn, onePerson }: PeopleHere, act: Act): PeopleHere['users'] {
  // Whoever is likelier to be near comes first.
  const having = users.filter((user) => user.may.includes(act)).toSorted((a, b) => NEAR[a.role] - NEAR[b.role]);
  const others = having.filter((user) => user.userId !== signedIn?.userId);
  return onePerson || others.length === 0 ? having : others;
}

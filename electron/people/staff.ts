/** Everything about people at this counter, joined. */
import type { Counter } from '../counter.ts';
import type { Approvals } from './approvals.ts';
import { createApprovals } from './approvals.ts';
import type { People } from './people.ts';
import { createPeople } from './people.ts';

export type Staff = { readonly people: People; readonly approvals: Approvals };

export function createStaff(counter: Counter): Staff {
  const people = createPeople(counter);
  return { people, approvals: createApprovals(counter, people) };
}

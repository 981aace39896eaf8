/** Everything about people that stands on nothing else: the door, what they may, what they approve. */
import type { Counter } from '../counter.ts';
import type { Approvals } from './approvals.ts';
import { createApprovals } from './approvals.ts';
import type { Door } from './door.ts';
import { createDoor } from './door.ts';
import type { Roster } from './roster.ts';
import { createRoster } from './roster.ts';

export type Staff = { readonly door: Door; readonly roster: Roster; readonly approvals: Approvals };

export function createStaff(counter: Counter): Staff {
  const door = createDoor(counter);
  return { door, roster: createRoster(counter), approvals: createApprovals(counter, door) };
}

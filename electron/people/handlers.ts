/** Calls about people → use case. One line each. */
import type { CallName } from '../../contract/calls.ts';
import type { Counter } from '../counter.ts';
import { openDrawer } from '../slips/open-drawer.ts';
import type { Prints } from '../slips/prints.ts';
import type { Handlers } from '../router.ts';
import { listActs, listStaff } from './lists.ts';
import type { Seat } from './seat.ts';
import type { Staff } from './staff.ts';

export type PeopleUseCases = { readonly counter: Counter; readonly staff: Staff; readonly seat: Seat; readonly prints: Prints };
type PeopleCall = Extract<CallName, `people.${string}`> | 'drawer.open';

export function peopleHandlers({ counter, staff, seat, prints }: PeopleUseCases): Pick<Handlers, PeopleCall> {
  const { roster, approvals } = staff;
  return {
    'people.signIn': ({ userId, pin }) => seat.signIn(userId, pin),
    'people.signOut': () => seat.signOut(),
    'people.leaveIdle': () => seat.leaveIdle(),
    'people.changePin': ({ userId, pin, newPin }) => seat.changePin(userId, pin, newPin),
    'people.approve': ({ userId, pin, ...content }) => approvals.approve(content, userId, pin),
    'people.staff': async () => listStaff(counter),
    'people.add': ({ name, role }) => roster.add(name.trim(), role),
    'people.change': ({ userId, name, role, active }) => roster.change(userId, { name: name.trim(), role, active }),
    'people.resetPin': ({ userId }) => roster.resetPin(userId),
    'people.setRules': ({ rules }) => roster.setRules(rules),
    'people.acts': ({ beforeSeq, limit }) => listActs(counter, beforeSeq, limit),
    'drawer.open': (given) => openDrawer({ counter, approvals, prints }, given),
  };
}

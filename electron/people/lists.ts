/** What the rooms of people list: who works here, and what was done today that others must ask for. */
import type { CallAnswer } from '../../contract/calls.ts';
import { mayManage } from '../../domain/people/roster.ts';
import { seoulDay } from '../../domain/seoul-time.ts';
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import { ok } from '../result.ts';
import { ifMay } from './may.ts';

export function listStaff(counter: Counter): Promise<Result<CallAnswer<'people.staff'>>> {
  return ifMay(counter, 'people', async (actor) => {
    const { staff, rules } = counter.memory;
    return ok({ people: staff.map((person) => ({ ...person, mayChange: mayManage(rules.rights, actor, person.role) })), rules });
  });
}

/** Of the business day of the open shift, else of the last one. */
export function listActs(counter: Counter, beforeSeq: number | null, limit: number): Promise<Result<CallAnswer<'people.acts'>>> {
  return ifMay(counter, 'reports', async () => {
    const { lastBusinessDay } = await counter.journal.counter();
    const businessDay = counter.memory.shift?.businessDay ?? lastBusinessDay ?? seoulDay(counter.now().toISOString());
    const acts = await counter.journal.specialActs(businessDay, { limit, ...(beforeSeq === null ? {} : { beforeSeq }) });
    return ok({ businessDay, acts: [...acts], more: acts.length === limit });
  });
}

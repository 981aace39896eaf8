/** Whether the person signed in has a right that is hers or is not: what is not asked for on the spot, like a room. */
import type { Actor } from '../../domain/people.ts';
import type { Act } from '../../domain/people/rights.ts';
import { mayDo } from '../../domain/people/rights.ts';
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';

export function mayNow({ memory }: Pick<Counter, 'memory'>, act: Act): Result<Actor> {
  const { signedIn, rules } = memory;
  if (signedIn === null) return refuse('people.not-signed-in');
  return mayDo(rules.rights, signedIn, act) ? ok(signedIn) : refuse('people.forbidden', act);
}

export async function ifMay<T>(counter: Pick<Counter, 'memory'>, act: Act, job: (actor: Actor) => Promise<Result<T>>): Promise<Result<T>> {
  const may = mayNow(counter, act);
  return may.ok ? job(may.value) : may;
}

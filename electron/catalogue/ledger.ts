/**
 * A change to the catalogue: first an entry of the journal, then carried out in the file. The file follows the journal: what a crash left
 * between the two is carried out at the next start. What cannot be carried out now is withdrawn by an entry of its own, so that "refused"
 * stays true; where even that fails, the words say that the change is yet to come.
 */
import { CatalogueError, type CatalogueFile } from '../../db/catalogue/catalogue.ts';
import type { EntryBody } from '../../domain/journal-entry.ts';
import type { Counter } from '../counter.ts';
import { append, entry, notify } from '../counter.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';

/** Entries carried out in one transaction of the file. */
const FOLLOW_AT_ONCE = 200;

export type Ledger = {
  /** Carries out what the journal says and the file does not have yet. Throws a CatalogueError. */
  readonly follow: () => Promise<void>;
  /** `withdraw`: the entry that takes it back; null where nothing can. */
  readonly commit: (body: EntryBody, withdraw: EntryBody | null) => Promise<Result<null>>;
};

export function createLedger(counter: Counter, file: CatalogueFile): Ledger {
  async function follow(): Promise<void> {
    for (;;) {
      const { steps, throughSeq } = await counter.journal.catalogueSteps(await file.followedSeq(), { limit: FOLLOW_AT_ONCE });
      const lost = await file.follow(steps, throughSeq);
      if (lost.length > 0) {
        counter.log(`lists named in the journal that are not in the catalogue's file: ${lost.join(', ')}`);
        notify(counter, 'import.lost', null, null);
      }
      if (steps.length < FOLLOW_AT_ONCE) return;
    }
  }

  async function commit(body: EntryBody, withdraw: EntryBody | null): Promise<Result<null>> {
    const durable = await append(counter, [entry(counter, body, null)]);
    if (!durable.ok) return durable;
    try {
      await follow();
      return DONE;
    } catch (problem) {
      if (!(problem instanceof CatalogueError)) throw problem;
      const withdrawn = withdraw === null ? null : await append(counter, [entry(counter, withdraw, null)]);
      return refuse(withdrawn?.ok === true ? 'catalogue.unavailable' : 'catalogue.takes-effect-later', problem.message);
    }
  }

  return { follow, commit };
}

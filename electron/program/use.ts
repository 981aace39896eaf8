/** What the program's own use cases share. */
import type { ProgramView } from '../../contract/program.ts';
import type { KeyProtection } from '../../db/keys.ts';
import type { Ids } from '../counter.ts';
import type { DraftKeeper } from './draft.ts';
import type { Home } from './home.ts';
import type { Mover } from './places.ts';
import type { Search } from './printer-search.ts';

export type ProgramUse = {
  readonly home: Home;
  readonly drafts: DraftKeeper;
  readonly search: Search;
  readonly mover: Mover;
  readonly view: () => ProgramView;
  readonly changed: () => void;
  readonly log: (line: string) => void;
  readonly protect: KeyProtection | undefined;
  readonly ids: Ids;
  readonly now: () => Date;
};

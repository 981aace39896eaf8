/** The catalogue's file follows the journal; where it is new, or was lost, it looks for changes of products among all rows there ever were. They have an index of their own. */
import type { Migration } from './migration.ts';

export const catalogueStepsMigration: Migration = {
  number: 12,
  name: 'catalogue steps',
  // The kinds stand as in `db/reads/catalogue.ts`: an index of some rows is used where the question names the same ones.
  sql: `CREATE INDEX journal_catalogue_steps ON journal (seq) WHERE kind IN ('catalogue.product-saved', 'catalogue.changed', 'catalogue.imported', 'catalogue.import-undone');`,
};

/** What was printed again is looked for over weeks among everything that was printed: the few rows of it have an index of their own. */
import type { Migration } from './migration.ts';

export const printsAgainMigration: Migration = {
  number: 9,
  name: 'prints again',
  sql: `CREATE INDEX print_jobs_again ON print_jobs (created_seq) WHERE job_kind = 'slip' AND reason IN ('again', 'not-out', 'other-printer');`,
};

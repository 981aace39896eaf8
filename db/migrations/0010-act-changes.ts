/** What was to be otherwise stands beside who asked for it, where no sale and no amount say it. Nothing older has it. */
import type { Migration } from './migration.ts';

export const actChangesMigration: Migration = {
  number: 10,
  name: 'act changes',
  sql: 'ALTER TABLE special_acts ADD COLUMN change TEXT;',
};

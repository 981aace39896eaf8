/** Every migration, in order. Listed by hand, so that a bundle carries them. */
import { journalMigration } from './0001-journal.ts';
import { projectionsMigration } from './0002-projections.ts';
import { peopleMigration } from './0003-people.ts';
import { historyMigration } from './0004-history.ts';
import { cardsMigration } from './0005-cards.ts';
import { printLedgerMigration } from './0006-print-ledger.ts';
import { refundsMigration } from './0007-refunds.ts';
import { staffMigration } from './0008-staff.ts';
import { printsAgainMigration } from './0009-prints-again.ts';
import { actChangesMigration } from './0010-act-changes.ts';
import { drawerCountsMigration } from './0011-drawer-counts.ts';
import { catalogueStepsMigration } from './0012-catalogue-steps.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [journalMigration, projectionsMigration, peopleMigration, historyMigration, cardsMigration, printLedgerMigration, refundsMigration, staffMigration, printsAgainMigration, actChangesMigration, drawerCountsMigration, catalogueStepsMigration];

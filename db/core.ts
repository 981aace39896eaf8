/** The journal without its thread: an open database and everything that can be asked of it. The worker is a door to this. */
import type { KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { type Append, createAppender } from './append.ts';
import { backUp, type BackupReport } from './backup.ts';
import { genesisHash, publicKeyText, signingKeyFrom } from './chain.ts';
import { durability, openDatabase } from './database.ts';
import { corrupt, JournalError } from './journal-error.ts';
import type { JournalLimits } from './limits.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { type PeopleStore, peopleStore } from './people.ts';
import { createProjector, projectionsAreCurrent, rebuildProjections } from './projections/projector.ts';
import { type CatalogueReads, catalogueReads } from './reads/catalogue.ts';
import { type CardReads, cardReads } from './reads/cards.ts';
import { type CashReceiptReads, cashReceiptReads } from './reads/cash-receipts.ts';
import { type DrawerCountReads, drawerCountReads } from './reads/drawer-counts.ts';
import { type DayReads, dayReads } from './reads/day.ts';
import { type HistoryReads, historyReads } from './reads/history.ts';
import { type PrintJobReads, printJobReads } from './reads/print-jobs.ts';
import { type PrintLedgerReads, printLedgerReads } from './reads/print-ledger.ts';
import { type RefundReads, refundReads } from './reads/refunds.ts';
import { type SettledReceiptReads, settledReceiptReads } from './reads/settled-receipts.ts';
import { type SaleReads, saleReads } from './reads/sales.ts';
import type { Durability, Progress, VerifyReport } from './records.ts';
import { type Identity, readIdentity, tailFault, verifyJournal } from './verify.ts';

export type CoreOptions = {
  readonly path: string;
  /** PKCS #8 DER; null when there is none, which only a journal that cannot be opened anyway may survive. */
  readonly signingKey: Uint8Array | null;
  readonly sealingKeyId: string | null;
  /** For a new journal; an old one keeps its own. */
  readonly newCounterId: string;
  readonly limits: JournalLimits;
};

export type Operations = SaleReads &
  CashReceiptReads &
  CardReads &
  RefundReads &
  PrintJobReads &
  PrintLedgerReads &
  DrawerCountReads &
  SettledReceiptReads &
  DayReads &
  CatalogueReads &
  HistoryReads &
  PeopleStore & { readonly append: Append; readonly durability: () => Durability };

export type Report = (progress: Progress) => void;

/** These show signs of life; the wait for them starts anew with each. */
export type LongOperations = {
  readonly verify: (report: Report) => Promise<VerifyReport>;
  readonly backup: (report: Report, path: string) => Promise<BackupReport>;
  readonly rebuildProjections: (report: Report) => Promise<{ readonly rows: number }>;
};

export type Core = {
  readonly identity: Identity;
  readonly operations: Operations;
  readonly long: LongOperations;
  /** Moves the write-ahead log into the file. For quiet moments: a sale need not wait for it. */
  readonly checkpoint: () => void;
  readonly close: () => void;
};

/** Throws a JournalError. `onProgress`: again and again while the tables of an older journal are folded anew, which takes as long as there are rows. */
export function openCore(options: CoreOptions, onProgress: Report = () => {}): Core {
  const db = openDatabase(options.path, MIGRATIONS, options.limits);
  try {
    return coreOf(db, options, onProgress);
  } catch (error) {
    db.close();
    throw error;
  }
}

function coreOf(db: Database, { signingKey: pkcs8, sealingKeyId, newCounterId, limits }: CoreOptions, onProgress: Report): Core {
  const signingKey = readSigningKey(pkcs8);
  const identity = identify(db, publicKeyText(signingKey), sealingKeyId, newCounterId);
  const fault = tailFault(db, identity, limits.tailRows);
  if (fault !== null) throw corrupt(`the chain does not hold at row ${fault.seq} (${fault.what})`);
  if (!projectionsAreCurrent(db)) rebuildProjections(db, onProgress);
  const genesis = genesisHash(identity.counterId, identity.publicKey);
  const sales = saleReads(db);
  const append = createAppender(db, { genesis, signingKey, project: createProjector(db, true), limits });
  return {
    identity,
    operations: {
      ...sales,
      ...cashReceiptReads(db),
      ...cardReads(db),
      ...refundReads(db),
      ...printJobReads(db),
      ...printLedgerReads(db),
      ...drawerCountReads(db),
      ...settledReceiptReads(db),
      ...dayReads(db),
      ...catalogueReads(db),
      ...historyReads(db, sales.salesByNumber),
      ...peopleStore(db, append),
      append,
      durability: () => durability(db),
    },
    long: {
      verify: (report) => verifyJournal(db, report),
      backup: (report, path) => backUp(db, path, limits.tailRows, report),
      rebuildProjections: async () => ({ rows: rebuildProjections(db) }),
    },
    checkpoint: () => db.pragma('wal_checkpoint(PASSIVE)'),
    close: () => db.close(),
  };
}

function readSigningKey(pkcs8: Uint8Array | null): KeyObject {
  if (pkcs8 === null) throw keyMissing('the signing key is not there');
  try {
    return signingKeyFrom(pkcs8);
  } catch {
    throw keyMissing('the signing key is damaged');
  }
}

function identify(db: Database, publicKey: string, sealingKeyId: string | null, newCounterId: string): Identity {
  if (sealingKeyId === null) throw keyMissing('the sealing key is not there');
  const identity = readIdentity(db);
  if (identity === null) return makeIdentity(db, { counterId: newCounterId, publicKey, sealingKeyId });
  if (identity.publicKey !== publicKey) throw keyMissing('the signing key is not the one this journal was begun with');
  if (identity.sealingKeyId !== sealingKeyId) throw keyMissing('the sealing key is not the one this journal was begun with');
  return identity;
}

function makeIdentity(db: Database, identity: Identity): Identity {
  const rows = db.prepare('SELECT count(*) FROM journal').pluck().get();
  if (rows !== 0) throw corrupt('the journal does not say whose it is');
  const insert = db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)');
  db.transaction(() => {
    insert.run('counter_id', identity.counterId);
    insert.run('public_key', identity.publicKey);
    insert.run('sealing_key_id', identity.sealingKeyId);
  }).immediate();
  return identity;
}

function keyMissing(what: string): JournalError {
  return new JournalError('journal.key-missing', `${what}. Nothing was changed. Bring the counter's keys back from where they are kept; no new key is made for an old journal.`);
}

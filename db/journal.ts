/**
 * The journal: everything that must never be lost or changed. One SQLite file, one thread, one writer; append-only, hash-chained,
 * signed. What is resolved here is on the disk.
 */
import { randomUUID } from 'node:crypto';
import type { CheckoutEvent } from '../domain/checkout/machine.ts';
import type { ReceiptCancelState } from '../domain/cash-receipt/cancel.ts';
import type { CashReceiptState } from '../domain/cash-receipt/machine.ts';
import type { JournalEntry } from '../domain/journal-entry.ts';
import type { PeopleRules } from '../domain/people/rules.ts';
import type { BackupReport } from './backup.ts';
import { JournalError, type JournalErrorCode, journalErrorFrom } from './journal-error.ts';
import { type KeyStore, loadKeys } from './keys.ts';
import { JOURNAL_LIMITS, type JournalLimits } from './limits.ts';
import type { CatalogueSteps } from './reads/catalogue.ts';
import type { SpecialActPage } from './people.ts';
import type { HistoryPage, SaleSearch } from './reads/history.ts';
import type { LedgerPage, LedgerTime } from './reads/print-ledger.ts';
import type { DayPage } from './reads/sales.ts';
import type {
  Appended,
  CashReceiptRecord,
  CounterRecord,
  Credential,
  DrawerCountRecord,
  Durability,
  FailureCount,
  FoundSales,
  GapReport,
  HandwrittenRecord,
  JournalRow,
  PinRecord,
  PrintJobRecord,
  PrintLedgerRecord,
  PrintSum,
  Progress,
  ReceiptCancelRecord,
  RefundBrief,
  RefundRecord,
  SaleRecord,
  ShiftTotals,
  SpecialActRecord,
  StrayRecord,
  TradeRecord,
  UnsentCashReceipts,
  UserRecord,
  VerifyReport,
} from './records.ts';
import { createSealer, type Sealer } from './seal.ts';
import { sizeOf } from './database.ts';
import { startWorker, type WorkerClient } from './worker-client.ts';

export { JournalError, type JournalErrorCode, JournalRefusal } from './journal-error.ts';
export { fileKeyStore, type KeyName, type KeyProtection, type KeyStore } from './keys.ts';
export { JOURNAL_LIMITS, type JournalLimits, LIST_LIMIT } from './limits.ts';
export type { BackupReport } from './backup.ts';
export type { HistoryPage, SaleSearch } from './reads/history.ts';
export type { LedgerPage, LedgerTime } from './reads/print-ledger.ts';
export type * from './records.ts';

export type OpenOptions = {
  readonly path: string;
  readonly keys: KeyStore;
  /** Names a new journal; an old one keeps its own. Without it a new one gets a random name. */
  readonly counterId?: string;
  readonly limits?: Partial<JournalLimits>;
  /** How far it has come, while an older journal is folded anew: that takes as long as there are rows. */
  readonly onFolding?: (progress: Progress) => void;
};

export type OpenResult = { readonly ok: true; readonly journal: Journal } | { readonly ok: false; readonly code: JournalErrorCode; readonly detail: string };

type OnProgress = { readonly onProgress?: (progress: Progress) => void };

/**
 * Every method rejects with a JournalError (the file, the disk, the thread) or a JournalRefusal (a bug of the caller: a number used
 * twice, an outcome without its intent, a list over `LIST_LIMIT`). Requests are carried out in the order they are made.
 */
export type Journal = {
  readonly counterId: string;
  /** Ed25519, SubjectPublicKeyInfo DER, base64. */
  readonly publicKey: string;

  /**
   * One transaction for 1 to `entriesPerAppend` entries, rows and projections together. Resolves when they are durable. Rejected:
   * none of them is there, unless a JournalError says `written: 'unknown'` (thread lost, fsync failed): then the journal takes no
   * more and must be opened again, and its last rows tell. Outcomes that do not follow the stored state are refused.
   */
  readonly append: (entries: readonly JournalEntry[]) => Promise<readonly Appended[]>;

  /** For personal numbers, before they are put into an entry. Synchronous; throws a RangeError over 65,536 characters. */
  readonly seal: (text: string) => string;
  /** Throws a JournalError: `journal.key-missing` (sealed elsewhere) or `journal.corrupt` (changed since). */
  readonly unseal: (sealed: string) => string;

  readonly counter: () => Promise<CounterRecord>;
  /** In order; all of them, or refused over 20,000. */
  readonly saleEvents: (saleId: string) => Promise<readonly CheckoutEvent[]>;
  readonly sale: (saleId: string) => Promise<SaleRecord | null>;
  /** Newest first. */
  readonly salesOfDay: (businessDay: string, page: DayPage) => Promise<readonly SaleRecord[]>;
  /**
   * Finished sales by what is remembered of them, newest first. A question costs a bounded time, so it may find fewer than asked for and
   * say where to go on.
   */
  readonly findSales: (search: SaleSearch, page: HistoryPage) => Promise<FoundSales>;
  /** In the order given; numbers nobody has are left out. At most 1,000. */
  readonly salesByNumber: (saleNumbers: readonly number[]) => Promise<readonly SaleRecord[]>;
  /** How many finished sales somebody still has to look after. */
  readonly openSales: () => Promise<number>;
  /** Everyone who has ever taken money here, by the name she had last. */
  readonly historyCashiers: () => Promise<readonly { readonly userId: string; readonly name: string }[]>;
  /** Every row of a sale, oldest first; at most 1,000 a page. */
  readonly saleJournal: (saleId: string, page?: { readonly limit: number; readonly afterSeq?: number }) => Promise<readonly JournalRow[]>;

  readonly cashReceipt: (cashReceiptId: string) => Promise<CashReceiptRecord | null>;
  /** By the gateway's key, or the number of its trade at the terminal. */
  readonly cashReceiptByKey: (mgtKey: string) => Promise<CashReceiptRecord | null>;
  /** Oldest first, at most 1,000. */
  readonly cashReceiptsOfSale: (saleId: string) => Promise<readonly CashReceiptRecord[]>;
  /** Oldest first. */
  readonly cashReceiptsIn: (states: readonly CashReceiptState['name'][], page: { readonly limit: number }) => Promise<readonly CashReceiptRecord[]>;
  /** Queued, requested, unknown, or at the card terminal. */
  readonly unsentCashReceipts: () => Promise<UnsentCashReceipts>;

  readonly printJob: (jobId: string) => Promise<PrintJobRecord | null>;
  /** Oldest first, at most 1,000. */
  readonly printJobsOfSale: (saleId: string) => Promise<readonly PrintJobRecord[]>;
  /** Queued or sent, oldest first. */
  readonly openPrintJobs: (page: { readonly limit: number }) => Promise<readonly PrintJobRecord[]>;
  /**
   * Slips somebody still waits for: queued or sent, or failed or unknown until somebody says how it ended, with no later one of
   * the same paper and copy. No drawers, no test prints.
   */
  readonly unsettledPrints: () => Promise<{ readonly count: number }>;
  /** The same slips, oldest first. */
  readonly unsettledPrintJobs: (page: { readonly limit: number }) => Promise<readonly PrintJobRecord[]>;

  /** Slips of some days, newest first: those printed again, those in doubt, or all. */
  readonly printLedger: (page: LedgerPage) => Promise<readonly PrintLedgerRecord[]>;
  /** How many of them of each person; at most 1,000 people, most printed again first. */
  readonly printSums: (time: LedgerTime) => Promise<readonly PrintSum[]>;
  /** Counts of the drawer in some days, newest first: those too far off to close over, and those it was closed with. */
  readonly drawerCounts: (page: LedgerTime & { readonly limit: number }) => Promise<readonly DrawerCountRecord[]>;

  readonly cardTrade: (tradeNumber: string) => Promise<TradeRecord | null>;
  readonly handwrittenSlip: (slipId: string) => Promise<HandwrittenRecord | null>;
  /** Oldest first, at most 100. */
  readonly handwrittenSlipsOfSale: (saleId: string) => Promise<readonly HandwrittenRecord[]>;
  /** Somebody still has to do something with these. Oldest first. */
  readonly openHandwrittenSlips: (page: { readonly limit: number }) => Promise<readonly HandwrittenRecord[]>;
  /** Newest first. */
  readonly endedHandwrittenSlips: (page: { readonly limit: number; readonly beforeSeq?: number }) => Promise<readonly HandwrittenRecord[]>;
  readonly strayCharge: (strayId: string) => Promise<StrayRecord | null>;
  /** Oldest first. */
  readonly openStrayCharges: (page: { readonly limit: number }) => Promise<readonly StrayRecord[]>;

  readonly nextRefundNumber: () => Promise<number>;
  readonly refund: (refundId: string) => Promise<RefundRecord | null>;
  /** Of this sale and those tied to it by exchanges, in the order they were begun; at most 1,000. */
  readonly refundsTiedTo: (rootSaleId: string) => Promise<readonly RefundRecord[]>;
  /** The refund a trade of the terminal belongs to; null: to none. */
  readonly refundOfTrade: (tradeNumber: string) => Promise<string | null>;
  /** Neither done nor called off, oldest first. */
  readonly openRefunds: (page: { readonly limit: number }) => Promise<readonly RefundRecord[]>;
  /** Of these sales, without those that were called off; at most 1,000. */
  readonly refundBriefs: (saleIds: readonly string[]) => Promise<readonly RefundBrief[]>;
  readonly receiptCancel: (cancelId: string) => Promise<ReceiptCancelRecord | null>;
  /** By its key, which at the terminal is its trade's number. */
  readonly receiptCancelByKey: (mgtKey: string) => Promise<ReceiptCancelRecord | null>;
  /** Those of these that somebody saw to by hand: they do not stand any more, although their own state says so. */
  readonly settledReceipts: (cashReceiptIds: readonly string[]) => Promise<readonly string[]>;
  readonly receiptCancelsOf: (cashReceiptIds: readonly string[]) => Promise<readonly ReceiptCancelRecord[]>;
  /** Oldest first. */
  readonly receiptCancelsIn: (states: readonly ReceiptCancelState['name'][], page: { readonly limit: number }) => Promise<readonly ReceiptCancelRecord[]>;

  /** What was taken in a shift, less what was given back in it; the sales are those begun in it. */
  readonly shiftTotals: (shiftId: string) => Promise<ShiftTotals>;
  /** Most frequent first. */
  readonly failuresOfDay: (businessDay: string) => Promise<readonly FailureCount[]>;
  /** Sale and Z numbers that are missing between those in use. */
  readonly numberGaps: () => Promise<GapReport>;
  /** Products saved at the counter after row `afterSeq`, oldest first, at most 1,000 a page. */
  readonly catalogueSteps: (afterSeq: number, page: { readonly limit: number }) => Promise<CatalogueSteps>;

  /** Like `append`, and in the same transaction the PIN hash of a user the journal knows, her failures cleared. The hash is not part of the chain. */
  readonly appendWithPin: (entries: readonly JournalEntry[], pin: PinRecord) => Promise<readonly Appended[]>;
  /** Everybody who ever worked here, by name. */
  readonly users: () => Promise<readonly UserRecord[]>;
  readonly credential: (userId: string) => Promise<Credential | null>;
  readonly setPinFailures: (userId: string, failures: number, lockedUntil: string | null) => Promise<void>;
  /** As they were decided last; null while nobody has. */
  readonly peopleRules: () => Promise<PeopleRules | null>;
  /** What was done or tried that others must ask for, newest first. */
  readonly specialActs: (businessDay: string, page: SpecialActPage) => Promise<readonly SpecialActRecord[]>;

  /** The whole chain, signatures, and what the projections hold. In slices: sales go on meanwhile. */
  readonly verify: (options?: OnProgress) => Promise<VerifyReport>;
  /** To a path that is not taken; opened and checked before it gets its name. Sales go on meanwhile. */
  readonly backup: (path: string, options?: OnProgress) => Promise<BackupReport>;
  /** Folds the whole journal into its tables again. Everything else waits. */
  readonly rebuildProjections: () => Promise<{ readonly rows: number }>;
  readonly durability: () => Promise<Durability>;
  /** Told once, when the thread is lost: nothing can be asked or written until the journal is opened again. Closing it is no loss. */
  readonly onLost: (listener: (error: JournalError) => void) => void;
  /** After what was asked before it. Nothing can be asked after it. */
  readonly close: () => Promise<void>;
};

/** A new path gets a new journal and, where the key store has none, new keys. */
export async function openJournal(options: OpenOptions): Promise<OpenResult> {
  const limits = { ...JOURNAL_LIMITS, ...options.limits };
  try {
    const { signing, sealing } = loadKeys(options.keys, sizeOf(options.path) <= 0);
    const sealer = sealing === null ? null : sealerOf(sealing);
    const newCounterId = options.counterId ?? randomUUID();
    const client = await startWorker({ path: options.path, signingKey: signing, sealingKeyId: sealer?.keyId ?? null, newCounterId, limits }, options.onFolding);
    // The worker does not open without both keys.
    if (sealer === null) throw new JournalError('journal.key-missing', 'the sealing key is not there');
    return { ok: true, journal: journalOf(client, sealer) };
  } catch (error) {
    const known = journalErrorFrom(error);
    return known instanceof JournalError ? { ok: false, code: known.code, detail: known.detail } : { ok: false, code: 'journal.unavailable', detail: known.message };
  }
}

function sealerOf(key: Buffer): Sealer {
  try {
    return createSealer(key);
  } catch (error) {
    throw new JournalError('journal.key-missing', error instanceof Error ? error.message : String(error));
  }
}

function journalOf(client: WorkerClient, { seal, unseal }: Sealer): Journal {
  const { call, callLong, identity } = client;
  return {
    counterId: identity.counterId,
    publicKey: identity.publicKey,
    append: (entries) => call('append', entries),
    seal,
    unseal,
    counter: () => call('counter'),
    saleEvents: (saleId) => call('saleEvents', saleId),
    sale: (saleId) => call('sale', saleId),
    salesOfDay: (businessDay, page) => call('salesOfDay', businessDay, page),
    findSales: (search, page) => call('findSales', search, page),
    salesByNumber: (saleNumbers) => call('salesByNumber', saleNumbers),
    openSales: () => call('openSales'),
    historyCashiers: () => call('historyCashiers'),
    saleJournal: (saleId, page) => (page === undefined ? call('saleJournal', saleId) : call('saleJournal', saleId, page)),
    cashReceipt: (cashReceiptId) => call('cashReceipt', cashReceiptId),
    cashReceiptByKey: (mgtKey) => call('cashReceiptByKey', mgtKey),
    cashReceiptsOfSale: (saleId) => call('cashReceiptsOfSale', saleId),
    cashReceiptsIn: (states, page) => call('cashReceiptsIn', states, page),
    unsentCashReceipts: () => call('unsentCashReceipts'),
    printJob: (jobId) => call('printJob', jobId),
    printJobsOfSale: (saleId) => call('printJobsOfSale', saleId),
    openPrintJobs: (page) => call('openPrintJobs', page),
    unsettledPrints: () => call('unsettledPrints'),
    unsettledPrintJobs: (page) => call('unsettledPrintJobs', page),
    printLedger: (page) => call('printLedger', page),
    printSums: (time) => call('printSums', time),
    drawerCounts: (page) => call('drawerCounts', page),
    cardTrade: (tradeNumber) => call('cardTrade', tradeNumber),
    handwrittenSlip: (slipId) => call('handwrittenSlip', slipId),
    handwrittenSlipsOfSale: (saleId) => call('handwrittenSlipsOfSale', saleId),
    openHandwrittenSlips: (page) => call('openHandwrittenSlips', page),
    endedHandwrittenSlips: (page) => call('endedHandwrittenSlips', page),
    strayCharge: (strayId) => call('strayCharge', strayId),
    openStrayCharges: (page) => call('openStrayCharges', page),
    nextRefundNumber: () => call('nextRefundNumber'),
    refund: (refundId) => call('refund', refundId),
    refundsTiedTo: (rootSaleId) => call('refundsTiedTo', rootSaleId),
    refundOfTrade: (tradeNumber) => call('refundOfTrade', tradeNumber),
    openRefunds: (page) => call('openRefunds', page),
    refundBriefs: (saleIds) => call('refundBriefs', saleIds),
    receiptCancel: (cancelId) => call('receiptCancel', cancelId),
    receiptCancelByKey: (mgtKey) => call('receiptCancelByKey', mgtKey),
    settledReceipts: (cashReceiptIds) => call('settledReceipts', cashReceiptIds),
    receiptCancelsOf: (cashReceiptIds) => call('receiptCancelsOf', cashReceiptIds),
    receiptCancelsIn: (states, page) => call('receiptCancelsIn', states, page),
    shiftTotals: (shiftId) => call('shiftTotals', shiftId),
    failuresOfDay: (businessDay) => call('failuresOfDay', businessDay),
    numberGaps: () => call('numberGaps'),
    catalogueSteps: (afterSeq, page) => call('catalogueSteps', afterSeq, page),
    appendWithPin: (entries, pin) => call('appendWithPin', entries, pin),
    users: () => call('users'),
    credential: (userId) => call('credential', userId),
    setPinFailures: (userId, failures, lockedUntil) => call('setPinFailures', userId, failures, lockedUntil),
    peopleRules: () => call('peopleRules'),
    specialActs: (businessDay, page) => call('specialActs', businessDay, page),
    verify: (options) => callLong('verify', options?.onProgress),
    backup: (path, options) => callLong('backup', options?.onProgress, path),
    rebuildProjections: () => callLong('rebuildProjections', undefined),
    durability: () => call('durability'),
    onLost: client.onLost,
    close: client.close,
  };
}

/**
 * What the sandbox knows, kept as an append-only file of JSON lines so that it survives its own death: a record is
 * on disk (fsync) before anything is answered. Without a file it lives in memory.
 */
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';

import { z } from 'zod';

const receiptRecord = z.object({
  itemKey: z.string(),
  corpNum: z.string(),
  mgtKey: z.string(),
  tradeType: z.enum(['승인거래', '취소거래']),
  tradeUsage: z.string(),
  tradeOpt: z.string(),
  taxationType: z.string(),
  totalAmount: z.number().int(),
  supplyCost: z.number().int(),
  tax: z.number().int(),
  serviceFee: z.number().int(),
  /** Masked before it comes here: a sandbox has no business keeping a person's number. */
  identityNum: z.string(),
  franchise: z.record(z.string(), z.string()),
  itemName: z.string(),
  orderNumber: z.string(),
  memo: z.string(),
  confirmNum: z.string(),
  tradeDT: z.string(),
  issuedAtMs: z.number(),
  orgConfirmNum: z.string(),
  orgTradeDate: z.string(),
  cancelType: z.number().int(),
});

const verdict = z.object({ code: z.string(), message: z.string() });

const record = z.discriminatedUnion('t', [
  z.object({ t: z.literal('attempt'), corpNum: z.string(), mgtKey: z.string() }),
  z.object({ t: z.literal('issued'), receipt: receiptRecord }),
  z.object({ t: z.literal('deleted'), corpNum: z.string(), mgtKey: z.string() }),
  z.object({ t: z.literal('clock'), pushedMs: z.number().int() }),
  z.object({ t: z.literal('nts-rejects'), confirmNum: z.string(), verdict }),
  z.object({
    t: z.literal('bulk'),
    corpNum: z.string(),
    submitId: z.string(),
    receiptId: z.string(),
    atMs: z.number(),
    results: z.array(z.object({ mgtKey: z.string(), code: z.number().int(), message: z.string(), confirmNum: z.string(), tradeDT: z.string() })),
  }),
]);

export type SandboxReceipt = z.infer<typeof receiptRecord>;
export type NtsVerdict = z.infer<typeof verdict>;
export type LedgerRecord = z.infer<typeof record>;
export type BulkRecord = Extract<LedgerRecord, { t: 'bulk' }>;

/** Far above any test; a sandbox that filled the disk would be a fault of its own. */
export const MAX_RECEIPTS = 100_000;

export type Ledger = {
  append(entry: LedgerRecord): void;
  close(): void;
  readonly receipts: ReadonlyMap<string, SandboxReceipt>;
  readonly byConfirmNum: ReadonlyMap<string, SandboxReceipt>;
  readonly attempts: ReadonlyMap<string, number>;
  readonly rejections: ReadonlyMap<string, NtsVerdict>;
  readonly bulks: ReadonlyMap<string, BulkRecord>;
  pushedMs(): number;
  /** Receipts ever registered, deleted ones included: the next approval number comes from it. */
  registered(): number;
};

/** Keys are unique per business. */
export function ledgerKey(corpNum: string, mgtKey: string): string {
  return `${corpNum}/${mgtKey}`;
}

export function openLedger(stateFile: string | undefined): Ledger {
  const receipts = new Map<string, SandboxReceipt>();
  const byConfirmNum = new Map<string, SandboxReceipt>();
  const attempts = new Map<string, number>();
  const rejections = new Map<string, NtsVerdict>();
  const bulks = new Map<string, BulkRecord>();
  let pushedMs = 0;
  let registered = 0;

  const apply = (entry: LedgerRecord): void => {
    if (entry.t === 'attempt') attempts.set(ledgerKey(entry.corpNum, entry.mgtKey), (attempts.get(ledgerKey(entry.corpNum, entry.mgtKey)) ?? 0) + 1);
    else if (entry.t === 'clock') pushedMs = entry.pushedMs;
    else if (entry.t === 'nts-rejects') rejections.set(entry.confirmNum, entry.verdict);
    else if (entry.t === 'bulk') bulks.set(ledgerKey(entry.corpNum, entry.submitId), entry);
    else if (entry.t === 'issued') {
      receipts.set(ledgerKey(entry.receipt.corpNum, entry.receipt.mgtKey), entry.receipt);
      byConfirmNum.set(entry.receipt.confirmNum, entry.receipt);
      registered += 1;
    } else {
      const gone = receipts.get(ledgerKey(entry.corpNum, entry.mgtKey));
      receipts.delete(ledgerKey(entry.corpNum, entry.mgtKey));
      if (gone !== undefined) byConfirmNum.delete(gone.confirmNum);
    }
  };

  const file = stateFile === undefined ? null : openFile(stateFile, apply);
  const append = (entry: LedgerRecord): void => {
    if (file !== null) {
      writeSync(file, `${JSON.stringify(entry)}\n`);
      fsyncSync(file);
    }
    apply(entry);
  };
  const close = (): void => {
    if (file !== null) closeSync(file);
  };
  return { append, close, receipts, byConfirmNum, attempts, rejections, bulks, pushedMs: () => pushedMs, registered: () => registered };
}

/** Reads what stands, drops a last line that was cut off by a death in mid-write, and leaves the file open at its end. */
function openFile(stateFile: string, apply: (entry: LedgerRecord) => void): number {
  const standing = existsSync(stateFile) ? readFileSync(stateFile) : Buffer.alloc(0);
  const whole = standing.lastIndexOf(0x0a) + 1;
  for (const line of standing.subarray(0, whole).toString('utf8').split('\n')) {
    if (line !== '') apply(record.parse(JSON.parse(line)));
  }
  const file = openSync(stateFile, 'a');
  if (whole < standing.byteLength) ftruncateSync(file, whole);
  return file;
}

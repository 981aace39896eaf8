/**
 * One crash and what comes after: a counter process is killed at a point, its journal is read cold, the counter is started again
 * and the cashier goes on to the end. Everything is real: process, file, fsync, sockets.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openJournal } from '../../db/journal.ts';
import { fileKeyStore } from '../../db/keys.ts';
import type { CashReceiptRecord, SaleRecord } from '../../db/journal.ts';
import type { Trade } from '../../domain/card-payment/machine.ts';
import { partsOf } from '../../domain/checkout/parts.ts';
import { stageOf, tradesOf as tradesOfReturn } from '../../domain/refund/stage.ts';
import { tradesOf as tradesOfParts } from '../../domain/tender/machine.ts';
import type { TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { CounterView } from '../../contract/views.ts';
import { counterView } from '../../contract/views.ts';
import { startVirtualPrinterProcess, type VirtualPrinterProcess } from '../../native/printer/virtual/process.ts';
import { startSandboxProcess, type SandboxProcess } from '../cash-receipt/popbill/sandbox/process.ts';
import { PRACTICE_SETTINGS } from '../settings.ts';
import type { CrashAt, CrashJob } from './crash-program.ts';
import type { PaidBy } from './giver.ts';
import { createSubjectProcesses, type SubjectProcesses } from './subject-process.ts';

const SUBJECT = path.join(import.meta.dirname, 'crash-subject.ts');
const REPRINT_SUBJECT = path.join(import.meta.dirname, 'reprint-subject.ts');
const REFUND_SUBJECT = path.join(import.meta.dirname, 'refund-subject.ts');
const EXCHANGE_SUBJECT = path.join(import.meta.dirname, 'exchange-subject.ts');
const RECEIPT_SUBJECT = path.join(import.meta.dirname, 'receipt-subject.ts');

/** Simulators, and the processes of each program that reach them: those of one program are one after the other. */
export type Lane = { readonly dir: string; readonly printer: VirtualPrinterProcess; readonly sandbox: SandboxProcess; readonly subject: (program: string) => SubjectProcesses; readonly stop: () => Promise<void> };

export async function openLane(dir: string): Promise<Lane> {
  mkdirSync(dir, { recursive: true });
  const [printer, sandbox] = await Promise.all([
    startVirtualPrinterProcess({ dir: path.join(dir, 'slips') }),
    startSandboxProcess({ stateFile: path.join(dir, 'sandbox.jsonl') }),
  ]);
  const subjects = new Map<string, SubjectProcesses>();
  return {
    dir,
    printer,
    sandbox,
    subject: (program) => {
      const processes = subjects.get(program) ?? createSubjectProcesses(program);
      subjects.set(program, processes);
      return processes;
    },
    stop: async () => {
      await Promise.all([printer.stop(), sandbox.stop(), ...[...subjects.values()].map((processes) => processes.stop())]);
    },
  };
}

/** A data folder that reaches this lane's simulators; `from` brings journal and keys along. */
export function dataFolder(lane: Lane, name: string, from?: string): string {
  const dir = path.join(lane.dir, name);
  if (from === undefined) mkdirSync(dir, { recursive: true });
  else cpSync(from, dir, { recursive: true });
  const settings = {
    ...PRACTICE_SETTINGS,
    printer: { address: lane.printer.address, columns: 48 },
    gateway: { ...PRACTICE_SETTINGS.gateway, authUrl: lane.sandbox.url, apiUrl: lane.sandbox.url },
    // A simulated one would be started anew with every counter: who tests cards gives the address of one that runs.
    terminal: { ...PRACTICE_SETTINGS.terminal, family: 'none' },
  };
  writeFileSync(path.join(dir, 'settings.json'), JSON.stringify(settings));
  writeFileSync(path.join(dir, 'credentials.json'), JSON.stringify({ linkId: lane.sandbox.linkId, secretKey: lane.sandbox.secretKey }), { mode: 0o600 });
  return dir;
}

/** A folder whose counter reaches this terminal and has no pad: what must be signed for is signed by hand. */
export function cardDataFolder(lane: Lane, name: string, card: { readonly family: 'koces-cat' | 'kicc-ed721'; readonly terminal: TerminalSimulatorProcess }, from?: string): string {
  const dir = dataFolder(lane, name, from);
  const file = path.join(dir, 'settings.json');
  const waits = { customerTimeoutMs: 3_000, approvalTimeoutMs: 3_000, closingTimeoutMs: 500, inquiryTimeoutMs: 500, lingerMs: 1_000 };
  const settings = { ...JSON.parse(readFileSync(file, 'utf8')), terminal: { family: card.family, address: card.terminal.address, waits }, signature: { fromWon: 0, pad: 'none', takenBy: 'none' } };
  writeFileSync(file, JSON.stringify(settings));
  return dir;
}

export type Run = { readonly points: readonly string[]; readonly firstView: CounterView | null; readonly sold: boolean; readonly killed: boolean };

export function runSubject(lane: Lane, dataDir: string, crashAt: CrashAt): Promise<Run> {
  return runProgram(lane, SUBJECT, { dataDir, crashAt: toldOf(crashAt), asked: [] });
}

/** A manager prints the slip of this sale again. */
export function runReprintSubject(lane: Lane, dataDir: string, crashAt: number, saleId: string): Promise<Run> {
  return runProgram(lane, REPRINT_SUBJECT, { dataDir, crashAt, asked: [saleId] });
}

export function runReceiptSubject(lane: Lane, dataDir: string, crashAt: number, terminal: TerminalSimulatorProcess): Promise<Run> {
  return runProgram(lane, RECEIPT_SUBJECT, { dataDir, crashAt, asked: [String(terminal.controlPort)] });
}

/** `tender`: what the sale was paid with. */
export type RefundDrill = { readonly tender: PaidBy; readonly what: 'void' | 'part' | 'correct' | 'give' | 'pay' | 'even'; readonly terminal: TerminalSimulatorProcess | null };

/** `crashAt` -1: people and the day, and nothing sold; a pattern: at the first point it matches. */
export function runRefundSubject(lane: Lane, dataDir: string, crashAt: CrashAt, { tender, what, terminal }: RefundDrill): Promise<Run> {
  const program = what === 'void' || what === 'part' || what === 'correct' ? REFUND_SUBJECT : EXCHANGE_SUBJECT;
  return runProgram(lane, program, { dataDir, crashAt: toldOf(crashAt), asked: [tender, String(terminal?.controlPort ?? 0), what] });
}

function toldOf(crashAt: CrashAt): number | string {
  return typeof crashAt === 'number' ? crashAt : crashAt.source;
}

async function runProgram(lane: Lane, program: string, job: CrashJob): Promise<Run> {
  const { points, said, killed } = await lane.subject(program).run(job);
  const view = said.get('view');
  return { points, firstView: view === undefined ? null : counterView.parse(view), sold: said.get('end') === 'sold', killed };
}

export type ColdJournal = {
  readonly verified: boolean;
  readonly sales: readonly SaleRecord[];
  readonly receipts: readonly CashReceiptRecord[];
  readonly drawerJobs: number;
  readonly kinds: readonly string[];
};

/** What the file says while no counter has it open. */
export async function readCold(dataDir: string): Promise<ColdJournal> {
  const opened = await openJournal({ path: path.join(dataDir, 'journal.db'), keys: fileKeyStore(path.join(dataDir, 'keys')) });
  if (!opened.ok) throw new Error(`the journal cannot be opened after the crash: ${opened.code} ${opened.detail}`);
  const { journal } = opened;
  const verified = (await journal.verify()).ok;
  const counter = await journal.counter();
  const sales = counter.openShift === null ? [] : await journal.salesOfDay(counter.openShift.businessDay, { limit: 100 });
  const receipts: CashReceiptRecord[] = [];
  const kinds: string[] = [];
  let drawerJobs = 0;
  for (const sale of sales) {
    receipts.push(...(await journal.cashReceiptsOfSale(sale.saleId)));
    drawerJobs += (await journal.printJobsOfSale(sale.saleId)).filter((job) => job.job.kind === 'drawer').length;
    kinds.push(...(await journal.saleJournal(sale.saleId)).map((row) => row.kind));
  }
  await journal.close();
  return { verified, sales, receipts, drawerJobs, kinds };
}

export type ColdRefunds = {
  /** What does not hold in the file; null: all does. */
  readonly broken: unknown;
  readonly stages: readonly string[];
  /** Of the refunds; `saleTrades` are those of the sales. */
  readonly trades: readonly Trade[];
  readonly saleTrades: readonly Trade[];
  readonly sales: readonly SaleRecord[];
  /** Keys of all receipts there are, and of those that stand, or stood until they were cancelled. */
  readonly askedKeys: readonly string[];
  readonly issuedKeys: readonly string[];
  readonly cancelKeys: readonly string[];
  /** What refunds gave back, less what was paid again with them. */
  readonly cashWon: number;
  readonly cardWon: number;
  readonly cashSalesWon: number;
  readonly cardSalesWon: number;
};

/** What a cold journal says of refunds. */
export async function refundsOfDay(dataDir: string): Promise<ColdRefunds> {
  const opened = await openJournal({ path: path.join(dataDir, 'journal.db'), keys: fileKeyStore(path.join(dataDir, 'keys')) });
  if (!opened.ok) throw new Error(`the journal cannot be opened after the crash: ${opened.code} ${opened.detail}`);
  const { journal } = opened;
  const verified = await journal.verify();
  const { openShift } = await journal.counter();
  const sales = openShift === null ? [] : await journal.salesOfDay(openShift.businessDay, { limit: 100 });
  const refunds = (await Promise.all(sales.map((sale) => journal.refundsTiedTo(sale.saleId)))).flat().map(({ refund }) => refund);
  const receipts = (await Promise.all(sales.map((sale) => journal.cashReceiptsOfSale(sale.saleId)))).flat();
  const cancels = await journal.receiptCancelsOf(receipts.map((receipt) => receipt.cashReceiptId));
  const totals = openShift === null ? { cashRefundsWon: 0, cardRefundsWon: 0, cashSalesWon: 0, cardSalesWon: 0 } : await journal.shiftTotals(openShift.shiftId);
  await journal.close();
  return {
    broken: verified.ok ? null : verified,
    stages: refunds.map(stageOf),
    sales,
    saleTrades: sales.flatMap(({ state }) => (state === null ? [] : tradesOfParts({ parts: partsOf(state) }))),
    trades: refunds.flatMap((refund) => refund.returns.flatMap(tradesOfReturn)),
    cancelKeys: cancels.map(({ intent }) => intent.mgtKey),
    askedKeys: receipts.map(({ mgtKey }) => mgtKey),
    issuedKeys: receipts.filter(({ state }) => 'approvalNumber' in state).map(({ mgtKey }) => mgtKey),
    cashWon: totals.cashRefundsWon,
    cardWon: totals.cardRefundsWon,
    cashSalesWon: totals.cashSalesWon,
    cardSalesWon: totals.cardSalesWon,
  };
}

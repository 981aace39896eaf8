/** A counter in this process on real simulators: for tests of what happens when the world misbehaves. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { MAX_AMOUNT_WON } from '../../domain/won.ts';
import { startApp } from '../app.ts';
import type { Outside } from '../app.ts';
import type { Settings } from '../settings.ts';
import { PRACTICE_SETTINGS } from '../settings.ts';
import type { App } from '../shell-port.ts';
import { createCashier, type Cashier } from './cashier.ts';
import { dataFolder, openLane, type Lane } from './crash-drill.ts';
import { headlessShell } from './headless-shell.ts';
import { quickenPins } from './quick-pins.ts';
import { isOver } from './refunder.ts';

export type World = { readonly lane: Lane; readonly root: string; readonly close: () => Promise<void> };

export async function openWorld(): Promise<World> {
  const root = mkdtempSync(path.join(tmpdir(), 'gyesandae-world-'));
  const lane = await openLane(path.join(root, 'lane'));
  return {
    lane,
    root,
    close: async () => {
      await lane.stop();
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export type RunningCounter = { readonly app: App; readonly cashier: Cashier; readonly dataDir: string; readonly stop: () => Promise<void> };

let folders = 0;

/** `change` may set anything the settings file can hold; limits are short, because faults are waited for. */
export async function startCounter(world: World, change: (settings: Settings) => Settings = (settings) => settings, outside?: Outside): Promise<RunningCounter> {
  folders += 1;
  prepared ??= prepare(world);
  const dataDir = dataFolder(world.lane, `counter-${folders}`, await prepared);
  return restartCounter(world, dataDir, change, outside);
}

let prepared: Promise<string> | null = null;

/** A counter that was started once and has sold nothing: people, keys and goods are made once for all tests of this process. */
async function prepare(world: World): Promise<string> {
  const root = mkdtempSync(path.join(tmpdir(), 'gyesandae-prepared-'));
  process.on('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  const made = dataFolder(world.lane, 'prepared');
  const { stop } = await restartCounter(world, made, undefined, undefined, { begins: false });
  await stop();
  await quickenPins(made);
  // The world and its folder end before the next one begins.
  const dataDir = path.join(root, 'counter');
  cpSync(made, dataDir, { recursive: true });
  return dataDir;
}

export async function restartCounter(world: World, dataDir: string, change: (settings: Settings) => Settings = (settings) => settings, outside?: Outside, { begins = true } = {}): Promise<RunningCounter> {
  const settings = change({
    ...PRACTICE_SETTINGS,
    printer: { address: world.lane.printer.address, columns: 48 },
    gateway: { ...PRACTICE_SETTINGS.gateway, authUrl: world.lane.sandbox.url, apiUrl: world.lane.sandbox.url, replyTimeoutMs: 700 },
    terminal: { ...PRACTICE_SETTINGS.terminal, family: 'none' },
    // A drawer nobody counts ends a day; what a difference asks for is tried where a test says so.
    shift: { differenceLimitWon: MAX_AMOUNT_WON },
  });
  writeFileSync(path.join(dataDir, 'settings.json'), JSON.stringify(settings));
  const app = await startApp(headlessShell(dataDir), outside);
  const cashier = createCashier(app);
  if (begins) await cashier.begin();
  return { app, cashier, dataDir, stop: app.stop };
}

/** Rings up the first `count` goods of the shelf and takes `receivedWon`; answers the sale's id. */
export async function payCash(cashier: Cashier, options: { count?: number; quantity?: number; receivedWon?: number } = {}): Promise<string> {
  const products = await cashier.must('catalogue.list', {});
  for (const product of products.slice(0, options.count ?? 1)) await cashier.must('sale.scan', { code: product.barcode, quantity: options.quantity ?? 1 });
  const { sale } = await cashier.look();
  if (sale.stage !== 'basket') throw new Error(`expected a basket, not ${sale.stage}`);
  const dueWon = sale.breakdown.totalWon;
  await cashier.must('sale.tenderCash', { saleId: sale.saleId, dueWon, receivedWon: options.receivedWon ?? dueWon });
  return sale.saleId;
}

/** The sale on the screen is over, one way or the other, a refund that is over is left, and the cashier of the day is signed in: the next test begins as the next customer does. */
export async function nextCustomer({ cashier }: RunningCounter): Promise<void> {
  await cashier.begin();
  for (;;) {
    const { sale, refund } = await cashier.look();
    if (refund !== null) {
      if (!isOver(refund)) throw new Error(`a refund at ${refund.stage} is not over by itself`);
      await cashier.must('refund.leave', {});
      continue;
    }
    if (sale.stage === 'idle') return;
    const { saleId } = sale;
    if (sale.stage === 'basket') await cashier.must('sale.abandon', { saleId });
    else if (sale.stage === 'receipt-choice') await cashier.must('receipt.decline', { saleId });
    else if (sale.stage === 'slip-question') await cashier.must('slip.answer', { saleId, wants: false });
    else if (sale.stage === 'done') await cashier.must('sale.next', { saleId });
    else throw new Error(`a sale at ${sale.stage} is not over by itself`);
  }
}

export const PHONE_NUMBER = { purpose: 'income-deduction', form: 'phone', digits: '010-1234-5678' } as const;

export async function issueReceipt(cashier: Cashier, saleId: string, number: { purpose: 'income-deduction' | 'expense-proof'; form: 'phone' | 'card' | 'business-number'; digits: string } = PHONE_NUMBER): Promise<void> {
  await cashier.must('receipt.draft', { saleId, ...number });
  await cashier.must('receipt.readBack', { saleId });
  await cashier.must('receipt.issue', { saleId, ...number });
}

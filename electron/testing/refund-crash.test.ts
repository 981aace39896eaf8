import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sumWon } from '../../domain/won.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { CrashAt } from './crash-program.ts';
import { cardDataFolder, dataFolder, openLane, refundsOfDay, runRefundSubject, type ColdRefunds, type Lane, type RefundDrill } from './crash-drill.ts';
import { quickenPins } from './quick-pins.ts';

/** `FULL_STORM=1` kills at every point of every case; without it where money is on its way. */
const EVERY_POINT = process.env['FULL_STORM'] === '1';

type Family = 'koces-cat' | 'kicc-ed721';
type Ground = { readonly family: Family | null; readonly terminal: TerminalSimulatorProcess | null };

let root: string;
let lane: Lane;
/** People and a day, made once: what a terminal is to be is said in the settings of each folder. */
let base: string;
const grounds = new Map<Family | null, Promise<Ground>>();

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gyesandae-refund-crash-'));
  lane = await openLane(path.join(root, 'lane'));
  base = dataFolder(lane, 'base');
  await runRefundSubject(lane, base, -1, { tender: 'cash', what: 'void', terminal: null });
  await quickenPins(base);
}, 60_000);

afterAll(async () => {
  for (const ground of grounds.values()) await (await ground).terminal?.stop();
  await lane.stop();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

/** A terminal is started once for all cases that are paid at it. */
function groundOf(family: Family | null): Promise<Ground> {
  const made = grounds.get(family) ?? makeGround(family);
  grounds.set(family, made);
  return made;
}

async function makeGround(family: Family | null): Promise<Ground> {
  const terminal = family === null ? null : await startTerminalSimulatorProcess({ family });
  await terminal?.usual({ signature: 'taken' });
  return { family, terminal };
}

/** `tender`: by which its cash receipts go. */
function folder({ family, terminal }: Ground, name: string, tender: RefundDrill['tender']): string {
  const own = `${family ?? 'none'}-${name}`;
  if (family === null || terminal === null) return dataFolder(lane, own, base);
  const dir = cardDataFolder(lane, own, { family, terminal }, base);
  if (tender !== 'terminal-receipt') return dir;
  const file = path.join(dir, 'settings.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), cashReceipt: { way: 'terminal' } }));
  return dir;
}

type What = Exclude<RefundDrill['what'], 'correct'>;
type Case = { readonly what: What; readonly tender: RefundDrill['tender']; readonly family: Family | null; readonly worst: readonly RegExp[] };

/** Each step of a cancel: meant, sent, answered and not written, known, its slip on the printer. */
const CANCELLING = [/^after append refund\.cancel-intended/, /^during card-cancel at the terminal/, /^after card-cancel at the terminal/, /^before append refund\.slips-queued/, /^during slip on the printer/];
/** The two of them at which the terminal of the family decides what is found afterwards. */
const ASKED_TO_CANCEL = [/^during card-cancel at the terminal/, /^after card-cancel at the terminal/];
const SAMPLED: readonly Case[] = [
  { what: 'void', tender: 'cash', family: null, worst: [/^after append refund\.cash-out/] },
  { what: 'void', tender: 'card', family: 'koces-cat', worst: CANCELLING },
  { what: 'void', tender: 'card', family: 'kicc-ed721', worst: ASKED_TO_CANCEL },
  { what: 'part', tender: 'card', family: 'koces-cat', worst: [/^during card-authorise/] },
  { what: 'give', tender: 'cash', family: null, worst: [/^after append sale\.exchange-settled/] },
  { what: 'pay', tender: 'card', family: 'kicc-ed721', worst: [/^during card-authorise/] },
  { what: 'part', tender: 'terminal-receipt', family: 'koces-cat', worst: [/^during cash-receipt-cancel at the terminal/] },
  { what: 'part', tender: 'terminal-receipt', family: 'kicc-ed721', worst: [/^after cash-receipt-cancel at the terminal/] },
];
const WHOLE: readonly Case[] = [
  ...SAMPLED,
  { what: 'void', tender: 'split', family: 'kicc-ed721', worst: [] },
  { what: 'part', tender: 'cash', family: null, worst: [] },
  { what: 'part', tender: 'card', family: 'kicc-ed721', worst: [] },
  { what: 'part', tender: 'split', family: 'koces-cat', worst: [] },
  { what: 'give', tender: 'card', family: 'koces-cat', worst: [] },
  { what: 'give', tender: 'card', family: 'kicc-ed721', worst: [] },
  { what: 'pay', tender: 'cash', family: null, worst: [] },
  { what: 'pay', tender: 'card', family: 'koces-cat', worst: [] },
  { what: 'even', tender: 'cash', family: null, worst: [] },
];

/** One thing at 2,500 won is sold and void; of two at 3,200 won one goes back, or is exchanged for one at 2,500, two of those, or its like. */
const LEFT_WON = { void: 0, part: 3_200, give: 3_200 + 2_500, pay: 3_200 + 5_000, even: 6_400 } as const satisfies Record<What, number>;
const SALES = { void: 1, part: 1, give: 2, pay: 2, even: 2 } as const satisfies Record<What, number>;
type Drill = RefundDrill & { readonly what: What };

describe.each(EVERY_POINT ? WHOLE : SAMPLED)('kill -9 at the steps of $what, paid by $tender ($family)', ({ what, tender, family, worst }) => {
  it('moves the money once, and leads on to the end', async () => {
    const ground = await groundOf(family);
    const drill = { what, tender, terminal: ground.terminal };
    const failures: string[] = [];
    for (const [index, at] of (EVERY_POINT ? await everyPoint(ground, drill) : worst).entries()) {
      await crashAndGoOn(ground, drill, at, `${what}-${tender}-${index}`).catch((problem: unknown) => failures.push(`${String(at)}: ${String(problem)}`));
    }
    expect(failures).toEqual([]);
  }, 3_600_000);
});

async function everyPoint(ground: Ground, drill: Drill): Promise<readonly CrashAt[]> {
  const { sold, points } = await runRefundSubject(lane, folder(ground, `${drill.what}-${drill.tender}-reference`, drill.tender), 0, drill);
  expect(sold).toBe(true);
  for (const name of ['people.approval-used', 'refund.begun', 'refund.slips-queued']) expect(points.some((point) => point.includes(name)), `${name} is a point`).toBe(true);
  return points.map((_, index) => index + 1);
}

async function crashAndGoOn(ground: Ground, drill: Drill, at: CrashAt, name: string): Promise<void> {
  const dataDir = folder(ground, name, drill.tender);
  const kicks = (await lane.printer.state()).drawerKicks;
  const crashed = await runRefundSubject(lane, dataDir, at, drill);
  expect(crashed.killed, 'killed at the point').toBe(true);
  const again = await runRefundSubject(lane, dataDir, 0, drill);
  expect(again.firstView?.trouble, 'the counter starts').toBeNull();
  expect(again.sold, `she could go on to the end, from ${crashed.points.at(-1) ?? 'nothing'}`).toBe(true);
  const end = await refundsOfDay(dataDir);
  expect(end.broken, 'the chain holds').toBeNull();
  expect(end.stages, 'one refund, and it is over').toEqual(['done']);
  await expectMoney(ground, drill, end);
  const opened = (await lane.printer.state()).drawerKicks - kicks;
  const movements = drill.tender === 'card' ? 0 : drill.what === 'even' ? 1 : 2;
  expect(opened, 'once for the sale, and at most once for what goes back, or is paid').toBeLessThanOrEqual(movements);
}

/** What the books say, what the terminal charged and what the gateway registered are one sum, and it is what the customer has goods for. */
async function expectMoney({ terminal }: Ground, { what, tender }: Drill, end: ColdRefunds): Promise<void> {
  expect(end.sales.filter((sale) => sale.stage === 'done'), 'each sale once').toHaveLength(SALES[what]);
  const cashWon = end.cashSalesWon - end.cashWon;
  const cardWon = end.cardSalesWon - end.cardWon;
  expect(cashWon + cardWon, 'the shop holds what the goods are worth').toBe(LEFT_WON[what]);
  const numbers = new Set([...end.trades, ...end.saleTrades].map((trade) => trade.intent.tradeNumber));
  const approved = ((await terminal?.state())?.trades ?? []).filter((trade) => trade.approved);
  const trades = approved.filter((trade) => numbers.has(trade.number));
  expect(sumWon(trades.map((trade) => (trade.kind === 'D4' || trade.kind.endsWith('cancel') ? -trade.totalWon : trade.totalWon))), 'and so does the terminal').toBe(cardWon);
  if (tender === 'terminal-receipt') {
    expectKnown(approved.map((trade) => trade.number), end);
    return;
  }
  const { receipts } = await lane.sandbox.state();
  const registered = (keys: readonly string[]) => receipts.filter((receipt) => keys.includes(receipt.mgtKey));
  const [issued, cancelled] = [registered(end.askedKeys), registered(end.cancelKeys)];
  expect([issued.length, cancelled.length], 'each receipt and each cancel once').toEqual([end.askedKeys.length, end.cancelKeys.length]);
  expect(sumWon(issued.map((receipt) => receipt.totalAmount)) - sumWon(cancelled.map((receipt) => receipt.totalAmount)), 'the tax office knows the cash, and no more').toBe(cashWon);
}

/** Every receipt of this counter that the terminal issued is one the journal knows, and the other way round: one for the sale, at most one for what is left. */
function expectKnown(approved: readonly string[], { issuedKeys, askedKeys, cancelKeys }: ColdRefunds): void {
  expect(approved.filter((number) => askedKeys.includes(number)).toSorted()).toEqual([...issuedKeys].toSorted());
  expect(issuedKeys.length).toBeLessThanOrEqual(2);
  expect(approved.filter((number) => cancelKeys.includes(number)), 'cancelled once').toHaveLength(1);
}

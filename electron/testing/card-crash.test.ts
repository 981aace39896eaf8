import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPtyPairs } from '../../native/simulator-pty.ts';
import type { SimulatedTrade } from '../../native/terminal/simulator/script.ts';
import type { ColdCards } from './card-cold.ts';
import { cardFolder, openSite, plugPadIn, type CardRun, type Site } from './card-drill.ts';
import { SCENARIO_NAMES, scenarioOf, type ScenarioName } from './card-scenarios.ts';
import { openLane, type Lane } from './crash-drill.ts';
import { quickenPins } from './quick-pins.ts';

/** `FULL_STORM=1` kills at every point; without it where money is on its way, and where somebody signs. */
const EVERY_POINT = process.env['FULL_STORM'] === '1';
const STORM_LIMIT_MS = EVERY_POINT ? 40 * 60_000 : 120_000;
const FAMILIES = ['koces-cat', 'kicc-ed721'] as const;

const MEANT = 'after append sale.charge-intended (1)';
const SENT = 'during card-authorise at the terminal (1)';
const ANSWERED = 'after card-authorise at the terminal (1)';
const KNOWN = 'after append sale.traded (2)';
const PRINTING = 'during slip on the printer (1)';
const GIVING_BACK = ['after append sale.cancel-intended (1)', 'during card-cancel at the terminal (1)', 'after card-cancel at the terminal (1)', 'after append sale.traded + handwritten.charge-cancelled (1)'];
/** The two of them at which the terminal of the family decides what is found afterwards. */
const ASKED_TO_CANCEL = GIVING_BACK.slice(1, 3);
/** Over all sales each step of a charge and of its cancel is there: meant, sent, answered and not written, known, its slip on the printer; of a family those it has a say in. */
const WORST: Readonly<Record<ScenarioName, Readonly<Record<(typeof FAMILIES)[number], readonly string[]>>>> = {
  'a charge whose signature becomes a slip': { 'koces-cat': [SENT, PRINTING], 'kicc-ed721': [MEANT] },
  'a charge signed on the customer display': { 'koces-cat': ['the customer has written (1)'], 'kicc-ed721': [] },
  'a charge signed on the pad': { 'koces-cat': [KNOWN], 'kicc-ed721': ['after append sale.signature-taken + signature.kept (1)'] },
  'a charge whose pad loses its cable in the middle of the name': { 'koces-cat': [ANSWERED], 'kicc-ed721': [PRINTING] },
  'a charge that is given back at the terminal, with its slip, and another one': { 'koces-cat': GIVING_BACK, 'kicc-ed721': ASKED_TO_CANCEL },
  'cash, a card and a second card': { 'koces-cat': [MEANT], 'kicc-ed721': [SENT, ANSWERED] },
};

let root: string;
let lanes: Lane[];
let sites: Site[];
const bases = new Map<Site, string>();

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gyesandae-card-crash-'));
  lanes = await Promise.all(FAMILIES.map((family) => openLane(path.join(root, family))));
  sites = await Promise.all(FAMILIES.map((family, index) => openSite(family, lanes[index] ?? never())));
  await Promise.all(sites.map(beginDay));
}, 120_000);

afterAll(async () => {
  await Promise.all(sites.map((site) => site.stop()));
  await Promise.all(lanes.map((lane) => lane.stop()));
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

function never(): never {
  throw new Error('a lane for each family');
}

/** People, keys and the shift are made once; every folder is copied from there. */
async function beginDay(site: Site): Promise<void> {
  const [scenario] = SCENARIO_NAMES;
  if (scenario === undefined) throw new Error('no scenario');
  const dataDir = cardFolder(site, 'base', { scenario, padAddress: 'none' });
  await site.run({ dataDir, scenario, killAt: null, only: 'begin', looks: false });
  await quickenPins(dataDir);
  bases.set(site, dataDir);
}

type Sold = { readonly crashed: CardRun; readonly again: CardRun; readonly atCrash: readonly SimulatedTrade[]; readonly inTheEnd: readonly SimulatedTrade[] };

let folders = 0;

/** Killed at the point, started again, sold to the end. Without a point: sold in one go. */
async function sell(site: Site, scenario: ScenarioName, killAt: string | null): Promise<Sold> {
  const pad = await plugPadIn(scenario);
  try {
    folders += 1;
    const dataDir = cardFolder(site, `sale-${folders}`, { scenario, padAddress: pad.address, from: bases.get(site) });
    const { length: earlier } = (await site.terminal.state()).trades;
    const trades = async () => (await site.terminal.state()).trades.slice(earlier);
    const crashed = await site.run({ dataDir, scenario, killAt, only: null, looks: false });
    const atCrash = await trades();
    const again = killAt === null ? crashed : await site.run({ dataDir, scenario, killAt: null, only: null, looks: true });
    return { crashed, again, atCrash, inTheEnd: await trades() };
  } finally {
    await pad.stop();
  }
}

function expectLedOn({ cold, asked }: CardRun, atCrash: readonly SimulatedTrade[]): void {
  if (cold === null || asked === null) throw new Error('the counter did not get as far as asking');
  expect(cold.verified, 'the chain holds after the crash').toBe(true);
  for (const { number } of atCrash) expect(cold.trades.find((trade) => trade.number === number)?.state ?? 'not in the journal', `the journal knows that ${number} was asked for`).not.toMatch(/not in the journal|intended/);
  expect(asked.trouble, 'the counter starts').toBeNull();
  const open = cold.trades.find(({ state }) => state === 'intended' || state === 'asked' || state === 'unknown' || state === 'inquiring');
  if (open === undefined) return;
  expect(asked.notices, 'she hears that it is the sale she was at').toContain('counter.restarted');
  if (open.state === 'intended') expect(asked.offer).toEqual({ act: 'pay', trouble: open.act === 'charge' ? 'card.not-asked' : 'card.cancel-not-done' });
  else expect(asked.offer).toEqual({ act: 'find-out', trouble: expect.stringMatching(open.act === 'charge' ? /^card\.unknown/ : /^card\.cancel-unknown$/) });
}

/** What the issuer has in the end is what the journal says it has, and what the sale was paid with. */
function expectPaidOnce(end: ColdCards | null, inTheEnd: readonly SimulatedTrade[], scenario: ScenarioName): void {
  if (end === null) throw new Error('the sale was never over');
  const { ends } = scenarioOf(scenario);
  expect(end.verified, 'the chain holds in the end').toBe(true);
  expect(new Set(inTheEnd.map(({ number }) => number)).size, 'no number is sent twice').toBe(inTheEnd.length);
  const approved = end.trades.filter(({ state }) => state === 'approved' || state === 'surfaced').map(({ number }) => number);
  const atIssuer = inTheEnd.filter((trade) => trade.approved);
  expect(approved.toSorted(), 'the approvals the journal knows are those there are').toEqual(atIssuer.map(({ number }) => number).toSorted());
  const [sale, second] = end.paid;
  if (sale === undefined || second !== undefined) throw new Error(`one customer, one sale: ${JSON.stringify(end.paid)}`);
  const cancelling = new Set(end.trades.filter(({ act }) => act === 'cancel').map(({ number }) => number));
  const heldWon = atIssuer.reduce((sum, { number, totalWon }) => sum + (cancelling.has(number) ? -totalWon : totalWon), 0);
  expect(heldWon, 'what the cards are charged with, less what was given back').toBe(sale.totalWon - sale.cashWon);
  expect({ signatures: end.signaturesKept, charges: sale.charges.length, cashWon: sale.cashWon }).toEqual({ signatures: ends.signatures, charges: ends.charges, cashWon: ends.cashWon });
  // Of a paper that was on its way when the power went nobody knows whether it came out: it is on the list all the same.
  expect(end.slips.filter((state) => state === 'printed' || state === 'not-printed'), 'slips that wait for a pen').toHaveLength(ends.slips);
}

/** Of a sale in one go. */
async function everyPoint(site: Site, scenario: ScenarioName): Promise<readonly string[]> {
  const { crashed: { points, end }, inTheEnd } = await sell(site, scenario, null);
  expectPaidOnce(end, inTheEnd, scenario);
  for (const step of ['before append sale.charge-intended', 'after append sale.traded', 'asking-terminal of card-authorise', 'after card-authorise at the terminal']) expect(points.some((point) => point.startsWith(step)), `${step} is a point`).toBe(true);
  return points;
}

async function storm(site: Site, scenario: ScenarioName): Promise<{ readonly killed: number; readonly failures: readonly string[] }> {
  const failures: string[] = [];
  const chosen = EVERY_POINT ? await everyPoint(site, scenario) : WORST[scenario][site.family];
  for (const point of chosen) {
    try {
      const { crashed, again, atCrash, inTheEnd } = await sell(site, scenario, point);
      expect(crashed.killed, 'killed at the point').toBe(true);
      expectLedOn(again, atCrash);
      expectPaidOnce(again.end, inTheEnd, scenario);
    } catch (problem) {
      failures.push(`${site.family}, ${point}: ${String(problem)}`);
    }
  }
  return { killed: chosen.length, failures };
}

describe.each(SCENARIO_NAMES)('kill -9 at any step of %s', (scenario) => {
  const needsCable = scenarioOf(scenario).pad !== null;

  it.skipIf(needsCable && !hasPtyPairs())('leaves nothing charged twice, nothing approved unknown, and the cashier led on, on both families', { timeout: STORM_LIMIT_MS }, async () => {
    const storms = await Promise.all(sites.map((site) => storm(site, scenario)));
    if (EVERY_POINT) process.stdout.write(`${scenario}: killed at ${storms.map(({ killed }) => killed).join(' and ')} points\n`);
    expect(storms.flatMap(({ failures }) => failures)).toEqual([]);
  });
});

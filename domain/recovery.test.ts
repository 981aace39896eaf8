/**
 * Recovery never repeats an act. The counter of testing/counter-model.ts loses its power at every point there is; what the world holds
 * at the end is counted.
 */
import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHECKOUT_RULES } from './checkout/rules.ts';
import type { CheckoutRules } from './checkout/machine.ts';
import { recoverPrintJob } from './print-job.ts';
import type { Fate, Script, Ways, World } from './testing/counter-model.ts';
import { FATES, play, read, RIGHT } from './testing/counter-model.ts';

/** What is wrong in the world at the end; empty when every act happened at most once and nothing was lost. */
function faultsOf(world: World, script: Script): string[] {
  const faults = [...world.faults];
  const { sale, receipts, jobs } = read(world, script.rules);
  if (sale.stage !== 'done') return [...faults, `the sale is lost in ${sale.stage}`];
  if (sale.payment.cart.lines.length !== 1 || sale.payment.cart.lines[0]?.quantity !== 1) faults.push('the basket is not what was scanned');
  if (sale.payment.receivedWon !== 5_000 || sale.payment.changeWon !== 800) faults.push('the payment is not what was paid');
  if (world.documents.size > 1) faults.push(`${world.documents.size} receipts for one sale`);
  if (world.drawerOpened.length > 1) faults.push('the drawer opened twice');
  if (new Set(world.outOfPrinter).size !== world.outOfPrinter.length) faults.push('a job printed twice');
  if (world.outOfPrinter.length > sale.slip.copies) faults.push('more slips than were asked for');
  for (const id of sale.slip.jobIds) if (!jobs.has(id)) faults.push('a slip that was promised is not even queued');
  for (const [id, job] of jobs) if (job.state.name === 'confirmed' && ![...world.outOfPrinter, ...world.drawerOpened].includes(id)) faults.push('confirmed without paper');
  if ('cashReceiptId' in sale.receipt && !receipts.has(sale.receipt.cashReceiptId)) faults.push('the sale names a receipt nobody knows');
  for (const receipt of receipts.values()) {
    const approval = world.documents.get(receipt.mgtKey);
    if (receipt.state.name === 'issued' ? receipt.state.approvalNumber !== approval : receipt.state.name !== 'failed' || approval !== undefined) {
      faults.push(`a receipt is ${receipt.state.name} here and ${approval ?? 'absent'} there`);
    }
  }
  const lastAct = new Map<string, 'sent' | 'asked'>();
  for (const { act, mgtKey } of world.wire) {
    if (act === 'sent' && lastAct.get(mgtKey) === 'sent') faults.push('sent again without asking');
    lastAct.set(mgtKey, act);
  }
  return faults;
}

const NO_LAW = { mandatorySector: false, mandatoryFromWon: 100_000, acceptResidentNumber: false };
const rulesOf = (copies: 0 | 1 | 2, use: 'customer' | 'merchant'): CheckoutRules => ({ ...DEFAULT_CHECKOUT_RULES, slip: { copies, use }, cashReceipt: NO_LAW });
const ASK = rulesOf(1, 'customer');
const PLAIN: Script = { rules: ASK, cuts: [], fates: [], inquiries: [], choice: 'request', leaves: true, wantsSlip: true, holds: 1 };

const scripts: fc.Arbitrary<Script> = fc.record({
  rules: fc.constantFrom(ASK, rulesOf(0, 'customer'), rulesOf(2, 'customer'), rulesOf(1, 'merchant')),
  cuts: fc.array(fc.nat({ max: 30 }), { maxLength: 8 }),
  fates: fc.array(fc.constantFrom(...FATES), { maxLength: 8 }),
  inquiries: fc.array(fc.boolean(), { maxLength: 5 }),
  choice: fc.constantFrom('request', 'request', 'request', 'decline', 'postpone'),
  leaves: fc.boolean(),
  wantsSlip: fc.boolean(),
  holds: fc.nat({ max: 2 }),
});

/** Every script of one power cut at each point the run passes, for one fate of the first request. */
function oneCutEach(base: Script): Script[] {
  const points = play(base).passed();
  return Array.from({ length: points }, (_, cut) => ({ ...base, cuts: [cut] }));
}

/** Of the second of two cuts every fourth point is tried, from another one after each first cut; every one with `FULL_STORM=1`. */
const SECOND_CUT_EVERY = process.env['FULL_STORM'] === '1' ? 1 : 4;

describe('a counter that loses its power', () => {
  test('without trouble sells, issues, opens the drawer and prints once each', () => {
    const world = play(PLAIN);
    expect(faultsOf(world, PLAIN)).toEqual([]);
    expect([world.documents.size, world.drawerOpened.length, world.outOfPrinter.length]).toEqual([1, 1, 1]);
  });

  test.each(FATES)('at each point of a sale, the first request being %s, repeats no act and loses nothing', (fate) => {
    const cut = oneCutEach({ ...PLAIN, fates: [fate] });
    expect(cut.length).toBeGreaterThan(20);
    for (const script of cut) expect({ script, faults: faultsOf(play(script), script) }).toEqual({ script, faults: [] });
  });

  test('at any two points, under any two fates, repeats no act and loses nothing', () => {
    const found: unknown[] = [];
    for (const first of FATES) {
      for (const second of FATES) {
        for (const once of oneCutEach({ ...PLAIN, fates: [first, second] })) {
          const world = play(once);
          const [cut = 0] = once.cuts;
          const left = world.passed() - cut;
          for (let again = cut % SECOND_CUT_EVERY; again < left; again += SECOND_CUT_EVERY) {
            const script = { ...once, cuts: [...once.cuts, again] };
            const faults = faultsOf(play(script), script);
            if (faults.length > 0) found.push({ cuts: script.cuts, fates: script.fates, faults });
          }
        }
      }
    }
    expect(found).toEqual([]);
  });

  test('again and again, whatever the gateway does, repeats no act and loses nothing', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        expect(faultsOf(play(script), script)).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });
});

describe('the model notices', () => {
  const somewhere = (ways: Ways, fates: readonly Fate[]) => oneCutEach({ ...PLAIN, fates }).flatMap((script) => faultsOf(play(script, ways), script));

  test('a restart that sends what was under way', () => {
    const ways: Ways = { ...RIGHT, receipt: (state) => (state.name === 'requested' ? 'send' : RIGHT.receipt(state)) };
    expect(somewhere(ways, ['lost-before'])).toContain('sent again without asking');
  });

  test('a drawer that opens by itself after a restart', () => {
    const ways: Ways = { ...RIGHT, print: (state, kind) => (state.name === 'sent' || state.name === 'queued' ? 'send' : recoverPrintJob(state, kind)) };
    expect(somewhere({ ...ways, sentIsDurableFirst: false }, ['answered'])).toContain('the drawer opened twice');
  });

  test('a slip whose sending is written down only afterwards', () => {
    expect(somewhere({ ...RIGHT, sentIsDurableFirst: false }, ['answered'])).toContain('a job printed twice');
  });

  test('a receipt given up for failed that is there', () => {
    const ways: Ways = { ...RIGHT, receipt: (state) => (state.name === 'unknown' ? 'rest' : RIGHT.receipt(state)) };
    expect(somewhere(ways, ['lost-after'])).toContain('a receipt is unknown here and TB0000001 there');
  });
});

import { describe, expect, it } from 'vitest';
import type { SaleView } from '../../../contract/views.ts';
import { basket, cashReceipt, LINES, payment, SALE_HEAD } from '../../gallery/samples.ts';
import type { SaleMeter } from './sale-meter.ts';
import { NEW_METER, scanned, seeSale } from './sale-meter.ts';

const idle: SaleView = { stage: 'idle', saleNumber: 412 };
const one = basket(LINES.slice(0, 1));
const two = basket(LINES.slice(0, 2));
const choice: SaleView = { stage: 'receipt-choice', ...SALE_HEAD, payment, failed: null };
const issuing: SaleView = { stage: 'receipt-issuing', ...SALE_HEAD, payment, cashReceipt: { ...cashReceipt, state: 'requested' } };
const question: SaleView = { stage: 'slip-question', ...SALE_HEAD, payment, cashReceipt, copies: 1 };
const done = (receipt: typeof cashReceipt | null): SaleView => ({ stage: 'done', ...SALE_HEAD, payment, cashReceipt: receipt, prints: [], canIssue: false });

/** `'scan'`, or a view with the presses made and the time passed until it came. */
type Step = 'scan' | readonly [presses: number, atMs: number, sale: SaleView];

function play(steps: readonly Step[], start: SaleMeter = NEW_METER) {
  let meter = start;
  let presses = 0;
  const samples = [];
  for (const step of steps) {
    if (step === 'scan') meter = scanned(meter, presses);
    else {
      presses = step[0];
      const seen = seeSale(meter, step[2], { presses, atMs: step[1] });
      meter = seen.meter;
      if (seen.sample !== null) samples.push(seen.sample);
    }
  }
  return samples;
}

describe('the meter', () => {
  it('counts a cash sale from its first line, and from its last item', () => {
    expect(play([[0, 0, idle], 'scan', [0, 100, one], 'scan', [0, 900, two], [3, 4_100, choice], [5, 5_000, { ...question, cashReceipt: null }], [6, 6_000, done(null)], [6, 7_000, done(null)]])).toEqual([
      { saleId: SALE_HEAD.saleId, sinceLastItem: 3, untilPaid: 3, paidAfterMs: 4_000, receipt: null },
    ]);
  });

  it('counts keys pressed before main has answered the scan: the item came with the scan', () => {
    expect(play([[0, 0, idle], 'scan', [0, 100, one], 'scan', [1, 900, two], [3, 4_100, choice], [4, 5_000, done(null)]])).toMatchObject([{ sinceLastItem: 3 }]);
  });

  it('takes a product chosen by hand for an item: what it took to find it came before', () => {
    expect(play([[7, 0, idle], [9, 100, one], [14, 900, two], [17, 4_100, choice], [18, 5_000, done(null)]])).toMatchObject([{ sinceLastItem: 3, untilPaid: 8 }]);
  });

  it('knows a sale that begins with a burst of scans', () => {
    expect(play([[0, 0, idle], 'scan', 'scan', [0, 100, two], [3, 4_100, choice], [4, 5_000, done(null)]])).toMatchObject([{ sinceLastItem: 3 }]);
  });

  it('counts a cash receipt from the question to its being issued', () => {
    expect(play([[0, 0, idle], 'scan', [0, 0, one], [3, 2_000, choice], [14, 9_000, issuing], [14, 9_400, question], [15, 11_000, done(cashReceipt)]])).toMatchObject([{ receipt: { presses: 11, issuedAfterMs: 7_400 } }]);
  });

  it('does not count a receipt that waits for the line', () => {
    const queued = { ...cashReceipt, state: 'queued' as const };
    expect(play([[0, 0, idle], 'scan', [0, 0, one], [3, 2_000, choice], [14, 9_000, issuing], [15, 9_400, { ...question, cashReceipt: queued }], [16, 11_000, done(queued)]])).toMatchObject([{ receipt: null }]);
  });

  it('keeps a paid sale whose end it did not see, and drops one that was not paid', () => {
    expect(play([[0, 0, idle], 'scan', [0, 0, one], [3, 2_000, choice], [4, 3_000, idle]])).toHaveLength(1);
    expect(play([[0, 0, idle], 'scan', [0, 0, one], [3, 2_000, idle], [3, 3_000, idle]])).toEqual([]);
  });

  it('measures no sale it did not see begin: loaded in the middle, or taken up again', () => {
    expect(play([[0, 0, one], [3, 2_000, choice], [4, 3_000, done(null)]])).toEqual([]);
    expect(play([[0, 0, idle], [1, 100, two], [4, 2_000, choice], [5, 3_000, done(null)]])).toEqual([]);
    expect(play([[0, 0, choice], [4, 3_000, done(null)]])).toEqual([]);
  });

  it('keeps no sale that lay about for hours', () => {
    expect(play([[0, 0, idle], 'scan', [0, 0, one], [3, 3 * 3_600_000, choice], [4, 3 * 3_600_000, done(null)]])).toEqual([]);
  });
});

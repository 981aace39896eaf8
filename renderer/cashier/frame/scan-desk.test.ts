import { describe, expect, it } from 'vitest';
import type { CounterView } from '../../../contract/views.ts';
import { basket, cashReceipt, counter, LINES, payment, SALE_HEAD } from '../../gallery/samples.ts';
import { TENDERINGS } from '../../gallery/card-samples.ts';
import { judgeScan, MAX_SCANS_WAITING } from './scan-desk.ts';

const at = (sale: CounterView['sale']) => counter({ sale });
const stages = {
  idle: at({ stage: 'idle', saleNumber: 1 }),
  basket: at(basket(LINES)),
  done: at({ stage: 'done', ...SALE_HEAD, payment, cashReceipt, prints: [], canIssue: false }),
  tendering: at({ stage: 'tendering', ...SALE_HEAD, tendering: TENDERINGS['card-waiting'] }),
  'receipt-choice': at({ stage: 'receipt-choice', ...SALE_HEAD, payment, failed: null }),
  'receipt-issuing': at({ stage: 'receipt-issuing', ...SALE_HEAD, payment, cashReceipt }),
  'slip-question': at({ stage: 'slip-question', ...SALE_HEAD, payment, cashReceipt, copies: 1 }),
} as const satisfies Record<CounterView['sale']['stage'], CounterView>;

describe('a scanned code', () => {
  it('goes into the sale where a sale is open, not begun, or just done', () => {
    for (const stage of ['idle', 'basket', 'done'] as const) expect(judgeScan(stages[stage], 'nothing', 0)).toEqual({ take: true });
  });

  it('comes back with the reason in every other stage', () => {
    expect(judgeScan(stages['receipt-choice'], 'nothing', 0)).toEqual({ take: false, place: 'receipt' });
    expect(judgeScan(stages['receipt-issuing'], 'nothing', 0)).toEqual({ take: false, place: 'issuing' });
    expect(judgeScan(stages['slip-question'], 'nothing', 0)).toEqual({ take: false, place: 'slip' });
    expect(judgeScan(stages.tendering, 'nothing', 0)).toEqual({ take: false, place: 'counting' });
  });

  it('comes back whatever the stage while cash, a dialog, a receipt or a manager screen is open', () => {
    expect(judgeScan(stages.basket, 'cash', 0)).toEqual({ take: false, place: 'counting' });
    expect(judgeScan(stages.basket, 'dialog', 0)).toEqual({ take: false, place: 'room' });
    expect(judgeScan(stages.idle, 'room', 0)).toEqual({ take: false, place: 'room' });
    expect(judgeScan(stages.done, 'issue-now', 0)).toEqual({ take: false, place: 'receipt' });
  });

  it('comes back before anyone has signed in, before the shift, in trouble, without a view', () => {
    expect(judgeScan(counter({ signedIn: null }), 'nothing', 0)).toEqual({ take: false, place: 'signIn' });
    expect(judgeScan(counter({ shift: null }), 'nothing', 0)).toEqual({ take: false, place: 'shift' });
    expect(judgeScan(counter({ trouble: { code: 'journal.locked', detail: '' } }), 'nothing', 0)).toEqual({ take: false, place: 'trouble' });
    expect(judgeScan(null, 'nothing', 0)).toEqual({ take: false, place: 'trouble' });
  });

  it('does not queue without end when nobody answers', () => {
    expect(judgeScan(stages.basket, 'nothing', MAX_SCANS_WAITING - 1)).toEqual({ take: true });
    expect(judgeScan(stages.basket, 'nothing', MAX_SCANS_WAITING)).toEqual({ take: false, place: 'tooMany' });
  });
});

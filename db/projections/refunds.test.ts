import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ReceiptCancelEvent, ReceiptCancelState } from '../../domain/cash-receipt/cancel.ts';
import { NEW_RECEIPT_CANCEL, stepReceiptCancel } from '../../domain/cash-receipt/cancel.ts';
import { startSale, stepCheckout, type CheckoutEvent, type CheckoutState } from '../../domain/checkout/machine.ts';
import { DEFAULT_CHECKOUT_RULES } from '../../domain/checkout/rules.ts';
import type { EntryBody, JournalEntry } from '../../domain/journal-entry.ts';
import type { RefundEvent } from '../../domain/refund/events.ts';
import { stepRefund } from '../../domain/refund/machine.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { AT, approved, begun, KIM, LEE, RULES, soldFor, TEN, traded } from '../../domain/testing/refund-fixture.ts';
import { createAppender, type Append } from '../append.ts';
import { genesisHash, publicKeyText, signingKeyFrom } from '../chain.ts';
import { loadKeys } from '../keys.ts';
import { JOURNAL_LIMITS } from '../limits.ts';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/all.ts';
import { cardReads } from '../reads/cards.ts';
import { cashReceiptReads } from '../reads/cash-receipts.ts';
import { dayReads } from '../reads/day.ts';
import { refundReads } from '../reads/refunds.ts';
import { JournalRefusal } from '../journal-error.ts';
import { createProjector, rebuildProjections } from './projector.ts';

let db: Database.Database;
let append: Append;

const row = (body: EntryBody, saleId: string | null = 's1'): JournalEntry => ({ ...body, at: AT, businessDay: '2026-03-02', actor: KIM, saleId });
const TEA = { productId: 'tea', barcode: '', name: '녹차', priceWon: 10_000, taxClass: 'taxable', category: '차' } as const;

/** 100,000 won in cash, under the same names as the fixture's. */
function sell(): void {
  append([row({ kind: 'sale.started', payload: { saleNumber: 412, shiftId: 'shift-1' } })]);
  const events: readonly CheckoutEvent[] = [
    { type: 'line-added', product: TEA, quantity: 10, lineId: 'l1' },
    { type: 'tendered', dueWon: 100_000, receivedWon: 100_000, paidAt: AT, drawerJobId: 'd0' },
    { type: 'receipt-declined' },
    { type: 'slip-answered', wants: false, by: 'customer', jobIds: [] },
  ];
  let state: CheckoutState = startSale('s1', 412);
  for (const event of events) {
    const step = stepCheckout(state, event, DEFAULT_CHECKOUT_RULES);
    if (!step.ok) throw new Error(`${event.type}: ${step.refusal}`);
    ({ state } = step);
    append([row({ kind: `sale.${event.type}`, payload: { event, after: state.stage === 'basket' ? null : state } })]);
  }
}

const begin = (refund: Refund): Refund => {
  append([row({ kind: 'refund.begun', payload: { refundId: refund.intent.refundId, after: refund } })]);
  return refund;
};

function go(start: Refund, ...events: readonly RefundEvent[]): Refund {
  return events.reduce((refund, event) => {
    const step = stepRefund(refund, event, RULES);
    if (!step.ok) throw new Error(`${event.type}: ${step.refusal}`);
    append([row({ kind: `refund.${event.type}`, payload: { refundId: refund.intent.refundId, event, after: step.refund } })]);
    return step.refund;
  }, start);
}

const cashOut: RefundEvent = { type: 'cash-out', returnId: 'r1', drawerJobId: 'd1', at: AT };
const ended: readonly RefundEvent[] = [{ type: 'cash-handed', returnId: 'r1', by: KIM, at: AT }, { type: 'slips-queued', jobIds: [] }];
const callOff: RefundEvent = { type: 'called-off', by: LEE, at: AT };

function closeShift(): void {
  const openCases = { cashReceiptsUnsent: 0, cashReceiptsUnsentWon: 0, printsUnsettled: 0 };
  append([row({ kind: 'shift.closed', payload: { shiftId: 'shift-1', zNumber: 1, floatWon: 0, cashSalesWon: 100_000, saleCount: 1, expectedWon: 100_000, countedWon: 100_000, differenceWon: 0, counted: [], openCases } }, null)]);
  append([row({ kind: 'shift.opened', payload: { shiftId: 'shift-2', floatWon: 0 } }, null)]);
}

beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, MIGRATIONS);
  const { signing } = loadKeys({ load: () => null, save: () => undefined }, true);
  const signingKey = signingKeyFrom(signing ?? Buffer.alloc(0));
  const publicKey = publicKeyText(signingKey);
  db.prepare("INSERT INTO meta VALUES ('counter_id', 'counter-1'), ('public_key', ?), ('sealing_key_id', 'x')").run(publicKey);
  append = createAppender(db, { genesis: genesisHash('counter-1', publicKey), signingKey, project: createProjector(db, true), limits: JOURNAL_LIMITS });
  append([row({ kind: 'shift.opened', payload: { shiftId: 'shift-1', floatWon: 0 } }, null)]);
  sell();
});

describe('a refund', () => {
  test('is found as it stands, open until it is over', () => {
    const refund = go(begin(begun(soldFor(100_000, []), 3)), cashOut);
    expect(refundReads(db).openRefunds({ limit: 10 })).toMatchObject([{ refundId: 'f1', saleId: 's1', saleNumber: 412, shiftId: 'shift-1' }]);
    expect(refundReads(db).refund('f1')?.refund).toEqual(refund);
    const over = go(refund, ...ended);
    expect(refundReads(db).openRefunds({ limit: 10 })).toEqual([]);
    expect(refundReads(db).refundsTiedTo('s1').map((each) => each.refund)).toEqual([over]);
    expect(refundReads(db).refundBriefs(['s1', 's9'])).toMatchObject([{ saleId: 's1', kind: 'refund', totalWon: 30_000, stage: 'done' }]);
    expect(refundReads(db).nextRefundNumber()).toBe(8);
  });

  test('moves its cash in the shift that was open then, apart from the sales', () => {
    const refund = begin(begun(soldFor(100_000, []), 3));
    closeShift();
    go(refund, cashOut, ...ended);
    expect(dayReads(db).shiftTotals('shift-1')).toMatchObject({ cashSalesWon: 100_000, cashRefundsWon: 0 });
    expect(dayReads(db).shiftTotals('shift-2')).toMatchObject({ cashSalesWon: 0, cashRefundsWon: 30_000 });
  });

  test('by card keeps its trades where every trade is found, and moves what was cancelled less what was charged anew', () => {
    const card = begin(begun(soldFor(0, [100_000]), 3));
    const gone = go(card, { type: 'cancel-intended', returnId: 'r1', tradeNumber: 'T1' }, traded('T1', { type: 'asking' }), traded('T1', { type: 'answered', outcome: approved({ tradeNumber: 'T1', cancels: true, totalWon: 100_000 }) }));
    expect(dayReads(db).shiftTotals('shift-1')).toMatchObject({ cardRefundsWon: 100_000 });
    expect(cardReads(db).cardTrade('T1')).toMatchObject({ saleId: 's1', partId: 'f1-r1', trade: { intent: { kind: 'cancel' }, state: { name: 'approved' } } });
    const rest = (event: RefundEvent & { type: 'rest-tendered' }) => event;
    const paid = go(gone, rest({ type: 'rest-tendered', returnId: 'r1', drawerJobId: 'd2', event: { type: 'cash-taken', partId: 'p1', amountWon: 70_000, receivedWon: 70_000, takenAt: AT } }));
    expect(dayReads(db).shiftTotals('shift-1')).toMatchObject({ cardRefundsWon: 100_000, cashRefundsWon: -70_000 });
    const before = db.prepare('SELECT * FROM refund_moves').all();
    rebuildProjections(db);
    expect(db.prepare('SELECT * FROM refund_moves').all()).toEqual(before);
    expect(refundReads(db).refund('f1')?.refund).toEqual(paid);
  });

  test('is refused while another of the sale is open, and beyond what was sold', () => {
    const first = begun(soldFor(100_000, []), 3);
    const again = (pieces: number) => ({ ...begun(soldFor(100_000, []), pieces), intent: { ...begun(soldFor(100_000, []), pieces).intent, refundId: 'f2', refundNumber: 8 } });
    begin(first);
    expect(() => begin(again(1))).toThrow('is open');
    go(first, cashOut, ...ended);
    expect(() => begin(again(8))).toThrow('more of line l1');
    begin(again(7));
  });

  test('that was called off takes nothing of the sale', () => {
    const first = begun(soldFor(100_000, []), 3);
    go(begin(first), callOff);
    begin({ ...begun(soldFor(100_000, []), 10), intent: { ...begun(soldFor(100_000, []), 10).intent, refundId: 'f2', refundNumber: 8 } });
    expect(refundReads(db).refundBriefs(['s1'])).toMatchObject([{ refundId: 'f2' }]);
  });

  test('uses no trade number twice', () => {
    const card = begin(begun(soldFor(0, [100_000]), 10));
    go(card, { type: 'cancel-intended', returnId: 'r1', tradeNumber: 'T1' }, traded('T1', { type: 'restarted' }), callOff);
    const second = { ...card, intent: { ...card.intent, refundId: 'f2', refundNumber: 8 } };
    expect(() => go(begin(second), { type: 'cancel-intended', returnId: 'r1', tradeNumber: 'T1' })).toThrow('used already');
  });
});

describe('the cancel of a cash receipt', () => {
  const ISSUE = { approvalNumber: 'TB0000178', tradeDate: '20260302', tradeDt: '20260302140409' };
  const receipt = { cashReceiptId: 'c1', mgtKey: 'm1', purpose: 'self-issue', form: 'self-issue', identifierSealed: 's', identifierMasked: '010-000-1234', amounts: begun(soldFor(100_000, []), 10).intent.goods.amounts, paidAt: AT, deadlineAt: null } as const;

  test('waits, is sent, and counts as unsent until it is through; a step that does not follow is refused', () => {
    append([row({ kind: 'cash-receipt.created', payload: receipt })]);
    append([row({ kind: 'cash-receipt.sending', payload: { cashReceiptId: 'c1', event: { type: 'sending', tradeDt: null }, after: { name: 'requested', attempts: 1 } } })]);
    append([row({ kind: 'cash-receipt.issued', payload: { cashReceiptId: 'c1', event: { type: 'issued', ...ISSUE }, after: { name: 'issued', ...ISSUE } } })]);
    const receipts = [{ cashReceiptId: 'c1', amounts: receipt.amounts, untouched: true, wholeOnly: false }];
    const refund = begin(begun(soldFor(100_000, [], { receipts, cart: TEN }), 3));
    const intent = refund.receipts[0]?.intent;
    if (intent === undefined) throw new Error('no cancel');
    append([row({ kind: 'receipt-cancel.created', payload: { ...intent, refundId: 'f1' } })]);
    expect(cashReceiptReads(db).unsentCashReceipts()).toMatchObject({ count: 1, amountWon: 30_000 });
    let state: ReceiptCancelState = NEW_RECEIPT_CANCEL;
    const events: readonly ReceiptCancelEvent[] = [{ type: 'original-issued', approvalNumber: ISSUE.approvalNumber, tradeDate: ISSUE.tradeDate }, { type: 'sending', tradeDt: null }, { type: 'issued', ...ISSUE, approvalNumber: 'TB0000179' }];
    for (const event of events) {
      const step = stepReceiptCancel(state, event);
      if (!step.ok) throw new Error(event.type);
      ({ state } = step);
      append([row({ kind: `receipt-cancel.${event.type}`, payload: { cancelId: intent.cancelId, event, after: state } })]);
    }
    expect(refundReads(db).receiptCancelsOf(['c1'])).toMatchObject([{ intent, refundId: 'f1', saleId: 's1', state: { name: 'issued' } }]);
    expect(refundReads(db).receiptCancelsIn(['issued'], { limit: 10 })).toHaveLength(1);
    expect(cashReceiptReads(db).unsentCashReceipts()).toMatchObject({ count: 0 });
    const again = row({ kind: 'receipt-cancel.issued', payload: { cancelId: intent.cancelId, event: { type: 'issued', ...ISSUE }, after: state } });
    expect(() => append([again])).toThrow('does not follow');
    rebuildProjections(db);
    expect(refundReads(db).receiptCancel(intent.cancelId)?.state).toEqual(state);
  });
});

describe('an exchange', () => {
  const exchanged = (saleId: string): RefundEvent => ({ type: 'exchanged', saleId, creditWon: 30_000, plan: { returns: [], receipts: [], reissue: null } });

  test('pays only what its sale was paid with, and only a sale there is', () => {
    const refund = begin(begun(soldFor(100_000, []), 3, { want: 'exchange' }));
    expect(() => go(refund, exchanged('s9'))).toThrow(JournalRefusal);
    expect(() => go(refund, exchanged('s1')), 'a sale that was paid in money').toThrow(JournalRefusal);
    expect(refundReads(db).refund('f1')?.refund).toEqual(refund);
  });
});

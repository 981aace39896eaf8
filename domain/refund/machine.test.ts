import { describe, expect, test } from 'vitest';
import type { TradeOutcome } from '../card-payment/approval.ts';
import { MAX_CANCELS } from '../tender/machine.ts';
import { taxBreakdown } from '../tax.ts';
import { approved, AT, begun, CANCEL_IDS, decision, KIM, LEE, play, RULES, soldFor, traded } from '../testing/refund-fixture.ts';
import { paymentsAfter } from './begin.ts';
import type { RefundEvent, RefundRefusal } from './events.ts';
import { recoverRefund, stepRefund } from './machine.ts';
import type { CardPayment } from './payments.ts';
import type { Refund } from './refund.ts';
import { standingOfReturn } from './refund.ts';
import { stageOf } from './stage.ts';
import { troubleOfRefund } from './trouble.ts';

const DECLINED: TradeOutcome = { state: 'declined', by: 'issuer', code: '8324', message: '' };
const UNKNOWN: TradeOutcome = { state: 'unknown', reason: 'no-answer', detail: '', claimed: null };

const cancel = (returnId: string, tradeNumber: string): RefundEvent => ({ type: 'cancel-intended', returnId, tradeNumber });
const answered = (tradeNumber: string, outcome: TradeOutcome): RefundEvent[] => [traded(tradeNumber, { type: 'asking' }), traded(tradeNumber, { type: 'answered', outcome })];
const cancelled = (returnId: string, tradeNumber: string, totalWon: number): RefundEvent[] => [cancel(returnId, tradeNumber), ...answered(tradeNumber, approved({ tradeNumber, cancels: true, totalWon }))];
const charge = (returnId: string, tradeNumber: string, amountWon: number): RefundEvent => ({ type: 'rest-tendered', returnId, drawerJobId: null, event: { type: 'charge-intended', partId: tradeNumber, tradeNumber, amountWon, installmentMonths: 0 } });
const charged = (returnId: string, tradeNumber: string, amountWon: number): RefundEvent[] => [charge(returnId, tradeNumber, amountWon), ...answered(tradeNumber, approved({ tradeNumber, cancels: false, totalWon: amountWon }))];
const restInCash = (returnId: string, amountWon: number): RefundEvent => ({ type: 'rest-tendered', returnId, drawerJobId: 'd9', event: { type: 'cash-taken', partId: 'rest', amountWon, receivedWon: amountWon, takenAt: AT } });
const cashOut = (returnId: string): RefundEvent => ({ type: 'cash-out', returnId, drawerJobId: 'd1', at: AT });
const handed = (returnId: string): RefundEvent => ({ type: 'cash-handed', returnId, by: KIM, at: AT });
const slips: RefundEvent = { type: 'slips-queued', jobIds: ['p1'] };
const settled = (tradeNumber: string, yes: boolean): RefundEvent =>
  traded(tradeNumber, { type: 'settled', verdict: yes ? { verdict: 'approved', approvalNumber: '30019999', tradedAt: '20260302141000' } : { verdict: 'not-approved' }, source: 'van-phone', by: LEE, manager: null, at: AT });
const late = (tradeNumber: string, totalWon: number): RefundEvent => traded(tradeNumber, { type: 'late-result', outcome: approved({ tradeNumber, cancels: true, totalWon }) });
const callOff: RefundEvent = { type: 'called-off', by: KIM, at: AT };

const standings = (refund: Refund) => refund.returns.map(standingOfReturn);
const refusalOf = (refund: Refund, event: RefundEvent): RefundRefusal | 'accepted' => {
  const step = stepRefund(refund, event, RULES);
  if (!step.ok) expect(step.refund).toBe(refund);
  return step.ok ? 'accepted' : step.refusal;
};

const CASH = begun(soldFor(100_000, []), 10);
const CARD = begun(soldFor(0, [100_000]), 10);
const PART = begun(soldFor(0, [100_000]), 3);
/** 100,000 by card and 50,000 in cash of 150,000 are not needed: a card charged anew, one cancelled, and cash. */
const SPLIT = begun(soldFor(20_000, [50_000, 30_000]), 8, { shares: [{ paymentId: 'cash', amountWon: 20_000 }, { paymentId: 'k1', amountWon: 30_000 }, { paymentId: 'k2', amountWon: 30_000 }] });

describe('cash', () => {
  test('is recorded, then the drawer opens, then somebody says that the customer has it', () => {
    expect(play(CASH, []).command).toEqual({ kind: 'begin-cash', returnId: 'r1' });
    expect(play(CASH, [cashOut('r1')]).command).toEqual({ kind: 'open-drawer', jobId: 'd1' });
    expect(play(CASH, [cashOut('r1'), handed('r1')]).command).toEqual({ kind: 'begin-slips', covers: ['r1'] });
    const { refund, command } = play(CASH, [cashOut('r1'), handed('r1'), slips]);
    expect([command, stageOf(refund)]).toEqual([{ kind: 'print', jobIds: ['p1'] }, 'done']);
  });

  test('goes out once, and no restart opens a drawer', () => {
    const { refund } = play(CASH, [cashOut('r1')]);
    expect(recoverRefund(CASH, RULES)).toEqual({ kind: 'ask-person', ask: 'go-on', id: 'r1' });
    expect(recoverRefund(refund, RULES)).toEqual({ kind: 'ask-person', ask: 'handed', id: 'r1' });
    expect(troubleOfRefund(refund)).toBe('refund.cash-unconfirmed');
    expect(refusalOf(refund, { type: 'cash-out', returnId: 'r1', drawerJobId: 'd2', at: AT })).toBe('refund.not-in-this-stage');
    expect(play(refund, [{ type: 'drawer-again', returnId: 'r1', drawerJobId: 'd2' }]).command).toEqual({ kind: 'open-drawer', jobId: 'd2' });
    expect(refusalOf(play(refund, [handed('r1')]).refund, { type: 'drawer-again', returnId: 'r1', drawerJobId: 'd3' })).toBe('refund.not-in-this-stage');
  });

  test('opens the drawer again a few times, never under one number twice', () => {
    const again = (index: number): RefundEvent => ({ type: 'drawer-again', returnId: 'r1', drawerJobId: `d${index}` });
    const { refund } = play(CASH, [cashOut('r1'), again(2), again(3), again(4), again(5)]);
    expect(refusalOf(refund, again(6))).toBe('refund.not-in-this-stage');
    expect(refusalOf(play(CASH, [cashOut('r1')]).refund, again(1))).toBe('refund.not-in-this-stage');
  });
});

describe('a card, whole', () => {
  test('is cancelled at the terminal, and that is all', () => {
    expect(play(CARD, []).command).toEqual({ kind: 'begin-cancel', returnId: 'r1' });
    expect(play(CARD, [cancel('r1', 'x1')]).command).toEqual({ kind: 'trade', tradeNumber: 'x1', command: 'cancel' });
    const { refund } = play(CARD, [...cancelled('r1', 'x1', 100_000), slips]);
    expect([stageOf(refund), paymentsAfter(soldFor(0, [100_000]).payments, refund)]).toEqual(['done', []]);
  });

  test('unknown is neither done nor repeatable until it is known', () => {
    const { refund, command } = play(CARD, [cancel('r1', 'x1'), ...answered('x1', UNKNOWN)]);
    expect(command).toEqual({ kind: 'trade', tradeNumber: 'x1', command: 'inquire' });
    expect([standings(refund), troubleOfRefund(refund)]).toEqual([['cancel-unknown'], 'card.cancel-unknown']);
    for (const event of [cancel('r1', 'x2'), { type: 'cash-decided', returnId: 'r1', decision: decision() } as const, { type: 'returned-by-phone', returnId: 'r1', decision: decision() } as const]) expect(refusalOf(refund, event)).toBe('tender.locked-unknown');
    expect(refusalOf(refund, callOff)).toBe('refund.money-moved');
    expect(standings(play(refund, [settled('x1', true)]).refund)).toEqual(['returned']);
    expect(play(refund, [settled('x1', false)]).command).toEqual({ kind: 'ask-person', ask: 'not-cancelled', id: 'r1' });
    expect(standings(play(refund, [settled('x1', false), ...cancelled('r1', 'x2', 100_000)]).refund)).toEqual(['returned']);
  });

  test('under way at a restart is asked about, never asked again', () => {
    const asked = play(CARD, [cancel('r1', 'x1'), traded('x1', { type: 'asking' })]).refund;
    expect(recoverRefund(asked, RULES)).toEqual(traded('x1', { type: 'restarted' }));
    expect(play(asked, [traded('x1', { type: 'restarted' })]).command).toEqual({ kind: 'trade', tradeNumber: 'x1', command: 'inquire' });
    const intended = play(CARD, [cancel('r1', 'x1'), traded('x1', { type: 'restarted' })]);
    expect(intended.command).toEqual({ kind: 'ask-person', ask: 'not-cancelled', id: 'r1' });
  });

  test('declined is tried again a few times, or goes by phone, or in cash by the decision of a manager', () => {
    const declined = [cancel('r1', 'x1'), ...answered('x1', DECLINED)];
    const { refund } = play(CARD, declined);
    expect(troubleOfRefund(refund)).toBe('card.cancel-declined');
    expect(refusalOf(refund, { type: 'cash-decided', returnId: 'r1', decision: decision('합의', KIM) })).toBe('refund.manager-needed');
    expect(refusalOf(refund, { type: 'cash-decided', returnId: 'r1', decision: decision(' ') })).toBe('refund.reason-missing');
    expect(standings(play(refund, [{ type: 'returned-by-phone', returnId: 'r1', decision: decision('VAN-4711', KIM, LEE) }]).refund)).toEqual(['returned']);
    const cash = play(refund, [{ type: 'cash-decided', returnId: 'r1', decision: decision() }]);
    expect(cash.command).toEqual({ kind: 'begin-cash', returnId: 'r1' });
    expect(standings(play(cash.refund, [cashOut('r1'), handed('r1')]).refund)).toEqual(['returned']);
    const tries = Array.from({ length: MAX_CANCELS }, (_, index) => [cancel('r1', `y${index}`), ...answered(`y${index}`, DECLINED)]).flat();
    expect(refusalOf(play(CARD, tries).refund, cancel('r1', 'y9'))).toBe('tender.too-many-cancels');
  });

  test('proven before the cash went out, needs no cash; proven after, is owed again', () => {
    const decided = [cancel('r1', 'x1'), ...answered('x1', UNKNOWN), settled('x1', false), { type: 'cash-decided', returnId: 'r1', decision: decision() } as const];
    const early = play(CARD, [...decided, late('x1', 100_000)]).refund;
    expect([standings(early), refusalOf(early, cashOut('r1'))]).toEqual([['returned'], 'refund.not-in-this-stage']);
    const twice = play(CARD, [...decided, cashOut('r1'), handed('r1'), slips, late('x1', 100_000)]);
    expect([standings(twice.refund), troubleOfRefund(twice.refund), twice.command]).toEqual([['rest-due'], 'refund.given-twice', { kind: 'ask-person', ask: 'rest', id: 'r1' }]);
    expect(stageOf(play(twice.refund, [{ type: 'rest-waived', returnId: 'r1', decision: decision('연락되지 않음') }]).refund)).toBe('done');
    const again = play(twice.refund, charged('r1', 'z1', 100_000)).refund;
    expect([stageOf(again), paymentsAfter(soldFor(0, [100_000]).payments, again)]).toEqual(['done', []]);
  });
});

describe('a card, in part', () => {
  const gone = cancelled('r1', 'x1', 100_000);

  test('is cancelled whole, then the rest is charged anew', () => {
    expect(play(PART, gone).command).toEqual({ kind: 'begin-rest', returnId: 'r1' });
    const { refund } = play(PART, [...gone, ...charged('r1', 'z1', 70_000), slips]);
    expect(stageOf(refund)).toBe('done');
    const held = paymentsAfter(soldFor(0, [100_000]).payments, refund);
    expect(held).toMatchObject([{ kind: 'card', paymentId: 'z1', amounts: { totalWon: 70_000 }, charge: { tradeNumber: 'z1', approvalNumber: 'Az1' }, asideTerminal: false }]);
  });

  test('the rest is neither forgotten nor called off: a restart asks for it', () => {
    const { refund } = play(PART, gone);
    expect([stageOf(refund), troubleOfRefund(refund)]).toEqual(['giving-back', 'refund.rest-due']);
    expect(recoverRefund(refund, RULES)).toEqual({ kind: 'ask-person', ask: 'rest', id: 'r1' });
    expect(refusalOf(refund, callOff)).toBe('refund.money-moved');
    expect(refusalOf(refund, { type: 'set-aside', returnId: 'r1' })).toBe('refund.not-in-this-stage');
    expect(refusalOf(refund, slips)).toBe('refund.not-in-this-stage');
    expect(refusalOf(refund, charge('r1', 'z1', 70_001))).toBe('tender.more-than-left');
  });

  test('declined for the rest leads to another card, to cash, or to both', () => {
    const declined = play(PART, [...gone, charge('r1', 'z1', 70_000), ...answered('z1', DECLINED)]);
    expect([declined.command, troubleOfRefund(declined.refund)]).toEqual([{ kind: 'ask-person', ask: 'rest', id: 'r1' }, 'refund.rest-not-charged']);
    expect(stageOf(play(declined.refund, [...charged('r1', 'z2', 70_000), slips]).refund)).toBe('done');
    const both = play(declined.refund, [restInCash('r1', 20_000), ...charged('r1', 'z2', 50_000), slips]);
    expect(stageOf(both.refund)).toBe('done');
    expect(paymentsAfter(soldFor(0, [100_000]).payments, both.refund).map((payment) => [payment.paymentId, payment.amounts.totalWon])).toEqual([['cash', 20_000], ['z2', 50_000]]);
  });

  test('or everything is put back as it was, with the same price for everybody', () => {
    const chosen = play(PART, [...gone, charge('r1', 'z1', 70_000), ...answered('z1', DECLINED), { type: 'rest-chosen', returnId: 'r1', owed: 'restore' }]);
    const restored = play(chosen.refund, charged('r1', 'z2', 100_000));
    expect([standings(restored.refund), restored.command]).toEqual([['restored'], { kind: 'begin-slips', covers: ['r1'] }]);
    const { refund } = play(restored.refund, [slips]);
    expect(stageOf(refund)).toBe('called-off');
    expect(paymentsAfter(soldFor(0, [100_000]).payments, refund)).toMatchObject([{ paymentId: 'z2', amounts: { totalWon: 100_000 } }]);
    expect(standings(play(chosen.refund, [{ type: 'rest-chosen', returnId: 'r1', owed: 'rest' }, restInCash('r1', 70_000)]).refund)).toEqual(['returned']);
  });

  test('or a manager answers for it, and it stands as owed', () => {
    const { refund } = play(PART, gone);
    expect(refusalOf(refund, { type: 'rest-waived', returnId: 'r1', decision: decision('손님이 떠남', KIM) })).toBe('refund.manager-needed');
    const waived = play(refund, [{ type: 'rest-waived', returnId: 'r1', decision: decision('손님이 떠남') }, slips]).refund;
    expect([stageOf(waived), paymentsAfter(soldFor(0, [100_000]).payments, waived)]).toEqual(['done', []]);
  });

  test('an unknown charge of the rest is asked about, and nothing may take its place', () => {
    const { refund, command } = play(PART, [...gone, charge('r1', 'z1', 70_000), ...answered('z1', UNKNOWN)]);
    expect([command, standings(refund)]).toEqual([{ kind: 'trade', tradeNumber: 'z1', command: 'inquire' }, ['rest-unknown']]);
    expect(refusalOf(refund, charge('r1', 'z2', 70_000))).toBe('tender.locked-unknown');
    expect(refusalOf(refund, restInCash('r1', 1))).toBe('tender.may-be-charged');
    expect(refusalOf(refund, { type: 'rest-chosen', returnId: 'r1', owed: 'restore' })).toBe('refund.not-in-this-stage');
  });

  test('a late approval of what was declined is too much, and opens the refund again', () => {
    const done = play(PART, [...gone, charge('r1', 'z1', 70_000), ...answered('z1', DECLINED), restInCash('r1', 70_000), slips]).refund;
    expect(stageOf(done)).toBe('done');
    const { refund, command } = play(done, [traded('z1', { type: 'late-result', outcome: approved({ tradeNumber: 'z1', cancels: false, totalWon: 70_000 }) })]);
    expect([stageOf(refund), command, troubleOfRefund(refund)]).toEqual(['giving-back', { kind: 'ask-person', ask: 'rest', id: 'r1' }, 'tender.surplus-first']);
    const mended = play(refund, [{ type: 'rest-tendered', returnId: 'r1', drawerJobId: null, event: { type: 'cancel-intended', partId: 'z1', tradeNumber: 'w1' } }, ...answered('w1', approved({ tradeNumber: 'w1', cancels: true, totalWon: 70_000 }))]);
    expect(stageOf(mended.refund)).toBe('done');
  });
});

describe('several parts', () => {
  test('go one after the other: the card that is charged anew, the cancels, the cash', () => {
    expect(SPLIT.returns.map((ret) => (ret.kind === 'cash' ? 'cash' : ret.intent.way))).toEqual(['cancel-and-recharge', 'cancel', 'cash']);
    expect(refusalOf(SPLIT, cashOut('r3'))).toBe('refund.not-in-this-stage');
    expect(refusalOf(SPLIT, cancel('r2', 'x2'))).toBe('refund.not-in-this-stage');
    const first = play(SPLIT, [...cancelled('r1', 'x1', 50_000), ...charged('r1', 'z1', 20_000)]);
    expect(first.command).toEqual({ kind: 'begin-cancel', returnId: 'r2' });
    const second = play(first.refund, cancelled('r2', 'x2', 30_000));
    expect(second.command).toEqual({ kind: 'begin-cash', returnId: 'r3' });
    expect(stageOf(play(second.refund, [cashOut('r3'), handed('r3'), slips]).refund)).toBe('done');
  });

  test('an unknown one is put aside, and the refund stays open until it is known; then it has a slip of its own', () => {
    const before = [...cancelled('r1', 'x1', 50_000), ...charged('r1', 'z1', 20_000), cancel('r2', 'x2'), ...answered('x2', UNKNOWN)];
    const aside = play(SPLIT, [...before, { type: 'set-aside', returnId: 'r2' }]);
    expect(aside.command).toEqual({ kind: 'begin-cash', returnId: 'r3' });
    const open = play(aside.refund, [cashOut('r3'), handed('r3'), slips]).refund;
    expect([stageOf(open), recoverRefund(open, { ...RULES, tender: { ...RULES.tender, trade: { ...RULES.tender.trade, inquiry: 'none' } } })]).toEqual(['aside', { kind: 'ask-person', ask: 'trade-unknown', id: 'x2' }]);
    const known = play(open, [late('x2', 30_000)]);
    expect(known.command).toEqual({ kind: 'begin-slips', covers: ['r2'] });
    expect(stageOf(play(known.refund, [{ type: 'slips-queued', jobIds: ['p2'] }]).refund)).toBe('done');
  });

  test('a result that is late opens no drawer: there may be nobody', () => {
    const { command } = play(SPLIT, [...cancelled('r1', 'x1', 50_000), ...charged('r1', 'z1', 20_000), cancel('r2', 'x2'), ...answered('x2', UNKNOWN), late('x2', 30_000)]);
    expect(command).toEqual({ kind: 'ask-person', ask: 'go-on', id: 'r3' });
  });

  test('cannot be put back once another one has moved', () => {
    const phone = begun(soldFor(0, [50_000, 50_000]), 8, { shares: [{ paymentId: 'k1', amountWon: 30_000 }, { paymentId: 'k2', amountWon: 50_000 }] });
    const surfaced = play(phone, [cancel('r1', 'x1'), ...answered('x1', DECLINED), { type: 'set-aside', returnId: 'r1' }, ...cancelled('r2', 'x2', 50_000), late('x1', 50_000)]).refund;
    expect(standings(surfaced)).toEqual(['rest-due', 'returned']);
    expect(refusalOf(surfaced, { type: 'rest-chosen', returnId: 'r1', owed: 'restore' })).toBe('refund.restore-too-late');
  });
});

describe('past the time of the terminal', () => {
  const sale = soldFor(50_000, [50_000]);
  const old = { ...sale, payments: sale.payments.map((payment) => (payment.kind === 'card' ? ({ ...payment, charge: { ...payment.charge, tradeDate: '20251101' } } satisfies CardPayment) : payment)) };
  const refund = begun(old, 10);

  test('the terminal is not asked; the cash goes first, and the card by phone, with its reference', () => {
    expect(refund.returns.map((ret) => ret.kind)).toEqual(['cash', 'card']);
    expect(refusalOf(refund, cancel('r2', 'x1'))).toBe('refund.by-phone-only');
    const waiting = play(refund, [cashOut('r1'), handed('r1')]);
    expect([waiting.command, troubleOfRefund(waiting.refund)]).toEqual([{ kind: 'ask-person', ask: 'phone', id: 'r2' }, 'refund.by-phone-only']);
    expect(stageOf(play(waiting.refund, [{ type: 'returned-by-phone', returnId: 'r2', decision: decision('VAN-4711') }, slips]).refund)).toBe('done');
  });

  test('the call can wait, and is not forgotten', () => {
    const { refund: open, command } = play(refund, [cashOut('r1'), handed('r1'), { type: 'set-aside', returnId: 'r2' }, slips]);
    expect([stageOf(open), command.kind]).toEqual(['aside', 'print']);
    expect(recoverRefund(open, RULES)).toEqual({ kind: 'ask-person', ask: 'aside', id: 'r2' });
  });
});

describe('called off', () => {
  test('while nothing has moved', () => {
    expect(stageOf(play(CASH, [callOff]).refund)).toBe('called-off');
    expect(stageOf(play(CARD, [cancel('r1', 'x1'), ...answered('x1', DECLINED), callOff]).refund)).toBe('called-off');
    for (const events of [[cashOut('r1')], [cashOut('r1'), handed('r1'), slips]]) expect(refusalOf(play(CASH, events).refund, callOff)).not.toBe('accepted');
  });

  test('and proven after all, it is seen through, and nothing else of it is begun', () => {
    const off = play(SPLIT, [cancel('r1', 'x1'), ...answered('x1', DECLINED), callOff]).refund;
    const { refund, command } = play(off, [late('x1', 50_000)]);
    expect([stageOf(refund), command, troubleOfRefund(refund)]).toEqual(['giving-back', { kind: 'ask-person', ask: 'rest', id: 'r1' }, 'refund.surfaced']);
    const restored = play(refund, [{ type: 'rest-chosen', returnId: 'r1', owed: 'restore' }, ...charged('r1', 'z1', 50_000), slips]).refund;
    expect(stageOf(restored)).toBe('called-off');
    expect(stageOf(play(refund, [...charged('r1', 'z1', 20_000), slips]).refund)).toBe('done');
  });
});

describe('the cash receipt', () => {
  const receipts = [{ cashReceiptId: 'c1', amounts: taxBreakdown({ taxableWon: 100_000, taxFreeWon: 0 }), untouched: true, wholeOnly: false }];
  const refund = begun(soldFor(100_000, [], { receipts }), 3);
  const paid = play(refund, [cashOut('r1'), handed('r1')]);
  const receiptSettled = (outcome: 'cancelled' | 'queued' | 'unknown' | 'failed'): RefundEvent => ({ type: 'receipt-settled', cancelId: 'x1', outcome });

  test('is cancelled in part after the cash is out, under a key of its own', () => {
    expect(refund.receipts.map((receipt) => receipt.intent)).toEqual([{ cashReceiptId: 'c1', amounts: taxBreakdown({ taxableWon: 30_000, taxFreeWon: 0 }), whole: false, reason: 'transaction-cancelled', ...CANCEL_IDS[0] }]);
    expect(paid.command).toEqual({ kind: 'begin-receipts' });
    expect(play(paid.refund, [{ type: 'receipts-begun' }]).command).toEqual({ kind: 'cancel-receipts', cancelIds: ['x1'] });
    for (const outcome of ['cancelled', 'queued', 'unknown'] as const) expect(stageOf(play(paid.refund, [{ type: 'receipts-begun' }, receiptSettled(outcome), slips]).refund)).toBe('done');
  });

  test('whose cancel fails is an open case, also when it was queued and the refund long over', () => {
    const failed = play(paid.refund, [{ type: 'receipts-begun' }, receiptSettled('queued'), slips, receiptSettled('failed')]);
    expect([failed.command, troubleOfRefund(failed.refund)]).toEqual([{ kind: 'ask-person', ask: 'receipt', id: 'x1' }, 'refund.receipt-not-cancelled']);
    const intent = { ...refund.receipts[0]?.intent, cancelId: 'x2', mgtKey: '260302-x2' } as NonNullable<(typeof refund.receipts)[0]>['intent'];
    expect(play(failed.refund, [{ type: 'receipt-again', cancelId: 'x1', intent }]).command).toEqual({ kind: 'cancel-receipts', cancelIds: ['x2'] });
    expect(refusalOf(failed.refund, { type: 'receipt-left', cancelId: 'x1', decision: decision('126 접수', KIM) })).toBe('refund.manager-needed');
    expect(stageOf(play(failed.refund, [{ type: 'receipt-left', cancelId: 'x1', decision: decision('126 접수') }]).refund)).toBe('done');
  });

  test('is not touched before its time, nor settled when nobody began', () => {
    expect(refusalOf(refund, { type: 'receipts-begun' })).toBe('refund.not-in-this-stage');
    expect(refusalOf(paid.refund, receiptSettled('cancelled'))).toBe('refund.not-in-this-stage');
  });
});

describe('an exchange', () => {
  const exchange = begun(soldFor(0, [100_000]), 3, { want: 'exchange' });
  const plan = (won: number) => ({ returns: won === 0 ? [] : begun(soldFor(0, [100_000]), won / 10_000).returns.map((ret) => ret.intent), receipts: [], reissue: null });

  test('waits for its sale, and gives back only what is beyond it', () => {
    expect([exchange.returns, play(exchange, []).command]).toEqual([[], { kind: 'await-sale' }]);
    const even = play(exchange, [{ type: 'exchanged', saleId: 's2', creditWon: 30_000, plan: plan(0) }]);
    expect(even.command).toEqual({ kind: 'begin-slips', covers: [] });
    const more = play(exchange, [{ type: 'exchanged', saleId: 's2', creditWon: 10_000, plan: plan(20_000) }]);
    expect(more.command).toEqual({ kind: 'begin-cancel', returnId: 'r1' });
    expect(refusalOf(more.refund, callOff)).toBe('refund.money-moved');
  });

  test('comes to the goods, to the won, and happens once', () => {
    expect(refusalOf(exchange, { type: 'exchanged', saleId: 's2', creditWon: 10_000, plan: plan(0) })).toBe('refund.credit-not-won');
    expect(refusalOf(exchange, { type: 'exchanged', saleId: 's2', creditWon: -10_000, plan: plan(40_000) })).toBe('refund.credit-not-won');
    const done = play(exchange, [{ type: 'exchanged', saleId: 's2', creditWon: 30_000, plan: plan(0) }]).refund;
    expect(refusalOf(done, { type: 'exchanged', saleId: 's3', creditWon: 30_000, plan: plan(0) })).toBe('refund.not-in-this-stage');
    expect(stageOf(play(exchange, [callOff]).refund)).toBe('called-off');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardApproval } from '../card-payment/approval.ts';
import type { TradeEvent } from '../card-payment/machine.ts';
import type { Product } from '../cart.ts';
import { leftWon, openTrade, surplusWon, takenWon } from '../tender/machine.ts';
import { recoverCheckout, startSale, stepCheckout } from './machine.ts';
import { partsOf } from './parts.ts';
import { papersOf } from './papers.ts';
import { cashWonOf, cardWonOf } from './payment.ts';
import { DEFAULT_CHECKOUT_RULES } from './rules.ts';
import type { CheckoutEvent, CheckoutRules, CheckoutState, TenderingState } from './state.ts';

const AT = '2026-03-02T05:04:09.000Z';
const RULES: CheckoutRules = { ...DEFAULT_CHECKOUT_RULES, signature: { fromWon: 50_000, inclusive: true, takenBy: 'pad', ownPad: true } };
const LAMP: Product = { productId: 'lamp', barcode: '8800000000028', name: '스탠드', priceWon: 60_000, taxClass: 'taxable', category: '생활' };

function approval(totalWon: number, over: Partial<CardApproval> = {}): CardApproval {
  return {
    approvalNumber: '30000001', tradedAt: '20260302140409', cancels: false, totalWon, maskedNumber: '9490-1234-****-123*', issuer: '하늘카드', acquirer: '하늘카드', merchantNumber: '123456', terminalId: '10000001',
    vanNumber: '', message: '', notices: [], signedAtTerminal: null, ...over,
  };
}

const approved = (totalWon: number, over: Partial<CardApproval> = {}): TradeEvent => ({ type: 'answered', outcome: { state: 'approved', approval: approval(totalWon, over), checks: [] } });
const UNKNOWN: TradeEvent = { type: 'answered', outcome: { state: 'unknown', reason: 'no-answer', detail: '', claimed: null } };
const DECLINED: TradeEvent = { type: 'answered', outcome: { state: 'declined', by: 'issuer', code: '8037', message: '한도초과' } };

function go(state: CheckoutState, events: readonly CheckoutEvent[], rules = RULES): CheckoutState {
  return events.reduce((at, event) => {
    const step = stepCheckout(at, event, rules);
    if (!step.ok) throw new Error(`${event.type} was refused: ${step.refusal}`);
    return step.state;
  }, state);
}

function last(state: CheckoutState, event: CheckoutEvent, rules = RULES) {
  return stepCheckout(state, event, rules);
}

const basket = (quantity = 1) => go(startSale('s-1', 1), [{ type: 'line-added', product: LAMP, quantity, lineId: 'l-1' }]);
const charge = (won: number, left: number, n = 1): CheckoutEvent => ({ type: 'charge-intended', partId: `c${n}`, tradeNumber: `T${n}`, leftWon: left, amountWon: won, installmentMonths: 0 });
const traded = (event: TradeEvent, n = 1): CheckoutEvent => ({ type: 'traded', tradeNumber: `T${n}`, event, at: AT });
const cash = (won: number, left: number, receivedWon = won, n = 9): CheckoutEvent => ({ type: 'cash-taken', partId: `k${n}`, leftWon: left, amountWon: won, receivedWon, takenAt: AT, drawerJobId: `d${n}` });
const ASKING: TradeEvent = { type: 'asking' };
const tendering = (state: CheckoutState): TenderingState => {
  if (state.stage !== 'tendering') throw new Error(`expected tendering, not ${state.stage}`);
  return state;
};

describe('a sale by card', () => {
  test('asks the terminal, then for the signature, then goes on to the slip: there is no cash to issue a receipt for', () => {
    const asked = last(basket(), charge(60_000, 60_000));
    expect(asked).toMatchObject({ ok: true, command: { kind: 'trade', tradeNumber: 'T1', act: 'authorise' }, state: { stage: 'tendering' } });
    const waiting = last(asked.state, traded(ASKING));
    expect(waiting).toMatchObject({ ok: true, command: { kind: 'await-person' } });
    const yes = last(waiting.state, traded(approved(60_000)));
    expect(yes).toMatchObject({ ok: true, command: { kind: 'ask-signature', partId: 'c1' }, state: { stage: 'tendering' } });
    const signed = last(yes.state, { type: 'signature-taken', partId: 'c1', event: { type: 'signed', signatureId: 'sg-1' }, at: AT });
    expect(signed).toMatchObject({ ok: true, command: { kind: 'await-person' }, state: { stage: 'slip-question', receipt: { outcome: 'no-cash' }, payment: { paidAt: AT, receivedWon: 0, changeWon: 0, mandatory: false } } });
  });

  test('below the amount of the signature rule is paid by its approval', () => {
    const small = go(startSale('s-1', 1), [{ type: 'line-added', product: { ...LAMP, priceWon: 49_999 }, quantity: 1, lineId: 'l' }]);
    expect(go(small, [charge(49_999, 49_999), traded(ASKING), traded(approved(49_999))]).stage).toBe('slip-question');
  });

  test('whose pad fails opens the slip to sign by hand before anything else, and is paid', () => {
    const at = go(basket(), [charge(60_000, 60_000), traded(ASKING), traded(approved(60_000))]);
    const silent = last(at, { type: 'signature-taken', partId: 'c1', event: { type: 'silent' }, at: AT });
    expect(silent).toMatchObject({ ok: true, command: { kind: 'open-handwritten', partId: 'c1' }, state: { stage: 'tendering' } });
    const opened = last(silent.state, { type: 'handwritten-opened', partId: 'c1', slipId: 'hs-1', jobId: 'p-1', at: AT });
    expect(opened).toMatchObject({ ok: true, state: { stage: 'slip-question' } });
    // The slip is opened once.
    expect(last(opened.state, { type: 'handwritten-opened', partId: 'c1', slipId: 'hs-2', jobId: 'p-2', at: AT })).toMatchObject({ ok: false });
  });

  test('by months prints the customer copy whatever the setting says', () => {
    const rules = { ...RULES, slip: { copies: 0, use: 'customer' } as const };
    const months: CheckoutEvent = { type: 'charge-intended', partId: 'c1', tradeNumber: 'T1', leftWon: 60_000, amountWon: 60_000, installmentMonths: 3 };
    const at = go(basket(), [months, traded(ASKING), traded(approved(60_000, { signedAtTerminal: true }))], rules);
    expect(recoverCheckout(at, rules)).toEqual({ kind: 'answer-slip-by-rule', copies: 1 });
    expect(at.stage === 'slip-question' && papersOf(at.payment)).toEqual([{ kind: 'charge', partId: 'c1', withGoods: true }]);
  });
});

describe('an unknown charge', () => {
  const unknown = () => go(basket(2), [cash(20_000, 120_000), charge(100_000, 100_000), traded(ASKING), traded(UNKNOWN)]);

  test('locks the sale against another charge, and against cash for its part', () => {
    expect(last(unknown(), charge(100_000, 0, 2))).toMatchObject({ ok: false, refusal: 'tender.locked-unknown' });
    expect(last(unknown(), cash(100_000, 0, 100_000, 2))).toMatchObject({ ok: false, refusal: 'tender.may-be-charged' });
    expect(last(unknown(), { type: 'tendering-left' })).toMatchObject({ ok: false });
    expect(last(unknown(), { type: 'tendered', dueWon: 120_000, receivedWon: 120_000, paidAt: AT, drawerJobId: 'd' })).toMatchObject({ ok: false });
  });

  test('waits aside while the next customer is served, and hears a late approval there', () => {
    const aside = go(unknown(), [{ type: 'held', heldAt: AT }]);
    const late = go(aside, [traded({ type: 'late-result', outcome: { state: 'approved', approval: approval(100_000), checks: [] } })]);
    expect(late.stage).toBe('held');
    const back = last(late, { type: 'recalled', at: AT });
    expect(back).toMatchObject({ ok: true, state: { stage: 'tendering' }, command: { kind: 'ask-signature', partId: 'c1' } });
  });

  test('may not wait aside while the terminal is at it', () => {
    expect(last(go(basket(), [charge(60_000, 60_000), traded(ASKING)]), { type: 'held', heldAt: AT })).toMatchObject({ ok: false });
  });

  test('settled as not approved opens the way back to the basket, and to another charge', () => {
    const by = { userId: 'u', name: '김', role: 'manager' } as const;
    const settled = go(go(basket(), [charge(60_000, 60_000), traded(ASKING), traded(UNKNOWN)]), [traded({ type: 'settled', verdict: { verdict: 'not-approved' }, source: 'van-site', by, manager: null, at: AT })]);
    expect(tendering(settled).tender.parts).toHaveLength(1);
    expect(go(settled, [{ type: 'tendering-left' }])).toMatchObject({ stage: 'basket', tried: [{ partId: 'c1' }] });
    expect(go(settled, [charge(60_000, 60_000, 2)]).stage).toBe('tendering');
  });
});

describe('what was tried', () => {
  const back = () => go(basket(), [charge(60_000, 60_000), traded(ASKING), traded(DECLINED), { type: 'tendering-left' }]);
  const LATE = traded({ type: 'late-result', outcome: { state: 'approved', approval: approval(60_000), checks: [] } });

  test('stays with the basket through goods, holds and recalls', () => {
    const changed = go(back(), [{ type: 'line-added', product: LAMP, quantity: 1, lineId: 'l-2' }, { type: 'held', heldAt: AT }, { type: 'recalled', at: AT }]);
    expect(partsOf(changed)).toHaveLength(1);
  });

  test('and approved after all leads from the basket to where it is kept or cancelled', () => {
    const surfaced = last(back(), LATE);
    expect(surfaced).toMatchObject({ ok: true, state: { stage: 'tendering' }, command: { kind: 'await-person' } });
    expect(surplusWon(tendering(surfaced.state).tender)).toBe(60_000);
    expect(last(surfaced.state, { type: 'tendering-left' })).toMatchObject({ ok: false });
    const kept = last(surfaced.state, { type: 'charge-kept', partId: 'c1', at: AT });
    expect(kept).toMatchObject({ ok: true, command: { kind: 'ask-signature', partId: 'c1' } });
    const cancelled = go(surfaced.state, [{ type: 'cancel-intended', partId: 'c1', tradeNumber: 'T8' }, { type: 'traded', tradeNumber: 'T8', event: ASKING, at: AT }, { type: 'traded', tradeNumber: 'T8', event: approved(60_000, { cancels: true, approvalNumber: '30000009' }), at: AT }]);
    expect(go(cancelled, [{ type: 'tendering-left' }]).stage).toBe('basket');
  });

  test('and approved after all while put aside is met when it is recalled', () => {
    const aside = go(back(), [{ type: 'held', heldAt: AT }, LATE]);
    expect(aside.stage).toBe('held');
    expect(go(aside, [{ type: 'recalled', at: AT }]).stage).toBe('tendering');
  });

  test('is part of the payment that cash makes afterwards', () => {
    expect(last(back(), { type: 'tendered', dueWon: 60_000, receivedWon: 60_000, paidAt: AT, drawerJobId: 'd' })).toMatchObject({ ok: false, refusal: 'not-in-this-stage' });
    const paid = go(back(), [cash(60_000, 60_000, 100_000)]);
    expect(paid).toMatchObject({ stage: 'receipt-choice', payment: { receivedWon: 100_000, changeWon: 40_000, tendered: { tender: { parts: [{ partId: 'c1' }, { partId: 'k9' }] } } } });
  });
});

describe('a restart', () => {
  test.each([
    ['before anything was asked', [charge(60_000, 60_000)], { kind: 'restart-trade', tradeNumber: 'T1' }],
    ['while the terminal was at it', [charge(60_000, 60_000), traded(ASKING)], { kind: 'restart-trade', tradeNumber: 'T1' }],
    ['after the approval', [charge(60_000, 60_000), traded(ASKING), traded(approved(60_000))], { kind: 'ask-signature', partId: 'c1' }],
  ] as const)('%s never sends the charge again', (_, events, command) => {
    const at = go(basket(), events);
    expect(recoverCheckout(at, RULES)).toEqual(command);
    if (command.kind !== 'restart-trade') return;
    const after = last(at, traded({ type: 'restarted' }));
    expect(after.ok && after.command).not.toMatchObject({ kind: 'trade', act: 'authorise' });
  });
});

/** Any order of what people and terminals do. */
const anyEvent: fc.Arbitrary<CheckoutEvent> = fc.oneof<fc.Arbitrary<CheckoutEvent>[]>(
  fc.record({ won: fc.integer({ min: 1, max: 120_000 }), n: fc.integer({ min: 1, max: 4 }) }).map(({ won, n }) => ({ type: 'charge-intended', partId: `c${n}`, tradeNumber: `T${n}`, leftWon: -1, amountWon: won, installmentMonths: 0 }) as const),
  fc.record({ won: fc.integer({ min: 1, max: 120_000 }), n: fc.integer({ min: 1, max: 4 }) }).map(({ won, n }) => cash(won, -1, won + 10_000, n)),
  fc.record({ n: fc.integer({ min: 1, max: 8 }), event: fc.constantFrom<TradeEvent>(ASKING, UNKNOWN, DECLINED, { type: 'restarted' }) }).map(({ n, event }) => traded(event, n)),
  fc.record({ n: fc.integer({ min: 1, max: 8 }), late: fc.boolean() }).map(({ n, late }) => traded(late ? { type: 'late-result', outcome: { state: 'approved', approval: approval(0, { totalWon: null, cancels: n > 4 }), checks: [] } } : { type: 'answered', outcome: { state: 'approved', approval: approval(0, { totalWon: null, cancels: n > 4 }), checks: [] } }, n)),
  fc.integer({ min: 1, max: 4 }).map((n) => ({ type: 'cancel-intended', partId: `c${n}`, tradeNumber: `T${n + 4}` }) as const),
  fc.integer({ min: 1, max: 4 }).map((n) => ({ type: 'cash-returned', partId: `k${n}`, at: AT, drawerJobId: `r${n}` }) as const),
  fc.integer({ min: 1, max: 4 }).map((n) => ({ type: 'charge-kept', partId: `c${n}`, at: AT }) as const),
  fc.record({ n: fc.integer({ min: 1, max: 4 }), signs: fc.boolean() }).map(({ n, signs }) => ({ type: 'signature-taken', partId: `c${n}`, event: signs ? { type: 'signed', signatureId: 'sg' } : { type: 'absent' }, at: AT }) as const),
  fc.integer({ min: 1, max: 4 }).map((n) => ({ type: 'handwritten-opened', partId: `c${n}`, slipId: `hs${n}`, jobId: `hp${n}`, at: AT }) as const),
  fc.constantFrom<CheckoutEvent>({ type: 'tendering-left' }, { type: 'held', heldAt: AT }, { type: 'recalled', at: AT }),
);

/** What stands on the screen as left; a person reads it there. */
function seen(state: CheckoutState, event: CheckoutEvent): CheckoutEvent {
  if (event.type !== 'charge-intended' && event.type !== 'cash-taken') return event;
  return { ...event, leftWon: state.stage === 'tendering' ? leftWon(state.tender) : 120_000 };
}

describe('in any order of events', () => {
  test('no more is taken than is due, one trade is open at a time, and a paid sale adds up to the won', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let state: CheckoutState = basket(2);
        for (const event of events) {
          const step = stepCheckout(state, seen(state, event), RULES);
          if (!step.ok) expect(step.state).toBe(state);
          state = step.state;
          const parts = partsOf(state);
          const tender = state.stage === 'tendering' ? state.tender : null;
          if (tender !== null) expect(takenWon(tender)).toBeLessThanOrEqual(tender.due.totalWon);
          expect(parts.flatMap((part) => (part.kind === 'card' ? [part.charge, ...part.cancels] : [])).filter(({ state: { name } }) => name === 'intended' || name === 'asked').length).toBeLessThanOrEqual(1);
          if (!('payment' in state)) continue;
          expect(cashWonOf(state.payment) + cardWonOf(state.payment)).toBe(120_000);
          expect(state.payment.receivedWon - state.payment.changeWon).toBe(cashWonOf(state.payment));
          return;
        }
      }),
      { numRuns: 800 },
    );
  });

  test('a charge is sent at most once, whatever restarts come in between', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), fc.array(fc.boolean(), { maxLength: 60 }), (events, restarts) => {
        let state: CheckoutState = basket(2);
        const sent = new Map<string, number>();
        const take = (event: CheckoutEvent) => {
          const step = stepCheckout(state, seen(state, event), RULES);
          if (step.ok && step.command.kind === 'trade' && step.command.act !== 'inquire') sent.set(step.command.tradeNumber, (sent.get(step.command.tradeNumber) ?? 0) + 1);
          state = step.state;
        };
        events.forEach((event, index) => {
          take(event);
          if (!(restarts[index] ?? false)) return;
          const command = recoverCheckout(state, RULES);
          expect(command).not.toMatchObject({ kind: 'trade', act: 'authorise' });
          expect(command).not.toMatchObject({ kind: 'trade', act: 'cancel' });
          if (command.kind === 'restart-trade') take({ type: 'traded', tradeNumber: command.tradeNumber, event: { type: 'restarted' }, at: AT });
        });
        expect([...sent.values()].every((times) => times === 1)).toBe(true);
        if (state.stage === 'tendering' && openTrade(state.tender) === null) expect(recoverCheckout(state, RULES)).not.toMatchObject({ kind: 'trade' });
      }),
      { numRuns: 800 },
    );
  });
});

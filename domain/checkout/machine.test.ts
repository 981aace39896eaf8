import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Product } from '../cart.ts';
import { EMPTY_CART } from '../cart.ts';
import type { SlipCopies, SlipUse } from '../slip/policy.ts';
import { addsUp } from '../tax.ts';
import { MAX_AMOUNT_WON } from '../won.ts';
import type { CheckoutEvent, CheckoutRefusal, CheckoutRules, CheckoutState, CheckoutStep } from './machine.ts';
import { keptLines } from './kept.ts';
import { MAX_RECEIVED_WON, recoverCheckout, startSale, stepCheckout } from './machine.ts';
import { DEFAULT_CHECKOUT_RULES } from './rules.ts';

const BREAD: Product = { productId: 'bread', barcode: '8800000000011', name: '우리밀 식빵', priceWon: 4_200, taxClass: 'taxable', category: '빵' };
const GIFT: Product = { productId: 'gift', barcode: '8800000000059', name: '사은품', priceWon: 0, taxClass: 'taxable', category: '생활' };
const PAID_AT = '2026-03-02T05:04:09.000Z';

function rulesOf(copies: SlipCopies, use: SlipUse, mandatorySector = false): CheckoutRules {
  return { ...DEFAULT_CHECKOUT_RULES, slip: { copies, use }, cashReceipt: { mandatorySector, mandatoryFromWon: 4_000, acceptResidentNumber: false } };
}
const ASK = rulesOf(1, 'customer');
const ALL_RULES = ([0, 1, 2] as const).flatMap((copies) => (['customer', 'merchant'] as const).flatMap((use) => [rulesOf(copies, use), rulesOf(copies, use, true)]));

const tendered = (dueWon: number, receivedWon: number): CheckoutEvent => ({ type: 'tendered', dueWon, receivedWon, paidAt: PAID_AT, drawerJobId: 'p0' });
const settled = (outcome: 'issued' | 'queued' | 'unknown' | 'failed'): CheckoutEvent => ({ type: 'receipt-settled', cashReceiptId: 'c1', outcome });
const answered = (wants: boolean, by: 'customer' | 'cashier' | 'rule', jobs: number): CheckoutEvent => ({
  type: 'slip-answered',
  wants,
  by,
  jobIds: Array.from({ length: jobs }, (_, index) => `p${index + 1}`),
});

/** Enough of every event to come everywhere; what does not fit is refused on the way. */
const ALPHABET: readonly CheckoutEvent[] = [
  { type: 'line-added', product: BREAD, quantity: 1, lineId: 'l1' },
  { type: 'line-added', product: GIFT, quantity: 1, lineId: 'l2' },
  { type: 'quantity-set', lineId: 'l1', quantity: 1 },
  { type: 'line-cancelled', lineId: 'l1' },
  { type: 'line-discounted', lineId: 'l1', discountWon: 200 },
  { type: 'sale-discounted', discountWon: 100 },
  {
    type: 'line-restored',
    line: { lineId: 'l3', productId: 'bread', barcode: '', name: '우리밀 식빵', unitPriceWon: 4_200, taxClass: 'taxable', quantity: 1, discountWon: 0 },
    index: 0,
  },
  { type: 'line-noted', lineId: 'l1', note: '썰어서' },
  { type: 'held', heldAt: PAID_AT },
  { type: 'recalled' },
  { type: 'abandoned' },
  tendered(0, 0),
  tendered(4_200, 5_000),
  { type: 'receipt-declined' },
  { type: 'receipt-postponed' },
  { type: 'receipt-requested', cashReceiptId: 'c1' },
  settled('issued'),
  settled('queued'),
  settled('unknown'),
  settled('failed'),
  answered(true, 'customer', 1),
  answered(true, 'cashier', 2),
  answered(false, 'cashier', 0),
  answered(false, 'rule', 0),
  answered(true, 'rule', 1),
];

/** Baskets are told apart by their total and number of lines: three lines are enough for every way out. */
const keyOf = (state: CheckoutState) => (state.stage === 'basket' ? `basket ${JSON.stringify(state.cart)}` : JSON.stringify(state));

function explore(rules: CheckoutRules): { states: CheckoutState[]; edges: Set<string> } {
  const start = startSale('s1', 412);
  const seen = new Map<string, CheckoutState>([[keyOf(start), start]]);
  const edges = new Set<string>();
  const open: CheckoutState[] = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const event of ALPHABET) {
      const step = stepCheckout(state, event, rules);
      if (!step.ok) continue;
      edges.add(`${state.stage} ${event.type} ${step.state.stage}`);
      const tooLong = step.state.stage === 'basket' && step.state.cart.lines.reduce((sum, line) => sum + line.quantity, 0) > 3;
      if (tooLong || seen.has(keyOf(step.state))) continue;
      seen.set(keyOf(step.state), step.state);
      open.push(step.state);
    }
  }
  return { states: [...seen.values()], edges };
}

const EXPLORED = ALL_RULES.map((rules) => ({ rules, ...explore(rules) }));

function run(events: readonly CheckoutEvent[], rules = ASK): CheckoutStep & { ok: true } {
  let step: CheckoutStep = { ok: true, state: startSale('s1', 412), command: { kind: 'await-person' } };
  for (const event of events) {
    step = stepCheckout(step.state, event, rules);
    if (!step.ok) throw new Error(`${event.type} refused: ${step.refusal}`);
  }
  return step;
}

const SCAN: CheckoutEvent = { type: 'line-added', product: BREAD, quantity: 1, lineId: 'l1' };
const PAID = [SCAN, tendered(4_200, 5_000)];
const ASKED = [...PAID, { type: 'receipt-requested', cashReceiptId: 'c1' } as const];

describe('a cash sale', () => {
  test('is taken through to the slip, one command at a time', () => {
    expect(run([SCAN]).command).toEqual({ kind: 'await-person' });
    expect(run(PAID)).toMatchObject({ state: { stage: 'receipt-choice', payment: { receivedWon: 5_000, changeWon: 800, paidAt: PAID_AT } }, command: { kind: 'open-drawer', jobId: 'p0' } });
    expect(run(ASKED).command).toEqual({ kind: 'issue-cash-receipt', cashReceiptId: 'c1' });
    expect(run([...ASKED, settled('issued')])).toMatchObject({ state: { stage: 'slip-question', receipt: { outcome: 'issued', cashReceiptId: 'c1' } }, command: { kind: 'await-person' } });
    expect(run([...ASKED, settled('issued'), answered(true, 'customer', 1)])).toMatchObject({ state: { stage: 'done', slip: { by: 'customer', copies: 1 } }, command: { kind: 'print-slip', jobIds: ['p1'] } });
  });

  test('goes the ways that are drawn, and no other', () => {
    const basket = ['line-added', 'line-cancelled', 'line-discounted', 'line-noted', 'line-restored', 'quantity-set', 'sale-discounted'].map((type) => `basket ${type} basket`);
    const all = new Set(EXPLORED.flatMap(({ edges }) => [...edges]));
    expect(all).toEqual(
      new Set([
        ...basket,
        'basket abandoned abandoned',
        'basket held held',
        'held recalled basket',
        'basket tendered receipt-choice',
        // Goods given away entirely: there is nothing to issue a receipt for.
        'basket tendered slip-question',
        'receipt-choice receipt-declined slip-question',
        'receipt-choice receipt-postponed slip-question',
        'receipt-choice receipt-requested receipt-issuing',
        'receipt-issuing receipt-settled slip-question',
        'receipt-issuing receipt-settled receipt-choice',
        'slip-question slip-answered done',
      ]),
    );
  });

  test('can end under every setting', () => {
    for (const { states } of EXPLORED) {
      expect(new Set(states.map((state) => state.stage))).toEqual(new Set(['basket', 'held', 'receipt-choice', 'receipt-issuing', 'slip-question', 'done', 'abandoned']));
    }
  });

  test('goes back to the choice when its receipt failed, and says which', () => {
    expect(run([...ASKED, settled('failed')])).toMatchObject({ state: { stage: 'receipt-choice', failedReceiptId: 'c1' }, command: { kind: 'await-person' } });
  });

  test.each([
    [rulesOf(0, 'customer'), { kind: 'answer-slip-by-rule', copies: 0 }],
    [rulesOf(1, 'customer'), { kind: 'await-person' }],
    [rulesOf(2, 'customer'), { kind: 'await-person' }],
    [rulesOf(1, 'merchant'), { kind: 'answer-slip-by-rule', copies: 1 }],
  ])('asks about the slip as the setting says (%#)', (rules, command) => {
    expect(run([...PAID, { type: 'receipt-declined' }], rules).command).toEqual(command);
  });
});

describe('refused', () => {
  const mandatory = rulesOf(1, 'customer', true);
  const done = [...PAID, { type: 'receipt-declined' } as const, answered(false, 'cashier', 0)];
  test.each<[string, readonly CheckoutEvent[], CheckoutEvent, CheckoutRefusal, CheckoutRules?]>([
    ['payment for nothing', [], tendered(0, 0), 'cart-empty'],
    ['less than is due', [SCAN], tendered(4_200, 4_199), 'received-less-than-due'],
    ['nothing at all', [SCAN], tendered(4_200, 0), 'received-less-than-due'],
    ['a negative amount', [SCAN], tendered(4_200, -4_200), 'amount-not-won'],
    ['an amount in fractions', [SCAN], tendered(4_200, 4_200.5), 'amount-not-won'],
    ['an amount that is no number', [SCAN], tendered(4_200, Number.NaN), 'amount-not-won'],
    ['a slip of the finger', [SCAN], tendered(4_200, MAX_RECEIVED_WON + 1), 'amount-not-won'],
    ['a total that has moved since', [SCAN, { type: 'quantity-set', lineId: 'l1', quantity: 2 }], tendered(4_200, 5_000), 'due-has-changed'],
    ['a second payment', PAID, tendered(4_200, 5_000), 'not-in-this-stage'],
    ['a scan after payment', PAID, SCAN, 'not-in-this-stage'],
    ['holding nothing', [], { type: 'held', heldAt: PAID_AT }, 'cart-empty'],
    ['holding a paid sale', PAID, { type: 'held', heldAt: PAID_AT }, 'not-in-this-stage'],
    ['a scan into a held basket', [SCAN, { type: 'held', heldAt: PAID_AT }], SCAN, 'not-in-this-stage'],
    ['payment for a held basket', [SCAN, { type: 'held', heldAt: PAID_AT }], tendered(4_200, 5_000), 'not-in-this-stage'],
    ['recalling what was not held', [SCAN], { type: 'recalled' }, 'not-in-this-stage'],
    ['recalling twice', [SCAN, { type: 'held', heldAt: PAID_AT }, { type: 'recalled' }], { type: 'recalled' }, 'not-in-this-stage'],
    ['a note longer than the paper', [SCAN], { type: 'line-noted', lineId: 'l1', note: '가'.repeat(41) }, 'note-too-long'],
    ['a note that would be a command', [SCAN], { type: 'line-noted', lineId: 'l1', note: 'a\u001bb' }, 'note-too-long'],
    ['abandoning a paid sale', PAID, { type: 'abandoned' }, 'not-in-this-stage'],
    ['declining a mandatory receipt', PAID, { type: 'receipt-declined' }, 'self-issue-required', mandatory],
    ['a second request while one is under way', ASKED, { type: 'receipt-requested', cashReceiptId: 'c2' }, 'not-in-this-stage'],
    ['another receipt\'s outcome', ASKED, { type: 'receipt-settled', cashReceiptId: 'c2', outcome: 'issued' }, 'another-receipt'],
    ['fewer slips than were asked for', [...PAID, { type: 'receipt-declined' }], answered(true, 'cashier', 0), 'slip-copies-differ'],
    ['a slip nobody asked for', [...PAID, { type: 'receipt-declined' }], answered(false, 'cashier', 1), 'slip-copies-differ'],
    ['the rule answering for the customer', [...PAID, { type: 'receipt-declined' }], answered(true, 'rule', 1), 'not-in-this-stage'],
    ['the customer answering for the rule', [...PAID, { type: 'receipt-declined' }], answered(true, 'customer', 1), 'not-in-this-stage', rulesOf(1, 'merchant')],
    ['a second answer', done, answered(false, 'cashier', 0), 'not-in-this-stage'],
  ])('%s', (_, before, event, refusal, rules = ASK) => {
    const { state } = run(before, rules);
    expect(stepCheckout(state, event, rules)).toEqual({ ok: false, state, refusal });
  });
});

const oddNumber = fc.oneof(fc.integer({ min: -5, max: 60_000 }), fc.double(), fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, MAX_AMOUNT_WON, 2 ** 60));
const text = fc.constantFrom('l1', 'l2', 'l3', 'c1', 'c2', 'p1', '', '__proto__');
const oddProduct = fc.record({ productId: text, barcode: text, name: text, priceWon: oddNumber, taxClass: fc.constantFrom('taxable', 'exempt'), category: text });
const oddLine = fc.record({ lineId: text, productId: text, barcode: text, name: text, unitPriceWon: oddNumber, taxClass: fc.constantFrom('taxable', 'exempt'), quantity: oddNumber, discountWon: oddNumber });
const oddEvents: fc.Arbitrary<CheckoutEvent> = fc.oneof(
  fc.record({ type: fc.constant('line-added'), product: oddProduct, quantity: oddNumber, lineId: text }),
  fc.record({ type: fc.constant('quantity-set'), lineId: text, quantity: oddNumber }),
  fc.record({ type: fc.constant('line-cancelled'), lineId: text }),
  fc.record({ type: fc.constant('line-restored'), line: oddLine, index: oddNumber }),
  fc.record({ type: fc.constant('line-discounted'), lineId: text, discountWon: oddNumber }),
  fc.record({ type: fc.constant('sale-discounted'), discountWon: oddNumber }),
  fc.record({ type: fc.constant('line-weighed'), lineId: text, grams: fc.oneof(fc.integer({ min: -1, max: 100_001 }), fc.double()) }),
  fc.record({ type: fc.constant('line-noted'), lineId: text, note: fc.oneof(fc.string({ maxLength: 60 }), text) }),
  fc.record({ type: fc.constant('held'), heldAt: fc.constant(PAID_AT) }),
  fc.record({ type: fc.constant('recalled') }),
  fc.record({ type: fc.constant('tendered'), dueWon: oddNumber, receivedWon: oddNumber, paidAt: fc.constant(PAID_AT), drawerJobId: text }),
  fc.record({ type: fc.constant('receipt-requested'), cashReceiptId: text }),
  fc.record({ type: fc.constant('receipt-settled'), cashReceiptId: text, outcome: fc.constantFrom('issued', 'queued', 'unknown', 'failed') }),
  fc.record({ type: fc.constant('slip-answered'), wants: fc.boolean(), by: fc.constantFrom('customer', 'cashier', 'rule'), jobIds: fc.array(text, { maxLength: 3 }) }),
);
const events = fc.oneof(fc.constantFrom(...ALPHABET), oddEvents);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

const paymentOf = (state: CheckoutState) => ('payment' in state ? state.payment : null);

describe('every state and every event', () => {
  const reachable = fc.constantFrom(...EXPLORED).chain(({ rules, states }) => fc.record({ rules: fc.constant(rules), state: fc.constantFrom(...states) }));

  test('have an answer; what is refused changes nothing, and a paid sale keeps its payment', () => {
    fc.assert(
      fc.property(reachable, events, ({ rules, state }, event) => {
        const step = stepCheckout(frozen(state), event, rules);
        if (!step.ok) expect(step.state).toBe(state);
        expect([step.state.saleId, step.state.saleNumber]).toEqual([state.saleId, state.saleNumber]);
        const before = paymentOf(state);
        if (before !== null) expect(paymentOf(step.state)).toEqual(before);
      }),
      { numRuns: 800 },
    );
  });

  test('in any sequence keep the money right', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL_RULES), fc.array(events, { maxLength: 40 }), (rules, sequence) => {
        let state: CheckoutState = startSale('s1', 412);
        for (const event of sequence) {
          state = stepCheckout(frozen(state), event, rules).state;
          const payment = paymentOf(state);
          if (payment === null) continue;
          expect(addsUp(payment.totals.breakdown)).toBe(true);
          expect(payment.receivedWon - payment.changeWon).toBe(payment.totals.breakdown.totalWon);
          expect(payment.changeWon).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('that hold and recall come back with the goods that were put aside, neither more nor less', () => {
    const baskets = reachable.filter(({ state }) => state.stage === 'basket' && state.cart.lines.length > 0);
    fc.assert(
      fc.property(baskets, ({ rules, state }) => {
        const held = stepCheckout(frozen(state), { type: 'held', heldAt: PAID_AT }, rules);
        expect(held).toMatchObject({ ok: true, state: { stage: 'held', heldAt: PAID_AT }, command: { kind: 'nothing' } });
        expect(stepCheckout(held.state, { type: 'recalled' }, rules)).toEqual({ ok: true, state: { ...state, kept: keptLines(state.stage === 'basket' ? state.cart : EMPTY_CART) }, command: { kind: 'await-person' } });
      }),
    );
  });

  test('leave a sale alone that is over', () => {
    const over = EXPLORED.flatMap(({ rules, states }) => states.filter((state) => state.stage === 'done' || state.stage === 'abandoned').map((state) => ({ rules, state })));
    fc.assert(
      fc.property(fc.constantFrom(...over), events, ({ rules, state }, event) => {
        expect(stepCheckout(state, event, rules)).toEqual({ ok: false, state, refusal: 'not-in-this-stage' });
      }),
    );
  });
});

describe('a restart', () => {
  test('finds something to do in every state, and never an act that may have happened', () => {
    for (const { rules, states } of EXPLORED) {
      const commands = new Map(states.map((state) => [state.stage, recoverCheckout(state, rules).kind]));
      const bySlipRule = commands.get('slip-question');
      expect(['await-person', 'answer-slip-by-rule']).toContain(bySlipRule);
      expect(Object.fromEntries(commands)).toEqual({
        basket: 'await-person',
        abandoned: 'nothing',
        held: 'nothing',
        'receipt-choice': 'await-person',
        'receipt-issuing': 'issue-cash-receipt',
        'slip-question': bySlipRule,
        done: 'nothing',
      });
    }
  });

  test('names the receipt that was under way', () => {
    expect(recoverCheckout(run(ASKED).state, ASK)).toEqual({ kind: 'issue-cash-receipt', cashReceiptId: 'c1' });
  });
});

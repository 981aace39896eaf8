import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CardApproval } from '../../domain/card-payment/approval.ts';
import { stepCheckout, startSale, type CheckoutEvent, type CheckoutState } from '../../domain/checkout/machine.ts';
import { DEFAULT_CHECKOUT_RULES } from '../../domain/checkout/rules.ts';
import { openHandwritten } from '../../domain/handwritten-slip/machine.ts';
import type { EntryBody, JournalEntry } from '../../domain/journal-entry.ts';
import { createAppender, type Append } from '../append.ts';
import { genesisHash, publicKeyText, signingKeyFrom } from '../chain.ts';
import { loadKeys } from '../keys.ts';
import { JOURNAL_LIMITS } from '../limits.ts';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/all.ts';
import { cardReads } from '../reads/cards.ts';
import { dayReads } from '../reads/day.ts';
import { saleReads } from '../reads/sales.ts';
import { createProjector, rebuildProjections } from './projector.ts';

const ACTOR = { userId: 'u', name: '김', role: 'cashier' } as const;
const AT = '2026-01-05T01:00:00.000Z';
const LAMP = { productId: 'lamp', barcode: '8800000000028', name: '스탠드', priceWon: 60_000, taxClass: 'taxable', category: '생활' } as const;
let db: Database.Database;
let append: Append;
let state: CheckoutState;

function row(body: EntryBody, saleId: string | null = 's-1'): JournalEntry {
  return { ...body, at: AT, businessDay: '2026-01-05', actor: ACTOR, saleId };
}

function go(...events: readonly CheckoutEvent[]): void {
  for (const event of events) {
    const step = stepCheckout(state, event, DEFAULT_CHECKOUT_RULES);
    if (!step.ok) throw new Error(`${event.type}: ${step.refusal}`);
    ({ state } = step);
    const after = state.stage === 'basket' && state.tried === undefined ? null : state;
    append([row({ kind: `sale.${event.type}`, payload: { event, after } })]);
  }
}

const approval = (totalWon: number, cancels = false): CardApproval => ({
  approvalNumber: cancels ? '30000002' : '30000001', tradedAt: '20260105100000', cancels, totalWon, maskedNumber: '9490-1234-****-123*', issuer: '하늘카드', acquirer: '', merchantNumber: '', terminalId: '', vanNumber: '', message: '', notices: [], signedAtTerminal: true,
});
const traded = (tradeNumber: string, totalWon: number, cancels = false): CheckoutEvent[] => [
  { type: 'traded', tradeNumber, event: { type: 'asking' }, at: AT },
  { type: 'traded', tradeNumber, event: { type: 'answered', outcome: { state: 'approved', approval: approval(totalWon, cancels), checks: [] } }, at: AT },
];
const charge = (partId: string, tradeNumber: string, amountWon: number, left: number): CheckoutEvent => ({ type: 'charge-intended', partId, tradeNumber, leftWon: left, amountWon, installmentMonths: 0 });
const cash = (partId: string, amountWon: number, left: number): CheckoutEvent => ({ type: 'cash-taken', partId, leftWon: left, amountWon, receivedWon: amountWon, takenAt: AT, drawerJobId: `d-${partId}` });

function openShift(shiftId: string): void {
  append([row({ kind: 'shift.opened', payload: { shiftId, floatWon: 0 } }, null)]);
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
  openShift('shift-1');
  append([row({ kind: 'sale.started', payload: { saleNumber: 1, shiftId: 'shift-1' } })]);
  state = startSale('s-1', 1);
  go({ type: 'line-added', product: LAMP, quantity: 1, lineId: 'l-1' });
});

describe('a sale in parts', () => {
  test('is found with what each part brought, and its trades by their number', () => {
    go(cash('k1', 20_000, 60_000), charge('c1', 'T1', 40_000, 40_000), ...traded('T1', 40_000));
    expect(saleReads(db).sale('s-1')).toMatchObject({ paidAt: AT, totalWon: 60_000, receivedWon: 20_000, changeWon: 0, cardWon: 40_000 });
    expect(dayReads(db).shiftTotals('shift-1')).toMatchObject({ saleCount: 1, cashSalesWon: 20_000, cardSalesWon: 40_000 });
    expect(cardReads(db).cardTrade('T1')).toMatchObject({ saleId: 's-1', partId: 'c1', trade: { state: { name: 'approved' } } });
    expect(cardReads(db).cardTrade('T9')).toBeNull();
  });

  test('that is given back again leaves nothing behind, in whichever shift it went back', () => {
    go(cash('k1', 20_000, 60_000));
    expect(dayReads(db).shiftTotals('shift-1')).toMatchObject({ cashSalesWon: 20_000 });
    append([row({ kind: 'shift.closed', payload: { shiftId: 'shift-1', zNumber: 1, floatWon: 0, cashSalesWon: 20_000, saleCount: 0, expectedWon: 20_000, countedWon: 20_000, differenceWon: 0, counted: [], openCases: { cashReceiptsUnsent: 0, cashReceiptsUnsentWon: 0, printsUnsettled: 0 } } }, null)]);
    openShift('shift-2');
    go({ type: 'cash-returned', partId: 'k1', at: AT, drawerJobId: 'd2' }, charge('c1', 'T1', 60_000, 60_000), ...traded('T1', 60_000));
    expect(dayReads(db).shiftTotals('shift-1')).toMatchObject({ cashSalesWon: 20_000 });
    expect(dayReads(db).shiftTotals('shift-2')).toMatchObject({ cashSalesWon: -20_000, cardSalesWon: 60_000 });
  });

  test('whose charge is cancelled counts it no more, and keeps both trades', () => {
    go(charge('c1', 'T1', 1_000, 60_000), ...traded('T1', 1_000), { type: 'cancel-intended', partId: 'c1', tradeNumber: 'T2' }, ...traded('T2', 1_000, true), { type: 'tendering-left' });
    expect(dayReads(db).shiftTotals('shift-1')).toMatchObject({ cardSalesWon: 0 });
    expect(cardReads(db).cardTrade('T2')).toMatchObject({ partId: 'c1', trade: { intent: { kind: 'cancel' }, state: { name: 'approved' } } });
  });

  test('never uses a trade number twice', () => {
    go(charge('c1', 'T1', 1_000, 60_000), { type: 'traded', tradeNumber: 'T1', event: { type: 'restarted' }, at: AT });
    append([row({ kind: 'sale.started', payload: { saleNumber: 2, shiftId: 'shift-1' } }, 's-2')]);
    state = startSale('s-2', 2);
    const step = stepCheckout(stepCheckout(state, { type: 'line-added', product: LAMP, quantity: 1, lineId: 'l' }, DEFAULT_CHECKOUT_RULES).state, charge('c1', 'T1', 60_000, 60_000), DEFAULT_CHECKOUT_RULES);
    const again = row({ kind: 'sale.charge-intended', payload: { event: charge('c1', 'T1', 60_000, 60_000), after: step.state } }, 's-2');
    expect(() => append([again])).toThrow('T1 is used already');
  });
});

describe('a slip to sign', () => {
  test('is open until it is handed over, and an event that does not follow is refused', () => {
    const opened = { slipId: 'hs-1', partId: 'c1', tradeNumber: 'T1', chargedWon: 60_000, jobId: 'p-1', after: openHandwritten('p-1') };
    append([row({ kind: 'handwritten.opened', payload: opened })]);
    const printed = { slipId: 'hs-1', event: { type: 'printed' }, after: { name: 'printed', prints: 1 } } as const;
    append([row({ kind: 'handwritten.printed', payload: printed })]);
    expect(cardReads(db).openHandwrittenSlips({ limit: 10 })).toMatchObject([{ slipId: 'hs-1', saleId: 's-1', state: { name: 'printed' } }]);
    expect(() => append([row({ kind: 'handwritten.printed', payload: printed })])).toThrow('does not follow');
    const collected = { name: 'collected', how: 'printed', collectedBy: ACTOR, collectedAt: AT } as const;
    append([row({ kind: 'handwritten.collected', payload: { slipId: 'hs-1', event: { type: 'collected', how: 'printed', by: ACTOR, at: AT }, after: collected } })]);
    append([row({ kind: 'handwritten.handed-over', payload: { slipId: 'hs-1', event: { type: 'handed-over', batch: '7', handedOn: '2026-01-06' }, after: { ...collected, name: 'handed-over', batch: '7', handedOn: '2026-01-06' } } })]);
    expect(cardReads(db).openHandwrittenSlips({ limit: 10 })).toEqual([]);
    expect(cardReads(db).endedHandwrittenSlips({ limit: 10 })).toMatchObject([{ slipId: 'hs-1' }]);
    const before = cardReads(db).endedHandwrittenSlips({ limit: 10 });
    rebuildProjections(db);
    expect(cardReads(db).endedHandwrittenSlips({ limit: 10 })).toEqual(before);
  });
});

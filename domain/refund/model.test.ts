/**
 * Refunds of one sale after another in any order of events, with answers lost, late and misread, restarts, and people who change their
 * minds. What the terminal and the drawer really did is counted beside it.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TradeOutcome } from '../card-payment/approval.ts';
import type { Trade } from '../card-payment/machine.ts';
import { isOpen, tradeWon } from '../card-payment/machine.ts';
import { leftWon, surplusWon } from '../tender/machine.ts';
import { approved, AT, BEGIN, decision, KIM, LEE, NO_REISSUE, requestFor, RULES, soldFor, traded } from '../testing/refund-fixture.ts';
import { heldWon } from './allocation.ts';
import type { SaleToRefund } from './begin.ts';
import { beginRefund, offerRefund, paymentsAfter } from './begin.ts';
import type { RefundCommand, RefundEvent } from './events.ts';
import { firstCommand, recoverRefund, stepRefund } from './machine.ts';
import { givenBackWon } from './movements.ts';
import type { Refund, Return } from './refund.ts';
import { newRefund, standingOfReturn } from './refund.ts';
import { isRefundOver, stageOf, tradesOf } from './stage.ts';

type Move = { readonly act: number; readonly pick: number; readonly yes: boolean; readonly heard: boolean };

/** What really happened, whatever the counter knows of it. */
type World = {
  readonly fates: Map<string, TradeOutcome>;
  readonly told: Set<string>;
  /** Of which charge each cancel is. */
  readonly asked: { readonly tradeNumber: string; readonly of: string | null; readonly won: number }[];
  drawers: string[];
  cashWon: number;
  phoneWon: number;
  numbers: number;
};

const UNKNOWN: TradeOutcome = { state: 'unknown', reason: 'no-answer', detail: '', claimed: null };
const newWorld = (): World => ({ fates: new Map(), told: new Set(), asked: [], drawers: [], cashWon: 0, phoneWon: 0, numbers: 0 });

const isApproved = (world: World, tradeNumber: string) => world.fates.get(tradeNumber)?.state === 'approved';

/** Given back and not taken again: what is missing in the shop, less what was there before. */
function givenWon(world: World): number {
  const byCard = world.asked.filter((each) => isApproved(world, each.tradeNumber)).reduce((sum, each) => sum + (each.of === null ? -each.won : each.won), 0);
  return byCard + world.cashWon + world.phoneWon;
}

function fateOf(world: World, trade: Trade, move: Move): TradeOutcome {
  const { intent } = trade;
  // Whoever issued the card takes no charge back twice.
  const of = intent.kind === 'cancel' ? intent.original.approvalNumber : null;
  if (of !== null && world.asked.some((each) => each.of === of && isApproved(world, each.tradeNumber))) return { state: 'declined', by: 'issuer', code: '8350', message: '' };
  if (move.pick % 7 === 6) return { state: 'not-sent', cause: 'unreachable', detail: '' };
  if (!move.yes) return move.pick % 2 === 0 ? { state: 'declined', by: 'issuer', code: '8324', message: '' } : { state: 'stopped', by: 'customer' };
  return approved({ tradeNumber: intent.tradeNumber, cancels: intent.kind === 'cancel', totalWon: tradeWon(intent) });
}

const allTrades = (refund: Refund) => refund.returns.flatMap(tradesOf);
const restOf = (ret: Return) => (ret.kind === 'card' ? ret.rest : null);

/** The act of a person, a terminal or the power, read against what is there; null where it makes no sense at all. */
function eventOf(refund: Refund, world: World, move: Move, honest: boolean): RefundEvent | null {
  const returns = refund.returns;
  const ret = returns[move.pick % Math.max(1, returns.length)];
  const here = returns.find((each) => !['returned', 'restored'].includes(standingOfReturn(each))) ?? ret;
  const open = allTrades(refund).find((trade) => isOpen(trade.state));
  const trades = allTrades(refund);
  const any = trades[move.pick % Math.max(1, trades.length)];
  const number = `t${(world.numbers += 1)}`;
  const fate = open === undefined ? undefined : world.fates.get(open.intent.tradeNumber);
  if (here === undefined || ret === undefined) return null;
  const { returnId } = (move.pick % 3 === 0 ? ret : here).intent;
  const rest = restOf(here);
  const dueWon = rest === null ? 0 : leftWon(rest.tender);
  const openEvent = (event: Parameters<typeof traded>[1]) => (open === undefined ? null : traded(open.intent.tradeNumber, event));
  switch (move.act) {
    case 0:
      return { type: 'cancel-intended', returnId, tradeNumber: number };
    case 1:
      return openEvent({ type: 'asking' });
    case 2:
      return fate === undefined ? null : openEvent({ type: 'answered', outcome: move.heard ? fate : UNKNOWN });
    case 3:
      return openEvent({ type: 'restarted' });
    case 4:
      return openEvent({ type: 'inquiring' });
    case 5:
      return openEvent({ type: 'inquiry-answered', answer: move.heard && (fate?.state === 'approved' || fate?.state === 'declined') ? { state: 'found', outcome: fate } : { state: 'no-evidence', detail: '', other: null } });
    case 6: {
      const yes = honest ? fate?.state === 'approved' : move.yes;
      return openEvent({ type: 'settled', verdict: yes ? { verdict: 'approved', approvalNumber: `A${open?.intent.tradeNumber ?? ''}`, tradedAt: '20260302140409' } : { verdict: 'not-approved' }, source: 'van-site', by: LEE, manager: null, at: AT });
    }
    case 7: {
      const known = any === undefined ? undefined : world.fates.get(any.intent.tradeNumber);
      return any === undefined || known === undefined || known.state === 'not-sent' || known.state === 'unknown' ? null : traded(any.intent.tradeNumber, { type: 'late-result', outcome: known });
    }
    case 8:
      return { type: 'rest-tendered', returnId: here.intent.returnId, drawerJobId: null, event: { type: 'charge-intended', partId: number, tradeNumber: number, amountWon: move.heard ? dueWon : 1 + (move.pick % Math.max(1, dueWon)), installmentMonths: 0 } };
    case 9:
      return { type: 'rest-tendered', returnId: here.intent.returnId, drawerJobId: number, event: { type: 'cash-taken', partId: number, amountWon: dueWon, receivedWon: dueWon, takenAt: AT } };
    case 10: {
      const parts = rest?.tender.parts ?? [];
      const part = parts[move.pick % Math.max(1, parts.length)];
      if (part === undefined) return null;
      return { type: 'rest-tendered', returnId: here.intent.returnId, drawerJobId: null, event: move.yes ? { type: 'cancel-intended', partId: part.partId, tradeNumber: number } : { type: 'charge-kept', partId: part.partId } };
    }
    case 11:
      return { type: 'rest-chosen', returnId: here.intent.returnId, owed: move.yes ? 'restore' : 'rest' };
    case 12:
      return { type: 'rest-waived', returnId, decision: decision() };
    case 13:
      return { type: move.yes ? 'returned-by-phone' : 'cash-decided', returnId, decision: decision() };
    case 14:
      return { type: 'set-aside', returnId };
    case 15:
      return { type: 'cash-out', returnId, drawerJobId: number, at: AT };
    case 16:
      return { type: move.pick % 5 === 0 ? 'drawer-again' : 'cash-handed', returnId, drawerJobId: number, by: KIM, at: AT };
    case 17:
      return { type: 'slips-queued', jobIds: [number] };
    default:
      return { type: 'called-off', by: KIM, at: AT };
  }
}

/** Applies it to the machine and, where the machine takes it, to the world. */
function apply(refund: Refund, world: World, event: RefundEvent, move: Move): Refund {
  const step = stepRefund(refund, event, RULES);
  if (!step.ok) {
    expect(step.refund).toBe(refund);
    return refund;
  }
  const ret = 'returnId' in event ? refund.returns.find((each) => each.intent.returnId === event.returnId) : undefined;
  if (event.type === 'traded' && event.event.type === 'asking') {
    const trade = allTrades(refund).find((each) => each.intent.tradeNumber === event.tradeNumber);
    expect(world.fates.has(event.tradeNumber)).toBe(false);
    if (trade !== undefined) {
      world.fates.set(event.tradeNumber, fateOf(world, trade, move));
      world.asked.push({ tradeNumber: event.tradeNumber, of: trade.intent.kind === 'cancel' ? trade.intent.original.approvalNumber : null, won: tradeWon(trade.intent) });
    }
  }
  if (event.type === 'cash-out') world.cashWon += ret?.intent.amounts.totalWon ?? 0;
  if (event.type === 'returned-by-phone') world.phoneWon += ret?.intent.amounts.totalWon ?? 0;
  if (event.type === 'rest-tendered' && event.event.type === 'cash-taken') world.cashWon -= event.event.amountWon;
  if (event.type === 'rest-tendered' && event.event.type === 'cash-returned') throw new Error('the model gives no cash of a rest back');
  if (step.command.kind === 'open-drawer') world.drawers.push(step.command.jobId);
  return step.refund;
}

const YES: Move = { act: 0, pick: 0, yes: true, heard: true };

/** What somebody at the counter does who follows the screen; every card works. */
function followed(refund: Refund, world: World, command: RefundCommand): RefundEvent {
  const number = `t${(world.numbers += 1)}`;
  const truth = (tradeNumber: string) => world.fates.get(tradeNumber) ?? UNKNOWN;
  const ret = (id: string) => refund.returns.find((each) => each.intent.returnId === id);
  const pay = (returnId: string): RefundEvent => {
    const rest = restOf(ret(returnId) as Return);
    const surplus = rest?.tender.parts.find((part) => part.kind === 'card' && part.charge.state.name === 'surfaced' && !part.kept && !part.cancels.some((each) => each.state.name === 'approved' || each.state.name === 'surfaced'));
    if (rest !== null && surplusWon(rest.tender) > 0 && surplus !== undefined) return { type: 'rest-tendered', returnId, drawerJobId: null, event: { type: 'cancel-intended', partId: surplus.partId, tradeNumber: number } };
    return { type: 'rest-tendered', returnId, drawerJobId: number, event: { type: 'cash-taken', partId: number, amountWon: rest === null ? 0 : leftWon(rest.tender), receivedWon: rest === null ? 0 : leftWon(rest.tender), takenAt: AT } };
  };
  switch (command.kind) {
    case 'begin-cancel':
      return { type: 'cancel-intended', returnId: command.returnId, tradeNumber: number };
    case 'begin-rest':
      return pay(command.returnId);
    case 'begin-cash':
      return { type: 'cash-out', returnId: command.returnId, drawerJobId: number, at: AT };
    case 'trade':
      if (command.command === 'inquire') return traded(command.tradeNumber, { type: 'inquiring' });
      if (command.command === 'await-answer') {
        const state = allTrades(refund).find((each) => each.intent.tradeNumber === command.tradeNumber)?.state.name;
        return traded(command.tradeNumber, state === 'inquiring' ? { type: 'inquiry-answered', answer: { state: 'no-evidence', detail: '', other: null } } : { type: 'answered', outcome: truth(command.tradeNumber) });
      }
      return traded(command.tradeNumber, { type: 'asking' });
    case 'begin-slips':
      return { type: 'slips-queued', jobIds: [number] };
    case 'ask-person': {
      const { ask, id } = command;
      if (ask === 'trade-unknown') return traded(id, { type: 'settled', verdict: truth(id).state === 'approved' ? { verdict: 'approved', approvalNumber: `A${id}`, tradedAt: '20260302140409' } : { verdict: 'not-approved' }, source: 'van-site', by: LEE, manager: null, at: AT });
      if (ask === 'handed') return { type: 'cash-handed', returnId: id, by: KIM, at: AT };
      if (ask === 'rest') return pay(id);
      if (ask === 'go-on') return ret(id)?.kind === 'cash' || standingOfReturn(ret(id) as Return) === 'cash-decided' ? { type: 'cash-out', returnId: id, drawerJobId: number, at: AT } : { type: 'cancel-intended', returnId: id, tradeNumber: number };
      return { type: 'returned-by-phone', returnId: id, decision: decision() };
    }
    default:
      throw new Error(`nobody can follow ${command.kind}`);
  }
}

/** From wherever it stands, by what the screen asks for alone. */
function seeThrough(start: Refund, world: World): Refund {
  let refund = start;
  let next = recoverRefund(refund, RULES);
  for (let turn = 0; turn < 60 && !isRefundOver(refund); turn += 1) {
    // The drawer was opened, the paper printed: what it asks for then is what it asks for as it stands.
    if ('kind' in next && (next.kind === 'open-drawer' || next.kind === 'print')) next = recoverRefund(refund, RULES);
    const event = 'type' in next ? next : followed(refund, world, next);
    const step = stepRefund(refund, event, RULES);
    if (!step.ok) throw new Error(`${JSON.stringify(next)} → ${event.type}: ${step.refusal}`);
    refund = apply(refund, world, event, YES);
    next = step.command;
  }
  return refund;
}

const moves = fc.array(
  fc.record({ act: fc.constantFrom(0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 5, 6, 6, 7, 8, 8, 8, 9, 10, 11, 12, 13, 14, 15, 15, 15, 16, 16, 17, 17, 18), pick: fc.nat({ max: 99 }), yes: fc.boolean(), heard: fc.boolean() }),
  { maxLength: 50, size: 'max' },
);
const splits = fc.constantFrom<readonly [number, readonly number[]]>([100_000, []], [0, [100_000]], [30_000, [70_000]], [20_000, [50_000, 30_000]], [0, [40_000, 60_000]], [10_000, [20_000, 30_000, 40_000]]);
const pieces = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 4 });

type Look = (refund: Refund, world: World, before: number) => void;

/** Refund after refund of one sale; each gets its moves, then is seen through. */
function playSale(split: readonly [number, readonly number[]], wants: readonly number[], given: readonly (readonly Move[])[], honest: boolean, look: Look): { readonly sale: SaleToRefund; readonly world: World } {
  let sale = soldFor(...split);
  const world = newWorld();
  for (const [index, want] of wants.entries()) {
    const offer = offerRefund(sale, 'refund', [{ lineId: 'l1', quantity: want }], BEGIN);
    if (!offer.ok) continue;
    const result = beginRefund(sale, requestFor(offer.offer.goods.amounts.totalWon, [{ lineId: 'l1', quantity: want }], { refundId: `f${index}`, refundNumber: index }), [], BEGIN, NO_REISSUE);
    if (!result.ok) throw new Error(result.refusal);
    let refund = newRefund({ ...result.intent, requestedBy: KIM, approvedBy: LEE, alone: false, at: AT }, result.plan);
    expect(firstCommand(refund, RULES).kind).toMatch(/^begin-(cancel|cash)$|^ask-person$/);
    const before = givenWon(world);
    for (const move of given[index] ?? []) {
      const event = eventOf(refund, world, move, honest);
      if (event !== null) refund = apply(refund, world, event, move);
      look(refund, world, before);
    }
    refund = seeThrough(refund, world);
    look(refund, world, before);
    sale = { ...sale, refunds: [...sale.refunds, refund], tied: [...sale.tied, refund], payments: paymentsAfter(sale.payments, refund) };
  }
  return { sale, world };
}

const many = fc.array(moves, { minLength: 4, maxLength: 4 });
const waivedWon = (refund: Refund) => refund.returns.map(restOf).reduce((sum, rest) => sum + (rest === null || rest.waived === null ? 0 : leftWon(rest.tender)), 0);

describe('refunds of a sale, whatever happens', () => {
  test('never give back more than was taken, and when they are over exactly what they were for', () => {
    let over = 0;
    fc.assert(
      fc.property(splits, pieces, many, (split, wants, given) => {
        const { sale, world } = playSale(split, wants, given, true, (refund, now, before) => {
          expect(givenWon(now)).toBeLessThanOrEqual(100_000);
          expect(givenWon(now)).toBeGreaterThanOrEqual(0);
          if (!isRefundOver(refund)) return;
          over += 1;
          expect(givenBackWon(refund)).toBe(givenWon(now) - before);
          const meant = stageOf(refund) === 'done' ? refund.intent.goods.amounts.totalWon + waivedWon(refund) : 0;
          expect(givenWon(now) - before).toBe(meant);
        });
        expect(heldWon(sale.payments)).toBe(100_000 - givenWon(world));
      }),
      { numRuns: 400 },
    );
    expect(over).toBeGreaterThan(200);
  });

  test('can be seen through from wherever they stand, also where a person read wrongly', () => {
    fc.assert(
      fc.property(splits, pieces, many, (split, wants, given) => {
        const { sale } = playSale(split, wants, given, false, () => {});
        for (const refund of sale.refunds) expect(isRefundOver(refund)).toBe(true);
        expect(Math.min(0, ...sale.payments.map((payment) => payment.amounts.totalWon))).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  test('ask each trade once, cancel no charge whose cancel may be through, and open the drawer once for each time it was asked', () => {
    fc.assert(
      fc.property(splits, pieces, many, (split, wants, given) => {
        const { world } = playSale(split, wants, given, true, (_, now) => {
          const through = now.asked.filter((each) => each.of !== null && isApproved(now, each.tradeNumber)).map((each) => each.of);
          expect(new Set(through).size).toBe(through.length);
          for (const [index, each] of now.asked.entries()) {
            const earlier = now.asked.slice(0, index).some((other) => each.of !== null && other.of === each.of && isApproved(now, other.tradeNumber));
            expect(earlier).toBe(false);
          }
        });
        expect(new Set(world.drawers).size).toBe(world.drawers.length);
        expect(new Set(world.asked.map((each) => each.tradeNumber)).size).toBe(world.asked.length);
      }),
      { numRuns: 200 },
    );
  });

  test('that are over absorb everything but proof', () => {
    fc.assert(
      fc.property(splits, pieces, many, moves, (split, wants, given, after) => {
        const { sale, world } = playSale(split, wants, given, false, () => {});
        for (const refund of sale.refunds) {
          for (const move of after) {
            const event = eventOf(refund, world, move, false);
            const step = event === null ? null : stepRefund(refund, event, RULES);
            if (step?.ok !== true || event === null) continue;
            expect(event.type === 'traded' && (event.event.type === 'late-result' || event.event.type === 'inquiry-answered')).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('begin nothing by themselves after a restart: no drawer opens, no terminal is asked', () => {
    fc.assert(
      fc.property(splits, pieces, many, (split, wants, given) => {
        playSale(split, wants, given, false, (refund) => {
          const recovered = recoverRefund(refund, RULES);
          const step = 'type' in recovered ? stepRefund(refund, recovered, RULES) : null;
          if (step !== null) expect(step.ok).toBe(true);
          const command = 'kind' in recovered ? recovered : step?.ok === true ? step.command : { kind: 'refused' as const };
          expect(command.kind === 'trade' ? command.command : command.kind).toMatch(/^(inquire|ask-person|begin-slips|nothing)$/);
        });
      }),
      { numRuns: 200 },
    );
  });
});

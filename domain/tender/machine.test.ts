import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApprovedOutcome, CardApproval, TradeOutcome } from '../card-payment/approval.ts';
import { DEFAULT_INSTALLMENTS } from '../card-payment/installments.ts';
import type { Trade, TradeEvent } from '../card-payment/machine.ts';
import { approvalOf, isOpen } from '../card-payment/machine.ts';
import type { Actor } from '../people.ts';
import type { TaxBreakdown } from '../tax.ts';
import { addsUp, taxBreakdown } from '../tax.ts';
import type { Tender, TenderEvent, TenderRefusal, TenderRules } from './machine.ts';
import { amountsOf, cashAmounts, inDoubtWon, isPaid, isUntouched, leftWon, lockOf, MAX_CANCELS, MAX_PARTS, newTender, openTrade, recoverTender, standingOf, stepTender, surplusWon, takenWon, tradesOf } from './machine.ts';

const LEE: Actor = { userId: 'u2', name: '이', role: 'manager' };
const AT = '2026-03-02T05:04:09.000Z';
const RULES: TenderRules = { installments: DEFAULT_INSTALLMENTS, trade: { inquiry: 'try', managerFromWon: 100_000 } };
const DUE = taxBreakdown({ taxableWon: 93_100, taxFreeWon: 6_900 });

function approval(trade: { tradeNumber: string; cancels: boolean; totalWon: number }): ApprovedOutcome {
  const said: CardApproval = {
    approvalNumber: `A${trade.tradeNumber.replace('-', '')}`,
    tradedAt: '20260302140409',
    cancels: trade.cancels,
    totalWon: trade.totalWon,
    maskedNumber: '5272-8949-****-630*',
    issuer: '들꽃카드',
    acquirer: '들꽃카드',
    merchantNumber: '00012345678',
    terminalId: '1004930001',
    vanNumber: '',
    message: '',
    notices: [],
    signedAtTerminal: null,
  };
  return { state: 'approved', approval: said, checks: [] };
}

const cash = (partId: string, amountWon: number, receivedWon = amountWon): TenderEvent => ({ type: 'cash-taken', partId, amountWon, receivedWon, takenAt: AT });
const charge = (partId: string, amountWon: number, installmentMonths = 0): TenderEvent => ({ type: 'charge-intended', partId, tradeNumber: `t-${partId}`, amountWon, installmentMonths });
const traded = (tradeNumber: string, event: TradeEvent): TenderEvent => ({ type: 'traded', tradeNumber, event });
const asking = (partId: string) => traded(`t-${partId}`, { type: 'asking' });
const answered = (partId: string, outcome: TradeOutcome) => traded(`t-${partId}`, { type: 'answered', outcome });
const yes = (partId: string, totalWon: number) => answered(partId, approval({ tradeNumber: `t-${partId}`, cancels: false, totalWon }));
const DECLINED: TradeOutcome = { state: 'declined', by: 'issuer', code: '8324', message: '' };
const UNKNOWN: TradeOutcome = { state: 'unknown', reason: 'no-answer', detail: '', claimed: null };
const settled = (partId: string, approved: boolean) =>
  traded(`t-${partId}`, {
    type: 'settled',
    verdict: approved ? { verdict: 'approved', approvalNumber: '30012345', tradedAt: '20260302140409' } : { verdict: 'not-approved' },
    source: 'van-site',
    by: LEE,
    manager: null,
    at: AT,
  });
const late = (partId: string, totalWon: number) => traded(`t-${partId}`, { type: 'late-result', outcome: approval({ tradeNumber: `t-${partId}`, cancels: false, totalWon }) });

const approvedCard = (partId: string, amountWon: number, months = 0) => [charge(partId, amountWon, months), asking(partId), yes(partId, amountWon)];
const lostCard = (partId: string, amountWon: number) => [charge(partId, amountWon), asking(partId), answered(partId, UNKNOWN)];

function run(events: readonly TenderEvent[], due = DUE): Tender {
  let tender = newTender(due);
  for (const event of events) {
    const step = stepTender(tender, event, RULES);
    if (!step.ok) throw new Error(`${event.type} refused: ${step.refusal}`);
    tender = step.tender;
  }
  return tender;
}

const refusalOf = (tender: Tender, event: TenderEvent) => {
  const step = stepTender(tender, event, RULES);
  if (!step.ok) expect(step.tender).toBe(tender);
  return step.ok ? 'accepted' : step.refusal;
};

describe('a sale paid in parts', () => {
  test('is paid when they come to what is due', () => {
    const tender = run([cash('c1', 30_000, 50_000), ...approvedCard('k1', 50_000, 3), ...approvedCard('k2', 20_000)]);
    expect(tender.parts.map(standingOf)).toEqual(['taken', 'taken', 'taken']);
    expect(tender.parts[0]).toMatchObject({ receivedWon: 50_000, changeWon: 20_000 });
    expect([takenWon(tender), leftWon(tender), isPaid(tender), isUntouched(tender)]).toEqual([100_000, 0, true, false]);
  });

  test('issues its cash receipt for the cash alone', () => {
    const tender = run([cash('c1', 20_000), ...approvedCard('k1', 60_000), cash('c2', 20_000), { type: 'cash-returned', partId: 'c1', at: AT }]);
    expect(cashAmounts(tender)).toEqual(tender.parts[2] && amountsOf(tender.parts[2]));
    expect(cashAmounts(run(approvedCard('k1', 100_000)))).toBeNull();
  });

  test('of what is stated in one sum (공급대가) are stated so too', () => {
    const due = taxBreakdown({ taxableWon: 0, undividedWon: 93_100, taxFreeWon: 6_900 });
    const step = stepTender(newTender(due), cash('c1', 40_000), RULES);
    expect(cashAmounts(step.tender)).toMatchObject({ undivided: true, vatWon: 0, totalWon: 40_000 });
  });

  test('opens the drawer for cash, each way, and asks the terminal for a card', () => {
    expect(stepTender(newTender(DUE), cash('c1', 1_000), RULES)).toMatchObject({ command: { kind: 'open-drawer' } });
    expect(stepTender(run([cash('c1', 1_000)]), { type: 'cash-returned', partId: 'c1', at: AT }, RULES)).toMatchObject({ command: { kind: 'open-drawer' } });
    expect(stepTender(newTender(DUE), charge('k1', 1_000), RULES)).toMatchObject({ command: { kind: 'trade', tradeNumber: 't-k1', command: 'authorise' } });
  });

  test('that is nothing is paid', () => {
    const tender = newTender(taxBreakdown({ taxableWon: 0, taxFreeWon: 0 }));
    expect(isPaid(tender)).toBe(true);
    expect(refusalOf(tender, cash('c1', 1))).toBe('tender.more-than-left');
  });
});

describe('refused', () => {
  test.each<[string, readonly TenderEvent[], TenderEvent, TenderRefusal]>([
    ['more than is left', [cash('c1', 60_000)], charge('k1', 40_001), 'tender.more-than-left'],
    ['more cash than is left', approvedCard('k1', 60_000), cash('c1', 40_001), 'tender.more-than-left'],
    ['nothing', [], charge('k1', 0), 'tender.amount-not-won'],
    ['less than nothing', [], cash('c1', -1), 'tender.amount-not-won'],
    ['a part of a won', [], charge('k1', 0.5), 'tender.amount-not-won'],
    ['less cash than the part', [], cash('c1', 10_000, 9_999), 'cash.received-less-than-due'],
    ['a slip of the finger', [], cash('c1', 10_000, 100_000_001), 'cash.amount-not-won'],
    ['installments on a small part of a large sale', [], charge('k1', 49_999, 2), 'card.installments-from'],
    ['a plan of one month', [], charge('k1', 50_000, 1), 'card.installments-range'],
    ['a second card while one is asked', [charge('k1', 10_000), asking('k1')], charge('k2', 10_000), 'tender.trade-under-way'],
    ['a second card before the first is even asked', [charge('k1', 10_000)], charge('k2', 10_000), 'tender.trade-under-way'],
    ['a second card while one is unknown', lostCard('k1', 10_000), charge('k2', 10_000), 'tender.locked-unknown'],
    ['cash for what may be charged', lostCard('k1', 100_000), cash('c1', 1), 'tender.may-be-charged'],
    ['cash for what is being charged', [charge('k1', 60_000), asking('k1')], cash('c1', 40_001), 'tender.may-be-charged'],
    ['a cancel while a charge is unknown', [...approvedCard('k1', 10_000), ...lostCard('k2', 10_000)], { type: 'cancel-intended', partId: 'k1', tradeNumber: 'x1' }, 'tender.locked-unknown'],
    ['the cancel of a declined charge', [charge('k1', 10_000), asking('k1'), answered('k1', DECLINED)], { type: 'cancel-intended', partId: 'k1', tradeNumber: 'x1' }, 'tender.nothing-to-cancel'],
    ['keeping what never surfaced', approvedCard('k1', 10_000), { type: 'charge-kept', partId: 'k1' }, 'sale.not-in-this-stage'],
    ['cash while more is charged than counted', [...lostCard('k1', 50_000), settled('k1', false), late('k1', 50_000)], cash('c1', 1_000), 'tender.surplus-first'],
    ['a card while more is charged than counted', [...lostCard('k1', 50_000), settled('k1', false), late('k1', 50_000)], charge('k2', 1_000), 'tender.surplus-first'],
    ['a part that is there already', [cash('c1', 10_000)], cash('c1', 10_000), 'sale.not-in-this-stage'],
    ['a trade number that is there already', approvedCard('k1', 10_000), { type: 'cancel-intended', partId: 'k1', tradeNumber: 't-k1' }, 'sale.not-in-this-stage'],
    ['a charge under a number used before', [charge('k1', 10_000), asking('k1'), answered('k1', DECLINED)], { type: 'charge-intended', partId: 'k2', tradeNumber: 't-k1', amountWon: 10_000, installmentMonths: 0 }, 'sale.not-in-this-stage'],
    ['giving cash back twice', [cash('c1', 10_000), { type: 'cash-returned', partId: 'c1', at: AT }], { type: 'cash-returned', partId: 'c1', at: AT }, 'sale.not-in-this-stage'],
    ['a result of a trade nobody knows', [], late('k9', 10_000), 'sale.not-in-this-stage'],
  ])('%s', (_, before, event, refusal) => expect(refusalOf(run(before), event)).toBe(refusal));

  test('cards without end; cash still pays', () => {
    const declined = Array.from({ length: MAX_PARTS }, (_, index) => [charge(`k${index}`, 1_000), asking(`k${index}`), answered(`k${index}`, DECLINED)]).flat();
    const tender = run(declined);
    expect(refusalOf(tender, charge('k99', 1_000))).toBe('tender.too-many-parts');
    expect(isPaid(run([...declined, cash('c1', 100_000)]))).toBe(true);
  });

  test('cancels without end', () => {
    const tries = Array.from({ length: MAX_CANCELS }, (_, index) => [
      { type: 'cancel-intended', partId: 'k1', tradeNumber: `x${index}` } as const,
      traded(`x${index}`, { type: 'asking' }),
      traded(`x${index}`, { type: 'answered', outcome: DECLINED }),
    ]).flat();
    const tender = run([...approvedCard('k1', 100_000), ...tries]);
    expect(refusalOf(tender, { type: 'cancel-intended', partId: 'k1', tradeNumber: 'x99' })).toBe('tender.too-many-cancels');
    expect(isPaid(tender)).toBe(true);
  });
});

describe('an unknown charge', () => {
  test('leaves the rest open to cash, and its own part to nobody', () => {
    const tender = run(lostCard('k1', 70_000));
    expect([leftWon(tender), inDoubtWon(tender), lockOf(tender), isPaid(tender)]).toEqual([30_000, 70_000, 'tender.locked-unknown', false]);
    expect(refusalOf(tender, cash('c1', 30_000))).toBe('accepted');
  });

  test('settled as approved pays its part, settled as not approved gives it back', () => {
    expect(isPaid(run([...lostCard('k1', 100_000), settled('k1', true)]))).toBe(true);
    const free = run([...lostCard('k1', 100_000), settled('k1', false)]);
    expect([lockOf(free), leftWon(free), isUntouched(free)]).toEqual([null, 100_000, true]);
  });

  test('given up for not approved and paid in cash since, surfaces as too much: it is cancelled, and nothing else is asked before', () => {
    const tender = run([...lostCard('k1', 100_000), settled('k1', false), cash('c1', 100_000), late('k1', 100_000)]);
    expect([takenWon(tender), surplusWon(tender), isPaid(tender), lockOf(tender)]).toEqual([100_000, 100_000, false, 'tender.surplus-first']);
    expect(refusalOf(tender, { type: 'charge-kept', partId: 'k1' })).toBe('tender.cannot-be-kept');
    const cancel: readonly TenderEvent[] = [{ type: 'cancel-intended', partId: 'k1', tradeNumber: 'x1' }, traded('x1', { type: 'asking' }), traded('x1', { type: 'answered', outcome: approval({ tradeNumber: 'x1', cancels: true, totalWon: 100_000 }) })];
    const mended = cancel.reduce((now, event) => {
      const step = stepTender(now, event, RULES);
      expect(isPaid(step.tender)).toBe(event === cancel[2]);
      return step.tender;
    }, tender);
    expect([surplusWon(mended), mended.parts.map(standingOf)]).toEqual([0, ['returned', 'taken']]);
  });

  test('that surfaces when its amount is left but its tax is not cannot be kept', () => {
    const due = taxBreakdown({ taxableWon: 100, taxFreeWon: 0 });
    const tender = run([...lostCard('k1', 50), settled('k1', false), cash('c1', 50), late('k1', 50)], due);
    expect([leftWon(tender), tender.parts.map((part) => amountsOf(part).vatWon)]).toEqual([50, [4, 4]]);
    expect(refusalOf(tender, { type: 'charge-kept', partId: 'k1' })).toBe('tender.cannot-be-kept');
  });

  test('that surfaces before anything else was taken can be kept, and pays', () => {
    const tender = run([...lostCard('k1', 100_000), settled('k1', false), late('k1', 100_000), { type: 'charge-kept', partId: 'k1' }]);
    expect([isPaid(tender), surplusWon(tender)]).toEqual([true, 0]);
  });
});

describe('the cancel of an approved charge', () => {
  const intended = [...approvedCard('k1', 100_000), { type: 'cancel-intended', partId: 'k1', tradeNumber: 'x1' } as const];
  const lost = [...intended, traded('x1', { type: 'asking' }), traded('x1', { type: 'answered', outcome: UNKNOWN })];

  test('gives nothing back before it is proven, and is not asked again while it is unknown', () => {
    for (const events of [intended, lost]) {
      const tender = run(events);
      expect([takenWon(tender), leftWon(tender), isPaid(tender), isUntouched(tender)]).toEqual([100_000, 0, false, false]);
      expect(refusalOf(tender, { type: 'cancel-intended', partId: 'k1', tradeNumber: 'x2' })).toBe(events === lost ? 'tender.locked-unknown' : 'tender.trade-under-way');
    }
    expect(run(lost).parts.map(standingOf)).toEqual(['cancel-unknown']);
  });

  test('that is refused leaves the charge as it was; one that is approved gives the part back', () => {
    const asked = [...intended, traded('x1', { type: 'asking' })];
    expect(run([...asked, traded('x1', { type: 'answered', outcome: DECLINED })]).parts.map(standingOf)).toEqual(['taken']);
    const back = run([...asked, traded('x1', { type: 'answered', outcome: approval({ tradeNumber: 'x1', cancels: true, totalWon: -100_000 }) })]);
    expect([back.parts.map(standingOf), leftWon(back), isUntouched(back)]).toEqual([['returned'], 100_000, true]);
  });
});

/** A terminal with a memory, a person who may err, and a line that loses answers: moves are numbers, read against what is there. */
type World = { readonly fates: Map<string, TradeOutcome>; readonly told: Set<string> };
type Move = { readonly act: number; readonly pick: number; readonly amountWon: number; readonly yes: boolean; readonly heard: boolean };

function fateOf(trade: Trade, move: Move): TradeOutcome {
  const { intent } = trade;
  if (move.pick % 5 === 4) return { state: 'not-sent', cause: 'unreachable', detail: '' };
  if (!move.yes) return move.pick % 2 === 0 ? DECLINED : { state: 'stopped', by: 'customer' };
  return approval({ tradeNumber: intent.tradeNumber, cancels: intent.kind === 'cancel', totalWon: intent.kind === 'charge' ? intent.amounts.totalWon : intent.totalWon });
}

function eventOf(tender: Tender, world: World, move: Move, number: number, honest: boolean): TenderEvent | null {
  const open = openTrade(tender);
  const parts = tender.parts;
  const part = parts[move.pick % Math.max(1, parts.length)];
  const trades = tradesOf(tender);
  const any = trades[move.pick % Math.max(1, trades.length)];
  // Mostly an amount that fits; now and then one that does not.
  const amountWon = move.pick % 4 === 0 ? move.amountWon : 1 + (move.amountWon % Math.max(1, leftWon(tender)));
  const event = (trade: Trade, what: TradeEvent) => traded(trade.intent.tradeNumber, what);
  const fate = open === null ? undefined : world.fates.get(open.intent.tradeNumber);
  switch (move.act) {
    case 0:
      return cash(`p${number}`, amountWon);
    case 1:
      return { type: 'charge-intended', partId: `p${number}`, tradeNumber: `t${number}`, amountWon, installmentMonths: 0 };
    case 2:
      return part === undefined ? null : { type: 'cancel-intended', partId: part.partId, tradeNumber: `t${number}` };
    case 3:
      return part === undefined ? null : { type: move.yes ? 'charge-kept' : 'cash-returned', partId: part.partId, at: AT };
    case 4:
      return open === null ? null : event(open, { type: 'restarted' });
    case 5:
      return open === null ? null : event(open, { type: 'asking' });
    case 6:
      return open === null || fate === undefined ? null : event(open, { type: 'answered', outcome: move.heard ? fate : UNKNOWN });
    case 7:
      return open === null ? null : event(open, { type: 'inquiring' });
    case 8:
      if (open === null) return null;
      return event(open, { type: 'inquiry-answered', answer: move.heard && (fate?.state === 'approved' || fate?.state === 'declined') ? { state: 'found', outcome: fate } : { state: 'no-evidence', detail: '', other: null } });
    case 9: {
      if (open === null) return null;
      const truth = fate?.state === 'approved';
      const verdict = (honest ? truth : move.yes) ? ({ verdict: 'approved', approvalNumber: `A${open.intent.tradeNumber}`, tradedAt: '20260302140409' } as const) : ({ verdict: 'not-approved' } as const);
      return event(open, { type: 'settled', verdict, source: 'van-site', by: LEE, manager: null, at: AT });
    }
    default: {
      const known = any === undefined ? undefined : world.fates.get(any.intent.tradeNumber);
      return any === undefined || known === undefined || known.state === 'not-sent' || known.state === 'unknown' ? null : event(any, { type: 'late-result', outcome: known });
    }
  }
}

const moves = fc.array(
  fc.record({ act: fc.constantFrom(0, 1, 1, 1, 2, 3, 4, 5, 5, 5, 6, 6, 6, 7, 8, 9, 9, 10), pick: fc.nat({ max: 99 }), amountWon: fc.oneof(fc.integer({ min: 1, max: 120_000 }), fc.constantFrom(100_000, 50_000)), yes: fc.boolean(), heard: fc.boolean() }),
  { maxLength: 60, size: 'max' },
);
const dues = fc.record({ taxableWon: fc.nat({ max: 100_000 }), taxFreeWon: fc.nat({ max: 50_000 }), serviceChargeWon: fc.nat({ max: 5_000 }) }).map(taxBreakdown);

function play(due: TaxBreakdown, given: readonly Move[], honest: boolean, look: (tender: Tender, world: World) => void): void {
  let tender = newTender(due);
  const world: World = { fates: new Map(), told: new Set() };
  for (const [number, move] of given.entries()) {
    const event = eventOf(tender, world, move, number, honest);
    if (event === null) continue;
    const step = stepTender(tender, event, RULES);
    if (!step.ok) expect(step.tender).toBe(tender);
    if (step.ok && event.type === 'traded' && event.event.type === 'asking') {
      const asked = tradesOf(tender).find((trade) => trade.intent.tradeNumber === event.tradeNumber);
      expect(world.fates.has(event.tradeNumber)).toBe(false);
      if (asked !== undefined) world.fates.set(event.tradeNumber, fateOf(asked, move));
    }
    const said = event.type === 'traded' ? (event.event.type === 'answered' || event.event.type === 'late-result' ? event.event.outcome : event.event.type === 'inquiry-answered' && event.event.answer.state === 'found' ? event.event.answer.outcome : null) : null;
    // The model's driver answers once for a trade; what it says to a state that waits for nothing may be turned away, but not an approval.
    if (event.type === 'traded' && said?.state === 'approved') world.told.add(event.tradeNumber);
    tender = step.tender;
    look(tender, world);
  }
}

const components = (of: TaxBreakdown) => [of.supplyWon, of.vatWon, of.taxFreeWon, of.serviceChargeWon, of.totalWon];

describe('in any order of events, with answers lost, late and misread', () => {
  test('taken and in doubt never exceed what is due, and one trade at most is open', () => {
    fc.assert(
      fc.property(dues, moves, (due, given) => {
        play(due, given, false, (tender) => {
          expect(takenWon(tender) + inDoubtWon(tender)).toBeLessThanOrEqual(due.totalWon);
          expect(takenWon(tender) + inDoubtWon(tender) + leftWon(tender)).toBe(due.totalWon);
          expect(tradesOf(tender).filter((trade) => isOpen(trade.state)).length).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('an approval that was told is never forgotten', () => {
    fc.assert(
      fc.property(dues, moves, (due, given) => {
        play(due, given, false, (tender, world) => {
          const held = new Set(tradesOf(tender).filter((trade) => approvalOf(trade.state) !== null).map((trade) => trade.intent.tradeNumber));
          for (const number of world.told) expect(held).toContain(number);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('the tax of the parts and of what is left is the sale\'s, to the won, and none is negative', () => {
    let finished = 0;
    fc.assert(
      fc.property(dues, moves, (due, given) => {
        play(due, given, false, (tender) => {
          for (const part of tender.parts) {
            expect(addsUp(amountsOf(part))).toBe(true);
            expect(Math.min(...components(amountsOf(part)))).toBeGreaterThanOrEqual(0);
          }
          // Whatever was paid so far, and the rest in cash.
          const paid = leftWon(tender) === 0 ? tender : stepTender(tender, cash('rest', leftWon(tender)), RULES).tender;
          if (!isPaid(paid)) return;
          finished += 1;
          const counted = paid.parts.filter((part) => standingOf(part) === 'taken').map((part) => components(amountsOf(part)));
          expect(counted.reduce((sum, each) => sum.map((won, index) => won + (each[index] ?? 0)), [0, 0, 0, 0, 0])).toEqual(components(due));
        });
      }),
      { numRuns: 400 },
    );
    expect(finished).toBeGreaterThan(500);
  });

  test('a customer is never charged more than is due, as long as what is read off paper is read right', () => {
    fc.assert(
      fc.property(dues, moves, (due, given) => {
        play(due, given, true, (tender, world) => {
          const approved = (trade: Trade) => world.fates.get(trade.intent.tradeNumber)?.state === 'approved';
          const paid = tender.parts.map((part) => {
            if (part.kind === 'cash') return part.returnedAt === null ? part.amounts.totalWon : 0;
            return approved(part.charge) && !part.cancels.some(approved) ? part.charge.intent.amounts.totalWon : 0;
          });
          expect(paid.reduce((sum, won) => sum + won, 0)).toBeLessThanOrEqual(due.totalWon);
          expect(surplusWon(tender)).toBe(0);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('a restart asks the terminal or a person, and sends nothing', () => {
    fc.assert(
      fc.property(dues, moves, (due, given) => {
        play(due, given, false, (tender) => {
          const recovered = recoverTender(tender, RULES);
          const step = 'type' in recovered ? stepTender(tender, recovered, RULES) : null;
          if (step !== null) expect(step.ok).toBe(true);
          const command = 'kind' in recovered ? recovered : step?.ok === true ? step.command : null;
          expect(command === null ? 'refused' : command.kind === 'trade' ? command.command : command.kind).toMatch(/^(inquire|ask-person|nothing)$/);
        });
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../people.ts';
import { taxBreakdown } from '../tax.ts';
import type { CardApproval, TradeOutcome } from './approval.ts';
import type { CancelIntent, ChargeIntent, Trade, TradeCommand, TradeEvent, TradeRefusal, TradeRules, TradeState } from './machine.ts';
import { cancelOf, isOpen, MAX_INQUIRIES, newTrade, recoverTrade, stepTrade } from './machine.ts';

const KIM: Actor = { userId: 'u1', name: '김', role: 'cashier' };
const LEE: Actor = { userId: 'u2', name: '이', role: 'manager' };
const AT = '2026-03-02T05:04:09.000Z';
const RULES: TradeRules = { inquiry: 'try', managerFromWon: 100_000 };
const MUTE: TradeRules = { ...RULES, inquiry: 'none' };
const FULL_NUMBER = '5272894912346305';

const CHARGE: ChargeIntent = { kind: 'charge', tradeNumber: 'T1', amounts: taxBreakdown({ taxableWon: 52_500, taxFreeWon: 0 }), installmentMonths: 0 };
const CANCEL: CancelIntent = { kind: 'cancel', tradeNumber: 'T2', totalWon: 52_500, installmentMonths: 0, original: { approvalNumber: '30012345', tradeDate: '20260302' } };

function approvalOf(cancels: boolean, rest: Partial<CardApproval> = {}): CardApproval {
  return {
    approvalNumber: '30012345',
    tradedAt: '20260302140409',
    cancels,
    totalWon: 52_500,
    maskedNumber: '5272-8949-****-630*',
    issuer: '들꽃카드',
    acquirer: '들꽃카드',
    merchantNumber: '00012345678',
    terminalId: '1004930001',
    vanNumber: '0302140409',
    message: '정상승인',
    notices: [],
    signedAtTerminal: true,
    ...rest,
  };
}

const approvedAs = (approval: CardApproval) => ({ state: 'approved', approval, checks: [] }) as const;
const DECLINED = { state: 'declined', by: 'issuer', code: '8324', message: '한도초과' } as const;
const STOPPED = { state: 'stopped', by: 'customer' } as const;
const UNKNOWN: TradeOutcome = { state: 'unknown', reason: 'no-answer', detail: '', claimed: null };
const settled = (verdict: 'approved' | 'not-approved', by = KIM, manager: Actor | null = null): TradeEvent => ({
  type: 'settled',
  verdict: verdict === 'approved' ? { verdict, approvalNumber: '30012345', tradedAt: '20260302140409' } : { verdict },
  source: 'terminal-slip',
  by,
  manager,
  at: AT,
});

/** One of every event, and of those whose fields matter, one of every kind. `cancels`: which trade the answers speak of. */
function alphabet(cancels: boolean): readonly TradeEvent[] {
  const approved = approvedAs(approvalOf(cancels));
  return [
    { type: 'asking' },
    { type: 'answered', outcome: approved },
    { type: 'answered', outcome: DECLINED },
    { type: 'answered', outcome: STOPPED },
    { type: 'answered', outcome: { state: 'not-sent', cause: 'unreachable', detail: '' } },
    { type: 'answered', outcome: UNKNOWN },
    { type: 'answered', outcome: approvedAs(approvalOf(!cancels)) },
    { type: 'inquiring' },
    { type: 'inquiry-answered', answer: { state: 'found', outcome: approved } },
    { type: 'inquiry-answered', answer: { state: 'found', outcome: DECLINED } },
    { type: 'inquiry-answered', answer: { state: 'no-evidence', detail: 'FAIL', other: null } },
    { type: 'inquiry-answered', answer: { state: 'not-sent', cause: 'unreachable', detail: '' } },
    { type: 'late-result', outcome: approved },
    { type: 'late-result', outcome: DECLINED },
    { type: 'late-result', outcome: STOPPED },
    { type: 'late-result', outcome: approvedAs(approvalOf(cancels, { approvalNumber: '99999999' })) },
    settled('approved'),
    settled('not-approved'),
    { type: 'restarted' },
  ];
}

function explore(intent: ChargeIntent | CancelIntent, rules: TradeRules): { trades: Trade[]; edges: Set<string>; events: readonly TradeEvent[] } {
  const events = alphabet(intent.kind === 'cancel');
  const start: Trade = newTrade(intent);
  const seen = new Map<string, Trade>([[JSON.stringify(start), start]]);
  const edges = new Set<string>();
  const open = [start];
  for (let trade = open.pop(); trade !== undefined; trade = open.pop()) {
    for (const event of events) {
      const step = stepTrade(trade, event, rules);
      if (!step.ok) continue;
      const said = event.type === 'answered' || event.type === 'late-result' ? ` ${event.outcome.state}` : event.type === 'inquiry-answered' ? ` ${event.answer.state}` : '';
      edges.add(`${trade.state.name} ${event.type}${said} ${step.trade.state.name}`);
      if (seen.has(JSON.stringify(step.trade))) continue;
      seen.set(JSON.stringify(step.trade), step.trade);
      open.push(step.trade);
    }
  }
  return { trades: [...seen.values()], edges, events };
}

const EXPLORED = [explore(CHARGE, RULES), explore(CANCEL, RULES), explore(CHARGE, MUTE)];
const ENDED = ['declined', 'stopped', 'not-sent', 'not-approved'] as const;

function run(events: readonly TradeEvent[], intent: ChargeIntent | CancelIntent = CHARGE, rules = RULES): Trade {
  let trade: Trade = newTrade(intent);
  for (const event of events) {
    const step = stepTrade(trade, event, rules);
    if (!step.ok) throw new Error(`${event.type} refused: ${step.refusal}`);
    trade = step.trade;
  }
  return trade;
}

const ASKING: TradeEvent = { type: 'asking' };
const LOST: readonly TradeEvent[] = [ASKING, { type: 'answered', outcome: UNKNOWN }];

describe('a trade', () => {
  test('goes the ways that are drawn, and no other', () => {
    const ended = ['declined', 'stopped', 'not-sent', 'not-approved'];
    expect(EXPLORED[0]?.edges).toEqual(
      new Set([
        'intended asking asked',
        'intended restarted not-sent',
        'asked answered approved approved',
        // An answer that speaks of the other kind of trade proves nothing.
        'asked answered approved unknown',
        'asked answered declined declined',
        'asked answered stopped stopped',
        'asked answered not-sent not-sent',
        'asked answered unknown unknown',
        'asked late-result approved approved',
        'asked late-result declined declined',
        'asked late-result stopped stopped',
        'asked restarted unknown',
        'unknown inquiring inquiring',
        'unknown settled approved',
        'unknown settled not-approved',
        ...['unknown', 'inquiring'].flatMap((name) => ['approved', 'declined', 'stopped'].map((said) => `${name} late-result ${said} ${said}`)),
        'inquiring inquiry-answered found approved',
        'inquiring inquiry-answered found declined',
        'inquiring inquiry-answered no-evidence unknown',
        'inquiring inquiry-answered not-sent unknown',
        'inquiring restarted unknown',
        // Proof of an approval, from wherever it comes, whatever was held before.
        ...ended.flatMap((name) => ['answered approved', 'inquiry-answered found', 'late-result approved'].map((proof) => `${name} ${proof} surfaced`)),
        ...['intended', 'unknown', 'inquiring'].map((name) => `${name} answered approved approved`),
        ...['intended', 'asked', 'unknown'].map((name) => `${name} inquiry-answered found approved`),
        'intended late-result approved approved',
        ...['answered approved', 'inquiry-answered found', 'late-result approved'].map((proof) => `approved ${proof} approved`),
      ]),
    );
  });

  test('is sent at most once: there is no way back to the command that sends', () => {
    const after = EXPLORED.flatMap(({ trades, events }) =>
      trades.flatMap((trade) =>
        events.flatMap((event) => {
          const step = stepTrade(trade, event, RULES);
          return step.ok ? [`${step.trade.state.name} ${step.command}`] : [];
        }),
      ),
    );
    expect(after.length).toBeGreaterThan(100);
    expect(after.filter((each) => /^intended|authorise|cancel$/.test(each))).toEqual([]);
  });

  test('answers every event in every state, in any order, and refuses without a trace', () => {
    for (const { trades, events } of EXPLORED) {
      fc.assert(
        fc.property(fc.constantFrom(...trades), fc.array(fc.constantFrom(...events), { maxLength: 20, size: 'max' }), fc.constantFrom(RULES, MUTE), (from, sequence, rules) => {
          let trade = from;
          for (const event of sequence) {
            const before = structuredClone(trade);
            const step = stepTrade(trade, event, rules);
            expect(trade).toEqual(before);
            if (!step.ok) expect(step.trade).toBe(trade);
            expect(step.trade.intent).toBe(trade.intent);
            trade = step.trade;
          }
        }),
      );
    }
  });

  test('that was approved stays approved, under its number', () => {
    for (const { trades, events } of EXPLORED) {
      for (const trade of trades) {
        if (trade.state.name !== 'approved' && trade.state.name !== 'surfaced') continue;
        for (const event of events) {
          const after = stepTrade(trade, event, RULES).trade.state;
          expect(after.name).toBe(trade.state.name);
          const corrected = trade.state.name === 'approved' && trade.state.proof.by === 'person';
          if (!corrected) expect(after).toBe(trade.state);
        }
      }
    }
  });

  test('that has ended is moved by nothing but proof of an approval', () => {
    for (const { trades, events } of EXPLORED) {
      const ended = trades.filter((trade) => ENDED.some((name) => name === trade.state.name));
      expect(new Set(ended.map((trade) => trade.state.name)).size).toBe(ENDED.length);
      for (const trade of ended) {
        for (const event of events) expect(stepTrade(trade, event, RULES).trade.state).toSatisfy((after: TradeState) => after === trade.state || after.name === 'surfaced');
      }
    }
  });

  test('says which result of its number is not its own', () => {
    const approved = run([ASKING, { type: 'answered', outcome: approvedAs(approvalOf(false)) }]);
    expect(stepTrade(approved, { type: 'late-result', outcome: approvedAs(approvalOf(false)) }, RULES)).toMatchObject({ ok: false, refusal: 'card.already-approved' });
    const foreign = [approvalOf(false, { approvalNumber: '99999999' }), approvalOf(false, { totalWon: 1_000 }), approvalOf(true)];
    for (const approval of foreign) expect(stepTrade(approved, { type: 'late-result', outcome: approvedAs(approval) }, RULES)).toMatchObject({ ok: false, refusal: 'card.result-contradicts' });
  });
});

describe('an answer', () => {
  test.each<[string, Partial<CardApproval>]>([
    ['no approval number', { approvalNumber: '  ' }],
    ['a number of zeros', { approvalNumber: '00000000' }],
    ['another amount', { totalWon: 5_250 }],
    ['the other kind of trade', { cancels: true }],
  ])('that claims success with %s is no approval, and what it claimed is kept', (_, wrong) => {
    const trade = run([ASKING, { type: 'answered', outcome: approvedAs(approvalOf(false, wrong)) }]);
    expect(trade.state).toMatchObject({ name: 'unknown', reason: 'contradictory-answer', claimed: { maskedNumber: '5272-8949-****-630*' } });
  });

  test('of a cancel may name the sum as negative', () => {
    expect(run([ASKING, { type: 'answered', outcome: approvedAs(approvalOf(true, { totalWon: -52_500 })) }], CANCEL).state.name).toBe('approved');
  });

  test('leaves no full card number in any state, wherever the terminal put it', () => {
    const leaky = approvalOf(false, { maskedNumber: `${FULL_NUMBER}=3012`, message: `승인 ${FULL_NUMBER}`, notices: [FULL_NUMBER], vanNumber: FULL_NUMBER, issuer: FULL_NUMBER });
    const outcomes: readonly TradeOutcome[] = [
      approvedAs(leaky),
      { state: 'unknown', reason: 'damaged-answer', detail: `R17=${FULL_NUMBER}`, claimed: leaky },
      { state: 'declined', by: 'issuer', code: '8324', message: `${FULL_NUMBER} 정지` },
      { state: 'not-sent', cause: 'invalid', detail: FULL_NUMBER },
    ];
    for (const outcome of outcomes) expect(JSON.stringify(run([ASKING, { type: 'answered', outcome }]))).not.toContain(FULL_NUMBER);
  });
});

describe('an unknown result', () => {
  const lost = run(LOST);

  test('is asked about once by itself, then a person is asked', () => {
    expect(stepTrade(run([ASKING]), { type: 'answered', outcome: UNKNOWN }, RULES)).toMatchObject({ command: 'inquire' });
    expect(stepTrade(run([ASKING]), { type: 'answered', outcome: UNKNOWN }, MUTE)).toMatchObject({ command: 'ask-person' });
    const asked = run([...LOST, { type: 'inquiring' }]);
    expect(stepTrade(asked, { type: 'inquiry-answered', answer: { state: 'no-evidence', detail: 'FAIL', other: 'T0' } }, RULES)).toMatchObject({ command: 'ask-person', trade: { state: { name: 'unknown', lastInquiry: 'FAIL' } } });
  });

  test('can be asked about again, and not for ever', () => {
    const again: readonly TradeEvent[] = [{ type: 'inquiring' }, { type: 'inquiry-answered', answer: { state: 'no-evidence', detail: '', other: null } }];
    const asked = run([...LOST, ...Array.from({ length: MAX_INQUIRIES }, () => again).flat()]);
    expect(stepTrade(asked, { type: 'inquiring' }, RULES)).toMatchObject({ ok: false, refusal: 'card.inquiries-used-up' });
    expect(stepTrade(lost, { type: 'inquiring' }, MUTE)).toMatchObject({ ok: false, refusal: 'card.no-inquiry' });
    expect(stepTrade(asked, settled('not-approved'), RULES).ok).toBe(true);
  });

  test.each<[number, Actor, Actor | null, boolean]>([
    [99_999, KIM, null, true],
    [100_000, KIM, null, false],
    [100_000, KIM, KIM, false],
    [100_000, KIM, LEE, true],
    [100_000, LEE, null, true],
  ])('of %i won settled by %o with %o: %s', (totalWon, by, manager, allowed) => {
    const dear = run(LOST, { ...CHARGE, amounts: taxBreakdown({ taxableWon: totalWon, taxFreeWon: 0 }) });
    for (const verdict of ['approved', 'not-approved'] as const) {
      const step = stepTrade(dear, settled(verdict, by, manager), RULES);
      expect(step.ok ? 'settled' : step.refusal).toBe(allowed ? 'settled' : 'card.manager-needed');
    }
  });

  test('keeps who settled it, when, and by what', () => {
    const dear = run(LOST, { ...CHARGE, amounts: taxBreakdown({ taxableWon: 100_000, taxFreeWon: 0 }) });
    expect(stepTrade(dear, settled('not-approved', KIM, LEE), RULES).trade.state).toEqual({ name: 'not-approved', evidence: { source: 'terminal-slip', by: KIM, manager: LEE, at: AT } });
    expect(run([...LOST, settled('approved', KIM, LEE)]).state).toMatchObject({ name: 'approved', approval: { approvalNumber: '30012345' }, proof: { by: 'person', evidence: { by: KIM, manager: null } } });
  });

  test.each<[string, string, TradeRefusal]>([
    ['', '20260302140409', 'card.approval-number-invalid'],
    ['00000000', '20260302140409', 'card.approval-number-invalid'],
    ['3001 2345', '20260302140409', 'card.approval-number-invalid'],
    [FULL_NUMBER, '20260302140409', 'card.approval-number-invalid'],
    ['30012345', '260302', 'card.approval-time-invalid'],
    ['30012345', '20261302140409', 'card.approval-time-invalid'],
    ['30012345', '20260302250409', 'card.approval-time-invalid'],
  ])('is not settled by the number "%s" of %s', (approvalNumber, tradedAt, refusal) => {
    const event: TradeEvent = { type: 'settled', verdict: { verdict: 'approved', approvalNumber, tradedAt }, source: 'van-site', by: LEE, manager: null, at: AT };
    expect(stepTrade(lost, event, RULES)).toEqual({ ok: false, trade: lost, refusal });
  });

  test('settled wrongly comes back when the terminal proves it', () => {
    const given = run([...LOST, settled('not-approved')]);
    const step = stepTrade(given, { type: 'late-result', outcome: approvedAs(approvalOf(false)) }, RULES);
    expect(step).toMatchObject({ ok: true, command: 'ask-person', trade: { state: { name: 'surfaced', approval: { approvalNumber: '30012345' } } } });
  });

  test('settled as approved and denied by the terminal afterwards stays approved, and the contradiction is said', () => {
    const typed = run([...LOST, settled('approved')]);
    for (const outcome of [DECLINED, STOPPED]) expect(stepTrade(typed, { type: 'late-result', outcome }, RULES)).toEqual({ ok: false, trade: typed, refusal: 'card.result-contradicts' });
  });

  test('settled by hand takes its fields from the terminal when it speaks after all', () => {
    const typed = run([...LOST, settled('approved')]);
    const step = stepTrade(typed, { type: 'late-result', outcome: approvedAs(approvalOf(false, { approvalNumber: '30012346' })) }, RULES);
    expect(step.trade.state).toMatchObject({ name: 'approved', approval: { approvalNumber: '30012346', issuer: '들꽃카드' }, proof: { by: 'terminal' } });
  });
});

describe('a cancel', () => {
  test('names the number and day of what it cancels, and its whole sum', () => {
    const charge = { intent: CHARGE, state: run([ASKING, { type: 'answered', outcome: approvedAs(approvalOf(false)) }]).state };
    expect(cancelOf(charge, 'T2')).toEqual(CANCEL);
  });

  test('exists only of what was approved', () => {
    for (const { state } of EXPLORED[0]?.trades ?? []) {
      expect(cancelOf({ intent: CHARGE, state }, 'T2') === null).toBe(state.name !== 'approved' && state.name !== 'surfaced');
    }
  });
});

describe('a restart', () => {
  test.each<[TradeState['name'], TradeCommand | 'restarted']>([
    ['intended', 'restarted'],
    ['asked', 'restarted'],
    ['inquiring', 'restarted'],
    ['approved', 'nothing'],
    ['declined', 'nothing'],
    ['stopped', 'nothing'],
    ['not-sent', 'nothing'],
    ['not-approved', 'nothing'],
    ['surfaced', 'ask-person'],
  ])('finding a charge %s says %s', (name, what) => {
    const found = (EXPLORED[0]?.trades ?? []).filter((trade) => trade.state.name === name);
    expect(found.length).toBeGreaterThan(0);
    for (const trade of found) {
      const recovered = recoverTrade(trade, RULES);
      expect(typeof recovered === 'string' ? recovered : recovered.type).toBe(what);
    }
  });

  test('never sends: it asks the terminal, or a person', () => {
    for (const { trades } of EXPLORED) {
      for (const trade of trades) {
        for (const rules of [RULES, MUTE]) {
          const recovered = recoverTrade(trade, rules);
          const step = typeof recovered === 'string' ? null : stepTrade(trade, recovered, rules);
          const command = typeof recovered === 'string' ? recovered : step?.ok === true ? step.command : 'refused';
          expect(['inquire', 'ask-person', 'nothing']).toContain(command);
          const after = step?.trade ?? trade;
          if (isOpen(after.state)) expect(command).toBe(rules.inquiry === 'try' && after.state.name === 'unknown' && after.state.inquiries === 0 ? 'inquire' : 'ask-person');
        }
      }
    }
  });

  test('holds a charge that was never asked for not sent, and one that was for unknown', () => {
    expect(stepTrade(newTrade(CHARGE), { type: 'restarted' }, RULES).trade.state).toMatchObject({ name: 'not-sent', cause: 'restart' });
    expect(stepTrade(run([ASKING]), { type: 'restarted' }, RULES).trade.state).toMatchObject({ name: 'unknown', reason: 'restart' });
  });
});

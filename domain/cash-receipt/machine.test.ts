import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CashReceiptCommand, CashReceiptEvent, CashReceiptState, Issue } from './machine.ts';
import { NEW_CASH_RECEIPT, recoverCashReceipt, stepCashReceipt } from './machine.ts';

const ISSUE: Issue = { approvalNumber: 'TB0000178', tradeDate: '20260302', tradeDt: '20260302140409' };
const OTHER: Issue = { approvalNumber: '820116333', tradeDate: '20260303', tradeDt: '20260303090000' };
const REFUSAL = { failure: 'cash-receipt.customer-data', gatewayCode: -14001004, message: '식별번호 오류' } as const;

/** One of every event, and of those whose fields matter, one of every kind. */
const ALPHABET: readonly CashReceiptEvent[] = [
  { type: 'sending', tradeDt: null },
  { type: 'issued', ...ISSUE },
  { type: 'refused', refusal: REFUSAL },
  { type: 'unreachable', why: 'connection-refused' },
  { type: 'unclear', why: 'reply-timeout', refusal: null },
  { type: 'unclear', why: 'refused', refusal: REFUSAL },
  { type: 'found', ...OTHER },
  { type: 'absent' },
  { type: 'nts-confirmed' },
  { type: 'nts-rejected', ntsCode: '000', ntsMessage: '식별번호 없음' },
  { type: 'cancelled', cancelApprovalNumber: 'TB0000179', cancelledWon: 1_000, whole: false },
  { type: 'cancelled', cancelApprovalNumber: 'TB0000180', cancelledWon: 5_000, whole: true },
];

/** Attempts beyond the second and amounts beyond the second partial cancel add nothing new. */
const keyOf = (state: CashReceiptState) =>
  JSON.stringify(state, (key, value: unknown) => (typeof value === 'number' && (key === 'attempts' || key === 'cancelledWon') ? Math.min(value, key === 'attempts' ? 2 : 2_000) : value));

function explore(): { states: CashReceiptState[]; edges: Set<string> } {
  const seen = new Map<string, CashReceiptState>([[keyOf(NEW_CASH_RECEIPT), NEW_CASH_RECEIPT]]);
  const edges = new Set<string>();
  const open = [NEW_CASH_RECEIPT];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const event of ALPHABET) {
      const step = stepCashReceipt(state, event);
      if (!step.ok) continue;
      edges.add(`${state.name} ${event.type} ${step.state.name}`);
      if (seen.has(keyOf(step.state))) continue;
      seen.set(keyOf(step.state), step.state);
      open.push(step.state);
    }
  }
  return { states: [...seen.values()], edges };
}

const { states: REACHABLE, edges: EDGES } = explore();
const states = fc.constantFrom(...REACHABLE);
const events = fc.constantFrom(...ALPHABET);
const ABSORBING = new Set(['rejected', 'failed', 'cancelled']);

describe('a cash receipt', () => {
  test('goes the ways that are drawn, and no other', () => {
    expect(EDGES).toEqual(
      new Set([
        'queued sending requested',
        'requested issued issued',
        'requested refused failed',
        'requested refused unknown',
        'requested unreachable queued',
        'requested unclear unknown',
        // After a restart: the answer to an inquiry about a request nobody saw answered.
        'requested found issued',
        'requested absent queued',
        'unknown found issued',
        'unknown absent queued',
        'unknown absent failed',
        'issued nts-confirmed confirmed',
        'issued nts-rejected rejected',
        'issued cancelled cancelled',
        'issued cancelled partly-cancelled',
        'confirmed cancelled cancelled',
        'confirmed cancelled partly-cancelled',
        'partly-cancelled cancelled cancelled',
        'partly-cancelled cancelled partly-cancelled',
      ]),
    );
  });

  test('can come to stand in every state there is', () => {
    expect(new Set(REACHABLE.map((state) => state.name))).toEqual(
      new Set(['queued', 'requested', 'unknown', 'issued', 'confirmed', 'rejected', 'failed', 'partly-cancelled', 'cancelled']),
    );
  });

  test('answers every event in every state, and refuses without a trace', () => {
    fc.assert(
      fc.property(states, events, (state, event) => {
        const before = structuredClone(state);
        const step = stepCashReceipt(state, event);
        expect(state).toEqual(before);
        if (!step.ok) expect(step.state).toBe(state);
      }),
    );
  });

  test('is moved by nothing once it is over', () => {
    const over = REACHABLE.filter((state) => ABSORBING.has(state.name));
    expect(over.length).toBeGreaterThanOrEqual(3);
    for (const state of over) for (const event of ALPHABET) expect(stepCashReceipt(state, event)).toEqual({ ok: false, state });
  });

  test('keeps its approval number for good', () => {
    for (const state of REACHABLE) {
      if (!('approvalNumber' in state)) continue;
      for (const event of ALPHABET) expect(stepCashReceipt(state, event).state).toMatchObject({ approvalNumber: state.approvalNumber, tradeDate: state.tradeDate });
    }
  });

  test('counts its attempts and what was taken back', () => {
    const queued = stepCashReceipt({ name: 'requested', attempts: 3 }, { type: 'unreachable', why: 'connection-refused' });
    expect(queued.state).toEqual({ name: 'queued', attempts: 3, why: 'unreachable' });
    expect(stepCashReceipt(queued.state, { type: 'sending', tradeDt: null }).state).toEqual({ name: 'requested', attempts: 4 });
    const partly: CashReceiptState = { name: 'partly-cancelled', cancelledWon: 1_500, ...ISSUE };
    const more = stepCashReceipt(partly, { type: 'cancelled', cancelApprovalNumber: 'TB0000181', cancelledWon: 500, whole: false });
    expect(more.state).toMatchObject({ cancelledWon: 2_000 });
  });

  test('takes a refusal for final only when no earlier attempt can have arrived', () => {
    expect(stepCashReceipt({ name: 'requested', attempts: 1 }, { type: 'refused', refusal: REFUSAL })).toMatchObject({ state: { name: 'failed' }, command: 'nothing' });
    expect(stepCashReceipt({ name: 'requested', attempts: 2 }, { type: 'refused', refusal: REFUSAL })).toMatchObject({ state: { name: 'unknown', refusal: REFUSAL }, command: 'inquire' });
  });
});

describe('a restart', () => {
  test.each<[CashReceiptState['name'], CashReceiptCommand]>([
    ['queued', 'send'],
    ['requested', 'inquire'],
    ['unknown', 'inquire'],
    ['issued', 'watch'],
    ['confirmed', 'nothing'],
    ['rejected', 'nothing'],
    ['failed', 'nothing'],
    ['partly-cancelled', 'nothing'],
    ['cancelled', 'nothing'],
  ])('finding a receipt %s says %s', (name, command) => {
    const found = REACHABLE.filter((state) => state.name === name);
    expect(found.length).toBeGreaterThan(0);
    for (const state of found) expect(recoverCashReceipt(state)).toBe(command);
  });

  test('never says send where bytes may have left', () => {
    const resent = REACHABLE.filter((state) => recoverCashReceipt(state) === 'send');
    expect(new Set(resent.map((state) => state.name))).toEqual(new Set(['queued']));
    const back = [...EDGES].filter((edge) => edge.endsWith(' queued'));
    expect(new Set(back)).toEqual(new Set(['requested unreachable queued', 'requested absent queued', 'unknown absent queued']));
  });

  test('gets an answer to its inquiry that fits', () => {
    const asked = REACHABLE.filter((state) => recoverCashReceipt(state) === 'inquire');
    expect(asked.length).toBeGreaterThan(0);
    for (const state of asked) {
      expect(stepCashReceipt(state, { type: 'found', ...ISSUE })).toMatchObject({ ok: true, state: { name: 'issued' } });
      expect(stepCashReceipt(state, { type: 'absent' }).ok).toBe(true);
    }
  });
});

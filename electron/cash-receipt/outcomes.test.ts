import { describe, expect, it } from 'vitest';
import type { CardApproval } from '../../domain/card-payment/approval.ts';
import type { TradeState } from '../../domain/card-payment/machine.ts';
import { taxBreakdown } from '../../domain/tax.ts';
import type { CashReceiptState } from '../../domain/cash-receipt/machine.ts';
import { stepCashReceipt } from '../../domain/cash-receipt/machine.ts';
import { blocksAnother } from '../../domain/cash-receipt/standing.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { GatewayFailure, GatewayReceipt, GatewayReceiptState, GatewayRefusal, GatewayTrouble } from './gateway.ts';
import type { Settled } from './outcomes.ts';
import { detailOf, eventOfInquiry, eventOfIssue, eventOfNts, failureOfState, settledOf } from './outcomes.ts';

const APPROVAL = { approvalNumber: 'TB0000028', tradeDate: '20250310', tradeDt: '20250310134501' } as const;
const TROUBLE: GatewayTrouble = { code: 'reply-timeout', detail: 'no reply in 700 ms' };
const REFUSAL = { failure: 'cash-receipt.amount', gatewayCode: -14000008, message: 'amounts' } as const;

const requested = (attempts: number): CashReceiptState => ({ name: 'requested', attempts });
const refused = (failure: GatewayFailure, mayExist: boolean): GatewayRefusal => ({ kind: 'refused', gatewayCode: -14000008, message: 'no', failure, mayExist });

/** One row for every meaning a refusal can have: the catalogue's code, and whether the receipt waits for it to be mended. */
const REFUSALS = {
  system: { code: 'cash-receipt.system', waits: true },
  'merchant-data': { code: 'cash-receipt.merchant-data', waits: true },
  'customer-data': { code: 'cash-receipt.customer-data', waits: false },
  amount: { code: 'cash-receipt.amount', waits: false },
  duplicate: { code: 'cash-receipt.duplicate', waits: false },
  'past-deadline': { code: 'cash-receipt.past-deadline', waits: false },
  rejected: { code: 'cash-receipt.gateway-refused', waits: false },
} as const satisfies Record<GatewayFailure, { code: FailureCode; waits: boolean }>;
const EVERY_REFUSAL = Object.entries(REFUSALS).map(([failure, meaning]) => ({ failure: failure as GatewayFailure, ...meaning }));
const WAITING = EVERY_REFUSAL.filter((row) => row.waits);
const FINAL = EVERY_REFUSAL.filter((row) => !row.waits);

describe.each([1, 2, 7])('the answer to attempt %i to issue', (attempts) => {
  it('issued: the approval as the gateway gave it', () => {
    expect(eventOfIssue({ kind: 'issued', ...APPROVAL }, requested(attempts))).toEqual({ type: 'issued', ...APPROVAL });
  });

  it('unreachable: nothing left, the receipt is as before', () => {
    expect(eventOfIssue({ kind: 'unreachable', why: TROUBLE }, requested(attempts))).toEqual({ type: 'unreachable', why: 'reply-timeout' });
  });

  it('unclear: nobody knows, and nobody has said no', () => {
    expect(eventOfIssue({ kind: 'unclear', why: TROUBLE }, requested(attempts))).toEqual({ type: 'unclear', why: 'reply-timeout', refusal: null });
  });

  it.each(FINAL)('refused for $failure in words that may mean "exists": asked about, the refusal kept', ({ failure, code }) => {
    expect(eventOfIssue(refused(failure, true), requested(attempts))).toEqual({ type: 'unclear', why: 'refused', refusal: { failure: code, gatewayCode: -14000008, message: 'no' } });
  });

  it.each(WAITING)('refused for $failure in words that may mean "exists": asked about, and not failed when it is absent', ({ failure }) => {
    expect(eventOfIssue(refused(failure, true), requested(attempts))).toEqual({ type: 'unclear', why: 'refused', refusal: null });
  });
});

describe('a refusal that says there is no such receipt', () => {
  it.each(FINAL)('$failure at the first attempt is final', ({ failure, code }) => {
    const event = eventOfIssue(refused(failure, false), requested(1));
    expect(event).toEqual({ type: 'refused', refusal: { failure: code, gatewayCode: -14000008, message: 'no' } });
    expect(stepCashReceipt(requested(1), event)).toMatchObject({ ok: true, state: { name: 'failed' } });
  });

  it.each(WAITING)('$failure at the first attempt puts it off: it is sent when that is mended', ({ failure }) => {
    const event = eventOfIssue(refused(failure, false), requested(1));
    expect(event).toEqual({ type: 'put-off', cause: failure, message: 'no' });
    expect(stepCashReceipt(requested(1), event)).toMatchObject({ ok: true, state: { name: 'queued', why: failure } });
  });

  it.each(EVERY_REFUSAL)('$failure at a later attempt proves nothing about the earlier ones: it is asked about', ({ failure, code, waits }) => {
    const event = eventOfIssue(refused(failure, false), requested(2));
    expect(event).toEqual({ type: 'unclear', why: 'refused', refusal: waits ? null : { failure: code, gatewayCode: -14000008, message: 'no' } });
    expect(stepCashReceipt(requested(2), event)).toMatchObject({ ok: true, state: { name: 'unknown', attempts: 2 }, command: 'inquire' });
  });
});

const onRecord = (state: GatewayReceiptState, more: Partial<GatewayReceipt> = {}): GatewayReceipt => ({
  mgtKey: '250310-000001-abcdefgh',
  document: 'approval',
  state,
  stateCode: 300,
  ...APPROVAL,
  totalWon: 2_500,
  supplyWon: 2_273,
  vatWon: 227,
  serviceChargeWon: 0,
  ...more,
});

describe('the answer to an inquiry', () => {
  it('absent: the gateway has no such receipt', () => {
    expect(eventOfInquiry({ kind: 'absent' })).toEqual({ type: 'absent' });
  });

  it.each(['issued', 'sending', 'confirmed', 'rejected'] as const)('found in state %s: it was issued', (state) => {
    expect(eventOfInquiry({ kind: 'found', receipt: onRecord(state) })).toEqual({ type: 'found', ...APPROVAL });
  });

  it('found as something else, a draft say: stays unknown until someone has looked', () => {
    expect(eventOfInquiry({ kind: 'found', receipt: onRecord('other') })).toBeNull();
  });

  it('found without an approval number: is no issue', () => {
    expect(eventOfInquiry({ kind: 'found', receipt: onRecord('issued', { approvalNumber: null }) })).toBeNull();
  });

  it.each([{ kind: 'unreachable', why: TROUBLE } as const, ...EVERY_REFUSAL.map(({ failure }) => refused(failure, false))])('$kind $failure: knows no more than before, never "absent"', (outcome) => {
    expect(eventOfInquiry(outcome)).toBeNull();
  });
});

describe('what the tax office said', () => {
  it.each(['issued', 'sending', 'other'] as const)('%s: nothing yet', (state) => {
    expect(eventOfNts(onRecord(state))).toBeNull();
  });

  it('a receipt that the answer does not mention: nothing yet', () => {
    expect(eventOfNts(undefined)).toBeNull();
  });

  it('confirmed', () => {
    expect(eventOfNts(onRecord('confirmed'))).toEqual({ type: 'nts-confirmed' });
  });

  it('rejected, with its words where it gave some', () => {
    const ntsResult = { code: '5', message: 'unknown card', at: '20250311090000' };
    expect(eventOfNts(onRecord('rejected', { ntsResult }))).toEqual({ type: 'nts-rejected', ntsCode: '5', ntsMessage: 'unknown card' });
    expect(eventOfNts(onRecord('rejected'))).toEqual({ type: 'nts-rejected', ntsCode: '', ntsMessage: '' });
  });
});

type Told = { readonly state: CashReceiptState; readonly settled: Settled; readonly failure: FailureCode | null; readonly blocks: boolean; readonly detail: string };

const waiting = (why: (CashReceiptState & { name: 'queued' })['why']): CashReceiptState => ({ name: 'queued', attempts: 1, why });

const AMOUNTS = taxBreakdown({ taxableWon: 11_000, taxFreeWon: 0 });
const AT_TERMINAL: CardApproval = {
  approvalNumber: '30000001', tradedAt: '20250310090000', cancels: false, totalWon: 11_000, maskedNumber: '010****5678', issuer: '', acquirer: '', merchantNumber: '', terminalId: '', vanNumber: '', message: '', notices: [],
  signedAtTerminal: null,
};
const atTerminal = (state: TradeState): CashReceiptState => ({ name: 'at-terminal', trade: { tradeNumber: 'T1', amounts: AMOUNTS, state } });
const issuedThere = (state: TradeState): CashReceiptState => ({ name: 'issued-at-terminal', ...APPROVAL, trade: { tradeNumber: 'T1', amounts: AMOUNTS, state } });

/** Every state, and within `queued` every reason to wait. */
const STATES = {
  queued: [
    { state: waiting('new'), settled: 'queued', failure: null, blocks: true, detail: 'new' },
    { state: waiting('unreachable'), settled: 'queued', failure: 'cash-receipt.network', blocks: true, detail: 'unreachable' },
    { state: waiting('absent'), settled: 'queued', failure: 'cash-receipt.system', blocks: true, detail: 'absent' },
    { state: waiting('system'), settled: 'queued', failure: 'cash-receipt.system', blocks: true, detail: 'system' },
    { state: waiting('merchant-data'), settled: 'queued', failure: 'cash-receipt.merchant-data', blocks: true, detail: 'merchant-data' },
  ],
  requested: [{ state: requested(1), settled: 'unknown', failure: null, blocks: true, detail: 'requested' }],
  unknown: [
    { state: { name: 'unknown', attempts: 1, why: 'reply-timeout', refusal: null }, settled: 'unknown', failure: 'cash-receipt.unknown', blocks: true, detail: 'reply-timeout' },
    { state: { name: 'unknown', attempts: 2, why: 'refused', refusal: REFUSAL }, settled: 'unknown', failure: 'cash-receipt.unknown', blocks: true, detail: 'refused' },
  ],
  issued: [{ state: { name: 'issued', ...APPROVAL }, settled: 'issued', failure: null, blocks: true, detail: 'issued' }],
  confirmed: [{ state: { name: 'confirmed', ...APPROVAL }, settled: 'issued', failure: null, blocks: true, detail: 'confirmed' }],
  rejected: [{ state: { name: 'rejected', ...APPROVAL, ntsCode: '5', ntsMessage: 'unknown card' }, settled: 'failed', failure: 'cash-receipt.nts-rejected', blocks: false, detail: '5 unknown card' }],
  failed: [
    { state: { name: 'failed', refusal: REFUSAL }, settled: 'failed', failure: 'cash-receipt.amount', blocks: false, detail: '-14000008 amounts' },
    { state: { name: 'failed', refusal: { ...REFUSAL, gatewayCode: null } }, settled: 'failed', failure: 'cash-receipt.amount', blocks: false, detail: 'own amounts' },
  ],
  'at-terminal': [
    { state: atTerminal({ name: 'intended' }), settled: 'unknown', failure: null, blocks: true, detail: 'intended' },
    { state: atTerminal({ name: 'unknown', reason: 'no-answer', detail: 'no result', claimed: null, inquiries: 0, lastInquiry: null }), settled: 'unknown', failure: 'cash-receipt.terminal-unknown', blocks: true, detail: 'no result' },
  ],
  'issued-at-terminal': [
    { state: issuedThere({ name: 'approved', approval: AT_TERMINAL, checks: [], proof: { by: 'terminal' } }), settled: 'issued', failure: null, blocks: true, detail: 'approved' },
    { state: issuedThere({ name: 'approved', approval: AT_TERMINAL, checks: ['not-closed'], proof: { by: 'terminal' } }), settled: 'issued', failure: 'cash-receipt.terminal-check', blocks: true, detail: 'approved' },
    { state: issuedThere({ name: 'surfaced', approval: AT_TERMINAL }), settled: 'issued', failure: 'cash-receipt.terminal-surfaced', blocks: true, detail: 'surfaced' },
  ],
  'partly-cancelled': [{ state: { name: 'partly-cancelled', ...APPROVAL, cancelledWon: 500 }, settled: 'issued', failure: null, blocks: true, detail: 'partly-cancelled' }],
  cancelled: [{ state: { name: 'cancelled', ...APPROVAL, cancelApprovalNumber: 'TB0000029' }, settled: 'failed', failure: null, blocks: false, detail: 'cancelled' }],
} as const satisfies Record<CashReceiptState['name'], readonly Told[]>;

describe.each<Told>(Object.values(STATES).flat())('a receipt in state $state.name ($detail)', ({ state, settled, failure, blocks, detail }) => {
  it(`is ${settled} to the sale, told as ${String(failure)}, ${blocks ? 'in the way of' : 'no bar to'} another`, () => {
    expect({ settled: settledOf(state), failure: failureOfState(state), blocks: blocksAnother(state.name), detail: detailOf(state) }).toEqual({ settled, failure, blocks, detail });
  });
});

describe('money first', () => {
  it('a state in which a receipt may stand at the tax office always blocks another', () => {
    const mayStand = Object.values(STATES).flat().filter(({ state }) => settledOf(state) !== 'failed');
    expect(mayStand.length).toBeGreaterThan(0);
    expect(mayStand.every(({ state }) => blocksAnother(state.name))).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardApproval, TradeOutcome } from '../card-payment/approval.ts';
import type { TradeEvent } from '../card-payment/machine.ts';
import type { Actor } from '../people.ts';
import { taxBreakdown } from '../tax.ts';
import { newReceiptAtTerminal, numberAtTerminal, receiptTradeOf, terminalCommand, troubleAtTerminal } from './at-terminal.ts';
import type { CashReceiptEvent, CashReceiptState } from './machine.ts';
import { firstState, NEW_CASH_RECEIPT, recoverCashReceipt, stepCashReceipt } from './machine.ts';

const KIM: Actor = { userId: 'u1', name: '김', role: 'cashier' };
const AMOUNTS = taxBreakdown({ taxableWon: 250_000, taxFreeWon: 0 });
const APPROVAL: CardApproval = {
  approvalNumber: '30000001',
  tradedAt: '20260302140409',
  cancels: false,
  totalWon: 250_000,
  maskedNumber: '010***',
  issuer: '',
  acquirer: '',
  merchantNumber: '',
  terminalId: '',
  vanNumber: '',
  message: '',
  notices: [],
  signedAtTerminal: null,
};
const APPROVED = { state: 'approved', approval: APPROVAL, checks: [] } as const;
const DECLINED = { state: 'declined', by: 'issuer', code: '8324', message: '번호 오류' } as const;
const UNKNOWN: TradeOutcome = { state: 'unknown', reason: 'no-answer', detail: 'no result', claimed: null };
const settled = (verdict: 'approved' | 'not-approved'): TradeEvent => ({
  type: 'settled',
  verdict: verdict === 'approved' ? { verdict, approvalNumber: '30000001', tradedAt: '20260302140409' } : { verdict },
  source: 'terminal-slip',
  by: KIM,
  manager: null,
  at: '2026-03-02T05:04:09.000Z',
});

const NEW = newReceiptAtTerminal('T1', AMOUNTS);

function after(...events: readonly TradeEvent[]): CashReceiptState {
  let state = NEW;
  for (const event of events) {
    const step = stepCashReceipt(state, { type: 'traded', event });
    if (!step.ok) throw new Error(`${event.type} was refused`);
    state = step.state;
  }
  return state;
}

const answered = (outcome: TradeOutcome): TradeEvent => ({ type: 'answered', outcome });

describe('a cash receipt at the terminal', () => {
  test('is asked for once: nothing leads back to asking', () => {
    expect(terminalCommand(receiptTradeOf(NEW) ?? unreachableTrade(), 'none')).toBe('ask');
    expect(stepCashReceipt(after({ type: 'asking' }), { type: 'traded', event: { type: 'asking' } }).ok).toBe(false);
  });

  test('approved is issued, with the number and the time of the terminal', () => {
    expect(after({ type: 'asking' }, answered(APPROVED))).toMatchObject({ name: 'issued-at-terminal', approvalNumber: '30000001', tradeDate: '20260302', tradeDt: '20260302140409' });
    expect(numberAtTerminal(after({ type: 'asking' }, answered(APPROVED)))).toBe('010***');
  });

  test.each([
    [DECLINED, 'cash-receipt.terminal-declined', '8324 번호 오류'],
    [{ state: 'stopped', by: 'customer' }, 'cash-receipt.terminal-stopped', ''],
    [{ state: 'stopped', by: 'counter' }, 'cash-receipt.terminal-stopped', ''],
    [{ state: 'stopped', by: 'time' }, 'cash-receipt.terminal-timed-out', ''],
    [{ state: 'not-sent', cause: 'silent', detail: 'no link' }, 'cash-receipt.terminal-unreachable', 'no link'],
    [{ state: 'not-sent', cause: 'invalid', detail: 'too much' }, 'cash-receipt.terminal-cannot', 'too much'],
  ] as const satisfies readonly (readonly [TradeOutcome, string, string])[])('%o failed, in words that say so', (outcome, failure, message) => {
    expect(after({ type: 'asking' }, answered(outcome))).toMatchObject({ name: 'failed', refusal: { failure, message, gatewayCode: null } });
  });

  test('without an answer is unknown; her own word settles it, whatever the sum', () => {
    const lost = after({ type: 'asking' }, answered(UNKNOWN));
    expect(lost).toMatchObject({ name: 'at-terminal' });
    expect(troubleAtTerminal(receiptTradeOf(lost) ?? unreachableTrade())).toBe('cash-receipt.terminal-unknown');
    expect(after({ type: 'asking' }, answered(UNKNOWN), settled('approved'))).toMatchObject({ name: 'issued-at-terminal', approvalNumber: '30000001' });
    expect(after({ type: 'asking' }, answered(UNKNOWN), settled('not-approved'))).toMatchObject({ name: 'failed', refusal: { failure: 'cash-receipt.terminal-not-issued' } });
  });

  test('after a restart: never asked is not asked any more, asked is unknown', () => {
    expect(after({ type: 'restarted' })).toMatchObject({ name: 'failed', refusal: { failure: 'cash-receipt.terminal-not-asked' } });
    expect(after({ type: 'asking' }, { type: 'restarted' })).toMatchObject({ name: 'at-terminal', trade: { state: { name: 'unknown', reason: 'restart' } } });
  });

  test('is inquired once by itself, and only where the terminal can be asked', () => {
    const lost = receiptTradeOf(after({ type: 'asking' }, answered(UNKNOWN))) ?? unreachableTrade();
    expect(terminalCommand(lost, 'try')).toBe('inquire');
    expect(terminalCommand(lost, 'none')).toBe('ask-person');
    const asked = after({ type: 'asking' }, answered(UNKNOWN), { type: 'inquiring' }, { type: 'inquiry-answered', answer: { state: 'no-evidence', detail: 'FAIL', other: null } });
    expect(terminalCommand(receiptTradeOf(asked) ?? unreachableTrade(), 'try')).toBe('ask-person');
  });

  test('refused, and proven to be issued after all, is said to be', () => {
    const surfaced = after({ type: 'asking' }, answered(DECLINED), { type: 'late-result', outcome: APPROVED });
    expect(surfaced).toMatchObject({ name: 'issued-at-terminal' });
    expect(troubleAtTerminal(receiptTradeOf(surfaced) ?? unreachableTrade())).toBe('cash-receipt.terminal-surfaced');
  });

  test('takes nothing of the gateway, and no gateway’s receipt takes anything of a terminal', () => {
    const gateway: readonly CashReceiptEvent[] = [
      { type: 'sending', tradeDt: null },
      { type: 'issued', approvalNumber: 'TB0000178', tradeDate: '20260302', tradeDt: '20260302140409' },
      { type: 'found', approvalNumber: 'TB0000178', tradeDate: '20260302', tradeDt: '20260302140409' },
      { type: 'absent' },
      { type: 'nts-confirmed' },
    ];
    for (const state of [NEW, after({ type: 'asking' }), after({ type: 'asking' }, answered(APPROVED)), after({ type: 'asking' }, answered(DECLINED))]) {
      expect(recoverCashReceipt(state)).toBe('nothing');
      for (const event of gateway) expect(stepCashReceipt(state, event).ok).toBe(false);
    }
    expect(firstState({ mgtKey: 'K1', amounts: AMOUNTS })).toBe(NEW_CASH_RECEIPT);
    expect(stepCashReceipt(NEW_CASH_RECEIPT, { type: 'traded', event: { type: 'asking' } }).ok).toBe(false);
  });
});

function unreachableTrade(): never {
  throw new Error('no trade');
}

/** Whatever the terminal, the person and restarts do, in any order. The terminal’s books say what was issued. */
type World = { receipts: { state: CashReceiptState; asked: number }[]; issued: number };
const ACTS = ['wanted', 'ask', 'approved', 'declined', 'lost', 'lost-approved', 'inquired', 'settled', 'restart'] as const;

const stands = (state: CashReceiptState) => state.name === 'at-terminal' || state.name === 'issued-at-terminal';

function act(world: World, kind: (typeof ACTS)[number]): void {
  const current = world.receipts.at(-1);
  if (kind === 'wanted') {
    // The desk's rule: none while one may stand.
    if (world.receipts.every(({ state }) => !stands(state))) world.receipts.push({ state: newReceiptAtTerminal(`T${world.receipts.length}`, AMOUNTS), asked: 0 });
    return;
  }
  if (current === undefined) return;
  const tell = (event: TradeEvent): boolean => {
    const step = stepCashReceipt(current.state, { type: 'traded', event });
    if (step.ok) current.state = step.state;
    return step.ok;
  };
  const trade = receiptTradeOf(current.state);
  const name = trade?.state.name;
  if (kind === 'ask' && tell({ type: 'asking' })) current.asked += 1;
  if (kind === 'approved' && name === 'asked') {
    world.issued += 1;
    tell(answered({ ...APPROVED, approval: { ...APPROVAL, approvalNumber: `3${world.issued}` } }));
  }
  if (kind === 'declined' && name === 'asked') tell(answered(DECLINED));
  if (kind === 'lost' && name === 'asked') tell(answered(UNKNOWN));
  if (kind === 'lost-approved' && name === 'asked') {
    world.issued += 1;
    tell(answered(UNKNOWN));
  }
  if (kind === 'inquired') {
    tell({ type: 'inquiring' });
    tell({ type: 'inquiry-answered', answer: { state: 'no-evidence', detail: '', other: null } });
  }
  // She reads it off the terminal: the truth.
  if (kind === 'settled') tell(settled(world.issued > 0 ? 'approved' : 'not-approved'));
  if (kind === 'restart') tell({ type: 'restarted' });
}

test('in any order of events: each number is asked once, and a sale never has two receipts', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 40 }), (acts) => {
      const world: World = { receipts: [], issued: 0 };
      for (const kind of acts) {
        act(world, kind);
        expect(world.receipts.every(({ asked }) => asked <= 1)).toBe(true);
        expect(world.issued).toBeLessThanOrEqual(1);
        expect(world.receipts.filter(({ state }) => state.name === 'issued-at-terminal').length).toBeLessThanOrEqual(1);
        // What is issued is never told to have failed.
        if (world.issued === 1) expect(world.receipts.some(({ state }) => stands(state))).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});

import { describe, expect, test } from 'vitest';
import type { CardApproval } from '../card-payment/approval.ts';
import type { ChargeIntent, Trade, TradeEvent } from '../card-payment/machine.ts';
import { DEFAULT_CHECKOUT_RULES } from '../checkout/rules.ts';
import type { StrayEvent, StraySaid, StrayState } from './machine.ts';
import { openStray, recoverStray, stepStray } from './machine.ts';

const RULES = DEFAULT_CHECKOUT_RULES.tender;
const MANAGER = { userId: 'm', name: '점장', role: 'manager' } as const;
const approval = (cancels: boolean): CardApproval => ({
  approvalNumber: cancels ? '30000002' : '30000001', tradedAt: '20260302140409', cancels, totalWon: 10_000, maskedNumber: '9490-1234-****-123*', issuer: '', acquirer: '', merchantNumber: '', terminalId: '', vanNumber: '', message: '', notices: [], signedAtTerminal: null,
});
const SAID: StraySaid = { kind: 'surfaced', tradeNumber: 'T1', outcome: 'approved', approval: approval(false) };
const CHARGE: Trade<ChargeIntent> = {
  intent: { kind: 'charge', tradeNumber: 'T1', amounts: { supplyWon: 9_091, vatWon: 909, taxFreeWon: 0, serviceChargeWon: 0, totalWon: 10_000 }, installmentMonths: 0 },
  state: { name: 'surfaced', approval: approval(false) },
};
const traded = (event: TradeEvent): StrayEvent => ({ type: 'traded', tradeNumber: 'T2', event });
const CANCEL: StrayEvent = { type: 'cancel-intended', tradeNumber: 'T2' };
const settled = (note: string, by: typeof MANAGER | { readonly userId: string; readonly name: string; readonly role: 'cashier' } = MANAGER): StrayEvent => ({ type: 'settled', by, note, at: '2026-03-02T05:04:09.000Z' });

function go(state: StrayState, ...events: readonly StrayEvent[]): StrayState {
  return events.reduce((at, event) => {
    const step = stepStray(at, event, RULES);
    if (!step.ok) throw new Error(`${event.type}: ${step.refusal}`);
    return step.state;
  }, state);
}

describe('a charge that surfaced after its sale was over', () => {
  const open = () => openStray(SAID, CHARGE);

  test('is given back by its cancel, asked for once', () => {
    const asked = stepStray(open(), CANCEL, RULES);
    expect(asked).toMatchObject({ ok: true, command: { kind: 'trade', tradeNumber: 'T2', command: 'cancel' } });
    const back = go(asked.state, traded({ type: 'asking' }), traded({ type: 'answered', outcome: { state: 'approved', approval: approval(true), checks: [] } }));
    expect(back.name).toBe('returned');
    expect(stepStray(back, CANCEL, RULES)).toMatchObject({ ok: false, refusal: 'stray.ended' });
  });

  test('is neither cancelled again nor settled while its cancel is under way, and not cancelled again while that is unknown', () => {
    const asked = go(open(), CANCEL, traded({ type: 'asking' }));
    expect(stepStray(asked, { type: 'cancel-intended', tradeNumber: 'T3' }, RULES)).toMatchObject({ ok: false });
    expect(stepStray(asked, settled('전표 확인'), RULES)).toMatchObject({ ok: false, refusal: 'tender.trade-under-way' });
    const unknown = go(asked, traded({ type: 'answered', outcome: { state: 'unknown', reason: 'no-answer', detail: '', claimed: null } }));
    expect(unknown.name).toBe('open');
    expect(stepStray(unknown, { type: 'cancel-intended', tradeNumber: 'T3' }, RULES)).toMatchObject({ ok: false, refusal: 'tender.locked-unknown' });
    expect(go(unknown, settled('VAN 전화로 취소 확인')).name).toBe('settled');
  });

  test('after a restart is never cancelled a second time', () => {
    for (const state of [go(open(), CANCEL), go(open(), CANCEL, traded({ type: 'asking' }))]) {
      const found = recoverStray(state, RULES);
      expect(found).toMatchObject({ type: 'traded', tradeNumber: 'T2', event: { type: 'restarted' } });
      const after = stepStray(state, traded({ type: 'restarted' }), RULES);
      expect(after.ok && after.command).not.toMatchObject({ kind: 'trade', command: 'cancel' });
    }
    expect(recoverStray(open(), RULES)).not.toMatchObject({ command: 'cancel' });
  });
});

describe('a result under no number of ours', () => {
  const foreign = () => openStray({ ...SAID, kind: 'foreign', tradeNumber: '' }, null);

  test('has no charge to cancel', () => {
    expect(stepStray(foreign(), CANCEL, RULES)).toMatchObject({ ok: false, refusal: 'tender.nothing-to-cancel' });
  });

  test('ends by a manager who says what she found, and by nobody else', () => {
    expect(stepStray(foreign(), settled(' '), RULES)).toMatchObject({ ok: false, refusal: 'stray.note-missing' });
    expect(stepStray(foreign(), settled('x'.repeat(201)), RULES)).toMatchObject({ ok: false, refusal: 'stray.note-missing' });
    expect(stepStray(foreign(), settled('확인', { userId: 'c', name: '김', role: 'cashier' }), RULES)).toMatchObject({ ok: false, refusal: 'stray.manager-needed' });
    expect(go(foreign(), settled(' 단말기에서 판매한 것 '))).toEqual({ name: 'settled', said: foreign().said, tender: null, by: MANAGER, note: '단말기에서 판매한 것', at: '2026-03-02T05:04:09.000Z' });
    expect(go(foreign(), { type: 'settled', by: MANAGER, source: 'van-site', note: '확인', at: '2026-03-02T05:04:09.000Z' })).toMatchObject({ name: 'settled', source: 'van-site' });
  });
});

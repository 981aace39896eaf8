/** The customer keys her number on the pad: each thing a pad, its cable or she herself can do, through the checkout on a real line. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CounterView } from '../../contract/views.ts';
import { failureWords, type FailureCode } from '../../domain/failure.ts';
import type { PadScript, PadState } from '../../native/signature-pad/koces-pad/simulator/machine.ts';
import { askControlPort } from '../../native/simulator-control.ts';
import { startSimulatorProcess, type SimulatorProcess } from '../../native/simulator-process.ts';
import { hasPtyPairs } from '../../native/simulator-pty.ts';
import type { Settings } from '../settings.ts';
import type { PadWaits } from '../signature/settings.ts';
import { issueReceipt, openWorld, payCash, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';
import { failureOf, numberRequest } from './desk-pad.ts';

const PAD = path.join(import.meta.dirname, '..', '..', 'native', 'signature-pad', 'koces-pad', 'simulator', 'main.ts');
const WAITS: PadWaits = { wakeTimeoutMs: 2_000, firstPointTimeoutMs: 2_500, silenceMs: 1_000, signingTimeoutMs: 60_000, answerTimeoutMs: 2_000, numberTimeoutMs: 2_500 };

const FAULTS = {
  'has a customer who cancels': [{ customer: 'cancels' }, 'number-pad.cancelled'],
  'has a customer who walks off': [{ customer: 'walks-off' }, 'number-pad.timed-out'],
  'is given too few digits': [{ number: '0101234' }, 'identifier.incomplete'],
  'is given a number that is no phone’s': [{ number: '02012345678' }, 'identifier.phone-prefix'],
  'sends more digits than it was asked for': [{ number: '010123456789' }, 'number-pad.broken'],
  'refuses what it is asked': [{ pad: 'refuses' }, 'number-pad.refused'],
  'begins anew': [{ pad: 'resets' }, 'number-pad.broken'],
  'is silent': [{ pad: 'silent' }, 'number-pad.silent'],
} as const satisfies Readonly<Record<string, readonly [Partial<PadScript>, FailureCode]>>;

describe.skipIf(!hasPtyPairs())('a pad that asks for the number of a cash receipt', () => {
  let world: World;
  let pad: SimulatorProcess;
  let counter: RunningCounter;

  beforeAll(async () => {
    world = await openWorld();
    pad = await startSimulatorProcess(PAD, []);
    counter = await startCounter(world, withPad);
  });
  afterAll(async () => {
    await counter.stop();
    await pad.stop();
    await world.close();
  });

  const withPad = (settings: Settings): Settings => ({
    ...settings,
    signature: { ...settings.signature, pad: 'koces-pad', padAddress: String(pad.said['address']), waits: WAITS },
    cashReceipt: { ...settings.cashReceipt, numberOn: 'pad' },
  });
  const tell = (script: Partial<PadScript>) => askControlPort(Number(pad.said['controlPort']), { tell: 'usual', script });
  const stateOf = async (): Promise<PadState> => (await askControlPort(Number(pad.said['controlPort']), { ask: 'state' }))['state'] as PadState;
  const handOver = (saleId: string) => counter.cashier.must('receipt.handOver', { saleId, purpose: 'income-deduction', form: 'phone' });
  const until = (what: string, seen: (draft: NonNullable<CounterView['draft']>) => boolean) => counter.cashier.until(what, ({ draft }) => draft !== null && seen(draft));

  it.each(['whole', 'bytes'] as const)('takes it (%s), shows it to be read back, and it is issued', async (pieces) => {
    await tell({ pieces });
    const saleId = await payCash(counter.cashier);
    await handOver(saleId);
    const { draft } = await until('the number', ({ stage }) => stage === 'read-back');
    expect(draft).toMatchObject({ typedBy: 'customer', digits: '01012345678', refusal: null, pad: null });
    expect((await stateOf()).shown.at(-1)).toEqual(expect.arrayContaining(['휴대폰 번호']));
    await counter.cashier.must('receipt.issue', { saleId, purpose: 'income-deduction', form: 'phone', digits: '01012345678' });
    const { sale } = await counter.cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    expect(sale).toMatchObject({ cashReceipt: { state: 'issued', identifierMasked: '010-****-5678' } });
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    await counter.cashier.must('sale.next', { saleId });
  });

  it('and whatever else comes of it is said; she is asked again, or the number is typed here', async () => {
    const saleId = await payCash(counter.cashier);
    for (const [what, [script, why]] of Object.entries(FAULTS)) {
      await tell(script);
      await handOver(saleId);
      const { draft, sale } = await until(what, (each) => each.pad?.state === 'ended');
      expect([what, draft?.pad]).toEqual([what, { state: 'ended', why }]);
      expect(sale.stage, 'nothing was asked for').toBe('receipt-choice');
      expect(failureWords(why, 'ko').next, 'the way on').not.toBe('');
    }
    await issueReceipt(counter.cashier, saleId);
    await counter.cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    await counter.cashier.must('sale.next', { saleId });
  });

  it('is put down when the number is typed here after all, and asks the next customer', async () => {
    await tell({ customerMs: 600_000 });
    const saleId = await payCash(counter.cashier);
    const [shown, stopped] = [(await stateOf()).shown.length, (await stateOf()).stopped];
    await handOver(saleId);
    await expect.poll(async () => (await stateOf()).shown.length, { timeout: 20_000 }).toBe(shown + 1);
    await counter.cashier.must('receipt.draft', { saleId, purpose: 'income-deduction', form: 'phone', digits: '010' });
    await expect.poll(async () => (await stateOf()).stopped, { timeout: 20_000 }).toBeGreaterThan(stopped);
    expect((await counter.cashier.look()).draft).toMatchObject({ typedBy: 'cashier', digits: '010', pad: null });
    await tell({});
    await handOver(saleId);
    await until('the number', ({ stage }) => stage === 'read-back');
    await counter.cashier.must('receipt.decline', { saleId });
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    await counter.cashier.must('sale.next', { saleId });
  });

  it('loses its cable while she keys, and then is not there', async () => {
    await tell({ dropAt: 'request' });
    const saleId = await payCash(counter.cashier);
    await handOver(saleId);
    await until('the cable', (draft) => draft.pad?.state === 'ended' && draft.pad.why === 'number-pad.broken');
    await handOver(saleId);
    await until('no pad', (draft) => draft.pad?.state === 'ended' && draft.pad.why === 'number-pad.unreachable');
    await issueReceipt(counter.cashier, saleId);
    const { sale } = await counter.cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    expect(sale).toMatchObject({ cashReceipt: { state: 'issued', identifierMasked: '010-****-5678' } });
  });
});

describe('what a pad is asked', () => {
  it('fits its lines, whatever the sum and the kind of number', () => {
    for (const form of ['phone', 'card', 'business-number', 'resident-number'] as const) {
      for (const totalWon of [1, 52_500, 999_999_999, 2_000_000_000]) {
        const { lines, maxLength, showDigits } = numberRequest({ form, totalWon });
        for (const line of lines) expect([...line].reduce((bytes, character) => bytes + (character.charCodeAt(0) > 127 ? 2 : 1), 0)).toBeLessThanOrEqual(16);
        expect([maxLength, showDigits]).toEqual([{ phone: 11, card: 19, 'business-number': 10, 'resident-number': 13 }[form], form !== 'resident-number']);
      }
    }
  });

  it('and does not answer has words for each reason', () => {
    expect(failureOf({ state: 'cancelled', by: 'counter' })).toBe('number-pad.busy');
    expect(failureOf({ state: 'absent', cause: 'busy', detail: '' })).toBe('number-pad.busy');
    expect(failureOf({ state: 'absent', cause: 'none', detail: '' })).toBe('number-pad.unreachable');
    expect(failureOf({ state: 'invalid', detail: '' })).toBe('number-pad.refused');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { hasPtyPairs } from '../../simulator-pty.ts';
import { startSimulatorProcess } from '../../simulator-process.ts';
import { parseDeviceAddress } from '../../transport/address.ts';
import type { PadLimits, PenEvent, SignaturePad } from '../port.ts';
import { createKocesPad } from './driver.ts';
import { SCRIBBLE, type PadScript } from './simulator/machine.ts';
import { createPadSimulator, type PadSimulator } from './simulator/server.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

/** The pen's rest is waited for in every signature; the rest is patient. */
const LIMITS: Partial<PadLimits> = { wakeTimeoutMs: 20_000, firstPointTimeoutMs: 20_000, silenceMs: 1_000, answerTimeoutMs: 20_000, numberTimeoutMs: 20_000, showTimeoutMs: 20_000 };
const LINES = ['금액: 55,000원', '서명하세요'];

function padAt(address: string, limits: Partial<PadLimits> = LIMITS): SignaturePad {
  const parsed = parseDeviceAddress(address);
  if (!parsed.ok) throw new Error(parsed.reason);
  const pad = createKocesPad({ address: parsed.address, limits, stamp: () => '20260415103000' });
  cleanups.push(() => pad.close());
  return pad;
}

async function setUp(limits?: Partial<PadLimits>): Promise<{ pad: SignaturePad; simulator: PadSimulator }> {
  const simulator = await createPadSimulator();
  cleanups.push(() => simulator.close());
  return { simulator, pad: padAt(simulator.address, limits) };
}

describe.skipIf(!hasPtyPairs())('a KOCES pad on a serial cable (needs socat)', () => {
  it('hands every point over as it is drawn, and the strokes at the end', async () => {
    const { pad, simulator } = await setUp();
    const seen: PenEvent[] = [];
    const outcome = await pad.sign({ lines: LINES, onPen: (event) => seen.push(event) });
    const strokes = SCRIBBLE.map((stroke) => stroke.map(([x, y]) => ({ x, y })));
    expect(outcome).toEqual({ state: 'signed', signature: { width: 128, height: 64, strokes } });
    expect(seen.filter(({ kind }) => kind === 'point')).toHaveLength(strokes.flat().length);
    expect(seen.filter(({ kind }) => kind === 'pen-up')).toHaveLength(3);
    expect(simulator.state()).toMatchObject({ shown: [['금액: 55,000원', '서명하세요', '', '']], recordsRefused: 0 });
  });

  it.each([
    ['the customer cancels', { customer: 'cancels' }, { state: 'cancelled', by: 'customer' }],
    ['the customer begins and cancels', { customer: 'begins-and-cancels' }, { state: 'cancelled', by: 'customer' }],
    ['one touch of a sleeve', { customer: 'touches' }, { state: 'empty' }],
    ['a dot for a name', { customer: 'dots' }, { state: 'empty' }],
    ['a record too short to be one', { pad: 'short-record' }, { state: 'empty' }],
    ['a record longer than the pad may send', { pad: 'long-record' }, { state: 'empty' }],
    ['a pad that keeps the record', { pad: 'keeps-record' }, { state: 'failed', reason: 'no-answer' }],
    ['a record with a wrong check byte', { damage: 'record' }, { state: 'failed', reason: 'no-answer' }],
    ['a point with a wrong check byte', { damage: 'one-point' }, { state: 'signed' }],
    ['every byte by itself', { pieces: 'bytes' }, { state: 'signed' }],
    ['a pad that refuses', { pad: 'refuses' }, { state: 'absent', cause: 'refused' }],
    ['a pad that begins anew', { pad: 'resets' }, { state: 'failed', reason: 'reset' }],
    ['a silent pad', { pad: 'silent' }, { state: 'absent', cause: 'silent' }],
    ['nobody signs', { customer: 'walks-off' }, { state: 'time-over' }],
    ['the cable is pulled at once', { dropAt: 'wake' }, { state: 'absent', cause: 'unreachable' }],
    ['the cable is pulled after the request', { dropAt: 'request' }, { state: 'failed', reason: 'line-dropped' }],
    ['the cable is pulled while signing', { dropAt: 'pen' }, { state: 'failed', reason: 'line-dropped' }],
    ['the cable is pulled in the record', { dropAt: 'record' }, { state: 'failed', reason: 'line-dropped' }],
  ] as const satisfies readonly (readonly [string, Partial<PadScript>, object])[])('%s', async (_name, script, expected) => {
    const waits: Partial<PadScript> = script;
    const noAnswer = waits.pad === 'keeps-record' || waits.damage === 'record';
    const { pad, simulator } = await setUp({
      ...LIMITS,
      ...(noAnswer ? { answerTimeoutMs: 300 } : {}),
      ...(waits.pad === 'silent' ? { wakeTimeoutMs: 300 } : {}),
      ...(waits.customer === 'walks-off' || waits.customer === 'touches' ? { firstPointTimeoutMs: 1_500 } : {}),
    });
    simulator.next(script);
    expect(await pad.sign({ lines: LINES })).toMatchObject(expected);
  });

  it('signs again after a failure', async () => {
    const { pad, simulator } = await setUp();
    simulator.next({ customer: 'begins-and-cancels' });
    await pad.sign({ lines: LINES });
    expect(await pad.sign({ lines: LINES })).toMatchObject({ state: 'signed', signature: { strokes: { length: 3 } } });
  });

  it('is stopped by the counter, and told so', async () => {
    const { pad, simulator } = await setUp();
    expect(pad.abort()).toBe(false);
    simulator.next({ customerMs: 60_000 });
    const pending = pad.sign({ lines: LINES });
    while (simulator.state().shown.length === 0) await pause(5);
    expect(pad.abort()).toBe(true);
    expect(await pending).toEqual({ state: 'cancelled', by: 'counter' });
    while (simulator.state().stopped === 0) await pause(5);
  });

  it('is stopped before it has even answered', async () => {
    const { pad, simulator } = await setUp();
    simulator.next({ pad: 'silent' });
    const pending = pad.sign({ lines: LINES });
    while (!pad.abort()) await pause(5);
    expect(await pending).toEqual({ state: 'cancelled', by: 'counter' });
    simulator.next({ pad: 'silent' });
    const who = pad.info();
    while (!pad.abort()) await pause(5);
    expect(await who).toMatchObject({ state: 'failed', detail: 'the pad was stopped' });
  });

  it('takes a number, shows a message, and tells who it is', async () => {
    const { pad, simulator } = await setUp();
    expect(await pad.askNumber({ lines: ['번호 입력하세요'], maxLength: 13, showDigits: true })).toEqual({ state: 'entered', digits: '01012345678' });
    simulator.next({ customer: 'cancels' });
    expect(await pad.askNumber({ lines: ['번호 입력하세요'], maxLength: 13, showDigits: false })).toEqual({ state: 'cancelled', by: 'customer' });
    simulator.next({ number: '1'.repeat(14) });
    expect(await pad.askNumber({ lines: ['번호 입력하세요'], maxLength: 13, showDigits: true })).toMatchObject({ state: 'failed' });
    expect(await pad.show(['감사합니다'], 3)).toEqual({ state: 'shown' });
    expect(await pad.info()).toEqual({ state: 'answers', model: 'KOCES-PAD-SIM', serial: '0000000001', version: '01.00' });
  });

  it('refuses a line that does not fit instead of sending it cut', async () => {
    const { pad, simulator } = await setUp();
    expect(await pad.sign({ lines: ['한 줄에 다 들어가지 않는 글'] })).toMatchObject({ state: 'invalid' });
    expect(await pad.show(['🙂'], 3)).toMatchObject({ state: 'invalid' });
    expect(simulator.state().shown).toEqual([]);
  });

  it('works against the simulator as a process', async () => {
    const simulator = await startSimulatorProcess('native/signature-pad/koces-pad/simulator/main.ts', []);
    cleanups.push(() => simulator.stop());
    expect(await padAt(String(simulator.said['address'])).sign({ lines: LINES })).toMatchObject({ state: 'signed' });
  });
});

describe('a pad that is not there', () => {
  it('says so', async () => {
    expect(await padAt('serial:///dev/no-such-pad?baud=38400').sign({ lines: LINES })).toMatchObject({ state: 'absent', cause: 'unreachable' });
  });
});

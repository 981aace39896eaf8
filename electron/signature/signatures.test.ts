import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LiveInk, PenPiece } from '../../contract/signature.ts';
import type { Journal } from '../../db/journal.ts';
import { fileKeyStore, openJournal } from '../../db/journal.ts';
import { createKocesPad } from '../../native/signature-pad/koces-pad/driver.ts';
import type { PadScript } from '../../native/signature-pad/koces-pad/simulator/machine.ts';
import { createPadSimulator, type PadSimulator } from '../../native/signature-pad/koces-pad/simulator/server.ts';
import { createNoPad } from '../../native/signature-pad/none.ts';
import type { PadLimits, SignaturePad, SignOutcome } from '../../native/signature-pad/port.ts';
import { hasPtyPairs } from '../../native/simulator-pty.ts';
import { parseDeviceAddress } from '../../native/transport/address.ts';
import { createShelf } from '../catalogue/shelf.ts';
import { append, entry, newMemory, type Counter } from '../counter.ts';
import { randomIds } from '../ids.ts';
import { PRACTICE_SETTINGS } from '../settings.ts';
import { findSignature, openPicture } from './kept.ts';
import type { PadDevice } from './signatures.ts';
import { createSignatures } from './signatures.ts';

const root = mkdtempSync(path.join(tmpdir(), 'gyesandae-sign-'));
let journal: Journal;
const logged: string[] = [];
const cleanups: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const opened = await openJournal({ path: path.join(root, 'journal.db'), keys: fileKeyStore(path.join(root, 'keys')) });
  if (!opened.ok) throw new Error(opened.detail);
  journal = opened.journal;
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  // Nothing of a signature is ever in a log.
  if (logged.length > 0) throw new Error(`logged: ${logged.splice(0).join(' | ')}`);
});
afterAll(async () => {
  await journal.close();
  rmSync(root, { recursive: true, force: true });
});

const ASK = { saleId: 's-1', partId: 'p-1', amountWon: 55_000, attempt: 1 } as const;
const NAME: PenPiece[] = [{ starts: true, points: Array.from({ length: 60 }, (_, step) => [100 + step * 12, 200 + (step % 9) * 30]) }];

function world(device: PadDevice) {
  const pushed: LiveInk[] = [];
  const seen: (string | null)[] = [];
  const memory = newMemory();
  const counter: Counter = {
    settings: PRACTICE_SETTINGS,
    journal,
    shelf: createShelf(),
    now: () => new Date(),
    ids: randomIds(),
    memory,
    changed: () => seen.push(memory.signing?.signId ?? null),
    log: (line) => logged.push(line),
    background: (work) => void work.catch((problem: unknown) => logged.push(String(problem))),
    isStopping: () => false,
  };
  const signatures = createSignatures(counter, device, { push: (ink) => pushed.push(ink), displayIsAlive: () => true });
  cleanups.push(signatures.stop);
  return { counter, memory, signatures, pushed, seen };
}

const until = async (what: () => boolean) => {
  for (let turn = 0; !what(); turn += 1) {
    if (turn > 4_000) throw new Error('waited in vain');
    await pause(5);
  }
};

/** What a customer's page does, once it is asked. */
async function signOnDisplay({ memory, signatures }: ReturnType<typeof world>, pieces: PenPiece[] = NAME): Promise<void> {
  await until(() => memory.signing !== null);
  const signId = memory.signing?.signId ?? '';
  signatures.page?.opened(signId);
  signatures.page?.drawn({ signId, seq: 0, pieces });
  signatures.page?.done({ signId, seq: 1 });
}

describe('on the customer display', () => {
  it('a signature is an event with its sealed record; the two stand in one append and are found again', async () => {
    const on = world({ kind: 'display' });
    const asking = on.signatures.ask(ASK);
    await until(() => on.memory.signing !== null);
    expect(on.memory.signing).toMatchObject({ on: 'display', test: false, saleId: 's-1', amountWon: 55_000, attempt: 1 });
    await signOnDisplay(on);
    const answer = await asking;
    expect(on.memory.signing).toBeNull();
    if (answer?.event.type !== 'signed' || answer.record === null) throw new Error('it was not signed');
    expect(answer.record).toMatchObject({ signatureId: answer.event.signatureId, partId: 'p-1', takenOn: 'display', form: 'strokes' });
    expect(await append(on.counter, [entry(on.counter, { kind: 'signature.kept', payload: answer.record }, 's-1')])).toMatchObject({ ok: true });
    const found = await findSignature(journal, 's-1', answer.event.signatureId);
    expect(found).toEqual(answer.record);
    expect(found === null ? null : openPicture(journal, found)).toMatchObject({ ok: true });
    const document = await on.signatures.drawn({ kind: 'sale', practice: true, blocks: [{ kind: 'signature', saleId: 's-1', signatureId: answer.event.signatureId }] });
    expect(document.blocks).toMatchObject([{ kind: 'raster' }]);
  });

  it('is watched while it is given, and by nobody after', async () => {
    const on = world({ kind: 'display' });
    const asking = on.signatures.ask(ASK);
    await until(() => on.memory.signing !== null);
    const signId = on.memory.signing?.signId ?? '';
    on.signatures.page?.opened(signId);
    on.signatures.page?.drawn({ signId, seq: 0, pieces: NAME });
    await until(() => on.pushed.length > 0);
    expect(on.pushed.at(-1)).toMatchObject({ signId, width: 1_000, height: 600, strokes: [{ length: 120 }] });
    expect(on.signatures.live()).toMatchObject({ signId, strokes: [{ length: 120 }] });
    on.signatures.page?.cancelled(signId);
    expect(await asking).toMatchObject({ event: { type: 'cancelled' }, record: null });
    expect(on.signatures.live()).toBeNull();
  });

  it('the cashier’s way out is answered at once, and what comes after it is nobody’s', async () => {
    const on = world({ kind: 'display' });
    const asking = on.signatures.ask(ASK);
    await until(() => on.memory.signing !== null);
    const signId = on.memory.signing?.signId ?? '';
    expect(on.signatures.giveUp('another')).toBe(false);
    expect(on.signatures.giveUp(signId)).toBe(true);
    expect(await asking).toMatchObject({ event: { type: 'given-up' }, record: null });
    expect(on.signatures.giveUp(signId)).toBe(false);
    await until(() => on.signatures.page?.opened(signId).next === null);
    const again = on.signatures.ask({ ...ASK, attempt: 2 });
    await signOnDisplay(on);
    expect(await again).toMatchObject({ event: { type: 'signed' } });
  });

  it('a test keeps nothing but how it went, and gives way to a customer', async () => {
    const on = world({ kind: 'display' });
    expect(on.signatures.test()).toMatchObject({ ok: true });
    await until(() => on.memory.signing !== null);
    expect(on.memory.signing).toMatchObject({ test: true, saleId: null });
    expect(on.signatures.test()).toMatchObject({ ok: false, code: 'pad.in-use' });
    await signOnDisplay(on);
    await until(() => on.signatures.lastTest() !== null);
    expect(on.signatures.lastTest()).toMatchObject({ outcome: 'signed', points: 60 });
    on.signatures.test();
    await until(() => on.memory.signing?.test === true);
    const asking = on.signatures.ask(ASK);
    await until(() => on.memory.signing?.test === false);
    expect(on.signatures.lastTest()).toMatchObject({ outcome: 'given-up' });
    await signOnDisplay(on);
    expect(await asking).toMatchObject({ event: { type: 'signed' } });
  });

  it('a counter that closes takes nothing from anybody: it is asked again after the next start', async () => {
    const on = world({ kind: 'display' });
    const asking = on.signatures.ask(ASK);
    await until(() => on.memory.signing !== null);
    await on.signatures.stop();
    expect(await asking).toBeNull();
    expect(await on.signatures.ask(ASK)).toBeNull();
  });
});

describe('without a pad', () => {
  it('there is an answer at once, and no customer is shown anything', async () => {
    const on = world({ kind: 'none' });
    expect(await on.signatures.ask(ASK)).toMatchObject({ event: { type: 'absent' }, record: null });
    expect(on.seen).toEqual([]);
    expect(on.signatures.test()).toMatchObject({ ok: false, code: 'pad.none' });
    expect(on.signatures.page).toBeNull();
  });
});

describe('a pad that cannot be stopped yet', () => {
  it('is told again until it has stopped, and not once more', async () => {
    let aborts = 0;
    let asked = 0;
    let end: (outcome: SignOutcome) => void = () => undefined;
    const pad: SignaturePad = {
      ...createNoPad(),
      sign: () => {
        asked += 1;
        return new Promise((resolve) => (end = resolve));
      },
      abort: () => {
        aborts += 1;
        if (aborts === 3) end({ state: 'cancelled', by: 'counter' });
        return aborts >= 3;
      },
    };
    const on = world({ kind: 'koces-pad', pad, address: '' });
    const asking = on.signatures.ask(ASK);
    await until(() => asked === 1);
    on.signatures.giveUp(on.memory.signing?.signId ?? '');
    expect(await asking).toMatchObject({ event: { type: 'given-up' } });
    await until(() => aborts === 3);
    await pause(250);
    expect(aborts).toBe(3);
  });

  it('a fault of the program is a broken pad, told in the log without a point of ink', async () => {
    const pad: SignaturePad = { ...createNoPad(), sign: () => Promise.reject(new Error('a fault')) };
    const on = world({ kind: 'koces-pad', pad, address: '' });
    expect(await on.signatures.ask(ASK)).toMatchObject({ event: { type: 'broken' }, record: null });
    expect(logged.splice(0)).toEqual([expect.stringContaining('a fault')]);
  });
});

const LIMITS: Partial<PadLimits> = { wakeTimeoutMs: 20_000, firstPointTimeoutMs: 20_000, silenceMs: 800, answerTimeoutMs: 20_000 };

describe.skipIf(!hasPtyPairs())('a KOCES pad on a serial cable (needs socat)', () => {
  async function kocesWorld(limits = LIMITS): Promise<ReturnType<typeof world> & { readonly simulator: PadSimulator }> {
    const simulator = await createPadSimulator();
    cleanups.push(simulator.close);
    const parsed = parseDeviceAddress(simulator.address);
    if (!parsed.ok) throw new Error(parsed.reason);
    const pad = createKocesPad({ address: parsed.address, limits, stamp: () => '20260415103000' });
    cleanups.push(pad.close);
    return { ...world({ kind: 'koces-pad', pad, address: simulator.address }), simulator };
  }

  it('shows the amount, is watched point by point, and its name is kept', async () => {
    const on = await kocesWorld();
    const answer = await on.signatures.ask({ ...ASK, amountWon: 9_999_999_999 });
    expect(answer).toMatchObject({ event: { type: 'signed' }, record: { takenOn: 'koces-pad', form: 'strokes' } });
    expect(on.simulator.state().shown).toEqual([['9,999,999,999원', '서명하세요', '', '']]);
    expect(on.pushed.at(-1)).toMatchObject({ width: 128, height: 64, strokes: { length: 3 } });
    const opened = answer?.record == null ? null : openPicture(journal, answer.record);
    expect(opened).toMatchObject({ ok: true });
  });

  it.each([
    ['the customer cancels', { customer: 'cancels' }, 'cancelled', {}],
    ['a sleeve', { customer: 'touches' }, 'too-short', { firstPointTimeoutMs: 600 }],
    ['a dot', { customer: 'dots' }, 'too-short', {}],
    ['nobody signs', { customer: 'walks-off' }, 'silent', { firstPointTimeoutMs: 600 }],
    ['a pad that says nothing', { pad: 'silent' }, 'silent', { wakeTimeoutMs: 300 }],
    ['a pad that refuses', { pad: 'refuses' }, 'broken', {}],
    ['a pad that begins anew', { pad: 'resets' }, 'broken', {}],
    ['a pad that keeps the record', { pad: 'keeps-record' }, 'broken', { answerTimeoutMs: 300 }],
    ['the cable is out', { dropAt: 'wake' }, 'absent', {}],
    ['the cable is pulled while signing', { dropAt: 'pen' }, 'broken', {}],
  ] as const satisfies readonly (readonly [string, Partial<PadScript>, string, Partial<PadLimits>])[])('%s: %s', async (_, script, type, limits) => {
    const on = await kocesWorld({ ...LIMITS, ...limits });
    on.simulator.next(script);
    expect(await on.signatures.ask(ASK)).toMatchObject({ event: { type }, record: null });
  });

  it('asks again in other words, is given up while somebody draws, and is told to stop', async () => {
    const on = await kocesWorld();
    on.simulator.next({ pointMs: 200 });
    const asking = on.signatures.ask({ ...ASK, attempt: 2 });
    await until(() => on.pushed.length > 0);
    on.signatures.giveUp(on.memory.signing?.signId ?? '');
    expect(await asking).toMatchObject({ event: { type: 'given-up' } });
    await until(() => on.simulator.state().stopped === 1);
    expect(on.simulator.state().shown).toEqual([['55,000원', '다시 서명하세요', '', '']]);
  });

  it('who it is, is asked when nobody signs; a customer does not wait for that answer', async () => {
    const on = await kocesWorld();
    expect(await on.signatures.info()).toMatchObject({ state: 'answers', model: 'KOCES-PAD-SIM' });
    on.simulator.next({ pad: 'silent' });
    const who = on.signatures.info();
    const asking = on.signatures.ask(ASK);
    expect(await on.signatures.info()).toBeNull();
    // Whoever merely asks how the pad is uses no script up: the customer meets a pad that is well.
    on.simulator.forget();
    expect(await asking).toMatchObject({ event: { type: 'signed' } });
    expect(await who).toBeNull();
  });
});

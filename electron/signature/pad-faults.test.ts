/** Each thing a pad or a customer before it can do to a signature: the charge stands, a name is in the journal or a slip waits for a pen, and the cashier reads why. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CounterView } from '../../contract/views.ts';
import type { Journal, SaleRecord } from '../../db/journal.ts';
import { failureWords, type FailureCode } from '../../domain/failure.ts';
import type { HandwrittenReason } from '../../domain/signature/machine.ts';
import type { PadScript, PadState } from '../../native/signature-pad/koces-pad/simulator/machine.ts';
import { askControlPort } from '../../native/simulator-control.ts';
import { startSimulatorProcess, type SimulatorProcess } from '../../native/simulator-process.ts';
import { hasPtyPairs } from '../../native/simulator-pty.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import { approvedAt, ringUp, withTerminal } from '../testing/card-fixture.ts';
import { openWorld, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';
import type { PadWaits } from './settings.ts';

const PAD = path.join(import.meta.dirname, '..', '..', 'native', 'signature-pad', 'koces-pad', 'simulator', 'main.ts');
const PATIENCE_MS = 60_000;

/** Long enough for whatever comes at all; what never comes is waited for. The terminal answers at once: it is not what is tried. */
const WAITS: PadWaits = { wakeTimeoutMs: 2_000, firstPointTimeoutMs: 2_500, silenceMs: 1_000, signingTimeoutMs: 60_000, answerTimeoutMs: 2_000, numberTimeoutMs: 60_000 };
const TERMINAL_WAITS = { customerTimeoutMs: 20_000, approvalTimeoutMs: 20_000, closingTimeoutMs: 400, inquiryTimeoutMs: 5_000, lingerMs: 2_000 };

type Why = Extract<HandwrittenReason, 'too-short' | 'cancelled' | 'silent' | 'broken' | 'absent'>;
/** What she reads first; what it means for the money and what to do stand below it. */
const WORDS = {
  'too-short': ['signature.still-too-short', '두 번 다 서명이 비어 있거나 너무 짧았습니다.'],
  cancelled: ['signature.cancelled', '손님이 서명을 취소했습니다.'],
  silent: ['signature.silent', '서명패드에서 서명이 오지 않습니다.'],
  broken: ['signature.broken', '서명패드가 고장 난 것 같습니다.'],
  absent: ['signature.absent', '서명패드가 연결되어 있지 않습니다.'],
} as const satisfies Record<Why, readonly [FailureCode, string]>;

/** `why` null: signed. `asked`: how often the pad showed the question. */
type Fault = { readonly script: Partial<PadScript>; readonly why: Why | null; readonly asked: 0 | 1 | 2 };

const FAULTS = {
  'takes the signature': { script: {}, why: null, asked: 1 },
  'sends every byte by itself': { script: { pieces: 'bytes' }, why: null, asked: 1 },
  'sends one point with a wrong check byte': { script: { damage: 'one-point' }, why: null, asked: 1 },
  'is cancelled on before it is touched': { script: { customer: 'cancels' }, why: 'cancelled', asked: 1 },
  'is cancelled on in the middle of the name': { script: { customer: 'begins-and-cancels' }, why: 'cancelled', asked: 1 },
  'is touched by a sleeve, twice': { script: { customer: 'touches' }, why: 'too-short', asked: 2 },
  'is given a dot for a name, twice': { script: { customer: 'dots' }, why: 'too-short', asked: 2 },
  'hands over a record that is too short, twice': { script: { pad: 'short-record' }, why: 'too-short', asked: 2 },
  'hands over a record that is too long, twice': { script: { pad: 'long-record' }, why: 'too-short', asked: 2 },
  'has a customer who walks off': { script: { customer: 'walks-off' }, why: 'silent', asked: 1 },
  'is silent': { script: { pad: 'silent' }, why: 'silent', asked: 0 },
  'refuses what it is asked': { script: { pad: 'refuses' }, why: 'broken', asked: 0 },
  'begins anew': { script: { pad: 'resets' }, why: 'broken', asked: 1 },
  'keeps its record': { script: { pad: 'keeps-record' }, why: 'broken', asked: 1 },
  'sends its record with a wrong check byte': { script: { damage: 'record' }, why: 'broken', asked: 1 },
  'loses its cable when it is woken': { script: { dropAt: 'wake' }, why: 'absent', asked: 0 },
  'loses its cable at the request': { script: { dropAt: 'request' }, why: 'broken', asked: 1 },
  'loses its cable in the middle of the name': { script: { dropAt: 'pen' }, why: 'broken', asked: 1 },
  'loses its cable in its record': { script: { dropAt: 'record' }, why: 'broken', asked: 1 },
} as const satisfies Readonly<Record<string, Fault>>;
type FaultName = keyof typeof FAULTS;

/** A counter with a terminal and a pad of its own each; a cable stays out once it is pulled, so that is the last thing that happens to it. */
type Desk = { readonly family: 'koces-cat' | 'kicc-ed721'; readonly faults: readonly FaultName[] };
const DESKS: readonly Desk[] = [
  { family: 'kicc-ed721', faults: ['takes the signature', 'sends every byte by itself', 'sends one point with a wrong check byte', 'is cancelled on before it is touched', 'is cancelled on in the middle of the name', 'refuses what it is asked', 'begins anew', 'keeps its record', 'loses its cable in the middle of the name'] },
  { family: 'kicc-ed721', faults: ['is touched by a sleeve, twice', 'is given a dot for a name, twice', 'loses its cable in its record'] },
  { family: 'kicc-ed721', faults: ['hands over a record that is too short, twice', 'hands over a record that is too long, twice', 'sends its record with a wrong check byte', 'loses its cable at the request'] },
  { family: 'kicc-ed721', faults: ['has a customer who walks off', 'is silent', 'loses its cable when it is woken'] },
  { family: 'koces-cat', faults: ['takes the signature', 'is cancelled on before it is touched', 'is given a dot for a name, twice', 'sends its record with a wrong check byte', 'loses its cable in its record'] },
  { family: 'koces-cat', faults: ['has a customer who walks off', 'is silent', 'loses its cable when it is woken'] },
];

type Saw = { readonly view: CounterView; readonly sale: SaleRecord | null; readonly totalWon: number; readonly charges: number; readonly slips: number; readonly asked: PadState['shown'] };
type Seat = { readonly counter: RunningCounter; readonly terminal: TerminalSimulatorProcess; readonly pad: SimulatorProcess; readonly journal: Journal };

describe.skipIf(!hasPtyPairs())('a pad that', () => {
  let world: World;
  const seats: Seat[] = [];
  const seen = new Map<string, Promise<Saw>>();
  const nameOf = (desk: number, fault: FaultName) => `${desk} ${fault}`;

  /** All desks at once, at each one fault after the other; what was seen is judged below. */
  beforeAll(async () => {
    world = await openWorld();
    seats.push(...(await Promise.all(DESKS.map((desk) => sitDown(world, desk)))));
    for (const [desk, { faults }] of DESKS.entries()) {
      let before: Promise<unknown> = Promise.resolve();
      for (const fault of faults) {
        const saw = before.then(() => signAt(seats[desk], FAULTS[fault]));
        before = saw.catch(() => undefined);
        seen.set(nameOf(desk, fault), saw);
      }
    }
  }, PATIENCE_MS);
  afterAll(async () => {
    await Promise.all(
      seats.map(async ({ counter, terminal, pad }) => {
        await counter.stop();
        await Promise.all([terminal.stop(), pad.stop()]);
      }),
    );
    await world.close();
  }, PATIENCE_MS);

  it.each(DESKS.flatMap(({ family, faults }, desk) => faults.map((fault) => ({ family, fault, desk }))))(
    '$fault ($family): the charge stands, and she reads why nobody signed',
    async ({ fault, desk }) => {
      const { why, asked }: Fault = FAULTS[fault];
      const saw = await seen.get(nameOf(desk, fault));
      const code = why === null ? null : WORDS[why][0];
      expect(saw?.sale, 'in the journal').toMatchObject({ state: { payment: { tendered: { signatures: [{ state: why === null ? { name: 'signed' } : { name: 'handwritten', why } }] } } } });
      expect(saw?.view.sale, 'on the screen').toMatchObject({ stage: 'slip-question', payment: { cards: [{ amountWon: saw?.totalWon, handwritten: why !== null, unsigned: code }] } });
      if (why !== null) expect(failureWords(WORDS[why][0], 'ko').what).toBe(WORDS[why][1]);
      expect([saw?.charges, saw?.slips], 'charged once, a slip where nobody signed').toEqual([1, why === null ? 0 : 1]);
      expect(saw?.asked.map(([, ask]) => ask), 'asked on the pad').toEqual(['서명하세요', '다시 서명하세요'].slice(0, asked));
    },
    PATIENCE_MS,
  );
});

async function sitDown(world: World, { family }: Desk): Promise<Seat> {
  const [terminal, pad] = await Promise.all([startTerminalSimulatorProcess({ family }), startSimulatorProcess(PAD, [])]);
  await terminal.usual({ signature: 'not-taken' });
  const card = withTerminal({ family, address: terminal.address }, { fromWon: 0, takenBy: 'pad', pad: 'koces-pad', padAddress: String(pad.said['address']), waits: WAITS });
  let journal: Journal | undefined;
  const counter = await startCounter(
    world,
    (settings) => {
      const changed = card(settings);
      return { ...changed, terminal: { ...changed.terminal, waits: TERMINAL_WAITS } };
    },
    { now: () => new Date(), wrap: (parts) => ((journal = parts.journal), parts) },
  );
  if (journal === undefined) throw new Error('the counter opened no journal');
  return { counter, terminal, pad, journal };
}

/** To be signed, whether their paper is out yet or not. */
function slipsIn({ status }: CounterView): number {
  return status.cards.slipsUnsigned + status.cards.slipsNotPrinted;
}

/** One sale by card at this seat, up to the question of the slip; the next one finds an empty counter. */
async function signAt(seat: Seat | undefined, { script }: Fault): Promise<Saw> {
  if (seat === undefined) throw new Error('nobody sits there');
  const { counter, terminal, pad, journal } = seat;
  const { cashier } = counter;
  const shown = async () => ((await askControlPort(Number(pad.said['controlPort']), { ask: 'state' }))['state'] as PadState).shown;
  const [charges, slips, asked] = [await approvedAt(terminal), slipsIn(await cashier.look()), (await shown()).length];
  await askControlPort(Number(pad.said['controlPort']), { tell: 'usual', script });
  const { saleId, totalWon } = await ringUp(counter, 1);
  await cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
  const view = await cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
  const saw: Saw = {
    view,
    totalWon,
    sale: await journal.sale(saleId),
    charges: (await approvedAt(terminal)) - charges,
    slips: slipsIn(view) - slips,
    asked: (await shown()).slice(asked),
  };
  await cashier.must('slip.answer', { saleId, wants: false });
  await cashier.must('sale.next', { saleId });
  return saw;
}

/** A card sale that is signed for, from the terminal's approval to the paper: real simulators, a real journal, the display as its page speaks. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PenPiece } from '../../contract/signature.ts';
import { SIGN_FIELD } from '../../contract/limits.ts';
import type { CounterView } from '../../contract/views.ts';
import type { JournalRow } from '../../db/journal.ts';
import { fileKeyStore, openJournal } from '../../db/journal.ts';
import { storeSignature } from '../../native/signature-pad/stored.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { RunningCounter, World } from '../testing/counter-fixture.ts';
import { openWorld, restartCounter, startCounter } from '../testing/counter-fixture.ts';
import type { Settings } from '../settings.ts';

let world: World;
let terminal: TerminalSimulatorProcess;

beforeAll(async () => {
  world = await openWorld();
  terminal = await startTerminalSimulatorProcess({ family: 'koces-cat' });
});
afterAll(async () => {
  await terminal.stop();
  await world.close();
});

const change = (settings: Settings): Settings => ({ ...settings, terminal: { ...settings.terminal, family: 'koces-cat', address: terminal.address }, signature: { ...settings.signature, takenBy: 'pad', pad: 'display' } });
const NAME: PenPiece[] = [{ starts: true, points: Array.from({ length: 60 }, (_, step) => [100 + step * 12, 200 + (step % 9) * 30]) }];
const TICK: PenPiece[] = [{ starts: true, points: [[500, 300], [505, 306], [512, 300]] }];

/** Goods worth a signature, charged to a card in one sum. */
async function charge({ cashier }: RunningCounter): Promise<string> {
  const [product] = await cashier.must('catalogue.list', {});
  await cashier.must('sale.scan', { code: product?.barcode ?? '', quantity: 50 });
  const { sale } = await cashier.look();
  if (sale.stage !== 'basket') throw new Error(sale.stage);
  const { totalWon } = sale.breakdown;
  expect(totalWon).toBeGreaterThanOrEqual(50_000);
  await cashier.must('sale.chargeCard', { saleId: sale.saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
  return sale.saleId;
}

async function asked({ cashier }: RunningCounter, attempt: number): Promise<NonNullable<CounterView['signature']>> {
  const { signature } = await cashier.until(`signature ${attempt}`, (view) => view.signature?.attempt === attempt);
  if (signature === null) throw new Error('nobody is asked to sign');
  expect((await cashier.must('customer.view', {}, 'customer')).screen).toEqual({ kind: 'signature', signId: signature.signId, amountWon: signature.amountWon, attempt, test: false });
  return signature;
}

async function signOn({ cashier }: RunningCounter, signId: string, pieces: PenPiece[]): Promise<void> {
  await cashier.must('customer.signReady', { signId }, 'customer');
  await cashier.must('customer.pen', { signId, seq: 0, pieces }, 'customer');
  await cashier.must('customer.signDone', { signId, seq: 1 }, 'customer');
}

async function rowsOf(dataDir: string, saleId: string): Promise<readonly JournalRow[]> {
  const opened = await openJournal({ path: path.join(dataDir, 'journal.db'), keys: fileKeyStore(path.join(dataDir, 'keys')) });
  if (!opened.ok) throw new Error(opened.detail);
  const rows = await opened.journal.saleJournal(saleId);
  await opened.journal.close();
  return rows;
}

describe('a card sale that needs a signature', () => {
  it('is signed for on the display: sealed beside the step that names it, drawn on the paper and nowhere else', async () => {
    const counter = await startCounter(world, change);
    const { cashier } = counter;
    const saleId = await charge(counter);
    const signature = await asked(counter, 1);
    expect(signature).toMatchObject({ on: 'display', saleId, test: false });
    await signOn(counter, signature.signId, NAME);
    await cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    await cashier.must('slip.answer', { saleId, wants: true });
    const done = await cashier.until('the paper', ({ sale }) => sale.stage === 'done' && sale.prints.some(({ kind, state }) => kind === 'slip' && state === 'confirmed'));
    expect(done.sale.stage).toBe('done');
    const shown = await cashier.must('slip.picture', { saleId });
    expect(shown.pngBase64.length).toBeGreaterThan(1_000);
    await counter.stop();

    const rows = await rowsOf(counter.dataDir, saleId);
    const kept = rows.filter(({ kind }) => kind === 'signature.kept');
    const step = rows.find(({ payload }) => JSON.stringify(payload).includes('"type":"signature-taken"'));
    expect(kept).toHaveLength(1);
    expect(Math.abs((kept[0]?.seq ?? 0) - (step?.seq ?? 0))).toBe(1);
    const printed = JSON.stringify(rows.filter(({ kind }) => kind === 'print.queued').map(({ payload }) => payload));
    expect(printed).toContain('"kind":"signature"');
    expect(printed).not.toContain('"raster"');
    const ink = Buffer.from(storeSignature({ ...SIGN_FIELD, strokes: NAME.map(({ points }) => points.map(([x, y]) => ({ x, y }))) }));
    for (const name of readdirSync(counter.dataDir).filter((file) => /\.(db|db-wal|jsonl|log)$/.test(file))) {
      const bytes = readFileSync(path.join(counter.dataDir, name));
      for (const needle of [ink, Buffer.from(ink.toString('base64')), Buffer.from(ink.toString('hex'))]) expect(bytes.includes(needle), `${name} holds ink`).toBe(false);
    }
  });

  it('is asked for once more when there was too little, then signed by hand', async () => {
    const counter = await startCounter(world, change);
    const saleId = await charge(counter);
    for (const attempt of [1, 2]) {
      const { signId } = await asked(counter, attempt);
      await signOn(counter, signId, TICK);
    }
    await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    await counter.stop();
    const rows = await rowsOf(counter.dataDir, saleId);
    expect(rows.filter(({ kind }) => kind === 'signature.kept')).toEqual([]);
    expect(rows.filter(({ kind }) => kind === 'handwritten.opened')).toHaveLength(1);
  });

  it('asks again after a restart in the middle, without a second charge', async () => {
    const before = (await terminal.state()).trades.length;
    const first = await startCounter(world, change);
    const saleId = await charge(first);
    const { signId } = await asked(first, 1);
    await first.cashier.must('customer.signReady', { signId }, 'customer');
    await first.cashier.must('customer.pen', { signId, seq: 0, pieces: NAME }, 'customer');
    await first.stop();

    const second = await restartCounter(world, first.dataDir, change);
    const again = await asked(second, 1);
    expect(again.signId).not.toBe(signId);
    expect(await second.cashier.must('customer.signDone', { signId, seq: 1 }, 'customer')).toEqual({ next: null });
    await signOn(second, again.signId, NAME);
    await second.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    await second.stop();
    expect((await terminal.state()).trades.length).toBe(before + 1);
    expect((await rowsOf(first.dataDir, saleId)).filter(({ kind }) => kind === 'signature.kept')).toHaveLength(1);
  });

  it('has a way out at the counter: the charge stands, and paper takes its place', async () => {
    const counter = await startCounter(world, change);
    const saleId = await charge(counter);
    const { signId } = await asked(counter, 1);
    await counter.cashier.must('signature.giveUp', { signId });
    await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    expect(await counter.cashier.ask('signature.giveUp', { signId })).toMatchObject({ ok: false, code: 'signature.over' });
    await counter.stop();
    expect((await rowsOf(counter.dataDir, saleId)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['handwritten.opened']));
  });
});

/** A terminal that masks nothing: its card numbers are in no file, on no slip, in no view and in no line of the log. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FULL_CARD_NUMBER } from '../../native/terminal/simulator/machine.ts';
import { closed, listenLocally } from '../../native/simulator-control.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import { offerOf } from '../testing/card-cashier.ts';
import { ringUp, withTerminal } from '../testing/card-fixture.ts';
import { openWorld, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';

const FAMILIES = ['koces-cat', 'kicc-ed721'] as const;
/** What stands behind the number on a track. */
const TRACK = '30121011234567890';
/** The number as people write it too. */
const FORBIDDEN = [FULL_CARD_NUMBER, FULL_CARD_NUMBER.replace(/(\d{4})(?=\d)/g, '$1-'), FULL_CARD_NUMBER.replace(/(\d{4})(?=\d)/g, '$1 '), TRACK];
const SPOKEN = `카드 ${FULL_CARD_NUMBER}`;

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => world.close());

function forbiddenIn(bytes: Buffer): readonly string[] {
  return FORBIDDEN.filter((number) => bytes.includes(number) || bytes.includes(Buffer.from(number, 'utf16le')));
}

function filesUnder(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => path.join(dir, name)).filter((file) => statSync(file).isFile());
}

/** Between counter and terminal: what crossed, so that the test knows that there was something to hide. */
async function listenIn(address: string): Promise<{ readonly address: string; readonly heard: Buffer[]; readonly server: Server; readonly hangUp: () => void }> {
  const heard: Buffer[] = [];
  const lines = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(new URL(address).port), '127.0.0.1');
    for (const line of [near, far]) {
      lines.add(line);
      line.on('error', () => undefined);
      line.on('close', () => [near, far].forEach((each) => each.destroy()));
    }
    far.on('data', (bytes) => void heard.push(Buffer.from(bytes)));
    near.pipe(far);
    far.pipe(near);
  });
  const port = await listenLocally(server, 0);
  return { address: `tcp://127.0.0.1:${port}`, heard, server, hangUp: () => lines.forEach((line) => line.destroy()) };
}

describe.each(FAMILIES)('a terminal of %s that sends whole card numbers', (family) => {
  it('leaves none of them in files, on slips, in views or in the log', async () => {
    const terminal = await startTerminalSimulatorProcess({ family });
    const wire = await listenIn(terminal.address);
    const said: string[] = [];
    for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation((chunk) => (said.push(String(chunk)), true));
    const counter = await startCounter(world, withTerminal({ family, address: wire.address }, { fromWon: 0 }));
    counter.app.onPush((_window, raw) => void said.push(raw));
    await sellEveryWay(counter, terminal, said);
    said.push(JSON.stringify(await everyList(counter)));
    expect(forbiddenIn(Buffer.concat(wire.heard)), 'they did come').toContain(FULL_CARD_NUMBER);
    // While the counter is open, so that what waits in the journal's -wal file is looked at too.
    const open = filesUnder(counter.dataDir);
    expect(open.map((file) => path.basename(file))).toEqual(expect.arrayContaining(['journal.db', 'journal.db-wal', 'settings.json']));
    expect(offending(open)).toEqual([]);
    await counter.stop();
    expect(offending([...filesUnder(counter.dataDir), ...slipsOf(world)]), 'files and slips').toEqual([]);
    expect(slipsOf(world).length, 'slips came out').toBeGreaterThan(2);
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((line) => forbiddenIn(Buffer.from(line)).length > 0), 'views, answers and log').toEqual([]);
    wire.hangUp();
    await closed(wire.server);
    await terminal.stop();
  });
});

function offending(files: readonly string[]): readonly string[] {
  return files.filter((file) => existsSync(file) && forbiddenIn(readFileSync(file)).length > 0);
}

function slipsOf({ lane }: World): readonly string[] {
  return filesUnder(path.join(lane.dir, 'slips')).filter((file) => file.endsWith('.txt'));
}

/** Approved, refused with the number in the issuer's own words, claimed under number zero, given back, another trade's result. */
async function sellEveryWay(counter: RunningCounter, terminal: TerminalSimulatorProcess, said: string[]): Promise<void> {
  const { cashier } = counter;
  const { saleId, totalWon } = await ringUp(counter, 2);
  const charge = async (script: Parameters<TerminalSimulatorProcess['next']>[0]) => {
    await terminal.next({ fullNumber: true, ...script });
    await cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: 1_000, installmentMonths: 0 });
    return rest();
  };
  const rest = () => cashier.until('the terminal to be through', (view) => offerOf(view) !== null && (view.sale.stage !== 'tendering' || view.sale.tendering.unknown?.inquiries !== 0 || !view.sale.tendering.unknown.canInquire));
  const settle = async () => {
    const { sale } = await rest();
    const open = sale.stage === 'tendering' ? sale.tendering.unknown : null;
    if (open !== null) await cashier.must('card.settle', { saleId, tradeNumber: open.tradeNumber, verdict: { verdict: 'not-approved' }, source: 'van-site', approvalId: null });
  };
  const giveBack = async () => {
    const { sale } = await rest();
    for (const { partId, standing } of sale.stage === 'tendering' ? sale.tendering.parts : []) {
      if (standing !== 'taken') continue;
      await terminal.next({ fullNumber: true });
      await cashier.must('sale.returnPart', { saleId, partId });
      await rest();
    }
  };
  await charge({ answer: 'decline', code: '8037', message: SPOKEN });
  await charge({ answer: 'zero-approval' });
  await settle();
  await charge({ answer: 'foreign' });
  await settle();
  await giveBack();
  await charge({});
  await giveBack();
  await terminal.next({ fullNumber: true });
  await cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
  await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants: true });
  await cashier.until('the paper', (view) => view.sale.stage === 'done' && view.sale.prints.some(({ kind, state }) => kind === 'slip' && state === 'confirmed'));
  said.push(JSON.stringify(await cashier.must('history.sale', { saleId })));
  await cashier.must('sale.next', { saleId });
}

/** What the rooms behind the counter show of it. */
async function everyList({ cashier }: RunningCounter): Promise<unknown> {
  const { open } = await cashier.must('handwritten.list', { endedBefore: null, limit: 20 });
  const byHand = await Promise.all(open.map(({ slipId }) => cashier.must('handwritten.byHand', { slipId })));
  return [open, byHand, await cashier.must('stray.list', {}), await cashier.must('history.today', { beforeSaleNumber: null, limit: 20 }), await cashier.look(), await cashier.must('devices.report', {})];
}

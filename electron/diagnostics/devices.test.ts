import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { JournalError } from '../../db/journal.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Outside } from '../app.ts';
import { openWorld, payCash, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';

let world: World;
let counter: RunningCounter;
let written: JournalEntry[] = [];
let loseThread: (error: JournalError) => void = () => undefined;

const outside: Outside = {
  now: () => new Date(),
  wrap: (parts) => ({
    ...parts,
    journal: {
      ...parts.journal,
      onLost: (listener) => {
        loseThread = listener;
      },
      append: async (entries) => {
        const rows = await parts.journal.append(entries);
        written.push(...entries);
        return rows;
      },
    },
  }),
};

beforeAll(async () => {
  world = await openWorld();
});
afterEach(async () => {
  await counter.stop();
  await world.lane.printer.tell({ tell: 'recover' });
  written = [];
});
afterAll(() => world.close());

const asManager = async () => {
  await counter.cashier.must('people.signOut', {});
  await counter.cashier.must('people.signIn', { userId: 'practice-manager', pin: '5678' });
};
const customerScreen = async () => (await counter.cashier.must('customer.view', {}, 'customer')).screen;
const report = () => counter.cashier.must('devices.report', {});

describe('the drawer’s test', () => {
  it('is a manager’s right: a cashier is refused and nothing opens', async () => {
    counter = await startCounter(world, undefined, outside);
    const before = (await world.lane.printer.state()).drawerKicks;
    expect(await counter.cashier.ask('drawer.test', {})).toMatchObject({ ok: false, code: 'people.forbidden' });
    expect((await world.lane.printer.state()).drawerKicks).toBe(before);
    expect(written.filter(({ kind }) => kind === 'print.queued')).toEqual([]);
  });

  it('opens it once, and the journal has who asked for it before it opened', async () => {
    counter = await startCounter(world, undefined, outside);
    await asManager();
    const before = (await world.lane.printer.state()).drawerKicks;
    await counter.cashier.must('drawer.test', {});
    await expect.poll(async () => (await report()).drawer.test?.state).toBe('confirmed');
    expect((await world.lane.printer.state()).drawerKicks).toBe(before + 1);
    const asked = written.find(({ kind }) => kind === 'print.queued');
    expect(asked).toMatchObject({ saleId: null, actor: { userId: 'practice-manager' }, payload: { job: { kind: 'drawer' }, reason: 'test' } });
  });
});

describe('the printer’s test', () => {
  it('asks a person about the paper, and records that none came', async () => {
    counter = await startCounter(world, undefined, outside);
    await counter.cashier.must('printer.test', {});
    await expect.poll(async () => (await report()).printer.test?.state).toBe('confirmed');
    const jobId = (await report()).printer.test?.jobId ?? '';
    expect((await report()).printer.test?.seen).toBeNull();
    expect(await counter.cashier.ask('printer.testSeen', { jobId: 'another', seen: true })).toMatchObject({ ok: false });
    await counter.cashier.must('printer.testSeen', { jobId, seen: false });
    expect((await report()).printer.test?.seen).toBe(false);
    expect(written.filter(({ kind }) => kind === 'failure.recorded')).toMatchObject([{ payload: { code: 'printer.not-seen' }, actor: { userId: 'practice-cashier' } }]);
  });

  it('is still known after the next sale', async () => {
    counter = await startCounter(world, undefined, outside);
    await counter.cashier.must('printer.test', {});
    await expect.poll(async () => (await report()).printer.test?.state).toBe('confirmed');
    await counter.cashier.sellOnce();
    expect((await report()).printer.test?.state).toBe('confirmed');
  });
});

describe('the customer display', () => {
  it('is well once its page has said so, with its size', async () => {
    counter = await startCounter(world, undefined, outside);
    expect((await counter.cashier.look()).status.display.state).toBe('checking');
    await counter.cashier.must('customer.here', { widthPx: 1024, heightPx: 600 }, 'customer');
    expect((await counter.cashier.look()).status.display.state).toBe('ok');
    expect((await report()).display).toMatchObject({ size: { widthPx: 1024, heightPx: 600 }, monitor: 'unknown' });
  });

  it('shows the test picture, and counts it as shown when the page itself says so', async () => {
    counter = await startCounter(world, undefined, outside);
    await counter.cashier.must('display.test', {});
    const screen = await customerScreen();
    if (screen.kind !== 'test') throw new Error(screen.kind);
    await counter.cashier.must('customer.testShown', { testId: 'an-older-test' }, 'customer');
    expect((await report()).display.test?.shownAt).toBeNull();
    await counter.cashier.must('customer.testShown', { testId: screen.testId }, 'customer');
    expect((await report()).display.test?.shownAt).not.toBeNull();
    expect((await counter.cashier.look()).status.display.state).toBe('ok');
  });

  it('is down when the picture does not come', async () => {
    counter = await startCounter(world, undefined, outside);
    await counter.cashier.must('display.test', {});
    await expect.poll(async () => (await counter.cashier.look()).status.display, { timeout: 10_000 }).toMatchObject({ state: 'down', failure: 'display.silent' });
  });

  it('is not tested while a customer is asked, and the picture gives way when money is taken', async () => {
    counter = await startCounter(world, undefined, outside);
    await counter.cashier.must('display.test', {});
    const saleId = await payCash(counter.cashier);
    expect((await customerScreen()).kind).toBe('paid');
    expect(await counter.cashier.ask('display.test', {})).toMatchObject({ ok: false, code: 'display.in-use' });
    await counter.cashier.must('receipt.decline', { saleId });
    expect(await counter.cashier.ask('display.test', {})).toMatchObject({ ok: false, code: 'display.in-use' });
  });
});

describe('gateway and journal', () => {
  it('the gateway is asked now, and says how long it took', async () => {
    counter = await startCounter(world, undefined, outside);
    expect((await counter.cashier.must('gateway.test', {})).tookMs).toBeGreaterThanOrEqual(0);
    expect((await report()).gateway.lastAnswer).not.toBeNull();
    expect((await counter.cashier.look()).status.gateway.state).toBe('ok');
  });

  it('the whole chain is read while the counter stands, and its last entry named', async () => {
    counter = await startCounter(world, undefined, outside);
    await counter.cashier.must('journal.verify', {});
    await expect.poll(async () => (await report()).journal.verify?.state).toBe('done');
    const { verify, lastSeq, lastAt, freeBytes } = (await report()).journal;
    expect(verify).toMatchObject({ ok: true, firstFault: null, rows: lastSeq });
    expect(lastAt).not.toBeNull();
    expect(freeBytes).toBeGreaterThan(0);
  });

  it('a thread that is lost while nobody writes is told at once, on the start screen’s own terms', async () => {
    counter = await startCounter(world, undefined, outside);
    expect((await counter.cashier.look()).trouble).toBeNull();
    loseThread(new JournalError('journal.unavailable', 'its thread ended'));
    expect((await counter.cashier.look()).trouble).toEqual({ code: 'journal.unavailable', detail: 'its thread ended' });
    const products = await counter.cashier.must('catalogue.list', {});
    expect(await counter.cashier.ask('sale.scan', { code: products[0]?.barcode ?? '' })).toMatchObject({ ok: false, code: 'journal.unavailable' });
  });
});

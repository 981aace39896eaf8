import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallRequest } from '../../contract/calls.ts';
import type { SlipDocument } from '../../domain/slip/document.ts';
import { fileKeyStore, openJournal, type PrintJobRecord } from '../../db/journal.ts';
import { encodeSlip } from '../../native/printer/encode.ts';
import { openWorld, payCash, restartCounter, type RunningCounter, startCounter, type World } from '../testing/counter-fixture.ts';
import { copiesOut } from './copies-out.ts';
import path from 'node:path';

type Again = Omit<CallRequest<'slip.printAgain'>, 'saleId'>;

let world: World;
let counter: RunningCounter;

beforeAll(async () => {
  world = await openWorld();
  counter = await startCounter(world);
}, 60_000);
afterAll(async () => {
  await counter.stop();
  await world.close();
});

const ALL = { text: '', days: null, tender: null, cashierId: null, only: null } as const;

async function sell(wants: boolean, count = 1): Promise<string> {
  const { cashier } = counter;
  const saleId = await payCash(cashier, { count });
  await cashier.must('receipt.decline', { saleId });
  await cashier.until('the question of the slip', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants });
  await settled(saleId);
  await cashier.must('sale.next', { saleId });
  return saleId;
}

async function settled(saleId: string): Promise<void> {
  await counter.cashier.until('the papers to settle', () => true);
  for (;;) {
    const { prints } = await counter.cashier.must('history.sale', { saleId });
    if (prints.every(({ state }) => state !== 'queued' && state !== 'sent')) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const again = (saleId: string, how: Again = {}) => counter.cashier.ask('slip.printAgain', { saleId, ...how });

/** The journal's jobs and rows of a sale, read while no counter has it open. */
async function cold(saleId: string): Promise<{ readonly jobs: readonly PrintJobRecord[]; readonly kinds: readonly string[] }> {
  await counter.stop();
  const opened = await openJournal({ path: path.join(counter.dataDir, 'journal.db'), keys: fileKeyStore(path.join(counter.dataDir, 'keys')) });
  if (!opened.ok) throw new Error(opened.detail);
  const jobs = (await opened.journal.printJobsOfSale(saleId)).filter(({ job }) => job.kind === 'slip');
  const kinds = (await opened.journal.saleJournal(saleId)).map(({ kind }) => kind);
  await opened.journal.close();
  counter = await restartCounter(world, counter.dataDir);
  return { jobs, kinds };
}

const documentOf = (job: PrintJobRecord | undefined): SlipDocument => {
  if (job?.job.kind !== 'slip') throw new Error('no slip');
  return job.job.document;
};

function bytesOf(document: SlipDocument): Buffer {
  const encoded = encodeSlip(document, { columns: 48 });
  if (!encoded.ok) throw new Error('not encodable');
  return Buffer.from(encoded.bytes);
}

/** What the second has that the first has not, when that is one piece; null otherwise. */
function inserted(first: Buffer, second: Buffer): Buffer | null {
  let head = 0;
  while (head < first.length && first[head] === second[head]) head += 1;
  const tail = first.length - head;
  if (!first.subarray(head).equals(second.subarray(second.length - tail))) return null;
  return second.subarray(head, second.length - tail);
}

describe('the last sale', () => {
  it('is printed again by any cashier with one key, also after a restart', async () => {
    const saleId = await sell(true);
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir);
    expect(await again(saleId)).toMatchObject({ ok: true });
    await settled(saleId);
    const { prints } = await counter.cashier.must('history.sale', { saleId });
    expect(prints.filter(({ kind }) => kind === 'slip').map(({ copyNumber, state }) => [copyNumber, state])).toEqual([[1, 'confirmed'], [2, 'confirmed']]);
  }, 60_000);

  it('comes out to the byte as it did the first time, but for the mark', async () => {
    const saleId = await sell(true, 3);
    expect(await again(saleId)).toMatchObject({ ok: true });
    await settled(saleId);
    expect(await again(saleId)).toMatchObject({ ok: true });
    await settled(saleId);
    const { jobs } = await cold(saleId);
    const [original, ...copies] = jobs.map((job) => bytesOf(documentOf(job)));
    expect(copies).toHaveLength(2);
    for (const [index, copy] of copies.entries()) {
      const mark = inserted(original ?? Buffer.alloc(0), copy);
      expect(mark, 'one piece more, and nothing else').not.toBeNull();
      expect(documentOf(jobs[index + 1]).blocks.slice(0, 2)).toMatchObject([{ text: `재발행 · ${index + 2}번째 출력` }, { text: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d · 김$/) as string }]);
    }
  }, 60_000);

  it('is what was printed then, whatever the shop is called by now', async () => {
    const saleId = await sell(true);
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir, (settings) => ({ ...settings, shop: { ...settings.shop, name: '들꽃마트 본점' } }));
    expect(await again(saleId)).toMatchObject({ ok: true });
    await settled(saleId);
    const paper = await world.lane.printer.slipText((await world.lane.printer.state()).slipCount);
    expect(paper).toContain('재발행');
    expect(paper).not.toContain('본점');
  }, 60_000);
});

describe('any other sale', () => {
  it('is asked about, then approved, then printed; and the journal says all of it', async () => {
    const saleId = await sell(true);
    await sell(false);
    expect(await again(saleId)).toMatchObject({ ok: false, code: 'slip.fact-needed' });
    expect(await again(saleId, { fact: { kind: 'amount', said: '2,400' } })).toMatchObject({ ok: false, code: 'slip.fact-differs' });
    expect(await again(saleId, { fact: { kind: 'card-tail', said: '1234' } })).toMatchObject({ ok: false, code: 'slip.fact-differs' });
    const fact = { kind: 'amount', said: '2,500원' } as const;
    expect(await again(saleId, { fact })).toMatchObject({ ok: false, code: 'people.approval-needed' });
    const about = { act: 'reprint-older', saleId, amountWon: 2_500, reason: null } as const;
    const { approvalId } = await counter.cashier.must('people.approve', { ...about, userId: 'practice-manager', pin: '5678' });
    expect(await again(saleId, { fact, approvalId })).toMatchObject({ ok: true });
    await settled(saleId);
    expect(await again(saleId, { fact, approvalId }), 'an approval is good once').toMatchObject({ ok: false, code: 'people.approval-used' });
    const { jobs, kinds } = await cold(saleId);
    expect(jobs).toHaveLength(2);
    expect(jobs[1]).toMatchObject({ reason: 'again', asked: 'amount', approver: { userId: 'practice-manager' }, job: { copyNumber: 2 } });
    expect(kinds.filter((kind) => kind === 'slip.fact-differed')).toHaveLength(2);
    expect(kinds).toEqual(expect.arrayContaining(['people.approval-granted', 'people.approval-used', 'people.approval-refused']));
  }, 60_000);

  it('is printed by whoever has the right herself, once the customer was asked', async () => {
    const saleId = await sell(false);
    await sell(false);
    const { cashier } = counter;
    await cashier.must('people.signOut', {});
    await cashier.must('people.signIn', { userId: 'practice-manager', pin: '5678' });
    expect(await again(saleId)).toMatchObject({ ok: false, code: 'slip.fact-needed' });
    expect(await again(saleId, { fact: { kind: 'amount', said: '2500' } })).toMatchObject({ ok: true });
    await settled(saleId);
    await cashier.must('people.signOut', {});
    await cashier.must('people.signIn', { userId: 'practice-cashier', pin: '1234' });
    const { jobs, kinds } = await cold(saleId);
    // Nobody had paper of it: it is the first.
    expect(jobs).toMatchObject([{ reason: 'original', asked: 'amount', job: { copyNumber: 1 } }]);
    expect(jobs[0]?.approver).toBeUndefined();
    expect(kinds).toContain('people.act-by-right');
  }, 60_000);

  it('of which certainly nothing came out is still owed its slip: nobody is asked', async () => {
    await world.lane.printer.tell({ tell: 'cover-open' });
    const saleId = await sell(true);
    await world.lane.printer.tell({ tell: 'recover' });
    await sell(false);
    expect(await again(saleId, { reason: 'not-out' })).toMatchObject({ ok: true });
    await settled(saleId);
    const { jobs } = await cold(saleId);
    expect(jobs).toMatchObject([{ reason: 'original', state: { name: 'failed' } }, { reason: 'not-out', state: { name: 'confirmed' }, job: { copyNumber: 1 } }]);
  }, 60_000);
});

describe('paper in doubt', () => {
  it('stays a case over the days until a person says how it ended, and then says who', async () => {
    await world.lane.printer.tell({ tell: 'cover-open' });
    const saleId = await sell(true);
    await world.lane.printer.tell({ tell: 'recover' });
    const { cashier } = counter;
    await cashier.must('shift.close', { counted: [] });
    await cashier.must('shift.open', { floatWon: 0 });
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir);
    expect((await counter.cashier.look()).status.prints).toMatchObject({ count: 1, jobs: [{ saleId }] });
    expect((await counter.cashier.must('history.find', { search: { ...ALL, only: 'open-cases' }, beforeSaleNumber: null, limit: 9 })).sales.map((sale) => sale.saleId)).toEqual([saleId]);
    expect(await counter.cashier.ask('slip.settle', { saleId, how: 'came-out' }), 'it certainly did not').toMatchObject({ ok: false, code: 'slip.not-in-doubt' });
    expect(await counter.cashier.ask('slip.settle', { saleId, how: 'written' })).toMatchObject({ ok: true });
    expect(await counter.cashier.ask('slip.settle', { saleId, how: 'written' })).toMatchObject({ ok: false, code: 'slip.not-in-doubt' });
    expect((await counter.cashier.look()).status.prints.count).toBe(0);
    expect((await counter.cashier.must('history.filters', {})).openSales).toBe(0);
    const { prints } = await counter.cashier.must('history.sale', { saleId });
    expect(prints.filter(({ kind }) => kind === 'slip')).toMatchObject([{ state: 'settled', askedBy: '김', settled: { how: 'written', was: 'failed', by: '김' } }]);
  }, 60_000);
});

describe('what is out in customers’ hands', () => {
  const slip = (jobId: string, copyNumber: number, state: PrintJobRecord['state'], over: Partial<PrintJobRecord> = {}): PrintJobRecord => ({
    jobId,
    job: { kind: 'slip', document: { kind: 'sale', practice: false, blocks: [] }, copyKind: 'customer', copyNumber },
    reason: copyNumber === 1 ? 'original' : 'again',
    saleId: 's',
    state,
    createdAt: `2026-03-14T05:0${copyNumber}:00.000Z`,
    askedBy: null,
    settledBy: null,
    ...over,
  });
  const confirmed = { name: 'confirmed' } as const;

  it('is one original, or none: no alarm', () => {
    expect(copiesOut([])).toEqual({ papers: [], originals: 0, copies: 0, alarm: false });
    expect(copiesOut([slip('a', 1, confirmed)])).toMatchObject({ originals: 1, copies: 0, alarm: false });
    expect(copiesOut([slip('a', 1, { name: 'failed', cause: 'paper-end', detail: '' }), slip('b', 1, confirmed, { reason: 'not-out' })])).toMatchObject({ originals: 1, copies: 0, alarm: false });
  });

  it('is an alarm as soon as a copy is, or may be, out beside the original', () => {
    expect(copiesOut([slip('a', 1, confirmed), slip('b', 2, confirmed)])).toMatchObject({ originals: 1, copies: 1, alarm: true });
    expect(copiesOut([slip('a', 1, { name: 'unknown', why: '' }), slip('b', 2, confirmed)])).toMatchObject({ originals: 1, copies: 1, alarm: true, papers: [{ uncertain: true }, { uncertain: false }] });
    expect(copiesOut([slip('a', 1, { name: 'settled', how: 'shown', was: 'unknown' }), slip('b', 2, confirmed)])).toMatchObject({ alarm: true, papers: [{ uncertain: true }, { uncertain: false }] });
  });

  it('is not what the shop keeps, nor what the shop’s own setting printed twice is a copy', () => {
    const merchant = slip('m', 1, confirmed);
    expect(copiesOut([{ ...merchant, job: { ...merchant.job, copyKind: 'merchant' } as PrintJobRecord['job'] }, slip('a', 1, confirmed)])).toMatchObject({ originals: 1, alarm: false });
    expect(copiesOut([slip('a', 1, confirmed), slip('b', 2, confirmed, { reason: 'original' })])).toMatchObject({ originals: 2, copies: 0, alarm: true });
  });
});

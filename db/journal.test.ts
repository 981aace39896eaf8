import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Journal, JournalError, JournalRefusal, openJournal } from './journal.ts';
import { DEFAULT_PEOPLE_RULES } from '../domain/people/rules.ts';
import { AT, DAY, entry, failure, saleStarted, shiftOpened } from './testing/entries.ts';
import { type JournalPlace, newPlace, openAt } from './testing/files.ts';
import { ACTOR, tellStory } from './testing/story.ts';

let place: JournalPlace;
let journal: Journal;

beforeEach(async () => {
  place = newPlace();
  journal = await openAt(place);
});

afterEach(async () => {
  await journal.close();
  place.remove();
});

describe('a thread that is lost', () => {
  test('is told once, after whoever waited for an answer; closing is no loss', async () => {
    const told: string[] = [];
    journal.onLost(({ code }) => told.push(code));
    await journal.close();
    expect(told).toEqual([]);
    journal = await openAt(place, { replyTimeoutMs: 1 });
    journal.onLost(({ code }) => told.push(code));
    const entries = Array.from({ length: 200 }, (_, index) => failure(`${index} ${'x'.repeat(20_000)}`));
    await expect(journal.append(entries)).rejects.toMatchObject({ code: 'journal.unavailable', written: 'unknown' });
    await expect.poll(() => told).toEqual(['journal.unavailable']);
    // Whoever asks too late is told all the same.
    journal.onLost(({ code }) => told.push(`late ${code}`));
    expect(told).toEqual(['journal.unavailable', 'late journal.unavailable']);
  });
});

describe('appending', () => {
  test('gives every entry the next number and its own hash, and keeps them over a restart', async () => {
    const first = await journal.append([failure('a'), failure('b')]);
    const second = await journal.append([failure('c')]);
    expect([...first, ...second].map((row) => row.seq)).toEqual([1, 2, 3]);
    expect(new Set([...first, ...second].map((row) => row.hash)).size).toBe(3);
    await journal.close();
    journal = await openAt(place);
    expect(await journal.counter()).toMatchObject({ lastSeq: 3 });
    expect(await journal.append([failure('d')])).toMatchObject([{ seq: 4 }]);
    expect(await journal.verify()).toMatchObject({ ok: true, rows: 4, faults: [] });
  });

  test('keeps the order of appends that nobody waited for', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => journal.append([failure(`${index}`)])));
    expect(answers.map((rows) => rows[0]?.seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  test('writes all of an append or nothing of it', async () => {
    await journal.append([shiftOpened, saleStarted(1)]);
    await expect(journal.append([failure('first'), saleStarted(1, 'another-sale')])).rejects.toBeInstanceOf(JournalRefusal);
    expect(await journal.counter()).toMatchObject({ lastSeq: 2, nextSaleNumber: 2 });
    expect(await journal.failuresOfDay(DAY)).toEqual([]);
    expect(await journal.append([saleStarted(2)])).toMatchObject([{ seq: 3 }]);
    expect(await journal.verify()).toMatchObject({ ok: true, rows: 3 });
  });

  test('refuses an outcome that does not follow what is stored: nothing is confirmed or sent twice', async () => {
    const job = entry({ kind: 'print.queued', payload: { jobId: 'job-1', job: { kind: 'drawer' }, reason: 'drawer' } });
    const sent = entry({ kind: 'print.sent', payload: { jobId: 'job-1', event: { type: 'sent' }, after: { name: 'sent' } } });
    await journal.append([job, sent]);
    await expect(journal.append([sent])).rejects.toThrow(/sent does not follow/);
    expect((await journal.printJob('job-1'))?.state).toEqual({ name: 'sent' });
  });

  test('never uses a Z number twice', async () => {
    const open = (shiftId: string) => entry({ kind: 'shift.opened', payload: { shiftId, floatWon: 0 } });
    const openCases = { cashReceiptsUnsent: 0, cashReceiptsUnsentWon: 0, printsUnsettled: 0 };
    const amounts = { floatWon: 0, cashSalesWon: 0, saleCount: 0, expectedWon: 0, countedWon: 0, differenceWon: 0, counted: [], openCases };
    const close = (shiftId: string, zNumber: number) => entry({ kind: 'shift.closed', payload: { shiftId, zNumber, ...amounts } });
    await journal.append([open('a'), close('a', 1), open('b')]);
    await expect(journal.append([close('b', 1)])).rejects.toBeInstanceOf(JournalRefusal);
    await journal.append([close('b', 3)]);
    expect(await journal.counter()).toMatchObject({ nextZNumber: 4, openShift: null });
    expect(await journal.numberGaps()).toEqual({ saleNumbers: [], zNumbers: [{ from: 2, to: 2 }] });
  });

  test('reports sale numbers that are missing', async () => {
    await journal.append([shiftOpened, saleStarted(2), saleStarted(3), saleStarted(7)]);
    expect((await journal.numberGaps()).saleNumbers).toEqual([
      { from: 1, to: 1 },
      { from: 4, to: 6 },
    ]);
  });
});

describe('the connection', () => {
  test('refuses requests over the limit at once, and those within it still come back', async () => {
    await journal.close();
    journal = await openAt(place, { pendingRequests: 2 });
    const [first, second, third] = await Promise.allSettled([journal.append([failure('a')]), journal.counter(), journal.append([failure('b')])]);
    expect([first.status, second.status, third.status]).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(await journal.counter()).toMatchObject({ lastSeq: 1 });
  });

  test('says so when it is closed, and when a value cannot cross to its thread', async () => {
    const uncloneable = { ...failure('x'), payload: { code: 'printer.offline', detail: () => 'x' } };
    // @ts-expect-error a function is no payload
    await expect(journal.append([uncloneable])).rejects.toBeInstanceOf(JournalRefusal);
    await journal.close();
    await expect(journal.counter()).rejects.toMatchObject({ code: 'journal.unavailable', written: 'no' });
    await expect(journal.close()).resolves.toBeUndefined();
  });

  test('what is under way when it is closed is told so, and says nothing to the next that is opened', async () => {
    for (let part = 0; part < 10; part += 1) await journal.append(Array.from({ length: 200 }, (_, index) => failure(`${part} ${index}`)));
    const verifying = journal.verify();
    const [verified] = await Promise.allSettled([verifying, journal.close()]);
    expect(verified.status === 'rejected' ? verified.reason : null).toMatchObject({ code: 'journal.unavailable' });
    const other = newPlace();
    const next = await openAt(other);
    expect(await next.append([failure('a')])).toMatchObject([{ seq: 1 }]);
    expect(await next.verify()).toMatchObject({ ok: true, rows: 1 });
    await next.close();
    other.remove();
    journal = await openAt(place);
    expect(await journal.counter()).toMatchObject({ lastSeq: 2_000 });
  });

  test('an append whose answer does not come in time is unknown, and nothing more is taken', async () => {
    await journal.close();
    journal = await openAt(place, { replyTimeoutMs: 1 });
    const big = Array.from({ length: 200 }, (_, index) => failure(`${index}`.padEnd(20_000, 'x')));
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => journal.append(big)));
    const last = answers.at(-1);
    expect(last?.status === 'rejected' ? last.reason : null).toMatchObject({ code: 'journal.unavailable', written: 'unknown' });
    await expect(journal.append([failure('more')])).rejects.toMatchObject({ code: 'journal.unavailable', written: 'no' });
    journal = await openAt(place);
    expect((await journal.counter()).lastSeq % 200).toBe(0);
    expect(await journal.verify()).toMatchObject({ ok: true });
  });
});

describe('reading', () => {
  test('sales of a day come newest first, page by page', async () => {
    await journal.append([shiftOpened, ...[1, 2, 3, 4, 5].map((saleNumber) => saleStarted(saleNumber))]);
    const numbers = async (page: { limit: number; beforeSaleNumber?: number }) => (await journal.salesOfDay(DAY, page)).map((sale) => sale.saleNumber);
    expect(await numbers({ limit: 2 })).toEqual([5, 4]);
    expect(await numbers({ limit: 2, beforeSaleNumber: 4 })).toEqual([3, 2]);
    expect(await numbers({ limit: 1_000 })).toEqual([5, 4, 3, 2, 1]);
    expect(await journal.salesOfDay('2026-01-06', { limit: 10 })).toEqual([]);
  });

  test('a sale that is a basket has no state, no amounts and its starter', async () => {
    await journal.append([shiftOpened, saleStarted(1)]);
    expect(await journal.sale('sale-1')).toEqual({
      saleId: 'sale-1',
      saleNumber: 1,
      shiftId: 'shift-1',
      businessDay: DAY,
      startedAt: AT,
      paidAt: null,
      stage: 'basket',
      totalWon: 0,
      receivedWon: 0,
      changeWon: 0,
      cardWon: 0,
      exchangeWon: 0,
      refundedWon: 0,
      breakdown: { supplyWon: 0, vatWon: 0, taxFreeWon: 0, serviceChargeWon: 0, totalWon: 0 },
      state: null,
      itemSummary: { firstName: null, lineCount: 0 },
      cashReceipts: [],
      actor: ACTOR,
    });
    expect(await journal.sale('sale-2')).toBeNull();
  });

  test("a sale's journal holds its rows as they were said, in order, with a next page", async () => {
    const story = tellStory();
    for (const choice of [0, 2, 3, 4, 5]) await journal.append(story.next(choice));
    const told = story.entries.filter((row) => row.saleId === 'sale-1');
    const rows = await journal.saleJournal('sale-1');
    expect(rows).toEqual(told.map((row) => expect.objectContaining(row)));
    expect(await journal.saleJournal('sale-1', { limit: 1, afterSeq: rows[0]?.seq ?? 0 })).toEqual(rows.slice(1, 2));
  });

  test('slips that did not come out are counted until a later copy does; drawers and tests never', async () => {
    const slip = (jobId: string, reason: 'original' | 'again' | 'test', saleId: string | null) =>
      entry({ kind: 'print.queued', payload: { jobId, job: { kind: 'slip', document: { kind: 'sale', practice: true, blocks: [] }, copyKind: 'customer', copyNumber: 1 }, reason } }, saleId);
    const failed = (jobId: string, saleId: string | null) => {
      const state = { cause: 'paper-end', detail: '' } as const;
      return entry({ kind: 'print.failed', payload: { jobId, event: { type: 'failed', ...state }, after: { name: 'failed', ...state } } }, saleId);
    };
    await journal.append([shiftOpened, saleStarted(1), slip('a', 'original', 'sale-1'), slip('t', 'test', null)]);
    await journal.append([entry({ kind: 'print.queued', payload: { jobId: 'd', job: { kind: 'drawer' }, reason: 'drawer' } }, 'sale-1')]);
    await journal.append([failed('a', 'sale-1'), failed('t', null), failed('d', 'sale-1')]);
    expect(await journal.unsettledPrints()).toEqual({ count: 1 });
    await journal.append([slip('b', 'again', 'sale-1')]);
    expect(await journal.unsettledPrints()).toEqual({ count: 2 });
    expect((await journal.unsettledPrintJobs({ limit: 10 })).map((job) => [job.jobId, job.state.name])).toEqual([['a', 'failed'], ['b', 'queued']]);
    await journal.append([
      entry({ kind: 'print.sent', payload: { jobId: 'b', event: { type: 'sent' }, after: { name: 'sent' } } }, 'sale-1'),
      entry({ kind: 'print.confirmed', payload: { jobId: 'b', event: { type: 'confirmed' }, after: { name: 'confirmed' } } }, 'sale-1'),
    ]);
    expect(await journal.unsettledPrints()).toEqual({ count: 0 });
  });
});

describe('people', () => {
  test('are kept beside the chain, with their failures and locks', async () => {
    await journal.appendWithPin([entry({ kind: 'people.user-added', payload: ACTOR })], { userId: 'user-1', pinHash: 'slow-hash', mustChange: true });
    await journal.setPinFailures('user-1', 5, AT);
    expect(await journal.credential('user-1')).toEqual({ userId: 'user-1', pinHash: 'slow-hash', mustChangePin: true, failures: 5, lockedUntil: AT });
    expect(await journal.users()).toEqual([{ ...ACTOR, active: true, addedAt: AT, mustChangePin: true }]);
    await journal.appendWithPin([entry({ kind: 'people.pin-changed', payload: { userId: 'user-1' } })], { userId: 'user-1', pinHash: 'other-hash', mustChange: false });
    expect(await journal.credential('user-1')).toMatchObject({ pinHash: 'other-hash', mustChangePin: false, failures: 0, lockedUntil: null });
    expect(await journal.credential('nobody')).toBeNull();
    await expect(journal.setPinFailures('nobody', 1, null)).rejects.toBeInstanceOf(JournalRefusal);
    expect(await journal.counter()).toMatchObject({ lastSeq: 2 });
  });

  test('a PIN is never written without its entry, nor an entry without its PIN', async () => {
    const added = entry({ kind: 'people.user-added', payload: ACTOR });
    await expect(journal.appendWithPin([added], { userId: 'user-2', pinHash: 'of-nobody', mustChange: false })).rejects.toBeInstanceOf(JournalRefusal);
    expect(await journal.users()).toEqual([]);
    expect(await journal.counter()).toMatchObject({ lastSeq: 0 });
    // The chain goes on where it was.
    await journal.appendWithPin([added], { userId: 'user-1', pinHash: 'slow-hash', mustChange: false });
    await expect(journal.appendWithPin([added], { userId: 'user-1', pinHash: 'stolen', mustChange: false })).rejects.toThrow();
    expect(await journal.credential('user-1')).toMatchObject({ pinHash: 'slow-hash' });
    expect(await journal.verify()).toMatchObject({ ok: true, rows: 1 });
  });

  test('are renamed, given another role and let go, and stay; the rules are those decided last', async () => {
    const { name, role } = ACTOR;
    await journal.append([entry({ kind: 'people.user-added', payload: ACTOR })]);
    const after = { name: '김', role: 'manager', active: false } as const;
    await journal.append([entry({ kind: 'people.user-changed', payload: { userId: 'user-1', before: { name, role, active: true }, after } })]);
    expect(await journal.users()).toEqual([{ userId: 'user-1', ...after, addedAt: AT, mustChangePin: false }]);
    await expect(journal.append([entry({ kind: 'people.user-changed', payload: { userId: 'nobody', before: after, after } })])).rejects.toBeInstanceOf(JournalRefusal);
    expect(await journal.peopleRules()).toBeNull();
    for (const idleMinutes of [5, 10]) await journal.append([entry({ kind: 'people.rules-changed', payload: { before: DEFAULT_PEOPLE_RULES, after: { ...DEFAULT_PEOPLE_RULES, idleMinutes } } })]);
    expect(await journal.peopleRules()).toEqual({ ...DEFAULT_PEOPLE_RULES, idleMinutes: 10 });
  });

  test('what they did that others must ask for is listed by day, newest first, a page at a time', async () => {
    const special = { act: 'price-change', amountWon: 900, reason: 'damaged' } as const;
    const manager = { userId: 'user-2', name: '이', role: 'manager' } as const;
    await journal.append([
      entry({ kind: 'people.act-by-right', payload: special }),
      entry({ kind: 'people.approval-granted', payload: { ...special, approvalId: 'a', approver: manager, alone: false } }),
      entry({ kind: 'people.approval-used', payload: { ...special, approvalId: 'a', approver: manager, alone: true } }),
      entry({ kind: 'people.approval-refused', payload: { ...special, change: '1-customer-to-0-customer', approvalId: 'a', approver: manager, refusal: 'used' } }),
    ]);
    const all = await journal.specialActs(DAY, { limit: 10 });
    expect(all.map(({ outcome, approver, alone, refusal, change }) => [outcome, approver?.name ?? null, alone, refusal, change])).toEqual([
      ['refused', '이', false, 'used', '1-customer-to-0-customer'],
      ['approved', '이', true, null, null],
      ['by-right', null, false, null, null],
    ]);
    expect(all[0]).toMatchObject({ ...special, saleId: null, saleNumber: null, actor: ACTOR, at: AT });
    const [first] = await journal.specialActs(DAY, { limit: 1 });
    expect(await journal.specialActs(DAY, { limit: 10, beforeSeq: first?.seq ?? 0 })).toEqual(all.slice(1));
    expect(await journal.specialActs('2020-01-01', { limit: 10 })).toEqual([]);
  });
});

describe('sealing', () => {
  test('a sealed number can be read back over a restart and is nowhere in the files', async () => {
    const sealed = journal.seal('010-1234-5678');
    await journal.append([failure(sealed)]);
    const bytes = Buffer.concat([readFileSync(place.path), readFileSync(`${place.path}-wal`)]);
    expect(bytes.includes(sealed)).toBe(true);
    expect(bytes.includes('1234-5678')).toBe(false);
    await journal.close();
    journal = await openAt(place);
    expect(journal.unseal(sealed)).toBe('010-1234-5678');
  });

  test("another counter's seal is not opened", async () => {
    const other = newPlace();
    const stranger = await openAt(other);
    expect(() => journal.unseal(stranger.seal('124-81-00998'))).toThrow(JournalError);
    await stranger.close();
    other.remove();
  });
});

describe('backup', () => {
  test('is one file with everything that was there, and opens as a journal with the same keys', async () => {
    const story = tellStory();
    for (let index = 0; index < 60; index += 1) await journal.append(story.next(index * 7));
    const path = join(place.dir, 'backup.db');
    const { lastSeq } = await journal.backup(path);
    expect(lastSeq).toBe(story.entries.length);
    await journal.append([failure('after the backup')]);
    await expect(journal.backup(path)).rejects.toBeInstanceOf(JournalRefusal);
    const restored = await openJournal({ path, keys: place.keys });
    if (!restored.ok) throw new Error(restored.detail);
    expect(restored.journal.counterId).toBe('counter-1');
    expect(await restored.journal.verify()).toMatchObject({ ok: true, rows: lastSeq });
    await restored.journal.close();
  });

  test('to a place that is not there fails and leaves nothing behind', async () => {
    await expect(journal.backup(join(place.dir, 'nowhere', 'backup.db'))).rejects.toMatchObject({ code: 'journal.unavailable' });
    expect(await journal.append([failure('still here')])).toMatchObject([{ seq: 1 }]);
  });
});

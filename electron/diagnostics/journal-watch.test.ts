import { describe, expect, it } from 'vitest';
import type { Counter } from '../counter.ts';
import { createJournalWatch, LOW_DISK_BYTES } from './journal-watch.ts';

describe('room on the disk', () => {
  const watched = async (free: () => number) => {
    const failures: string[] = [];
    const stub = { now: () => new Date(), memory: { trouble: null }, changed: () => failures.push('changed'), log: () => undefined, background: () => undefined } as unknown as Counter;
    const watch = createJournalWatch(stub, '', async () => free());
    await watch.look();
    return { watch, failures };
  };

  it('is warned of before it is full, and the warning ends when there is room again', async () => {
    let free = LOW_DISK_BYTES - 1;
    const { watch, failures } = await watched(() => free);
    expect(watch.health()).toMatchObject({ state: 'warning', failure: 'journal.disk-low' });
    const { since } = watch.health();
    await watch.look();
    expect(watch.health().since).toBe(since);
    expect(failures).toHaveLength(1);
    free = LOW_DISK_BYTES;
    await watch.look();
    expect(watch.health()).toMatchObject({ state: 'ok', failure: null });
  });

  it('that cannot be asked about is no trouble of the journal', async () => {
    const { watch } = await watched(() => {
      throw new Error('no such folder');
    });
    expect(watch.health()).toMatchObject({ state: 'ok', failure: null });
    expect(watch.freeBytes()).toBeNull();
  });
});

describe('a chain that does not hold', () => {
  it('is told, recorded, and stays told until it holds again', async () => {
    let faults = [{ seq: 7, what: 'hash' }];
    const written: string[] = [];
    const work: Promise<unknown>[] = [];
    const journal = {
      verify: async () => ({ ok: faults.length === 0, rows: 9, lastSeq: 9, lastHash: '', faults }),
      append: async (entries: readonly { kind: string; payload: unknown }[]) => void written.push(...entries.map(({ payload }) => JSON.stringify(payload))),
    };
    const stub = { now: () => new Date(), journal, memory: { trouble: null, shift: null, signedIn: null }, changed: () => undefined, log: () => undefined, background: (promise: Promise<unknown>) => work.push(promise) } as unknown as Counter;
    const watch = createJournalWatch(stub, '', async () => LOW_DISK_BYTES);
    watch.verify();
    expect(watch.verification()).toMatchObject({ state: 'running' });
    // A second asking is the same reading.
    watch.verify();
    expect(work).toHaveLength(1);
    await Promise.all(work);
    expect(watch.verification()).toMatchObject({ state: 'done', ok: false, firstFault: '7: hash' });
    expect(watch.health()).toMatchObject({ state: 'down', failure: 'journal.corrupt' });
    expect(written).toEqual([JSON.stringify({ code: 'journal.corrupt', detail: '7: hash' })]);
    await watch.look();
    expect(watch.health()).toMatchObject({ state: 'down' });
    faults = [];
    watch.verify();
    await Promise.all(work);
    expect(watch.health()).toMatchObject({ state: 'ok', failure: null });
  });
});

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

import { describe, expect, it, vi } from 'vitest';
import { createLate } from './late.ts';

describe('a part of a window that comes later', () => {
  it('is fetched once, however often it is asked for, and is here from then on', async () => {
    const load = vi.fn<() => Promise<string>>().mockResolvedValue('history');
    const late = createLate(load);
    expect(late.standing()).toEqual({ at: 'coming' });
    expect(load).not.toHaveBeenCalled();
    await Promise.all([late.fetch(), late.fetch()]);
    await late.fetch();
    expect(load).toHaveBeenCalledTimes(1);
    expect(late.standing()).toEqual({ at: 'here', part: 'history' });
  });

  it('says that it failed, throws nothing, and is asked for again by the next who wants it', async () => {
    const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('no such file')).mockResolvedValue('history');
    const late = createLate(load);
    const heard: unknown[] = [];
    late.subscribe(() => heard.push(late.standing()));
    await late.fetch();
    expect(late.standing()).toEqual({ at: 'failed', detail: 'Error: no such file' });
    await late.fetch();
    expect(heard).toEqual([{ at: 'failed', detail: 'Error: no such file' }, { at: 'coming' }, { at: 'here', part: 'history' }]);
  });

  it('tells who listens, and nobody who has stopped', async () => {
    const late = createLate(() => Promise.resolve(1));
    const heard = vi.fn<() => void>();
    const gone = vi.fn<() => void>();
    late.subscribe(heard);
    late.subscribe(gone)();
    await late.fetch();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(gone).not.toHaveBeenCalled();
  });
});

import { describe, expect, it, vi } from 'vitest';
import { createViewStore } from './store.ts';

describe('the view store', () => {
  it('keeps the newest view; an older one, or the same again, changes nothing', () => {
    const store = createViewStore<{ readonly revision: number }>();
    const heard = vi.fn();
    store.subscribe(heard);
    store.put({ revision: 5 });
    store.put({ revision: 4 });
    store.put({ revision: 5 });
    expect(store.get()).toEqual({ revision: 5 });
    expect(heard).toHaveBeenCalledTimes(1);
    store.put({ revision: 6 });
    expect(store.get()).toEqual({ revision: 6 });
  });

  it('forgets who has unsubscribed', () => {
    const store = createViewStore<{ readonly revision: number }>();
    const heard = vi.fn();
    store.subscribe(heard)();
    store.put({ revision: 1 });
    expect(heard).not.toHaveBeenCalled();
  });
});

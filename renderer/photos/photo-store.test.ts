/** Photos at hand in a window: asked for a few at a time, once, in the order of sight; bounded. */
import { describe, expect, it } from 'vitest';
import { MAX_PHOTOS_PER_CALL } from '../../contract/limits.ts';
import { createPhotoStore, MAX_KEPT_BYTES, MAX_WAITING, type PhotoBytes } from './photo-store.ts';

const name = (n: number) => n.toString(16).padStart(64, '0');
type Answer = readonly { readonly photo: string; readonly bytes: PhotoBytes }[] | null;
const PICTURE = Uint8Array.from([1, 2, 3]);
const view = (photo: string) => ({ photo, bytes: PICTURE });

/** Main, that answers when it is told to. */
function setUp(answer: (photos: readonly string[]) => Answer = (photos) => photos.map(view)) {
  const asked: (readonly string[])[] = [];
  let moments: (() => void)[] = [];
  const store = createPhotoStore({
    ask: async (photos) => {
      asked.push(photos);
      return answer(photos);
    },
    later: (act) => moments.push(act),
  });
  /** Lets the window have a moment, until nothing is left to do. */
  const rest = async () => {
    for (let rounds = 0; moments.length > 0 && rounds < 1_000; rounds += 1) {
      const now = moments;
      moments = [];
      for (const act of now) act();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { store, asked, rest, moments: () => moments.length };
}

describe('the photos of a window', () => {
  it('are asked for once, a few at a time, and told when they are here', async () => {
    const { store, asked, rest, moments } = setUp();
    let told = 0;
    const leave = store.subscribe(() => (told += 1));
    for (const n of [1, 2, 3, 4, 5, 6, 1, 1]) store.want(name(n));
    expect(asked).toEqual([]);
    expect(moments(), 'one question at a time').toBe(1);
    await rest();
    expect(asked.flat().toSorted()).toEqual([1, 2, 3, 4, 5, 6].map(name));
    for (const photos of asked) expect(photos.length).toBeLessThanOrEqual(MAX_PHOTOS_PER_CALL);
    expect(told).toBe(asked.length);
    expect(store.get(name(3))).toBe(PICTURE);
    const before = asked.length;
    store.want(name(3));
    await rest();
    expect(asked).toHaveLength(before);
    leave();
    store.keep(name(9), PICTURE);
    expect(told).toBe(before);
  });

  it('come first that were wanted last, and what was scrolled past long ago is not asked for at all', async () => {
    const { store, asked, rest } = setUp();
    for (let n = 0; n < MAX_WAITING + 10; n += 1) store.want(name(n));
    await rest();
    expect(asked[0]).toContain(name(MAX_WAITING + 9));
    expect(asked.flat()).toHaveLength(MAX_WAITING);
    expect(asked.flat()).not.toContain(name(9));
  });

  it('are not asked for again when there are none, but are when it could not be said', async () => {
    let answer: Answer = null;
    const { store, asked, rest } = setUp(() => answer);
    store.want(name(1));
    await rest();
    store.want(name(1));
    answer = [];
    await rest();
    store.want(name(1));
    await rest();
    expect(asked).toHaveLength(2);
    store.keep(name(1), PICTURE);
    expect(store.get(name(1))).toBe(PICTURE);
  });

  it('give way to newer ones, those in use last', async () => {
    const { store, rest } = setUp();
    const third = new Uint8Array(Math.floor(MAX_KEPT_BYTES / 3));
    for (const n of [1, 2, 3]) store.keep(name(n), third);
    store.want(name(1));
    await rest();
    store.keep(name(4), third);
    expect([1, 2, 3, 4].map((n) => store.get(name(n)) !== null)).toEqual([true, false, true, true]);
    store.keep(name(4), third);
    expect([1, 2, 3, 4].map((n) => store.get(name(n)) !== null)).toEqual([true, false, true, true]);
  });
});

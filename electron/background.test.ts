import { describe, expect, it } from 'vitest';
import { createBackground } from './background.ts';

const start = () => {
  const said: string[] = [];
  return { said, background: createBackground((line) => void said.push(line)) };
};

describe('work nobody waits for', () => {
  it('is waited for when the counter closes, with what it begins itself', async () => {
    const { background } = start();
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const done: string[] = [];
    background.run(
      first.promise.then(() => {
        done.push('first');
        background.run(second.promise.then(() => void done.push('second')));
      }),
    );
    const idle = background.idle().then(() => done.push('idle'));
    first.resolve();
    await first.promise;
    await new Promise((resolve) => setImmediate(resolve));
    expect(done).toEqual(['first']);
    second.resolve();
    await idle;
    expect(done).toEqual(['first', 'second', 'idle']);
  });

  it('says its bugs, and goes on', async () => {
    const { said, background } = start();
    background.run(Promise.reject(new Error('a bug')));
    await background.idle();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('a bug');
  });

  it('that was given up says nothing once the journal is closed', async () => {
    const { said, background } = start();
    const late = Promise.withResolvers<void>();
    background.run(late.promise);
    background.closed();
    late.reject(new Error('the journal is closed'));
    await background.idle();
    expect(said).toEqual([]);
  });

  it('can see that it is to come to an end', () => {
    const { background } = start();
    expect(background.isStopping()).toBe(false);
    background.stop();
    expect(background.isStopping()).toBe(true);
  });
});

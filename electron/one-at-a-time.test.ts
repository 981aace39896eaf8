import { describe, expect, it } from 'vitest';
import { oneAtATime, oneAtATimeEach } from './one-at-a-time.ts';

describe('a queue for each key', () => {
  it('runs what has one key in order, and never two at once', async () => {
    const run = oneAtATimeEach();
    const seen: string[] = [];
    const job = (name: string) => async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
    };
    await Promise.all([run('r1', job('a')), run('r1', job('b'))]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('lets one that never ends hold up its own key alone', async () => {
    const run = oneAtATimeEach();
    const stuck = Promise.withResolvers<string>();
    const first = run('r1', () => stuck.promise);
    expect(await run('r2', async () => 'done')).toBe('done');
    const behind = run('r1', async () => 'after it');
    stuck.resolve('done late');
    expect(await Promise.all([first, behind])).toEqual(['done late', 'after it']);
  });

  it('goes on after a job that threw', async () => {
    const run = oneAtATimeEach();
    await expect(run('r1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await run('r1', async () => 'done')).toBe('done');
  });
});

it('a queue takes no more than it can hold, and says so', async () => {
  const run = oneAtATime();
  const stuck = Promise.withResolvers<null>();
  const waiting = Array.from({ length: 200 }, () => run(() => stuck.promise));
  expect(await run(async () => null)).toMatchObject({ ok: false, code: 'sale.not-in-this-stage' });
  stuck.resolve(null);
  await Promise.all(waiting);
  expect(await run(async () => 'again')).toBe('again');
});

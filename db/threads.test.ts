import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { threadId } from 'node:worker_threads';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { keepThread, takeThread } from './threads.ts';

/** Answers with what it is told, and ends by being told to throw; a kind of its own for each test. */
const echo = (kind: string) =>
  new URL(`data:text/javascript,import { parentPort } from 'node:worker_threads'; parentPort.on('message', (said) => { if (said === 'throw') throw new Error('${kind}'); parentPort.postMessage(said); });`);

async function answer(worker: ReturnType<typeof takeThread>, said: string): Promise<unknown> {
  const heard = once(worker, 'message');
  worker.postMessage(said);
  return (await heard)[0];
}

describe('a thread that has closed its file', () => {
  it('opens the next of its kind, and hears nothing of the time before', async () => {
    const file = echo('again');
    const first = takeThread(file, 'again');
    const heard: unknown[] = [];
    first.on('message', (said) => heard.push(said));
    expect(await answer(first, 'one')).toBe('one');
    await keepThread(file, first);
    const second = takeThread(file, 'again');
    expect(second.threadId).toBe(first.threadId);
    expect(second.threadId).not.toBe(threadId);
    expect(await answer(second, 'two')).toBe('two');
    expect(heard).toEqual(['one']);
    await second.terminate();
  });

  it('is not given to two', async () => {
    const file = echo('two');
    await keepThread(file, takeThread(file, 'two'));
    const [one, other] = [takeThread(file, 'two'), takeThread(file, 'two')];
    expect(one.threadId).not.toBe(other.threadId);
    await Promise.all([one.terminate(), other.terminate()]);
  });

  it('opens no file of another kind', async () => {
    const [file, another] = [echo('this'), echo('that')];
    const first = takeThread(file, 'this');
    await keepThread(file, first);
    const other = takeThread(another, 'that');
    expect(other.threadId).not.toBe(first.threadId);
    await Promise.all([takeThread(file, 'this').terminate(), other.terminate()]);
  });

  it('is not kept beyond two, and none that ended meanwhile is given out', async () => {
    const file = echo('bound');
    const [first, second, third] = [takeThread(file, 'bound'), takeThread(file, 'bound'), takeThread(file, 'bound')];
    for (const worker of [first, second, third]) await keepThread(file, worker);
    expect(third.threadId, 'it has ended').toBe(-1);
    const ended = new Promise((resolve) => second.once('exit', resolve));
    second.postMessage('throw');
    await ended;
    const [again, fresh] = [takeThread(file, 'bound'), takeThread(file, 'bound')];
    expect(again).toBe(first);
    expect(fresh).not.toBe(second);
    await Promise.all([again.terminate(), fresh.terminate()]);
  });

  it('that ended before it was kept is not given out', async () => {
    const file = echo('late');
    const gone = takeThread(file, 'late');
    await gone.terminate();
    await keepThread(file, gone);
    const fresh = takeThread(file, 'late');
    expect(await answer(fresh, 'here')).toBe('here');
    await fresh.terminate();
  });

  it('does not keep the program from ending', () => {
    const program = `
      const { keepThread, takeThread } = await import(${JSON.stringify(new URL('threads.ts', import.meta.url).href)});
      const file = new URL(${JSON.stringify(echo('end').href)});
      await keepThread(file, takeThread(file, 'end'));
    `;
    const { status, signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { timeout: 30_000 });
    expect({ status, signal }).toEqual({ status: 0, signal: null });
  });
});

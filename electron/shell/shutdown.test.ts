import { describe, expect, it, vi } from 'vitest';
import { bringToFront, makeQuitDrain } from './shutdown.ts';

const event = () => ({ preventDefault: vi.fn<() => void>() });

describe('quitting', () => {
  it('is held back until everything has ended, then asked for again and let pass', async () => {
    const stopping = Promise.withResolvers<void>();
    const stop = vi.fn(() => stopping.promise);
    const quit = vi.fn<() => void>();
    const drain = makeQuitDrain(stop, quit, () => {});
    const first = event();
    const second = event();
    drain(first);
    drain(second);
    expect([first.preventDefault.mock.calls.length, second.preventDefault.mock.calls.length]).toEqual([1, 1]);
    expect(stop).toHaveBeenCalledTimes(1);
    expect(quit).not.toHaveBeenCalled();
    stopping.resolve();
    await vi.waitFor(() => expect(quit).toHaveBeenCalledTimes(1));
    const last = event();
    drain(last);
    expect(last.preventDefault).not.toHaveBeenCalled();
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('does not wait for ever, and says so', async () => {
    const quit = vi.fn<() => void>();
    const report = vi.fn<(problem: string) => void>();
    makeQuitDrain(() => new Promise(() => {}), quit, report, 10)(event());
    await vi.waitFor(() => expect(quit).toHaveBeenCalledTimes(1));
    expect(report).toHaveBeenCalledWith(expect.stringContaining('longer than'));
  });

  it('goes on when stopping fails, and says why', async () => {
    const quit = vi.fn<() => void>();
    const report = vi.fn<(problem: string) => void>();
    makeQuitDrain(() => Promise.reject(new Error('disk full')), quit, report)(event());
    await vi.waitFor(() => expect(quit).toHaveBeenCalledTimes(1));
    expect(report).toHaveBeenCalledWith('stopping failed: disk full');
  });
});

describe('a second start', () => {
  const windowThat = (minimized: boolean) => {
    const acts: string[] = [];
    const act = (name: string) => () => void acts.push(name);
    return { acts, isMinimized: () => minimized, restore: act('restore'), show: act('show'), focus: act('focus') };
  };

  it('shows and focuses the first one’s window', () => {
    const window = windowThat(false);
    bringToFront(window);
    expect(window.acts).toEqual(['show', 'focus']);
  });

  it('restores it when it was minimised', () => {
    const window = windowThat(true);
    bringToFront(window);
    expect(window.acts).toEqual(['restore', 'show', 'focus']);
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../contract/envelope.ts';
import { createClient } from './bridge.ts';

function bridgeAnswering(answer: (frame: { id: number; call: string }) => string | Promise<string>) {
  const sent: string[] = [];
  const listeners: ((raw: string) => void)[] = [];
  const bridge: Bridge = {
    window: 'cashier',
    invoke: async (raw) => {
      sent.push(raw);
      return answer(JSON.parse(raw));
    },
    onPush: (listener) => listeners.push(listener),
  };
  return { bridge, sent, push: (raw: string) => listeners.forEach((listener) => listener(raw)) };
}

describe('a call', () => {
  it('goes out as a frame and comes back parsed', async () => {
    const { bridge, sent } = bridgeAnswering(({ id }) => JSON.stringify({ id, ok: true, res: { n: 7 } }));
    expect(await createClient(bridge).call('counter.ping', { n: 7 })).toEqual({ ok: true, res: { n: 7 } });
    expect(sent.map((raw) => JSON.parse(raw))).toEqual([{ id: 1, call: 'counter.ping', req: { n: 7 } }]);
  });

  it('brings a refusal with its code', async () => {
    const { bridge } = bridgeAnswering(({ id }) => JSON.stringify({ id, ok: false, code: 'people.pin-wrong', detail: 'two left' }));
    expect(await createClient(bridge).call('people.signIn', { userId: 'u', pin: '1234' })).toEqual({ ok: false, code: 'people.pin-wrong', detail: 'two left' });
  });

  it.each([['rubbish', 'not json'], ['no frame', '{"ok":"perhaps"}'], ['an unknown code', '{"id":1,"ok":false,"code":"no.such","detail":""}']])(
    'that is answered with %s is a refusal, never an exception',
    async (_name, raw) => {
      const { bridge } = bridgeAnswering(() => raw);
      expect(await createClient(bridge).call('counter.ping', { n: 7 })).toMatchObject({ ok: false, code: 'program.bug' });
    },
  );

  it('that fails on the way is a refusal', async () => {
    const { bridge } = bridgeAnswering(() => Promise.reject(new Error('the window is closing')));
    expect(await createClient(bridge).call('counter.ping', { n: 7 })).toEqual({ ok: false, code: 'program.bug', detail: 'the window is closing' });
  });

  it('that is never answered ends at its time limit', async () => {
    vi.useFakeTimers();
    const { bridge } = bridgeAnswering(() => new Promise<string>(() => undefined));
    const result = createClient(bridge, 30_000).call('counter.ping', { n: 7 });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await result).toMatchObject({ ok: false, code: 'program.bug' });
    vi.useRealTimers();
  });
});

describe('a push', () => {
  it('that cannot be read is reported and drawn by nobody', () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const seen = vi.fn();
    const { bridge, push } = bridgeAnswering(() => '');
    createClient(bridge).onView(seen);
    push('{"ev":"counter.changed","data":{"revision":"one"}}');
    push('not json');
    expect(seen).not.toHaveBeenCalled();
    expect(reported).toHaveBeenCalledTimes(2);
    vi.unstubAllGlobals();
  });
});

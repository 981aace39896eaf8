import { describe, expect, it } from 'vitest';
import { INVOKE_CHANNEL, makeBridge, PUSH_CHANNEL, type PreloadIpc } from './bridge.ts';

type Heard = { readonly channel: string; readonly listener: (event: unknown, raw: unknown) => void };

const makeIpc = (answer: unknown = '{}'): PreloadIpc & { readonly sent: unknown[]; readonly heard: Heard[] } => {
  const sent: unknown[] = [];
  const heard: Heard[] = [];
  return {
    sent,
    heard,
    invoke: (channel, raw) => {
      sent.push([channel, raw]);
      return Promise.resolve(answer);
    },
    on: (channel, listener) => heard.push({ channel, listener }),
  };
};

describe('the bridge', () => {
  it('has three members, frozen, none of them the ipc', () => {
    const ipc = makeIpc();
    const bridge = makeBridge(ipc, '/cashier.html');
    expect(Object.keys(bridge).toSorted()).toEqual(['invoke', 'onPush', 'window']);
    expect(Object.isFrozen(bridge)).toBe(true);
    expect(Object.values(bridge)).not.toContain(ipc);
  });

  it('carries a string there and a string back, on its own channel only', async () => {
    const ipc = makeIpc('{"ok":true}');
    await expect(makeBridge(ipc, '/cashier.html').invoke('{"id":1}')).resolves.toBe('{"ok":true}');
    expect(ipc.sent).toEqual([[INVOKE_CHANNEL, '{"id":1}']]);
  });

  it.each([7, null, {}, 'x'.repeat(300_000)])('refuses to send %o', async raw => {
    const ipc = makeIpc();
    const invoke: unknown = Reflect.get(makeBridge(ipc, '/cashier.html'), 'invoke');
    if (typeof invoke !== 'function') throw new Error('no invoke');
    await expect(Promise.resolve(Reflect.apply(invoke, undefined, [raw]))).rejects.toThrow(TypeError);
    expect(ipc.sent).toEqual([]);
  });

  it('does not pass on an answer that is no string', async () => {
    await expect(makeBridge(makeIpc({ secret: 1 }), '/cashier.html').invoke('{}')).rejects.toThrow(TypeError);
  });

  it('hands a listener the text of a push, never its event', () => {
    const ipc = makeIpc();
    const texts: unknown[][] = [];
    makeBridge(ipc, '/cashier.html').onPush((...args) => void texts.push(args));
    expect(ipc.heard.map(({ channel }) => channel)).toEqual([PUSH_CHANNEL]);
    ipc.heard[0]?.listener({ sender: 'ipcRenderer' }, '{"ev":"x"}');
    ipc.heard[0]?.listener({ sender: 'ipcRenderer' }, { not: 'text' });
    expect(texts).toEqual([['{"ev":"x"}']]);
  });

  it('takes a bounded number of listeners', () => {
    const bridge = makeBridge(makeIpc(), '/cashier.html');
    for (let count = 0; count < 16; count += 1) bridge.onPush(() => {});
    expect(() => bridge.onPush(() => {})).toThrow(RangeError);
  });

  it('says which window it is in', () => {
    expect(makeBridge(makeIpc(), '/cashier.html').window).toBe('cashier');
    expect(makeBridge(makeIpc(), '/customer.html').window).toBe('customer');
  });
});

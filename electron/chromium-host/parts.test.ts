import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toAppUrl, toPageUrl } from './addresses.ts';
import { watchShown } from './browser-window.ts';
import { connectCdp } from './cdp.ts';
import { chromiumSwitches, findChromium } from './chromium.ts';
import { takeInstanceLock, type InstanceLock } from './instance-lock.ts';
import { frozenCopy, installPageBridge, makePageIpc, takeBrowserHabitsAway } from './page-bridge.ts';
import { explainForbidden, remoteDebuggingForbiddenBy } from './policy.ts';
import { utilityProcess } from './utility-process.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'gyesandae-host-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('addresses', () => {
  it('go to a name that never resolves, and back', () => {
    for (const address of ['app://counter/cashier.html', 'app://counter/a/b.js?x=1#y', 'app://counter/']) {
      expect(new URL(toPageUrl(address)).hostname).toBe('counter.app.invalid');
      expect(toAppUrl(toPageUrl(address))).toBe(address);
    }
    expect(toAppUrl('https://counter.app.invalid')).toBe('app://counter');
  });

  it('of others stay what they are, also when they look alike', () => {
    for (const address of ['https://example.com/', 'https://counter.app.invalid.example.com/', 'https://x.counter.app.invalid/', 'data:text/html,x']) {
      expect(toAppUrl(address)).toBe(address);
    }
    expect(toPageUrl('https://example.com/')).toBe('https://example.com/');
  });
});

describe('the pipe to Chromium', () => {
  const connect = () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const sent: string[] = [];
    output.on('data', (data: Buffer) => sent.push(...data.toString().split('\0').filter(Boolean)));
    return { cdp: connectCdp(input, output), input, sent };
  };

  it('matches answers to calls, in whatever pieces they come', async () => {
    const { cdp, input, sent } = connect();
    const answer = cdp.session('S').send('Page.getFrameTree', {});
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(JSON.parse(sent[0] ?? '')).toEqual({ id: 1, method: 'Page.getFrameTree', params: {}, sessionId: 'S' });
    const bytes = Buffer.from('{"id":1,"result":{"frameTree":{"frame":{"id":"프레임"}}}}\0');
    for (const byte of bytes) input.write(Buffer.from([byte]));
    expect((await answer).frameTree.frame.id).toBe('프레임');
  });

  it('hands events to their own session only', async () => {
    const { cdp, input } = connect();
    const heard: string[] = [];
    cdp.session('A').on('Page.loadEventFired', () => void heard.push('A'));
    cdp.session('B').on('Page.loadEventFired', () => void heard.push('B'));
    input.write('{"method":"Page.loadEventFired","params":{},"sessionId":"B"}\0');
    await vi.waitFor(() => expect(heard).toEqual(['B']));
  });

  it('rejects a refused call with its name, and everything that waits when the other side is gone', async () => {
    const { cdp, input } = connect();
    const refused = cdp.send('Browser.close', {});
    input.write('{"id":1,"error":{"message":"no"}}\0');
    await expect(refused).rejects.toThrow('Browser.close: no');
    const waiting = cdp.send('Browser.close', {});
    input.destroy();
    await expect(waiting).rejects.toThrow(/Chromium is gone/);
    expect(await cdp.closed).toBe('the pipe was closed');
    await expect(cdp.send('Browser.close', {})).rejects.toThrow(/Chromium is gone/);
  });
});

describe('one counter per data folder', () => {
  const taken: InstanceLock[] = [];
  afterEach(() => {
    for (const lock of taken.splice(0)) if (lock.held) lock.release();
  });
  const take = (): InstanceLock => {
    const lock = takeInstanceLock(dir);
    taken.push(lock);
    return lock;
  };

  it('is the first; the second is turned away and knocks', async () => {
    const first = take();
    if (!first.held) throw new Error('not held');
    const knocks = vi.fn<() => void>();
    first.onKnock(knocks);
    const second = take();
    expect(second).toEqual({ held: false, holderPid: process.pid });
    await vi.waitFor(() => expect(knocks).toHaveBeenCalledTimes(1));
    expect(readdirSync(dir)).toEqual(['instance.lock']);
  });

  it('gives the folder back when it ends', () => {
    const first = take();
    if (!first.held) throw new Error('not held');
    first.release();
    expect(readdirSync(dir)).toEqual([]);
    expect(take().held).toBe(true);
  });

  it.each(['999999999 1', '', 'rubbish', `${process.pid} 1`])('takes over from a holder that is dead, broken or somebody else by now: "%s"', holder => {
    writeFileSync(path.join(dir, 'instance.lock'), holder);
    // On a system without /proc the last of these could not be told from the living.
    expect(take().held).toBe(true);
  });
});

describe('the policy RemoteDebuggingAllowed', () => {
  it('is found where it forbids, and explained with a way out', () => {
    const file = path.join(dir, 'shop.json');
    writeFileSync(file, '{"RemoteDebuggingAllowed": false}');
    expect(remoteDebuggingForbiddenBy([path.join(dir, 'missing'), dir])).toBe(file);
    expect(explainForbidden(file)).toMatch(/RemoteDebuggingAllowed=false[\s\S]*Electron/);
  });

  it('does not hinder when it allows, is absent or cannot be read', () => {
    writeFileSync(path.join(dir, 'a.json'), '{"RemoteDebuggingAllowed": true}');
    writeFileSync(path.join(dir, 'b.json'), '{"HomepageLocation": "x"}');
    writeFileSync(path.join(dir, 'c.json'), '{ broken');
    expect(remoteDebuggingForbiddenBy([dir])).toBeNull();
  });
});

describe('the browser', () => {
  it('is the one named, or else the first that is installed; a wrong name is not passed over', () => {
    const installed = (file: string): boolean => file === '/usr/bin/google-chrome';
    expect(findChromium(undefined, installed)).toBe('/usr/bin/google-chrome');
    expect(() => findChromium('/opt/none', installed)).toThrow(/GYESANDAE_CHROMIUM/);
    expect(() => findChromium(undefined, () => false)).toThrow(/no Chromium, Chrome or Edge/);
  });

  it('loses its sandbox only as root', () => {
    expect(chromiumSwitches('/p', [], false)).not.toContain('--no-sandbox');
    expect(chromiumSwitches('/p', ['--no-sandbox'], true).filter(name => name === '--no-sandbox')).toHaveLength(1);
  });

  it('opens no port, finds no network and shows no address bar', () => {
    const switches = chromiumSwitches('/p', [], false);
    expect(switches).toContain('--remote-debugging-pipe');
    expect(switches.some(name => name.startsWith('--remote-debugging-port'))).toBe(false);
    expect(switches).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
    expect(switches.at(-1)).toMatch(/^--app=data:/);
  });
});

describe('a window that is never shown', () => {
  it('is reported, one that is shown is not', async () => {
    const never = vi.fn<() => void>();
    const shown = vi.fn<() => void>();
    watchShown(never, 5);
    watchShown(shown, 5)();
    await vi.waitFor(() => expect(never).toHaveBeenCalledTimes(1));
    expect(shown).not.toHaveBeenCalled();
  });
});

describe('the page’s side of the bridge', () => {
  type Event = Parameters<Parameters<Parameters<typeof takeBrowserHabitsAway>[0]['addEventListener']>[1]>[0];
  const makePage = (hostname = 'counter.app.invalid') => {
    const listeners = new Map<string, (event: Event) => void>();
    const page = {
      location: { hostname },
      top: null as unknown,
      binding: vi.fn<(text: string) => void>(),
      addEventListener: (type: string, listener: (event: Event) => void) => void listeners.set(type, listener),
    };
    page.top = page;
    const fire = (type: string, event: Omit<Event, 'preventDefault'>): boolean => {
      let prevented = false;
      listeners.get(type)?.({ ...event, preventDefault: () => (prevented = true) });
      return prevented;
    };
    return { page, fire };
  };
  const parts = { takeBrowserHabitsAway, frozenCopy, makePageIpc };

  it('takes the binding from the page and lends the preload its electron', () => {
    const { page } = makePage();
    installPageBridge(
      page,
      'binding',
      require => {
        const { contextBridge }: { contextBridge?: { exposeInMainWorld(name: string, api: unknown): void } } = require('electron');
        contextBridge?.exposeInMainWorld('till', { list: [1], act: () => 'done' });
        expect(() => require('node:fs')).toThrow(/module not found/);
        expect(() => contextBridge?.exposeInMainWorld('till', {})).toThrow(/existing property/);
      },
      parts,
    );
    expect('binding' in page).toBe(false);
    const till: unknown = Reflect.get(page, 'till');
    expect(Object.isFrozen(till)).toBe(true);
    expect(Object.isFrozen(Reflect.get(till as object, 'list'))).toBe(true);
    expect(Reflect.set(page, 'till', 'another')).toBe(false);
  });

  it.each(['a foreign page', 'a frame'])('gives nothing to %s, not even the binding', which => {
    const { page } = makePage(which === 'a foreign page' ? 'example.com' : undefined);
    if (which === 'a frame') page.top = {};
    const preload = vi.fn<() => void>();
    installPageBridge(page, 'binding', preload, parts);
    expect(preload).not.toHaveBeenCalled();
    expect('binding' in page).toBe(false);
  });

  it('matches answers, hands on pushes, and lets only text through', async () => {
    const { page } = makePage();
    const sent: string[] = [];
    const ipc = makePageIpc(page, 'b', text => void sent.push(text));
    const arrive: unknown = Reflect.get(page, 'b_in');
    if (typeof arrive !== 'function') throw new Error('no way in');
    const [first, second] = [ipc.invoke('c', 'one'), ipc.invoke('c', 'two')];
    expect(sent.map(text => JSON.parse(text))).toEqual([
      { id: 1, channel: 'c', args: ['one'] },
      { id: 2, channel: 'c', args: ['two'] },
    ]);
    arrive('{"id":2,"value":"second"}');
    arrive('{"id":1,"problem":"no"}');
    arrive('{"id":9,"value":"nobody asked"}');
    await expect(first).rejects.toThrow('no');
    await expect(second).resolves.toBe('second');
    await expect(ipc.invoke('c', { not: 'text' })).rejects.toThrow(/only strings/);
    const heard: unknown[] = [];
    ipc.on('p', (_event, raw) => void heard.push(raw));
    arrive('{"channel":"p","raw":"x"}');
    arrive('{"channel":"q","raw":"y"}');
    expect(heard).toEqual(['x']);
  });

  it('stops the keys of a browser and leaves those of an editor', () => {
    const { page, fire } = makePage();
    takeBrowserHabitsAway(page);
    for (const key of ['n', 't', 'w', 'r', 'p', 's', 'f', 'o', 'j', 'u', '+', '-', '0', 'Tab', 'F4']) expect([key, fire('keydown', { key, ctrlKey: true })]).toEqual([key, true]);
    for (const key of ['F1', 'F3', 'F5', 'F11', 'F12']) expect([key, fire('keydown', { key })]).toEqual([key, true]);
    for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'd']) expect([key, fire('keydown', { key, altKey: true })]).toEqual([key, true]);
    for (const key of ['a', 'c', 'v', 'x', 'z', 'ArrowLeft', 'Backspace']) expect([key, fire('keydown', { key, ctrlKey: true })]).toEqual([key, false]);
    for (const key of ['a', 'Enter', 'Escape', 'Tab', '1', 'ArrowDown', 'Delete']) expect([key, fire('keydown', { key })]).toEqual([key, false]);
    expect(fire('contextmenu', {})).toBe(true);
    expect(fire('drop', {})).toBe(true);
    expect([fire('wheel', { ctrlKey: true }), fire('wheel', {})]).toEqual([true, false]);
    expect(Reflect.apply(Reflect.get(page, 'open') as () => unknown, page, [])).toBeNull();
  });
});

describe('a program of the host', () => {
  it('speaks through its pipes and is told when it ends', async () => {
    const script = path.join(dir, 'child.mjs');
    writeFileSync(script, "console.log(process.env.EXIT_WITH_STDIN, process.argv[2]); process.stdin.on('end', () => process.exit(0)).resume();");
    const child = utilityProcess.fork(script, ['hello'], { stdio: 'pipe' });
    const ended = new Promise<number>(resolve => child.on('exit', resolve));
    const said = await new Promise<string>(resolve => child.stdout.once('data', (data: Buffer) => resolve(data.toString())));
    expect(said).toBe('1 hello\n');
    child.kill();
    expect(await ended).toBe(1);
    expect(child.pid).toBeUndefined();
  });

  it('dies with a host that is killed outright', async () => {
    const script = path.join(dir, 'child.mjs');
    writeFileSync(script, "process.stdin.on('end', () => process.exit(0)).resume(); console.log(process.pid);");
    const parent = path.join(dir, 'parent.mjs');
    const module = path.join(import.meta.dirname, 'utility-process.ts');
    writeFileSync(
      parent,
      `import { utilityProcess } from ${JSON.stringify(module)};
       utilityProcess.fork(${JSON.stringify(script)}, [], { stdio: 'pipe' }).stdout.pipe(process.stdout);`,
    );
    const host = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = Number(await new Promise<string>(resolve => host.stdout.once('data', (data: Buffer) => resolve(data.toString()))));
    expect(pid).toBeGreaterThan(0);
    host.kill('SIGKILL');
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 10_000, interval: 50 });
  });
});

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTransport } from './create.ts';
import { createMemoryTransport } from './memory.ts';
import type { SerialAddress, Transport } from './port.ts';

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function serve(onLine: (line: Socket) => void): Promise<{ port: number; server: Server }> {
  const lines = new Set<Socket>();
  const server = createServer((line) => {
    lines.add(line);
    line.on('error', () => undefined);
    onLine(line);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(() => {
    for (const line of lines) line.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, server };
}

function tcp(port: number, limits = {}): Transport {
  const transport = createTransport({ kind: 'tcp', host: '127.0.0.1', port, answers: true }, limits);
  cleanups.push(() => transport.close());
  return transport;
}

const deaf = { onData: () => undefined, onDropped: () => undefined };

function collect(): { events: { onData: (bytes: Uint8Array) => void; onDropped: (detail: string) => void }; bytes: number[]; drops: string[]; waitFor: (count: number) => Promise<void> } {
  const bytes: number[] = [];
  const drops: string[] = [];
  return {
    bytes,
    drops,
    events: { onData: (data) => bytes.push(...data), onDropped: (detail) => drops.push(detail) },
    waitFor: async (count) => {
      while (bytes.length < count) await pause(5);
    },
  };
}

describe('a tcp line', () => {
  it('carries bytes both ways', async () => {
    const { port } = await serve((line) => line.on('data', (data) => line.write(data)));
    const transport = tcp(port);
    const heard = collect();
    expect(await transport.open(heard.events)).toEqual({ ok: true });
    expect(await transport.write(Uint8Array.of(0, 27, 255))).toEqual({ ok: true });
    await heard.waitFor(3);
    expect(heard.bytes).toEqual([0, 27, 255]);
  });

  it('refuses a write while closed instead of queueing it', async () => {
    const received: number[] = [];
    const { port } = await serve((line) => line.on('data', (data) => received.push(...data)));
    const transport = tcp(port);
    expect(await transport.write(Uint8Array.of(1))).toMatchObject({ ok: false, cause: 'closed', mayHaveLeft: false });
    await transport.open(deaf);
    await transport.write(Uint8Array.of(2));
    await transport.close();
    expect(await transport.write(Uint8Array.of(3))).toMatchObject({ ok: false, cause: 'closed', mayHaveLeft: false });
    while (received.length === 0) await pause(5);
    expect(received).toEqual([2]);
  });

  it('says when nobody listens at the port', async () => {
    const { port, server } = await serve(() => undefined);
    server.close();
    await once(server, 'close');
    const transport = tcp(port);
    expect(await transport.open(deaf)).toMatchObject({ ok: false, cause: 'refused' });
    expect(transport.isOpen()).toBe(false);
  });

  it('tells its owner once when the other side drops it, and can be opened again', async () => {
    const lines: Socket[] = [];
    const { port } = await serve((line) => lines.push(line));
    const transport = tcp(port);
    const heard = collect();
    await transport.open(heard.events);
    while (lines.length === 0) await pause(5);
    lines[0]?.destroy();
    while (heard.drops.length === 0) await pause(5);
    expect(transport.isOpen()).toBe(false);
    expect(await transport.open(heard.events)).toEqual({ ok: true });
    expect(heard.drops).toHaveLength(1);
  });

  it('does not report its own closing as a drop', async () => {
    const { port } = await serve(() => undefined);
    const transport = tcp(port);
    const heard = collect();
    await transport.open(heard.events);
    await transport.close();
    expect(heard.drops).toEqual([]);
    expect(transport.isOpen()).toBe(false);
  });

  it('ends a write a device does not take, within its limit, and says bytes may have left', async () => {
    const { port } = await serve((line) => line.pause());
    const transport = tcp(port, { writeTimeoutMs: 60, maxWriteBytes: 64 * 1024 * 1024 });
    await transport.open(deaf);
    expect(await transport.write(new Uint8Array(48 * 1024 * 1024))).toMatchObject({ ok: false, cause: 'timeout', mayHaveLeft: true });
  });

  it('refuses a second write while one is under way, and one that is too large', async () => {
    const { port } = await serve((line) => line.resume());
    const transport = tcp(port, { maxWriteBytes: 10 });
    await transport.open(deaf);
    const first = transport.write(Uint8Array.of(1));
    expect(await transport.write(Uint8Array.of(2))).toMatchObject({ ok: false, cause: 'busy', mayHaveLeft: false });
    expect(await first).toEqual({ ok: true });
    expect(await transport.write(new Uint8Array(11))).toMatchObject({ ok: false, cause: 'too-large', mayHaveLeft: false });
  });

  it('refuses to be opened twice', async () => {
    const { port } = await serve(() => undefined);
    const transport = tcp(port);
    await transport.open(deaf);
    expect(await transport.open(deaf)).toMatchObject({ ok: false, cause: 'already-open' });
  });
});

describe('a file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'transport-'));
    cleanups.push(() => rmSync(folder, { recursive: true }));
  });

  it('gets the bytes of each write appended', async () => {
    const path = join(folder, 'slips.bin');
    const transport = createTransport({ kind: 'file', path, answers: false });
    for (const byte of [1, 2]) {
      expect(await transport.open(deaf)).toEqual({ ok: true });
      expect(await transport.write(Uint8Array.of(byte, 255))).toEqual({ ok: true });
      await transport.close();
    }
    expect([...readFileSync(path)]).toEqual([1, 255, 2, 255]);
    expect(await transport.write(Uint8Array.of(9))).toMatchObject({ ok: false, cause: 'closed' });
  });

  it('is refused where the folder is missing, and where the path is no ordinary file', async () => {
    expect(await createTransport({ kind: 'file', path: join(folder, 'no', 'x'), answers: false }).open(deaf)).toMatchObject({ ok: false, cause: 'not-found' });
    expect(await createTransport({ kind: 'file', path: '/dev/null', answers: false }).open(deaf)).toMatchObject({ ok: false, cause: 'io' });
  });
});

const hasSocat = spawnSync('socat', ['-V']).status === 0;

// A pseudo-terminal pair stands for the cable. It has no modem lines, and it is not a USB printer: docs/devices.md.
describe.skipIf(!hasSocat)('lines over a pseudo-terminal pair (needs socat)', () => {
  let near = '';
  let far = '';
  let pair: ChildProcess;
  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pty-'));
    near = join(folder, 'near');
    far = join(folder, 'far');
    pair = spawn('socat', [`pty,rawer,link=${near}`, `pty,rawer,link=${far}`], { stdio: 'ignore' });
    const gone = once(pair, 'exit');
    cleanups.push(async () => {
      pair.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    });
    while (!existsSync(near) || !existsSync(far)) await pause(5);
  });

  const serial = (path: string): SerialAddress => ({
    kind: 'serial', path, baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none', answers: true,
  });

  it('serial to serial: carries all byte values both ways and tells of an unplugged cable', async () => {
    const [one, two] = [createTransport(serial(near)), createTransport(serial(far))];
    cleanups.push(() => one.close(), () => two.close());
    const [heardByOne, heardByTwo] = [collect(), collect()];
    expect(await one.open(heardByOne.events)).toEqual({ ok: true });
    expect(await two.open(heardByTwo.events)).toEqual({ ok: true });
    const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect(await one.write(everyByte)).toEqual({ ok: true });
    await heardByTwo.waitFor(256);
    expect(heardByTwo.bytes).toEqual([...everyByte]);
    await two.write(Uint8Array.of(0x12));
    await heardByOne.waitFor(1);
    expect(heardByOne.bytes).toEqual([0x12]);
    pair.kill();
    while (heardByOne.drops.length === 0) await pause(5);
    expect(await one.write(Uint8Array.of(1))).toMatchObject({ ok: false, cause: 'closed' });
  });

  it('serial: tells of a cable pulled while bytes are under way', async () => {
    const line = createTransport(serial(near));
    const other = createTransport(serial(far));
    cleanups.push(() => line.close(), () => other.close());
    const heard = collect();
    expect(await line.open(heard.events)).toEqual({ ok: true });
    expect(await other.open(collect().events)).toEqual({ ok: true });
    void other.write(new Uint8Array(64 * 1024));
    await heard.waitFor(1);
    pair.kill();
    while (heard.drops.length === 0) await pause(5);
    expect(line.isOpen()).toBe(false);
  });

  it('the printer-class code: carries bytes both ways over a character device, and ends a write nobody takes', async () => {
    const device = createTransport({ kind: 'usb', path: near, answers: true }, { writeTimeoutMs: 80 });
    const other = createTransport(serial(far));
    cleanups.push(() => device.close(), () => other.close());
    const heardByDevice = collect();
    const heardByOther = collect();
    expect(await device.open(heardByDevice.events)).toEqual({ ok: true });
    await other.open(heardByOther.events);
    expect(await device.write(Uint8Array.of(16, 4, 1))).toEqual({ ok: true });
    await heardByOther.waitFor(3);
    expect(heardByOther.bytes).toEqual([16, 4, 1]);
    await other.write(Uint8Array.of(0x16));
    await heardByDevice.waitFor(1);
    expect(heardByDevice.bytes).toEqual([0x16]);
    await other.close();
    pair.kill('SIGSTOP');
    expect(await device.write(new Uint8Array(1024 * 1024))).toMatchObject({ ok: false, cause: 'timeout', mayHaveLeft: true });
    pair.kill('SIGCONT');
  });
});

describe('absent devices', () => {
  it('are named as not found', async () => {
    const usb = createTransport({ kind: 'usb', path: '/dev/usb/no-such-printer', answers: true });
    expect(await usb.open(deaf)).toMatchObject({ ok: false, cause: 'not-found' });
    const missing = createTransport({
      kind: 'serial', path: '/dev/no-such-port', baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none', answers: true,
    });
    expect(await missing.open(deaf)).toMatchObject({ ok: false, cause: 'not-found' });
    expect(await missing.write(Uint8Array.of(1))).toMatchObject({ ok: false, cause: 'closed', mayHaveLeft: false });
  });
});

describe('the memory line', () => {
  it('answers what the function answers, and refuses while closed', async () => {
    const line = createMemoryTransport((bytes) => [Uint8Array.of(bytes.length)]);
    expect(await line.write(Uint8Array.of(1))).toMatchObject({ ok: false, cause: 'closed' });
    const heard = collect();
    await line.open(heard.events);
    await line.write(Uint8Array.of(7, 8));
    await heard.waitFor(1);
    expect([...line.written(), ...heard.bytes]).toEqual([7, 8, 2]);
    line.drop();
    expect(heard.drops).toHaveLength(1);
    expect(line.isOpen()).toBe(false);
  });
});

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { linuxPorts } from '../../transport/serial-ports.ts';
import { createVirtualPrinter } from '../virtual/server.ts';
import type { Candidate, ListCandidates } from './candidates.ts';
import { serialCandidate } from './candidates.ts';
import type { Found, Line, Progress } from './find.ts';
import { FIND_LIMITS, findPrinters } from './find.ts';
import { namedHosts } from './networks.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

const none: ListCandidates = async () => null;
const tcp = (host: string, port: number): Candidate => ({ address: { kind: 'tcp', host, port, answers: true }, where: `${host}:${port}` });

async function find(lists: Partial<Record<Line, readonly Candidate[]>>, signal = new AbortController().signal) {
  const found: Found[] = [];
  const progress: [Line, Progress][] = [];
  const all = { usb: none, serial: none, network: none };
  for (const [line, candidates] of Object.entries(lists)) Object.assign(all, { [line]: async () => candidates });
  await findPrinters({ lists: all, signal, onFound: (each) => found.push(each), onProgress: (line, each) => progress.push([line, each]) });
  return { found, progress };
}

async function virtualPrinter() {
  const printer = await createVirtualPrinter({ columns: 48, port: 0 });
  cleanups.push(() => printer.close());
  return printer;
}

/** Somebody on another address of this computer who is no printer. */
async function stranger(host: string, answer: (bytes: Buffer) => string | null): Promise<number> {
  const server: Server = createServer((line) => {
    line.on('error', () => undefined);
    line.on('data', (bytes) => {
      const said = answer(bytes);
      if (said !== null) line.write(said);
    });
  });
  server.listen(0, host);
  await once(server, 'listening');
  cleanups.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

describe('a search on the network', () => {
  it('finds a printer among neighbours who are none, prints nothing, opens no drawer', async () => {
    const printer = await virtualPrinter();
    const web = await stranger('127.0.0.3', () => 'HTTP/1.1 400 Bad Request\r\n\r\n');
    const { found, progress } = await find({ network: [tcp('127.0.0.2', 9), tcp('127.0.0.3', web), tcp('127.0.0.1', printer.port)] });
    expect(found.filter(({ state }) => state === 'ready')).toEqual([{ line: 'network', address: `tcp://127.0.0.1:${printer.port}`, where: `127.0.0.1:${printer.port}`, state: 'ready' }]);
    expect(printer.state()).toMatchObject({ slipCount: 0, drawerKicks: 0 });
    expect(progress.at(-1)).toEqual(['network', { state: 'done', asked: 3, of: 3 }]);
  });

  it('says of each how it stands: out of paper, or a port that takes bytes and answers nothing', async () => {
    const printer = await virtualPrinter();
    printer.tell({ tell: 'paper-end' });
    const deaf = await stranger('127.0.0.2', () => null);
    const { found } = await find({ network: [tcp('127.0.0.1', printer.port), tcp('127.0.0.2', deaf)] });
    expect(found.map(({ state }) => state).toSorted()).toEqual(['not-ready', 'silent']);
    expect(found.find(({ state }) => state === 'not-ready')).toMatchObject({ cause: 'paper-end' });
  });

  it('asks no more at a time than its limit, whatever the size of the network', async () => {
    let open = 0;
    let most = 0;
    const server = createServer((line) => {
      open += 1;
      most = Math.max(most, open);
      line.on('error', () => undefined);
      line.on('close', () => {
        open -= 1;
      });
      setTimeout(() => line.destroy(), 20);
    });
    server.listen(0, '0.0.0.0');
    await once(server, 'listening');
    cleanups.push(() => server.close());
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const hosts = namedHosts(`127.0.9.0/24:${address.port}`) ?? [];
    const { progress } = await find({ network: hosts.map(({ host, port }) => tcp(host, port)) });
    expect(progress.at(-1)).toEqual(['network', { state: 'done', asked: 254, of: 254 }]);
    // A line this side has closed may still be open on the other for a moment.
    expect(most).toBeLessThanOrEqual(2 * FIND_LIMITS.together.network);
  });

  it('ends when it is told to, and says nothing more', async () => {
    const deaf = await stranger('127.0.0.2', () => null);
    const stop = new AbortController();
    const searching = find({ network: Array.from({ length: 400 }, () => tcp('127.0.0.2', deaf)) }, stop.signal);
    await pause(50);
    stop.abort();
    const { found } = await searching;
    expect(found).toEqual([]);
  });
});

it('a line this computer does not have is said to be none', async () => {
  const { progress } = await find({});
  expect(progress).toEqual((['usb', 'serial', 'network'] as const).map((line) => [line, { state: 'unavailable', asked: 0, of: 0 }]));
});

const hasSocat = spawnSync('socat', ['-V']).status === 0;

describe.skipIf(!hasSocat)('a search on serial and USB lines (pseudo-terminals, needs socat)', () => {
  async function pair(): Promise<{ near: string; far: string }> {
    const dir = mkdtempSync(path.join(tmpdir(), 'gyesandae-find-'));
    const [near, far] = [path.join(dir, 'near'), path.join(dir, 'far')];
    const child: ChildProcess = spawn('socat', [`pty,rawer,link=${near}`, `pty,rawer,link=${far}`], { stdio: 'ignore' });
    cleanups.push(() => {
      child.kill();
      rmSync(dir, { recursive: true, force: true });
    });
    while (!existsSync(near) || !existsSync(far)) await pause(10);
    return { near, far };
  }

  /** Answers every DLE EOT with "all well", as a printer does. */
  async function answering(far: string): Promise<void> {
    const file = await open(far, 'r+');
    const state = { over: false };
    const buffer = Buffer.alloc(64);
    const loop = (async () => {
      while (!state.over) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, null).catch(() => ({ bytesRead: 0 }));
        for (let index = 0; index + 2 < bytesRead; index += 1) if (buffer[index] === 0x10 && buffer[index + 1] === 0x04) await file.write(Uint8Array.of(0x12));
        if (bytesRead === 0) await pause(5);
      }
    })();
    cleanups.push(() => {
      state.over = true;
      void loop.catch(() => undefined);
      void file.close().catch(() => undefined);
    });
  }

  it('finds the printer behind a serial port, with the speed it answered at', async () => {
    const { near, far } = await pair();
    await answering(far);
    const { found } = await find({ serial: [serialCandidate(near)] });
    expect(found).toMatchObject([{ line: 'serial', state: 'ready' }]);
    expect(found[0]?.address).toContain('baud=9600');
  });

  it('says nothing of a serial port where nobody answers, and of a USB printer that is silent that it is', async () => {
    const { near } = await pair();
    const { found } = await find({ serial: [serialCandidate(near)], usb: [{ address: { kind: 'usb', path: near, answers: true }, where: 'lp0' }] });
    expect(found.map(({ line, state }) => [line, state])).toEqual([['usb', 'silent']]);
  });
});

it('serial ports are listed without asking anyone: what is plugged in, and what is more than a place on the board', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gyesandae-ports-'));
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }));
  for (const name of ['ttyUSB0', 'ttyACM1', 'ttyS0', 'ttyS1', 'tty7', 'null']) writeFileSync(path.join(dir, name), '');
  for (const [name, type] of [['ttyS0', '4'], ['ttyS1', '0']] as const) {
    mkdirSync(path.join(dir, 'class', name), { recursive: true });
    writeFileSync(path.join(dir, 'class', name, 'type'), `${type}\n`);
  }
  expect((await linuxPorts(dir, path.join(dir, 'class'))).map((port) => path.basename(port))).toEqual(['ttyACM1', 'ttyUSB0', 'ttyS0']);
  expect(await linuxPorts(path.join(dir, 'nowhere'), dir)).toEqual([]);
});

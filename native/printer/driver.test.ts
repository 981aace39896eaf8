import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { SlipDocument } from '../../domain/slip/document.ts';
import { createPrinter } from './driver.ts';
import { encodeSlip } from './encode.ts';
import { slipText } from './picture.ts';
import type { Printer, PrinterLimits } from './port.ts';
import { sampleSlip } from './samples.ts';
import { createVirtualPrinter, type VirtualPrinter } from './virtual/server.ts';

const SALE = sampleSlip('sale', 48);
/** Short where a test waits for the limit itself; never so short that a loaded machine meets it by accident. */
const LIMITS: Partial<PrinterLimits> = { statusTimeoutMs: 400, completionTimeoutMs: 700, processIdGraceMs: 300, pollMs: 50 };
const PATIENT: Partial<PrinterLimits> = { statusTimeoutMs: 10_000, completionTimeoutMs: 20_000, processIdGraceMs: 10_000, pollMs: 50 };

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function setUp(limits = PATIENT): Promise<{ virtual: VirtualPrinter; printer: Printer }> {
  const virtual = await createVirtualPrinter({ columns: 48 });
  const printer = createPrinter({ address: { kind: 'tcp', host: '127.0.0.1', port: virtual.port, answers: true }, columns: 48, limits });
  cleanups.push(() => virtual.close(), () => printer.close());
  return { virtual, printer };
}

function saleText(): string {
  const encoded = encodeSlip(SALE, { columns: 48 });
  return encoded.ok ? slipText(encoded.bytes, 48) : '';
}

describe('a slip on a printer that is well', () => {
  it('is confirmed by the echo of its own id, and the paper holds what the preview showed', async () => {
    const { virtual, printer } = await setUp();
    expect(await printer.print(SALE)).toEqual({ state: 'confirmed', evidence: 'process-id', nearEnd: false, drawer: 'not-asked' });
    expect(virtual.slipText(1)).toBe(saleText());
    expect(virtual.state()).toMatchObject({ slipCount: 1, drawerKicks: 0, waiting: 0 });
  });

  it('opens the drawer once when asked', async () => {
    const { virtual, printer } = await setUp();
    expect(await printer.print(SALE, { openDrawer: true })).toMatchObject({ state: 'confirmed', drawer: 'sent' });
    expect(virtual.state()).toMatchObject({ drawerKicks: 1, slipCount: 1 });
  });

  it('is confirmed when its answers come late', async () => {
    const { virtual, printer } = await setUp();
    virtual.tell({ tell: 'late', ms: 60 });
    expect(await printer.print(SALE)).toMatchObject({ state: 'confirmed' });
  });

  it('tells that the paper runs low', async () => {
    const { virtual, printer } = await setUp();
    virtual.tell({ tell: 'near-end' });
    expect(await printer.print(SALE)).toMatchObject({ state: 'confirmed', nearEnd: true });
    expect(await printer.status()).toMatchObject({ reachable: true, notReady: undefined, status: { paper: 'near-end', online: true } });
  });

  it('comes out whole and in order when several are asked for at once', async () => {
    const { virtual, printer } = await setUp();
    const slips = ['하나', '둘', '셋'].map((text): SlipDocument => ({ kind: 'sale', practice: false, blocks: [{ kind: 'text', text }] }));
    const outcomes = await Promise.all(slips.map((slip) => printer.print(slip)));
    expect(outcomes.map((outcome) => outcome.state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect([1, 2, 3].map((number) => virtual.slipText(number))).toEqual(['하나\n', '둘\n', '셋\n']);
  });
});

describe('a printer that cannot print says so before anything is sent', () => {
  it.each([
    ['paper-end', { tell: 'paper-end' }],
    ['cover-open', { tell: 'cover-open' }],
  ] as const)('%s', async (cause, tell) => {
    const { virtual, printer } = await setUp();
    virtual.tell(tell);
    expect(await printer.print(SALE)).toMatchObject({ state: 'failed', cause, bytesWritten: false });
    expect(virtual.state().waiting).toBe(0);
    virtual.tell({ tell: 'recover' });
    expect(virtual.state().slipCount).toBe(0);
    expect(await printer.print(SALE)).toMatchObject({ state: 'confirmed' });
    expect(virtual.state().slipCount).toBe(1);
  });

  it('a jammed knife, once it jammed', async () => {
    const { virtual, printer } = await setUp();
    virtual.tell({ tell: 'cutter-error' });
    expect(await printer.print(SALE)).toMatchObject({ state: 'failed', cause: 'cutter', bytesWritten: true });
    expect(await printer.print(SALE)).toMatchObject({ state: 'failed', cause: 'cutter', bytesWritten: false });
    expect(await printer.status()).toMatchObject({ reachable: true, notReady: 'cutter' });
  });

  it('opens the drawer all the same: money must be reachable without paper', async () => {
    const { virtual, printer } = await setUp();
    virtual.tell({ tell: 'paper-end' });
    expect(await printer.openDrawer()).toEqual({ state: 'sent' });
    expect(await printer.print(SALE, { openDrawer: true })).toMatchObject({ state: 'failed', cause: 'paper-end', drawer: 'sent' });
    while (virtual.state().drawerKicks < 2) await pause(5);
    expect(virtual.state()).toMatchObject({ drawerKicks: 2, slipCount: 0 });
  });
});

describe('trouble in mid-slip', () => {
  it.each([
    ['paper-end', { tell: 'paper-end', afterLines: 9 }],
    ['cover-open', { tell: 'cover-open', afterLines: 9 }],
  ] as const)('%s: failed, the rest never follows, and one reprint is whole', async (cause, tell) => {
    const { virtual, printer } = await setUp();
    virtual.tell(tell);
    expect(await printer.print(SALE)).toMatchObject({ state: 'failed', cause, bytesWritten: true });
    expect(virtual.state().waiting).toBe(0);
    virtual.tell({ tell: 'recover' });
    const torn = virtual.state().slipCount;
    expect(await printer.print(SALE)).toMatchObject({ state: 'confirmed' });
    const last = virtual.state().slips.at(-1);
    expect(virtual.state().slipCount).toBe(torn + 1);
    const text = virtual.slipText(last?.number ?? 0) ?? '';
    expect(text.endsWith(saleText())).toBe(true);
    expect(text.match(/거스름돈/g)).toHaveLength(1);
  });

  it('the old roll keeps the torn piece', async () => {
    const { virtual, printer } = await setUp();
    virtual.tell({ tell: 'paper-end', afterLines: 5 });
    await printer.print(SALE);
    virtual.tell({ tell: 'paper-in' });
    expect(virtual.state().slips).toMatchObject([{ number: 1, cut: false }]);
    expect(virtual.slipText(1)).not.toContain('거스름돈');
  });

  it('the line drops: unknown, because nobody heard what became of it', async () => {
    const { virtual, printer } = await setUp();
    virtual.tell({ tell: 'drop-after', bytes: 500 });
    expect(await printer.print(SALE)).toMatchObject({ state: 'unknown', reason: 'line-dropped' });
  });

  it('the line drops after the last byte: still unknown, never confirmed', async () => {
    const { virtual, printer } = await setUp();
    const encoded = encodeSlip(SALE, { columns: 48 });
    const statusBytes = 4 * 3;
    virtual.tell({ tell: 'drop-after', bytes: statusBytes + (encoded.ok ? encoded.bytes.length : 0) });
    expect(await printer.print(SALE)).toMatchObject({ state: 'unknown', reason: 'line-dropped' });
    expect(virtual.state().slipCount).toBe(1);
  });
});

describe('a printer that says nothing', () => {
  it('from the start: failed and nothing sent', async () => {
    const { virtual, printer } = await setUp(LIMITS);
    virtual.tell({ tell: 'silent' });
    expect(await printer.print(SALE, { openDrawer: true })).toMatchObject({ state: 'failed', cause: 'unreachable', bytesWritten: false, drawer: 'not-sent' });
    expect(await printer.status()).toMatchObject({ reachable: false, cause: 'silent' });
    expect(virtual.state().slipCount).toBe(0);
  });

  it('after it took the slip: unknown', async () => {
    const answers = [0x12, 0x12, 0x12, 0x12];
    const printer = await scripted((bytes) => (bytes[0] === 0x10 ? answers.splice(0, 1) : []), LIMITS);
    expect(await printer.print(SALE)).toMatchObject({ state: 'unknown', reason: 'silent' });
  });

  it('only about the job, though it answers status requests: unknown', async () => {
    const printer = await scripted((bytes) => (bytes[0] === 0x10 && bytes[1] === 4 ? [0x12] : []), LIMITS);
    expect(await printer.print(SALE)).toMatchObject({ state: 'unknown', reason: 'no-completion' });
  });

  it('behind no listening port: failed and nothing sent', async () => {
    const { virtual, printer } = await setUp();
    await virtual.close();
    expect(await printer.print(SALE)).toMatchObject({ state: 'failed', cause: 'unreachable', bytesWritten: false });
    expect(await printer.openDrawer()).toMatchObject({ state: 'failed', cause: 'unreachable' });
    expect(await printer.status()).toMatchObject({ reachable: false, cause: 'unreachable' });
  });
});

/** A printer that is a function, on real TCP. */
async function scripted(answer: (bytes: Uint8Array) => readonly number[], limits: Partial<PrinterLimits>): Promise<Printer> {
  const server = createServer((line) => {
    line.on('error', () => undefined);
    line.on('data', (bytes) => line.write(Uint8Array.from(answer(bytes))));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const printer = createPrinter({ address: { kind: 'tcp', host: '127.0.0.1', port: address.port, answers: true }, columns: 48, limits });
  cleanups.push(() => void server.close(), () => printer.close());
  return printer;
}

describe('a printer without the echo of ids', () => {
  it('is believed for its in-order status, and is not asked for the echo again', async () => {
    const received: number[] = [];
    const printer = await scripted((bytes) => {
      received.push(...bytes);
      if (bytes[0] === 0x10) return [0x12];
      return bytes.length > 3 ? [0x00] : [];
    }, LIMITS);
    expect(await printer.print(SALE)).toMatchObject({ state: 'confirmed', evidence: 'in-order-status' });
    const asksEcho = (): boolean => Buffer.from(received).includes(Buffer.of(0x1d, 0x28, 0x48));
    expect(asksEcho()).toBe(true);
    received.length = 0;
    expect(await printer.print(SALE)).toMatchObject({ state: 'confirmed', evidence: 'in-order-status' });
    expect(asksEcho()).toBe(false);
  });

  it('and an echo of another id is no confirmation', async () => {
    const printer = await scripted((bytes) => (bytes[0] === 0x10 && bytes[1] === 4 ? [0x12] : bytes.length > 3 ? [0x37, 0x22, 0x39, 0x39, 0x39, 0x39, 0] : []), LIMITS);
    expect(await printer.print(SALE)).toMatchObject({ state: 'unknown', reason: 'no-completion' });
  });
});

describe('the driver itself', () => {
  it('refuses what cannot be printed before it opens the line, and names the character', async () => {
    const { virtual, printer } = await setUp();
    const outcome = await printer.print({ kind: 'sale', practice: false, blocks: [{ kind: 'text', text: '생일 🎂 케이크' }] });
    expect(outcome).toMatchObject({ state: 'failed', cause: 'not-encodable', bytesWritten: false });
    expect(outcome.state === 'failed' ? outcome.detail : '').toContain('U+1F382');
    expect(virtual.state().connections).toBe(0);
  });

  it('refuses more requests than its limit, and those that come after closing', async () => {
    const { printer } = await setUp({ ...PATIENT, maxRequests: 2 });
    const outcomes = await Promise.all([printer.print(SALE), printer.print(SALE), printer.print(SALE), printer.openDrawer(), printer.status()]);
    expect(outcomes).toMatchObject([{ state: 'confirmed' }, { state: 'confirmed' }, { state: 'failed', cause: 'busy' }, { state: 'failed', cause: 'busy' }, { reachable: false, cause: 'busy' }]);
    await printer.close();
    expect(await printer.print(SALE)).toMatchObject({ state: 'failed', cause: 'closed', bytesWritten: false });
  });

  it('finishes the slip under way before it closes', async () => {
    const { virtual, printer } = await setUp();
    const printing = printer.print(SALE);
    await printer.close();
    expect(await printing).toMatchObject({ state: 'confirmed' });
    expect(virtual.state().slipCount).toBe(1);
  });

  it('says unknown over a line that carries nothing back, though the slip came out', async () => {
    const virtual = await createVirtualPrinter({ columns: 48 });
    const printer = createPrinter({ address: { kind: 'tcp', host: '127.0.0.1', port: virtual.port, answers: false }, columns: 48 });
    cleanups.push(() => virtual.close(), () => printer.close());
    expect(await printer.print(SALE)).toMatchObject({ state: 'unknown', reason: 'no-back-channel' });
    while (virtual.state().slipCount === 0) await pause(5);
    expect(await printer.status()).toMatchObject({ reachable: false, cause: 'no-back-channel' });
  });

  it('confirms a file once the bytes are on the disk, and fails where it cannot write', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slips-'));
    cleanups.push(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'slips.bin');
    const printer = createPrinter({ address: { kind: 'file', path, answers: false }, columns: 48 });
    expect(await printer.print(SALE)).toMatchObject({ state: 'confirmed', evidence: 'file-synced' });
    expect(slipText(readFileSync(path), 48)).toBe(saleText());
    const nowhere = createPrinter({ address: { kind: 'file', path: join(folder, 'no', 'x'), answers: false }, columns: 48 });
    expect(await nowhere.print(SALE)).toMatchObject({ state: 'failed', cause: 'unreachable', bytesWritten: false });
  });
});

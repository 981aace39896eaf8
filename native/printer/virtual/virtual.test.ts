import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { createPrinter } from '../driver.ts';
import { encodeSlip } from '../encode.ts';
import { slipPicture, slipText } from '../picture.ts';
import { sampleSlip } from '../samples.ts';
import { runSlipCommand } from '../slip-command.ts';
import { toPaperText } from '../code-page.ts';
import { parseRequest } from './control.ts';
import { faceHas } from './face.ts';
import { createMachine } from './machine.ts';
import { createVirtualPrinter } from './server.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'virtual-'));
  cleanups.push(() => rmSync(path, { recursive: true }));
  return path;
}

const MAIN = join(import.meta.dirname, 'main.ts');

async function startProcess(args: readonly string[]): Promise<{ child: ChildProcess; port: number; controlPort: number }> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, EXIT_WITH_STDIN: '1' }, stdio: ['pipe', 'pipe', 'inherit'] });
  cleanups.push(async () => {
    if (child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  });
  if (!child.stdout) throw new Error('no output');
  const lines = createInterface({ input: child.stdout });
  const { value } = await lines[Symbol.asyncIterator]().next();
  const { port, controlPort } = JSON.parse(String(value)) as { port: number; controlPort: number };
  return { child, port, controlPort };
}

async function control(port: number): Promise<{ line: Socket; ask: (request: object | string) => Promise<Record<string, unknown>> }> {
  const line = connect(port, '127.0.0.1');
  await once(line, 'connect');
  cleanups.push(() => void line.destroy());
  const answers = createInterface({ input: line })[Symbol.asyncIterator]();
  return {
    line,
    ask: async (request) => {
      line.write(`${typeof request === 'string' ? request : JSON.stringify(request)}\n`);
      return JSON.parse(String((await answers.next()).value)) as Record<string, unknown>;
    },
  };
}

describe('the virtual printer as a process of its own', () => {
  it('prints over TCP, keeps picture and text, obeys its control port and ends with its standard input', async () => {
    const dir = folder();
    const { child, port, controlPort } = await startProcess(['--dir', dir, '--columns', '42', '--port', '0', '--control-port', '0']);
    const printer = createPrinter({ address: { kind: 'tcp', host: '127.0.0.1', port, answers: true }, columns: 42 });
    cleanups.push(() => printer.close());
    const slip = sampleSlip('cash-receipt', 42);
    expect(await printer.print(slip, { openDrawer: true })).toMatchObject({ state: 'confirmed', evidence: 'process-id', drawer: 'sent' });
    const encoded = encodeSlip(slip, { columns: 42 });
    const bytes = encoded.ok ? encoded.bytes : new Uint8Array();
    expect(readFileSync(join(dir, 'slip-0001.txt'), 'utf8')).toBe(slipText(bytes, 42));
    expect(readFileSync(join(dir, 'slip-0001.png')).equals(slipPicture(bytes, 42))).toBe(true);

    const { ask } = await control(controlPort);
    expect(await ask({ tell: 'paper-end', afterLines: 4 })).toMatchObject({ ok: true });
    expect(await printer.print(slip)).toMatchObject({ state: 'failed', cause: 'paper-end', bytesWritten: true });
    expect(await ask({ ask: 'state' })).toMatchObject({ ok: true, state: { paper: 'end', drawerKicks: 1, slipCount: 1, waiting: 0 } });
    await ask({ tell: 'recover' });
    expect(await printer.print(slip)).toMatchObject({ state: 'confirmed' });
    expect(await ask({ ask: 'state' })).toMatchObject({ state: { slips: [{ number: 1, cut: true }, { number: 2, cut: false }, { number: 3, cut: true }] } });
    expect(await ask({ ask: 'slip', number: 3 })).toMatchObject({ ok: true, text: slipText(bytes, 42) });
    expect(await ask({ ask: 'slip', number: 99 })).toMatchObject({ ok: false });
    expect(await ask('rubbish')).toMatchObject({ ok: false });

    const gone = once(child, 'exit');
    child.stdin?.end();
    expect(await gone).toEqual([0, null]);
  });

  it('explains itself, and refuses arguments it does not know', () => {
    const help = spawnSync(process.execPath, [MAIN, '--help'], { encoding: 'utf8' });
    expect([help.status, help.stdout.includes('--control-port')]).toEqual([0, true]);
    for (const args of [['--columns', '50'], ['--port', 'x'], ['--paper', 'A4'], ['--max-slips', '0']]) {
      const refused = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
      expect([refused.status, refused.stderr.startsWith('virtual printer: ')]).toEqual([1, true]);
    }
  });
});

describe('what it keeps', () => {
  it('is the last slips only, files included', async () => {
    const dir = folder();
    const virtual = await createVirtualPrinter({ columns: 48, dir, maxSlips: 2 });
    const printer = createPrinter({ address: { kind: 'tcp', host: '127.0.0.1', port: virtual.port, answers: true }, columns: 48 });
    cleanups.push(() => virtual.close(), () => printer.close());
    for (const text of ['하나', '둘', '셋']) await printer.print({ kind: 'sale', practice: false, blocks: [{ kind: 'text', text }] });
    expect(readdirSync(dir).toSorted()).toEqual(['slip-0002.png', 'slip-0002.txt', 'slip-0003.png', 'slip-0003.txt']);
    expect(virtual.state()).toMatchObject({ slipCount: 3, slips: [{ number: 2 }, { number: 3 }] });
    expect([virtual.slipText(1), virtual.slipText(3)]).toEqual([undefined, '셋\n']);
  });
});

describe('its insides', () => {
  it('a printer that is not cleared goes on where it stopped when the paper is back', () => {
    const strips: string[] = [];
    const answers: number[] = [];
    const machine = createMachine(48, { answer: (bytes) => answers.push(...bytes), onStrip: (strip) => strips.push(String(strip.rows.length)) });
    const encoded = encodeSlip(sampleSlip('sale', 48), { columns: 48 });
    machine.planAfterLines(3, 'paper-end');
    machine.receive(encoded.ok ? encoded.bytes : new Uint8Array());
    expect(machine.state()).toMatchObject({ paper: 'end' });
    expect(machine.state().waiting).toBeGreaterThan(0);
    machine.receive(Uint8Array.of(0x10, 0x04, 4));
    expect(answers.at(-1)).toBe(0x7e);
    machine.setPaper('enough');
    expect(machine.state().waiting).toBe(0);
    expect(strips).toHaveLength(2);
  });

  it('holds the wire when its buffer is full', () => {
    const machine = createMachine(48, { answer: () => undefined, onStrip: () => undefined });
    machine.setPaper('end');
    machine.receive(new Uint8Array(70_000).fill(0x41));
    expect(machine.isFull()).toBe(true);
    machine.setPaper('enough');
    expect(machine.isFull()).toBe(false);
  });

  it.each([
    ['{"tell":"late","ms":20}', { tell: 'late', ms: 20 }],
    ['{"tell":"paper-end","afterLines":3}', { tell: 'paper-end', afterLines: 3 }],
    ['{"tell":"cover-close"}', { tell: 'cover-close' }],
    ['{"ask":"slip","number":2}', { ask: 'slip', number: 2 }],
    ['{"tell":"late","ms":-1}', undefined],
    ['{"tell":"explode"}', undefined],
    ['[]', undefined],
    ['null', undefined],
    ['{', undefined],
  ])('control line %s', (line, request) => {
    expect(parseRequest(line)).toEqual(request);
  });

  it('has a face for every Hangul syllable and every sign the slips use', () => {
    for (let code = 0xac00; code <= 0xd7a3; code += 1) expect(faceHas(String.fromCharCode(code))).toBe(true);
    const made = toPaperText('₩※★●■→①㈜㎏℃×÷─│┌┐└┘├┤┬┴┼━┃┏┓┗┛·…“”大韓民國');
    expect(made.ok && [...made.text].filter((character) => !faceHas(character))).toEqual([]);
  });
});

describe('npm run slip', () => {
  async function run(...args: string[]): Promise<{ code: number; said: string; complained: string }> {
    let said = '';
    let complained = '';
    const code = await runSlipCommand(args, (text) => (said += text), (text) => (complained += text));
    return { code, said, complained };
  }

  it.each(['cash-receipt', 'sale', 'test'] as const)('writes a %s slip as picture, text and bytes at both widths', async (kind) => {
    const dir = folder();
    for (const columns of [42, 48] as const) {
      const encoded = encodeSlip(sampleSlip(kind, columns), { columns });
      const bytes = encoded.ok ? encoded.bytes : new Uint8Array();
      for (const name of ['slip.png', 'slip.txt', 'slip.bin']) {
        expect(await run('--kind', kind, '--columns', String(columns), '--out', join(dir, name))).toMatchObject({ code: 0, complained: '' });
      }
      expect(readFileSync(join(dir, 'slip.bin')).equals(Buffer.from(bytes))).toBe(true);
      expect(readFileSync(join(dir, 'slip.txt'), 'utf8')).toBe(slipText(bytes, columns));
      const png = readFileSync(join(dir, 'slip.png'));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.readUInt32BE(16)).toBe(640);
      expect(png.readUInt32BE(20)).toBeGreaterThan(900);
    }
  });

  it('prints on a printer, and says with its exit code what came of it', async () => {
    const virtual = await createVirtualPrinter({ columns: 48 });
    cleanups.push(() => virtual.close());
    const out = `tcp://127.0.0.1:${virtual.port}`;
    expect(await run('--kind', 'test', '--out', out)).toMatchObject({ code: 0, said: 'printed (process-id)\n' });
    virtual.tell({ tell: 'paper-end' });
    expect(await run('--kind', 'test', '--out', out)).toMatchObject({ code: 1 });
    virtual.tell({ tell: 'recover' });
    virtual.tell({ tell: 'drop-after', bytes: 300 });
    expect(await run('--kind', 'test', '--out', out)).toMatchObject({ code: 3 });
  });

  it('writes the bytes to a file address', async () => {
    const path = join(folder(), 'out.bin');
    expect(await run('--kind', 'sale', '--out', `file://${path}`)).toMatchObject({ code: 0 });
    expect(statSync(path).size).toBeGreaterThan(1_000);
  });

  it('explains itself and refuses what it does not understand, writing nothing', async () => {
    expect(await run('--help')).toMatchObject({ code: 0 });
    const path = join(folder(), 'x.png');
    for (const args of [['--out', path], ['--kind', 'card', '--out', path], ['--kind', 'sale'], ['--kind', 'sale', '--columns', '40', '--out', path], ['--kind', 'sale', '--out', 'tcp://nohost'], ['--nonsense']]) {
      const { code, complained } = await run(...args);
      expect(code).toBe(2);
      expect(complained).toMatch(/^slip: /);
    }
    expect(existsSync(path)).toBe(false);
    expect(await run('--kind', 'sale', '--out', join(path, 'no', 'folder.png'))).toMatchObject({ code: 1 });
  });
});

import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { programEnv, programFile, wrapProgram } from './fork.ts';
import { makeLineSplitter, MAX_LINE_LENGTH } from './lines.ts';
import { LONGEST_RELOAD_DELAY_MS, makeReloadGuard, reloadDelayMs } from './reload.ts';
import { windowOptions } from './window-options.ts';

describe('lines', () => {
  it('are put together from pieces', () => {
    const lines: string[] = [];
    const push = makeLineSplitter(line => void lines.push(line));
    for (const piece of ['{"rea', 'dy":true}\r\nse', 'cond\n', '\nrest']) push(piece);
    expect(lines).toEqual(['{"ready":true}', 'second', '']);
  });

  it('are cut when they never end', () => {
    const lines: string[] = [];
    const push = makeLineSplitter(line => void lines.push(line));
    for (let count = 0; count < 100; count += 1) push('x'.repeat(1000));
    push('\n');
    expect(lines.map(line => line.length)).toEqual([MAX_LINE_LENGTH]);
  });
});

describe('a program of ours', () => {
  it('lies beside the main file and nowhere else', () => {
    expect(programFile('/app/dist', 'virtual-printer.js')).toBe('/app/dist/virtual-printer.js');
    for (const script of ['../x.js', '/bin/sh', 'a/b.js', 'x.mjs', '', 'X.js']) expect(() => programFile('/app/dist', script)).toThrow(/not one of our programs/);
  });

  it('is not told to watch a stdin it may not have', () => {
    expect(programEnv({ PATH: '/bin', EXIT_WITH_STDIN: '1' }, { EXIT_WITH_STDIN: '1', PORT: '0' })).toEqual({ PATH: '/bin', PORT: '0' });
  });

  it('is heard by lines and by its end', async () => {
    const child = Object.assign(new EventEmitter(), { pid: 7, stdout: new PassThrough(), stderr: new PassThrough(), kill: () => true });
    const heard: unknown[] = [];
    const logged: string[] = [];
    const program = wrapProgram(child, 'virtual-printer.js', line => void logged.push(line));
    program.onLine(line => void heard.push(line));
    program.onExit(code => void heard.push(code));
    child.stdout.write('{"ready":true}\n');
    child.stderr.write('paper out\n');
    await new Promise(resolve => setImmediate(resolve));
    child.emit('exit', 3);
    expect(heard).toEqual(['{"ready":true}', 3]);
    expect(logged).toEqual(['virtual-printer.js: paper out']);
    expect(program.pid).toBe(7);
  });
});

describe('a renderer that dies', () => {
  it('is loaded again at once, then ever more slowly up to a limit', () => {
    expect([1, 2, 3, 4].map(reloadDelayMs)).toEqual([0, 1000, 2000, 4000]);
    expect(reloadDelayMs(1000)).toBe(LONGEST_RELOAD_DELAY_MS);
  });

  it('starts counting anew once it has stood', () => {
    const delays: number[] = [];
    let reloads = 0;
    const guard = makeReloadGuard(
      () => void (reloads += 1),
      (run, delayMs) => {
        delays.push(delayMs);
        run();
      },
    );
    guard.died();
    guard.died();
    guard.stood();
    guard.died();
    expect(delays).toEqual([0, 1000, 0]);
    expect(reloads).toBe(3);
  });
});

it('a window leaves no security preference to a default, and has developer tools only while it is not packaged', () => {
  const placement = { bounds: { x: 1, y: 2, width: 3, height: 4 }, kiosk: true };
  const options = windowOptions('cashier', placement, '/preload.cjs', true);
  expect(options).toMatchObject({ x: 1, y: 2, width: 3, height: 4, kiosk: true, show: false, useContentSize: true });
  expect(options.webPreferences).toEqual({
    preload: '/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    devTools: false,
    spellcheck: false,
  });
  expect(windowOptions('cashier', placement, '/preload.cjs', false).webPreferences.devTools).toBe(true);
});

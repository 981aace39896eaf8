import path from 'node:path';
import { makeLineSplitter } from './lines.ts';
import type { ForkedProgram } from '../shell-port.ts';

/** The slice of Electron's UtilityProcess that a forked program needs. */
export type ChildProgram = {
  readonly pid: number | undefined;
  readonly stdout: NodeJS.ReadableStream | null;
  readonly stderr: NodeJS.ReadableStream | null;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
};

/** Wraps a child of the shell: its stdout as lines, its stderr onto ours under its name. */
export const wrapProgram = (child: ChildProgram, name: string, log: (line: string) => void): ForkedProgram => {
  const lineListeners: ((line: string) => void)[] = [];
  const exitListeners: ((code: number | null) => void)[] = [];
  const splitOut = makeLineSplitter(line => {
    for (const listener of lineListeners) listener(line);
  });
  const splitError = makeLineSplitter(line => log(`${name}: ${line}`));
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => splitOut(piece));
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => splitError(piece));
  child.on('exit', code => {
    for (const listener of exitListeners) listener(code);
  });
  return {
    get pid() {
      return child.pid;
    },
    onLine: listener => void lineListeners.push(listener),
    onExit: listener => void exitListeners.push(listener),
    kill: () => void child.kill(),
  };
};

/** `virtual-printer.js` → the bundled program beside main.js; nothing outside that folder is ever started. */
export const programFile = (bundleDir: string, script: string): string => {
  if (!/^[a-z0-9-]+\.js$/.test(script)) throw new Error(`not one of our programs: ${script}`);
  return path.join(bundleDir, script);
};

/**
 * The environment of a program of ours. EXIT_WITH_STDIN is the shell's own business: a child on the Chromium host has a stdin that closes when
 * we die, and the host sets it; an Electron utility process has none, would see its end at once, and dies with Electron anyway.
 */
export const programEnv = (
  base: Readonly<Record<string, string | undefined>>,
  own: Readonly<Record<string, string>>,
): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries({ ...base, ...own }).filter(([name]) => name !== 'EXIT_WITH_STDIN'));

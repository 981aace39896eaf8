/** Real keys through the browser's debugging protocol, at the moments at which hands and scanners press them. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Pages } from '../shell/pages.ts';

const CODES: Readonly<Record<string, number>> = { Enter: 13, Escape: 27, ArrowUp: 38, ArrowDown: 40, F2: 113, F8: 119 };
const SCANNER_MS = 2;
/** More than the guard takes two keys of a hand apart by. */
export const HAND_MS = 90;

export async function pressKey(pages: Pages, key: string): Promise<void> {
  await wait(HAND_MS);
  await send(pages, key);
}

async function send(pages: Pages, key: string, atMs?: number): Promise<void> {
  const event = { key, code: key.length > 1 ? key : `Digit${key}`, windowsVirtualKeyCode: CODES[key] ?? key.charCodeAt(0), ...(atMs === undefined ? {} : { timestamp: atMs / 1_000 }) };
  const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
  await Promise.all([
    pages.command('cashier', 'Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...(text === undefined ? {} : { text }) }),
    pages.command('cashier', 'Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
  ]);
}

/** The code's keys end now: its Enter is what the time is taken from. */
async function scan(pages: Pages, code: string): Promise<void> {
  const keys = [...code, 'Enter'];
  const beganAtMs = Date.now() - (keys.length - 1) * SCANNER_MS;
  await Promise.all(keys.map((key, index) => send(pages, key, beganAtMs + index * SCANNER_MS)));
}

/** One scan after the other at a steady pace, whether the window keeps up or not. */
export async function scanAt(pages: Pages, codes: readonly string[], everyMs: number): Promise<void> {
  const beganAtMs = performance.now();
  const scans: Promise<void>[] = [];
  for (const [index, code] of codes.entries()) {
    await wait(Math.max(0, beganAtMs + index * everyMs - performance.now()));
    scans.push(scan(pages, code));
  }
  await Promise.all(scans);
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pictureFile, takeScreenshots } from './screenshot.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'gyesandae-shot-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('screenshots', () => {
  it('are named after the window', () => {
    expect(pictureFile('/out/a.b/c.png', 'cashier')).toBe('/out/a.b/c.png');
    expect(pictureFile('/out/a.b/c.png', 'customer')).toBe('/out/a.b/c-customer.png');
    expect(pictureFile('/out/a.b/c', 'customer')).toBe('/out/a.b/c-customer');
  });

  it('wait until every window is ready', async () => {
    let asked = 0;
    const windowOf = (kind: 'cashier' | 'customer') => ({
      kind,
      isReady: () => {
        asked += 1;
        return Promise.resolve(asked > 3);
      },
      capturePng: () => Promise.resolve(Buffer.from(`${kind} ${asked > 3}`)),
    });
    const files = await takeScreenshots([windowOf('cashier'), windowOf('customer')], path.join(dir, 'new', 'a.png'), 5000);
    expect(files.map(file => readFileSync(file, 'utf8'))).toEqual(['cashier true', 'customer true']);
  });

  it('give up when a window never becomes ready, and name it', async () => {
    const never = { kind: 'customer' as const, isReady: () => Promise.resolve(false), capturePng: () => Promise.reject(new Error('not reached')) };
    await expect(takeScreenshots([never], path.join(dir, 'a.png'), 100)).rejects.toThrow(/customer window did not become ready/);
  });
});

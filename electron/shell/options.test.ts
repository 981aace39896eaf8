import { describe, expect, it } from 'vitest';
import path from 'node:path';
import { practiceFolder } from '../../build/setup/data-folder.mjs';
import { defaultDataDir, parseShellOptions, parseSize } from './options.ts';

const source = (...argv: string[]) => ({ argv, env: {}, platform: 'linux', homeDir: '/home/till' });

describe('options of the shell', () => {
  it('need none', () => {
    expect(parseShellOptions(source('main.js'))).toEqual({
      dataDir: '/home/till/.local/share/gyesandae/practice',
      kiosk: false,
      size: null,
      screenshotFile: null,
    });
  });

  it('are read beside switches that belong to the browser', () => {
    const options = parseShellOptions(source('--inspect=0', 'main.js', '--data=/srv/till', '--kiosk', '--size=1920x1080', '--screenshot=/a/b.png', '--lang=ko'));
    expect(options).toEqual({ dataDir: '/srv/till', kiosk: true, size: { width: 1920, height: 1080 }, screenshotFile: '/a/b.png' });
  });

  it.each(['', 'x', '1366', '1366x', '10x10', '99999x99999', '1366x768x2', '-1366x768'])('refuse "%s" as a size', text => {
    expect(() => parseSize(text)).toThrow(/--size/);
  });
});

describe('the practice folder', () => {
  it.each([
    [{ env: {}, platform: 'linux', homeDir: '/home/a' }, '/home/a/.local/share/gyesandae/practice'],
    [{ env: { XDG_DATA_HOME: '/data' }, platform: 'linux', homeDir: '/home/a' }, '/data/gyesandae/practice'],
    [{ env: { XDG_DATA_HOME: 'relative' }, platform: 'linux', homeDir: '/home/a' }, '/home/a/.local/share/gyesandae/practice'],
    [{ env: {}, platform: 'darwin', homeDir: '/Users/a' }, '/Users/a/Library/Application Support/gyesandae/practice'],
    [{ env: { LOCALAPPDATA: '/local' }, platform: 'win32', homeDir: '/home/a' }, '/local/gyesandae/practice'],
  ])('of %o is the same for the shell and for npm start', (machine, expected) => {
    expect(defaultDataDir(machine)).toBe(path.normalize(expected));
    expect(practiceFolder(machine)).toBe(path.normalize(expected));
  });
});

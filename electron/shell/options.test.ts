import { describe, expect, it } from 'vitest';
import path from 'node:path';
import { homeFolder } from '../../build/setup/data-folder.mjs';
import { defaultDataDir, parseSearch, parseShellOptions, parseSize } from './options.ts';

const source = (...argv: string[]) => ({ argv, env: {}, platform: 'linux', homeDir: '/home/till' });

describe('options of the shell', () => {
  it('need none', () => {
    expect(parseShellOptions(source('main.js'))).toEqual({
      dataDir: '/home/till/.local/share/gyesandae',
      practice: false,
      alsoAsk: [],
      kiosk: false,
      size: null,
      screenshotFile: null,
    });
  });

  it('are read beside switches that belong to the browser', () => {
    const options = parseShellOptions(source('--inspect=0', 'main.js', '--data=/srv/till', '--practice', '--search=10.0.5.7,10.0.6.8:9101', '--kiosk', '--size=1920x1080', '--screenshot=/a/b.png', '--lang=ko'));
    expect(options).toEqual({ dataDir: '/srv/till', practice: true, alsoAsk: [{ host: '10.0.5.7', port: 9100 }, { host: '10.0.6.8', port: 9101 }], kiosk: true, size: { width: 1920, height: 1080 }, screenshotFile: '/a/b.png' });
  });

  it.each(['', 'x', '1366', '1366x', '10x10', '99999x99999', '1366x768x2', '-1366x768'])('refuse "%s" as a size', text => {
    expect(() => parseSize(text)).toThrow(/--size/);
  });

  it.each(['', 'printer', '10.0.0.0/8', '10.0.0.1:99999', '10.0.0.1,,10.0.0.2'])('refuse "%s" as a network to search', text => {
    expect(() => parseSearch(text)).toThrow(/--search/);
  });
});

describe('the program’s folder', () => {
  it.each([
    [{ env: {}, platform: 'linux', homeDir: '/home/a' }, '/home/a/.local/share/gyesandae'],
    [{ env: { XDG_DATA_HOME: '/data' }, platform: 'linux', homeDir: '/home/a' }, '/data/gyesandae'],
    [{ env: { XDG_DATA_HOME: 'relative' }, platform: 'linux', homeDir: '/home/a' }, '/home/a/.local/share/gyesandae'],
    [{ env: {}, platform: 'darwin', homeDir: '/Users/a' }, '/Users/a/Library/Application Support/gyesandae'],
    [{ env: { LOCALAPPDATA: '/local' }, platform: 'win32', homeDir: '/home/a' }, '/local/gyesandae'],
  ])('of %o is the same for the shell and for npm start', (machine, expected) => {
    expect(defaultDataDir(machine)).toBe(path.normalize(expected));
    expect(homeFolder(machine)).toBe(path.normalize(expected));
  });
});

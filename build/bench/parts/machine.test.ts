import { expect, it } from 'vitest';
import { machineLine, shortVersion } from './machine.ts';

it('the machine is one line without names or paths', () => {
  const line = machineLine({ cores: 2, memoryGiB: 8, system: 'linux x64', node: '24.21.0', sqlite: '3.51.0', browser: 'Chromium 156.0.1.2' });
  expect(line).toBe('2 cores, 8 GiB, linux x64, Node 24.21.0, SQLite 3.51.0, Chromium 156.0.1.2');
});

it('of what a browser says about itself the name and the number are kept', () => {
  expect(shortVersion('Chromium 156.0.7000.10 built on Debian GNU/Linux 13 (trixie)\n')).toBe('Chromium 156.0.7000.10');
  expect(shortVersion('v45.4.1')).toBe('v45.4.1');
  expect(shortVersion('')).toBe('an unknown browser');
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileKeyStore, type KeyProtection, loadKeys } from './keys.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Stands for the operating system's key store: the file must not hold the key as it is. */
const protection: KeyProtection = {
  encrypt: (text) => Buffer.from(text, 'utf8').map((byte) => byte ^ 0x5a) as Buffer,
  decrypt: (data) => Buffer.from(data.map((byte) => byte ^ 0x5a)).toString('utf8'),
};
const key = Buffer.from('0123456789abcdef0123456789abcdef');

describe('the file key store', () => {
  test.each([
    ['plain', undefined],
    ['protected', protection],
  ])('gives a %s key back, in a file only its owner can read', (_, protect) => {
    const store = fileKeyStore(join(dir, 'keys'), protect);
    expect(store.load('signing')).toBeNull();
    store.save('signing', key);
    expect(fileKeyStore(join(dir, 'keys'), protect).load('signing')).toEqual(key);
    expect(store.load('sealing')).toBeNull();
    expect(statSync(join(dir, 'keys', 'signing.key')).mode & 0o077).toBe(0);
    expect(readdirSync(join(dir, 'keys'))).toEqual(['signing.key']);
  });

  test('a protected key is not in its file, and is not read without the protection', () => {
    fileKeyStore(dir, protection).save('sealing', key);
    const text = readFileSync(join(dir, 'sealing.key'), 'utf8');
    expect(text).not.toContain(key.toString('base64'));
    expect(() => fileKeyStore(dir).load('sealing')).toThrow(/key store that is not there/);
  });

  test('a key is never replaced', () => {
    const store = fileKeyStore(dir);
    store.save('signing', key);
    expect(() => store.save('signing', Buffer.alloc(32))).toThrow(/never replaced/);
    expect(store.load('signing')).toEqual(key);
  });

  test.each(['', 'rubbish', 'gyesandae-key plain ', 'gyesandae-key plain !!!'])('a damaged file is an error, not a missing key: "%s"', (text) => {
    writeFileSync(join(dir, 'signing.key'), text);
    expect(() => fileKeyStore(dir).load('signing')).toThrow(/damaged/);
  });
});

describe('loading keys', () => {
  test('makes both for a new journal, once', () => {
    const store = fileKeyStore(dir);
    const first = loadKeys(store, true);
    expect(first.sealing).toHaveLength(32);
    expect(loadKeys(store, true)).toEqual(first);
    expect(loadKeys(store, false)).toEqual(first);
  });

  test('makes none for an old one', () => {
    expect(loadKeys(fileKeyStore(dir), false)).toEqual({ signing: null, sealing: null });
    expect(readdirSync(dir)).toEqual([]);
  });

  test('a key that cannot be read is a missing key, even for a new journal', () => {
    writeFileSync(join(dir, 'signing.key'), 'rubbish');
    expect(() => loadKeys(fileKeyStore(dir), true)).toThrow(expect.objectContaining({ code: 'journal.key-missing' }));
  });

  test('a key that cannot be kept stops the opening', () => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const store = { load: () => null, save: () => { throw full; } };
    expect(() => loadKeys(store, true)).toThrow(expect.objectContaining({ code: 'journal.disk-full' }));
  });
});

/** The counter's two keys: they live outside the database, and are made once, with a new journal, never for an old one. */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { codeOfSystemError, JournalError } from './journal-error.ts';

/** `signing`: Ed25519, PKCS #8 DER. `sealing`: 32 bytes for AES-256-GCM. */
export type KeyName = 'signing' | 'sealing';

export type KeyStore = {
  /** Null when there is no such key; throws when there is one that cannot be read. */
  readonly load: (name: KeyName) => Buffer | null;
  /** Durable when it returns. Throws when the key is there already: a key is never replaced. */
  readonly save: (name: KeyName, key: Buffer) => void;
};

/** The operating system's key store, where the shell has one. */
export type KeyProtection = { readonly encrypt: (text: string) => Buffer; readonly decrypt: (data: Buffer) => string };

const PLAIN = 'gyesandae-key plain ';
const PROTECTED = 'gyesandae-key protected ';

/** One file per key, readable by its owner only (0600), written aside, fsynced and renamed. */
export function fileKeyStore(dir: string, protect?: KeyProtection): KeyStore {
  const fileOf = (name: KeyName) => join(dir, `${name}.key`);
  return {
    load(name) {
      const path = fileOf(name);
      if (!existsSync(path)) return null;
      return decode(readFileSync(path, 'utf8').trimEnd(), name, protect);
    },
    save(name, key) {
      const path = fileOf(name);
      if (existsSync(path)) throw new Error(`the ${name} key is there already; a key is never replaced`);
      const base64 = key.toString('base64');
      const text = protect === undefined ? PLAIN + base64 : PROTECTED + protect.encrypt(base64).toString('base64');
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      writeDurably(dir, path, `${text}\n`);
    },
  };
}

function decode(text: string, name: KeyName, protect: KeyProtection | undefined): Buffer {
  if (text.startsWith(PLAIN)) return keyBytes(text.slice(PLAIN.length), name);
  if (!text.startsWith(PROTECTED)) throw new Error(`the ${name} key file is damaged`);
  if (protect === undefined) throw new Error(`the ${name} key is protected by a key store that is not there`);
  return keyBytes(protect.decrypt(Buffer.from(text.slice(PROTECTED.length), 'base64')), name);
}

function keyBytes(base64: string, name: KeyName): Buffer {
  const key = Buffer.from(base64, 'base64');
  if (key.length === 0 || key.toString('base64') !== base64) throw new Error(`the ${name} key file is damaged`);
  return key;
}

function writeDurably(dir: string, path: string, text: string): void {
  const aside = `${path}.${randomUUID()}`;
  const file = openSync(aside, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } catch (error) {
    closeSync(file);
    unlinkSync(aside);
    throw error;
  }
  closeSync(file);
  renameSync(aside, path);
  syncFolder(dir);
}

/** Makes a new name in a folder durable. Windows has no such call, and does not need it. */
export function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

export type LoadedKeys = { readonly signing: Buffer | null; readonly sealing: Buffer | null };

/**
 * Loads both keys; with `fresh` (there is no journal yet) makes those that are missing, before the journal's file comes to be.
 * Throws a JournalError: a key that is there and cannot be read is a missing key, never a reason for a new one.
 */
export function loadKeys(store: KeyStore, fresh: boolean): LoadedKeys {
  const signing = loaded(store, 'signing') ?? (fresh ? saved(store, 'signing', newSigningKey()) : null);
  const sealing = loaded(store, 'sealing') ?? (fresh ? saved(store, 'sealing', randomBytes(32)) : null);
  return { signing, sealing };
}

function loaded(store: KeyStore, name: KeyName): Buffer | null {
  try {
    return store.load(name);
  } catch (error) {
    throw new JournalError('journal.key-missing', `the ${name} key cannot be read: ${messageOf(error)}`);
  }
}

function saved(store: KeyStore, name: KeyName, key: Buffer): Buffer {
  try {
    store.save(name, key);
    return key;
  } catch (error) {
    throw new JournalError(codeOfSystemError(error) ?? 'journal.unavailable', `the ${name} key cannot be kept: ${messageOf(error)}`);
  }
}

function newSigningKey(): Buffer {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Opens the journal in argv[2] as somebody who is not root (argv[3] = 1: gives root up first), writes the outcome as one line of
 * JSON. Without the worker: its file could not be read any more after the change of user.
 */
import { readFileSync } from 'node:fs';
import { openCore } from '../core.ts';
import { JournalError } from '../journal-error.ts';
import { JOURNAL_LIMITS } from '../limits.ts';
import { fileKeyStore, loadKeys } from '../keys.ts';
import { createSealer } from '../seal.ts';
import { newPlace } from './files.ts';

const [, , path = '', keysDir = '', dropRoot = '0'] = process.argv;
const NOBODY = 65_534;
const { signing, sealing } = loadKeys(fileKeyStore(keysDir), false);
const sealingKeyId = sealing === null ? null : createSealer(sealing).keyId;
// The database's native part must be loaded while its file can be read.
const warm = newPlace();
openCore({ path: warm.path, signingKey: signing, sealingKeyId, newCounterId: 'warm', limits: JOURNAL_LIMITS }).close();
warm.remove();
if (dropRoot === '1') {
  process.setgroups?.([]);
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}
try {
  openCore({ path, signingKey: signing, sealingKeyId, newCounterId: 'x', limits: JOURNAL_LIMITS }).close();
  process.stdout.write(JSON.stringify({ code: 'opened', size: readFileSync(path).length }));
} catch (error) {
  process.stdout.write(JSON.stringify({ code: error instanceof JournalError ? error.code : String(error) }));
}

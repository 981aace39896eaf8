import path from 'node:path';
import { openJournal, type Progress } from '../db/journal.ts';
import { fileKeyStore, type KeyProtection } from '../db/keys.ts';
import type { ShellPort } from './shell-port.ts';

/** The operating system's key store, where the shell has one to lend. */
export function keyProtection({ secrets }: ShellPort): KeyProtection | undefined {
  return secrets.available ? { encrypt: secrets.encrypt, decrypt: secrets.decrypt } : undefined;
}

/** The journal of the place whose folder the shell lends. */
export function openPlaceJournal(shell: ShellPort, onFolding?: (progress: Progress) => void) {
  return openJournal({ path: path.join(shell.dataDir, 'journal.db'), keys: fileKeyStore(path.join(shell.dataDir, 'keys'), keyProtection(shell)), ...(onFolding === undefined ? {} : { onFolding }) });
}

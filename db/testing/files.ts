/** Journals in folders of their own, for tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileKeyStore, type Journal, type JournalLimits, type KeyStore, openJournal } from '../journal.ts';

export type JournalPlace = { readonly dir: string; readonly path: string; readonly keys: KeyStore; readonly remove: () => void };

export function newPlace(): JournalPlace {
  const dir = mkdtempSync(join(tmpdir(), 'journal-'));
  return { dir, path: join(dir, 'journal.db'), keys: fileKeyStore(join(dir, 'keys')), remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Throws when it does not open. */
export async function openAt(place: JournalPlace, limits: Partial<JournalLimits> = {}): Promise<Journal> {
  const opened = await openJournal({ path: place.path, keys: place.keys, counterId: 'counter-1', limits });
  if (!opened.ok) throw new Error(`${opened.code}: ${opened.detail}`);
  return opened.journal;
}

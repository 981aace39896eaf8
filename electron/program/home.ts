/**
 * The program's folder: `place.json` says which of the two was used last; `practice/` and `shop/` each have a journal, a catalogue, keys
 * and settings of their own and share nothing. The windows' own files (`shell/`) lie beside them.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Mode } from '../../domain/shop.ts';
import { SETTINGS_FILE } from '../settings.ts';
import { parseJson, readIfThere, syncFolder, writeWhole } from './files.ts';

export type Home = {
  readonly dir: string;
  readonly folder: (mode: Mode) => string;
  /** Where a shop is made before it gets its name. */
  readonly unfinishedShop: string;
  readonly draftFile: string;
};

const PLACE_FILE = 'place.json';
const placeFile = z.strictObject({ place: z.enum(['practice', 'shop']) });

/** What a version without places kept directly in the folder; the journal goes last, so that half a move is seen and finished. */
const EARLIER: readonly string[] = ['keys', SETTINGS_FILE, 'credentials.json', 'slips', 'sandbox-state.jsonl', 'catalogue.db-wal', 'catalogue.db-shm', 'catalogue.db', 'journal.db-wal', 'journal.db-shm', 'journal.db'];

/** What lies here is the shop's, and nobody else's on this computer. */
const OWNER_ONLY = 0o700;

export function openHome(dir: string): Home {
  mkdirSync(dir, { recursive: true, mode: OWNER_ONLY });
  const home: Home = { dir, folder: (mode) => path.join(dir, mode), unfinishedShop: path.join(dir, 'shop.unfinished'), draftFile: path.join(dir, 'setup.json') };
  adoptEarlier(home);
  // Never named: whatever a power cut left of it is nobody's data.
  rmSync(home.unfinishedShop, { recursive: true, force: true });
  return home;
}

/** Data of a version that knew only practice is practice data: it moves whole, and nothing is ever written over. */
function adoptEarlier(home: Home): void {
  const found = EARLIER.filter((name) => existsSync(path.join(home.dir, name)));
  if (found.length === 0) return;
  const practice = home.folder('practice');
  const taken = found.filter((name) => existsSync(path.join(practice, name)));
  if (taken.length > 0) throw new Error(`${home.dir} holds ${taken.join(', ')} of an earlier version, and ${practice} holds them too. Nothing was moved: put one of the two aside.`);
  mkdirSync(practice, { recursive: true, mode: OWNER_ONLY });
  for (const name of found) renameSync(path.join(home.dir, name), path.join(practice, name));
  syncFolder(practice);
  syncFolder(home.dir);
}

/** The folder of a place that is about to be opened. */
export function placeFolder(home: Home, mode: Mode): string {
  const dir = home.folder(mode);
  mkdirSync(dir, { recursive: true, mode: OWNER_ONLY });
  return dir;
}

export function shopExists(home: Home): boolean {
  return existsSync(path.join(home.folder('shop'), SETTINGS_FILE));
}

/** Where the program opens: where it was last, else where there is anything; null is the welcome. */
export function lastPlace(home: Home): Mode | null {
  const kept = placeFile.safeParse(parseJson(readIfThere(path.join(home.dir, PLACE_FILE)) ?? ''));
  const shop = shopExists(home);
  if (kept.success && (kept.data.place === 'practice' || shop)) return kept.data.place;
  if (shop) return 'shop';
  return existsSync(path.join(home.folder('practice'), 'journal.db')) ? 'practice' : null;
}

export function keepPlace(home: Home, place: Mode): void {
  writeWhole(path.join(home.dir, PLACE_FILE), `${JSON.stringify({ place })}\n`, 0o644);
}

/**
 * A change of settings: laid beside the files it will replace, written into the journal, then put in their place. A power cut in between
 * leaves the change lying there; the next start writes into the journal that it is finishing it, and finishes it.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Mode, SettingsRecord, SettingsSection } from '../../domain/shop.ts';
import { seoulDay } from '../../domain/seoul-time.ts';
import type { Progress } from '../../db/journal.ts';
import { openPlaceJournal } from '../place-journal.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { GatewayCredentials, Settings } from '../settings.ts';
import { CREDENTIALS_FILE, readSettings, readSettingsFile, SETTINGS_FILE, settingsText } from '../settings.ts';
import type { ShellPort } from '../shell-port.ts';
import { syncFolder, writeWhole } from './files.ts';

const beside = (name: string): string => name.replace('.json', '.next.json');

export const SECTIONS = ['shop', 'tax', 'printer', 'backup-printer', 'slip', 'terminal', 'signature', 'receipts'] as const satisfies readonly SettingsSection[];

/** A section as the journal names it. The link id is no secret; the key is never here. */
export function recordOf(section: SettingsSection, settings: Settings): SettingsRecord {
  switch (section) {
    case 'shop':
      return { ...settings.shop };
    case 'tax':
      return { vatType: settings.tax.vatType, showVat: settings.tax.showVat, mandatorySector: settings.cashReceipt.mandatorySector };
    case 'printer':
      return { ...settings.printer };
    case 'backup-printer':
      return { ...settings.backupPrinter };
    case 'slip':
      return { ...settings.slip };
    case 'terminal':
      return { family: settings.terminal.family, address: settings.terminal.address, receiptWay: settings.cashReceipt.way, numberOn: settings.cashReceipt.numberOn };
    case 'signature':
      return { pad: settings.signature.pad, padAddress: settings.signature.padAddress, takenBy: settings.signature.takenBy };
    case 'receipts':
      return { authUrl: settings.gateway.authUrl, apiUrl: settings.gateway.apiUrl, test: settings.gateway.test };
  }
}

/** On disk when it returns; nothing uses it yet. */
export function layBeside(dir: string, settings: Settings, credentials: GatewayCredentials | null): void {
  // The settings' file comes last: where it is, the change is whole.
  if (credentials !== null) writeWhole(path.join(dir, beside(CREDENTIALS_FILE)), `${JSON.stringify(credentials)}\n`, 0o600);
  writeWhole(path.join(dir, beside(SETTINGS_FILE)), settingsText(settings), 0o644);
}

export function putInPlace(dir: string): void {
  for (const name of [CREDENTIALS_FILE, SETTINGS_FILE]) {
    if (existsSync(path.join(dir, beside(name)))) renameSync(path.join(dir, beside(name)), path.join(dir, name));
  }
  syncFolder(dir);
}

/** The journal would not have it: it never was. */
export function takeAway(dir: string): void {
  for (const name of [SETTINGS_FILE, CREDENTIALS_FILE]) rmSync(path.join(dir, beside(name)), { force: true });
}

/** Before anything of the place is opened. Nothing to do on any other morning. */
export async function finishSettingsChange(shell: ShellPort, place: Mode, now: () => Date, onFolding?: (progress: Progress) => void): Promise<Result<null>> {
  const dir = shell.dataDir;
  if (!existsSync(path.join(dir, beside(SETTINGS_FILE)))) return DONE;
  const before = readSettings(dir, place);
  const after = readSettingsFile(dir, beside(SETTINGS_FILE), place);
  if (!before.ok) return before;
  if (!after.ok) return after;
  const secretReplaced = existsSync(path.join(dir, beside(CREDENTIALS_FILE)));
  const opened = await openPlaceJournal(shell, onFolding);
  if (!opened.ok) return refuse(opened.code, opened.detail);
  const at = now().toISOString();
  const changed = SECTIONS.map((section) => ({ section, before: recordOf(section, before.value), after: recordOf(section, after.value) })).filter(
    (each) => JSON.stringify(each.before) !== JSON.stringify(each.after) || (each.section === 'receipts' && secretReplaced),
  );
  const entries = changed.map((each): JournalEntry => ({ kind: 'settings.changed', payload: { ...each, secretReplaced: secretReplaced && each.section === 'receipts' }, at, businessDay: seoulDay(at), actor: null, saleId: null }));
  try {
    if (entries.length > 0) await opened.journal.append(entries);
  } finally {
    await opened.journal.close();
  }
  putInPlace(dir);
  return DONE;
}

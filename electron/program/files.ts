/** Files that are whole or not there: written beside, brought to the disk, then given their name. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

export type FileMode = 0o600 | 0o644;

/** Returns once name and content are on the disk; a power cut leaves the old file or the new one. */
export function writeWhole(file: string, text: string, mode: FileMode): void {
  const beside = `${file}.new`;
  writeSynced(beside, text, mode);
  renameSync(beside, file);
  syncFolder(path.dirname(file));
}

export function writeSynced(file: string, text: string, mode: FileMode): void {
  const handle = openSync(file, 'w', mode);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A name is durable once its folder is; Windows knows no such thing and does it by itself. */
export function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null;
    throw problem;
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

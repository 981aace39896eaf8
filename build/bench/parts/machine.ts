/** What the figures were taken on, in one line; no names and no paths. */
import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import process from 'node:process';
import Database from 'better-sqlite3';

export type MachineFacts = { readonly cores: number; readonly memoryGiB: number; readonly system: string; readonly node: string; readonly sqlite: string; readonly browser: string };

export function machineFacts(browser: string | null): MachineFacts {
  const db = new Database(':memory:');
  const sqlite = String(db.prepare('SELECT sqlite_version()').pluck().get());
  db.close();
  return {
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    sqlite,
    browser: browser === null ? 'no browser' : versionOf(browser),
  };
}

export function machineLine({ cores, memoryGiB, system, node, sqlite, browser }: MachineFacts): string {
  return `${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}, SQLite ${sqlite}, ${browser}`;
}

/** Runnable processes per core over the last minute; over 1 the figures are those of a busy machine. */
export function loadPerCore(): number {
  return (loadavg()[0] ?? 0) / availableParallelism();
}

/** `Chromium 156.0.1234.5 built on …` → `Chromium 156.0.1234.5`. */
export function shortVersion(said: string): string {
  return /^(.*?\d+(?:\.\d+)+)/.exec(said.trim())?.[1] ?? 'an unknown browser';
}

function versionOf(browser: string): string {
  const { stdout } = spawnSync(browser, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return shortVersion(stdout ?? '');
}

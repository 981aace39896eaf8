import { statSync } from 'node:fs';
import path from 'node:path';
import { createBulkJournal } from '../../db/bulk.ts';
import { fileKeyStore } from '../../db/keys.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { SeedOptions } from './options.ts';
import { tellYears } from './years.ts';

/** Enough that a transaction costs nothing, few enough to hold in memory. */
const ENTRIES_A_BATCH = 2_000;
const TELL_EVERY_SALES = 100_000;

export type Written = { readonly sales: number; readonly entries: number; readonly seconds: number; readonly bytes: number };

export function writeYears({ sales, years, seed, dataDir, lastDay }: Omit<SeedOptions, 'help'>, told: (sales: number) => void = () => undefined): Written {
  const began = performance.now();
  const folder = path.join(dataDir, 'practice');
  const file = path.join(folder, 'journal.db');
  const journal = createBulkJournal({ path: file, keys: fileKeyStore(path.join(folder, 'keys')), counterId: 'seed' });
  let batch: JournalEntry[] = [];
  let [entries, tell] = [0, TELL_EVERY_SALES];
  const flush = () => {
    if (batch.length > 0) journal.append(batch);
    entries += batch.length;
    batch = [];
  };
  for (const act of tellYears({ sales, years, seed, lastDay, seal: journal.seal })) {
    batch.push(...act.entries);
    if (batch.length >= ENTRIES_A_BATCH) flush();
    if (act.sales < tell) continue;
    told(act.sales);
    tell += TELL_EVERY_SALES;
  }
  flush();
  journal.finish();
  return { sales, entries, seconds: (performance.now() - began) / 1_000, bytes: statSync(file).size };
}

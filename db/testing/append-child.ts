/**
 * Appends to the journal in argv[2] until it is killed; writes the last number of every append to standard output once it is
 * acknowledged. Appends of 1 to 5 rows, each row telling `append/index/size`.
 */
import { writeSync } from 'node:fs';
import { fileKeyStore, openJournal } from '../journal.ts';

const [, , path = '', keysDir = '', from = '0'] = process.argv;
const opened = await openJournal({ path, keys: fileKeyStore(keysDir) });
if (!opened.ok) throw new Error(`${opened.code}: ${opened.detail}`);
writeSync(1, 'open\n');
for (let append = Number(from); ; append += 1) {
  const size = 1 + (append % 5);
  const at = new Date(Date.UTC(2026, 0, 5) + append).toISOString();
  const rows = await opened.journal.append(
    Array.from({ length: size }, (_, index) => ({
      kind: 'failure.recorded',
      payload: { code: 'printer.offline', detail: `${append}/${index}/${size}/`.padEnd(500, '.') },
      at,
      businessDay: '2026-01-05',
      actor: null,
      saleId: null,
    })),
  );
  writeSync(1, `${rows.at(-1)?.seq}\n`);
}

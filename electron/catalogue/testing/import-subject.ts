/**
 * A counter that brings in a list and takes it back, as a process that a drill may kill: `import-subject.ts DATA_DIR CRASH_AT`. It names
 * every point it reaches on stdout and sends itself SIGKILL at the one that has CRASH_AT for its number or its name (0 = never): around each
 * entry, each piece on the stage, the seal and each time the file follows.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { startApp } from '../../app.ts';
import { createCashier } from '../../testing/cashier.ts';
import { headlessShell } from '../../testing/headless-shell.ts';
import { asManager, bringIn, csvOf, manyRows } from './lists.ts';

const [dataDir = '', crashAt = '0'] = process.argv.slice(2);
let armed = false;
let reached = 0;

const reach = (point: string): void => {
  if (!armed) return;
  reached += 1;
  writeSync(1, `point ${reached} ${point}\n`);
  if (String(reached) === crashAt || point === crashAt) process.kill(process.pid, 'SIGKILL');
};

async function around<T>(name: string, act: () => Promise<T>): Promise<T> {
  reach(`before ${name}`);
  const done = await act();
  reach(`after ${name}`);
  return done;
}

const app = await startApp(headlessShell(dataDir), {
  now: () => new Date(),
  wrap: (parts) => ({
    ...parts,
    journal: { ...parts.journal, append: (entries) => around(`append ${entries.map(({ kind }) => kind).join(' + ')}`, () => parts.journal.append(entries)) },
    catalogueFile: {
      ...parts.catalogueFile,
      stage: (importId, from, rows) => around('stage', () => parts.catalogueFile.stage(importId, from, rows)),
      seal: (about) => around('seal', () => parts.catalogueFile.seal(about)),
      follow: (steps, throughSeq) => around('follow', () => parts.catalogueFile.follow(steps, throughSeq)),
    },
  }),
});
const cashier = createCashier(app);
await cashier.begin();
await asManager(cashier);
armed = true;
// More lines than go on the stage at once.
const { importId } = await bringIn(cashier, 'list.csv', csvOf([...manyRows(1_100, 100), ['2000010000012', '아메리카노', '2700', '과세', '음료']]));
await cashier.must('import.undo', { importId });
armed = false;
await app.stop();
writeSync(1, 'done\n');
process.exit(0);

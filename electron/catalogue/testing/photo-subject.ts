/**
 * A counter whose manager replaces the photo of a product, removes it, and takes that back, as a process that a drill may kill:
 * `photo-subject.ts DATA_DIR CRASH_AT`. It names every point it reaches on stdout and sends itself SIGKILL at the one that has CRASH_AT for
 * its number or its name (0 = never): around the staging of each photo, each entry and each time the file follows.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import type { PhotoChangeRequest } from '../../../contract/catalogue.ts';
import { startApp } from '../../app.ts';
import { createCashier } from '../../testing/cashier.ts';
import { headlessShell } from '../../testing/headless-shell.ts';
import { asManager } from './lists.ts';
import { AMERICANO, picture } from './pictures.ts';

const [dataDir = '', crashAt = '0'] = process.argv.slice(2);
let armed = false;
let reached = 0;
let follows = 0;

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
      stagePhoto: (bytes, named) => around('stage', () => parts.catalogueFile.stagePhoto(bytes, named)),
      follow: (steps, throughSeq) => around(`follow ${(follows += armed ? 1 : 0)}`, () => parts.catalogueFile.follow(steps, throughSeq)),
    },
  }),
});
const cashier = createCashier(app);
await cashier.begin();
await asManager(cashier);
armed = true;
const save = (photo: PhotoChangeRequest) => cashier.must('catalogue.save', { productId: 'practice-1-1', product: AMERICANO, photo });
await save({ act: 'set', base64: picture(2).toString('base64') });
await save({ act: 'remove' });
await cashier.must('catalogue.undo', {});
armed = false;
await app.stop();
writeSync(1, 'done\n');
process.exit(0);

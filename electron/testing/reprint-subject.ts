/**
 * A counter whose manager prints an older slip again, as a process that a drill may kill: `reprint-subject.ts DATA_DIR CRASH_AT SALE_ID`. Points
 * count from the moment she asks.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { startApp } from '../app.ts';
import { createCashier } from './cashier.ts';
import { withCrashPoints } from './crash-points.ts';
import { headlessShell } from './headless-shell.ts';

const [dataDir = '', crashAtText = '0', saleId = ''] = process.argv.slice(2);
const crashAt = Number(crashAtText);
let armed = false;
let reached = 0;

const say = (line: string): void => void writeSync(1, `${line}\n`);

const reach = (point: string): void => {
  if (!armed) return;
  reached += 1;
  say(`point ${reached} ${point}`);
  if (reached === crashAt) process.kill(process.pid, 'SIGKILL');
};

const app = await startApp(headlessShell(dataDir), { now: () => new Date(), wrap: (parts) => withCrashPoints(parts, reach) });
const cashier = createCashier(app);
say(`view ${JSON.stringify(await cashier.look())}`);
await cashier.must('people.signIn', { userId: 'practice-manager', pin: '5678' });
armed = true;
await cashier.must('slip.printAgain', { saleId, fact: { kind: 'product', said: '아메리카노' } });
for (;;) {
  const { prints } = await cashier.must('history.sale', { saleId });
  if (prints.filter(({ kind, state }) => kind === 'slip' && state === 'confirmed').length === 2) break;
  await new Promise((resolve) => setTimeout(resolve, 5));
}
armed = false;
await app.stop();
say('sold');
process.exit(0);

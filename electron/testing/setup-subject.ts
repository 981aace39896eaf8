/**
 * A shop being made, as a process that a drill may kill: `setup-subject.ts HOME CRASH_AT`. It names every step it reaches on stdout and
 * sends itself SIGKILL at step CRASH_AT (0 = never).
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { randomIds } from '../ids.ts';
import { openDraft } from '../program/draft.ts';
import { openHome } from '../program/home.ts';
import { makeShop } from '../program/shop-folder.ts';
import { OWNER_PIN, TYPED_SHOP } from './program-fixture.ts';

const [dir = '', crashAtText = '0'] = process.argv.slice(2);
const crashAt = Number(crashAtText);
let reached = 0;

const home = openHome(dir);
const secretKey = 'c2VjcmV0LXNlY3JldC1zZWNyZXQ=';
const draft = { ...TYPED_SHOP, receipts: { choice: 'popbill', service: 'test', linkId: 'SHOP' } } as const;
openDraft(home.draftFile).put({ draft, secretKey });
const made = await makeShop(
  {
    home,
    protect: undefined,
    ids: randomIds(),
    now: () => new Date(),
    reach: (step) => {
      reached += 1;
      writeSync(1, `step ${step}\n`);
      if (reached === crashAt) process.kill(process.pid, 'SIGKILL');
    },
  },
  { draft, secretKey, pin: OWNER_PIN },
);
writeSync(1, `${made.ok ? 'made' : made.code}\n`);

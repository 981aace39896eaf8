/** A journal that cannot be used: nothing is sold, and the screen says what, what it means for the money, and what to do. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pageOf } from './fixtures.ts';
import { expect, test } from './till.ts';

/** SQLite's header: bytes 60 to 63 are `user_version`, big-endian. */
const USER_VERSION_AT = 60;

const DAMAGE = {
  'journal.corrupt': (file: string) => writeFileSync(file, Buffer.concat([Buffer.alloc(200, 0x5a), readFileSync(file).subarray(200)])),
  'journal.from-the-future': (file: string) => {
    const bytes = readFileSync(file);
    bytes.writeUInt32BE(9_999, USER_VERSION_AT);
    writeFileSync(file, bytes);
  },
} as const;

test('the start screen says what is wrong with the journal, and the file is left as it is', async ({ launchCounter, dataDir, simulators }) => {
  const journal = path.join(dataDir, 'practice', 'journal.db');
  const whole = path.join(dataDir, 'whole.db');
  const first = await launchCounter({ dataDir, env: simulators.env });
  await pageOf(first, 'cashier');
  await first.close();
  copyFileSync(journal, whole);
  for (const [code, damage] of Object.entries(DAMAGE)) {
    await test.step(code, async () => {
      copyFileSync(whole, journal);
      damage(journal);
      const damaged = readFileSync(journal);
      const counter = await launchCounter({ dataDir, env: simulators.env });
      const page = await pageOf(counter, 'cashier');
      await expect(page.getByTestId('screen-trouble')).toBeVisible();
      await expect(page.getByTestId('screen-trouble')).toContainText(code);
      await expect(page.getByTestId('screen-sign-in')).toBeHidden();
      await counter.close();
      expect(readFileSync(journal).equals(damaged), 'nothing was written to it').toBe(true);
    });
  }
});

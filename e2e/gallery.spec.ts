/** Every screen and state: no complaint in the console, nothing serious for axe, nothing cut off in any language, with the longest texts too. */
import process from 'node:process';
import { expect } from 'playwright/test';
import { findings } from './axe.ts';
import { eachScene, type Part } from './gallery-walk.ts';
import { test, type Gallery, type Look } from './gallery.ts';
import { unreadableTexts } from './layout.ts';

/** The scene comes in the first; the others are spoken where it stands. */
const LANGUAGES = ['ko', 'en', 'zh-CN', 'pseudo'] as const;
/** The cashier's window has far more to show than the customer's: a piece for each counter's worth of time. */
const PARTS: readonly (Part & { readonly window: Look['window'] })[] = [...[1, 2, 3, 4].map((part) => ({ window: 'cashier', part, of: 4 }) as const), { window: 'customer', part: 1, of: 1 }];

/** `SCENES=slips,strays` judges those whose name begins so: while one works on them. */
const ONLY = process.env['SCENES']?.split(',') ?? [''];

// Some thirty screens, each asked in every language and light: half a minute alone, several on a machine that others use.
test.describe.configure({ timeout: 360_000 });

/** What is wrong with the scene that is shown; for each finding where. */
async function faultsOf(gallery: Gallery): Promise<readonly string[]> {
  const { page } = gallery;
  const faults = (await findings(page)).map((finding) => `light: ${finding}`);
  await gallery.light('dark');
  // Dark is other colours and nothing else.
  for (const finding of await findings(page, { only: 'color-contrast' })) faults.push(`dark: ${finding}`);
  for (const lang of LANGUAGES) {
    if (lang !== LANGUAGES[0]) await gallery.speak(lang);
    for (const fault of await page.evaluate(unreadableTexts, false)) faults.push(`${lang}: ${fault}`);
  }
  return [...faults, ...gallery.complaints()];
}

for (const { window, part, of } of PARTS) {
  test(`${window}, part ${part} of ${of}: nothing complains, axe finds nothing serious in either light, nothing is cut off, overlaps or scrolls the page in any language`, async ({ gallery }) => {
    const found: Record<string, readonly string[]> = {};
    const judge = async (name: string) => {
      const faults = await faultsOf(gallery);
      if (faults.length > 0) found[name] = faults;
    };
    await eachScene(gallery, window, { lang: LANGUAGES[0] }, judge, { part, of, only: ONLY });
    expect(found).toEqual({});
  });
}

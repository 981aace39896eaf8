/** Every screen and state: no complaint in the console, nothing serious for axe, nothing cut off, with the longest texts too. */
import process from 'node:process';
import { expect } from 'playwright/test';
import { findings } from './axe.ts';
import { eachScene, type Part } from './gallery-walk.ts';
import { numbersInPage, wholeCardNumbers } from './card-numbers.ts';
import { test, type Gallery, type Look } from './gallery.ts';
import { unreadableTexts } from './layout.ts';

/** The scene comes in Korean. English is spoken stretched where it stands: what has room for that has room for it as it is. */
const LONGEST = 'pseudo';

/** The cashier's window has far more to show than the customer's: a piece for each counter's worth of time. */
const PARTS: readonly (Part & { readonly window: Look['window'] })[] = [...[1, 2, 3, 4].map((part) => ({ window: 'cashier', part, of: 4 }) as const), { window: 'customer', part: 1, of: 1 }];

/** `SCENES=slips,strays` judges those whose name begins so: while one works on them. */
const ONLY = process.env['SCENES']?.split(',') ?? [''];
/**
 * Chinese is shorter than both, and colours have the same few names everywhere, in the dark others behind them: every third scene speaks for the rest, and whether
 * its texts stand out from their ground is the dearest to judge. Those that are worked on are all asked, and with `FULL_GALLERY=1` (`npm run drill -- gallery`) every one.
 */
const WHOLE_EVERY = process.env['FULL_GALLERY'] === '1' || process.env['SCENES'] !== undefined ? 1 : 3;

/** What is wrong with the scene that is shown; for each finding where. `whole`: its colours, also in the dark, and in Chinese too. */
async function faultsOf(gallery: Gallery, whole: boolean): Promise<readonly string[]> {
  const { page } = gallery;
  const faults: string[] = [];
  const unreadable = async (lang: Look['lang']) => {
    for (const fault of await page.evaluate(unreadableTexts, false)) faults.push(`${lang}: ${fault}`);
  };
  for (const finding of await findings(page, whole ? {} : { without: 'color-contrast' })) faults.push(`light: ${finding}`);
  await unreadable('ko');
  if (whole) {
    await gallery.light('dark');
    // Dark is other colours and nothing else.
    for (const finding of await findings(page, { only: 'color-contrast' })) faults.push(`dark: ${finding}`);
    await gallery.speak('zh-CN');
    await unreadable('zh-CN');
  }
  await gallery.speak(LONGEST);
  await unreadable(LONGEST);
  return [...faults, ...(await numbersInPage(page)), ...gallery.complaints()];
}

/** Every place of a page a number can hide in, as it would be made there. */
const HIDING_PLACES: Readonly<Record<string, string>> = {
  'text, cut up': '<p>9490<b>-1234</b>-<i>0000</i>-1230</p>',
  'another card’s': '<p>4111 1111 1111 1111</p>',
  'a name for the screen reader': '<button aria-label="카드 9490123400001230">카드</button>',
  'a picture’s description': '<canvas role="img" aria-label="9490-1234-0000-1230"></canvas>',
  'a picture’s stand-in': '<canvas>9490 1234 0000 1230</canvas>',
  'what was typed': '<input value="9490123400001230">',
  'a tooltip': '<span title="9490-1234-0000-1230">카드</span>',
  'the name of a file': '<p>not-imported-4111111111111111.xlsx</p>',
  'what is not shown': '<div hidden>9490123400001230</div>',
};

test('a whole card number is found wherever it stands, and only there', async ({ gallery }) => {
  await gallery.show({ window: 'cashier', scene: 'idle', lang: 'ko' });
  expect(await wholeCardNumbers(gallery.page)).toEqual([]);
  for (const [place, html] of Object.entries(HIDING_PLACES)) {
    await gallery.page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', `<div id="hiding">${text}</div>`), html);
    expect(await numbersInPage(gallery.page), place).not.toEqual([]);
    await gallery.page.evaluate(() => document.getElementById('hiding')?.remove());
  }
  await gallery.page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p id="hiding">9490-1234-****-123* · 2000010000012 · 261121140803 · not-imported-20261129-141507.xlsx</p>'));
  expect(await wholeCardNumbers(gallery.page)).toEqual([]);
  await gallery.page.evaluate(() => document.getElementById('hiding')?.remove());
});

for (const { window, part, of } of PARTS) {
  test(`${window}, part ${part} of ${of}: nothing complains, axe finds nothing serious, nothing is cut off, overlaps or scrolls the page with the longest texts, no card number is whole`, async ({ gallery }) => {
    const found: Record<string, readonly string[]> = {};
    let judged = 0;
    const judge = async (name: string) => {
      const faults = await faultsOf(gallery, judged % WHOLE_EVERY === 0);
      judged += 1;
      if (faults.length > 0) found[name] = faults;
    };
    await eachScene(gallery, window, { lang: 'ko' }, judge, { part, of, only: ONLY });
    expect(found).toEqual({});
  });
}

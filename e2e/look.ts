/** A screen of the real counter on the way: nothing beyond the window's edge, no whole card number; where pictures are asked for, one for a person to look at, and nothing serious for axe. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, type Page } from 'playwright/test';
import { findings } from './axe.ts';
import { numbersInPage, wholeCardNumbers } from './card-numbers.ts';
import { ROOT } from './host.ts';

/** Asked for by `npm run pictures`, at both sizes. */
const asked = process.env['LOOK_SIZES']?.split(',');

/** Rooms and states on the way through the real counter, for a person to look at. In `npm test` the gallery judges the same states, each once. */
export const LOOK_SIZES: readonly string[] = asked ?? [];

/** `colours: false` where they have been judged at another size: they are what they are at any, and the dearest to judge. */
export async function look(page: Page, size: string, name: string, { colours = true }: { readonly colours?: boolean } = {}): Promise<void> {
  if (asked !== undefined) {
    const dir = path.join(ROOT, 'out', 'screens', size);
    mkdirSync(dir, { recursive: true });
    await page.screenshot({ path: path.join(dir, `${name}.png`) });
    expect(await findings(page, colours ? {} : { without: 'color-contrast' }), `${name} at ${size}`).toEqual([]);
  }
  const overflow = await page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]);
  expect(overflow, `${name} at ${size} fits its window`).toEqual([0, 0]);
  // What is read out of the page is dear to ask for: where card numbers come by, a story asks by itself.
  expect(await (asked === undefined ? numbersInPage(page) : wholeCardNumbers(page)), `${name} at ${size}`).toEqual([]);
}

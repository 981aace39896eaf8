/**
 * `npm run pictures`: every screen and state of both windows, in both sizes, light and dark, in the three languages, as PNG files in
 * out/pictures/. Nothing is asserted: they are for a person to look at, one by one, before a screen is called finished.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright/test';
import { eachScene } from './gallery-walk.ts';
import { settled, test } from './gallery.ts';
import { ROOT } from './host.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
/** `PICTURES=ko,en` takes fewer languages. */
const LANGUAGES = (['ko', 'en', 'zh-CN'] as const).filter((lang) => process.env['PICTURES'] === undefined || process.env['PICTURES'].split(',').includes(lang));

/** `SCENES=slips,strays` takes those whose name begins so. */
const ONLY = process.env['SCENES']?.split(',') ?? [''];

const PHOTOS_LIMIT_MS = 1_500;

/** Photos come a moment after the goods they belong to; those nobody sees, or nobody has, do not. */
async function photosShown(page: Page): Promise<void> {
  const shown = () =>
    [...document.querySelectorAll('[data-photo]')].every((place) => {
      const { top, bottom } = place.getBoundingClientRect();
      return place.childElementCount > 0 || top > innerHeight || bottom < 0;
    });
  await page.waitForFunction(shown, undefined, { timeout: PHOTOS_LIMIT_MS }).catch(() => undefined);
  await settled(page);
}

test.describe.configure({ timeout: 600_000 });

for (const size of SIZES) {
  for (const lang of LANGUAGES) {
    for (const window of ['cashier', 'customer'] as const) {
      test(`${window}, ${size.width}×${size.height}, ${lang}`, { tag: '@look' }, async ({ gallery }) => {
        const { page } = gallery;
        await page.setViewportSize(size);
        const dir = (theme: string) => path.join(ROOT, 'out', 'pictures', `${size.width}x${size.height}`, `${lang}-${theme}`);
        for (const theme of ['light', 'dark']) mkdirSync(dir(theme), { recursive: true });
        await eachScene(gallery, window, { lang }, async (name) => {
          await photosShown(page);
          await page.screenshot({ path: path.join(dir('light'), `${window}-${name}.png`) });
          await gallery.light('dark');
          await page.screenshot({ path: path.join(dir('dark'), `${window}-${name}.png`) });
        }, { part: 1, of: 1, only: ONLY });
      });
    }
  }
}

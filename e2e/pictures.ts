/**
 * `npm run pictures`: every screen and state of both windows, in both sizes, light and dark, in the three languages, as PNG files in
 * out/pictures/. Nothing is judged but that every photo has come: they are for a person to look at, one by one, before a screen is called finished.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, type Page } from 'playwright/test';
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

const PHOTOS_LIMIT_MS = 5_000;

/**
 * Photos come a moment after the goods they belong to; one below the edge of its list is not fetched before somebody looks. A picture
 * without a photo that should be on it is no picture of the scene.
 */
async function photosShown(page: Page, scene: string): Promise<void> {
  const missing = () =>
    page.evaluate(async () => {
      const empty = [...document.querySelectorAll<HTMLElement>('[data-photo]')].filter((place) => place.childElementCount === 0);
      const looked = await new Promise<readonly IntersectionObserverEntry[]>((resolve) => {
        if (empty.length === 0) return resolve([]);
        const observer = new IntersectionObserver((entries) => {
          observer.disconnect();
          resolve(entries);
        });
        for (const place of empty) observer.observe(place);
      });
      return looked.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => `${target.getAttribute('data-photo')} of "${target.parentElement?.textContent ?? ''}"`);
    });
  await expect.poll(missing, { timeout: PHOTOS_LIMIT_MS, message: `${scene}: every photo in sight has come` }).toEqual([]);
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
          await photosShown(page, `${window}-${name}`);
          await page.screenshot({ path: path.join(dir('light'), `${window}-${name}.png`) });
          await gallery.light('dark');
          await page.screenshot({ path: path.join(dir('dark'), `${window}-${name}.png`) });
        }, { part: 1, of: 1, only: ONLY });
      });
    }
  }
}

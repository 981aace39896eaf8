/**
 * The gallery, bundled and served on this machine, in the browser the counter would use: every screen and state in every language
 * within seconds. Nothing behind it is real; what it proves is what people can see, read and reach.
 */
import process from 'node:process';
import { chromium, test as base, type Page } from 'playwright/test';
import { findChromium } from '../electron/chromium-host/chromium.ts';
import { galleryUrl } from './gallery-server.ts';

export type Look = { readonly window: 'cashier' | 'customer'; readonly scene: string; readonly lang: 'ko' | 'en' | 'zh-CN' | 'pseudo'; readonly theme?: 'light' | 'dark' };

export type Gallery = {
  readonly page: Page;
  /** Names of all scenes, as the front page lists them. */
  readonly scenes: Readonly<Record<Look['window'], readonly string[]>>;
  /** Draws a scene and answers once it can be seen. */
  readonly show: (look: Look) => Promise<void>;
  /** The scene that is shown goes on in another language, with whatever is open or typed. */
  readonly speak: (lang: Look['lang']) => Promise<void>;
  /** Other colours and nothing else. */
  readonly light: (theme: 'light' | 'dark') => Promise<void>;
  /** Draws the page of all parts. */
  readonly showParts: (theme: 'light' | 'dark') => Promise<void>;
  /** What the page complained about since it was last asked. */
  readonly complaints: () => readonly string[];
};

const PAGES = { cashier: 'gallery.html', customer: 'gallery-customer.html' } as const satisfies Record<Look['window'], string>;
const MAX_COMPLAINTS = 50;
/** Somewhat longer than a key is held back. */
const KEY_HELD_MS = 90;

async function sceneNames(page: Page, url: string): Promise<Gallery['scenes']> {
  await page.goto(`${url}gallery-index.html`);
  const of = (file: string) => page.locator(`[data-page="./${file}"] [data-scene]`).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-scene') ?? ''));
  await page.locator('[data-scene]').first().waitFor();
  return { cashier: await of(PAGES.cashier), customer: await of(PAGES.customer) };
}

/** What was asked for is drawn: what comes of a first frame, by a measure taken in it, is there with the next. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
  });

/** A person's key is held back until it is certain that no scanner sent it: by the page's own clock, so that it has been taken, and what came of it drawn, however busy the machine is. */
export async function keyTaken(page: Page): Promise<void> {
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), KEY_HELD_MS);
  await settled(page);
}

/** The page moves nothing for who wants no motion: all colours are there at once. */
async function relight(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((to) => {
    document.documentElement.classList.remove('theme-light', 'theme-dark');
    document.documentElement.classList.add(`theme-${to}`);
  }, theme);
  await settled(page);
}

export const test = base.extend<object, { gallery: Gallery }>({
  gallery: [
    // Playwright wants the pattern, although nothing is taken from it.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const url = await galleryUrl();
      const browser = await chromium.launch({ executablePath: findChromium(process.env['GYESANDAE_CHROMIUM']), chromiumSandbox: process.getuid?.() !== 0 });
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
      const said: string[] = [];
      const keep = (line: string) => said.length < MAX_COMPLAINTS && said.push(line);
      page.on('pageerror', (error) => keep(error.message));
      page.on('console', (message) => /error|warning/.test(message.type()) && keep(message.text()));
      const scenes = await sceneNames(page, url);
      const ask = async (what: 'look' | 'speak', detail: string) => {
        await page.evaluate(
          ([name, text]) => {
            delete document.documentElement.dataset['shown'];
            dispatchEvent(new CustomEvent(name, { detail: text }));
          },
          [what, detail] as const,
        );
        await page.waitForFunction(() => document.documentElement.dataset['shown'] !== undefined);
        await settled(page);
      };
      const show = async ({ window, scene, lang, theme = 'light' }: Look) => {
        if (!page.url().includes(`/${PAGES[window]}`)) {
          await page.goto(url + PAGES[window]);
          await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
        }
        await ask('look', `scene=${scene}&lang=${lang}&theme=${theme}`);
      };
      const showParts = async (theme: 'light' | 'dark') => {
        await page.goto(`${url}gallery-components.html?theme=${theme}`);
        await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
        await settled(page);
      };
      await use({ page, scenes, show, speak: (lang) => ask('speak', lang), light: (theme) => relight(page, theme), showParts, complaints: () => said.splice(0) });
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

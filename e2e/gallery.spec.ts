/** Every screen and state: no complaint in the console, nothing serious for axe, nothing cut off in any language, with the longest texts too. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { eachScene } from './gallery-walk.ts';
import { settled, test } from './gallery.ts';
import { unreadableTexts } from './layout.ts';

const SERIOUS = new Set(['serious', 'critical']);

type Axe = {
  readonly run: (
    root: Document,
    options: { readonly resultTypes: readonly string[]; readonly runOnly?: readonly string[] },
  ) => Promise<{ readonly violations: readonly { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly target: readonly string[]; readonly any: readonly { readonly message: string }[] }[] }[] }>;
};
declare global {
  // An interface, because it adds to the one there is.
  interface Window {
    axe?: Axe;
  }
}

/** What is serious. The builder brings axe into the page once; after that it is asked there, which takes a fifth of the time. */
async function findings(page: Page, only?: string): Promise<readonly string[]> {
  if (await page.evaluate(() => window.axe === undefined)) await new AxeBuilder({ page }).setLegacyMode().analyze();
  const violations = await page.evaluate(async (rule) => {
    if (window.axe === undefined) throw new Error('axe is not in the page');
    return (await window.axe.run(document, { resultTypes: ['violations'], ...(rule === null ? {} : { runOnly: [rule] }) })).violations;
  }, only ?? null);
  return violations.filter(({ impact }) => SERIOUS.has(impact ?? '')).map(({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? ''})`).join(' | ')}`);
}

// Some sixty screens, each asked twice: half a minute alone, several on a machine that others use.
test.describe.configure({ timeout: 360_000 });

for (const window of ['cashier', 'customer'] as const) {
  test(`${window}: nothing complains and axe finds nothing serious, light and dark`, async ({ gallery }) => {
    const found: Record<string, readonly string[]> = {};
    await eachScene(gallery, window, { lang: 'ko' }, async (name) => {
      const light = await findings(gallery.page);
      await gallery.page.evaluate(() => document.documentElement.classList.replace('theme-light', 'theme-dark'));
      await settled(gallery.page);
      // Dark is other colours and nothing else.
      const dark = await findings(gallery.page, 'color-contrast');
      const all = [...light, ...dark.map((line) => `dark ${line}`), ...gallery.complaints()];
      if (all.length > 0) found[name] = all;
    });
    expect(found).toEqual({});
  });

  for (const lang of ['pseudo', 'ko', 'en', 'zh-CN'] as const) {
    test(`${window}: nothing is cut off, overlaps or makes the page scroll in ${lang}`, async ({ gallery }) => {
      const found: Record<string, readonly string[]> = {};
      await eachScene(gallery, window, { lang }, async (name) => {
        const faults = await gallery.page.evaluate(unreadableTexts, false);
        if (faults.length > 0) found[name] = faults;
      });
      expect(found).toEqual({});
    });
  }
}

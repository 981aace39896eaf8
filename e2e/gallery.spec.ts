/** Every screen and state: no complaint in the console, nothing serious for axe, nothing cut off in any language, with the longest texts too. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { settled, test, type Gallery, type Look } from './gallery.ts';
import { unreadableTexts } from './layout.ts';

/** What is reached from a scene by keys, or by touching what is named after `#`: more states of the same screens, and the rooms behind them. */
const FURTHER: Readonly<Record<string, { readonly scene: string; readonly keys: readonly string[]; readonly shows: string }>> = {
  menu: { scene: 'basket', keys: ['F10'], shows: 'menu' },
  keys: { scene: 'basket', keys: ['F1'], shows: 'key-map' },
  cash: { scene: 'basket', keys: ['F8'], shows: 'screen-cash' },
  'cash-enough': { scene: 'basket', keys: ['F8', 'F8'], shows: 'screen-cash' },
  'receipt-typing': { scene: 'receipt-open', keys: ['1', '2', '3', '4'], shows: 'number-typed' },
  'receipt-business': { scene: 'receipt-open', keys: ['2', '1', '2', '4'], shows: 'number-typed' },
  'receipt-none': { scene: 'receipt-open', keys: ['0'], shows: 'screen-receipt' },
  today: { scene: 'idle', keys: ['F3'], shows: 'screen-today' },
  close: { scene: 'idle', keys: ['F10', '#menu-close'], shows: 'screen-close' },
  'close-confirm': { scene: 'idle', keys: ['F10', '#menu-close', '5', 'F9'], shows: 'screen-close-confirm' },
  closed: { scene: 'idle', keys: ['F10', '#menu-close', '5', 'F9', 'F9'], shows: 'screen-closed' },
  status: { scene: 'idle', keys: ['F10', '#menu-status'], shows: 'screen-status' },
  'status-trouble': { scene: 'basket-trouble', keys: ['F10', '#menu-status'], shows: 'screen-status' },
  products: { scene: 'products-manager', keys: ['F10', '#menu-products'], shows: 'screen-products' },
  'product-open': { scene: 'products-manager', keys: ['F10', '#menu-products', 'ArrowDown'], shows: 'product-form' },
  'keys-arranged': { scene: 'products-manager', keys: ['F10', '#menu-products', 'F9'], shows: 'key-places' },
  'import-begin': { scene: 'products-manager', keys: ['F10', '#menu-products', 'F6'], shows: 'import-drop' },
  'import-applying-room': { scene: 'import-applying', keys: ['F10', '#menu-products'], shows: 'import-under-way' },
  'import-ready-room': { scene: 'import-ready', keys: ['F10', '#menu-products'], shows: 'import-samples' },
  'import-mapping-room': { scene: 'import-mapping', keys: ['F10', '#menu-products'], shows: 'import-mapping-needed' },
  'import-failed-room': { scene: 'import-failed', keys: ['F10', '#menu-products'], shows: 'import-failed' },
  'import-done-room': { scene: 'import-done', keys: ['F10', '#menu-products'], shows: 'import-done' },
  found: { scene: 'idle', keys: ['F2', 'u'], shows: 'screen-sale' },
};

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

/** Shows every scene of a window, and what is reached from it, one after the other. */
async function eachScene(gallery: Gallery, window: Look['window'], look: Pick<Look, 'lang' | 'theme'>, judge: (name: string) => Promise<void>): Promise<void> {
  for (const scene of gallery.scenes[window]) {
    await gallery.show({ window, scene, ...look });
    await judge(scene);
  }
  if (window === 'customer') return;
  for (const [name, { scene, keys, shows }] of Object.entries(FURTHER)) {
    await gallery.show({ window, scene, ...look });
    for (const key of keys) {
      if (key.startsWith('#')) await gallery.page.getByTestId(key.slice(1)).click();
      else await gallery.page.keyboard.press(key);
      // A person's key is held back until it is certain that no scanner sent it.
      await gallery.page.waitForTimeout(90);
    }
    await expect(gallery.page.getByTestId(shows).first()).toBeVisible({ timeout: 3_000 });
    await judge(name);
  }
}

test.describe.configure({ timeout: 120_000 });

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

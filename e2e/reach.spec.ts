/** Zoomed to 200 %, by Tab alone, by ear: the main screens can be read, walked and heard. */
import { expect, type Page } from 'playwright/test';
import { keyTaken, test, type Gallery } from './gallery.ts';
import { unreadableTexts } from './layout.ts';

type Place = { readonly name: string; readonly scene: string; readonly keys: readonly string[]; readonly primary: string };

const PLACES: readonly Place[] = [
  { name: 'sign-in', scene: 'sign-in', keys: ['1', '2', '3', '4'], primary: 'sign-in' },
  { name: 'open-shift', scene: 'open-shift', keys: ['5', '0', '0', '0', '0'], primary: 'open-shift' },
  { name: 'sale', scene: 'basket', keys: [], primary: 'pay-cash' },
  { name: 'cash', scene: 'basket', keys: ['F8', 'F8'], primary: 'cash-take' },
  { name: 'receipt', scene: 'receipt-open', keys: ['0'], primary: 'receipt-primary' },
  { name: 'read-back', scene: 'receipt-read-back', keys: [], primary: 'receipt-issue' },
  { name: 'slip-question', scene: 'slip-question', keys: [], primary: 'slip-yes' },
  { name: 'done', scene: 'done', keys: [], primary: 'next-sale' },
];

async function go(gallery: Gallery, { scene, keys }: Pick<Place, 'scene' | 'keys'>, lang: 'ko' | 'en' = 'ko'): Promise<void> {
  await gallery.show({ window: 'cashier', scene, lang });
  for (const key of keys) {
    await gallery.page.keyboard.press(key);
    await keyTaken(gallery.page);
  }
}

const live = (page: Page) => page.evaluate(() => [...document.querySelectorAll('[aria-live], [role="status"], [role="alert"], output')].map((element) => element.textContent ?? '').join(' | '));

test('at 200 % nothing is cut off on any screen, and the primary button can be reached', async ({ gallery }) => {
  const { page } = gallery;
  await page.setViewportSize({ width: 683, height: 384 });
  const found: Record<string, readonly string[]> = {};
  for (const lang of ['ko', 'en'] as const) {
    for (const place of PLACES) {
      await go(gallery, place, lang);
      const faults = await page.evaluate(unreadableTexts, true);
      if (faults.length > 0) found[`${lang} ${place.name}`] = faults;
      const primary = page.getByTestId(place.primary);
      await primary.scrollIntoViewIfNeeded();
      await expect(primary, `${lang} ${place.name}`).toBeInViewport({ ratio: 0.9 });
      await primary.click({ trial: true });
    }
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  expect(found).toEqual({});
});

/** Row by row inside a pane, panes from left to right: how the eye goes. */
type Stop = { readonly name: string; readonly pane: number; readonly top: number; readonly left: number; readonly shown: boolean };

async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  const seen = new Set<string>();
  for (let presses = 0; presses < 80; presses += 1) {
    // Right behind another key it would pass for a scanner's.
    await keyTaken(page);
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement) || at === document.body) return null;
      const box = at.getBoundingClientRect();
      const panes = [...document.querySelectorAll('main section')];
      const style = getComputedStyle(at.closest('label') ?? at);
      return {
        id: `${Math.round(box.left)} ${Math.round(box.top)} ${at.tagName} ${at.textContent}`,
        name: at.dataset['testid'] ?? at.getAttribute('aria-label') ?? at.textContent ?? at.tagName,
        pane: panes.findIndex((pane) => pane.contains(at)),
        top: box.top,
        left: box.left,
        shown: style.outlineStyle !== 'none' || at.matches(':focus-visible') || at.matches('input'),
      };
    });
    if (stop === null || seen.has(stop.id)) break;
    seen.add(stop.id);
    stops.push(stop);
  }
  return stops;
}

test('Tab walks the main screens pane by pane, from above, shows where it is, and comes to the primary button', async ({ gallery }) => {
  for (const place of PLACES) {
    await go(gallery, place);
    const stops = await walk(gallery.page);
    expect(stops.map(({ name }) => name), place.name).toContain(place.primary);
    expect(stops.filter(({ shown }) => !shown).map(({ name }) => name), `${place.name}: focus can be seen`).toEqual([]);
    const panes = stops.map(({ pane }) => pane).filter((pane) => pane >= 0);
    expect(panes, `${place.name}: one pane after the other`).toEqual(panes.toSorted((a, b) => a - b));
  }
});

test('total, change, what is asked and what came of it are said aloud', async ({ gallery }) => {
  const said = async (place: Pick<Place, 'scene' | 'keys'>) => {
    await go(gallery, place);
    return live(gallery.page);
  };
  expect(await said({ scene: 'basket', keys: [] })).toContain('52,500원');
  expect(await said({ scene: 'basket', keys: ['F8', '6', '0', '0', '0', '0'] })).toContain('7,500원');
  expect(await said({ scene: 'basket-undo', keys: [] })).toContain('햇살 아메리카노 원두 500g');
  expect(await said({ scene: 'receipt-read-back', keys: [] })).toMatch(/0 1 0|010/);
  expect(await said({ scene: 'receipt-failed', keys: [] })).toContain('발급');
  expect(await said({ scene: 'issuing', keys: [] })).toContain('010-****-5678');
  expect(await said({ scene: 'done', keys: [] })).toContain('7,500원');
  expect(await said({ scene: 'done', keys: [] })).toContain('TB0000178');
  expect(await said({ scene: 'trouble', keys: [] })).not.toBe('');
});

test('F1 says what the keys do on the screen at hand, over a dialog too; F1 or Esc closes it, and nothing below hears a key', async ({ gallery }) => {
  const { page } = gallery;
  const rows = () => page.getByTestId('key-row').allInnerTexts();
  for (const place of PLACES) {
    await go(gallery, place);
    await page.keyboard.press('F1');
    await expect(page.getByTestId('key-map'), place.name).toBeVisible();
    expect((await rows()).length, place.name).toBeGreaterThan(1);
    await keyTaken(page);
    await page.keyboard.press('F1');
    await expect(page.getByTestId('key-map')).toBeHidden();
  }
  await go(gallery, { scene: 'basket', keys: ['F1'] });
  expect((await rows()).join('\n')).toMatch(/F8\s+현금/);
  await keyTaken(page);
  await page.keyboard.press('F8');
  await keyTaken(page);
  await expect(page.getByTestId('key-map')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('key-map')).toBeHidden();
  await expect(page.getByTestId('screen-sale')).toBeVisible();
  await go(gallery, { scene: 'basket', keys: ['F10', 'F1'] });
  await expect(page.getByTestId('key-map')).toBeVisible();
  expect((await rows()).join('\n'), 'the menu’s keys, not those of the sale below it').not.toContain('F8');
});

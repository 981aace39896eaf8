/**
 * The parts of all screens, with all their states: their picture is compared with the one that a person has looked at.
 * A part that was changed on purpose: `npx playwright test e2e/components.spec.ts --update-snapshots`, look at e2e/pictures/, commit.
 */
import { expect } from 'playwright/test';
import { findings } from './axe.ts';
import { test } from './gallery.ts';

/** Edges of letters differ a little from one browser to the next; a moved, missing or recoloured part is far beyond. */
const SAME = { threshold: 0.2, maxDiffPixelRatio: 0.005, fullPage: true, animations: 'disabled', caret: 'hide' } as const;

for (const theme of ['light', 'dark'] as const) {
  test(`the parts look as they were approved, ${theme}, and axe finds nothing serious`, async ({ gallery }) => {
    await gallery.showParts(theme);
    await expect(gallery.page).toHaveScreenshot(`components-${theme}.png`, SAME);
    expect(await findings(gallery.page)).toEqual([]);
    expect(gallery.complaints()).toEqual([]);
  });
}

/** A picture of a screen for a person to look at; no serious accessibility finding, and nothing beyond the window's edge. */
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from 'playwright/test';
import { ROOT } from './host.ts';

const SERIOUS = new Set(['serious', 'critical']);

export async function look(page: Page, size: string, name: string): Promise<void> {
  const dir = path.join(ROOT, 'out', 'screens', size);
  mkdirSync(dir, { recursive: true });
  await page.screenshot({ path: path.join(dir, `${name}.png`) });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter((violation) => SERIOUS.has(violation.impact ?? ''));
  expect(serious.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`), `${name} at ${size}`).toEqual([]);
  const overflow = await page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]);
  expect(overflow, `${name} at ${size} fits its window`).toEqual([0, 0]);
}

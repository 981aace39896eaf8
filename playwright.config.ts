import path from 'node:path';
import { defineConfig } from 'playwright/test';
import { findHost } from './e2e/host.ts';

const host = findHost();
const at = (...names: readonly string[]): string => path.join(import.meta.dirname, ...names);

/** Of every run that starts counters. */
export const BEFORE: readonly string[] = [at('build', 'testing', 'playwright-setup.ts')];

/** What is looked at in the gallery, where nothing runs against a clock: `npx playwright test -c e2e/drawn.config.ts`. */
export const DRAWN: readonly string[] = ['**/gallery.spec.ts', '**/components.spec.ts', '**/reach.spec.ts'];

export default defineConfig({
  testDir: at('e2e'),
  testMatch: '**/*.spec.ts',
  testIgnore: [...DRAWN],
  globalSetup: [...BEFORE],
  // Hands and papers are waited for much of the time: three counters side by side keep two cores busy. With four, keys came so late that the counter rightly dropped them.
  workers: 3,
  fullyParallel: true,
  // One customer after the other at one counter: long stories, on machines that others use.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // Real keys reach a real window late when the machine stalls, and late keys are dropped: once more, and the report says so.
  retries: 1,
  outputDir: at('out', 'e2e'),
  snapshotPathTemplate: at('e2e', 'pictures', '{arg}{ext}'),
  reporter: [['list'], ['json', { outputFile: at('out', 'e2e.json') }]],
  metadata: { shell: host.kind, executable: host.executable },
  projects: [{ name: host.kind }],
});

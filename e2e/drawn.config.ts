import path from 'node:path';
import { defineConfig } from 'playwright/test';
import base, { DRAWN } from '../playwright.config.ts';

const at = (...names: readonly string[]): string => path.join(import.meta.dirname, '..', ...names);

/** What is drawn in the gallery: no counter is started, and nothing is late, however little of the machine is left for it. */
export default defineConfig({
  ...base,
  testMatch: [...DRAWN],
  testIgnore: [],
  globalSetup: [at('build', 'testing', 'gallery-setup.ts')],
  workers: 2,
  // Limits for what hangs: it may have the smaller part of the machine.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  outputDir: at('out', 'drawn'),
  reporter: [['list'], ['json', { outputFile: at('out', 'drawn.json') }]],
  metadata: {},
  projects: [{ name: 'drawn' }],
});

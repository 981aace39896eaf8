/** Builds the blank shell: main.ts and preload as the product has them, another app, and two pages with nothing on them. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleMain } from '../../bundle.ts';

const BLANK_APP = path.join(import.meta.dirname, 'blank-app.ts');

/** Says ready when the product's pages do: two frames after there was something to paint. */
const READY_SCRIPT = `requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.ready = 'true'; }));\n`;
const PAGE = '<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>blank</title></head><body><script type="module" src="./ready.js"></script></body></html>\n';

/** `dir` must lie inside the checkout, so that the bundle finds its packages. Answers the main file. */
export async function buildBlankShell(root: string, dir: string): Promise<string> {
  const electronDir = path.join(dir, 'electron');
  const rendererDir = path.join(dir, 'renderer');
  mkdirSync(electronDir, { recursive: true });
  mkdirSync(rendererDir, { recursive: true });
  const mainFile = path.join(electronDir, 'main.js');
  await bundleMain(mainFile, { './program/program.ts': BLANK_APP });
  cpSync(path.join(root, 'dist', 'electron', 'preload.cjs'), path.join(electronDir, 'preload.cjs'));
  writeFileSync(path.join(rendererDir, 'ready.js'), READY_SCRIPT);
  for (const page of ['cashier.html', 'customer.html']) writeFileSync(path.join(rendererDir, page), PAGE);
  return mainFile;
}

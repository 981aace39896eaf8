/**
 * Every screen and state without a counter behind it. `npm run gallery` serves it while you work on it; with `--built` it is bundled
 * first, into out/, never into dist/: the product does not carry it; `--as=NAME` keeps two of them apart. Prints its address; ends with Ctrl+C.
 */
import path from 'node:path';
import process from 'node:process';
import { build, createServer, preview } from 'vite';
import { makeTypeface } from './typeface/typeface.ts';

const ROOT = path.join(import.meta.dirname, '..');
const CONFIG = path.join(ROOT, 'renderer', 'vite.config.ts');
const NAME = process.argv.find(arg => arg.startsWith('--as='))?.slice('--as='.length) ?? 'gallery';
const OUT_DIR = path.join(ROOT, 'out', path.basename(NAME));
const PAGES: readonly string[] = ['gallery', 'gallery-customer', 'gallery-components', 'gallery-index'];
/** This machine only; any free port. */
const HERE = { host: '127.0.0.1', port: 0 } as const;

const serveBuilt = async (): Promise<string | undefined> => {
  const input = Object.fromEntries(PAGES.map(page => [page, path.join(ROOT, 'renderer', `${page}.html`)]));
  await build({ configFile: CONFIG, build: { outDir: OUT_DIR, sourcemap: false, rolldownOptions: { input } } });
  const server = await preview({ configFile: CONFIG, build: { outDir: OUT_DIR }, preview: HERE });
  return server.resolvedUrls?.local[0];
};

const serveSources = async (): Promise<string | undefined> => {
  const server = await createServer({ configFile: CONFIG, server: HERE });
  await server.listen();
  return server.resolvedUrls?.local[0];
};

await makeTypeface(ROOT);
const address = process.argv.includes('--built') ? await serveBuilt() : await serveSources();
if (address === undefined) throw new Error('the gallery has no address');
process.stdout.write(`gallery: ${address}gallery-index.html\n`);

/** Builds dist/: the pages, the preload, the main process and its programs. `npm run build`. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { rolldown, type Plugin } from 'rolldown';
import { build as viteBuild } from 'vite';
import { bundleNode } from './bundle-node.ts';
import { writeBuildStamp } from './setup/stale.mjs';
import { makeTypeface } from './typeface/typeface.ts';

const ROOT = path.join(import.meta.dirname, '..');
const OUT_DIR = path.join(ROOT, 'dist', 'electron');

type Program = { readonly source: string; readonly output: string };

const MAIN: Program = { source: 'electron/main.ts', output: 'main.js' };
const PROGRAMS: readonly Program[] = [
  { source: 'db/worker.ts', output: 'journal-worker.js' },
  { source: 'db/catalogue/worker.ts', output: 'catalogue-worker.js' },
  { source: 'electron/catalogue/import/reader-worker.ts', output: 'catalogue-reader-worker.js' },
  { source: 'electron/catalogue/table-writer-worker.ts', output: 'table-writer-worker.js' },
  { source: 'native/printer/virtual/main.ts', output: 'virtual-printer.js' },
  { source: 'native/terminal/simulator/main.ts', output: 'terminal-simulator.js' },
  { source: 'native/signature-pad/koces-pad/simulator/main.ts', output: 'pad-simulator.js' },
  { source: 'electron/cash-receipt/popbill/sandbox/main.ts', output: 'popbill-sandbox.js' },
];

const bundleProgram = ({ source, output }: Program): Promise<void> => bundleNode(source, path.join(OUT_DIR, output));

/** The shell as it is, with other files in the place of some it imports: the bench's blank shell. `replaced`: import as written in main.ts → file. */
export const bundleMain = (file: string, replaced: Readonly<Record<string, string>>): Promise<void> => {
  const main = path.join(ROOT, MAIN.source);
  const instead: Plugin = { name: 'other-files-instead', resolveId: (id, importer) => (importer === main ? (replaced[id] ?? null) : null) };
  return bundleNode(MAIN.source, file, { plugins: [instead] });
};

const noNode: Plugin = {
  name: 'no-node-in-the-preload',
  resolveId: id => {
    if (id.startsWith('node:') || builtinModules.includes(id)) throw new Error(`the preload may not import ${id}: it runs in a sandboxed page`);
    return null;
  },
};

/** The preload is for the browser: a Node import in it fails the build, as it would fail at run time in a sandboxed renderer. */
const bundlePreload = async (): Promise<void> => {
  const bundle = await rolldown({ input: path.join(ROOT, 'electron/preload.ts'), platform: 'browser', external: ['electron'], plugins: [noNode], cwd: ROOT });
  await bundle.write({ file: path.join(OUT_DIR, 'preload.cjs'), format: 'cjs', codeSplitting: false });
  await bundle.close();
};

export const buildAll = async (): Promise<void> => {
  await rm(OUT_DIR, { recursive: true, force: true });
  await makeTypeface(ROOT);
  const present = PROGRAMS.filter(({ source, output }) => {
    const exists = existsSync(path.join(ROOT, source));
    if (!exists) process.stderr.write(`build: ${output} left out, because ${source} does not exist yet\n`);
    return exists;
  });
  await Promise.all([viteBuild({ configFile: path.join(ROOT, 'renderer', 'vite.config.ts') }), bundlePreload(), ...[MAIN, ...present].map(bundleProgram)]);
  writeBuildStamp(ROOT);
};

if (import.meta.main) await buildAll();

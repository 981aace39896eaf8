/** Bundles a program that runs in Node. */
import { builtinModules } from 'node:module';
import path from 'node:path';
import { rolldown, type Plugin } from 'rolldown';

const ROOT = path.join(import.meta.dirname, '..');

/** What stays outside the bundle: Electron, Node, and packages that bring native parts or find their own files at run time. */
const NATIVE_PACKAGES: readonly string[] = ['better-sqlite3', 'serialport', '@serialport/bindings-cpp', '@napi-rs/canvas', '@node-rs/argon2', 'escpos', 'galmuri', 'pretendard'];
const isExternal = (id: string): boolean =>
  id === 'electron' || id.startsWith('node:') || builtinModules.includes(id) || NATIVE_PACKAGES.some(name => id === name || id.startsWith(`${name}/`));

type How = { readonly plugins?: Plugin[]; readonly sourcemap?: boolean };

/** One program of ours as one file. `source`: its path in the repository. */
export const bundleNode = async (source: string, file: string, { plugins = [], sourcemap = true }: How = {}): Promise<void> => {
  const bundle = await rolldown({ input: path.join(ROOT, source), platform: 'node', external: isExternal, plugins, cwd: ROOT, logLevel: 'warn' });
  await bundle.write({ file, format: 'esm', sourcemap, codeSplitting: false });
  await bundle.close();
};

/** Loaded with `node --import`: from here on `import 'electron'` means the Chromium host. */
import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiled code is kept beside what it was compiled from, for us and for the programs we start: who can write there can write the
// code itself, and the next build clears it away. Where nothing can be written, nothing is kept.
const cacheDir = fileURLToPath(new URL('../../dist/electron/compile-cache', import.meta.url));
enableCompileCache(cacheDir);
process.env['NODE_COMPILE_CACHE'] ??= cacheDir;

const host = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main' ? { url: host, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
});

/** Loaded with `node --import`: from here on `import 'electron'` means the Chromium host. */
import { registerHooks } from 'node:module';

const host = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main' ? { url: host, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
});

// Loaded with `node --import` by every process of the unit tests: one of our programs, started by its source, is its bundle. The same code, read in one piece instead of two hundred.
import { registerHooks } from 'node:module';
import { BUNDLES, PROGRAMS, REPOSITORY } from './programs.mjs';

/** @type {ReadonlyMap<string, string>} */
const bundleOf = new Map(PROGRAMS.map(([source, bundle]) => [new URL(source, REPOSITORY).href, new URL(bundle, BUNDLES).href]));

registerHooks({
  resolve: (specifier, context, next) => {
    // Nobody imports what a process or a thread begins with.
    const url = context.parentURL === undefined ? bundleOf.get(specifier) : undefined;
    return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true };
  },
});

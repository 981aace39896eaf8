/** Bundles the programs that tests start by the hundred, and has every process of a run begin with the bundle. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundleNode } from '../bundle-node.ts';
import { BUNDLES, PROGRAMS, REPOSITORY } from './programs.mjs';

const OUT_DIR = fileURLToPath(BUNDLES);

/** Of all of them, or of those whose source is `wanted`. Another run in the same folder may be reading what is there: each bundle is put in its place whole. */
export async function bundlePrograms(wanted: (source: string) => boolean = () => true): Promise<void> {
  const making = path.join(OUT_DIR, `making-${process.pid}`);
  mkdirSync(making, { recursive: true });
  await Promise.all(
    PROGRAMS.filter(([source]) => wanted(source)).map(async ([source, bundle]) => {
      await bundleNode(source, path.join(making, bundle), { sourcemap: false });
      renameSync(path.join(making, bundle), path.join(OUT_DIR, bundle));
    }),
  );
  rmSync(making, { recursive: true });
}

/** From here on the runner's workers, and whatever they start, take it over. */
export function beginWithBundles(): void {
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --import=${new URL('bundled.mjs', import.meta.url).href}`.trim();
  process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('out/compile-cache', REPOSITORY));
}

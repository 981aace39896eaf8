// Builds dist/ when it is older than its sources.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { node24 } from './packages.mjs';
import { say, Unmet } from './say.mjs';
import { isBuildStale } from './stale.mjs';

/** @param {string} root */
export const ensureBuilt = root => {
  if (!isBuildStale(root)) return;
  say('building');
  const built = spawnSync(node24(root), [path.join(root, 'build', 'bundle.ts')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (built.status !== 0) throw new Unmet('the build failed; see above');
};

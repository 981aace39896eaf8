/** Before the unit tests. */
import type { TestProject } from 'vitest/node';
import { beginWithBundles, bundlePrograms } from './bundle-programs.ts';

export async function setup(project: TestProject): Promise<void> {
  await bundlePrograms();
  project.onTestsRerun(() => bundlePrograms());
  beginWithBundles();
}

/** Before the end-to-end tests: printer, terminal and sandbox of every till are processes of their own. The counter under test is not touched by it. */
import { beginWithBundles, bundlePrograms } from './bundle-programs.ts';

export default async function setup(): Promise<void> {
  await bundlePrograms((source) => source.endsWith('/main.ts'));
  beginWithBundles();
}

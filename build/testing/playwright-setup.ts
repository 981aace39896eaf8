/** Before the end-to-end tests: printer, terminal and sandbox of every till are processes of their own, and the gallery is served. The counter under test is not touched by it. */
import { beginWithBundles, bundlePrograms } from './bundle-programs.ts';
import { beginGallery } from '../../e2e/gallery-server.ts';

export default async function setup(): Promise<() => void> {
  const endGallery = beginGallery();
  await bundlePrograms((source) => source.endsWith('/main.ts'));
  beginWithBundles();
  return endGallery;
}

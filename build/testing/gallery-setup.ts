/** Before whatever looks at the gallery: it is bundled and served once for all workers. */
import { beginGallery } from '../../e2e/gallery-server.ts';

export default beginGallery;

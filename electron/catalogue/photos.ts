/**
 * Photos of products on their way in and out. Bytes lie in the catalogue's file before any entry names their hash; a photo nobody names
 * any more makes room for the next one. Looked at here by its first bytes and its length alone: main decodes no picture.
 */
import type { CallAnswer } from '../../contract/calls.ts';
import { CatalogueError, type CatalogueFile } from '../../db/catalogue/catalogue.ts';
import type { PhotoHash } from '../../domain/catalogue/photo.ts';
import { judgePhoto, pictureFacts } from '../../domain/catalogue/photo.ts';
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';
import { withPhoto } from '../../domain/catalogue/product.ts';
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Ledger } from './ledger.ts';

/** What a save does to the photo of its product. */
export type PhotoChange = { readonly act: 'keep' | 'remove' } | { readonly act: 'set'; readonly bytes: Uint8Array };

export type Photos = {
  /** What the product's photo will be. Its bytes are on the disk when this is answered. */
  readonly taken: (before: CatalogueProduct | null, change: PhotoChange) => Promise<Result<PhotoHash | undefined>>;
  /** Those that are there. */
  readonly read: (wanted: readonly PhotoHash[]) => Promise<Result<CallAnswer<'catalogue.photos'>>>;
  /** The same products, those that can be drawn with their photo. */
  readonly drawn: (products: readonly CatalogueProduct[], draw: (name: string) => Uint8Array | null) => Promise<readonly CatalogueProduct[]>;
  /** Drops what nobody names any more; after the file has caught up with the journal. */
  readonly sweep: () => Promise<void>;
};

export function createPhotos(counter: Counter, file: CatalogueFile, ledger: Ledger): Photos {
  /** Changes that can be taken back bring back their photos. */
  const undoable = (): readonly PhotoHash[] =>
    counter.memory.catalogueUndo.flatMap(({ changes }) => changes.flatMap(({ before, after }) => [before?.photo, after?.photo])).filter((photo) => photo !== undefined);

  async function stage(bytes: Uint8Array): Promise<Result<PhotoHash>> {
    const problem = judgePhoto(bytes);
    if (problem !== null) return refuse(`catalogue.${problem}`);
    return asked(async () => {
      // An entry the file has not followed may name a photo that no product has yet.
      await ledger.follow();
      const sha256 = await file.stagePhoto(Uint8Array.from(bytes), undoable());
      return sha256 === null ? refuse('catalogue.photos-full') : ok(sha256);
    });
  }

  return {
    async taken(before, change) {
      if (change.act === 'set') return stage(change.bytes);
      return ok(change.act === 'keep' ? before?.photo : undefined);
    },
    read: (wanted) =>
      asked(async () => {
        const found = await file.photos(wanted);
        return ok(found.flatMap(({ sha256, bytes }) => {
          const type = pictureFacts(bytes)?.type;
          return type === undefined ? [] : [{ photo: sha256, type, base64: Buffer.from(bytes).toString('base64') }];
        }));
      }),
    async drawn(products, draw) {
      const staged: PhotoHash[] = [];
      const all: CatalogueProduct[] = [];
      for (const product of products) {
        const bytes = draw(product.name);
        const photo = bytes === null ? null : await file.stagePhoto(Uint8Array.from(bytes), staged);
        if (photo !== null) staged.push(photo);
        all.push(withPhoto(product, photo ?? undefined));
      }
      return all;
    },
    async sweep() {
      const missing = await file.sweepPhotos(undoable());
      if (missing > 0) counter.log(`photos named by products that are not in the catalogue's file: ${missing}`);
    },
  };
}

/** A trouble of the file is an answer like any other. */
async function asked<T>(act: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await act();
  } catch (problem) {
    if (problem instanceof CatalogueError) return refuse('catalogue.unavailable', problem.message);
    throw problem;
  }
}

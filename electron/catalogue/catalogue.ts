/** The shop's products: found, listed, added, changed, deleted; their keys arranged. Every change goes through the ledger. */
import type { CatalogueFile } from '../../db/catalogue/catalogue.ts';
import { CatalogueError, MAX_PAGE_PRODUCTS } from '../../db/catalogue/catalogue.ts';
import type { KeysEdit } from '../../domain/catalogue/keys.ts';
import type { CatalogueProduct, ProductDraft } from '../../domain/catalogue/product.ts';
import { MAX_PRODUCTS } from '../../domain/catalogue/product.ts';
import type { Counter } from '../counter.ts';
import { mayNow } from '../people/may.ts';
import type { OneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { DONE, ok } from '../result.ts';
import { createChanges } from './changes.ts';
import type { Ledger } from './ledger.ts';
import type { PhotoChange } from './photos.ts';
import { createPhotos, type Photos } from './photos.ts';

/** The categories a form offers. */
const MAX_CATEGORIES = 100;

export type Catalogue = {
  /** Reads the file, after it has caught up with the journal. `seed` fills one that has never held anything; `draw` makes photos of some of it, in practice alone. */
  readonly load: (seed: readonly CatalogueProduct[], draw?: (name: string) => Uint8Array | null) => Promise<void>;
  /** Reads the file again: more has changed than is worth telling one by one. */
  readonly reload: () => Promise<void>;
  readonly list: () => Result<CatalogueProduct[]>;
  readonly keyPages: () => Result<string[]>;
  readonly search: (query: string, limit: number, offset: number) => Result<{ products: CatalogueProduct[]; total: number }>;
  readonly categories: () => Result<string[]>;
  /** `productId` null: a new product. */
  readonly save: (productId: string | null, draft: ProductDraft, photo: PhotoChange) => Promise<Result<CatalogueProduct>>;
  readonly photos: Photos['read'];
  readonly remove: (productIds: readonly string[]) => Promise<Result<null>>;
  readonly editKeys: (edit: KeysEdit) => Promise<Result<null>>;
  /** Takes back what was deleted, arranged or done to a photo last. */
  readonly undo: () => Promise<Result<null>>;
  readonly close: () => Promise<void>;
};

export type CatalogueParts = { readonly counter: Counter; readonly file: CatalogueFile; readonly ledger: Ledger; /** Two changes at once could give one barcode to two products. */ readonly exclusive: OneAtATime };

export function createCatalogue({ counter, file, ledger, exclusive }: CatalogueParts): Catalogue {
  const { shelf, memory } = counter;
  const photos = createPhotos(counter, file, ledger);

  async function load(seed: readonly CatalogueProduct[], draw: (name: string) => Uint8Array | null = () => null): Promise<void> {
    try {
      if (seed.length > 0 && (await file.followedSeq()) === 0 && (await file.count()) === 0) await file.put(await photos.drawn(seed, draw), null);
      await ledger.follow();
      await file.discardOrphans();
      await photos.sweep();
      await reload();
    } catch (problem) {
      if (!(problem instanceof CatalogueError)) throw problem;
      memory.trouble = { code: 'catalogue.unavailable', detail: problem.message };
      counter.changed();
    }
  }

  async function reload(): Promise<void> {
    const all: CatalogueProduct[] = [];
    for (;;) {
      const page = await file.page(all.at(-1)?.productId ?? '', MAX_PAGE_PRODUCTS);
      all.push(...page);
      if (page.length < MAX_PAGE_PRODUCTS || all.length > MAX_PRODUCTS) break;
    }
    await shelf.restock(all, await file.keyPages());
    changed();
  }

  function changed(): void {
    memory.catalogueRevision += 1;
    counter.changed();
  }

  const { save, remove, arrange, undo } = createChanges(counter, { ledger, photos }, changed);
  const byManager = <T>(act: () => Promise<Result<T>>): Promise<Result<T>> => {
    const may = mayManage(counter);
    return may.ok ? exclusive(act) : Promise.resolve(may);
  };
  return {
    load,
    reload,
    list: () => ok([...shelf.keys()]),
    keyPages: () => ok([...shelf.keyPages()]),
    search: (query, limit, offset) => {
      const { products, total } = shelf.search(query, limit, offset);
      return ok({ products: [...products], total });
    },
    categories: () => ok(shelf.categories().slice(0, MAX_CATEGORIES)),
    save: (productId, draft, photo) => byManager(() => save(productId, draft, photo)),
    photos: photos.read,
    remove: (productIds) => byManager(() => remove(productIds)),
    editKeys: (edit) => byManager(() => arrange(edit)),
    undo: () => byManager(undo),
    close: file.close,
  };
}

/** Products are changed by whoever has the right to. */
export function mayManage(counter: Counter): Result<null> {
  const may = mayNow(counter, 'keys-and-products');
  return may.ok ? DONE : may;
}

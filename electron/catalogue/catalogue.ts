/**
 * The shop's products: found, listed, added and changed. A change is first an entry of the journal (who, before, after), then in the
 * catalogue's file, then in memory. The file follows the journal: what a crash left between the two is carried out at the next start.
 */
import type { CatalogueFile } from '../../db/catalogue/catalogue.ts';
import { CatalogueError, MAX_PAGE_PRODUCTS } from '../../db/catalogue/catalogue.ts';
import { LIST_LIMIT } from '../../db/journal.ts';
import type { CatalogueProduct, ProductDraft, QuickKey } from '../../domain/catalogue/product.ts';
import { freePlace, judgeDraft, MAX_PRODUCTS, tidyDraft } from '../../domain/catalogue/product.ts';
import { toPaperText } from '../../native/printer/code-page.ts';
import type { Counter } from '../counter.ts';
import { append, entry } from '../counter.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';

/** The categories a form offers. */
const MAX_CATEGORIES = 100;

export type Catalogue = {
  /** Reads the file, after it has caught up with the journal. `seed` fills an empty one. */
  readonly load: (seed: readonly CatalogueProduct[]) => Promise<void>;
  readonly list: () => Result<CatalogueProduct[]>;
  readonly search: (query: string, limit: number) => Result<{ products: CatalogueProduct[]; total: number }>;
  readonly categories: () => Result<string[]>;
  /** `productId` null: a new product. */
  readonly save: (productId: string | null, draft: ProductDraft) => Promise<Result<CatalogueProduct>>;
  readonly close: () => Promise<void>;
};

export function createCatalogue(counter: Counter, file: CatalogueFile): Catalogue {
  const { shelf, journal } = counter;
  // Two saves at once could give one barcode to two products.
  const exclusive = oneAtATime();

  async function load(seed: readonly CatalogueProduct[]): Promise<void> {
    try {
      await read(seed);
    } catch (problem) {
      if (!(problem instanceof CatalogueError)) throw problem;
      counter.memory.trouble = { code: 'catalogue.unavailable', detail: problem.message };
      counter.changed();
    }
  }

  async function read(seed: readonly CatalogueProduct[]): Promise<void> {
    if (seed.length > 0 && (await file.count()) === 0) await file.put(seed, null);
    await follow();
    const all: CatalogueProduct[] = [];
    for (;;) {
      const page = await file.page(all.at(-1)?.productId ?? '', MAX_PAGE_PRODUCTS);
      all.push(...page);
      if (page.length < MAX_PAGE_PRODUCTS || all.length > MAX_PRODUCTS) break;
    }
    shelf.restock(all);
  }

  /** Carries out what the journal says was saved and the file does not have yet. */
  async function follow(): Promise<void> {
    for (;;) {
      const { changes, throughSeq } = await journal.productChanges(await file.followedSeq(), { limit: LIST_LIMIT });
      await file.put(changes.map(({ after }) => after), throughSeq);
      if (changes.length < LIST_LIMIT) return;
    }
  }

  async function save(productId: string | null, typed: ProductDraft): Promise<Result<CatalogueProduct>> {
    const actor = counter.memory.signedIn;
    if (actor === null) return refuse('people.not-signed-in');
    if (actor.role === 'cashier') return refuse('people.forbidden');
    const judged = judge(counter, productId, tidyDraft(typed));
    if (!judged.ok) return judged;
    const { before, after } = judged.value;
    const durable = await append(counter, [entry(counter, { kind: 'catalogue.product-saved', payload: { before, after } }, null)]);
    if (!durable.ok) return durable;
    try {
      await follow();
    } catch (problem) {
      if (problem instanceof CatalogueError) return refuse('catalogue.unavailable', problem.message);
      throw problem;
    }
    shelf.put(after);
    return ok(after);
  }

  return {
    load,
    list: () => ok([...shelf.keys()]),
    search: (query, limit) => {
      const { products, total } = shelf.search(query, limit);
      return ok({ products: [...products], total });
    },
    categories: () => ok(shelf.categories().slice(0, MAX_CATEGORIES)),
    save: (productId, draft) => exclusive(() => save(productId, draft)),
    close: file.close,
  };
}

/** What the product will be, or why it cannot be. */
function judge({ shelf, ids, now }: Counter, productId: string | null, draft: ProductDraft): Result<{ readonly before: CatalogueProduct | null; readonly after: CatalogueProduct }> {
  const before = productId === null ? null : shelf.get(productId);
  if (productId !== null && before === null) return refuse('catalogue.product-unknown');
  if (before === null && shelf.size() >= MAX_PRODUCTS) return refuse('catalogue.full');
  const problem = judgeDraft(draft);
  if (problem !== null) return refuse(`catalogue.${problem}`);
  const paper = toPaperText(draft.name);
  if (!paper.ok) return refuse('catalogue.not-printable', `${paper.refusal.character} ${paper.refusal.codePoint}`);
  const holder = draft.barcode === '' ? null : shelf.productWithBarcode(draft.barcode);
  if (holder !== null && holder.productId !== productId) return refuse('catalogue.barcode-taken', holder.name);
  // Begins with the time: products stand in the order they came, and so do the pages of their keys.
  const newId = () => ids.next(`q${now().getTime().toString(36)}`);
  const { onQuickKey, ...fields } = draft;
  const quickKey = onQuickKey ? keyFor(shelf.keys(), before, draft.category) : null;
  if (onQuickKey && quickKey === null) return refuse('catalogue.keys-full');
  return ok({ before, after: { ...fields, productId: before?.productId ?? newId(), quickKey } });
}

/** A product keeps its key while it stays in its category. */
function keyFor(keys: readonly CatalogueProduct[], before: CatalogueProduct | null, category: string): QuickKey | null {
  if (before !== null && before.quickKey !== null && before.quickKey.page === category) return before.quickKey;
  const others = keys.flatMap(({ productId, quickKey }) => (quickKey === null || productId === before?.productId ? [] : [quickKey]));
  const place = freePlace(others, category);
  return place === null ? null : { page: category, place };
}

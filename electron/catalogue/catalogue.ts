/** The shop's products: found, listed, added, changed, deleted; their keys arranged. Every change goes through the ledger. */
import type { CatalogueFile } from '../../db/catalogue/catalogue.ts';
import { CatalogueError, MAX_PAGE_PRODUCTS } from '../../db/catalogue/catalogue.ts';
import { sameProduct } from '../../domain/catalogue/import/plan.ts';
import type { KeysEdit } from '../../domain/catalogue/keys.ts';
import { editKeys } from '../../domain/catalogue/keys.ts';
import type { CatalogueProduct, ProductDraft, QuickKey } from '../../domain/catalogue/product.ts';
import { freePlace, judgeDraft, MAX_PRODUCTS, tidyDraft } from '../../domain/catalogue/product.ts';
import type { CatalogueAct, CatalogueChange } from '../../domain/journal-entry.ts';
import { toPaperText } from '../../native/printer/code-page.ts';
import type { Counter } from '../counter.ts';
import type { OneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { DONE, ok, refuse } from '../result.ts';
import type { Ledger } from './ledger.ts';

/** The categories a form offers. */
const MAX_CATEGORIES = 100;
/** Steps that can be taken back, newest first to go back. */
const MAX_UNDO = 20;

export type Catalogue = {
  /** Reads the file, after it has caught up with the journal. `seed` fills one that has never held anything. */
  readonly load: (seed: readonly CatalogueProduct[]) => Promise<void>;
  /** Reads the file again: more has changed than is worth telling one by one. */
  readonly reload: () => Promise<void>;
  readonly list: () => Result<CatalogueProduct[]>;
  readonly keyPages: () => Result<string[]>;
  readonly search: (query: string, limit: number, offset: number) => Result<{ products: CatalogueProduct[]; total: number }>;
  readonly categories: () => Result<string[]>;
  /** `productId` null: a new product. */
  readonly save: (productId: string | null, draft: ProductDraft) => Promise<Result<CatalogueProduct>>;
  readonly remove: (productIds: readonly string[]) => Promise<Result<null>>;
  readonly editKeys: (edit: KeysEdit) => Promise<Result<null>>;
  /** Takes back what was deleted or arranged last. */
  readonly undo: () => Promise<Result<null>>;
  readonly close: () => Promise<void>;
};

export type CatalogueParts = { readonly counter: Counter; readonly file: CatalogueFile; readonly ledger: Ledger; /** Two changes at once could give one barcode to two products. */ readonly exclusive: OneAtATime };

export function createCatalogue({ counter, file, ledger, exclusive }: CatalogueParts): Catalogue {
  const { shelf, memory } = counter;

  async function load(seed: readonly CatalogueProduct[]): Promise<void> {
    try {
      if (seed.length > 0 && (await file.followedSeq()) === 0 && (await file.count()) === 0) await file.put(seed, null);
      await ledger.follow();
      await file.discardOrphans();
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

  async function save(productId: string | null, typed: ProductDraft): Promise<Result<CatalogueProduct>> {
    const judged = judge(counter, productId, tidyDraft(typed));
    if (!judged.ok) return judged;
    const { before, after } = judged.value;
    const withdraw = { act: 'save-withdrawn', changes: [{ before: after, after: before }], pages: null } as const;
    const done = await ledger.commit({ kind: 'catalogue.product-saved', payload: { before, after } }, { kind: 'catalogue.changed', payload: withdraw });
    if (!done.ok) return done;
    shelf.put(after);
    changed();
    return ok(after);
  }

  async function change(payload: CatalogueChange): Promise<Result<null>> {
    if (payload.changes.length === 0 && payload.pages === null) return DONE;
    const done = await ledger.commit({ kind: 'catalogue.changed', payload }, { kind: 'catalogue.changed', payload: inverse(payload, 'save-withdrawn') });
    if (!done.ok) return done;
    for (const { before, after } of payload.changes) {
      if (after !== null) shelf.put(after);
      else if (before !== null) shelf.remove(before.productId);
    }
    if (payload.pages !== null) shelf.orderPages(payload.pages.after);
    changed();
    return DONE;
  }

  async function changeWithUndo(payload: CatalogueChange): Promise<Result<null>> {
    const done = await change(payload);
    if (done.ok && (payload.changes.length > 0 || payload.pages !== null)) memory.catalogueUndo = [...memory.catalogueUndo, payload].slice(-MAX_UNDO);
    return done;
  }

  function remove(productIds: readonly string[]): Promise<Result<null>> {
    const found = [...new Set(productIds)].map((productId) => shelf.kept(productId));
    const there = found.filter((product) => product !== null);
    if (there.length < found.length) return Promise.resolve(refuse('catalogue.product-unknown'));
    return changeWithUndo({ act: 'products-deleted', changes: there.map((before) => ({ before, after: null })), pages: null });
  }

  async function arrange(edit: KeysEdit): Promise<Result<null>> {
    const before = shelf.keyPages();
    const edited = editKeys({ products: shelf.keys().flatMap(({ productId }) => shelf.kept(productId) ?? []), pages: before, get: shelf.kept }, edit);
    if (!edited.ok) return refuse(edited.refusal === 'page-unknown' ? 'catalogue.key-page-gone' : `catalogue.${edited.refusal}`);
    const pages = edited.pages === null || sameTexts(before, edited.pages) ? null : { before, after: edited.pages };
    if (edited.changes.length === 0 && pages === null) return DONE;
    // Pages that nobody had put in order are from now on: else one would move when its first key does.
    return changeWithUndo({ act: 'keys-changed', changes: edited.changes, pages: { before, after: pages?.after ?? before } });
  }

  async function undo(): Promise<Result<null>> {
    const last = memory.catalogueUndo.at(-1);
    if (last === undefined) return refuse('catalogue.nothing-to-undo');
    const back = inverse(last, 'undone');
    const problem = inTheWay(counter, back);
    if (problem !== null) return refuse('catalogue.changed-since', problem);
    const done = await change(back);
    if (!done.ok) return done;
    memory.catalogueUndo = memory.catalogueUndo.slice(0, -1);
    counter.changed();
    return DONE;
  }

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
    save: (productId, draft) => byManager(() => save(productId, draft)),
    remove: (productIds) => byManager(() => remove(productIds)),
    editKeys: (edit) => byManager(() => arrange(edit)),
    undo: () => byManager(undo),
    close: file.close,
  };
}

/** Products are changed by a manager. */
export function mayManage({ memory }: Counter): Result<null> {
  if (memory.signedIn === null) return refuse('people.not-signed-in');
  return memory.signedIn.role === 'cashier' ? refuse('people.forbidden') : DONE;
}

function inverse({ changes, pages }: CatalogueChange, act: CatalogueAct): CatalogueChange {
  return { act, changes: changes.map(({ before, after }) => ({ before: after, after: before })), pages: pages === null ? null : { before: pages.after, after: pages.before } };
}

/** Whatever keeps a change from being made as it stands, by name; null when nothing does. */
function inTheWay({ shelf }: Counter, { changes }: CatalogueChange): string | null {
  const moving = new Set(changes.map(({ before, after }) => (after ?? before)?.productId));
  for (const { before, after } of changes) {
    const productId = (after ?? before)?.productId ?? '';
    const now = shelf.kept(productId);
    if (before === null ? now !== null : now === null || !sameProduct(now, before)) return (now ?? before ?? after)?.name ?? productId;
    if (after === null) continue;
    const holder = after.barcode === '' ? null : shelf.byBarcode(after.barcode);
    if (holder !== null && !moving.has(holder.productId)) return holder.name;
    const { quickKey } = after;
    const onKey = quickKey === null ? undefined : shelf.keys().find((product) => product.quickKey?.page === quickKey.page && product.quickKey.place === quickKey.place);
    if (onKey !== undefined && !moving.has(onKey.productId)) return onKey.name;
  }
  return null;
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

/** What the product will be, or why it cannot be. */
function judge({ shelf, ids, now }: Counter, productId: string | null, draft: ProductDraft): Result<{ readonly before: CatalogueProduct | null; readonly after: CatalogueProduct }> {
  const before = productId === null ? null : shelf.kept(productId);
  if (productId !== null && before === null) return refuse('catalogue.product-unknown');
  if (before === null && shelf.size() >= MAX_PRODUCTS) return refuse('catalogue.full');
  const problem = judgeDraft(draft);
  if (problem !== null) return refuse(`catalogue.${problem}`);
  const paper = toPaperText(draft.name);
  if (!paper.ok) return refuse('catalogue.not-printable', `${paper.refusal.character} ${paper.refusal.codePoint}`);
  const holder = draft.barcode === '' ? null : shelf.byBarcode(draft.barcode);
  if (holder !== null && holder.productId !== productId) return refuse('catalogue.barcode-taken', holder.name);
  // Begins with the time: products stand in the order they came, and so do the pages of their keys.
  const newId = () => ids.next(`q${now().getTime().toString(36)}`);
  const { onQuickKey, byWeight, ...fields } = draft;
  const quickKey = onQuickKey ? keyFor(shelf.keys(), before, draft.category) : null;
  if (onQuickKey && quickKey === null) return refuse('catalogue.keys-full');
  return ok({ before, after: { ...fields, productId: before?.productId ?? newId(), quickKey, ...(byWeight ? { byWeight } : {}) } });
}

/** A product keeps its key while it stays in its category, wherever somebody has put that key. */
function keyFor(keys: readonly CatalogueProduct[], before: CatalogueProduct | null, category: string): QuickKey | null {
  if (before !== null && before.quickKey !== null && (before.category === category || before.quickKey.page === category)) return before.quickKey;
  const others = keys.flatMap(({ productId, quickKey }) => (quickKey === null || productId === before?.productId ? [] : [quickKey]));
  const place = freePlace(others, category);
  return place === null ? null : { page: category, place };
}

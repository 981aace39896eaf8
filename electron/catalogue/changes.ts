/** What is done to products by hand: saved, deleted, their keys arranged; and the way back. One after the other: the door sees to that. */
import { sameProduct } from '../../domain/catalogue/import/plan.ts';
import type { KeysEdit } from '../../domain/catalogue/keys.ts';
import { editKeys } from '../../domain/catalogue/keys.ts';
import type { CatalogueProduct, ProductDraft } from '../../domain/catalogue/product.ts';
import { tidyDraft, withPhoto } from '../../domain/catalogue/product.ts';
import type { CatalogueAct, CatalogueChange } from '../../domain/journal-entry.ts';
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import { DONE, ok, refuse } from '../result.ts';
import { judgeSave } from './judge-save.ts';
import type { Ledger } from './ledger.ts';
import type { PhotoChange, Photos } from './photos.ts';

/** Steps that can be taken back, newest first to go back. */
const MAX_UNDO = 20;

export function createChanges(counter: Counter, { ledger, photos }: { readonly ledger: Ledger; readonly photos: Photos }, changed: () => void) {
  const { shelf, memory } = counter;

  async function save(productId: string | null, typed: ProductDraft, photoChange: PhotoChange): Promise<Result<CatalogueProduct>> {
    const judged = judgeSave(counter, productId, tidyDraft(typed));
    if (!judged.ok) return judged;
    const { before } = judged.value;
    const photo = await photos.taken(before, photoChange);
    if (!photo.ok) return photo;
    const after = withPhoto(judged.value.after, photo.value);
    const withdraw = { act: 'save-withdrawn', changes: [{ before: after, after: before }], pages: null } as const;
    const done = await ledger.commit({ kind: 'catalogue.product-saved', payload: { before, after } }, { kind: 'catalogue.changed', payload: withdraw });
    if (!done.ok) return done;
    shelf.put(after);
    // What was typed can be typed again; a picture that was replaced is nowhere else.
    if (before !== null && before.photo !== after.photo) canBeUndone({ act: 'photo-changed', changes: [{ before: withPhoto(after, before.photo), after }], pages: null });
    changed();
    return ok(after);
  }

  function canBeUndone(payload: CatalogueChange): void {
    memory.catalogueUndo = [...memory.catalogueUndo, payload].slice(-MAX_UNDO);
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
    if (done.ok && (payload.changes.length > 0 || payload.pages !== null)) canBeUndone(payload);
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
    const back = last.act === 'photo-changed' ? photoBack(counter, last) : inverse(last, 'undone');
    const problem = inTheWay(counter, back);
    if (problem !== null) return refuse('catalogue.changed-since', problem);
    const done = await change(back);
    if (!done.ok) return done;
    memory.catalogueUndo = memory.catalogueUndo.slice(0, -1);
    counter.changed();
    return DONE;
  }

  return { save, remove, arrange, undo };
}

function inverse({ changes, pages }: CatalogueChange, act: CatalogueAct): CatalogueChange {
  return { act, changes: changes.map(({ before, after }) => ({ before: after, after: before })), pages: pages === null ? null : { before: pages.after, after: pages.before } };
}

/** Brings back the photo and nothing else: what was changed of the product since stays. */
function photoBack({ shelf }: Counter, { changes }: CatalogueChange): CatalogueChange {
  const back = changes.map(({ before, after }) => {
    const now = after === null ? null : shelf.kept(after.productId);
    // Another photo since, or no product: then what was saved is not what is there.
    return now === null || now.photo !== after?.photo ? { before: after, after: before } : { before: now, after: withPhoto(now, before?.photo) };
  });
  return { act: 'undone', changes: back, pages: null };
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

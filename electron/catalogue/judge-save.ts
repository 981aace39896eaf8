import type { CatalogueProduct, ProductDraft, QuickKey } from '../../domain/catalogue/product.ts';
import { freePlace, judgeDraft, MAX_PRODUCTS } from '../../domain/catalogue/product.ts';
import { toPaperText } from '../../native/printer/code-page.ts';
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';

/** What the product will be, or why it cannot be. */
export function judgeSave({ shelf, ids, now }: Counter, productId: string | null, draft: ProductDraft): Result<{ readonly before: CatalogueProduct | null; readonly after: CatalogueProduct }> {
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeysEdit } from './keys.ts';
import { editKeys } from './keys.ts';
import type { CatalogueProduct, QuickKey } from './product.ts';
import { MAX_KEY_PAGES, MAX_KEYS_PER_PAGE } from './product.ts';

const product = (productId: string, quickKey: QuickKey | null): CatalogueProduct => ({ productId, barcode: '', name: productId, priceWon: 1, taxClass: 'taxable', category: '음료', quickKey });
const at = (page: string, place: number): QuickKey => ({ page, place });

/** What stands after an edit: every product, and the pages. */
type Standing = { readonly products: readonly CatalogueProduct[]; readonly pages: readonly string[] };
function after({ products, pages }: Standing, edit: KeysEdit): Standing & { readonly refusal: string | null } {
  const edited = editKeys({ products: products.filter(({ quickKey }) => quickKey !== null), pages, get: (id) => products.find(({ productId }) => productId === id) ?? null }, edit);
  if (!edited.ok) return { products, pages, refusal: edited.refusal };
  const changed = new Map(edited.changes.map((change) => [change.after.productId, change.after]));
  return { products: products.map((one) => changed.get(one.productId) ?? one), pages: edited.pages ?? pages, refusal: null };
}
const keyOf = (standing: Standing, id: string) => standing.products.find(({ productId }) => productId === id)?.quickKey;

const START: Standing = { products: [product('a', at('음료', 1)), product('b', at('음료', 2)), product('c', at('빵', 1)), product('d', null)], pages: ['음료', '빵'] };

describe('the quick keys as somebody arranges them', () => {
  it('move to a free place, and change places with whoever is there, across pages too', () => {
    expect(keyOf(after(START, { kind: 'place', productId: 'a', page: '음료', place: 9 }), 'a')).toEqual(at('음료', 9));
    const swapped = after(START, { kind: 'place', productId: 'a', page: '빵', place: 1 });
    expect([keyOf(swapped, 'a'), keyOf(swapped, 'c')]).toEqual([at('빵', 1), at('음료', 1)]);
  });

  it('make room for a product that had none', () => {
    const placed = after(START, { kind: 'place', productId: 'd', page: '음료', place: 1 });
    expect([keyOf(placed, 'd'), keyOf(placed, 'a')]).toEqual([at('음료', 1), at('음료', 3)]);
    const full: Standing = { products: [...Array.from({ length: MAX_KEYS_PER_PAGE }, (_, index) => product(`p${index}`, at('음료', index + 1))), product('d', null)], pages: ['음료'] };
    expect(after(full, { kind: 'place', productId: 'd', page: '음료', place: 1 }).refusal).toBe('keys-full');
  });

  it('leave, with their page or alone', () => {
    expect(keyOf(after(START, { kind: 'remove', productId: 'a' }), 'a')).toBeNull();
    const gone = after(START, { kind: 'remove-page', page: '음료' });
    expect([gone.pages, keyOf(gone, 'a'), keyOf(gone, 'b'), keyOf(gone, 'c')]).toEqual([['빵'], null, null, at('빵', 1)]);
  });

  it('go with a page that is renamed; pages move, and are added once', () => {
    const renamed = after(START, { kind: 'rename-page', page: '음료', name: ' 마실  것 ' });
    expect([renamed.pages, keyOf(renamed, 'b')]).toEqual([['마실 것', '빵'], at('마실 것', 2)]);
    expect(after(START, { kind: 'move-page', page: '빵', by: -1 }).pages).toEqual(['빵', '음료']);
    expect(after(START, { kind: 'move-page', page: '음료', by: -1 }).pages).toEqual(['음료', '빵']);
    expect(after(START, { kind: 'add-page', page: '과자' }).pages).toEqual(['음료', '빵', '과자']);
    expect(after(START, { kind: 'add-page', page: '빵' }).refusal).toBe('page-taken');
    expect(after(START, { kind: 'rename-page', page: '빵', name: '음료' }).refusal).toBe('page-taken');
    expect(after(START, { kind: 'add-page', page: ' ' }).refusal).toBe('page-name-invalid');
    expect(after({ products: [], pages: Array.from({ length: MAX_KEY_PAGES }, (_, index) => `${index}`) }, { kind: 'add-page', page: '과자' }).refusal).toBe('keys-full');
  });

  it('never stand two in one place, nor on a page there is not, whatever is done', () => {
    const page = fc.constantFrom('음료', '빵', '과자', '없는 쪽');
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'nobody');
    const edit: fc.Arbitrary<KeysEdit> = fc.oneof(
      fc.record({ kind: fc.constant('place' as const), productId: id, page, place: fc.integer({ min: 0, max: 4 }) }),
      fc.record({ kind: fc.constant('remove' as const), productId: id }),
      fc.record({ kind: fc.constantFrom('add-page' as const, 'remove-page' as const), page }),
      fc.record({ kind: fc.constant('rename-page' as const), page, name: page }),
      fc.record({ kind: fc.constant('move-page' as const), page, by: fc.constantFrom(-1 as const, 1 as const) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 15 }), (edits) => {
        let standing = START;
        for (const one of edits) standing = after(standing, one);
        const keys = standing.products.flatMap(({ quickKey }) => (quickKey === null ? [] : [quickKey]));
        expect(new Set(keys.map((key) => `${key.page} ${key.place}`)).size).toBe(keys.length);
        expect(keys.filter((key) => !standing.pages.includes(key.page))).toEqual([]);
        expect(new Set(standing.pages).size).toBe(standing.pages.length);
      }),
    );
  });
});

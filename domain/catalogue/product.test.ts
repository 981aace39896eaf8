import { describe, expect, it } from 'vitest';
import type { ProductDraft } from './product.ts';
import { freePlace, judgeDraft, MAX_KEY_PAGES, MAX_KEYS_PER_PAGE, MAX_PRICE_WON, tidyDraft } from './product.ts';

const good: ProductDraft = { name: '아메리카노', barcode: '2000010000012', priceWon: 2500, taxClass: 'taxable', category: '음료', onQuickKey: false, byWeight: false };

describe('a product as it is filled in', () => {
  it('is good with or without a barcode, and free of charge if the shop wants', () => {
    expect(judgeDraft(good)).toBeNull();
    expect(judgeDraft({ ...good, barcode: '', priceWon: 0 })).toBeNull();
    expect(judgeDraft({ ...good, barcode: 'AB-12', priceWon: MAX_PRICE_WON })).toBeNull();
  });

  it.each([
    [{ name: '  ' }, 'name-missing'],
    [{ name: '가'.repeat(61) }, 'name-too-long'],
    [{ barcode: '12\n34' }, 'barcode-invalid'],
    [{ barcode: '사과' }, 'barcode-invalid'],
    [{ barcode: '1'.repeat(33) }, 'barcode-invalid'],
    [{ priceWon: 10.5 }, 'price-not-won'],
    [{ priceWon: Number.NaN }, 'price-not-won'],
    [{ priceWon: -1 }, 'price-not-won'],
    [{ priceWon: MAX_PRICE_WON + 1 }, 'price-not-won'],
    [{ category: '' }, 'category-invalid'],
    [{ category: '가'.repeat(21) }, 'category-invalid'],
  ] as const)('is refused with its reason: %j', (wrong, problem) => {
    expect(judgeDraft({ ...good, ...wrong })).toBe(problem);
  });

  it('is kept without blanks around it', () => {
    expect(tidyDraft({ ...good, name: ' 들꽃   우유 ', barcode: ' 20 ', category: ' 음료' })).toMatchObject({ name: '들꽃 우유', barcode: '20', category: '음료' });
  });
});

describe('a quick key', () => {
  it('takes the first free place of its page', () => {
    expect(freePlace([], '빵')).toBe(1);
    expect(freePlace([{ page: '빵', place: 1 }, { page: '빵', place: 3 }, { page: '음료', place: 2 }], '빵')).toBe(2);
  });

  it('is refused when the page is full, or there are too many pages', () => {
    const page = Array.from({ length: MAX_KEYS_PER_PAGE }, (_, index) => ({ page: '빵', place: index + 1 }));
    expect(freePlace(page, '빵')).toBeNull();
    const pages = Array.from({ length: MAX_KEY_PAGES }, (_, index) => ({ page: `쪽 ${index}`, place: 1 }));
    expect(freePlace(pages, '새 쪽')).toBeNull();
    expect(freePlace(pages, '쪽 0')).toBe(2);
  });
});

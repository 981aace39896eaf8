import { describe, expect, it } from 'vitest';
import { MAX_KEY_PAGES, judgeDraft } from '../../domain/catalogue/product.ts';
import { isPrintable } from '../../native/printer/code-page.ts';
import { PRACTICE_PRODUCTS } from './products.ts';

const distinct = (texts: readonly string[]): number => new Set(texts).size;

describe('the practice shelf', () => {
  it('is that of a small shop: three hundred products and more, none twice', () => {
    expect(PRACTICE_PRODUCTS.length).toBeGreaterThanOrEqual(300);
    for (const field of ['productId', 'barcode', 'name'] as const) expect(distinct(PRACTICE_PRODUCTS.map((product) => product[field]))).toBe(PRACTICE_PRODUCTS.length);
  });

  it('holds nothing a person could not have saved', () => {
    for (const product of PRACTICE_PRODUCTS) {
      expect([product.name, judgeDraft({ ...product, onQuickKey: false, byWeight: false })]).toEqual([product.name, null]);
      expect([product.name, isPrintable(product.name)]).toEqual([product.name, true]);
      // 0 won: its price is asked for at the counter.
      expect(product.priceWon).toBeGreaterThanOrEqual(0);
    }
  });

  it('has each place on the quick keys once', () => {
    const keys = PRACTICE_PRODUCTS.flatMap(({ quickKey }) => (quickKey === null ? [] : [quickKey]));
    expect(keys.length).toBeGreaterThan(30);
    expect(distinct(keys.map(({ page, place }) => `${page} ${place}`))).toBe(keys.length);
    expect(distinct(keys.map(({ page }) => page))).toBeLessThanOrEqual(MAX_KEY_PAGES);
  });

  it('exempts food that is not processed and nothing else of it', () => {
    const taxOf = (name: string) => PRACTICE_PRODUCTS.find((product) => product.name === name)?.taxClass;
    for (const name of ['너른들 쌀 10kg', '사과 한 봉', '삼겹살 500g', '콩나물 한 봉', '들꽃 흰우유 500mL']) expect([name, taxOf(name)]).toEqual([name, 'exempt']);
    for (const name of ['들꽃 딸기우유 200mL', '바다로 참치캔 100g', '들판 설탕 1kg', '불꽃 라면 한봉']) expect([name, taxOf(name)]).toEqual([name, 'taxable']);
  });
});

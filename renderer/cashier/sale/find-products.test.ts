import { describe, expect, it } from 'vitest';
import type { ProductView } from '../../../contract/views.ts';
import { pagesOf, timesOf } from './find-products.ts';

const product = (name: string, page: string | null): ProductView => ({ productId: name, barcode: '', name, priceWon: 1000, taxClass: 'taxable', category: '음료', quickKey: page === null ? null : { page, place: 1 } });

describe('the pages of the quick keys', () => {
  it('are listed once, in the order of the keys', () => {
    expect(pagesOf([product('가', '음료'), product('나', '과자'), product('다', '음료'), product('라', null)])).toEqual(['음료', '과자']);
  });
});

describe('the quantity before a scan', () => {
  it('is a number and a star', () => {
    expect(timesOf('3*')).toBe(3);
    expect(timesOf('9999*')).toBe(9_999);
  });

  it('is nothing else', () => {
    for (const text of ['', '*', '0*', '10000*', '3', '3*5', '-1*', '아메']) expect(timesOf(text)).toBeNull();
  });
});

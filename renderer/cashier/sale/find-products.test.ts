import { describe, expect, it } from 'vitest';
import type { ProductView } from '../../../contract/views.ts';
import { categoriesOf, findProducts, initialsOf, makeShelf, timesOf } from './find-products.ts';

const product = (name: string, barcode: string, category = '음료'): ProductView => ({ productId: `p-${barcode}`, barcode, name, priceWon: 1000, taxClass: 'taxable', category });
const products = [product('햇살 아메리카노 원두 500g', '2000010000019'), product('아메리카노', '2000020000026'), product('아메리카노 큰컵', '2000020000033'), product('까치 Cola', '8800000000001', '과자')];
const shelf = makeShelf(products);
const names = (text: string) => findProducts(shelf, text).map(({ name }) => name);

describe('finding a product', () => {
  it('by part of the name, names that begin with it first', () => {
    expect(names('아메')).toEqual(['아메리카노', '아메리카노 큰컵', '햇살 아메리카노 원두 500g']);
  });

  it('by initial consonants', () => {
    expect(names('ㅇㅁㄹㅋㄴㅋ')).toEqual(['아메리카노 큰컵']);
    expect(names('ㄲㅊ')).toEqual(['까치 Cola']);
  });

  it('by part of the barcode', () => {
    expect(names('20000100')).toEqual(['햇살 아메리카노 원두 500g']);
  });

  it('minds neither blanks nor capitals', () => {
    expect(names('  아메리카노큰 ')).toEqual(['아메리카노 큰컵']);
    expect(names('cola')).toEqual(['까치 Cola']);
  });

  it('shows everything for nothing, nothing for what is not there', () => {
    expect(names('')).toHaveLength(products.length);
    expect(names('콩나물')).toEqual([]);
  });

  it('writes initials for syllables and leaves other characters', () => {
    expect(initialsOf('우유 900mL')).toBe('ㅇㅇ900ml');
    expect(initialsOf('힣')).toBe('ㅎ');
  });

  it('lists categories once, in catalogue order', () => {
    expect(categoriesOf(products)).toEqual(['음료', '과자']);
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, initialsOf } from './jamo.ts';
import type { CatalogueProduct } from './product.ts';
import { createIndex, searchProducts, withProduct } from './search.ts';

let made = 0;
const product = (name: string, barcode = ''): CatalogueProduct => {
  made += 1;
  return { productId: `p${made}`, barcode, name, priceWon: 1000, taxClass: 'taxable', category: '음료', quickKey: null };
};

const SHELF = [
  product('햇살 아메리카노 원두 500g', '2000060000015'),
  product('아메리카노', '2000010000012'),
  product('아메리카노 큰컵', '2000010000029'),
  product('아몬드 라떼', '2000010000036'),
  product('까치 Cola', '8800000000001'),
  product('달걀 15구', '2000050000010'),
  product('각설탕', '8800000000049'),
  product('간장 500mL', '8800000000056'),
  product('쇼핑백'),
];
const index = createIndex(SHELF);
const names = (query: string, limit = 20) => searchProducts(index, query, limit).products.map(({ name }) => name);

describe('finding a product', () => {
  it('by part of the name: the whole name, then its beginning, then a word of it', () => {
    expect(names('아메리카노')).toEqual(['아메리카노', '아메리카노 큰컵', '햇살 아메리카노 원두 500g']);
    expect(names('메리')).toEqual(['아메리카노', '아메리카노 큰컵', '햇살 아메리카노 원두 500g']);
    expect(names('원두')).toEqual(['햇살 아메리카노 원두 500g']);
  });

  it('by initial consonants, also when an input method has joined two of them', () => {
    expect(names('ㅇㅁㄹㅋㄴ')).toEqual(['아메리카노', '아메리카노 큰컵', '햇살 아메리카노 원두 500g']);
    expect(names('ㄲㅊ')).toEqual(['까치 Cola']);
    expect(names('ㄳ')).toEqual(['각설탕']);
  });

  it('by syllables and initials mixed', () => {
    expect(names('아ㅁㄹ')).toEqual(['아메리카노', '아메리카노 큰컵', '햇살 아메리카노 원두 500g']);
    expect(names('아ㅁㄷ')).toEqual(['아몬드 라떼']);
    expect(names('ㅇ메리')).toEqual(['아메리카노', '아메리카노 큰컵', '햇살 아메리카노 원두 500g']);
    expect(names('아ㅁㅎ')).toEqual([]);
  });

  it('while a syllable is still being typed', () => {
    expect(names('아멜')).toEqual(['아메리카노', '아메리카노 큰컵', '햇살 아메리카노 원두 500g']);
    expect(names('닭')).toEqual(['달걀 15구']);
    expect(names('가')).toEqual(['각설탕', '간장 500mL']);
  });

  it('by the barcode or its last digits', () => {
    expect(names('8800000000056')).toEqual(['간장 500mL']);
    expect(names('0056')).toEqual(['간장 500mL']);
    expect(names('0012')).toEqual(['아메리카노']);
  });

  it('minds neither blanks nor capitals', () => {
    expect(names('  아메리카노큰 ')).toEqual(['아메리카노 큰컵']);
    expect(names('COLA')).toEqual(['까치 Cola']);
  });

  it('with one letter or one syllable wrong, where nothing is found as typed', () => {
    expect(names('아매리카노')).toEqual(['아메리카노', '아메리카노 큰컵', '햇살 아메리카노 원두 500g']);
    expect(names('아메카노')[0]).toBe('아메리카노');
    expect(names('아메리리카노')[0]).toBe('아메리카노');
    expect(names('아몬도 라떼')).toEqual(['아몬드 라떼']);
    expect(names('각설턍')).toEqual(['각설탕']);
    expect(names('콩나물국')).toEqual([]);
  });

  it('guesses nothing while something is found as typed', () => {
    expect(names('아메리카노 큰컵')).toEqual(['아메리카노 큰컵']);
  });

  it('lists everything for nothing, by name, bounded, and says how many there are', () => {
    expect(names('', 3)).toEqual(['각설탕', '간장 500mL', '까치 Cola']);
    expect(searchProducts(index, '', 3).total).toBe(SHELF.length);
    expect(searchProducts(index, '아메리카노', 1)).toMatchObject({ total: 3, products: [{ name: '아메리카노' }] });
  });
});

describe('a product saved since', () => {
  const old = product('소금빵', '8800000000100');
  const before = createIndex([...SHELF, old]);
  const found = (from: typeof before, query: string) => searchProducts(from, query, 20).products.map(({ name }) => name);

  it('is found at once by its new name and no longer by the old', () => {
    const after = withProduct(before, { ...old, name: '버터 소금빵', barcode: '8800000000117' });
    expect(found(after, '소금빵')).toEqual(['버터 소금빵']);
    expect(found(after, '8800000000100')).toEqual([]);
    expect(found(after, '0117')).toEqual(['버터 소금빵']);
    expect(found(before, '소금빵')).toEqual(['소금빵']);
    expect(found(withProduct(after, { ...old, name: '단팥빵' }), 'ㅅㄱㅃ')).toEqual([]);
  });

  it('stands among the others by the same order', () => {
    const after = withProduct(withProduct(before, product('아메')), product('아메리카노 아주 큰컵'));
    expect(found(after, '아메')).toEqual(['아메', '아메리카노', '아메리카노 큰컵', '아메리카노 아주 큰컵', '햇살 아메리카노 원두 500g']);
    expect(found(after, '')).toHaveLength(SHELF.length + 3);
  });
});

const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((unit) => String.fromCharCode(unit));
const character = fc.oneof({ weight: 5, arbitrary: syllable }, { weight: 1, arbitrary: fc.constantFrom(' ', 'L', '5', 'k') });
const nameText = fc.array(character, { minLength: 1, maxLength: 12 }).map((list) => list.join('').trim()).filter((text) => text !== '');
const goods = fc.uniqueArray(fc.record({ name: nameText, digits: fc.stringMatching(/^\d{13}$/) }), { minLength: 1, maxLength: 40, selector: ({ digits }) => digits });

describe('every product', () => {
  it('is found by its whole name, its initials, and the tail of its barcode', () => {
    fc.assert(
      fc.property(goods, (list) => {
        const all = list.map(({ name, digits }) => product(name, digits));
        const index = createIndex(all);
        const idsOf = (query: string) => searchProducts(index, query, all.length).products.map(({ productId }) => productId);
        for (const one of all) {
          expect(idsOf(one.name)).toContain(one.productId);
          expect(idsOf(initialsOf(comparable(one.name)))).toContain(one.productId);
          expect(idsOf(one.barcode)[0]).toBe(one.productId);
          expect(idsOf(one.barcode.slice(-5))).toContain(one.productId);
        }
      }),
    );
  });

  it('is found with one syllable of a name of four or more left out, doubled or wrong', () => {
    const four = fc.array(syllable, { minLength: 4, maxLength: 10 });
    fc.assert(
      fc.property(four, fc.nat(), syllable, fc.constantFrom('left out', 'doubled', 'wrong'), (name, place, other, mistake) => {
        const at = place % name.length;
        const put = { 'left out': [], doubled: [name[at] ?? '', name[at] ?? ''], wrong: [other] }[mistake];
        const typed = name.toSpliced(at, 1, ...put).join('');
        expect(searchProducts(createIndex([product('다른 것'), product(name.join(''))]), typed, 5).products.map((found) => found.name)).toContain(name.join(''));
      }),
    );
  });

  it('appears once, and never more than were asked for', () => {
    fc.assert(
      fc.property(goods, fc.string({ maxLength: 6 }), fc.integer({ min: 1, max: 10 }), (list, query, limit) => {
        const { products, total } = searchProducts(createIndex(list.map(({ name, digits }) => product(name, digits))), query, limit);
        expect(products.length).toBe(Math.min(limit, total));
        expect(new Set(products.map(({ productId }) => productId)).size).toBe(products.length);
      }),
    );
  });
});

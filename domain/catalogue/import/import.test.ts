/** Lists of products: headings, lines, what they do to the catalogue, and the way out and in again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueProduct } from '../product.ts';
import { EXPORT_HEADINGS, guessColumns, looksLikeHeadings, NO_COLUMNS } from './columns.ts';
import { EXPORT_HEADING_CELLS, exportCells, guarded, unguarded } from './csv.ts';
import { readKey, writeKey } from './key-text.ts';
import type { LineDraft } from './line.ts';
import { judgeCells, readPrice } from './line.ts';
import { createPlanner, sameProduct } from './plan.ts';

const product = (productId: string, over: Partial<CatalogueProduct> = {}): CatalogueProduct => ({ productId, barcode: '', name: `상품 ${productId}`, priceWon: 1000, taxClass: 'taxable', category: '음료', quickKey: null, ...over });
const printable = () => null;
const COLUMNS = { ...NO_COLUMNS, barcode: 0, name: 1, price: 2, tax: 3, category: 4 };
const judge = (...cells: string[]) => judgeCells(cells, { columns: COLUMNS, width: 5 }, printable);
const problemOf = (...cells: string[]) => {
  const judged = judge(...cells);
  return judged.ok ? null : [judged.fault.field, judged.fault.problem];
};

describe('the headings of a list', () => {
  it('are known in Korean, English and Chinese, with marks, units and notes around them', () => {
    expect(guessColumns(['바코드', '상품명', '판매가(원)', '과세/면세', '분류', '단축키'])).toMatchObject({ barcode: 0, name: 1, price: 2, tax: 3, category: 4, key: 5 });
    expect(guessColumns(['Item name', 'Unit Price', 'Barcode', 'VAT', 'Category'])).toMatchObject({ name: 0, price: 1, barcode: 2, tax: 3, category: 4 });
    expect(guessColumns(['商品名称', '条形码', '零售价', '分类'])).toMatchObject({ name: 0, barcode: 1, price: 2, category: 3 });
    expect(guessColumns(['상품코드', '원가', '판매단가', '품목명'])).toMatchObject({ barcode: 0, price: 2, name: 3 });
  });

  it('take each column once, and are not seen in a line of goods', () => {
    const map = guessColumns(['상품', '상품명', '가격', '판매가격']);
    const used = Object.values(map).filter((column) => column !== null);
    expect(new Set(used).size).toBe(used.length);
    expect(map).toMatchObject({ name: 1, price: 3 });
    expect(looksLikeHeadings(['8801234567890', '달빛 새우과자', '1700'])).toBe(false);
  });

  it('of an exported list come back as they went', () => {
    const map = guessColumns(Object.values(EXPORT_HEADINGS));
    expect(Object.values(map)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('a line of a list', () => {
  it('is read as people write it', () => {
    expect(judge(' 8801234567890 ', ' 달빛  새우과자 ', '1,500원', '면세', '과자')).toEqual({
      ok: true,
      draft: { productId: null, barcode: '8801234567890', name: '달빛 새우과자', priceWon: 1500, taxClass: 'exempt', category: '과자', key: undefined, byWeight: null, lostZeros: null },
    });
    for (const [text, won] of [['1500.0', 1500], ['₩1,500', 1500], ['１５００', 1500], ['0', 0], ['1500 won', 1500]] as const) expect([text, readPrice(text)]).toEqual([text, won]);
    for (const text of ['99.5', '-1', '1,50', '1.000', '천원', '', '1e3', '100000001', '0x10']) expect([text, readPrice(text)]).toEqual([text, null]);
  });

  it.each([
    [['1', '', '1'], 'name', 'name-missing'],
    [['1', 'x'.repeat(61), '1'], 'name', 'name-too-long'],
    [['8.80123E+12', 'a', '1'], 'barcode', 'barcode-rounded'],
    [['가나', 'a', '1'], 'barcode', 'barcode-invalid'],
    [['1', 'a', ''], 'price', 'price-missing'],
    [['1', 'a', '99.5'], 'price', 'price-not-won'],
    [['1', 'a', '1', '모름'], 'tax', 'tax-unclear'],
    [['1', 'a', '1', '', 'x'.repeat(21)], 'category', 'category-too-long'],
    [['1', '=1+1', '1'], 'name', 'formula'],
    [['1', 'a', '1', '500', '과세', '과자'], null, 'too-many-cells'],
  ] as const)('%j is refused in its cell', (cells, field, problem) => {
    expect(problemOf(...cells)).toEqual([field, problem]);
  });

  it('takes a text that a spreadsheet was made to keep', () => {
    expect(judge('="0123456789012"', 'a', '1')).toMatchObject({ ok: true, draft: { barcode: '0123456789012' } });
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(fc.property(fc.array(fc.string(), { maxLength: 8 }), (cells) => void judgeCells(cells, { columns: COLUMNS, width: 5 }, printable)));
  });

  it('keeps a key through a cell', () => {
    expect(readKey('냉:장:12')).toEqual({ page: '냉:장', place: 12 });
    for (const text of ['음료', '음료:0', '음료:41', ':3']) expect(readKey(text)).toBe('unclear');
    fc.assert(fc.property(fc.stringMatching(/^[가-힣a-z:]{1,10}$/), fc.integer({ min: 1, max: 40 }), (page, place) => {
      expect(readKey(writeKey({ page, place }))).toEqual({ page, place });
    }));
  });
});

describe('what a list does to the catalogue', () => {
  const draft = (over: Partial<LineDraft>): LineDraft => ({ productId: null, barcode: '', name: 'a', priceWon: 1, taxClass: null, category: null, key: undefined, byWeight: null, lostZeros: null, ...over });
  const planner = (products: readonly CatalogueProduct[], existing: 'update' | 'skip' = 'update') =>
    createPlanner(
      {
        size: products.length,
        byId: (id) => products.find(({ productId }) => productId === id) ?? null,
        byBarcode: (code) => products.find(({ barcode }) => barcode === code) ?? null,
        keys: products.filter(({ quickKey }) => quickKey !== null),
      },
      existing,
      (line) => `new-${line}`,
    );
  const eggs = product('eggs', { barcode: '111', name: '달걀', taxClass: 'exempt', category: '채소', quickKey: { page: '채소', place: 1 } });

  it('adds, changes what the list says and no more, and leaves alone what is the same', () => {
    const plan = planner([eggs]);
    expect(plan(2, draft({ barcode: '222' }))).toMatchObject({ what: 'added', after: { productId: 'new-2', taxClass: 'taxable', category: '기타', quickKey: null } });
    expect(plan(3, draft({ barcode: '111', name: '달걀', priceWon: 7000 }))).toEqual({ what: 'changed', before: eggs, after: { ...eggs, priceWon: 7000 } });
    expect(planner([eggs])(2, draft({ barcode: '111', name: '달걀', priceWon: 1000 }))).toMatchObject({ what: 'same' });
    expect(planner([eggs], 'skip')(2, draft({ barcode: '111', name: '다른 이름' }))).toMatchObject({ what: 'skipped' });
  });

  it('leaves every photo where it is, and a changed photo is a changed product', () => {
    const pictured = { ...eggs, photo: '1'.repeat(64) };
    expect(planner([pictured])(2, draft({ barcode: '111', name: '달걀', priceWon: 7000 }))).toEqual({ what: 'changed', before: pictured, after: { ...pictured, priceWon: 7000 } });
    expect(planner([pictured])(2, draft({ barcode: '111', name: '달걀', priceWon: 1000 }))).toMatchObject({ what: 'same' });
    expect(sameProduct(pictured, eggs)).toBe(false);
    expect(sameProduct(pictured, { ...pictured, photo: '2'.repeat(64) })).toBe(false);
  });

  it('names what is there twice, and what belongs to another', () => {
    const plan = planner([eggs, product('milk', { barcode: '333' })]);
    const faultOf = (line: number, over: Partial<LineDraft>) => {
      const planned = plan(line, draft(over));
      return planned.what === 'bad' ? planned.fault.problem : null;
    };
    expect(faultOf(2, { barcode: '444' })).toBeNull();
    expect(faultOf(3, { barcode: '444' })).toBe('barcode-twice');
    expect(faultOf(4, { productId: 'milk', barcode: '111' })).toBe('barcode-taken');
    expect(faultOf(5, { barcode: '555', key: { page: '채소', place: 1 } })).toBe('key-taken');
    expect(faultOf(6, { barcode: '555', key: { page: '채소', place: 2 } })).toBeNull();
    expect(faultOf(7, { barcode: '666', key: { page: '채소', place: 2 } })).toBe('key-taken');
  });

  it('gives a known barcode its zeros back, and refuses one that nobody knows', () => {
    const known = product('k', { barcode: '036000291452' });
    expect(planner([known])(2, draft({ barcode: '36000291452', lostZeros: '036000291452' }))).toMatchObject({ what: 'changed', after: { productId: 'k', barcode: '036000291452' } });
    expect(planner([])(2, draft({ barcode: '36000291452', lostZeros: '036000291452' }))).toMatchObject({ what: 'bad', fault: { problem: 'barcode-zeros-lost' } });
  });

  it('never gives one barcode or one key to two products', () => {
    const barcode = fc.constantFrom('', '1', '2', '3', '4');
    const key = fc.option(fc.record({ page: fc.constantFrom('a', 'b'), place: fc.integer({ min: 1, max: 3 }) }), { nil: null });
    const line = fc.record({ productId: fc.constantFrom(null, 'p1', 'p2', 'p9'), barcode, key });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const standing = [product('p1', { barcode: '1', quickKey: { page: 'a', place: 1 } }), product('p2', { barcode: '2' })];
        const after = new Map(standing.map((one) => [one.productId, one]));
        const plan = planner(standing);
        for (const [index, given] of lines.entries()) {
          const planned = plan(index, draft(given));
          if ('after' in planned) after.set(planned.after.productId, planned.after);
        }
        const all = [...after.values()];
        const codes = all.map((one) => one.barcode).filter((code) => code !== '');
        const keys = all.flatMap(({ quickKey }) => (quickKey === null ? [] : [`${quickKey.page}:${quickKey.place}`]));
        expect([new Set(codes).size, new Set(keys).size]).toEqual([codes.length, keys.length]);
      }),
    );
  });
});

describe('a list that is exported', () => {
  const name = fc.stringMatching(/^[가-힣a-z=+\-@',"0-9][가-힣a-z =+\-@',"0-9]{0,20}$/).map((text) => text.replaceAll(/\s+/g, ' ').trim());
  const one = fc.record({ name, priceWon: fc.nat(1_000_000), exempt: fc.boolean(), byWeight: fc.boolean(), category: name });

  it('comes back as the same products, whatever they are called', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (given) => {
        const products = given.map(({ name: text, priceWon, exempt, byWeight, category }, index) =>
          product(`p-${index}`, { barcode: index % 2 === 0 ? '' : `88${index}`, name: text, priceWon, taxClass: exempt ? 'exempt' : 'taxable', category, quickKey: index < 40 ? { page: '쪽', place: index + 1 } : null, ...(byWeight ? { byWeight } : {}) }),
        );
        const columns = guessColumns(EXPORT_HEADING_CELLS);
        const plan = createPlanner({ size: 0, byId: () => null, byBarcode: () => null, keys: [] }, 'update', (line) => `x-${line}`);
        for (const [index, kept] of products.entries()) {
          const judged = judgeCells(exportCells(kept), { columns, width: EXPORT_HEADING_CELLS.length }, printable);
          const planned = judged.ok ? plan(index, judged.draft) : judged;
          expect(JSON.stringify('after' in planned && sameProduct(planned.after, kept) ? kept : planned)).toBe(JSON.stringify(kept));
        }
      }),
    );
  });

  it('holds no cell that a spreadsheet runs', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect([/^[=+\-@\t\r]/.test(guarded(text)), unguarded(guarded(text))]).toEqual([false, text]);
    }));
  });
});

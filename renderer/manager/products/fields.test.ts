import { describe, expect, it } from 'vitest';
import { judgeDraft } from '../../../domain/catalogue/product.ts';
import { draftOf, fieldOf, fieldsOf, newFields, sameFields } from './fields.ts';

const product = { productId: 'p1', barcode: '2000010000012', name: '아메리카노', priceWon: 2500, taxClass: 'taxable', category: '음료', quickKey: { page: '음료', place: 1 } } as const;

describe('the form of a product', () => {
  it('comes to the product it was opened with', () => {
    const fields = fieldsOf(product);
    expect(draftOf(fields)).toEqual({ name: '아메리카노', barcode: '2000010000012', priceWon: 2500, taxClass: 'taxable', category: '음료', onQuickKey: true, byWeight: false });
    expect(sameFields(fields, fieldsOf(product))).toBe(true);
    for (const change of [{ name: 'x' }, { barcode: '' }, { price: '1' }, { taxClass: 'exempt' }, { category: 'x' }, { onQuickKey: false }, { byWeight: true }, { photo: { act: 'remove' } }, { photo: { act: 'set', base64: 'AAAA' } }] as const) expect(sameFields(fields, { ...fields, ...change })).toBe(false);
  });

  it('reads a price as it is written, and makes none of what is none', () => {
    const priced = (price: string) => judgeDraft(draftOf({ ...fieldsOf(product), price }));
    expect(draftOf({ ...fieldsOf(product), price: ' 12,500 ' }).priceWon).toBe(12_500);
    expect(priced('0')).toBeNull();
    for (const wrong of ['', '99.5', '-1', '천원', '1000000000']) expect([wrong, priced(wrong)]).toEqual([wrong, 'price-not-won']);
  });

  it('begins with what was scanned or searched, and shows a refusal where it belongs', () => {
    expect(newFields({ name: '', barcode: '880' })).toMatchObject({ barcode: '880', price: '', category: '' });
    expect(fieldOf('catalogue.barcode-taken')).toBe('barcode');
    expect(fieldOf('catalogue.not-printable')).toBe('name');
    expect(fieldOf('catalogue.photo-too-large')).toBe('photo');
    expect(fieldOf('journal.disk-full')).toBeNull();
  });
});

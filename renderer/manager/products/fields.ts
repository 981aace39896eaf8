/** What is typed into the form of a product, and what it comes to. */
import type { PhotoChangeRequest } from '../../../contract/catalogue.ts';
import type { ProductView } from '../../../contract/views.ts';
import type { ProductDraft } from '../../../domain/catalogue/product.ts';
import { groupWon } from '../../../domain/won.ts';
import type { FailureCode } from '../../../domain/failure.ts';

/** What a new product is begun with: a code that was scanned, a name that was searched. */
export type NewProduct = { readonly name: string; readonly barcode: string };

/** The price as typed: judged when it is saved, so that 99.5 is refused and never becomes 995. */
export type Fields = Omit<ProductDraft, 'priceWon'> & { readonly price: string; readonly photo: PhotoChangeRequest };
export type FieldName = 'name' | 'barcode' | 'price' | 'category' | 'onQuickKey' | 'photo';

const KEEP: PhotoChangeRequest = { act: 'keep' };

export function fieldsOf(product: ProductView): Fields {
  const { name, barcode, taxClass, category } = product;
  return { name, barcode, taxClass, category, price: groupWon(product.priceWon), onQuickKey: product.quickKey !== null, byWeight: product.byWeight === true, photo: KEEP };
}

export function newFields({ name, barcode }: NewProduct): Fields {
  return { name, barcode, price: '', taxClass: 'taxable', category: '', onQuickKey: false, byWeight: false, photo: KEEP };
}

/** Not a number at all becomes NaN, which no price is. */
export function draftOf(fields: Fields): ProductDraft {
  const { price, photo: _, ...rest } = fields;
  const digits = price.replaceAll(/[\s,]/g, '');
  return { ...rest, priceWon: /^\d+$/.test(digits) ? Number(digits) : Number.NaN };
}

export function sameFields(a: Fields, b: Fields): boolean {
  return a.name === b.name && a.barcode === b.barcode && a.price === b.price && a.taxClass === b.taxClass && a.category === b.category && a.onQuickKey === b.onQuickKey && a.byWeight === b.byWeight && samePhoto(a.photo, b.photo);
}

function samePhoto(a: PhotoChangeRequest, b: PhotoChangeRequest): boolean {
  return a.act === 'set' || b.act === 'set' ? a === b : a.act === b.act;
}

/** Beside which field a refusal is shown; null: it is about the whole. */
export function fieldOf(code: FailureCode): FieldName | null {
  switch (code) {
    case 'catalogue.name-missing':
    case 'catalogue.name-too-long':
    case 'catalogue.not-printable':
      return 'name';
    case 'catalogue.barcode-invalid':
    case 'catalogue.barcode-taken':
      return 'barcode';
    case 'catalogue.price-not-won':
      return 'price';
    case 'catalogue.category-invalid':
      return 'category';
    case 'catalogue.keys-full':
      return 'onQuickKey';
    case 'catalogue.photo-not-a-picture':
    case 'catalogue.photo-too-large':
    case 'catalogue.photo-too-many-pixels':
    case 'catalogue.photo-unreadable':
    case 'catalogue.photos-full':
      return 'photo';
    default:
      return null;
  }
}

/** What is typed into the form of a product, and what it comes to. */
import type { ProductView } from '../../../contract/views.ts';
import type { ProductDraft } from '../../../domain/catalogue/product.ts';
import type { FailureCode } from '../../../domain/failure.ts';

/** What a new product is begun with: a code that was scanned, a name that was searched. */
export type NewProduct = { readonly name: string; readonly barcode: string };

/** The price as typed: judged when it is saved, so that 99.5 is refused and never becomes 995. */
export type Fields = Omit<ProductDraft, 'priceWon'> & { readonly price: string };
export type FieldName = 'name' | 'barcode' | 'price' | 'category' | 'onQuickKey';

export function fieldsOf(product: ProductView): Fields {
  const { name, barcode, taxClass, category } = product;
  return { name, barcode, taxClass, category, price: String(product.priceWon), onQuickKey: product.quickKey !== null, byWeight: product.byWeight === true };
}

export function newFields({ name, barcode }: NewProduct): Fields {
  return { name, barcode, price: '', taxClass: 'taxable', category: '', onQuickKey: false, byWeight: false };
}

/** Not a number at all becomes NaN, which no price is. */
export function draftOf({ price, ...rest }: Fields): ProductDraft {
  const digits = price.replaceAll(/[\s,]/g, '');
  return { ...rest, priceWon: /^\d+$/.test(digits) ? Number(digits) : Number.NaN };
}

export function sameFields(a: Fields, b: Fields): boolean {
  return a.name === b.name && a.barcode === b.barcode && a.price === b.price && a.taxClass === b.taxClass && a.category === b.category && a.onQuickKey === b.onQuickKey && a.byWeight === b.byWeight;
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
    default:
      return null;
  }
}

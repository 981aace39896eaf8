/** The columns a list of products may have, and the headings they go by in the lists that shops keep. */

export const IMPORT_FIELDS = ['productId', 'barcode', 'name', 'price', 'tax', 'category', 'key', 'unit'] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Field → place of its column, counted from 0; null: the list has none. */
export type ColumnMap = Readonly<Record<ImportField, number | null>>;

/** What somebody chose otherwise; the fields that are missing stay as they are. */
export type MappingChange = { readonly [K in ImportField]?: number | null | undefined };

export const NO_COLUMNS: ColumnMap = { productId: null, barcode: null, name: null, price: null, tax: null, category: null, key: null, unit: null };

export function changedMapping(mapping: ColumnMap, change: MappingChange): ColumnMap {
  const next: Record<ImportField, number | null> = { ...mapping };
  for (const field of IMPORT_FIELDS) next[field] = change[field] === undefined ? next[field] : change[field];
  return next;
}

/** Without these two a line is no product. */
export const NEEDED_FIELDS = ['name', 'price'] as const satisfies readonly ImportField[];

/** The headings of an exported list; they are guessed first, so that it comes back as it went. */
export const EXPORT_HEADINGS = { productId: '상품번호', barcode: '바코드', name: '상품명', price: '판매가', tax: '과세/면세', category: '분류', key: '단축키', unit: '판매단위' } as const satisfies Readonly<Record<ImportField, string>>;

/** Written without blanks, marks and case. The first that fits wins: `판매가` is the price where `원가` stands beside it. */
const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  productId: ['상품번호', 'productid', '商品编号'],
  barcode: ['바코드', '바코드번호', '상품바코드', '상품코드', '코드', 'barcode', 'ean', 'ean13', 'upc', 'gtin', 'jan', 'code', 'sku', '条形码', '条码', '商品条码', '商品代码'],
  name: ['상품명', '품명', '상품이름', '제품명', '품목명', '품목', '메뉴명', '이름', '상품', 'name', 'productname', 'product', 'itemname', 'item', 'description', '商品名称', '商品名', '品名', '名称', '商品'],
  price: ['판매가', '판매가격', '판매단가', '소비자가', '소비자가격', '단가', '가격', '금액', 'price', 'saleprice', 'sellingprice', 'unitprice', 'retailprice', 'pricewon', '售价', '销售价', '零售价', '单价', '价格'],
  tax: ['과세면세', '과세구분', '과세여부', '과면세', '과세', '면세', '부가세', '세금', '부가세구분', 'tax', 'vat', 'taxclass', 'taxtype', '税', '税种', '应税', '增值税', '税别'],
  category: ['분류', '카테고리', '상품분류', '대분류', '구분', '품목군', 'category', 'group', 'department', 'class', '分类', '类别', '商品分类', '种类'],
  key: ['단축키', '빠른단추', '단추', '퀵키', 'quickkey', 'shortcut', 'key', '快捷键'],
  unit: ['판매단위', '단위', 'unit', 'soldby', '单位', '销售单位'],
};

/** Which column is which, by its heading. A column is taken once. */
export function guessColumns(headings: readonly string[]): ColumnMap {
  const plain = headings.map(plainHeading);
  const taken = new Set<number>();
  const guessed: Record<ImportField, number | null> = { ...NO_COLUMNS };
  for (const fits of [(heading: string, known: string) => heading === known, (heading: string, known: string) => known.length >= 2 && heading.startsWith(known)]) {
    for (const field of IMPORT_FIELDS) {
      if (guessed[field] !== null) continue;
      const found = HEADINGS[field].map((known) => plain.findIndex((heading, index) => !taken.has(index) && fits(heading, known))).find((index) => index >= 0);
      if (found === undefined) continue;
      guessed[field] = found;
      taken.add(found);
    }
  }
  return guessed;
}

/** Whether a first line is headings: one of them is known, or nothing in it is a number as every product has one. */
export function looksLikeHeadings(cells: readonly string[]): boolean {
  const map = guessColumns(cells);
  return map.name !== null || map.barcode !== null || map.price !== null || !cells.some((cell) => /^[₩\s]*\d[\d,.]*\s*원?$/.test(cell.trim()));
}

function plainHeading(heading: string): string {
  return heading.normalize('NFKC').toLowerCase().replaceAll(/\([^)]*\)|[\s\p{P}\p{S}]/gu, '');
}

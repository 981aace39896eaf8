/** A small shop's shelf for practice mode. Invented goods; barcodes in the range kept for use inside a shop (20…). */
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';
import type { TaxClass } from '../../domain/tax.ts';
import { MORE_GOODS } from './goods.ts';

/** 0 won: the price is typed at the counter. */
type Row = readonly [name: string, priceWon: number, taxClass?: TaxClass, /** What its label from the scale begins with; the price is that of 100 g. */ scaleCode?: string];

const SHELF: Readonly<Record<string, readonly Row[]>> = {
  음료: [['아메리카노', 2500], ['아메리카노 큰컵', 3200], ['아몬드 라떼', 4300], ['생수 2L', 1100], ['생수 500mL', 700], ['들꽃 우유 900mL', 2950], ['보리차 1.5L', 1900], ['유자차 병', 3400], ['얼음컵', 900]],
  빵: [['우리밀 식빵', 4200], ['찹쌀 꽈배기', 1200], ['단팥빵', 1800], ['소금빵', 2800], ['옥수수 크림빵', 2300], ['통밀 바게트', 3900]],
  과자: [['달빛 새우과자', 1700], ['감자 스틱', 1500], ['초코 물결', 2000], ['쌀과자 한봉', 2600], ['견과 한줌', 1300]],
  생활: [['종량제 봉투 10L', 250], ['종량제 봉투 20L', 490], ['종이컵 50개', 1900], ['쇼핑백', 100], ['물티슈 70매', 1400], ['건전지 AA 4개', 3800], ['주방 세제 500mL', 3300], ['교통카드 충전', 0]],
  채소: [['산골 달걀 15구', 6900, 'exempt'], ['상추 한 봉', 2200, 'exempt'], ['대파 한 단', 2800, 'exempt'], ['감자 1kg', 3600, 'exempt'], ['방울토마토 500g', 5400, 'exempt'], ['두부 한 모', 1600, 'exempt'], ['계절 과일 (무게)', 0, 'exempt'], ['햇고구마', 480, 'exempt', '2100101']],
  원두: [['햇살 아메리카노 원두 500g', 18000], ['산들 블렌드 원두 1kg', 32000], ['디카페인 드립백 10개', 12500]],
};

/** On the quick keys, a page for each category. */
const ON_KEYS: readonly CatalogueProduct[] = Object.entries(SHELF).flatMap(([category, rows], shelf) =>
  rows.map(([name, priceWon, taxClass, scaleCode], index) => ({
    ...numbered(shelf, index),
    name,
    priceWon,
    taxClass: taxClass ?? 'taxable',
    category,
    quickKey: { page: category, place: index + 1 },
    ...(scaleCode === undefined ? {} : { barcode: scaleCode, byWeight: true }),
  })),
);

/** Found by search and scan. */
const MORE: readonly CatalogueProduct[] = MORE_GOODS.flatMap(({ category, taxClass, rows }, shelf) =>
  rows.map(([name, priceWon], index) => ({ ...numbered(Object.keys(SHELF).length + shelf, index), name, priceWon, taxClass, category, quickKey: null })),
);

export const PRACTICE_PRODUCTS: readonly CatalogueProduct[] = [...ON_KEYS, ...MORE];

function numbered(shelf: number, index: number): Pick<CatalogueProduct, 'productId' | 'barcode'> {
  return {
    productId: `practice-${shelf + 1}-${index + 1}`,
    barcode: withCheckDigit(`20${String(shelf + 1).padStart(4, '0')}${String(index + 1).padStart(6, '0')}`),
  };
}

/** EAN-13: weights 1 and 3 in turn, the last digit brings the sum to a ten. */
function withCheckDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}

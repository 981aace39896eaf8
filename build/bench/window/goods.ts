/** A catalogue as large as it may be, in the file the counter reads at its start. Invented goods, the same in every run. */
import path from 'node:path';
import { openCatalogueFile } from '../../../db/catalogue/catalogue.ts';
import type { CatalogueProduct } from '../../../domain/catalogue/product.ts';

const MAKERS = ['들꽃', '산들', '목장길', '달빛', '햇살', '바닷가', '언덕', '새벽', '구름', '느티나무'] as const;
const KINDS = ['우유', '식빵', '라면', '과자', '주스', '비누', '두부', '김치', '만두', '커피', '아메리카노', '요거트', '초콜릿', '간장', '휴지', '세제'] as const;
const TASTES = ['딸기', '초코', '매운', '순한', '구운', '담백한', '진한', '가벼운', '달콤한', '고소한'] as const;
const PUT_AT_ONCE = 5_000;

export async function fillCatalogue(dataDir: string, count: number): Promise<void> {
  const opened = await openCatalogueFile(path.join(dataDir, 'catalogue.db'));
  if (!opened.ok) throw new Error(`the bench's catalogue: ${opened.detail}`);
  for (let from = 0; from < count; from += PUT_AT_ONCE) {
    await opened.file.put(Array.from({ length: Math.min(PUT_AT_ONCE, count - from) }, (_, index) => goodsOf(from + index)), null);
  }
  await opened.file.close();
}

function goodsOf(number: number): CatalogueProduct {
  const [maker, taste, kind] = [at(MAKERS, number), at(TASTES, Math.floor(number / 10)), at(KINDS, Math.floor(number / 100))];
  return {
    productId: `bench-${String(number).padStart(6, '0')}`,
    barcode: `29${String(number).padStart(11, '0')}`,
    name: `${maker} ${taste} ${kind} ${number}`,
    priceWon: 500 + (number % 200) * 100,
    taxClass: number % 5 === 0 ? 'exempt' : 'taxable',
    category: kind,
    quickKey: number < 40 ? { page: kind, place: number + 1 } : null,
  };
}

export function barcodeOf(number: number): string {
  return goodsOf(number).barcode;
}

function at<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('nothing to choose from');
  return value;
}

import { expect, it } from 'vitest';
import { lineView, type LineView } from '../../contract/views.ts';
import { sameLine } from './same-line.ts';

const LINE: LineView = { lineId: 'l-1', name: '우유', barcode: '2000010000012', unitPriceWon: 1_000, quantity: 1, discountWon: 0, amountWon: 1_000, taxClass: 'taxable', note: '' };
const CHANGES: Readonly<Record<Exclude<keyof LineView, 'barcode'>, Partial<LineView>>> = {
  lineId: { lineId: 'l-2' },
  name: { name: '두유' },
  unitPriceWon: { unitPriceWon: 900 },
  quantity: { quantity: 2 },
  discountWon: { discountWon: 100 },
  amountWon: { amountWon: 900 },
  taxClass: { taxClass: 'exempt' },
  note: { note: '따로 포장' },
  grams: { grams: 350 },
  listPriceWon: { listPriceWon: 1_200 },
};

it('a line read again is the same; one that shows anything else is not', () => {
  expect(sameLine(LINE, { ...LINE })).toBe(true);
  expect(Object.entries(CHANGES).filter(([, change]) => sameLine(LINE, { ...LINE, ...change }))).toEqual([]);
});

it('everything a line shows is compared: the barcode alone is shown nowhere', () => {
  expect(new Set([...Object.keys(CHANGES), 'barcode'])).toEqual(new Set(Object.keys(lineView.shape)));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineView } from '../../../contract/views.ts';
import { GROUP_LINES, groupOf, groupsOf, heightRem } from './line-groups.ts';

const line = (number: number, note = ''): LineView => ({ lineId: `l${number}`, name: '우유', barcode: '', unitPriceWon: 100, quantity: 1, discountWon: 0, amountWon: 100, taxClass: 'taxable', note });

describe('a long basket in pieces', () => {
  it('has every line once, in its order, and each line in the piece that is asked for it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (count) => {
        const lines = Array.from({ length: count }, (_, index) => line(index));
        const groups = groupsOf(lines);
        expect(groups.flatMap(({ members }) => members)).toEqual(lines);
        expect(groups.every(({ members }) => members.length > 0 && members.length <= GROUP_LINES)).toBe(true);
        expect(lines.every((wanted, place) => groups[groupOf(place)]?.members.includes(wanted))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is as high as its lines together, with a note or without', () => {
    expect(heightRem([])).toBe(0);
    const [plain, noted] = [heightRem([line(1)]), heightRem([line(2, '따로 포장')])];
    expect(noted).toBeGreaterThan(plain);
    expect(heightRem([line(1), line(2, '따로 포장'), line(3)])).toBe(plain + noted + plain);
  });
});

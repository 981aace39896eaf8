/** Slips of every shape, for property tests. */
import fc from 'fast-check';
import type { SlipBlock, SlipDocument } from '../../../domain/slip/document.ts';

const word = fc.string({ unit: fc.constantFrom('가', '힣', '뷁', 'A', 'z', '9', '-', '(', '·', '₩', '─', '漢', '①'), minLength: 1, maxLength: 14 });
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const size = fc.constantFrom('normal' as const, 'wide' as const, 'tall' as const, 'large' as const);
const align = fc.constantFrom('left' as const, 'center' as const, 'right' as const);
const amountWon = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

const raster: fc.Arbitrary<SlipBlock> = fc
  .record({ widthDots: fc.integer({ min: 1, max: 200 }), heightDots: fc.integer({ min: 1, max: 20 }), align })
  .chain((shape) =>
    fc.uint8Array({ minLength: Math.ceil(shape.widthDots / 8) * shape.heightDots, maxLength: Math.ceil(shape.widthDots / 8) * shape.heightDots }).map((bits) => ({
      kind: 'raster', ...shape, bitsBase64: Buffer.from(bits).toString('base64'),
    })),
  );

const block: fc.Arbitrary<SlipBlock> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text, align, size, bold: fc.boolean() }),
  fc.record({ kind: fc.constant('pair' as const), label: text, value: word, size, bold: fc.boolean() }),
  fc.record({ kind: fc.constant('item' as const), name: text, unitPriceWon: amountWon, quantity: fc.integer({ min: -999, max: 99_999 }), amountWon }),
  fc.record({ kind: fc.constant('item-heading' as const), name: word, unitPrice: word, quantity: word, amount: word }),
  fc.record({ kind: fc.constant('rule' as const), style: fc.constantFrom('single' as const, 'double' as const) }),
  fc.record({ kind: fc.constant('blank' as const), lines: fc.integer({ min: 0, max: 3 }) }),
  raster,
);

export const anyDocument: fc.Arbitrary<SlipDocument> = fc.record({
  kind: fc.constantFrom('sale' as const, 'cash-receipt' as const, 'test' as const),
  practice: fc.boolean(),
  blocks: fc.array(block, { maxLength: 12 }),
});

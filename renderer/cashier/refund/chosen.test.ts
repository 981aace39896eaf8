import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, isEverything, linesOf, sharesFrom, withQuantity } from './chosen.ts';

const LINES = [
  { lineId: 'a', leftQuantity: 3 },
  { lineId: 'b', leftQuantity: 0 },
  { lineId: 'c', leftQuantity: 1 },
];

describe('what comes back', () => {
  it('is everything to begin with, and then a call names no lines', () => {
    const chosen = everything(LINES);
    expect([...chosen]).toEqual([['a', 3], ['c', 1]]);
    expect(isEverything(LINES, chosen)).toBe(true);
    expect(linesOf(LINES, chosen)).toBeNull();
  });

  it('is never more than is left of a line, and none is not named', () => {
    expect(withQuantity(new Map(), { lineId: 'a', leftQuantity: 3 }, 12).get('a')).toBe(3);
    const less = withQuantity(withQuantity(everything(LINES), { lineId: 'a', leftQuantity: 3 }, 2), { lineId: 'c', leftQuantity: 1 }, -1);
    expect(linesOf(LINES, less)).toEqual([{ lineId: 'a', quantity: 2 }]);
  });
});

describe('the payments it goes back by', () => {
  const payments = fc.uniqueArray(fc.record({ paymentId: fc.constantFrom('cash', 'c1', 'c2', 'c3'), leftWon: fc.integer({ min: 1, max: 100_000 }) }), { selector: (each) => each.paymentId, minLength: 1 });

  it('come to the amount, none gives more than it has, and the first one is asked first', () => {
    fc.assert(
      fc.property(payments, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (held, part, pick) => {
        const sumWon = held.reduce((sum, each) => sum + each.leftWon, 0);
        const amountWon = Math.max(1, Math.floor(sumWon * part));
        const first = held[pick % held.length];
        if (first === undefined) return;
        const shares = sharesFrom(held, amountWon, first.paymentId);
        expect(shares.reduce((sum, share) => sum + share.amountWon, 0)).toBe(amountWon);
        for (const share of shares) expect(share.amountWon).toBeLessThanOrEqual(held.find((each) => each.paymentId === share.paymentId)?.leftWon ?? 0);
        expect(shares[0]).toEqual({ paymentId: first.paymentId, amountWon: Math.min(amountWon, first.leftWon) });
      }),
    );
  });
});

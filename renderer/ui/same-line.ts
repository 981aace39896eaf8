import type { LineView } from '../../contract/views.ts';

/** A view is parsed afresh on every push: lines are compared by what they show, not by which object they are. */
export function sameLine(a: LineView, b: LineView): boolean {
  return (
    a.lineId === b.lineId &&
    a.quantity === b.quantity &&
    a.grams === b.grams &&
    a.amountWon === b.amountWon &&
    a.discountWon === b.discountWon &&
    a.unitPriceWon === b.unitPriceWon &&
    a.listPriceWon === b.listPriceWon &&
    a.taxClass === b.taxClass &&
    a.name === b.name &&
    a.note === b.note
  );
}

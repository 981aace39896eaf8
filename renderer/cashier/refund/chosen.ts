/** What of a sale was chosen to come back, and by which payments it goes, before main judges it. */
import type { LineLeftView, PaymentLeftView } from '../../../contract/refund.ts';

/** Line → pieces. A line that is not there is not chosen. */
export type Chosen = ReadonlyMap<string, number>;
type Left = Pick<LineLeftView, 'lineId' | 'leftQuantity'>;
type Share = { readonly paymentId: string; readonly amountWon: number };

export function everything(lines: readonly Left[]): Chosen {
  return new Map(lines.filter((line) => line.leftQuantity > 0).map((line) => [line.lineId, line.leftQuantity]));
}

export function isEverything(lines: readonly Left[], chosen: Chosen): boolean {
  return lines.every((line) => (chosen.get(line.lineId) ?? 0) === line.leftQuantity);
}

/** Never more than is left of it, never less than none. */
export function withQuantity(chosen: Chosen, line: Left, quantity: number): Chosen {
  const pieces = Math.max(0, Math.min(line.leftQuantity, quantity));
  const next = new Map(chosen);
  if (pieces === 0) next.delete(line.lineId);
  else next.set(line.lineId, pieces);
  return next;
}

/** As a call says it: null for everything that is left. */
export function linesOf(lines: readonly Left[], chosen: Chosen): { lineId: string; quantity: number }[] | null {
  return isEverything(lines, chosen) ? null : lines.flatMap(({ lineId }) => (chosen.has(lineId) ? [{ lineId, quantity: chosen.get(lineId) ?? 0 }] : []));
}

/** As much as there is goes back by this payment, then by the others in their order. */
export function sharesFrom(payments: readonly Pick<PaymentLeftView, 'paymentId' | 'leftWon'>[], amountWon: number, firstId: string): Share[] {
  let leftWon = amountWon;
  const inOrder = payments.toSorted((a, b) => Number(b.paymentId === firstId) - Number(a.paymentId === firstId));
  return inOrder.flatMap(({ paymentId, leftWon: heldWon }) => {
    const shareWon = Math.min(leftWon, heldWon);
    leftWon -= shareWon;
    return shareWon === 0 ? [] : [{ paymentId, amountWon: shareWon }];
  });
}

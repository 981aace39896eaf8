/**
 * What a basket held when it was put aside. Goods a customer left at the counter while another was served are not quietly taken out
 * again afterwards: that is an act of its own (rules of the counter, §8). Goods rung up since may go as ever.
 */
import type { Cart, CartLine } from '../cart.ts';
import { lineNetWon } from '../cart.ts';
import { sumWon } from '../won.ts';

/** How much of a line was there. */
export type KeptLine = { readonly lineId: string; readonly quantity: number; readonly grams?: number };

/** Who put it aside, and whether she meant to or only left the counter: then it comes back with her, as it was. */
export type Aside = { readonly by: { readonly userId: string; readonly name: string }; readonly because: 'asked' | 'left' };

export function keptLines(cart: Cart): readonly KeptLine[] {
  return cart.lines.map(({ lineId, quantity, grams }) => ({ lineId, quantity, ...(grams === undefined ? {} : { grams }) }));
}

/** What a sale remembers once it is put aside: what it remembered before, where she only left; and who did it, where that is known. */
export function keptOnHold({ cart, kept }: { readonly cart: Cart; readonly kept?: readonly KeptLine[] }, aside: Aside | undefined): { readonly kept?: readonly KeptLine[]; readonly aside?: Aside } {
  const remembered = aside?.because === 'left' ? kept : keptLines(cart);
  return { ...(remembered === undefined ? {} : { kept: remembered }), ...(aside === undefined ? {} : { aside }) };
}

/** In won, what a step takes of the goods that were there; null where it takes none. `after` null: the whole basket is given up. */
export function takenFromKeptWon(kept: readonly KeptLine[] | undefined, before: Cart, after: Cart | null): number | null {
  const taken = (kept ?? []).flatMap((line) => {
    const was = before.lines.find(({ lineId }) => lineId === line.lineId);
    const is = after?.lines.find(({ lineId }) => lineId === line.lineId);
    if (was === undefined || amountOf(is) >= Math.min(amountOf(line), amountOf(was))) return [];
    return [lineNetWon(was) - (is === undefined ? 0 : lineNetWon(is))];
  });
  return taken.length === 0 ? null : sumWon(taken);
}

/** Pieces, or grams of all of them. */
function amountOf(line: Pick<CartLine, 'quantity' | 'grams'> | undefined): number {
  return line === undefined ? 0 : line.quantity * (line.grams ?? 1);
}

/** What goes with a sale from one state to the next: absent where nothing was kept. */
export function keptIn({ kept }: { readonly kept?: readonly KeptLine[] }): { readonly kept?: readonly KeptLine[] } {
  return kept === undefined ? {} : { kept };
}

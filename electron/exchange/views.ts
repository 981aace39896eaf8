/** What came back for a sale and what is left between the two, for the windows. Decides nothing. */
import type { ExchangeView } from '../../contract/exchange.ts';
import type { Cart } from '../../domain/cart.ts';
import type { GoodsBack } from '../../domain/refund/exchange.ts';
import { exchangeDifference } from '../../domain/refund/exchange.ts';

export function exchangeView(back: GoodsBack, cart: Cart): ExchangeView {
  const { refundId, saleId, saleNumber, soldAt, lines, amounts } = back;
  const result = exchangeDifference(back, cart);
  const { due, give } = result.ok ? result.difference : { due: null, give: null };
  return { refundId, saleId, saleNumber, soldAt, lines: [...lines], backWon: amounts.totalWon, dueWon: due?.totalWon ?? 0, giveWon: give?.totalWon ?? 0, refusal: result.ok ? null : result.refusal };
}

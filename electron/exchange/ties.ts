/** What a finished sale is tied to: what came back of it, and the sales its goods were exchanged for, or came from. */
import type { ExchangeTieView } from '../../contract/exchange.ts';
import type { RefundRecord } from '../../db/journal.ts';
import type { Payment } from '../../domain/checkout/machine.ts';
import type { Counter } from '../counter.ts';
import { rootOf } from '../refund/facts.ts';

export type Ties = { /** In the order they were begun. */ readonly refunds: readonly RefundRecord[]; readonly exchanges: ExchangeTieView[] };

/** One that is not paid yet is no exchange yet. */
export async function tiesOf({ journal }: Counter, saleId: string, payment: Payment): Promise<Ties> {
  const tied = await journal.refundsTiedTo(await rootOf(journal, saleId, payment));
  const refunds = tied.filter((each) => each.saleId === saleId);
  const takenIds = refunds.flatMap(({ refund }) => (refund.exchange === null ? [] : [refund.exchange.saleId]));
  const taken = (await Promise.all(takenIds.map((each) => journal.sale(each)))).flatMap((sale) => (sale === null ? [] : [{ which: 'taken', saleId: sale.saleId, saleNumber: sale.saleNumber } as const]));
  const from = payment.exchange === undefined ? null : await journal.refund(payment.exchange.refundId);
  const back = from === null ? [] : [{ which: 'back', saleId: from.saleId, saleNumber: from.refund.intent.saleNumber } as const];
  return { refunds, exchanges: [...back, ...taken] };
}

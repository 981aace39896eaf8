/** Refunds as the windows see them: the one on the screen with what its view takes from elsewhere, and any other when it is asked for. */
import type { RefundCasesView, RefundView } from '../../contract/refund.ts';
import type { ReceiptCancelRecord } from '../../db/journal.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import type { ReceiptCancels } from '../cash-receipt/cancels.ts';
import type { Receipts } from '../cash-receipt/receipts.ts';
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Refunds } from './refunds.ts';
import type { RefundContext, RefundSource } from './views.ts';
import { refundCasesView, refundView } from './views.ts';

export type RefundPages = {
  readonly read: (refundId: string) => Promise<Result<RefundView>>;
  readonly show: (refundId: string) => Promise<Result<null>>;
  /** Null while none is on the screen, or what belongs to it is still being read. */
  readonly shown: () => RefundView | null;
  readonly cases: () => RefundCasesView;
};

const NOTHING: RefundContext = { cart: { lines: [], saleDiscountWon: 0 }, receipts: [], cancels: [] };

export function createRefundPages(counter: Counter, refunds: Refunds, receipts: Pick<Receipts, 'known'>, cancels: Pick<ReceiptCancels, 'known'>, from: RefundSource): RefundPages {
  const contexts = new Map<string, RefundContext>();

  async function contextOf(refund: Refund): Promise<RefundContext> {
    const { journal } = counter;
    const { saleId } = refund.intent;
    const sale = await journal.sale(saleId);
    const cart = sale?.state !== null && sale?.state !== undefined && 'payment' in sale.state ? sale.state.payment.cart : NOTHING.cart;
    const found = await Promise.all([...new Set([saleId, refund.intent.rootSaleId])].map((each) => journal.cashReceiptsOfSale(each)));
    const cancels = await Promise.all(refund.receipts.map(({ intent }) => journal.receiptCancel(intent.cancelId)));
    return { cart, receipts: found.flat(), cancels: cancels.filter((cancel): cancel is ReceiptCancelRecord => cancel !== null) };
  }

  /** Read anew whenever a receipt of it may have moved: the refund itself says how it stands. */
  const keyOf = (refund: Refund) => JSON.stringify([refund.intent.refundId, refund.receipts, refund.reissue]);

  function shown(): RefundView | null {
    const refund = refunds.shown();
    if (refund === null) {
      contexts.clear();
      return null;
    }
    const key = keyOf(refund);
    const context = contexts.get(key);
    if (context !== undefined) return refundView(from, refund, withNewest(refund, context));
    counter.background(
      contextOf(refund).then((read) => {
        contexts.clear();
        contexts.set(key, read);
        counter.changed();
      }),
    );
    return refundView(from, refund, withNewest(refund, [...contexts.values()].at(-1) ?? NOTHING));
  }

  /** What is at the terminal moves while the refund itself does not. */
  function withNewest(refund: Refund, context: RefundContext): RefundContext {
    const newest = refund.receipts.flatMap(({ intent: { cancelId } }) => cancels.known(cancelId) ?? context.cancels.find((cancel) => cancel.intent.cancelId === cancelId) ?? []);
    return { ...context, receipts: context.receipts.map((receipt) => receipts.known(receipt.cashReceiptId) ?? receipt), cancels: newest };
  }

  return {
    read: async (refundId) => {
      const refund = await refunds.find(refundId);
      return refund === null ? refuse('refund.unknown') : ok(refundView(from, refund, await contextOf(refund)));
    },
    show: (refundId) => refunds.show(refundId),
    shown,
    cases: () => refundCasesView(refunds.open()),
  };
}

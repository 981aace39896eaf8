/** Today's sales, and one of them in full: read from the journal's projections, never from memory. */
import type { CallAnswer, CallPayload } from '../../contract/calls.ts';
import type { SaleRow } from '../../contract/views.ts';
import type { CashReceiptRecord, SaleRecord } from '../../db/journal.ts';
import type { SlipDocument } from '../../domain/slip/document.ts';
import { seoulDay } from '../../domain/seoul-time.ts';
import { owedReceipts } from '../cash-receipt/owed.ts';
import type { Receipts } from '../cash-receipt/receipts.ts';
import { settledOf } from '../cash-receipt/settled.ts';
import type { Counter } from '../counter.ts';
import { tiesOf } from '../exchange/ties.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { PaidSale } from '../slips/documents.ts';
import { slipsOfSale } from '../slips/documents.ts';
import { slipPicture } from '../../native/printer/picture.ts';
import { encodeSlip } from '../../native/printer/encode.ts';
import type { TerminalNow } from '../cash-receipt/views.ts';
import { receiptView } from '../cash-receipt/views.ts';
import { receiptsByHand } from '../refund/by-hand.ts';
import { refundBriefView } from '../refund/views.ts';
import { linesView, paymentView } from '../view.ts';
import { findSales, historyFilters } from './find.ts';
import type { DoneState } from './rows.ts';
import { papersOutView, printRow } from './print-rows.ts';
import { rowOf } from './rows.ts';
import { saleTimeline } from './timeline.ts';

export type History = {
  readonly find: (payload: CallPayload<'history.find'>) => Promise<Result<CallAnswer<'history.find'>>>;
  readonly filters: () => Promise<Result<CallAnswer<'history.filters'>>>;
  readonly today: (beforeSaleNumber: number | null, limit: number) => Promise<Result<CallAnswer<'history.today'>>>;
  readonly sale: (saleId: string) => Promise<Result<CallAnswer<'history.sale'>>>;
  readonly timeline: (payload: CallPayload<'history.timeline'>) => Promise<Result<CallAnswer<'history.timeline'>>>;
  readonly paidSale: (saleId: string) => Promise<Result<PaidSale>>;
  readonly picture: (saleId: string) => Promise<Result<{ pngBase64: string }>>;
};

/** `drawn`: a stored slip with what is drawn into it when it is looked at. */
export function createHistory(counter: Counter, receipts: Receipts, terminal: TerminalNow, drawn: (document: SlipDocument) => Promise<SlipDocument>): History {
  const { journal, memory } = counter;

  async function today(beforeSaleNumber: number | null, limit: number): Promise<Result<CallAnswer<'history.today'>>> {
    const day = memory.shift?.businessDay ?? (await journal.counter()).lastBusinessDay ?? seoulDay(counter.now().toISOString());
    // One more than asked for tells whether there is more.
    const found = await journal.salesOfDay(day, beforeSaleNumber === null ? { limit: limit + 1 } : { limit: limit + 1, beforeSaleNumber });
    const page = found.slice(0, limit);
    const rows: SaleRow[] = [];
    const settled = await settledOf(counter, page);
    for (const sale of page) {
      if (sale.state?.stage === 'done') rows.push(rowOf(sale, sale.state, sale.cashReceipts, settled));
    }
    const more = found.length > limit;
    // After the last of today's: those of earlier days that still must get a receipt.
    if (!more) for (const { sale, state, settled: ofSale } of await owedReceipts(counter)) if (sale.businessDay !== day) rows.push(rowOf(sale, state, sale.cashReceipts, ofSale));
    return ok({ businessDay: day, sales: rows, more });
  }

  /** Most sales of a day have no receipt: those are not asked for. */
  async function receiptsOf(sale: SaleRecord): Promise<readonly CashReceiptRecord[]> {
    return sale.cashReceipts.length === 0 ? [] : journal.cashReceiptsOfSale(sale.saleId);
  }

  async function finished(saleId: string): Promise<Result<{ sale: SaleRecord; state: DoneState; receipts: readonly CashReceiptRecord[] }>> {
    const sale = await journal.sale(saleId);
    if (sale === null) return refuse('sale.unknown');
    if (sale.state?.stage !== 'done') return refuse('sale.not-in-this-stage');
    return ok({ sale, state: sale.state, receipts: await receiptsOf(sale) });
  }

  return {
    find: (payload) => findSales(counter, payload),
    filters: () => historyFilters(counter),
    today,
    sale: async (saleId) => {
      const found = await finished(saleId);
      if (!found.ok) return found;
      const { sale, state, receipts: ofSale } = found.value;
      const prints = await journal.printJobsOfSale(saleId);
      const { refunds, exchanges } = await tiesOf(counter, saleId, state.payment);
      const byHand = ofSale.length === 0 ? [] : await receiptsByHand(counter, saleId);
      return ok({
        row: rowOf(sale, state, ofSale, await settledOf(counter, [sale])),
        lines: linesView(state.payment.cart),
        payment: paymentView(state.payment),
        cashReceipts: ofSale.map((receipt) => receiptView(receipt, terminal)),
        prints: prints.map(printRow),
        papersOut: papersOutView(prints),
        refunds: refunds.map(({ refund }) => refundBriefView(refund)),
        exchanges,
        receiptsByHand: byHand,
      });
    },
    timeline: (payload) => saleTimeline(counter, payload),
    paidSale: async (saleId) => {
      const found = await finished(saleId);
      if (!found.ok) return found;
      receipts.remember(found.value.receipts);
      return ok(found.value.state);
    },
    picture: async (saleId) => {
      const found = await finished(saleId);
      if (!found.ok) return found;
      const { state, receipts: ofSale } = found.value;
      const columns = counter.settings.printer.columns;
      const printed = (await journal.printJobsOfSale(saleId)).findLast((job) => job.job.kind === 'slip' && job.reason !== 'handwritten' && job.reason !== 'refund');
      const [whole] = slipsOfSale(counter, state, ofSale, state.slip.copyKind, 1);
      const document = printed?.job.kind === 'slip' ? printed.job.document : whole;
      if (document === undefined) return refuse('printer.not-encodable');
      const encoded = encodeSlip(await drawn(document), { columns });
      if (!encoded.ok) return refuse('printer.not-encodable');
      return ok({ pngBase64: slipPicture(encoded.bytes, columns).toString('base64') });
    },
  };
}

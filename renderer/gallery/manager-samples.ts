/** What main would answer in the manager's rooms: a day of sales with every kind of receipt and print, and a close that does not add up. */
import type { CallAnswer, CallName } from '../../contract/calls.ts';
import { calls } from '../../contract/calls.ts';
import type { CounterView, ImportView, SaleRow, ShiftCloseView } from '../../contract/views.ts';
import { sampleMeter } from './device-samples.ts';
import { findAnswer, SAMPLE_FILTERS } from './history-samples.ts';
import { keptImports } from './import-samples.ts';
import { SOME_CARD_CASES } from './card-samples.ts';
import { SAMPLE_COUNTS } from './count-samples.ts';
import { LEDGER_PEOPLE, ledgerAnswer, WAITING_CANCELS } from './ledger-samples.ts';
import { photosAnswer } from './photo-samples.ts';
import { FAILED_PRINTS, SAMPLE_PRINTS } from './print-samples.ts';
import { offerAnswer, previewAnswer, REFUND_BRIEF } from './refund-samples.ts';
import { paymentFor, rowFor, sampleSales } from './sale-samples.ts';
import { counter, LINES, linesFor, payment, print, PRODUCTS, SALE_HEAD } from './samples.ts';
import { sampleInk, signing } from './signature-samples.ts';
import { timelineAnswer } from './timeline-samples.ts';

export const sampleClose: ShiftCloseView = {
  zNumber: 128,
  closedAt: '2026-11-21T05:08:12.000Z',
  floatWon: 100_000,
  cashSalesWon: 1_284_300,
  cashRefundsWon: 0,
  saleCount: 64,
  expectedWon: 1_384_300,
  countedWon: 1_382_800,
  differenceWon: -1_500,
  openCases: { cashReceiptsUnsent: 2, cashReceiptsUnsentWon: 31_000, printsUnsettled: 1, refundsOpen: 0, refundsOpenWon: 0, ...SOME_CARD_CASES },
};

const counterStatus = counter({}).status;

export const troubledStatus: CounterView['status'] = {
  printer: { state: 'down', failure: 'printer.paper-end', since: '2026-11-21T05:02:00.000Z', address: 'tcp://127.0.0.1:9100' },
  gateway: { state: 'warning', failure: 'cash-receipt.network', since: '2026-11-21T04:56:00.000Z', address: 'https://sandbox.invalid' },
  terminal: counterStatus.terminal,
  display: counterStatus.display,
  pad: counterStatus.pad,
  journal: { ...counterStatus.journal, state: 'warning', failure: 'journal.disk-low' },
  unsent: { count: 2, amountWon: 31_000, oldestAt: '2026-11-21T04:56:00.000Z' },
  cards: SOME_CARD_CASES,
  refunds: { count: 0, won: 0, first: null },
  prints: {
    count: 3,
    backup: true,
    off: false,
    jobs: [
      { ...print, jobId: 'job-9', state: 'failed', failure: 'printer.paper-end', saleId: 'sale-411', saleNumber: 411 },
      { ...print, jobId: 'job-8', state: 'unknown', copyNumber: 2, failure: 'printer.unknown', saleId: 'sale-409', saleNumber: 409 },
      { ...print, jobId: 'job-7', state: 'unknown', failure: 'printer.unknown', saleId: null, saleNumber: null },
    ],
  },
};

/** The answer to a call of these rooms; undefined for every other call. */
export function managerAnswer(call: CallName, req: unknown, list: ImportView | null): unknown {
  switch (call) {
    case 'history.today': {
      const { beforeSaleNumber, limit } = calls['history.today'].req.parse(req);
      const older = sampleSales.filter(({ saleNumber }) => beforeSaleNumber === null || saleNumber < beforeSaleNumber);
      return { businessDay: '2026-11-21', sales: older.slice(0, limit), more: older.length > limit } satisfies CallAnswer<'history.today'>;
    }
    case 'history.find':
      return findAnswer(calls['history.find'].req.parse(req));
    case 'history.timeline':
      return timelineAnswer(calls['history.timeline'].req.parse(req));
    case 'ledger.people':
      return { people: [...LEDGER_PEOPLE] } satisfies CallAnswer<'ledger.people'>;
    case 'ledger.prints':
      return ledgerAnswer(calls['ledger.prints'].req.parse(req));
    case 'ledger.cancels':
      return WAITING_CANCELS;
    case 'ledger.counts':
      return SAMPLE_COUNTS;
    case 'history.filters':
      return SAMPLE_FILTERS;
    case 'refund.offer':
      return offerAnswer(calls['refund.offer'].req.parse(req));
    case 'refund.preview':
      return previewAnswer(calls['refund.preview'].req.parse(req));
    case 'signature.live':
      return sampleInk(signing());
    case 'meter.report':
      return sampleMeter;
    case 'shift.close':
      return sampleClose;
    case 'catalogue.keyPages':
      return [...new Set(PRODUCTS.map(({ category }) => category))];
    case 'catalogue.photos':
      return photosAnswer(calls['catalogue.photos'].req.parse(req).photos);
    case 'import.kept':
      return keptImports(list);
    case 'import.undoPlan':
      return { restored: 1_204, kept: 2, keptNames: ['산골 달걀 15구', '우리밀 식빵'] };
    case 'catalogue.export':
      return { file: 'D:\\gyesandae\\exports\\products-20261121-140803.xlsx', products: PRODUCTS.length };
    default:
      return undefined;
  }
}

const EXCHANGED_AFTER_MS = 120_000;
const isNewest = ({ saleNumber }: SaleRow) => saleNumber === SALE_HEAD.saleNumber - 1;

/** What came back of a sale was taken along in the next one; of the newest it is still being given back. */
function exchangesOf(row: SaleRow): CallAnswer<'history.sale'>['exchanges'] {
  const before = sampleSales.find(({ saleNumber }) => saleNumber === row.saleNumber - 1);
  if (row.refundedWon > 0 && !isNewest(row)) return [{ which: 'taken', saleId: rowFor(row.saleNumber + 1).saleId, saleNumber: row.saleNumber + 1 }];
  return before === undefined || before.refundedWon === 0 || isNewest(before) ? [] : [{ which: 'back', saleId: before.saleId, saleNumber: before.saleNumber }];
}

/** One sale in full. The one under the cashier's eyes is as the window shows it. */
export function saleAnswer(saleId: string, underEyes: CounterView['sale'] | null): CallAnswer<'history.sale'> {
  const own = saleId === SALE_HEAD.saleId;
  const row = own ? { ...rowFor(SALE_HEAD.saleNumber), saleId, paidAt: payment.paidAt } : (sampleSales.find((sale) => sale.saleId === saleId) ?? rowFor(411));
  const shown = own && underEyes !== null && 'payment' in underEyes ? underEyes : null;
  return {
    row,
    lines: [...(shown?.payment.exchange == null ? linesFor(row.saleNumber) : LINES.slice(3))],
    payment: shown?.payment ?? paymentFor(row),
    cashReceipts: [shown === null || !('cashReceipt' in shown) ? row.cashReceipt : shown.cashReceipt].filter((receipt) => receipt !== null),
    prints: own ? FAILED_PRINTS : SAMPLE_PRINTS,
    papersOut: { originals: 1, copies: 2, alarm: true },
    refunds: row.refundedWon === 0 ? [] : [{ ...REFUND_BRIEF, saleId: row.saleId, saleNumber: row.saleNumber, trouble: null, ...(isNewest(row) ? { stage: 'giving-back' } : { kind: 'exchange', stage: 'done', at: new Date(Date.parse(row.paidAt) + EXCHANGED_AFTER_MS).toISOString() }) }],
    exchanges: exchangesOf(row),
    receiptsByHand: row.saleNumber !== 402 || row.cashReceipt === null ? [] : [{ cashReceiptId: row.cashReceipt.cashReceiptId, amountWon: 1_000, whole: false, byName: '김', reason: '126 접수 20261121-0417', at: REFUND_BRIEF.at }],
  };
}

/**
 * A sale as it happened, told from the rows of the journal that are its own, in their order. A row that only moves the program on (a step
 * that another row beside it tells) is left out; a row nobody here knows is told by its kind, never left out in silence.
 */
import type { EvidenceSource } from '../card-payment/approval.ts';
import type { ReceiptPurpose } from '../cash-receipt/identifier.ts';
import type { FailureCode } from '../failure.ts';
import type { JournalEntry, PrintReason } from '../journal-entry.ts';
import type { Actor } from '../people.ts';
import type { Act } from '../people/rights.ts';
import type { RefundKind } from '../refund/refund.ts';
import { isQuiet, tellSale } from './timeline-sale.ts';
import { tellReceipt } from './timeline-receipt.ts';
import { tellRefund } from './timeline-refund.ts';
import { tellPaper, tellPeople } from './timeline-paper.ts';

export const TIMELINE_GROUPS = ['goods', 'money', 'receipt', 'paper', 'people', 'trouble'] as const;
export type TimelineGroup = (typeof TIMELINE_GROUPS)[number];

/** What can be said to have happened, each with the part of the tale it belongs to. */
export const TIMELINE_WHATS = {
  started: 'goods',
  'line-added': 'goods',
  'quantity-set': 'goods',
  'line-weighed': 'goods',
  'line-cancelled': 'goods',
  'line-restored': 'goods',
  'line-discounted': 'goods',
  'line-repriced': 'goods',
  'sale-discounted': 'goods',
  'line-noted': 'goods',
  held: 'goods',
  recalled: 'goods',
  abandoned: 'goods',
  'payment-left': 'goods',
  'exchange-begun': 'money',
  'exchange-settled': 'money',
  exchanged: 'money',
  'cash-paid': 'money',
  'cash-returned': 'money',
  'charge-intended': 'money',
  'cancel-intended': 'money',
  'terminal-asked': 'money',
  'charge-approved': 'money',
  'cancel-approved': 'money',
  declined: 'money',
  stopped: 'money',
  'not-sent': 'money',
  'trade-unknown': 'money',
  'terminal-inquired': 'money',
  'inquiry-nothing': 'money',
  'settled-approved': 'money',
  'settled-not-approved': 'money',
  'trade-restarted': 'money',
  'taken-back': 'money',
  'charge-kept': 'money',
  signed: 'paper',
  'signature-again': 'paper',
  'signature-by-hand': 'paper',
  'handwritten-opened': 'paper',
  'handwritten-collected': 'paper',
  'handwritten-handed-over': 'paper',
  'handwritten-written-off': 'paper',
  'receipt-declined': 'receipt',
  'receipt-postponed': 'receipt',
  'receipt-created': 'receipt',
  'receipt-sent': 'receipt',
  'receipt-issued': 'receipt',
  'receipt-waits': 'receipt',
  'receipt-refused': 'receipt',
  'receipt-unknown': 'receipt',
  'receipt-absent': 'receipt',
  'receipt-confirmed': 'receipt',
  'receipt-rejected': 'receipt',
  'receipt-cancelled': 'receipt',
  'receipt-cancel-created': 'receipt',
  'receipt-cancel-not-needed': 'receipt',
  'slip-wanted': 'paper',
  'slip-not-wanted': 'paper',
  'slip-queued': 'paper',
  'drawer-queued': 'money',
  'print-confirmed': 'paper',
  'print-failed': 'paper',
  'print-unknown': 'paper',
  'print-settled': 'paper',
  'fact-differed': 'paper',
  'refund-begun': 'money',
  'refund-cash-out': 'money',
  'refund-cash-handed': 'money',
  'refund-by-phone': 'money',
  'refund-in-cash': 'money',
  'refund-rest-waived': 'money',
  'refund-aside': 'money',
  'refund-called-off': 'money',
  'receipt-left': 'receipt',
  'approval-granted': 'people',
  'approval-used': 'people',
  'approval-refused': 'people',
  'act-by-right': 'people',
  'stray-opened': 'trouble',
  'stray-settled': 'trouble',
  failure: 'trouble',
  other: 'trouble',
} as const satisfies Record<string, TimelineGroup>;
export type TimelineWhat = keyof typeof TIMELINE_WHATS;

/** Facts of a row; absent where it has none. Amounts are what the row speaks of, never negative. */
export type Told = {
  readonly what: TimelineWhat;
  /** Goods, a card, a masked number. */
  readonly name?: string;
  readonly quantity?: number;
  readonly won?: number;
  /** Cash the customer gave, of what was due. */
  readonly receivedWon?: number;
  readonly months?: number;
  /** An approval number. */
  readonly number?: string;
  /** Free words: a note, the issuer's, a cause. */
  readonly detail?: string;
  /** A ready reason, or somebody's own words. */
  readonly reason?: string;
  readonly purpose?: ReceiptPurpose;
  readonly refund?: RefundKind;
  readonly act?: Act;
  readonly print?: PrintReason;
  readonly settled?: 'came-out' | 'shown' | 'written' | 'not-wanted';
  readonly source?: EvidenceSource;
  readonly failure?: FailureCode;
  readonly by?: 'customer' | 'cashier' | 'rule';
  /** Who stood for it beside the one who did it. */
  readonly approver?: Actor;
};

/** What later rows call by an id or a number, as earlier rows named it. */
export type Names = {
  readonly lines: Map<string, string>;
  readonly trades: Map<string, { readonly act: 'charge' | 'cancel'; readonly won: number }>;
  readonly receipts: Map<string, { readonly masked: string; readonly won: number; readonly purpose: ReceiptPurpose }>;
  readonly cancels: Map<string, string>;
  readonly jobs: Map<string, 'slip' | 'drawer'>;
};

export type TimelineRow = JournalEntry & { readonly seq: number };
export type TimelineEntry = Told & { readonly seq: number; readonly at: string; readonly actor: Actor | null };

export function newNames(): Names {
  return { lines: new Map(), trades: new Map(), receipts: new Map(), cancels: new Map(), jobs: new Map() };
}

/** The tale of these rows; `names` of those before them, and of these from here on. */
export function tellRows(rows: readonly TimelineRow[], names: Names): readonly TimelineEntry[] {
  return rows.flatMap((row) => {
    const told = tell(row, names);
    return told === null ? [] : [{ ...told, seq: row.seq, at: row.at, actor: row.actor }];
  });
}

/** Null: another row beside it tells it. */
function tell(row: TimelineRow, names: Names): Told | null {
  if (isQuiet(row.kind)) return null;
  return tellSale(row, names) ?? tellReceipt(row, names) ?? tellRefund(row, names) ?? tellPaper(row, names) ?? tellPeople(row) ?? { what: 'other', detail: row.kind };
}

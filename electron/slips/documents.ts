/** The slip of a paid sale, from what the journal knows of it: payment, receipt, and which copy this is. */
import type { CashReceiptRecord } from '../../db/journal.ts';
import type { Payment } from '../../domain/checkout/machine.ts';
import type { SlipDocument } from '../../domain/slip/document.ts';
import type { CopyKind } from '../../domain/slip/policy.ts';
import type { SlipCashReceipt } from '../../domain/slip/receipt.ts';
import { markedCopy, saleSlip, slipCashReceipt } from '../../domain/slip/receipt.ts';
import type { Counter } from '../counter.ts';

export type PaidSale = { readonly saleId: string; readonly saleNumber: number; readonly payment: Payment };

/** Copy 1 is the original; later ones carry 재발행 with count, time and who asked. */
export function slipOfSale(counter: Counter, sale: PaidSale, receipts: readonly CashReceiptRecord[], copyKind: CopyKind, copyNumber: number): SlipDocument {
  const { shop, mode } = counter.settings;
  const original = saleSlip({
    shop,
    practice: mode === 'practice',
    copyKind,
    saleNumber: sale.saleNumber,
    payment: sale.payment,
    cashReceipt: receiptOnPaper(receipts),
  });
  if (copyNumber === 1) return original;
  return markedCopy(original, { copyNumber, at: counter.now().toISOString(), by: counter.memory.signedIn?.name ?? '' });
}

/** The newest receipt that paper may speak of; refused ones never get there. */
function receiptOnPaper(receipts: readonly CashReceiptRecord[]): SlipCashReceipt | null {
  for (const receipt of receipts.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))) {
    const shown = slipCashReceipt(receipt.state, { purpose: receipt.purpose, identifierMasked: receipt.identifierMasked });
    if (shown !== null) return shown;
  }
  return null;
}


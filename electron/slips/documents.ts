/** The slips of a paid sale, from what the journal knows of it: payment, receipt, and which copy this is. */
import type { CashReceiptRecord } from '../../db/journal.ts';
import { approvalOf } from '../../domain/card-payment/machine.ts';
import { numberAtTerminal } from '../../domain/cash-receipt/at-terminal.ts';
import type { Payment } from '../../domain/checkout/machine.ts';
import type { Paper } from '../../domain/checkout/papers.ts';
import { papersOf } from '../../domain/checkout/papers.ts';
import { chargesOf, signatureOf } from '../../domain/checkout/payment.ts';
import { needsSignature } from '../../domain/signature/rule.ts';
import type { SlipSignature } from '../../domain/slip/card.ts';
import { cardSlip } from '../../domain/slip/card.ts';
import type { SlipDocument } from '../../domain/slip/document.ts';
import type { CopyKind } from '../../domain/slip/policy.ts';
import type { SlipCashReceipt, SlipHead } from '../../domain/slip/receipt.ts';
import { markedCopy, saleSlip, slipCashReceipt } from '../../domain/slip/receipt.ts';
import type { CardPart } from '../../domain/tender/machine.ts';
import type { Counter } from '../counter.ts';
import { signatureRule } from '../signature/settings.ts';

export type PaidSale = { readonly saleId: string; readonly saleNumber: number; readonly payment: Payment };

/** Every paper of one copy, in the order they come out. Copy 1 is the original; later ones carry 재발행 with count, time and who asked. */
export function slipsOfSale(counter: Counter, sale: PaidSale, receipts: readonly CashReceiptRecord[], copyKind: CopyKind, copyNumber: number): readonly SlipDocument[] {
  return papersOf(sale.payment).map((paper) => {
    const original = paper.kind === 'sale' ? cashPaper(counter, sale, receipts, copyKind) : chargePaper(counter, sale, paper, copyKind);
    if (copyNumber === 1) return original;
    return markedCopy(original, { copyNumber, at: counter.now().toISOString(), by: counter.memory.signedIn?.name ?? '' });
  });
}

function headOf({ settings: { shop, mode } }: Counter, { saleNumber }: PaidSale, copyKind: CopyKind): SlipHead {
  return { shop, practice: mode === 'practice', copyKind, saleNumber };
}

function cashPaper(counter: Counter, sale: PaidSale, receipts: readonly CashReceiptRecord[], copyKind: CopyKind): SlipDocument {
  return saleSlip({ ...headOf(counter, sale, copyKind), payment: sale.payment, cashReceipt: receiptOnPaper(receipts) });
}

function chargePaper(counter: Counter, sale: PaidSale, { partId, withGoods }: Paper & { kind: 'charge' }, copyKind: CopyKind): SlipDocument {
  const { payment } = sale;
  const part = chargesOf(payment).find((each) => each.partId === partId);
  const approval = part === undefined ? null : approvalOf(part.charge.state);
  if (part === undefined || approval === null) throw new Error(`the charge ${partId} of sale ${sale.saleId} is not approved`);
  const { amounts, installmentMonths } = part.charge.intent;
  return cardSlip({
    ...headOf(counter, sale, copyKind),
    askedAt: payment.paidAt,
    trade: { kind: 'charge' },
    amounts,
    installmentMonths,
    approval,
    signature: slipSignature(counter, sale, part),
    cart: withGoods ? payment.cart : null,
    saleTotalWon: withGoods ? null : payment.totals.breakdown.totalWon,
  });
}

/** The customer's copy of a charge that is signed for on another paper has nothing to sign on it. */
function slipSignature({ settings }: Counter, { saleId, payment }: PaidSale, part: CardPart): SlipSignature {
  const taken = payment.tendered === undefined ? null : signatureOf(payment.tendered, part.partId);
  if (taken?.state.name === 'signed') return { kind: 'picture', saleId, signatureId: taken.state.signatureId };
  if (taken !== null) return { kind: 'on-slip' };
  const { totalWon } = part.charge.intent.amounts;
  return needsSignature(signatureRule(settings.signature), totalWon) ? { kind: 'at-terminal' } : { kind: 'not-needed' };
}

/** The newest receipt that paper may speak of; refused ones never get there. */
function receiptOnPaper(receipts: readonly CashReceiptRecord[]): SlipCashReceipt | null {
  for (const receipt of receipts.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))) {
    const shown = slipCashReceipt(receipt.state, { purpose: receipt.purpose, identifierMasked: receipt.identifierMasked || numberAtTerminal(receipt.state) });
    if (shown !== null) return shown;
  }
  return null;
}


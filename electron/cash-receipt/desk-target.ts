/** What the desk works on, and for which sale: the one on the screen, or one of today's that has no receipt. */
import { hasReceipt } from '../../domain/cash-receipt/standing.ts';
import type { IdentifierForm, IdentifierRefusal, IdentifierRules, ReceiptPurpose } from '../../domain/cash-receipt/identifier.ts';
import type { Payment } from '../../domain/checkout/machine.ts';
import { cashOf } from '../../domain/checkout/payment.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { TaxBreakdown } from '../../domain/tax.ts';
import type { Checkout } from '../checkout/checkout.ts';
import type { Counter } from '../counter.ts';
import type { Trades } from '../card-payment/trades.ts';
import type { OneAtATime } from '../one-at-a-time.ts';
import { cashHeldFor, factsOf } from '../refund/facts.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Signatures } from '../signature/signatures.ts';
import type { Receipts } from './receipts.ts';
import { settledOf } from './settled.ts';

/** Which way she wants this one to go: as the shop is set, or through the gateway after the terminal came to nothing. */
export type WantedWay = 'as-set' | 'gateway';
/** `digits` as typed: judged before anything is done with them. */
export type TypedNumber = { readonly purpose: ReceiptPurpose; readonly form: IdentifierForm; readonly digits: string; readonly way: WantedWay; /** The receipt it is to take the place of; null for the first of a sale. */ readonly corrects: string | null };

export type DeskWork = {
  readonly counter: Counter;
  readonly checkout: Pick<Checkout, 'requestReceipt'>;
  readonly receipts: Pick<Receipts, 'drive' | 'remember' | 'created' | 'tellIfFailed'>;
  readonly trades: Pick<Trades, 'capabilities'>;
  readonly pad: Pick<Signatures, 'askNumber' | 'takesNumbers'>;
  /** One act at a time, also for what the pad says. */
  readonly inTurn: OneAtATime;
  readonly rules: IdentifierRules;
};

/** The sale a receipt is for: the one on the screen, or an earlier one, or an earlier one whose receipt is wrong. */
export type Target = { readonly where: 'checkout' | 'later' | 'correction'; readonly saleId: string; readonly saleNumber: number; readonly payment: Payment; /** The cash it is for: what is still held of it. */ readonly amounts: TaxBreakdown };

/** What a wrong receipt stands for, and what the right one will: what is left of it. */
export async function correctionTarget({ counter }: Pick<DeskWork, 'counter'>, saleId: string, cashReceiptId: string): Promise<Result<Target>> {
  const facts = await factsOf(counter, saleId);
  if (!facts.ok) return facts;
  const { sale, state } = facts.value;
  const wrong = sale.receipts.find((receipt) => receipt.cashReceiptId === cashReceiptId);
  if (wrong === undefined) return refuse('refund.nothing-to-correct');
  return ok({ where: 'correction', saleId, saleNumber: sale.saleNumber, payment: state.payment, amounts: wrong.amounts });
}

/** Refused where a receipt stands or may stand already, and where there is nothing to issue one for. */
export async function targetOf({ counter, receipts }: DeskWork, saleId: string): Promise<Result<Target>> {
  const current = counter.memory.sale;
  if (current?.saleId === saleId && current.stage === 'receipt-choice') {
    return ok({ where: 'checkout', saleId, saleNumber: current.saleNumber, payment: current.payment, amounts: cashOf(current.payment) ?? current.payment.totals.breakdown });
  }
  const sale = await counter.journal.sale(saleId);
  if (sale?.state?.stage !== 'done') return refuse(sale === null ? 'sale.unknown' : 'sale.not-in-this-stage');
  const amounts = await cashHeldFor(counter, saleId);
  if (amounts === null) return refuse('cash-receipt.nothing-to-issue');
  const existing = await counter.journal.cashReceiptsOfSale(saleId);
  receipts.remember(existing);
  if (hasReceipt(existing, await settledOf(counter, [{ cashReceipts: existing }]))) return refuse('cash-receipt.already-there');
  return ok({ where: 'later', saleId, saleNumber: sale.saleNumber, payment: sale.state.payment, amounts });
}

export function failureOfIdentifier(refusal: IdentifierRefusal): FailureCode {
  return `identifier.${refusal}`;
}

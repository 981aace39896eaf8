/**
 * Where a cash receipt's number is typed, read back and released: by the cashier or by the customer, for the sale at hand or for
 * one of today's without a receipt. The draft is not in the journal: until it is issued it is only what someone is typing.
 */
import type { IdentifierForm, IdentifierRefusal, ReceiptPurpose } from '../../domain/cash-receipt/identifier.ts';
import { digitsOf, maxDigits, parseIdentifier, SELF_ISSUE_NUMBER, maskIdentifier } from '../../domain/cash-receipt/identifier.ts';
import type { Identifier } from '../../domain/cash-receipt/identifier.ts';
import { deadlineAt } from '../../domain/mandatory.ts';
import type { Payment } from '../../domain/checkout/machine.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { CashReceiptIntent } from '../../domain/journal-entry.ts';
import { seoulCompact } from '../../domain/seoul-time.ts';
import type { Checkout } from '../checkout/checkout.ts';
import type { Counter } from '../counter.ts';
import { append, entry } from '../counter.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { DONE, ok, refuse } from '../result.ts';
import type { Receipts } from './receipts.ts';

type Number = { readonly purpose: ReceiptPurpose; readonly form: IdentifierForm; readonly digits: string };

export type Desk = {
  readonly draft: (saleId: string, number: Number, typedBy: 'cashier' | 'customer') => Promise<Result<null>>;
  readonly customerTypes: (saleId: string, digits: string) => Promise<Result<null>>;
  readonly readBack: (saleId: string) => Promise<Result<null>>;
  readonly customerReadsBack: (saleId: string) => Promise<Result<null>>;
  readonly customerAnswers: (saleId: string, digits: string, yes: boolean) => Promise<Result<null>>;
  readonly drop: (saleId: string) => Promise<Result<null>>;
  readonly issue: (saleId: string, number: Number) => Promise<Result<null>>;
};

/** The sale a receipt is for: the one on the screen, or an earlier one. */
type Target = { readonly where: 'checkout' | 'later'; readonly saleId: string; readonly saleNumber: number; readonly payment: Payment };

export function createDesk(counter: Counter, checkout: Checkout, receipts: Receipts): Desk {
  const { memory } = counter;
  const rules = { acceptResidentNumber: counter.settings.cashReceipt.acceptResidentNumber };
  const exclusive = oneAtATime();

  async function target(saleId: string): Promise<Result<Target>> {
    const current = memory.sale;
    if (current?.saleId === saleId && current.stage === 'receipt-choice') {
      return ok({ where: 'checkout', saleId, saleNumber: current.saleNumber, payment: current.payment });
    }
    const sale = await counter.journal.sale(saleId);
    if (sale?.state?.stage !== 'done') return refuse(sale === null ? 'sale.unknown' : 'sale.not-in-this-stage');
    if (sale.totalWon === 0) return refuse('cash-receipt.nothing-to-issue');
    const existing = await counter.journal.cashReceiptsOfSale(saleId);
    receipts.remember(existing);
    if (existing.some((receipt) => blocksAnother(receipt.state.name))) return refuse('cash-receipt.already-there');
    return ok({ where: 'later', saleId, saleNumber: sale.saleNumber, payment: sale.state.payment });
  }

  async function draft(saleId: string, number: Number, typedBy: 'cashier' | 'customer'): Promise<Result<null>> {
    const found = await target(saleId);
    if (!found.ok) return found;
    const digits = digitsOf(number.digits).slice(0, maxDigits(number.form));
    const judged = parseIdentifier(number.purpose, number.form, digits, rules);
    memory.draft = {
      saleId,
      saleNumber: found.value.saleNumber,
      totalWon: found.value.payment.totals.breakdown.totalWon,
      typedBy,
      purpose: number.purpose,
      form: number.form,
      digits,
      stage: 'typing',
      refusal: judged.ok ? null : failureOfIdentifier(judged.refusal),
    };
    counter.changed();
    return DONE;
  }

  async function customerTypes(saleId: string, digits: string): Promise<Result<null>> {
    const current = memory.draft;
    if (current?.saleId !== saleId || current.typedBy !== 'customer' || current.stage !== 'typing') return refuse('sale.not-in-this-stage');
    return draft(saleId, { purpose: current.purpose, form: current.form, digits }, 'customer');
  }

  async function readBack(saleId: string): Promise<Result<null>> {
    const current = memory.draft;
    if (current?.saleId !== saleId) return refuse('sale.not-in-this-stage');
    if (current.refusal !== null) return refuse(current.refusal);
    memory.draft = { ...current, stage: 'read-back' };
    counter.changed();
    return DONE;
  }

  async function customerAnswers(saleId: string, digits: string, yes: boolean): Promise<Result<null>> {
    const current = memory.draft;
    if (current?.saleId !== saleId || current.stage !== 'read-back') return refuse('sale.not-in-this-stage');
    // She saw these digits, and no others: a draft changed under her finger is not confirmed.
    if (digitsOf(digits) !== current.digits) return refuse('cash-receipt.number-changed');
    if (yes) return issue(saleId, current);
    return draft(saleId, { ...current, digits: current.typedBy === 'customer' ? '' : current.digits }, current.typedBy);
  }

  async function issue(saleId: string, number: Number): Promise<Result<null>> {
    const digits = number.purpose === 'self-issue' ? SELF_ISSUE_NUMBER : digitsOf(number.digits);
    const judged = parseIdentifier(number.purpose, number.form, digits, rules);
    if (!judged.ok) return refuse(failureOfIdentifier(judged.refusal));
    if (number.purpose !== 'self-issue' && !wasReadBack(saleId, number, digits)) return refuse('cash-receipt.number-changed');
    const found = await target(saleId);
    if (!found.ok) return found;
    const intent = intentFor(found.value, number.purpose, judged.identifier);
    const result = found.value.where === 'checkout' ? await checkout.requestReceipt(saleId, intent) : await issueLater(found.value, intent);
    if (result.ok) {
      memory.draft = null;
      counter.changed();
    }
    return result;
  }

  function wasReadBack(saleId: string, number: Number, digits: string): boolean {
    const shown = memory.draft;
    return shown !== null && shown.saleId === saleId && shown.stage === 'read-back' && shown.digits === digits && shown.purpose === number.purpose && shown.form === number.form;
  }

  async function issueLater(sale: Target, intent: CashReceiptIntent): Promise<Result<null>> {
    const durable = await append(counter, [entry(counter, { kind: 'cash-receipt.created', payload: intent }, sale.saleId)]);
    if (!durable.ok) return durable;
    void receipts.drive(intent.cashReceiptId).then(counter.changed);
    return DONE;
  }

  function intentFor(sale: Target, purpose: ReceiptPurpose, identifier: Identifier): CashReceiptIntent {
    const { payment } = sale;
    return {
      cashReceiptId: counter.ids.next('r'),
      // Day and sale number for the eye, random for uniqueness across counters and fresh practice data: 6 + 1 + 6 + 1 + 8 = 22 of 24.
      mgtKey: `${seoulCompact(payment.paidAt).slice(2, 8)}-${String(sale.saleNumber % 1_000_000).padStart(6, '0')}-${counter.ids.randomText(8)}`,
      purpose,
      form: identifier.form,
      identifierSealed: counter.journal.seal(identifier.digits),
      identifierMasked: maskIdentifier(identifier),
      amounts: payment.totals.breakdown,
      paidAt: payment.paidAt,
      deadlineAt: payment.mandatory ? deadlineAt(payment.paidAt) : null,
    };
  }

  const serial = <A extends readonly unknown[]>(act: (...args: A) => Promise<Result<null>>) => (...args: A) => exclusive(() => act(...args));

  return {
    draft: serial(draft),
    customerTypes: serial(customerTypes),
    readBack: serial(readBack),
    customerReadsBack: serial(async (saleId: string) => (memory.draft?.typedBy === 'customer' ? readBack(saleId) : refuse('sale.not-in-this-stage'))),
    customerAnswers: serial(customerAnswers),
    drop: serial(async (saleId: string) => {
      if (memory.draft?.saleId === saleId) memory.draft = null;
      counter.changed();
      return DONE;
    }),
    issue: serial(issue),
  };
}

/** A receipt in one of these states stands, or may stand, at the tax office: another one would be a second issue. */
export function blocksAnother(state: string): boolean {
  return state !== 'failed' && state !== 'rejected' && state !== 'cancelled';
}

function failureOfIdentifier(refusal: IdentifierRefusal): FailureCode {
  return `identifier.${refusal}`;
}

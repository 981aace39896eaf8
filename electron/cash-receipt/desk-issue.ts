/** A number that was read back becomes a receipt: its intent is durable with the sale's step, or by itself for an earlier sale. */
import type { Identifier, ReceiptPurpose } from '../../domain/cash-receipt/identifier.ts';
import { digitsOf, maskIdentifier, parseIdentifier, SELF_ISSUE_NUMBER } from '../../domain/cash-receipt/identifier.ts';
import type { CashReceiptIntent } from '../../domain/journal-entry.ts';
import { deadlineAt } from '../../domain/mandatory.ts';
import { seoulCompact } from '../../domain/seoul-time.ts';
import { cashOf } from '../../domain/checkout/payment.ts';
import type { Counter } from '../counter.ts';
import { append, entry } from '../counter.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import { draft, wasReadBack } from './desk-draft.ts';
import type { DeskWork, Target, TypedNumber } from './desk-target.ts';
import { failureOfIdentifier, targetOf } from './desk-target.ts';

export async function issue(work: DeskWork, saleId: string, number: TypedNumber): Promise<Result<null>> {
  const { counter, checkout, rules } = work;
  const digits = number.purpose === 'self-issue' ? SELF_ISSUE_NUMBER : digitsOf(number.digits);
  const judged = parseIdentifier(number.purpose, number.form, digits, rules);
  if (!judged.ok) return refuse(failureOfIdentifier(judged.refusal));
  if (number.purpose !== 'self-issue' && !wasReadBack(work, saleId, number, digits)) return refuse('cash-receipt.number-changed');
  const found = await targetOf(work, saleId);
  if (!found.ok) return found;
  const intent = intentFor(counter, found.value, number.purpose, judged.identifier);
  const result = found.value.where === 'checkout' ? await checkout.requestReceipt(saleId, intent) : await issueLater(work, saleId, intent);
  if (result.ok) {
    counter.memory.draft = null;
    counter.changed();
  }
  return result;
}

export async function customerAnswers(work: DeskWork, saleId: string, digits: string, yes: boolean): Promise<Result<null>> {
  const current = work.counter.memory.draft;
  if (current?.saleId !== saleId || current.stage !== 'read-back') return refuse('sale.not-in-this-stage');
  // She saw these digits, and no others: a draft changed under her finger is not confirmed.
  if (digitsOf(digits) !== current.digits) return refuse('cash-receipt.number-changed');
  if (yes) return issue(work, saleId, current);
  return draft(work, saleId, { ...current, digits: current.typedBy === 'customer' ? '' : current.digits }, current.typedBy);
}

async function issueLater({ counter, receipts }: DeskWork, saleId: string, intent: CashReceiptIntent): Promise<Result<null>> {
  const durable = await append(counter, [entry(counter, { kind: 'cash-receipt.created', payload: intent }, saleId)]);
  if (!durable.ok) return durable;
  counter.background(
    receipts.drive(intent.cashReceiptId).then(() => {
      receipts.tellIfFailed(intent.cashReceiptId);
      counter.changed();
    }),
  );
  return DONE;
}

function intentFor(counter: Counter, sale: Target, purpose: ReceiptPurpose, identifier: Identifier): CashReceiptIntent {
  const { payment } = sale;
  return {
    cashReceiptId: counter.ids.next('r'),
    // Day and sale number for the eye, random for uniqueness across counters and fresh practice data: 6 + 1 + 6 + 1 + 8 = 22 of 24.
    mgtKey: `${seoulCompact(payment.paidAt).slice(2, 8)}-${String(sale.saleNumber % 1_000_000).padStart(6, '0')}-${counter.ids.randomText(8)}`,
    purpose,
    form: identifier.form,
    identifierSealed: counter.journal.seal(identifier.digits),
    identifierMasked: maskIdentifier(identifier),
    amounts: cashOf(payment) ?? payment.totals.breakdown,
    paidAt: payment.paidAt,
    deadlineAt: payment.mandatory ? deadlineAt(payment.paidAt) : null,
  };
}

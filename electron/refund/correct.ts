/**
 * A cash receipt under a wrong number, or of the wrong kind: what was typed and read back becomes a correction, which cancels the wrong
 * one and issues the right one in its place. On its own day whoever is at the counter corrects it, recorded with her name; later it is
 * approved like a refund.
 */
import type { CallPayload } from '../../contract/calls.ts';
import type { ReceiptWay } from '../../domain/cash-receipt/at-terminal.ts';
import { correctionReason } from '../../domain/cash-receipt/correction.ts';
import type { Identifier } from '../../domain/cash-receipt/identifier.ts';
import { digitsOf, maskIdentifier, parseIdentifier, SELF_ISSUE_NUMBER } from '../../domain/cash-receipt/identifier.ts';
import type { CashReceiptIntent } from '../../domain/journal-entry.ts';
import type { TaxBreakdown } from '../../domain/tax.ts';
import type { CashReceiptRecord } from '../../db/journal.ts';
import { wasReadBack } from '../cash-receipt/desk-draft.ts';
import { wayOf } from '../cash-receipt/desk-issue.ts';
import { failureOfIdentifier } from '../cash-receipt/desk-target.ts';
import { receiptWay } from '../cash-receipt/way.ts';
import { newTradeNumber } from '../card-payment/trades.ts';
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { RefundUseCases } from './handlers.ts';
import { newCancelId } from './ids.ts';

type Asked = CallPayload<'refund.correctReceipt'>;
/** `identifier`: null where the customer keys it at the terminal. */
type Wanted = { readonly purpose: Asked['purpose']; readonly identifier: Identifier | null; readonly way: ReceiptWay };

export async function correctReceipt(use: RefundUseCases, asked: Asked): Promise<Result<{ refundId: string }>> {
  const { counter, refunds, approvals } = use;
  const { saleId, cashReceiptId, approvalId } = asked;
  const wanted = judge(use, asked);
  if (!wanted.ok) return wanted;
  const wrong = await counter.journal.cashReceipt(cashReceiptId);
  if (wrong === null) return refuse('refund.nothing-to-correct');
  if (isTheSame(counter, wrong, wanted.value)) return refuse('cash-receipt.same-as-before');
  const reason = correctionReason(wrong.purpose, asked.purpose);
  const sale = await counter.journal.sale(saleId);
  const sameDay = sale !== null && sale.businessDay === counter.memory.shift?.businessDay;
  const begun = await refunds.correct(
    { saleId, cashReceiptId, reason },
    (amounts, { sale: { saleNumber } }) => intentOf(counter, wrong, amounts, { ...wanted.value, saleNumber }),
    sameDay ? null : (facts, amountWon) => approvals.check({ act: 'refund', saleId: facts.sale.saleId, amountWon, reason }, approvalId),
  );
  if (begun.ok && counter.memory.draft?.saleId === saleId) {
    counter.memory.draft = null;
    counter.changed();
  }
  return begun;
}

/** Nothing but what stood read back on the screens; a number the customer keys at the terminal stands on none. */
function judge({ counter, trades }: RefundUseCases, { saleId, cashReceiptId, purpose, form, digits: typed, way: wantedWay }: Asked): Result<Wanted> {
  if (form === 'at-terminal') {
    const canAsk = purpose !== 'self-issue' && receiptWay(counter.settings, trades.capabilities) === 'terminal';
    return canAsk ? ok({ purpose, identifier: null, way: 'terminal' }) : refuse('cash-receipt.terminal-cannot');
  }
  const digits = purpose === 'self-issue' ? SELF_ISSUE_NUMBER : digitsOf(typed);
  const judged = parseIdentifier(purpose, form, digits, { acceptResidentNumber: counter.settings.cashReceipt.acceptResidentNumber });
  if (!judged.ok) return refuse(failureOfIdentifier(judged.refusal));
  const number = { purpose, form, digits, way: wantedWay, corrects: cashReceiptId };
  if (purpose !== 'self-issue' && !wasReadBack({ counter }, saleId, number, digits)) return refuse('cash-receipt.number-changed');
  const way = wayOf({ counter, trades }, number);
  return way.ok ? ok({ purpose, identifier: judged.identifier, way: way.value }) : way;
}

/** Cancelled and issued again as it was, nothing would be put right. */
function isTheSame({ journal }: Counter, wrong: CashReceiptRecord, { purpose, identifier }: Wanted): boolean {
  return identifier !== null && wrong.purpose === purpose && wrong.form === identifier.form && journal.unseal(wrong.identifierSealed) === identifier.digits;
}

function intentOf(counter: Counter, wrong: CashReceiptRecord, amounts: TaxBreakdown, { purpose, identifier, way, saleNumber }: Wanted & { readonly saleNumber: number }): CashReceiptIntent {
  const key = way === 'terminal' ? { mgtKey: newTradeNumber(counter, saleNumber), way } : { mgtKey: newCancelId(counter, saleNumber).mgtKey };
  return {
    cashReceiptId: counter.ids.next('r'),
    ...key,
    purpose,
    form: identifier?.form ?? 'at-terminal',
    identifierSealed: counter.journal.seal(identifier?.digits ?? ''),
    identifierMasked: identifier === null ? '' : maskIdentifier(identifier),
    amounts,
    paidAt: wrong.paidAt,
    deadlineAt: wrong.deadlineAt,
  };
}

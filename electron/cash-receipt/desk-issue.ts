/** A number that was read back becomes a receipt: its intent is durable with the sale's step, or by itself for an earlier sale. */
import type { ReceiptWay } from '../../domain/cash-receipt/at-terminal.ts';
import type { Identifier, ReceiptPurpose } from '../../domain/cash-receipt/identifier.ts';
import { digitsOf, maskIdentifier, parseIdentifier, SELF_ISSUE_NUMBER } from '../../domain/cash-receipt/identifier.ts';
import { firstState } from '../../domain/cash-receipt/machine.ts';
import type { CashReceiptIntent } from '../../domain/journal-entry.ts';
import { deadlineAt } from '../../domain/mandatory.ts';
import { seoulCompact } from '../../domain/seoul-time.ts';
import { newTradeNumber } from '../card-payment/trades.ts';
import type { Counter } from '../counter.ts';
import { append, entry } from '../counter.ts';
import type { Result } from '../result.ts';
import { DONE, ok, refuse } from '../result.ts';
import { draft, wasReadBack } from './desk-draft.ts';
import type { DeskWork, Target, TypedNumber } from './desk-target.ts';
import { failureOfIdentifier, targetOf } from './desk-target.ts';
import { takesNumber } from './terminal-request.ts';
import { hasGateway, receiptWay } from './way.ts';

export async function issue(work: DeskWork, saleId: string, number: TypedNumber): Promise<Result<null>> {
  const { rules } = work;
  const digits = number.purpose === 'self-issue' ? SELF_ISSUE_NUMBER : digitsOf(number.digits);
  const judged = parseIdentifier(number.purpose, number.form, digits, rules);
  if (!judged.ok) return refuse(failureOfIdentifier(judged.refusal));
  if (number.purpose !== 'self-issue' && !wasReadBack(work, saleId, number, digits)) return refuse('cash-receipt.number-changed');
  const way = wayOf(work, number);
  return way.ok ? issueFor(work, saleId, { purpose: number.purpose, identifier: judged.identifier, way: way.value }) : way;
}

/** The terminal asks the customer for the number: nobody at the counter types it, and nobody learns it. */
export async function issueAtTerminal(work: DeskWork, saleId: string, purpose: Exclude<ReceiptPurpose, 'self-issue'>): Promise<Result<null>> {
  if (receiptWay(work.counter.settings, work.trades.capabilities) !== 'terminal') return refuse('cash-receipt.terminal-cannot');
  return issueFor(work, saleId, { purpose, identifier: null, way: 'terminal' });
}

/** A number that was typed goes to a terminal only where that takes one. */
export function wayOf({ counter, trades }: Pick<DeskWork, 'counter' | 'trades'>, { purpose, way }: Pick<TypedNumber, 'purpose' | 'way'>): Result<ReceiptWay> {
  const { settings } = counter;
  const asSet = receiptWay(settings, trades.capabilities);
  if (way === 'gateway' && asSet === 'terminal') return hasGateway(settings) ? ok('gateway') : refuse('settings.gateway-missing');
  if (asSet === 'terminal' && purpose !== 'self-issue' && !takesNumber(trades.capabilities)) return refuse('cash-receipt.terminal-cannot');
  return ok(asSet);
}

/** `identifier`: null where the customer keys it at the terminal. */
type Wanted = { readonly purpose: ReceiptPurpose; readonly identifier: Identifier | null; readonly way: ReceiptWay };

async function issueFor(work: DeskWork, saleId: string, wanted: Wanted): Promise<Result<null>> {
  const { counter, checkout } = work;
  const found = await targetOf(work, saleId);
  if (!found.ok) return found;
  const intent = intentFor(counter, found.value, wanted);
  const result = found.value.where === 'checkout' ? await checkout.requestReceipt(saleId, intent) : await issueLater(work, found.value, intent);
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
  // A wrong receipt is not put right by the customer alone: whoever is at the counter goes on, with leave where it takes one.
  if (yes && current.corrects !== null) return confirmed(work, current);
  if (yes) return issue(work, saleId, current);
  return draft(work, saleId, { ...current, digits: current.typedBy === 'customer' ? '' : current.digits }, current.typedBy);
}

function confirmed({ counter }: DeskWork, current: NonNullable<Counter['memory']['draft']>): Result<null> {
  counter.memory.draft = { ...current, stage: 'confirmed' };
  counter.changed();
  return DONE;
}

async function issueLater({ counter, receipts }: DeskWork, { saleId, saleNumber }: Target, intent: CashReceiptIntent): Promise<Result<null>> {
  const created = entry(counter, { kind: 'cash-receipt.created', payload: intent }, saleId);
  const durable = await append(counter, [created]);
  if (!durable.ok) return durable;
  receipts.created({ ...intent, saleId, saleNumber, state: firstState(intent), createdAt: created.at, updatedAt: created.at });
  counter.background(
    receipts.drive(intent.cashReceiptId).then(() => {
      receipts.tellIfFailed(intent.cashReceiptId);
      counter.changed();
    }),
  );
  return DONE;
}

function intentFor(counter: Counter, sale: Target, { purpose, identifier, way }: Wanted): CashReceiptIntent {
  const { payment } = sale;
  return {
    cashReceiptId: counter.ids.next('r'),
    ...keyOf(counter, sale, way),
    purpose,
    form: identifier?.form ?? 'at-terminal',
    identifierSealed: counter.journal.seal(identifier?.digits ?? ''),
    identifierMasked: identifier === null ? '' : maskIdentifier(identifier),
    amounts: sale.amounts,
    paidAt: payment.paidAt,
    deadlineAt: payment.mandatory ? deadlineAt(payment.paidAt) : null,
  };
}

/** Fixed here for ever: the terminal is asked under this number once, the gateway under this key until it has answered. */
function keyOf(counter: Counter, { saleNumber, payment }: Target, way: ReceiptWay): Pick<CashReceiptIntent, 'mgtKey' | 'way'> {
  if (way === 'terminal') return { mgtKey: newTradeNumber(counter, saleNumber), way };
  // Day and sale number for the eye, random for uniqueness across counters and fresh practice data: 6 + 1 + 6 + 1 + 8 = 22 of 24.
  return { mgtKey: `${seoulCompact(payment.paidAt).slice(2, 8)}-${String(saleNumber % 1_000_000).padStart(6, '0')}-${counter.ids.randomText(8)}` };
}

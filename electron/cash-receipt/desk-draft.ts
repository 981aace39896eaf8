/** A number while it is typed and read back. The draft is not in the journal: until it is issued it is only what someone is typing. */
import { digitsOf, maxDigits, parseIdentifier } from '../../domain/cash-receipt/identifier.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { DeskWork, TypedNumber } from './desk-target.ts';
import { correctionTarget, failureOfIdentifier, targetOf } from './desk-target.ts';

export async function draft(work: DeskWork, saleId: string, number: TypedNumber, typedBy: 'cashier' | 'customer'): Promise<Result<null>> {
  const { counter, rules } = work;
  const found = await (number.corrects === null ? targetOf(work, saleId) : correctionTarget(work, saleId, number.corrects));
  if (!found.ok) return found;
  const digits = digitsOf(number.digits).slice(0, maxDigits(number.form));
  const judged = parseIdentifier(number.purpose, number.form, digits, rules);
  const before = counter.memory.draft;
  const goesOn = before !== null && before.saleId === saleId && before.typedBy === typedBy && before.corrects === number.corrects;
  counter.memory.draft = {
    saleId,
    saleNumber: found.value.saleNumber,
    totalWon: found.value.amounts.totalWon,
    typedBy,
    since: goesOn ? before.since : counter.now().toISOString(),
    purpose: number.purpose,
    form: number.form,
    digits,
    way: number.way,
    corrects: number.corrects,
    stage: 'typing',
    pad: null,
    refusal: judged.ok ? null : failureOfIdentifier(judged.refusal),
  };
  counter.changed();
  return DONE;
}

/** Only what was handed over to her, and only its digits: purpose and form are the cashier's choice. */
export async function customerTypes(work: DeskWork, saleId: string, digits: string): Promise<Result<null>> {
  const current = work.counter.memory.draft;
  if (current?.saleId !== saleId || current.typedBy !== 'customer' || current.stage !== 'typing' || current.pad !== null) return refuse('sale.not-in-this-stage');
  return draft(work, saleId, { purpose: current.purpose, form: current.form, digits, way: current.way, corrects: current.corrects }, 'customer');
}

export async function readBack({ counter }: DeskWork, saleId: string): Promise<Result<null>> {
  const current = counter.memory.draft;
  if (current?.saleId !== saleId) return refuse('sale.not-in-this-stage');
  if (current.refusal !== null) return refuse(current.refusal);
  counter.memory.draft = { ...current, stage: 'read-back' };
  counter.changed();
  return DONE;
}

export async function customerReadsBack(work: DeskWork, saleId: string): Promise<Result<null>> {
  return work.counter.memory.draft?.typedBy === 'customer' ? readBack(work, saleId) : refuse('sale.not-in-this-stage');
}

export async function drop({ counter }: DeskWork, saleId: string): Promise<Result<null>> {
  if (counter.memory.draft?.saleId === saleId) counter.memory.draft = null;
  counter.changed();
  return DONE;
}

/** Exactly this number, for exactly this purpose, stands read back on the screens. */
export function wasReadBack({ counter }: Pick<DeskWork, 'counter'>, saleId: string, number: TypedNumber, digits: string): boolean {
  const shown = counter.memory.draft;
  return shown !== null && shown.saleId === saleId && shown.stage !== 'typing' && shown.digits === digits && shown.purpose === number.purpose && shown.form === number.form && shown.way === number.way && shown.corrects === number.corrects;
}

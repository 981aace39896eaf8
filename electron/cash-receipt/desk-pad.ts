/** A number the customer keys on the signature pad: asked there, judged as if it were typed here, and read back on the screens. */
import type { ReceiptDraft } from '../../contract/receipts.ts';
import type { IdentifierForm } from '../../domain/cash-receipt/identifier.ts';
import { maxDigits } from '../../domain/cash-receipt/identifier.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { groupWon } from '../../domain/won.ts';
import type { NumberOutcome, NumberRequest } from '../../native/signature-pad/port.ts';
import type { Result } from '../result.ts';
import { draft, readBack } from './desk-draft.ts';
import type { DeskWork, TypedNumber } from './desk-target.ts';

/** The keypad goes to where the shop has it: the customer display, or the pad. */
export async function handOver(work: DeskWork, saleId: string, number: TypedNumber): Promise<Result<null>> {
  const { counter, pad } = work;
  const handed = await draft(work, saleId, { ...number, digits: '' }, 'customer');
  const { memory } = counter;
  if (!handed.ok || memory.draft === null || !pad.takesNumbers()) return handed;
  const askId = counter.ids.next('ask');
  memory.draft = { ...memory.draft, pad: { state: 'asking', askId } };
  counter.changed();
  counter.background(askOnPad(work, memory.draft, askId));
  return handed;
}

async function askOnPad(work: DeskWork, asked: ReceiptDraft, askId: string): Promise<void> {
  const isWanted = () => {
    const pad = work.counter.memory.draft?.pad ?? null;
    return pad?.state === 'asking' && pad.askId === askId;
  };
  const outcome = await work.pad.askNumber(numberRequest(asked), isWanted);
  // Null: the counter is closing.
  if (outcome !== null) await work.inTurn(async () => (isWanted() ? heard(work, asked, outcome) : undefined));
}

/** What came is what she keyed, and goes the way of a number that was typed: judged, then read back. */
async function heard(work: DeskWork, { saleId, purpose, form, way, corrects }: ReceiptDraft, outcome: NumberOutcome): Promise<void> {
  if (outcome.state !== 'entered') return ended(work, failureOf(outcome));
  const taken = await draft(work, saleId, { purpose, form, digits: outcome.digits, way, corrects }, 'customer');
  const refusal = work.counter.memory.draft?.refusal ?? null;
  if (!taken.ok) return;
  if (refusal === null) await readBack(work, saleId);
  else ended(work, refusal);
}

function ended({ counter }: DeskWork, why: FailureCode): void {
  const { memory } = counter;
  if (memory.draft !== null) memory.draft = { ...memory.draft, pad: { state: 'ended', why } };
  counter.changed();
}

const ABSENT = {
  none: 'number-pad.unreachable',
  unreachable: 'number-pad.unreachable',
  silent: 'number-pad.silent',
  refused: 'number-pad.refused',
  busy: 'number-pad.busy',
  closed: 'number-pad.busy',
} as const satisfies Record<(NumberOutcome & { state: 'absent' })['cause'], FailureCode>;

export function failureOf(outcome: Exclude<NumberOutcome, { state: 'entered' }>): FailureCode {
  switch (outcome.state) {
    case 'cancelled':
      // By the counter: somebody had to sign.
      return outcome.by === 'customer' ? 'number-pad.cancelled' : 'number-pad.busy';
    case 'time-over':
      return 'number-pad.timed-out';
    case 'absent':
      return ABSENT[outcome.cause];
    case 'failed':
      return 'number-pad.broken';
    case 'invalid':
      return 'number-pad.refused';
    default:
      return unreachable(outcome);
  }
}

/** Eight syllables a line. */
const ASK: Readonly<Record<IdentifierForm, string>> = { phone: '휴대폰 번호', card: '현금영수증 카드', 'business-number': '사업자번호', 'resident-number': '주민등록번호', 'self-issue': '자진발급' };

/** The upper two stand until a key is pressed, the lower two after the number was sent. A resident number is nobody else's to read. */
export function numberRequest({ form, totalWon }: Pick<ReceiptDraft, 'form' | 'totalWon'>): NumberRequest {
  const won = `${groupWon(totalWon)}원`;
  return { lines: [won.length <= 14 ? won : '현금영수증', ASK[form], '현금영수증', '감사합니다'], maxLength: maxDigits(form), showDigits: form !== 'resident-number' };
}

/** Somebody at the counter who gives back: asks, has it approved by the manager with her PIN, and follows what the screen asks. */
import type { CallRequest } from '../../contract/calls.ts';
import type { RefundView } from '../../contract/refund.ts';
import type { CounterView } from '../../contract/views.ts';
import type { Answer, Cashier } from './cashier.ts';

export const MANAGER = { userId: 'practice-manager', pin: '5678' } as const;
export const REASON = 'changed-mind';

type Begin = CallRequest<'refund.begin'>;
export type Asked = Pick<Begin, 'saleId' | 'lines'> & Partial<Pick<Begin, 'shares' | 'reason' | 'receiptReason'>>;

/** The approval a manager gives for exactly this. */
export async function approve(cashier: Cashier, content: { readonly act: 'void' | 'refund' | 'settle-card'; readonly saleId: string; readonly amountWon: number; readonly reason: string | null }): Promise<string> {
  return (await cashier.must('people.approve', { ...content, ...MANAGER })).approvalId;
}

/** Previewed, approved for what the preview says, begun. */
export async function beginRefund(cashier: Cashier, asked: Asked): Promise<string> {
  const answer = await tryRefund(cashier, asked);
  if (!answer.ok) throw new Error(`refund.begin was refused: ${answer.code} ${answer.detail}`);
  return answer.res.refundId;
}

export async function tryRefund(cashier: Cashier, { saleId, lines, shares = null, reason = REASON, receiptReason = 'transaction-cancelled' }: Asked): Promise<Answer<'refund.begin'>> {
  const preview = await cashier.ask('refund.preview', { saleId, lines, shares });
  if (!preview.ok) return preview;
  const { kind, amountWon } = preview.res;
  const approvalId = await approve(cashier, { act: kind === 'void' ? 'void' : 'refund', saleId, amountWon, reason });
  return cashier.ask('refund.begin', { saleId, lines, shares, expectedWon: amountWon, reason, receiptReason, approvalId });
}

export const RIGHT_NUMBER = { purpose: 'income-deduction', form: 'phone', digits: '010-9876-5432' } as const;
type ReceiptNumber = Pick<CallRequest<'refund.correctReceipt'>, 'purpose' | 'digits'> & { readonly form: CallRequest<'receipt.draft'>['form'] };

/** The one receipt of this sale under another number: typed, read back, asked for. */
export async function tryCorrection(cashier: Cashier, saleId: string, number: ReceiptNumber, approvalId: string | null = null): Promise<Answer<'refund.correctReceipt'>> {
  const [receipt] = (await cashier.must('refund.offer', { saleId })).receipts;
  const cashReceiptId = receipt?.cashReceiptId ?? '';
  await cashier.must('receipt.draft', { saleId, ...number, corrects: cashReceiptId });
  await cashier.must('receipt.readBack', { saleId });
  return cashier.ask('refund.correctReceipt', { saleId, cashReceiptId, ...number, approvalId });
}

export async function correctReceipt(cashier: Cashier, saleId: string): Promise<void> {
  const begun = await tryCorrection(cashier, saleId, RIGHT_NUMBER);
  if (!begun.ok) throw new Error(`the correction was refused: ${begun.code} ${begun.detail}`);
}

export async function untilRefund(cashier: Cashier, what: string, seen: (refund: RefundView, view: CounterView) => boolean): Promise<RefundView> {
  const view = await cashier.until(what, (each) => each.refund !== null && seen(each.refund, each));
  if (view.refund === null) throw new Error(what);
  return view.refund;
}

export const isOver = (refund: RefundView) => refund.stage === 'done' || refund.stage === 'called-off';

/** Cash is handed over whenever the screen asks whether it was; everything else must go by itself. */
export async function seeThrough(cashier: Cashier): Promise<RefundView> {
  for (;;) {
    const refund = await untilRefund(cashier, 'the next question, or the end', (each) => isOver(each) || each.ask !== null);
    if (refund.ask === null) return refund;
    if (refund.ask.ask !== 'handed') throw new Error(`nobody expected to be asked ${JSON.stringify(refund.ask)}: ${refund.trouble}`);
    await cashier.must('refund.handed', { refundId: refund.refundId, returnId: refund.ask.id });
  }
}

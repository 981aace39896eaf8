/** A picture of about the right shape, of the sale that is shown; the real one comes from the bytes that go to the printer. */
import type { CashReceiptView, LineView, PaymentView } from '../../contract/views.ts';
import { groupWon } from '../../domain/won.ts';

export type SlipSample = { readonly lines: readonly LineView[]; readonly payment: PaymentView; readonly cashReceipt: CashReceiptView | null };

type Row = { readonly left: string; readonly middle?: string; readonly right?: string };

const WIDTH = 480;
const EDGE = 20;
const ROW_HEIGHT = 38;
/** Where a quantity ends. */
const MIDDLE = 350;
const BLANK: Row = { left: '' };

export function drawSlip(sample: SlipSample): string {
  const rows = rowsOf(sample);
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = 60 + rows.length * ROW_HEIGHT;
  const context = canvas.getContext('2d');
  if (context === null) return '';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#111';
  context.font = '24px monospace';
  const put = (text: string, align: CanvasTextAlign, x: number, y: number) => {
    context.textAlign = align;
    context.fillText(text, x, y);
  };
  rows.forEach(({ left, middle = '', right = '' }, index) => {
    const y = 52 + index * ROW_HEIGHT;
    put(left, 'left', EDGE, y);
    put(middle, 'right', MIDDLE, y);
    put(right, 'right', WIDTH - EDGE, y);
  });
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

function rowsOf({ lines, payment, cashReceipt }: SlipSample): readonly Row[] {
  const { breakdown, exchange } = payment;
  return [
    { left: '들꽃마트' },
    { left: '124-81-00998' },
    BLANK,
    ...lines.map(({ name, quantity, amountWon }) => ({ left: name, middle: String(quantity), right: groupWon(amountWon) })),
    BLANK,
    { left: '부가세', right: groupWon(breakdown.vatWon) },
    { left: '합계', right: groupWon(breakdown.totalWon) },
    ...(exchange === null ? [] : [{ left: '교환으로 낸 금액', right: groupWon(-exchange.amountWon) }]),
    ...payment.cards.map(({ issuer, amountWon }) => ({ left: `카드 ${issuer}`, right: groupWon(amountWon) })),
    ...(payment.receivedWon === 0 ? [] : [{ left: '받은 돈', right: groupWon(payment.receivedWon) }, { left: '거스름돈', right: groupWon(payment.changeWon) }]),
    ...(cashReceipt === null ? [] : receiptRows(cashReceipt)),
  ];
}

function receiptRows({ identifierMasked, approvalNumber }: CashReceiptView): readonly Row[] {
  return [
    BLANK,
    { left: '현금영수증(소득공제용)' },
    { left: '확인번호', right: identifierMasked },
    approvalNumber === null ? { left: '발급 예정' } : { left: '승인번호', right: approvalNumber },
    { left: '현금영수증 문의 126-1-1' },
  ];
}

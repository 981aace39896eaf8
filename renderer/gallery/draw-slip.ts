/** A picture of about the right shape; the real one comes from the bytes that go to the printer. */
const ROWS = ['들꽃마트', '124-81-00998', '', '우리밀 식빵            4,200', '들꽃 우유 900mL  2     5,900', '산골 달걀 15구         6,400', '햇살 아메리카노 2     36,000', '', '합계                  52,500', '받은 돈               60,000', '거스름돈               7,500', '', '현금영수증 (소득공제)', '010-****-5678', '승인 TB0000178', '', '현금영수증 문의 126-1-1'] as const;

export function drawSlip(): string {
  const canvas = document.createElement('canvas');
  canvas.width = 384;
  canvas.height = 60 + ROWS.length * 34;
  const context = canvas.getContext('2d');
  if (context === null) return '';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#111';
  context.font = '22px monospace';
  ROWS.forEach((row, index) => context.fillText(row, 16, 48 + index * 34));
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

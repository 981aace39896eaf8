/** A picture of about the right shape; the real one comes from the bytes that go to the printer. */
const ROWS: readonly (readonly [left: string, right?: string])[] = [['들꽃마트'], ['124-81-00998'], [''], ['우리밀 식빵', '4,200'], ['들꽃 우유 900mL  2', '5,900'], ['산골 달걀 15구', '6,400'], ['햇살 아메리카노 2', '36,000'], [''], ['합계', '52,500'], ['받은 돈', '60,000'], ['거스름돈', '7,500'], [''], ['현금영수증 (소득공제)'], ['010-****-5678'], ['승인 TB0000178'], [''], ['현금영수증 문의 126-1-1']];
const MARGIN = 16;

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
  ROWS.forEach(([left, right = ''], index) => {
    const y = 48 + index * 34;
    context.textAlign = 'left';
    context.fillText(left, MARGIN, y);
    context.textAlign = 'right';
    context.fillText(right, canvas.width - MARGIN, y);
  });
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

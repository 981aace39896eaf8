/** Complete documents of each kind, for the test print, the slip command and tests. Every number is a public test number. */
import type { SlipBlock, SlipDocument, SlipKind } from '../../domain/slip/document.ts';

const SHOP: readonly SlipBlock[] = [
  { kind: 'text', text: '들꽃마트', align: 'center', size: 'large', bold: true },
  { kind: 'text', text: '서울특별시 종로구 들꽃길 12', align: 'center' },
  { kind: 'text', text: '사업자 124-81-00998  대표 김', align: 'center' },
  { kind: 'text', text: '전화 02-000-0000', align: 'center' },
];

const GOODS: readonly SlipBlock[] = [
  { kind: 'item-heading', name: '상품명', unitPrice: '단가', quantity: '수량', amount: '금액' },
  { kind: 'rule', style: 'single' },
  { kind: 'item', name: '서울우유 1L', unitPriceWon: 2_980, quantity: 2, amountWon: 5_960 },
  { kind: 'item', name: '유기농 방울토마토 500g (국내산)', unitPriceWon: 6_900, quantity: 1, amountWon: 6_900 },
  { kind: 'item', name: '햇반 210g×12입', unitPriceWon: 14_900, quantity: 1, amountWon: 14_900 },
  { kind: 'item', name: '*쌀 10kg (면세)', unitPriceWon: 32_000, quantity: 1, amountWon: 32_000 },
  { kind: 'pair', label: '  할인 (우유 2+1 행사)', value: '-1,000' },
  { kind: 'item', name: '종량제봉투 20L', unitPriceWon: 490, quantity: 2, amountWon: 980 },
];

const TOTALS: readonly SlipBlock[] = [
  { kind: 'pair', label: '면세물품가액', value: '32,000' },
  { kind: 'pair', label: '과세물품가액', value: '25,218' },
  { kind: 'pair', label: '부가세', value: '2,522' },
  { kind: 'rule', style: 'double' },
  { kind: 'pair', label: '합계', value: '59,740원', size: 'large', bold: true },
  { kind: 'rule', style: 'double' },
  { kind: 'pair', label: '받은 금액(현금)', value: '60,000' },
  { kind: 'pair', label: '거스름돈', value: '260', bold: true },
];

const SALE: SlipDocument = {
  kind: 'sale',
  practice: true,
  blocks: [
    ...SHOP,
    { kind: 'rule', style: 'double' },
    { kind: 'pair', label: '판매일시 2026-03-14 15:09:26', value: '계산대 01' },
    { kind: 'pair', label: '영수증 01-20260314-0042', value: '계산원 김' },
    { kind: 'rule', style: 'single' },
    ...GOODS,
    { kind: 'rule', style: 'single' },
    ...TOTALS,
    { kind: 'blank', lines: 1 },
    { kind: 'text', text: '* 표시는 면세 상품입니다', align: 'left' },
    { kind: 'text', text: '교환·환불은 7일 이내 영수증을 가지고 오시면 됩니다. 신선식품은 당일에 한합니다.' },
    { kind: 'blank', lines: 1 },
    { kind: 'text', text: '감사합니다. 또 오세요!', align: 'center', size: 'tall' },
  ],
};

const CASH_RECEIPT: SlipDocument = {
  kind: 'cash-receipt',
  practice: true,
  blocks: [
    { kind: 'text', text: '현금영수증', align: 'center', size: 'large', bold: true },
    { kind: 'text', text: '(소득공제)', align: 'center', size: 'tall' },
    { kind: 'blank', lines: 1 },
    { kind: 'pair', label: '승인번호', value: 'TB0000178', size: 'tall', bold: true },
    { kind: 'pair', label: '거래일시', value: '2026-03-14 15:09:31' },
    { kind: 'pair', label: '거래구분', value: '승인거래' },
    { kind: 'pair', label: '발급용도', value: '소득공제' },
    { kind: 'pair', label: '식별번호', value: '010-****-5678' },
    { kind: 'rule', style: 'single' },
    { kind: 'pair', label: '가맹점', value: '들꽃마트' },
    { kind: 'pair', label: '사업자번호', value: '124-81-00998' },
    { kind: 'pair', label: '대표자', value: '김' },
    { kind: 'pair', label: '주소', value: '서울특별시 종로구 들꽃길 12' },
    { kind: 'pair', label: '전화', value: '02-000-0000' },
    { kind: 'rule', style: 'single' },
    { kind: 'pair', label: '공급가액', value: '25,218' },
    { kind: 'pair', label: '부가세', value: '2,522' },
    { kind: 'pair', label: '봉사료', value: '0' },
    { kind: 'pair', label: '면세금액', value: '32,000' },
    { kind: 'rule', style: 'double' },
    { kind: 'pair', label: '합계', value: '59,740원', size: 'large', bold: true },
    { kind: 'rule', style: 'double' },
    { kind: 'pair', label: '영수증 01-20260314-0042', value: '계산대 01' },
    { kind: 'blank', lines: 1 },
    { kind: 'text', text: '현금영수증 문의 126-1-1', align: 'center' },
    { kind: 'text', text: 'https://www.hometax.go.kr', align: 'center' },
    { kind: 'text', text: '국세청에 정상적으로 등록되었는지는 다음 날부터 홈택스에서 확인하실 수 있습니다.' },
  ],
};

/** A square of 64 dots with its border, its diagonals and a half-tone: shows burnt-out dots and a stretched feed. */
function testPicture(): SlipBlock {
  const size = 64;
  const bytes = new Uint8Array((size / 8) * size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const border = x < 2 || y < 2 || x >= size - 2 || y >= size - 2;
      const diagonal = Math.abs(x - y) < 2 || Math.abs(x + y - size + 1) < 2;
      const grey = x > 20 && x < 44 && y > 20 && y < 44 && (x + y) % 2 === 0;
      if (border || diagonal || grey) bytes[y * (size / 8) + (x >> 3)] = (bytes[y * (size / 8) + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { kind: 'raster', widthDots: size, heightDots: size, bitsBase64: Buffer.from(bytes).toString('base64'), align: 'center' };
}

function testPrint(columns: 42 | 48): SlipDocument {
  const tens = Array.from({ length: columns }, (_, index) => ((index + 1) % 10 === 0 ? String((index + 1) / 10) : ' ')).join('');
  const ones = Array.from({ length: columns }, (_, index) => String((index + 1) % 10)).join('');
  const inner = columns / 2 - 2;
  return {
    kind: 'test',
    practice: false,
    blocks: [
      { kind: 'text', text: '시험 인쇄', align: 'center', size: 'large', bold: true },
      { kind: 'text', text: `${columns}칸 · CP949 · ESC/POS`, align: 'center' },
      { kind: 'rule', style: 'double' },
      { kind: 'text', text: '1. 양쪽 끝: 끝 글자까지 한 줄에 보일 것' },
      { kind: 'text', text: tens },
      { kind: 'text', text: ones },
      { kind: 'pair', label: '|<-', value: '->|' },
      { kind: 'text', text: `가${'·'.repeat(inner)}힣` },
      { kind: 'blank', lines: 1 },
      { kind: 'text', text: '2. 글자: 빠지거나 깨진 것이 없을 것' },
      { kind: 'text', text: '가나다라마바사아자차카타파하' },
      { kind: 'text', text: '각갂갃간갅갆갇갈갉갊갋갌갍갎갏감' },
      { kind: 'text', text: '꿇뚫뛿쀍썪쨃횎흸힎힣 (확장 완성형)' },
      { kind: 'text', text: '똠방각하 펲시콜라 햏 뷁 믜 쓩' },
      { kind: 'text', text: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' },
      { kind: 'text', text: 'abcdefghijklmnopqrstuvwxyz' },
      { kind: 'text', text: '0123456789 !"#$%&\'()*+,-./:;<=>@[]^_`{|}~' },
      { kind: 'text', text: '₩1,234,567 ※★●■→ ①②③ ㈜ ㎏ ℃ ×÷' },
      { kind: 'text', text: '大韓民國 日本 中文 かな ギリシャ Ωω Яя' },
      { kind: 'blank', lines: 1 },
      { kind: 'text', text: '3. 선: 칸이 어긋나지 않을 것' },
      { kind: 'text', text: `┌${'─'.repeat(inner / 2)}┬${'─'.repeat(inner - inner / 2 - 1)}┐` },
      { kind: 'text', text: `│${'한'.repeat(inner / 2)}│${'AB'.repeat(inner - inner / 2 - 1)}│` },
      { kind: 'text', text: `├${'─'.repeat(inner / 2)}┼${'─'.repeat(inner - inner / 2 - 1)}┤` },
      { kind: 'text', text: `│${'12'.repeat(inner / 2)}│${'글'.repeat(inner - inner / 2 - 1)}│` },
      { kind: 'text', text: `└${'─'.repeat(inner / 2)}┴${'─'.repeat(inner - inner / 2 - 1)}┘` },
      { kind: 'text', text: `┏${'━'.repeat(inner)}┓` },
      { kind: 'text', text: `┗${'━'.repeat(inner)}┛` },
      { kind: 'blank', lines: 1 },
      { kind: 'text', text: '4. 크기와 굵기' },
      { kind: 'text', text: '보통 크기 Normal 123' },
      { kind: 'text', text: '굵은 글씨 Bold 123', bold: true },
      { kind: 'text', text: '세로 두 배 Tall 123', size: 'tall' },
      { kind: 'text', text: '가로 두 배 Wide 123', size: 'wide' },
      { kind: 'text', text: '네 배 Large 123', size: 'large' },
      { kind: 'pair', label: '합계', value: '1,234,567원', size: 'large', bold: true },
      { kind: 'text', text: '왼쪽', align: 'left' },
      { kind: 'text', text: '가운데', align: 'center' },
      { kind: 'text', text: '오른쪽', align: 'right' },
      { kind: 'blank', lines: 1 },
      { kind: 'text', text: '5. 그림: 정사각형일 것' },
      testPicture(),
      { kind: 'blank', lines: 1 },
      { kind: 'rule', style: 'double' },
      { kind: 'text', text: '여기까지 나오고 잘렸으면 정상입니다', align: 'center' },
    ],
  };
}

export function sampleSlip(kind: Exclude<SlipKind, 'refund'>, columns: 42 | 48): SlipDocument {
  if (kind === 'sale') return SALE;
  return kind === 'cash-receipt' ? CASH_RECEIPT : testPrint(columns);
}

/**
 * What stands on the paper of a cash sale and of a cash receipt (rules of the counter, §3 and §6).
 *
 * Every amount comes from the payment or from the receipt's own intent, as they stand in the journal: nothing here looks at a
 * catalogue or a rate, so a copy made years later says what the first one said. Slips are Korean: it is the tax office's paper.
 */
import { approvalOf } from '../card-payment/machine.ts';
import type { Cart } from '../cart.ts';
import type { ReceiptPurpose } from '../cash-receipt/identifier.ts';
import { groupIdentifier } from '../cash-receipt/identifier.ts';
import type { CashReceiptState } from '../cash-receipt/machine.ts';
import { lineGrossWon } from '../cart.ts';
import type { Payment } from '../checkout/machine.ts';
import { chargesOf } from '../checkout/payment.ts';
import { seoulDateTime } from '../seoul-time.ts';
import type { Shop } from '../shop.ts';
import type { TaxBreakdown } from '../tax.ts';
import type { CardPart } from '../tender/machine.ts';
import { unreachable } from '../unreachable.ts';
import { PRICED_GRAMS, weightWon } from '../weight.ts';
import { groupWon } from '../won.ts';
import type { SlipBlock, SlipDocument } from './document.ts';
import type { CopyKind } from './policy.ts';

/** Whose receipt it is, as paper may show it. */
export type SlipCashReceiptAbout = { readonly purpose: ReceiptPurpose; readonly identifierMasked: string };

/** `pending`: nothing is at the gateway yet. `in-doubt`: it may be there already; it is being asked. `at-terminal`: a person finds out there. None of them has an approval number. */
export type SlipCashReceipt =
  | (SlipCashReceiptAbout & { readonly standing: 'issued'; readonly approvalNumber: string; readonly tradeDt: string })
  | (SlipCashReceiptAbout & { readonly standing: 'pending' | 'in-doubt' | 'at-terminal' });

export type SlipHead = {
  readonly shop: Shop;
  readonly practice: boolean;
  readonly copyKind: CopyKind;
  readonly saleNumber: number;
};

export type SaleSlipInput = SlipHead & {
  readonly payment: Payment;
  /** null: none was asked for, or the one there was came to nothing. */
  readonly cashReceipt: SlipCashReceipt | null;
};

export type CashReceiptSlipInput = SlipHead & {
  /** When the money was taken, ISO 8601 UTC. */
  readonly paidAt: string;
  /** The amounts of the receipt's intent. */
  readonly amounts: TaxBreakdown;
  readonly cashReceipt: SlipCashReceipt;
};

const PURPOSES: Readonly<Record<ReceiptPurpose, string>> = {
  'income-deduction': '소득공제용',
  'expense-proof': '지출증빙용',
  'self-issue': '자진발급',
};
const receiptHeading = (purpose: ReceiptPurpose): string => `현금영수증(${PURPOSES[purpose]})`;
const RECEIPT_HEADINGS: ReadonlySet<string> = new Set(Object.values(PURPOSES).map((words) => `현금영수증(${words})`));
const COPY_KINDS: Readonly<Record<CopyKind, string>> = { customer: '고객용', merchant: '가맹점용' };
const COPY_MARK = '재발행';

/** How a receipt in this state may stand on paper; null for one that does not stand (failed, rejected, cancelled). */
export function slipCashReceipt(state: CashReceiptState, about: SlipCashReceiptAbout): SlipCashReceipt | null {
  const { purpose, identifierMasked } = about;
  switch (state.name) {
    case 'queued':
      return { standing: 'pending', purpose, identifierMasked };
    case 'requested':
    case 'unknown':
      return { standing: 'in-doubt', purpose, identifierMasked };
    case 'at-terminal':
      return { standing: 'at-terminal', purpose, identifierMasked };
    case 'issued':
    case 'issued-at-terminal':
    case 'confirmed':
    case 'partly-cancelled':
      return { standing: 'issued', purpose, identifierMasked, approvalNumber: state.approvalNumber, tradeDt: state.tradeDt };
    case 'rejected':
    case 'failed':
    case 'cancelled':
      return null;
    default:
      return unreachable(state);
  }
}

/** The slip of a sale in which cash was taken, with its cash receipt when there is one. */
export function saleSlip(input: SaleSlipInput): SlipDocument {
  const { payment, cashReceipt } = input;
  return {
    kind: 'sale',
    practice: input.practice,
    blocks: [
      ...head(input, '영수증', payment.paidAt),
      ...goods(payment.cart),
      single(),
      ...taxes(payment.totals.breakdown),
      ...exchanged(payment),
      ...chargesOf(payment).map(cardLine),
      ...(payment.receivedWon === 0 && payment.tendered !== undefined ? [] : [pair('받은 돈(현금)', amount(payment.receivedWon)), pair('거스름돈', amount(payment.changeWon))]),
      ...(cashReceipt === null ? [] : [single(), text(receiptHeading(cashReceipt.purpose), { align: 'center', bold: true }), ...registration(cashReceipt)]),
    ],
  };
}

/** Goods that came back paid their part: which sale they were of, on the paper that names what is left. */
function exchanged({ totals, exchange }: Payment): SlipBlock[] {
  if (exchange === undefined) return [];
  const dueWon = totals.breakdown.totalWon - exchange.amounts.totalWon;
  return [
    pair('교환으로 낸 금액', amount(0 - exchange.amounts.totalWon)),
    pair('교환 원거래번호', String(exchange.saleNumber).padStart(4, '0')),
    pair('교환 원거래일', seoulDateTime(exchange.soldAt)),
    pair('교환번호', String(exchange.refundNumber).padStart(4, '0')),
    { kind: 'pair', label: '낼 금액', value: amount(dueWon), bold: true },
  ];
}

/** On the slip of the whole sale a card is one line; its own slip says the rest. */
function cardLine({ charge }: CardPart): SlipBlock {
  const approval = approvalOf(charge.state);
  return pair(`카드 ${approval?.issuer ?? ''}`.trim(), amount(charge.intent.amounts.totalWon));
}

/** The slip of a cash receipt alone: one issued after the sale's own slip was printed. */
export function cashReceiptSlip(input: CashReceiptSlipInput): SlipDocument {
  const { cashReceipt } = input;
  return {
    kind: 'cash-receipt',
    practice: input.practice,
    blocks: [
      ...head(input, receiptHeading(cashReceipt.purpose), input.paidAt),
      ...taxes(input.amounts),
      single(),
      ...registration(cashReceipt),
    ],
  };
}

/**
 * A later copy: the document as it was printed, under a mark. `copyNumber` 1 is the first print, so marks begin with 2.
 * `at` is ISO 8601 UTC, `by` the name of who printed it. A document that bears a mark already gets the new one in its place.
 */
export function markedCopy(document: SlipDocument, copy: { readonly copyNumber: number; readonly at: string; readonly by: string }): SlipDocument {
  if (!Number.isSafeInteger(copy.copyNumber) || copy.copyNumber < 2) throw new RangeError(`not the number of a later copy: ${copy.copyNumber}`);
  const mark = [
    text(`${COPY_MARK} · ${copy.copyNumber}번째 출력`, { align: 'center', bold: true }),
    text([seoulDateTime(copy.at), copy.by].filter((part) => part !== '').join(' · '), { align: 'center' }),
    single(),
  ];
  return { ...document, blocks: [...mark, ...withoutMark(document).blocks] };
}

/** In blocks: the count, who and when, a line. */
const MARK_BLOCKS = 3;

/** The slip as it was before it was marked as a copy; itself when it was not. */
export function withoutMark(document: SlipDocument): SlipDocument {
  const [first] = document.blocks;
  const marked = first?.kind === 'text' && first.text.startsWith(`${COPY_MARK} · `);
  return marked ? { ...document, blocks: document.blocks.slice(MARK_BLOCKS) } : document;
}

/** Where the cash receipt of a sale's slip begins. */
export function isReceiptHeading(block: SlipBlock): boolean {
  return block.kind === 'text' && block.bold === true && block.size === undefined && RECEIPT_HEADINGS.has(block.text);
}

export function head(input: SlipHead, title: string, paidAt: string): SlipBlock[] {
  const { shop } = input;
  return [
    text(shop.name, { align: 'center', size: 'large' }),
    text(`사업자번호 ${groupIdentifier('business-number', shop.businessNumber)}`),
    text(`대표 ${shop.representative}`),
    text(shop.address),
    text(`전화 ${shop.phone}`),
    { kind: 'rule', style: 'double' },
    text(title, { align: 'center', bold: true, size: 'tall' }),
    pair(`판매번호 ${String(input.saleNumber).padStart(4, '0')}`, COPY_KINDS[input.copyKind]),
    pair(seoulDateTime(paidAt), `${shop.counterNumber}번 계산대`),
    single(),
  ];
}

/** Goods at their price, then each discount as it was given: down the column it comes to the total. */
export function goods(cart: Cart): SlipBlock[] {
  const { lines, saleDiscountWon } = cart;
  const exempt = lines.some((line) => line.taxClass === 'exempt');
  const items = lines.flatMap((line): SlipBlock[] => [
    {
      kind: 'item',
      name: line.taxClass === 'exempt' ? `${line.name} *` : line.name,
      unitPriceWon: line.grams === undefined ? line.unitPriceWon : weightWon(line.unitPriceWon, line.grams),
      quantity: line.quantity,
      amountWon: lineGrossWon(line),
    },
    ...(line.grams === undefined ? [] : [text(`  ${groupWon(line.grams)} g × ${groupWon(line.unitPriceWon)}원/${PRICED_GRAMS}g`)]),
    ...(line.note === undefined ? [] : [text(`  (${line.note})`)]),
    ...(line.discountWon === 0 ? [] : [pair('  할인', groupWon(-line.discountWon))]),
  ]);
  return [
    { kind: 'item-heading', name: '상품', unitPrice: '단가', quantity: '수량', amount: '금액' },
    ...items,
    ...(saleDiscountWon === 0 ? [] : [pair('전체 할인', groupWon(-saleDiscountWon))]),
    ...(exempt ? [text('* 면세 상품')] : []),
  ];
}

/** Supply and VAT apart, or in one sum where the VAT is not stated (domain/tax.ts). */
export function taxes(breakdown: TaxBreakdown): SlipBlock[] {
  return [
    ...(breakdown.undivided === true ? [pair('공급대가', amount(breakdown.supplyWon))] : [pair('공급가액', amount(breakdown.supplyWon)), pair('부가세', amount(breakdown.vatWon))]),
    pair('면세', amount(breakdown.taxFreeWon)),
    pair('봉사료', amount(breakdown.serviceChargeWon)),
    { kind: 'pair', label: '합계', value: amount(breakdown.totalWon), size: 'tall', bold: true },
  ];
}

function registration(receipt: SlipCashReceipt): SlipBlock[] {
  return [
    // Nobody's number stands on a receipt issued to nobody, but the tax office's own does.
    pair(receipt.purpose === 'self-issue' ? '자진발급 번호' : '확인번호', receipt.identifierMasked === '' ? '단말기 입력' : receipt.identifierMasked),
    ...standing(receipt),
    text('현금영수증 문의 126-1-1', { align: 'center' }),
    text('hometax.go.kr', { align: 'center' }),
  ];
}

function standing(receipt: SlipCashReceipt): SlipBlock[] {
  switch (receipt.standing) {
    case 'issued':
      return [pair('승인번호', receipt.approvalNumber), pair('승인일시', compactDateTime(receipt.tradeDt))];
    case 'pending':
      return [text('발급 예정', { align: 'center', bold: true }), text('국세청 등록을 기다리고 있습니다. 연결되면 자동으로 발급됩니다.')];
    case 'in-doubt':
      return [
        text('발급 예정(확인 중)', { align: 'center', bold: true }),
        text('발급 결과를 확인하고 있습니다. 발급되지 않았으면 자동으로 다시 발급됩니다.'),
      ];
    case 'at-terminal':
      return [text('발급 확인 중', { align: 'center', bold: true }), text('발급 결과를 카드 단말기에서 확인하고 있습니다.')];
    default:
      return unreachable(receipt);
  }
}

/** `yyyyMMddHHmmss` as the gateway wrote it → readable; anything else stands as it came. */
export function compactDateTime(tradeDt: string): string {
  return tradeDt.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3 $4:$5:$6');
}

export function amount(amountWon: number): string {
  return `${groupWon(amountWon)}원`;
}

export function text(content: string, style: Omit<SlipBlock & { kind: 'text' }, 'kind' | 'text'> = {}): SlipBlock {
  return { kind: 'text', text: content, ...style };
}

export function pair(label: string, value: string): SlipBlock {
  return { kind: 'pair', label, value };
}

export function single(): SlipBlock {
  return { kind: 'rule', style: 'single' };
}

/**
 * What stands on the paper of a card payment: the customer's copy, the merchant's, and the handwritten slip (rules of the counter, §4).
 *
 * One slip is one charge, or the cancel of one: a sale paid with two cards has two. Amounts are those of the trade's own intent, texts
 * those the terminal gave, masked again on the way to the paper; an expiry is nowhere in this type.
 */
import type { CardApproval } from '../card-payment/approval.ts';
import { maskCardNumber, maskWithin } from '../card-payment/card-number.ts';
import { installmentWords } from '../card-payment/installments.ts';
import type { Cart } from '../cart.ts';
import { groupIdentifier } from '../cash-receipt/identifier.ts';
import type { Shop } from '../shop.ts';
import type { TaxBreakdown } from '../tax.ts';
import { negativeTax } from '../tax.ts';
import { unreachable } from '../unreachable.ts';
import type { SlipBlock, SlipDocument } from './document.ts';
import type { SlipHead } from './receipt.ts';
import { amount, compactDateTime, goods, head, pair, single, taxes, text } from './receipt.ts';

/** What stands where a signature would: nothing on a small charge, words where the terminal has it, the one that is kept, or a line for a pen. */
export type SlipSignature =
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'at-terminal' }
  /** By its name alone: the document is stored in the journal, where ink stands sealed and nowhere else. */
  | { readonly kind: 'picture'; readonly saleId: string; readonly signatureId: string }
  | { readonly kind: 'handwritten' }
  /** Signed for on the merchant's handwritten slip, of which this is the customer's copy. */
  | { readonly kind: 'on-slip' };

export type CardSlipInput = SlipHead & {
  /** When the charge or cancel was asked, ISO 8601 UTC: the counter's own time in the heading; the approval's own stands below. */
  readonly askedAt: string;
  readonly trade: { readonly kind: 'charge' } | { readonly kind: 'cancel'; readonly original: { readonly approvalNumber: string; /** YYYYMMDD */ readonly tradeDate: string } };
  /** The charge's amounts; a cancel's are the same, and stand negative. */
  readonly amounts: TaxBreakdown;
  readonly installmentMonths: number;
  readonly approval: CardApproval;
  readonly signature: SlipSignature;
  /** The goods, where the customer is to have them on the same paper; null on merchant copies and cancels. */
  readonly cart: Cart | null;
  /** What the whole sale came to, where this charge is only a part of it; null otherwise. */
  readonly saleTotalWon: number | null;
};

const NOT_SAID = '-';

export function cardSlip(input: CardSlipInput): SlipDocument {
  const cancel = input.trade.kind === 'cancel';
  return {
    kind: 'sale',
    practice: input.practice,
    blocks: [
      ...head(input, cancel ? '카드 취소' : '카드 승인', input.askedAt),
      ...(input.cart === null ? [] : [...goods(input.cart), single()]),
      ...(input.saleTotalWon === null ? [] : [pair('판매 합계', amount(input.saleTotalWon)), text(cancel ? '이 카드에서 취소한 금액' : '이 카드로 결제한 금액', { bold: true })]),
      ...taxes(cancel ? negativeTax(input.amounts) : input.amounts),
      single(),
      ...approvalBlocks(input),
      ...signatureBlocks(input),
      ...said(input.approval),
    ],
  };
}

/**
 * The merchant's copy with a line for a pen. It is the shop's proof of the charge, so it is always marked 가맹점용, whatever the setting
 * for copies says.
 */
export function handwrittenSlip(input: Omit<CardSlipInput, 'copyKind' | 'signature' | 'cart'>): SlipDocument {
  return cardSlip({ ...input, copyKind: 'merchant', signature: { kind: 'handwritten' }, cart: null });
}

/** What to write on paper where nothing prints, in the order a person writes it. */
export function byHandLines(shop: Shop, input: Pick<CardSlipInput, 'amounts' | 'installmentMonths' | 'approval'>): readonly { readonly label: string; readonly value: string }[] {
  const { approval } = input;
  return [
    { label: '가맹점', value: `${shop.name} ${groupIdentifier('business-number', shop.businessNumber)}` },
    { label: '승인일시', value: compactDateTime(approval.tradedAt) },
    { label: '금액', value: amount(input.amounts.totalWon) },
    { label: '할부', value: installmentWords(input.installmentMonths) },
    { label: '카드번호', value: shown(maskCardNumber(approval.maskedNumber)) },
    { label: '승인번호', value: approval.approvalNumber },
  ];
}

function approvalBlocks(input: CardSlipInput): SlipBlock[] {
  const { approval, trade } = input;
  return [
    pair('거래구분', trade.kind === 'cancel' ? '취소' : '승인'),
    pair('할부', installmentWords(input.installmentMonths)),
    pair('카드번호', shown(maskCardNumber(approval.maskedNumber))),
    { kind: 'pair', label: '승인번호', value: approval.approvalNumber, bold: true },
    pair('승인일시', compactDateTime(approval.tradedAt)),
    ...(trade.kind === 'cancel' ? [pair('원거래일', dayOf(trade.original.tradeDate)), pair('원승인번호', trade.original.approvalNumber)] : []),
    pair('카드사', shown(maskWithin(approval.issuer))),
    pair('매입사', shown(maskWithin(approval.acquirer))),
    pair('가맹점번호', shown(approval.merchantNumber)),
    pair('단말기번호', shown(approval.terminalId)),
  ];
}

function signatureBlocks(input: CardSlipInput): SlipBlock[] {
  const { signature } = input;
  switch (signature.kind) {
    case 'not-needed':
      return input.trade.kind === 'charge' ? [text('서명 없이 승인된 거래입니다', { align: 'center' })] : [];
    case 'at-terminal':
      return [text('단말기에서 서명한 거래입니다', { align: 'center' })];
    case 'picture':
      return [pair('서명', ''), { kind: 'signature', saleId: signature.saleId, signatureId: signature.signatureId }];
    case 'on-slip':
      return [text('수기서명 전표에 서명한 거래입니다', { align: 'center' })];
    case 'handwritten':
      return [
        { kind: 'rule', style: 'double' },
        text('수기서명 전표', { align: 'center', bold: true, size: 'tall' }),
        text('위 금액을 결제하고 서명합니다.'),
        { kind: 'blank', lines: 5 },
        single(),
        text('서명(손님)'),
        text('서명받은 뒤 매장에서 보관합니다.'),
      ];
    default:
      return unreachable(signature);
  }
}

/** The operator's words, as they came; each sentence once. */
function said(approval: CardApproval): SlipBlock[] {
  const lines = [...new Set([approval.message, ...approval.notices].map((line) => maskWithin(line).trim()))].filter((line) => line !== '');
  return lines.length === 0 ? [] : [single(), ...lines.map((line) => text(line))];
}

/** A field a terminal, or a person's evidence, did not give is shown to be missing. */
function shown(value: string): string {
  return value.trim() === '' ? NOT_SAID : value;
}

function dayOf(tradeDate: string): string {
  return tradeDate.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

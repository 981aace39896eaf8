/**
 * The negative slip: what came back, what went back, and by which way (rules of the counter, §4 and §7).
 *
 * Every amount is the refund's own, as it stands in the journal; every card line is the trade's. It names the sale it takes back, and of
 * each card the charge it cancels. Of what is not known yet it says so, and gives no number: a second slip follows when it is.
 */
import { approvalOf } from '../card-payment/machine.ts';
import { maskCardNumber, maskWithin } from '../card-payment/card-number.ts';
import { installmentWords } from '../card-payment/installments.ts';
import type { Cart, CartLine } from '../cart.ts';
import type { CardReturn } from '../refund/card-return.ts';
import { cancelledAmounts } from '../refund/card-return.ts';
import type { Refund, RefundKind, Return } from '../refund/refund.ts';
import { standingOfReturn } from '../refund/refund.ts';
import { seoulDateTime } from '../seoul-time.ts';
import { negativeTax } from '../tax.ts';
import { standingOf } from '../tender/machine.ts';
import { unreachable } from '../unreachable.ts';
import { PRICED_GRAMS, weightWon } from '../weight.ts';
import { groupWon } from '../won.ts';
import type { SlipBlock, SlipDocument } from './document.ts';
import type { SlipHead } from './receipt.ts';
import { amount, compactDateTime, head, pair, single, taxes, text } from './receipt.ts';

/** How the cancel of a cash receipt stands on paper. */
export type SlipReceiptCancel = {
  readonly identifierMasked: string;
  readonly amountWon: number;
  readonly original: { readonly approvalNumber: string; readonly tradeDate: string } | null;
  readonly standing: { readonly name: 'cancelled'; readonly approvalNumber: string; readonly tradeDt: string } | { readonly name: 'pending' | 'in-doubt' | 'failed' };
};

export type RefundSlipInput = Omit<SlipHead, 'saleNumber'> & {
  readonly refund: Refund;
  /** The sale's. */
  readonly cart: Cart;
  /** The returns this paper is for, by id; goods and sums stand on the first paper only. */
  readonly covers: readonly string[];
  readonly first: boolean;
  /** The number of the sale the goods went against; null where there is none. */
  readonly takenSaleNumber: number | null;
  readonly receipts: readonly SlipReceiptCancel[];
};

const TITLES = { void: '거래 취소', refund: '환불', exchange: '교환', 'receipt-correction': '현금영수증 정정' } as const satisfies Record<RefundKind, string>;

export function refundSlip(input: RefundSlipInput): SlipDocument {
  const { refund, covers, first } = input;
  const { intent } = refund;
  const returns = refund.returns.filter((ret) => covers.includes(ret.intent.returnId));
  const restored = refund.returns.some((ret) => standingOfReturn(ret) === 'restored');
  const goods = first && !restored && intent.goods.lines.length > 0;
  const open = first && !restored ? refund.returns.filter((ret) => !covers.includes(ret.intent.returnId)) : [];
  return {
    kind: 'refund',
    practice: input.practice,
    blocks: [
      ...head({ ...input, saleNumber: intent.saleNumber }, TITLES[intent.kind], intent.at),
      pair(intent.kind === 'exchange' ? '교환번호' : '환불번호', String(intent.refundNumber).padStart(4, '0')),
      pair('원거래일', seoulDateTime(intent.soldAt)),
      single(),
      ...(goods ? [...returnedGoods(input.cart, refund), single(), ...taxes(negativeTax(intent.goods.amounts))] : []),
      ...(first && refund.exchange !== null ? [pair('교환 상품에 쓴 금액', amount(refund.exchange.creditWon))] : []),
      ...(input.takenSaleNumber === null ? [] : [pair('교환 판매번호', String(input.takenSaleNumber).padStart(4, '0'))]),
      ...(restored ? [text('환불을 되돌리고 처음 금액으로 다시 결제했습니다.')] : []),
      ...returns.flatMap(returnBlocks),
      ...open.flatMap(openBlocks),
      ...(first ? input.receipts.flatMap(receiptBlocks) : []),
    ],
  };
}

function returnedGoods(cart: Cart, { intent }: Refund): SlipBlock[] {
  const items = intent.goods.lines.flatMap(({ lineId, quantity, amountWon }): SlipBlock[] => {
    const line = cart.lines.find((each) => each.lineId === lineId);
    return line === undefined ? [] : itemBlocks(line, quantity, amountWon);
  });
  return [{ kind: 'item-heading', name: '돌려받은 상품', unitPrice: '단가', quantity: '수량', amount: '금액' }, ...items];
}

/** At what was paid for it: its share of every discount is off, and where that shows, it is said. */
function itemBlocks(line: CartLine, quantity: number, amountWon: number): SlipBlock[] {
  const unitPriceWon = line.grams === undefined ? line.unitPriceWon : weightWon(line.unitPriceWon, line.grams);
  const name = line.taxClass === 'exempt' ? `${line.name} *` : line.name;
  return [
    { kind: 'item', name, unitPriceWon, quantity: -quantity, amountWon: 0 - amountWon },
    ...(line.grams === undefined ? [] : [text(`  ${groupWon(line.grams)} g × ${groupWon(line.unitPriceWon)}원/${PRICED_GRAMS}g`)]),
    ...(unitPriceWon * quantity === amountWon ? [] : [text('  받은 할인을 뺀 금액')]),
  ];
}

function returnBlocks(ret: Return): SlipBlock[] {
  if (ret.kind === 'cash') return [single(), pair('내드린 돈(현금)', amount(0 - ret.intent.amounts.totalWon))];
  const { instead } = ret;
  if (instead?.how === 'phone') return [single(), pair('카드 취소(전화 접수)', amount(0 - ret.intent.amounts.totalWon)), ...cardOf(ret), pair('접수번호', instead.evidence.reason)];
  if (instead?.how === 'cash') return [single(), pair('카드 대신 내드린 돈(현금)', amount(0 - ret.intent.amounts.totalWon)), ...cardOf(ret)];
  return [single(), pair('카드 취소', amount(0 - cancelledAmounts(ret).totalWon)), ...cancelOf(ret), ...restBlocks(ret)];
}

function cancelOf(ret: CardReturn): SlipBlock[] {
  const proven = ret.cancels.find((cancel) => approvalOf(cancel.state) !== null);
  const approval = proven === undefined ? null : approvalOf(proven.state);
  return [
    ...(approval === null ? [] : [{ kind: 'pair', label: '승인번호', value: approval.approvalNumber, bold: true } as const, pair('취소일시', compactDateTime(approval.tradedAt))]),
    ...cardOf(ret),
    ...(approval === null ? [] : [maskWithin(approval.message).trim()].filter((line) => line !== '').map((line) => text(line))),
  ];
}

function cardOf({ intent }: CardReturn): SlipBlock[] {
  const { charge } = intent.payment;
  return [
    ...(charge.maskedNumber === '' ? [] : [pair('카드번호', maskCardNumber(charge.maskedNumber))]),
    ...(charge.issuer === '' ? [] : [pair('카드사', maskWithin(charge.issuer))]),
    pair('할부', installmentWords(charge.installmentMonths)),
    pair('원승인번호', charge.approvalNumber),
    pair('원승인일', charge.tradeDate.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')),
  ];
}

/** What the customer paid again for what she keeps. A card charge has a slip of its own; here it is named. */
function restBlocks({ rest }: CardReturn): SlipBlock[] {
  if (rest === null) return [];
  return rest.tender.parts.flatMap((part): SlipBlock[] => {
    if (standingOf(part) !== 'taken') return [];
    if (part.kind === 'cash') return [pair('다시 받은 돈(현금)', amount(part.amounts.totalWon))];
    const approval = approvalOf(part.charge.state);
    return [pair('다시 결제한 금액(카드)', amount(part.charge.intent.amounts.totalWon)), ...(approval === null ? [] : [pair('승인번호', approval.approvalNumber)])];
  });
}

/** On the first paper: what the customer does not have yet. */
function openBlocks(ret: Return): SlipBlock[] {
  const standing = standingOfReturn(ret);
  const words = ret.kind === 'card' && ret.intent.way === 'by-phone' ? '카드 취소를 전화로 접수할 예정입니다.' : standing === 'cancel-unknown' ? '카드 취소 결과를 확인하고 있습니다.' : '아직 돌려드리지 않은 금액입니다.';
  return [single(), pair('처리 중인 금액', amount(0 - ret.intent.amounts.totalWon)), ...(ret.kind === 'card' ? cardOf(ret) : []), text(words)];
}

function receiptBlocks({ identifierMasked, amountWon, original, standing }: SlipReceiptCancel): SlipBlock[] {
  return [
    single(),
    text('현금영수증 취소', { align: 'center', bold: true }),
    pair('확인번호', identifierMasked),
    pair('취소금액', amount(0 - amountWon)),
    ...(original === null ? [] : [pair('원승인번호', original.approvalNumber), pair('원거래일', original.tradeDate.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'))]),
    ...standingBlocks(standing),
    text('현금영수증 문의 126-1-1', { align: 'center' }),
  ];
}

function standingBlocks(standing: SlipReceiptCancel['standing']): SlipBlock[] {
  switch (standing.name) {
    case 'cancelled':
      return [pair('승인번호', standing.approvalNumber), pair('취소일시', compactDateTime(standing.tradeDt))];
    case 'pending':
      return [text('취소 예정', { align: 'center', bold: true }), text('연결되면 자동으로 취소됩니다.')];
    case 'in-doubt':
      return [text('취소 예정(확인 중)', { align: 'center', bold: true }), text('취소 결과를 확인하고 있습니다.')];
    case 'failed':
      return [text('취소되지 않음', { align: 'center', bold: true }), text('매장에서 따로 처리합니다.')];
    default:
      return unreachable(standing);
  }
}

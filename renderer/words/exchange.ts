/** Words of goods taken for goods that came back: the one difference, and how it is settled. */
import { defineWords } from './language.tsx';

export type ExchangeWords = {
  readonly want: Readonly<Record<'refund' | 'exchange', string>>;
  readonly otherWant: string;
  readonly how: string;
  readonly howMeaning: string;
  readonly title: (number: string) => string;
  readonly back: string;
  readonly piece: (name: string, count: string) => string;
  readonly scanNow: string;
  readonly difference: Readonly<Record<'due' | 'give' | 'even', string>>;
  readonly settleEven: string;
  readonly settleGive: (won: string) => string;
  readonly cannot: string;
  readonly leaveTitle: string;
  readonly leaveMeaning: string;
  readonly leaveDo: string;
  readonly credit: string;
  readonly creditOf: (number: string) => string;
  readonly done: string;
  readonly used: string;
  readonly goOn: { readonly title: string; readonly meaning: string; readonly act: string };
  /** In the history: the sales on the other side. */
  readonly tied: { readonly title: string; readonly taken: (number: string) => string; readonly back: (number: string) => string };
  readonly customer: Readonly<Record<'back' | 'due' | 'give' | 'even', string>>;
};

export const exchangeWords = defineWords<ExchangeWords>({
  ko: {
    want: { refund: '돈으로 돌려주기', exchange: '다른 상품으로 교환' },
    otherWant: '환불 또는 교환',
    how: '교환하는 방법',
    howMeaning: '시작하면 판매 화면이 열립니다. 손님이 가져갈 상품을 찍으면 차액 하나가 남고, 그만큼만 받거나 돌려줍니다.',
    title: (number) => `교환 · 판매 ${number}`,
    back: '돌려받은 상품',
    piece: (name, count) => `${name} ${count}개`,
    scanNow: '가져갈 상품을 찍으세요',
    difference: { due: '더 받을 금액', give: '돌려줄 금액', even: '차액 없음' },
    settleEven: '차액 없이 교환',
    settleGive: (won) => `${won} 돌려주고 교환`,
    cannot: '이 상품으로는 교환할 수 없음',
    leaveTitle: '교환을 그만둘까요?',
    leaveMeaning: '아직 오간 돈이 없습니다. 돌려받은 상품을 손님에게 다시 드리세요.',
    leaveDo: '교환 그만두기',
    credit: '교환으로 낸 금액',
    creditOf: (number) => `판매 ${number}에서 돌려받은 상품`,
    done: '교환이 끝났습니다',
    used: '가져간 상품에 쓴 금액',
    goOn: { title: '교환할 상품을 고르는 중입니다', meaning: '아직 오간 돈이 없습니다. 판매 화면에서 이어서 하거나 그만둘 수 있습니다.', act: '판매 화면에서 이어서 하기' },
    tied: { title: '교환', taken: (number) => `교환해 간 판매 ${number}`, back: (number) => `교환한 원래 판매 ${number}` },
    customer: { back: '돌려주신 상품', due: '더 내실 금액', give: '돌려받으실 금액', even: '차액 없음' },
  },
  en: {
    want: { refund: 'Give money back', exchange: 'Exchange for other goods' },
    otherWant: 'Refund or exchange',
    how: 'How the exchange goes',
    howMeaning: 'The sale screen opens. Scan what the customer takes: one difference is left, and only that is paid or given back.',
    title: (number) => `Exchange ${number}`,
    back: 'Came back',
    piece: (name, count) => `${name} × ${count}`,
    scanNow: 'Scan what is taken instead',
    difference: { due: 'To be paid', give: 'To give back', even: 'No difference' },
    settleEven: 'Exchange with no difference',
    settleGive: (won) => `Give back ${won}`,
    cannot: 'No exchange for these',
    leaveTitle: 'Leave the exchange?',
    leaveMeaning: 'No money has moved. Hand the goods that came back to the customer again.',
    leaveDo: 'Leave the exchange',
    credit: 'Paid by exchange',
    creditOf: (number) => `goods of sale ${number}`,
    done: 'The exchange is done',
    used: 'Used for the goods taken',
    goOn: { title: 'Goods are being chosen for this exchange', meaning: 'No money has moved. Go on with it on the sale screen, or leave it there.', act: 'To the sale screen' },
    tied: { title: 'Exchange', taken: (number) => `Exchanged for sale ${number}`, back: (number) => `In exchange for goods of sale ${number}` },
    customer: { back: 'Returned goods', due: 'Left to pay', give: 'You get back', even: 'No difference' },
  },
  'zh-CN': {
    want: { refund: '退还款项', exchange: '换成其他商品' },
    otherWant: '退款或换货',
    how: '换货方式',
    howMeaning: '开始后将打开销售画面。扫描顾客要拿走的商品，只会剩下一笔差额，只需补收或退还这笔差额。',
    title: (number) => `换货 · 销售 ${number}`,
    back: '退回的商品',
    piece: (name, count) => `${name} × ${count}`,
    scanNow: '请扫描要拿走的商品',
    difference: { due: '应补收', give: '应退还', even: '无差额' },
    settleEven: '无差额换货',
    settleGive: (won) => `退还 ${won} 并换货`,
    cannot: '不能换成这些商品',
    leaveTitle: '要放弃换货吗？',
    leaveMeaning: '款项尚未移动。请把退回的商品还给顾客。',
    leaveDo: '放弃换货',
    credit: '换货抵付',
    creditOf: (number) => `销售 ${number} 退回的商品`,
    done: '换货已完成',
    used: '抵付新商品的金额',
    goOn: { title: '正在为此换货选择商品', meaning: '款项尚未移动。可在销售画面继续或放弃。', act: '到销售画面继续' },
    tied: { title: '换货', taken: (number) => `换出的销售 ${number}`, back: (number) => `原销售 ${number}` },
    customer: { back: '您退回的商品', due: '还需支付', give: '退还给您', even: '无差额' },
  },
});

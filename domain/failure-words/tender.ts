/** A sale paid in parts. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const TENDER_WORDS = {
  'tender.amount-not-won': {
    who: 'cashier',
    words: {
      ko: { what: '나눠 받을 금액은 1원 이상이어야 합니다.', money: '받은 돈은 그대로입니다.', next: '받을 금액을 원 단위로 다시 입력하세요.' },
      en: { what: 'A part is 1 won or more, in whole won.', money: 'What was taken is unchanged.', next: 'Type the amount of this part again.' },
      'zh-CN': { what: '分次付款的金额须为1韩元以上的整数。', money: '已收金额不变。', next: '请重新输入本次金额。' },
    },
  },
  'tender.more-than-left': {
    who: 'cashier',
    words: {
      ko: { what: '남은 금액보다 많이 받을 수 없습니다.', money: '받은 돈은 그대로입니다.', next: '남은 금액을 확인하고 그 안에서 받으세요.' },
      en: {
        what: 'This is more than is left to pay.',
        money: 'What was taken is unchanged.',
        next: 'Look at what is left, and take no more than that.',
      },
      'zh-CN': { what: '不能超过剩余应收金额。', money: '已收金额不变。', next: '请核对剩余金额，在其范围内收款。' },
    },
  },
  'tender.may-be-charged': {
    who: 'cashier',
    words: {
      ko: { what: '카드로 결제되었을 수 있는 금액입니다.', money: '같은 돈을 두 번 받게 될 수 있습니다.', next: '카드 결제의 결과를 먼저 확인하세요.' },
      en: {
        what: 'This part may already be charged to a card.',
        money: 'Taking it now could take it twice.',
        next: 'Find out first what became of the card payment.',
      },
      'zh-CN': { what: '这部分可能已从卡中扣款。', money: '现在收款可能会重复收取。', next: '请先确认刷卡的结果。' },
    },
  },
  'tender.locked-unknown': {
    who: 'cashier',
    words: {
      ko: { what: '결과를 모르는 카드 거래가 있어 새 카드 거래를 할 수 없습니다.', money: '같은 돈이 두 번 결제되는 것을 막고 있습니다.', next: '그 거래의 결과를 먼저 확인해 입력하세요.' },
      en: {
        what: 'A card transaction with an unknown result blocks any new one.',
        money: 'This keeps the same money from being charged twice.',
        next: 'Find out the result of that transaction first, and enter it.',
      },
      'zh-CN': { what: '有结果不明的刷卡交易，不能再刷卡。', money: '这是为了防止重复扣款。', next: '请先确认并录入那笔交易的结果。' },
    },
  },
  'tender.trade-under-way': {
    who: 'cashier',
    words: {
      ko: { what: '카드 거래가 진행되고 있습니다.', money: '새로 보내지 않았습니다.', next: '단말기의 거래가 끝날 때까지 기다리세요.' },
      en: { what: 'A card transaction is under way.', money: 'Nothing new was sent.', next: 'Wait until the terminal has finished.' },
      'zh-CN': { what: '刷卡交易正在进行。', money: '没有发送新的交易。', next: '请等终端上的交易结束。' },
    },
  },
  'tender.surplus-first': {
    who: 'cashier',
    words: {
      ko: { what: '더 결제된 카드 승인을 먼저 처리해야 합니다.', money: '손님의 돈이 받을 돈보다 많이 결제되어 있습니다.', next: '그 승인을 취소하거나, 받을 돈으로 쓸지 먼저 정하세요.' },
      en: {
        what: 'An approval that is too much has to be dealt with first.',
        money: 'More of the customer’s money is charged than is due.',
        next: 'Cancel that approval first, or keep it for what is due.',
      },
      'zh-CN': { what: '须先处理多出的刷卡批准。', money: '顾客被扣的款多于应收。', next: '请先撤销该批准，或决定用它抵付应收金额。' },
    },
  },
  'tender.too-many-parts': {
    who: 'cashier',
    words: {
      ko: { what: '한 판매에서 할 수 있는 결제 횟수가 다 찼습니다.', money: '받은 돈은 그대로입니다.', next: '남은 금액은 다른 방법으로 받거나, 점장에게 알리세요.' },
      en: {
        what: 'This sale has had as many payments as it can take.',
        money: 'What was taken is unchanged.',
        next: 'Take the rest another way, or tell a manager.',
      },
      'zh-CN': { what: '这笔交易的付款次数已满。', money: '已收金额不变。', next: '剩余金额请用其他方式收取，或告知店长。' },
    },
  },
  'tender.nothing-to-cancel': {
    who: 'cashier',
    words: {
      ko: { what: '취소할 카드 승인이 없습니다.', money: '결제된 것은 그대로입니다.', next: '결제 목록에서 승인된 카드를 고르세요.' },
      en: {
        what: 'There is no approval to cancel here.',
        money: 'What is charged stays as it is.',
        next: 'Choose an approved card from the list of payments.',
      },
      'zh-CN': { what: '没有可撤销的刷卡批准。', money: '已付款项不变。', next: '请在付款列表中选择已批准的卡。' },
    },
  },
  'tender.cannot-be-kept': {
    who: 'cashier',
    words: {
      ko: { what: '이 승인은 남은 금액과 맞지 않아 결제로 쓸 수 없습니다.', money: '손님의 돈이 받을 돈보다 많이 결제되어 있습니다.', next: '이 승인을 단말기로 취소하세요.' },
      en: {
        what: 'This approval does not fit what is still due.',
        money: 'More of the customer’s money is charged than is due.',
        next: 'Cancel this approval at the terminal.',
      },
      'zh-CN': { what: '该批准与剩余应收金额不符，不能用来抵付。', money: '顾客被扣的款多于应收。', next: '请在终端上撤销该批准。' },
    },
  },
  'tender.too-many-cancels': {
    who: 'manager',
    words: {
      ko: { what: '이 승인은 취소를 여러 번 했지만 되지 않았습니다.', money: '손님의 카드 결제는 그대로입니다.', next: '점장이 밴사에 전화해 취소하고, 결과를 적어 두세요.' },
      en: {
        what: 'This approval could not be cancelled after several tries.',
        money: 'The card payment stands.',
        next: 'A manager calls the VAN operator, and writes down the result.',
      },
      'zh-CN': { what: '该批准多次撤销均未成功。', money: '刷卡付款依然有效。', next: '请店长致电收单机构撤销，并记录结果。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;

/** A slip printed again: who may have it, and how paper that did not come out was ended. Sentences in the order of FailureWords. */
import type { FailureEntry } from '../failure.ts';

export const REPRINT_WORDS = {
  'printer.no-second': {
    who: 'manager',
    words: {
      ko: { what: '예비 프린터가 없습니다.', money: '판매 기록은 그대로이고 인쇄하지 않았습니다.', next: '점장이 가게 설정의 예비 프린터에서 연결할 수 있습니다. 지금은 손으로 적어 드리세요.' },
      en: { what: 'There is no second printer.', money: 'The sale is unchanged and nothing was printed.', next: 'A manager can connect one in the shop settings. For now write the slip by hand.' },
      'zh-CN': { what: '没有备用打印机。', money: '交易记录不变，没有打印。', next: '店长可在店铺设置中连接备用打印机。现在请手写小票。' },
    },
  },
  'slip.fact-needed': {
    who: 'cashier',
    words: {
      ko: { what: '손님의 거래가 맞는지 먼저 물어야 합니다.', money: '판매 기록은 그대로이고 아직 인쇄하지 않았습니다.', next: '금액, 시각, 카드 끝 네 자리, 산 물건 중 하나를 손님에게 물어 넣으세요.' },
      en: { what: 'The customer must first be asked about this purchase.', money: 'The sale is unchanged and nothing was printed.', next: 'Ask for the amount, the time, the card’s last digits or an item.' },
      'zh-CN': { what: '须先向顾客核实这笔交易。', money: '交易记录不变，尚未打印。', next: '请询问金额、时间、银行卡末四位或所购商品中的一项并输入。' },
    },
  },
  'slip.fact-differs': {
    who: 'cashier',
    words: {
      ko: { what: '손님의 대답이 이 판매와 다릅니다.', money: '판매 기록은 그대로이고 인쇄하지 않았습니다.', next: '다른 것을 물어보거나, 손님이 말한 것으로 판매를 다시 찾으세요.' },
      en: { what: 'What the customer says does not fit this sale.', money: 'The sale is unchanged and nothing was printed.', next: 'Ask for something else, or find the sale again by what the customer says.' },
      'zh-CN': { what: '顾客的回答与这笔销售不符。', money: '交易记录不变，没有打印。', next: '请询问其他内容，或按顾客所说重新查找销售。' },
    },
  },
  'slip.not-in-doubt': {
    who: 'cashier',
    words: {
      ko: { what: '이 전표는 이미 정리되었습니다.', money: '판매 기록은 그대로입니다.', next: '목록의 지금 상태를 확인하세요.' },
      en: { what: 'This slip has been dealt with already.', money: 'The sale is unchanged.', next: 'Look at how it stands in the list now.' },
      'zh-CN': { what: '这张小票已经处理过。', money: '交易记录不变。', next: '请查看列表中的当前状态。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;

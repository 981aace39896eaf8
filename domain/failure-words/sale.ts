/** The basket and the cash. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const SALE_WORDS = {
  'cash.received-less-than-due': {
    who: 'cashier',
    words: {
      ko: { what: '받은 돈이 받을 돈보다 적습니다.', money: '아직 결제되지 않았습니다.', next: '모자란 만큼 더 받고 금액을 다시 입력하세요.' },
      en: {
        what: 'The money received is less than what is due.',
        money: 'The sale is not paid yet.',
        next: 'Take the rest and type the amount again.',
      },
      'zh-CN': { what: '收到的钱少于应收金额。', money: '尚未完成付款。', next: '请收足差额后重新输入金额。' },
    },
  },
  'cash.amount-not-won': {
    who: 'cashier',
    words: {
      ko: { what: '받은 돈으로 볼 수 없는 금액입니다.', money: '결제하지 않았습니다.', next: '1억 원 이하의 원 단위 금액을 다시 입력하세요.' },
      en: { what: 'This cannot be an amount of cash received.', money: 'Nothing was paid.', next: 'Type whole won again, up to 100,000,000.' },
      'zh-CN': { what: '这不可能是收到的现金金额。', money: '没有进行付款。', next: '请重新输入不超过1亿的整数韩元。' },
    },
  },
  'cash.due-has-changed': {
    who: 'cashier',
    words: {
      ko: {
        what: '돈을 받는 사이에 합계가 바뀌었습니다.',
        money: '아직 결제로 적지 않았습니다.',
        next: '바뀐 합계를 손님께 말씀드리고 다시 받으세요.',
      },
      en: {
        what: 'The total changed while the money was being taken.',
        money: 'It has not been recorded as paid.',
        next: 'Tell the customer the new total and take the cash again.',
      },
      'zh-CN': { what: '收款过程中合计金额发生了变化。', money: '尚未记为已付款。', next: '请告知顾客新的合计后重新收款。' },
    },
  },
  'sale.cart-empty': {
    who: 'cashier',
    words: {
      ko: { what: '담긴 상품이 없습니다.', money: '받을 돈이 없습니다.', next: '상품을 먼저 찍으세요.' },
      en: { what: 'There are no goods in the sale.', money: 'Nothing is due.', next: 'Scan the goods first.' },
      'zh-CN': { what: '还没有商品。', money: '没有应收金额。', next: '请先扫描商品。' },
    },
  },
  'sale.product-unknown': {
    who: 'cashier',
    words: {
      ko: {
        what: '등록되지 않은 상품입니다.',
        money: '합계에 더하지 않았습니다.',
        next: '다시 찍거나 이름으로 찾으세요. 없으면 점장에게 알리세요.',
      },
      en: {
        what: 'This product is not known here.',
        money: 'It was not added to the total.',
        next: 'Scan it again or find it by name; if it is missing, tell a manager.',
      },
      'zh-CN': { what: '商品未登记。', money: '没有计入合计。', next: '请重新扫描或按名称查找；仍没有请告知店长。' },
    },
  },
  'sale.quantity-out-of-range': {
    who: 'cashier',
    words: {
      ko: {
        what: '수량은 1개부터 9,999개까지입니다.',
        money: '합계는 바뀌지 않았습니다.',
        next: '수량을 다시 입력하세요. 빼려면 그 줄을 취소하세요.',
      },
      en: {
        what: 'A quantity is from 1 to 9,999.',
        money: 'The total has not changed.',
        next: 'Type the quantity again; to take it out, cancel the line.',
      },
      'zh-CN': { what: '数量须在1到9,999之间。', money: '合计没有变化。', next: '请重新输入数量；不要时请移除该商品。' },
    },
  },
  'sale.discount-out-of-range': {
    who: 'cashier',
    words: {
      ko: { what: '할인이 상품 금액보다 클 수 없습니다.', money: '바꾸기 전 합계 그대로입니다.', next: '할인을 먼저 줄인 뒤 다시 해 보세요.' },
      en: {
        what: 'A discount cannot be more than the goods cost.',
        money: 'The total is as it was before.',
        next: 'Make the discount smaller first, then try again.',
      },
      'zh-CN': { what: '折扣不能大于商品金额。', money: '合计保持原样。', next: '请先减少折扣，再试一次。' },
    },
  },
  'sale.cart-full': {
    who: 'cashier',
    words: {
      ko: {
        what: '한 판매에 담을 수 있는 999줄이 다 찼습니다.',
        money: '이 상품은 합계에 더하지 않았습니다.',
        next: '여기까지 계산하고 나머지는 다음 판매로 하세요.',
      },
      en: {
        what: 'This sale has reached its 999 lines.',
        money: 'This product was not added to the total.',
        next: 'Take payment for these, and put the rest into another sale.',
      },
      'zh-CN': { what: '一笔交易最多999行，现已满。', money: '该商品没有计入合计。', next: '请先结清这些，其余放到下一笔交易。' },
    },
  },
  'sale.amount-too-large': {
    who: 'cashier',
    words: {
      ko: {
        what: '한 판매에서 다룰 수 있는 금액을 벗어났습니다.',
        money: '합계는 그대로입니다.',
        next: '수량과 가격을 확인하고, 필요하면 나눠서 계산하세요.',
      },
      en: {
        what: 'The amount is outside what one sale can carry.',
        money: 'The total is unchanged.',
        next: 'Check quantity and price, and split the sale if need be.',
      },
      'zh-CN': { what: '金额超出一笔交易可处理的范围。', money: '合计不变。', next: '请核对数量和价格，必要时分成几笔。' },
    },
  },
  'sale.not-in-this-stage': {
    who: 'cashier',
    words: {
      ko: { what: '지금 단계에서는 할 수 없는 일입니다.', money: '판매와 돈은 그대로입니다.', next: '화면에 크게 보이는 다음 일을 먼저 하세요.' },
      en: {
        what: 'This cannot be done at this step.',
        money: 'Sale and money are unchanged.',
        next: 'Do the next act the screen shows in large type first.',
      },
      'zh-CN': { what: '当前步骤不能进行此操作。', money: '交易和金额均不变。', next: '请先完成屏幕上突出显示的下一步。' },
    },
  },
  'sale.unknown': {
    who: 'cashier',
    words: {
      ko: { what: '그 판매를 찾을 수 없습니다.', money: '다른 판매는 바뀌지 않았습니다.', next: '판매 목록에서 시간이나 금액으로 찾아보세요.' },
      en: { what: 'That sale cannot be found.', money: 'No other sale was changed.', next: 'Look for it by time or amount in the sales list.' },
      'zh-CN': { what: '找不到该笔交易。', money: '其他交易没有变化。', next: '请在交易列表中按时间或金额查找。' },
    },
  },
  'sale.line-unknown': {
    who: 'cashier',
    words: {
      ko: { what: '그 상품 줄이 이미 없습니다.', money: '보이는 합계가 맞습니다.', next: '목록을 다시 보고 이어서 하세요.' },
      en: { what: 'That line is no longer in the sale.', money: 'The total you see is right.', next: 'Look at the list again and go on.' },
      'zh-CN': { what: '该商品行已不存在。', money: '显示的合计是正确的。', next: '请查看列表后继续。' },
    },
  },
  'sale.nothing-to-undo': {
    who: 'cashier',
    words: {
      ko: { what: '되돌릴 취소가 없습니다.', money: '보이는 합계 그대로입니다.', next: '필요하면 상품을 다시 찍으세요.' },
      en: { what: 'There is no cancelled line to put back.', money: 'The total is as shown.', next: 'Scan the product again if it is wanted.' },
      'zh-CN': { what: '没有可以恢复的操作。', money: '合计如屏幕所示。', next: '如有需要请重新扫描商品。' },
    },
  },
  'sale.discount-over-limit': {
    who: 'manager',
    words: {
      ko: { what: '직원이 할 수 있는 할인 한도를 넘습니다.', money: '합계는 바뀌지 않았습니다.', next: '한도 안에서 할인하거나, 점장이 로그인해 할인하세요.' },
      en: {
        what: 'This is more than a cashier may take off.',
        money: 'The total has not changed.',
        next: 'Stay within the limit, or let a manager sign in and give it.',
      },
      'zh-CN': { what: '超出店员可给的折扣上限。', money: '合计没有变化。', next: '请在上限内打折，或由店长登录后打折。' },
    },
  },
  'sale.note-not-printable': {
    who: 'cashier',
    words: {
      ko: { what: '영수증에 찍을 수 없는 메모입니다.', money: '합계는 그대로이고, 메모는 적지 않았습니다.', next: '그림 글자 없이 40자 안으로 다시 적으세요.' },
      en: {
        what: 'This note cannot be printed on the slip.',
        money: 'The total is unchanged; the note was not kept.',
        next: 'Write it again in at most 40 characters, without emoji.',
      },
      'zh-CN': { what: '该备注无法打印在小票上。', money: '合计不变，备注没有保存。', next: '请不用表情符号，在40个字以内重新填写。' },
    },
  },
  'sale.price-needed': {
    who: 'cashier',
    words: {
      ko: { what: '값을 입력해야 하는 상품입니다.', money: '합계에 더하지 않았습니다.', next: '상품을 다시 고르고 값을 입력하세요.' },
      en: { what: 'This product needs its price typed in.', money: 'It was not added to the total.', next: 'Choose it again and type the price.' },
      'zh-CN': { what: '该商品需要输入价格。', money: '没有计入合计。', next: '请重新选择该商品并输入价格。' },
    },
  },
  'sale.weight-needed': {
    who: 'cashier',
    words: {
      ko: { what: '무게를 입력해야 하는 상품입니다.', money: '합계에 더하지 않았습니다.', next: '상품을 다시 고르고 무게(g)를 입력하세요.' },
      en: { what: 'This product needs its weight.', money: 'It was not added to the total.', next: 'Choose it again and type the grams.' },
      'zh-CN': { what: '该商品需要输入重量。', money: '没有计入合计。', next: '请重新选择该商品并输入克数。' },
    },
  },
  'sale.weight-out-of-range': {
    who: 'cashier',
    words: {
      ko: { what: '이 무게로는 팔 수 없습니다.', money: '합계는 그대로입니다.', next: '1g부터 99,999g까지, 무게로 파는 상품에만 입력하세요.' },
      en: { what: 'This weight cannot be sold.', money: 'The total is as it was.', next: 'Type 1 to 99,999 grams, for goods sold by weight only.' },
      'zh-CN': { what: '不能按此重量销售。', money: '合计不变。', next: '请输入1到99,999克，仅限按重量销售的商品。' },
    },
  },
  'sale.too-many-held': {
    who: 'cashier',
    words: {
      ko: { what: '보류한 판매가 20건으로 다 찼습니다.', money: '이 판매는 화면에 그대로 있습니다.', next: '보류한 판매를 하나 불러와 끝내거나 취소하세요.' },
      en: {
        what: 'Twenty sales are on hold already.',
        money: 'This sale stays on the screen as it is.',
        next: 'Recall one of them and finish or abandon it first.',
      },
      'zh-CN': { what: '挂单已满20笔。', money: '本笔交易仍在屏幕上。', next: '请先取回一笔挂单并完成或取消。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;

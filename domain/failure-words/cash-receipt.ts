/** Cash receipts: sent late, refused, in doubt. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const CASH_RECEIPT_WORDS = {
  'cash-receipt.network': {
    who: 'cashier',
    words: {
      ko: {
        what: '통신이 끊겨 현금영수증을 아직 보내지 못했습니다.',
        money: '판매는 끝났고 돈은 그대로입니다.',
        next: '연결되면 자동으로 발급됩니다. 손님께 발급 예정 영수증을 드리세요.',
      },
      en: {
        what: 'The line is down, so the cash receipt has not been sent yet.',
        money: 'The sale stands; the money is fine.',
        next: 'It is issued once the line is back. Give the customer the slip saying so.',
      },
      'zh-CN': {
        what: '网络中断，现金收据尚未发送。',
        money: '交易已完成，金额无误。',
        next: '网络恢复后会自动开具。请把注明“待开具”的小票交给顾客。',
      },
    },
  },
  'cash-receipt.unknown': {
    who: 'cashier',
    words: {
      ko: {
        what: '현금영수증이 발급됐는지 아직 모릅니다. 다시 발급하지 마세요.',
        money: '판매는 끝났고 받은 돈은 그대로입니다.',
        next: '자동으로 확인합니다. 없으면 그때 한 번만 발급됩니다.',
      },
      en: {
        what: 'It is not yet known whether the cash receipt was issued. Do not issue it again.',
        money: 'The sale is complete and the money taken stands.',
        next: 'It is being looked up by itself, and issued once only if it is not there.',
      },
      'zh-CN': {
        what: '尚不清楚现金收据是否已开具。请勿重复开具。',
        money: '交易已完成，收款不变。',
        next: '系统会自动查询；若未开具，只会补开一次。',
      },
    },
  },
  'cash-receipt.system': {
    who: 'cashier',
    words: {
      ko: {
        what: '발급 서비스나 국세청이 지금 응답하지 못합니다.',
        money: '판매는 끝났고 돈은 그대로입니다.',
        next: '복구되면 자동으로 발급됩니다. 손님께 발급 예정 영수증을 드리세요.',
      },
      en: {
        what: 'The issuing service or the tax office cannot answer now.',
        money: 'The sale is complete and the money is right.',
        next: 'It is issued by itself when they recover. Give the customer the slip that says so.',
      },
      'zh-CN': {
        what: '开具服务或国税厅暂时无法响应。',
        money: '交易已完成，金额无误。',
        next: '恢复后会自动开具。请把注明“待开具”的小票交给顾客。',
      },
    },
  },
  'cash-receipt.gateway-refused': {
    who: 'cashier',
    words: {
      ko: {
        what: '발급 서비스가 현금영수증을 거절했습니다.',
        money: '판매는 그대로이고, 현금영수증만 발급되지 않았습니다.',
        next: '거절 내용을 보고 고쳐서 다시 발급하거나, 나중에 발급을 고르세요.',
      },
      en: {
        what: 'The issuing service refused the cash receipt.',
        money: 'The sale stands; only the cash receipt was not issued.',
        next: 'Read its reason, correct it and issue again, or choose to issue later.',
      },
      'zh-CN': {
        what: '开具服务拒绝了这张现金收据。',
        money: '交易不受影响，只是现金收据未开具。',
        next: '请查看拒绝原因，更正后重新开具，或选择稍后开具。',
      },
    },
  },
  'cash-receipt.merchant-data': {
    who: 'manager',
    words: {
      ko: {
        what: '가맹점 정보나 가입 상태 때문에 현금영수증이 거절됐습니다.',
        money: '판매는 그대로입니다. 이 판매의 현금영수증은 아직 없습니다.',
        next: '점장이 사업자번호와 가입 정보를 고친 뒤 판매 목록에서 발급하세요.',
      },
      en: {
        what: 'The cash receipt was refused because of the shop’s own data or membership.',
        money: 'The sale stands. It has no cash receipt yet.',
        next: 'A manager corrects business number and membership, then issues it from the sales list.',
      },
      'zh-CN': {
        what: '因商户信息或签约状态问题，现金收据被拒绝。',
        money: '交易不受影响，但这笔交易还没有现金收据。',
        next: '请店长更正商户号和签约信息，然后在交易列表中补开。',
      },
    },
  },
  'cash-receipt.customer-data': {
    who: 'cashier',
    words: {
      ko: {
        what: '손님 번호나 용도가 맞지 않아 발급되지 않았습니다.',
        money: '판매는 그대로이고, 현금영수증은 없습니다.',
        next: '손님과 번호를 다시 확인하고 발급하세요.',
      },
      en: {
        what: 'The number or the purpose was not accepted.',
        money: 'The sale stands; there is no cash receipt.',
        next: 'Check the number with the customer and issue again.',
      },
      'zh-CN': { what: '顾客的号码或用途不符，未能开具。', money: '交易不受影响，但没有现金收据。', next: '请与顾客核对号码后重新开具。' },
    },
  },
  'cash-receipt.amount': {
    who: 'manager',
    words: {
      ko: {
        what: '현금영수증 금액이 판매 금액과 맞지 않아 막았습니다.',
        money: '판매는 그대로이고, 현금영수증은 발급되지 않았습니다.',
        next: '점장이 두 금액을 견줘 본 뒤 판매 목록에서 다시 발급하세요.',
      },
      en: {
        what: 'The cash receipt was stopped: its amount does not agree with the sale.',
        money: 'The sale stands; no cash receipt was issued.',
        next: 'A manager compares both amounts, then issues it from the sales list.',
      },
      'zh-CN': {
        what: '现金收据金额与交易金额不符，已被阻止。',
        money: '交易不受影响，现金收据未开具。',
        next: '请店长核对两个金额，再从交易列表重新开具。',
      },
    },
  },
  'cash-receipt.duplicate': {
    who: 'cashier',
    words: {
      ko: {
        what: '발급 서비스에 같은 번호의 현금영수증이 있습니다.',
        money: '두 번 발급되지 않았습니다.',
        next: '이미 있는 현금영수증을 확인하세요. 새로 발급하지 마세요.',
      },
      en: {
        what: 'The issuing service already holds a cash receipt under this key.',
        money: 'It was not issued twice.',
        next: 'Look at the one that exists. Do not issue another.',
      },
      'zh-CN': { what: '开具服务中已有同一编号的现金收据。', money: '没有重复开具。', next: '请查看已有的那张，不要再开新的。' },
    },
  },
  'cash-receipt.past-deadline': {
    who: 'manager',
    words: {
      ko: {
        what: '현금영수증을 발급할 수 있는 기한이 지났습니다.',
        money: '판매는 그대로이고, 현금영수증은 발급되지 않았습니다.',
        next: '점장이 국세청 126에 전화해 처리하고, 결과를 적어 두세요.',
      },
      en: {
        what: 'The time limit for issuing this cash receipt has passed.',
        money: 'The sale stands; the cash receipt was not issued.',
        next: 'A manager calls the tax office (126), settles it and writes down the result.',
      },
      'zh-CN': { what: '这张现金收据已超过开具期限。', money: '交易不受影响，现金收据未开具。', next: '请店长致电国税厅126处理，并记录结果。' },
    },
  },
  'cash-receipt.nts-rejected': {
    who: 'manager',
    words: {
      ko: {
        what: '발급된 현금영수증을 국세청이 받아들이지 않았습니다.',
        money: '받은 돈은 그대로지만, 이 현금영수증은 효력이 없습니다.',
        next: '점장이 국세청의 이유를 보고 번호를 고쳐 다시 발급하세요.',
      },
      en: {
        what: 'The tax office rejected a cash receipt that had been issued.',
        money: 'The money stands, but this cash receipt has no effect.',
        next: 'A manager reads the tax office’s reason, corrects the number and issues again.',
      },
      'zh-CN': {
        what: '国税厅拒绝了一张已开具的现金收据。',
        money: '收款不变，但这张现金收据无效。',
        next: '请店长查看国税厅给出的原因，更正号码后重新开具。',
      },
    },
  },
  'cash-receipt.already-there': {
    who: 'cashier',
    words: {
      ko: {
        what: '이 판매에는 현금영수증이 이미 있습니다.',
        money: '한 판매에 두 번 발급되지 않습니다.',
        next: '이미 있는 것을 보여 드리세요. 번호나 종류가 틀렸다면 판매 내역에서 고치세요.',
      },
      en: {
        what: 'This sale already has a cash receipt.',
        money: 'One sale is never receipted twice.',
        next: 'Show her the one there is. A wrong one is corrected in the sales history.',
      },
      'zh-CN': { what: '这笔交易已有现金收据。', money: '同一笔交易不会开具两次。', next: '请向顾客出示已有的那张。若号码或类型有误，请在销售记录中更正。' },
    },
  },
  'cash-receipt.self-issue-required': {
    who: 'cashier',
    words: {
      ko: {
        what: '의무발행업종이라 이 금액은 발급 안 함을 고를 수 없습니다.',
        money: '돈은 받았고, 현금영수증은 기한 안에 꼭 발급해야 합니다.',
        next: '손님이 번호를 말하지 않으면 자진발급을 누르세요.',
      },
      en: {
        what: 'This shop must issue a cash receipt for this amount; it cannot be declined.',
        money: 'The money is taken; the receipt is due within the time limit.',
        next: 'If the customer gives no number, press self-issue.',
      },
      'zh-CN': {
        what: '本店属强制开具行业，此金额不能选择“不开具”。',
        money: '款项已收，现金收据必须在期限内开具。',
        next: '顾客不提供号码时，请按“自行开具”。',
      },
    },
  },
  'cash-receipt.number-changed': {
    who: 'cashier',
    words: {
      ko: {
        what: '읽어 드린 뒤에 번호가 바뀌어 발급하지 않았습니다.',
        money: '판매는 그대로이고, 현금영수증은 보내지 않았습니다.',
        next: '지금 보이는 번호를 손님께 다시 읽어 드리세요.',
      },
      en: {
        what: 'The number changed after it was read back, so nothing was issued.',
        money: 'The sale stands; no cash receipt was sent.',
        next: 'Read the number now shown back to the customer once more.',
      },
      'zh-CN': {
        what: '号码在向顾客确认之后有变动，因此没有开具。',
        money: '交易不受影响，现金收据未发送。',
        next: '请把现在显示的号码再向顾客念一遍确认。',
      },
    },
  },
  'cash-receipt.nothing-to-issue': {
    who: 'cashier',
    words: {
      ko: { what: '받을 돈이 0원이라 현금영수증을 발급할 것이 없습니다.', money: '오간 돈이 없습니다.', next: '그대로 다음으로 넘어가세요.' },
      en: {
        what: 'The amount due is 0 won, so there is nothing to issue a cash receipt for.',
        money: 'No money changed hands.',
        next: 'Go on to the next step.',
      },
      'zh-CN': { what: '应收金额为0韩元，无需开具现金收据。', money: '没有款项往来。', next: '请直接进行下一步。' },
    },
  },
  'cash-receipt.deadline-near': {
    who: 'manager',
    words: {
      ko: {
        what: '의무발행 현금영수증의 발급 기한이 가까워졌습니다.',
        money: '받은 돈은 그대로입니다. 기한이 지나면 가산세가 붙을 수 있습니다.',
        next: '판매 목록에서 오늘 발급하세요. 번호를 모르면 자진발급하세요.',
      },
      en: {
        what: 'A mandatory cash receipt is close to its time limit.',
        money: 'The money stands. Past the limit there can be a penalty tax.',
        next: 'Issue it today from the sales list; use self-issue if the number is unknown.',
      },
      'zh-CN': {
        what: '一张强制开具的现金收据即将到期。',
        money: '收款不变。逾期可能会被加收税款。',
        next: '请今天在交易列表中开具；不知道号码时请自行开具。',
      },
    },
  },
} as const satisfies Record<string, FailureEntry>;

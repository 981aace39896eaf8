/** A cash receipt that is put right. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const CASH_RECEIPT_CORRECTION_WORDS = {
  'cash-receipt.same-as-before': {
    who: 'cashier',
    words: {
      ko: { what: '지금 있는 현금영수증과 종류와 번호가 같습니다.', money: '판매와 현금영수증은 그대로입니다.', next: '바른 번호나 종류를 입력하세요. 고칠 것이 없으면 Esc로 나가세요.' },
      en: { what: 'Kind and number are those of the receipt there is.', money: 'The sale and its receipt are unchanged.', next: 'Type the right number or kind. If nothing is wrong, leave with Esc.' },
      'zh-CN': { what: '类型和号码与现有的现金收据相同。', money: '交易和现金收据不变。', next: '请输入正确的号码或类型。若无须更正，按 Esc 离开。' },
    },
  },
  'refund.receipt-not-corrected': {
    who: 'manager',
    words: {
      ko: { what: '잘못된 현금영수증을 취소하지 못해 새로 발급하지 않았습니다.', money: '판매와 받은 돈은 그대로이고, 국세청에는 잘못된 현금영수증이 남아 있습니다.', next: '이유를 보고 다시 취소하거나, 점장이 국세청 126에 전화하세요.' },
      en: { what: 'The wrong cash receipt could not be cancelled, so no other was issued.', money: 'The sale and its money are unchanged; the tax office still has the wrong receipt.', next: 'Read why and cancel again, or a manager calls the tax office (126).' },
      'zh-CN': { what: '错误的现金收据未能撤销，因此没有重新开具。', money: '交易和已收款项不变，国税厅仍保留错误的收据。', next: '请查看原因后重新撤销，或由店长致电国税厅126。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;

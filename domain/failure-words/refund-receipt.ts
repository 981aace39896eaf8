/** Cash receipts that the card terminal issued and is asked to cancel. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

const STANDS = {
  ko: '돈은 맞고, 국세청에는 현금영수증이 그대로 있습니다.',
  en: 'The money is right; the tax office still has the receipt.',
  'zh-CN': '金额无误，国税厅仍保留该现金收据。',
} as const;

export const REFUND_RECEIPT_WORDS = {
  'refund.receipt-terminal-declined': {
    who: 'manager',
    words: {
      ko: { what: '단말기에서 현금영수증 취소가 거절되었습니다.', money: STANDS.ko, next: '거절 이유를 보고 다시 취소하거나, 단말기에서 직접 취소하고 적어 두세요.' },
      en: { what: 'The terminal refused to cancel the cash receipt.', money: STANDS.en, next: 'Read why and cancel again, or cancel it by hand at the terminal and write it down.' },
      'zh-CN': { what: '终端拒绝撤销现金收据。', money: STANDS['zh-CN'], next: '请查看原因后重新撤销，或在终端上手动撤销并记录。' },
    },
  },
  'refund.receipt-terminal-stopped': {
    who: 'cashier',
    words: {
      ko: { what: '현금영수증 취소를 단말기에서 그만두었습니다.', money: STANDS.ko, next: '손님과 함께 다시 취소하세요.' },
      en: { what: 'Cancelling the cash receipt was stopped at the terminal.', money: STANDS.en, next: 'Cancel it again with the customer there.' },
      'zh-CN': { what: '终端上的现金收据撤销已中止。', money: STANDS['zh-CN'], next: '请在顾客在场时重新撤销。' },
    },
  },
  'refund.receipt-terminal-unreachable': {
    who: 'cashier',
    words: {
      ko: { what: '현금영수증을 취소할 단말기가 답하지 않습니다.', money: STANDS.ko, next: '단말기의 전원과 선을 확인하고 다시 취소하세요.' },
      en: { what: 'The terminal that must cancel the cash receipt does not answer.', money: STANDS.en, next: 'Check its power and cable, then cancel again.' },
      'zh-CN': { what: '需要撤销现金收据的终端没有应答。', money: STANDS['zh-CN'], next: '请检查终端电源和线缆后重新撤销。' },
    },
  },
  'refund.receipt-terminal-not-asked': {
    who: 'cashier',
    words: {
      ko: { what: '현금영수증 취소를 단말기에 요청하기 전에 멈췄습니다.', money: STANDS.ko, next: '다시 취소하세요. 두 번 취소되지 않습니다.' },
      en: { what: 'It stopped before the terminal was asked to cancel the cash receipt.', money: STANDS.en, next: 'Cancel it again; it will not be cancelled twice.' },
      'zh-CN': { what: '在向终端请求撤销现金收据之前中断。', money: STANDS['zh-CN'], next: '请重新撤销，不会撤销两次。' },
    },
  },
  'refund.receipt-terminal-not-done': {
    who: 'cashier',
    words: {
      ko: { what: '현금영수증이 취소되지 않은 것으로 기록했습니다.', money: STANDS.ko, next: '다시 취소하세요.' },
      en: { what: 'It was recorded that the cash receipt was not cancelled.', money: STANDS.en, next: 'Cancel it again.' },
      'zh-CN': { what: '已记录为现金收据未撤销。', money: STANDS['zh-CN'], next: '请重新撤销。' },
    },
  },
  'refund.receipt-terminal-unknown': {
    who: 'cashier',
    words: {
      ko: { what: '현금영수증이 취소됐는지 알 수 없습니다.', money: '돈은 맞습니다. 현금영수증은 이미 취소되었을 수 있습니다.', next: '다시 취소하지 말고, 단말기의 영수증이나 직전거래를 보고 적으세요.' },
      en: {
        what: 'It is not known whether the cash receipt was cancelled.',
        money: 'The money is right. The receipt may be cancelled already.',
        next: 'Do not cancel again: read the terminal’s slip or last transaction, and record it.',
      },
      'zh-CN': { what: '不清楚现金收据是否已撤销。', money: '金额无误，现金收据可能已经撤销。', next: '请勿再次撤销，查看终端的小票或上一笔交易并记录。' },
    },
  },
  'refund.receipt-by-hand': {
    who: 'manager',
    words: {
      ko: { what: '이 현금영수증은 여기서 단말기에 취소를 요청할 수 없습니다.', money: STANDS.ko, next: '발급한 단말기에서 직접 취소하고, 취소 승인번호를 적어 두세요.' },
      en: { what: 'The terminal cannot be asked from here to cancel this cash receipt.', money: STANDS.en, next: 'Cancel it by hand at the terminal that issued it, and record the approval number.' },
      'zh-CN': { what: '无法从这里请求终端撤销这张现金收据。', money: STANDS['zh-CN'], next: '请在开具它的终端上手动撤销，并记下撤销批准号。' },
    },
  },
  'refund.receipt-too-old': {
    who: 'manager',
    words: {
      ko: { what: '발급한 지 오래되어 단말기로 취소할 수 없는 현금영수증입니다.', money: STANDS.ko, next: '국세청 126에 전화해 취소하고, 접수 내용을 적어 두세요.' },
      en: { what: 'The cash receipt was issued too long ago for the terminal to cancel.', money: STANDS.en, next: 'Call the tax office (126) to cancel it, and write down what was agreed.' },
      'zh-CN': { what: '该现金收据开具已久，终端无法撤销。', money: STANDS['zh-CN'], next: '请致电国税厅126办理撤销，并记录受理内容。' },
    },
  },
  'refund.receipt-original-open': {
    who: 'cashier',
    words: {
      ko: { what: '현금영수증이 발급됐는지부터 알 수 없습니다.', money: '돈은 맞고, 현금영수증은 있을 수도 없을 수도 있습니다.', next: '판매 내역에서 발급 여부를 먼저 적고, 다시 취소하세요.' },
      en: {
        what: 'It is not even known whether the cash receipt was issued.',
        money: 'The money is right; there may be a receipt or none.',
        next: 'Record from the sale whether it was issued, then cancel again.',
      },
      'zh-CN': { what: '还不清楚现金收据是否已开具。', money: '金额无误，收据可能存在也可能不存在。', next: '请先在销售记录中记录是否开具，然后重新撤销。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;

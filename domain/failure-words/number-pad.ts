/** A number for a cash receipt that the customer was to key on the signature pad. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

const MONEY = { ko: '현금은 받았고, 현금영수증은 아직 요청하지 않았습니다.', en: 'The cash is taken; no receipt was asked for yet.', 'zh-CN': '现金已收，尚未请求现金收据。' } as const;

export const NUMBER_PAD_WORDS = {
  'number-pad.cancelled': {
    who: 'cashier',
    words: {
      ko: { what: '손님이 패드에서 입력을 취소했습니다.', money: MONEY.ko, next: '손님께 여쭤 보고 다시 묻거나, 계산대에서 입력하세요.' },
      en: { what: 'The customer cancelled on the pad.', money: MONEY.en, next: 'Ask the customer, then try the pad again or type it here.' },
      'zh-CN': { what: '顾客在签名板上取消了输入。', money: MONEY['zh-CN'], next: '请询问顾客后再次请求，或在收银台输入。' },
    },
  },
  'number-pad.timed-out': {
    who: 'cashier',
    words: {
      ko: { what: '패드에 번호가 입력되지 않은 채 시간이 지났습니다.', money: MONEY.ko, next: '손님이 준비되면 다시 묻거나, 계산대에서 입력하세요.' },
      en: { what: 'No number was keyed on the pad in time.', money: MONEY.en, next: 'Ask the pad again when the customer is ready, or type the number here.' },
      'zh-CN': { what: '签名板上未在规定时间内输入号码。', money: MONEY['zh-CN'], next: '顾客准备好后请再次请求，或在收银台输入。' },
    },
  },
  'number-pad.unreachable': {
    who: 'cashier',
    words: {
      ko: { what: '번호를 물을 서명패드에 연결할 수 없습니다.', money: MONEY.ko, next: '패드의 케이블을 다시 꽂고 다시 묻거나, 계산대에서 입력하세요.' },
      en: { what: 'The pad that asks for the number cannot be reached.', money: MONEY.en, next: 'Plug its cable in again and ask again, or type the number here.' },
      'zh-CN': { what: '无法连接用来输入号码的签名板。', money: MONEY['zh-CN'], next: '请重新插好线缆后再次请求，或在收银台输入。' },
    },
  },
  'number-pad.silent': {
    who: 'cashier',
    words: {
      ko: { what: '번호를 물을 서명패드가 대답하지 않습니다.', money: MONEY.ko, next: '패드의 전원을 껐다 켜고 다시 묻거나, 계산대에서 입력하세요.' },
      en: { what: 'The pad that asks for the number does not answer.', money: MONEY.en, next: 'Switch it off and on and ask again, or type the number here.' },
      'zh-CN': { what: '用来输入号码的签名板没有应答。', money: MONEY['zh-CN'], next: '请关闭再打开签名板后再次请求，或在收银台输入。' },
    },
  },
  'number-pad.refused': {
    who: 'cashier',
    words: {
      ko: { what: '이 서명패드는 번호를 받지 않습니다.', money: MONEY.ko, next: '계산대에서 번호를 입력하세요. 계속되면 설정에서 손님 화면을 고르세요.' },
      en: { what: 'This pad does not take a number.', money: MONEY.en, next: 'Type the number here; if it stays so, choose the customer display in the settings.' },
      'zh-CN': { what: '该签名板不接受输入号码。', money: MONEY['zh-CN'], next: '请在收银台输入号码；如一直如此，请在设置中改用顾客屏。' },
    },
  },
  'number-pad.broken': {
    who: 'cashier',
    words: {
      ko: { what: '서명패드에서 번호를 제대로 받지 못했습니다.', money: MONEY.ko, next: '패드의 케이블과 전원을 확인하고 다시 묻거나, 계산대에서 입력하세요.' },
      en: { what: 'The number did not come through from the pad.', money: MONEY.en, next: 'Check its cable and power and ask again, or type the number here.' },
      'zh-CN': { what: '未能从签名板正确收到号码。', money: MONEY['zh-CN'], next: '请检查签名板的线缆和电源后再次请求，或在收银台输入。' },
    },
  },
  'number-pad.busy': {
    who: 'cashier',
    words: {
      ko: { what: '서명패드가 다른 일을 하고 있어 번호를 묻지 못했습니다.', money: MONEY.ko, next: '잠시 뒤에 다시 묻거나, 계산대에서 입력하세요.' },
      en: { what: 'The pad was needed for something else and did not ask for the number.', money: MONEY.en, next: 'Ask again in a moment, or type the number here.' },
      'zh-CN': { what: '签名板正忙，未能请求号码。', money: MONEY['zh-CN'], next: '请稍后再次请求，或在收银台输入。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;

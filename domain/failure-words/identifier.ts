/** The number a cash receipt is for, refused while it is typed. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const IDENTIFIER_WORDS = {
  'identifier.not-digits': {
    who: 'cashier',
    words: {
      ko: { what: '숫자가 아닌 글자가 들어 있습니다.', money: '아직 발급하지 않았습니다.', next: '숫자만 다시 입력하세요.' },
      en: {
        what: 'There is something in the number that is not a digit.',
        money: 'Nothing has been issued yet.',
        next: 'Type the number again, digits only.',
      },
      'zh-CN': { what: '号码中含有非数字字符。', money: '尚未开具。', next: '请只输入数字。' },
    },
  },
  'identifier.incomplete': {
    who: 'cashier',
    words: {
      ko: {
        what: '번호가 아직 다 입력되지 않았습니다.',
        money: '번호가 맞아야 발급됩니다. 받은 돈은 그대로입니다.',
        next: '번호를 끝까지 입력하세요.',
      },
      en: {
        what: 'The number is not complete yet.',
        money: 'It is issued only once the number is right. The money taken stands.',
        next: 'Type the whole number.',
      },
      'zh-CN': { what: '号码还没有输完。', money: '号码正确后才会开具。收款不变。', next: '请把号码输入完整。' },
    },
  },
  'identifier.too-long': {
    who: 'cashier',
    words: {
      ko: { what: '번호가 너무 깁니다.', money: '이 번호로는 발급하지 않았습니다.', next: '남는 숫자를 지우고 손님과 맞춰 보세요.' },
      en: { what: 'The number is too long.', money: 'Nothing was issued to it.', next: 'Delete the extra digits and check with the customer.' },
      'zh-CN': { what: '号码过长。', money: '没有用这个号码开具。', next: '请删去多余的数字并与顾客核对。' },
    },
  },
  'identifier.phone-prefix': {
    who: 'cashier',
    words: {
      ko: {
        what: '휴대폰 번호의 앞자리가 아닙니다.',
        money: '이 번호로는 발급되지 않습니다.',
        next: '010처럼 01로 시작하는 번호를 다시 입력하세요.',
      },
      en: {
        what: 'A mobile number does not begin like this.',
        money: 'It cannot be issued to this number.',
        next: 'Type it again; it begins with 01, as in 010.',
      },
      'zh-CN': { what: '手机号的开头不对。', money: '不能用这个号码开具。', next: '请重新输入以01开头的号码，例如010。' },
    },
  },
  'identifier.check-digit': {
    who: 'cashier',
    words: {
      ko: {
        what: '사업자번호의 숫자 하나가 틀린 것 같습니다.',
        money: '이런 사업자번호는 없어서 발급하지 않았습니다.',
        next: '사업자등록증이나 명함을 보고 다시 입력하세요.',
      },
      en: {
        what: 'A digit of the business number seems to be wrong.',
        money: 'No such business number exists, so nothing was issued.',
        next: 'Type it again from the registration paper or a business card.',
      },
      'zh-CN': { what: '商户登记号似乎有一位数字错误。', money: '不存在这样的登记号，因此没有开具。', next: '请对照登记证或名片重新输入。' },
    },
  },
  'identifier.resident-date': {
    who: 'cashier',
    words: {
      ko: {
        what: '주민등록번호의 생년월일이 맞지 않습니다.',
        money: '이대로는 발급할 수 없습니다.',
        next: '번호를 다시 확인하거나 휴대폰 번호로 받으세요.',
      },
      en: {
        what: 'The birth date in the resident number is not possible.',
        money: 'It cannot be issued like this.',
        next: 'Check the number, or use a phone number instead.',
      },
      'zh-CN': { what: '居民登记号中的出生日期不正确。', money: '这样无法开具。', next: '请核对号码，或改用手机号。' },
    },
  },
  'identifier.resident-number-off': {
    who: 'cashier',
    words: {
      ko: {
        what: '이 매장은 주민등록번호로 발급하지 않습니다.',
        money: '그 번호는 저장하지도 보내지도 않았습니다.',
        next: '휴대폰 번호나 현금영수증 카드 번호를 여쭤보세요.',
      },
      en: {
        what: 'This shop does not issue to resident numbers.',
        money: 'The number was neither stored nor sent.',
        next: 'Ask for a phone number or a cash-receipt card.',
      },
      'zh-CN': { what: '本店不使用居民登记号开具。', money: '该号码没有保存，也没有发送。', next: '请询问手机号或现金收据卡号。' },
    },
  },
  'identifier.form-not-accepted': {
    who: 'cashier',
    words: {
      ko: {
        what: '이 용도로는 받을 수 없는 번호 종류입니다.',
        money: '아직 아무것도 발급하지 않았습니다.',
        next: '소득공제는 휴대폰, 지출증빙은 사업자번호로 받으세요.',
      },
      en: {
        what: 'This purpose does not take that kind of number.',
        money: 'Nothing at all has been issued yet.',
        next: 'Use a phone for income deduction, a business number for expense proof.',
      },
      'zh-CN': { what: '此用途不接受这类号码。', money: '目前什么都没有开具。', next: '所得扣除请用手机号，支出凭证请用商户登记号。' },
    },
  },
  'identifier.self-issue-number': {
    who: 'cashier',
    words: {
      ko: {
        what: '010-000-1234는 자진발급에만 쓰는 번호입니다.',
        money: '손님 앞으로 발급되지 않습니다.',
        next: '손님 번호를 입력하거나, 모르면 자진발급을 고르세요.',
      },
      en: {
        what: '010-000-1234 is for self-issue only.',
        money: 'It would not count for the customer.',
        next: 'Type the customer’s number, or choose self-issue if it is unknown.',
      },
      'zh-CN': { what: '010-000-1234只用于自行开具。', money: '不会计入顾客名下。', next: '请输入顾客的号码；不知道时请选择自行开具。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;

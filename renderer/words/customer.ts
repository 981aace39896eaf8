/**
 * The customer display's words. Short, polite, large: read from 70 cm, once. Refusals of a number say only what to press instead;
 * the catalogue's longer words are for the cashier.
 */
import type { FailureCode } from '../../domain/failure.ts';
import type { IdentifierForm } from '../../domain/cash-receipt/identifier.ts';
import { defineWords } from './language.tsx';

export type NumberRefusal = Extract<FailureCode, `identifier.${string}`>;

export type CustomerWords = {
  readonly languageName: string;
  readonly chooseLanguage: string;
  readonly closed: { readonly title: string; readonly body: string };
  readonly idle: { readonly title: string; readonly body: string };
  readonly test: { readonly title: string; readonly body: string };
  readonly itemCount: string;
  readonly items: (count: number) => string;
  readonly each: (quantity: number, price: string) => string;
  readonly listLabel: string;
  readonly latest: string;
  readonly paid: { readonly changeTitle: string; readonly exactTitle: string; readonly body: string };
  readonly number: {
    readonly ask: Readonly<Record<IdentifierForm, string>>;
    readonly mirrored: Readonly<Record<IdentifierForm, string>>;
    readonly mirroredHint: string;
    readonly onPad: string;
    readonly onPadHint: string;
    readonly privacy: string;
    readonly keypad: string;
    readonly erase: string;
    readonly clear: string;
    readonly next: string;
    readonly more: (count: number) => string;
    readonly startTyping: string;
    readonly fix: string;
    readonly typed: (spoken: string) => string;
    readonly refusals: Readonly<Record<NumberRefusal, string>>;
    readonly otherRefusal: string;
  };
  readonly readBack: { readonly title: string; readonly again: string; readonly yes: string };
  readonly issuing: { readonly title: string; readonly body: string };
  readonly slip: { readonly title: string; readonly no: string; readonly yes: string };
  readonly receiptIssued: (masked: string) => string;
  readonly receiptLater: (masked: string) => string;
  readonly receiptNotIssued: string;
  readonly thanks: { readonly title: string; readonly takeSlip: string; readonly body: string };
  readonly notDone: string;
  readonly loading: string;
  readonly lost: string;
};

const ko: CustomerWords = {
  languageName: '한국어',
  chooseLanguage: '언어',
  closed: { title: '잠시 쉬고 있어요', body: '다른 계산대를 이용해 주세요.' },
  test: { title: '시험 화면', body: '네 모서리와 여섯 색이 모두 보이면 정상입니다.' },
  idle: { title: '어서 오세요', body: '현금영수증과 종이 영수증은 계산할 때 여쭤볼게요.' },
  itemCount: '상품',
  items: (count) => `${count}개`,
  each: (quantity, price) => `${price} × ${quantity}`,
  listLabel: '담은 상품',
  latest: '방금 담은 상품',
  paid: {
    changeTitle: '거스름돈을 확인해 주세요',
    exactTitle: '금액을 맞게 받았습니다',
    body: '현금영수증이 필요하시면 말씀해 주세요.',
  },
  number: {
    ask: {
      phone: '휴대폰 번호를 눌러 주세요',
      card: '현금영수증 카드 번호를 눌러 주세요',
      'business-number': '사업자등록번호를 눌러 주세요',
      'resident-number': '주민등록번호를 눌러 주세요',
      'self-issue': '자진발급 번호',
    },
    mirrored: {
      phone: '휴대폰 번호를 입력하고 있어요',
      card: '현금영수증 카드 번호를 입력하고 있어요',
      'business-number': '사업자등록번호를 입력하고 있어요',
      'resident-number': '주민등록번호를 입력하고 있어요',
      'self-issue': '자진발급 번호를 입력하고 있어요',
    },
    mirroredHint: '번호가 다르면 바로 말씀해 주세요.',
    onPad: '서명패드에\n번호를 눌러 주세요',
    onPadHint: '다 누르면 이 화면에서 함께 확인합니다.',
    privacy: '번호는 국세청 발급에만 쓰입니다.',
    keypad: '숫자판',
    erase: '한 자리 지우기',
    clear: '모두 지우기',
    next: '다음',
    more: (count) => `${count}자리 더`,
    startTyping: '번호 입력',
    fix: '번호 확인',
    typed: (spoken) => `입력한 번호 ${spoken}`,
    refusals: {
      'identifier.not-digits': '숫자만 눌러 주세요.',
      'identifier.incomplete': '번호를 끝까지 눌러 주세요.',
      'identifier.too-long': '번호가 너무 길어요. 한 자리를 지워 주세요.',
      'identifier.phone-prefix': '휴대폰 번호는 010처럼 01로 시작해요. 지우고 다시 눌러 주세요.',
      'identifier.check-digit': '없는 사업자번호예요. 한 자리씩 다시 봐 주세요.',
      'identifier.resident-date': '앞 여섯 자리가 생년월일이 아니에요. 다시 봐 주세요.',
      'identifier.resident-number-off': '주민등록번호는 받지 않아요. 휴대폰 번호를 눌러 주세요.',
      'identifier.form-not-accepted': '이 번호로는 발급할 수 없어요. 직원에게 말씀해 주세요.',
      'identifier.self-issue-number': '이 번호는 손님 번호로 쓸 수 없어요. 다른 번호를 눌러 주세요.',
    },
    otherRefusal: '이 번호로는 발급할 수 없어요. 직원에게 말씀해 주세요.',
  },
  readBack: { title: '이 번호로 현금영수증을\n발급할까요?', again: '다시 입력', yes: '네, 맞아요' },
  issuing: { title: '현금영수증을\n발급하고 있어요', body: '국세청 발급 창구의 답을 기다립니다. 잠시만 기다려 주세요.' },
  slip: { title: '종이 영수증을\n드릴까요?', no: '아니요', yes: '네, 주세요' },
  receiptIssued: (masked) => `현금영수증 발급됨 · ${masked}`,
  receiptLater: (masked) => `현금영수증은 연결되는 대로 발급됩니다 · ${masked}`,
  receiptNotIssued: '현금영수증은 아직 발급되지 않았어요. 직원이 도와드릴게요.',
  thanks: { title: '감사합니다', takeSlip: '영수증을 받아 주세요.', body: '안녕히 가세요.' },
  notDone: '처리하지 못했어요. 한 번 더 누르시거나 직원에게 말씀해 주세요.',
  loading: '준비하고 있어요',
  lost: '화면 연결이 끊겼어요. 계산은 직원 화면에서 계속됩니다.',
};

const en: CustomerWords = {
  languageName: 'English',
  chooseLanguage: 'Language',
  closed: { title: 'This counter is closed', body: 'Please use another counter.' },
  test: { title: 'Test picture', body: 'Four corners and six colours: all is well.' },
  idle: { title: 'Welcome', body: 'We will ask about your receipt when you pay.' },
  itemCount: 'Items',
  items: (count) => (count === 1 ? '1 item' : `${count} items`),
  each: (quantity, price) => `${quantity} × ${price}`,
  listLabel: 'Your items',
  latest: 'Just added',
  paid: {
    changeTitle: 'Please check your change',
    exactTitle: 'Exact amount received',
    body: 'Need a cash receipt (현금영수증)? Please tell us.',
  },
  number: {
    ask: {
      phone: 'Enter your mobile number',
      card: 'Enter your cash-receipt card number',
      'business-number': 'Enter your business number',
      'resident-number': 'Enter your resident number',
      'self-issue': 'Self-issue number',
    },
    mirrored: {
      phone: 'Your mobile number is being entered',
      card: 'Your card number is being entered',
      'business-number': 'Your business number is being entered',
      'resident-number': 'Your resident number is being entered',
      'self-issue': 'The self-issue number is being entered',
    },
    mirroredHint: 'If the number is not yours, please say so.',
    onPad: 'Please enter your\nnumber on the pad',
    onPadHint: 'We will then check it together on this screen.',
    privacy: 'Used only to issue this receipt.',
    keypad: 'Number keys',
    erase: 'Erase one digit',
    clear: 'Clear all',
    next: 'Next',
    more: (count) => `${count} more`,
    startTyping: 'Enter number',
    fix: 'Check number',
    typed: (spoken) => `Number so far ${spoken}`,
    refusals: {
      'identifier.not-digits': 'Digits only, please.',
      'identifier.incomplete': 'Please enter the whole number.',
      'identifier.too-long': 'That is too long. Erase one digit.',
      'identifier.phone-prefix': 'Mobile numbers start with 01, like 010. Please try again.',
      'identifier.check-digit': 'No business has this number. Please check each digit.',
      'identifier.resident-date': 'The first six digits are not a birth date. Please check.',
      'identifier.resident-number-off': 'Resident numbers are not taken here. Use a mobile number.',
      'identifier.form-not-accepted': 'This number cannot be used. Please ask the cashier.',
      'identifier.self-issue-number': 'This number is reserved. Please use another one.',
    },
    otherRefusal: 'This number cannot be used. Please ask the cashier.',
  },
  readBack: { title: 'Issue the cash receipt\nto this number?', again: 'Enter again', yes: 'Yes, correct' },
  issuing: { title: 'Issuing your\ncash receipt', body: 'Waiting for the tax office. One moment, please.' },
  slip: { title: 'Would you like\na paper receipt?', no: 'No, thanks', yes: 'Yes, please' },
  receiptIssued: (masked) => `Cash receipt issued · ${masked}`,
  receiptLater: (masked) => `Cash receipt will follow · ${masked}`,
  receiptNotIssued: 'The cash receipt is not issued yet. The cashier will help you.',
  thanks: { title: 'Thank you', takeSlip: 'Please take your receipt.', body: 'Have a good day.' },
  notDone: 'That did not work. Touch once more, or ask the cashier.',
  loading: 'One moment',
  lost: 'This display lost its connection. The cashier can go on.',
};

const zh: CustomerWords = {
  languageName: '中文',
  chooseLanguage: '语言',
  closed: { title: '本收银台暂停服务', body: '请使用其他收银台。' },
  test: { title: '测试画面', body: '四个角和六种颜色都能看到就是正常的。' },
  idle: { title: '欢迎光临', body: '结账时我们会询问您是否需要现金收据和小票。' },
  itemCount: '商品',
  items: (count) => `${count}件`,
  each: (quantity, price) => `${price} × ${quantity}`,
  listLabel: '您的商品',
  latest: '刚刚添加',
  paid: {
    changeTitle: '请核对找零',
    exactTitle: '已收到正好的金额',
    body: '如需现金收据 (현금영수증)，请告诉我们。',
  },
  number: {
    ask: {
      phone: '请输入手机号码',
      card: '请输入现金收据卡号',
      'business-number': '请输入企业登记号',
      'resident-number': '请输入居民登记号',
      'self-issue': '自行开具号码',
    },
    mirrored: {
      phone: '正在输入您的手机号码',
      card: '正在输入您的卡号',
      'business-number': '正在输入企业登记号',
      'resident-number': '正在输入居民登记号',
      'self-issue': '正在输入自行开具号码',
    },
    mirroredHint: '如号码不对，请立即告诉我们。',
    onPad: '请在签名板上\n输入号码',
    onPadHint: '输入后在此屏幕上一起核对。',
    privacy: '号码仅用于向韩国国税厅登记收据。',
    keypad: '数字键',
    erase: '删除一位',
    clear: '全部清除',
    next: '下一步',
    more: (count) => `还差${count}位`,
    startTyping: '输入号码',
    fix: '检查号码',
    typed: (spoken) => `已输入 ${spoken}`,
    refusals: {
      'identifier.not-digits': '请只输入数字。',
      'identifier.incomplete': '请输入完整号码。',
      'identifier.too-long': '号码太长，请删除一位。',
      'identifier.phone-prefix': '韩国手机号以 01 开头，例如 010。请删除后重输。',
      'identifier.check-digit': '没有这个企业登记号，请逐位核对。',
      'identifier.resident-date': '前六位不是出生日期，请核对。',
      'identifier.resident-number-off': '此处不接受居民登记号，请输入手机号。',
      'identifier.form-not-accepted': '此号码不能使用，请咨询收银员。',
      'identifier.self-issue-number': '此号码为专用号码，请输入其他号码。',
    },
    otherRefusal: '此号码不能使用，请咨询收银员。',
  },
  readBack: { title: '要用这个号码\n开具现金收据吗？', again: '重新输入', yes: '是的，正确' },
  issuing: { title: '正在开具\n现金收据', body: '正在等待国税系统答复，请稍候。' },
  slip: { title: '您需要\n纸质小票吗？', no: '不需要', yes: '需要' },
  receiptIssued: (masked) => `现金收据已开具 · ${masked}`,
  receiptLater: (masked) => `联网后将自动开具现金收据 · ${masked}`,
  receiptNotIssued: '现金收据尚未开具，收银员会为您处理。',
  thanks: { title: '谢谢惠顾', takeSlip: '请取走您的小票。', body: '祝您愉快。' },
  notDone: '未能完成。请再按一次，或咨询收银员。',
  loading: '请稍候',
  lost: '本屏幕已断开连接，收银员处可继续结账。',
};

export const customerWords = defineWords<CustomerWords>({ ko, en, 'zh-CN': zh });

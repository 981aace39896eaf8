/** Words of signing: for the customer at the field, and for the cashier who watches. */
import type { PadTest, SignatureAsk } from '../../contract/signature.ts';
import { defineWords } from './language.tsx';

export type SignatureWords = {
  readonly customer: {
    readonly title: string;
    readonly again: string;
    readonly test: string;
    readonly amount: string;
    readonly field: string;
    readonly clear: string;
    readonly done: string;
    readonly cannot: string;
    readonly stop: string;
  };
  readonly waiting: string;
  readonly signing: string;
  readonly testing: string;
  readonly on: Readonly<Record<SignatureAsk['on'], string>>;
  readonly ink: (where: string) => string;
  readonly nothingYet: string;
  readonly stopTest: string;
  readonly tested: Readonly<Record<PadTest['outcome'], string>>;
  readonly points: (count: string) => string;
  /** The counter has no pad and needs none. */
  readonly unused: string;
  readonly noPad: string;
};

export const signatureWords = defineWords<SignatureWords>({
  ko: {
    customer: {
      title: '여기에 서명해 주세요',
      again: '조금 더 크게 다시 서명해 주세요',
      test: '시험입니다. 아무 선이나 그어 보세요',
      amount: '카드 결제 금액',
      field: '서명란',
      clear: '다시 쓰기',
      done: '서명 완료',
      cannot: '서명할 수 없어요',
      stop: '시험 끝내기',
    },
    waiting: '손님 서명을 기다립니다',
    signing: '손님이 서명하고 있습니다',
    testing: '서명패드 시험',
    on: { display: '손님 화면', 'koces-pad': '서명패드' },
    ink: (where) => `${where}에 쓰고 있는 서명`,
    nothingYet: '아직 쓰지 않았습니다',
    stopTest: '시험 그만두기',
    tested: {
      signed: '서명이 잘 왔습니다.',
      'too-short': '선이 너무 짧습니다. 이름만큼 길게 그어 보세요.',
      cancelled: '패드에서 취소했습니다. 패드는 이어져 있습니다.',
      silent: '아무 선도 오지 않았습니다.',
      broken: '중간에 끊겼습니다.',
      absent: '패드에 닿지 않습니다.',
      'given-up': '시험을 그만두었습니다.',
    },
    points: (count) => `점 ${count}개`,
    unused: '쓰지 않음',
    noPad: '서명패드 없이 씁니다. 서명은 단말기나 수기서명 전표로 받습니다.',
  },
  en: {
    customer: {
      title: 'Please sign here',
      again: 'Please sign again, a little larger',
      test: 'A test: draw any line',
      amount: 'Charged to your card',
      field: 'Signature field',
      clear: 'Start over',
      done: 'Done',
      cannot: 'I cannot sign',
      stop: 'End the test',
    },
    waiting: 'Waiting for the customer to sign',
    signing: 'The customer is signing',
    testing: 'Testing the pad',
    on: { display: 'Customer display', 'koces-pad': 'Signature pad' },
    ink: (where) => `The signature being given: ${where}`,
    nothingYet: 'Nothing drawn yet',
    stopTest: 'Stop the test',
    tested: {
      signed: 'The signature arrived well.',
      'too-short': 'Too short: draw a line as long as a name.',
      cancelled: 'Cancelled at the pad: the pad is connected.',
      silent: 'No line came.',
      broken: 'It broke off in the middle.',
      absent: 'The pad cannot be reached.',
      'given-up': 'The test was stopped.',
    },
    points: (count) => `${count} points`,
    unused: 'Not used',
    noPad: 'There is no pad here. Signatures are taken at the terminal or on paper.',
  },
  'zh-CN': {
    customer: {
      title: '请在此签名',
      again: '请再签一次，写大一些',
      test: '测试：请随意画一条线',
      amount: '刷卡金额',
      field: '签名栏',
      clear: '重写',
      done: '签好了',
      cannot: '无法签名',
      stop: '结束测试',
    },
    waiting: '等待顾客签名',
    signing: '顾客正在签名',
    testing: '测试签名板',
    on: { display: '顾客显示屏', 'koces-pad': '签名板' },
    ink: (where) => `${where}上正在书写的签名`,
    nothingYet: '还没有写',
    stopTest: '停止测试',
    tested: {
      signed: '签名已正常收到。',
      'too-short': '线条太短，请画得像名字一样长。',
      cancelled: '已在签名板上取消，签名板连接正常。',
      silent: '没有收到任何线条。',
      broken: '中途断开了。',
      absent: '无法连接签名板。',
      'given-up': '测试已停止。',
    },
    points: (count) => `${count}个点`,
    unused: '未使用',
    noPad: '此处不使用签名板，签名由终端或手签小票完成。',
  },
});

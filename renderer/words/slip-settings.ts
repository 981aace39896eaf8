/** Words of two parts of the settings: who gets paper, and the printer that stands in for the first. */
import { defineWords } from './language.tsx';

type Titled = { readonly title: string; readonly meaning: string };

export type SlipSettingsWords = {
  readonly copiesTitle: string;
  readonly copies: Readonly<Record<'0' | '1' | '2', Titled>>;
  readonly useTitle: string;
  readonly use: Readonly<Record<'customer' | 'merchant', Titled>>;
  readonly off: string;
  readonly always: string;
  readonly backup: { readonly meaning: string; readonly without: string; readonly withoutChosen: string; readonly withoutMeaning: string };
  /** In the status line. */
  readonly statusOff: string;
};

export const slipSettingsWords = defineWords<SlipSettingsWords>({
  ko: {
    copiesTitle: '손님에게 몇 장을 드릴까요',
    copies: {
      '1': { title: '한 장', meaning: '거래마다 손님에게 필요한지 물어보고, 원하면 한 장 인쇄합니다.' },
      '2': { title: '두 장', meaning: '거래마다 물어보고, 원하면 두 장 인쇄합니다.' },
      '0': { title: '인쇄 안 함', meaning: '묻지 않고 인쇄하지 않습니다. 손님이 원하면 직전 거래를 다시 인쇄합니다.' },
    },
    useTitle: '한 장을 누가 가질까요',
    use: {
      customer: { title: '손님이 가져갑니다 (고객용)', meaning: '거래마다 손님에게 물어봅니다.' },
      merchant: { title: '가게가 보관합니다 (가맹점용)', meaning: '묻지 않고 거래마다 한 장씩 인쇄합니다.' },
    },
    off: '인쇄를 끄면 누가 언제 껐는지 기록되고, 켤 때까지 화면 아래에 표시됩니다.',
    always: '할부 거래의 고객용 전표와 수기서명 전표는 설정과 관계없이 항상 인쇄합니다.',
    backup: {
      meaning: '첫 프린터에서 전표가 안 나왔을 때 한 번의 터치로 이 프린터에 보냅니다.',
      without: '예비 프린터 없이 쓰기',
      withoutChosen: '예비 프린터 없음',
      withoutMeaning: '전표가 안 나오면 다시 인쇄하거나, 손님 화면에 보여 주거나, 손으로 적습니다.',
    },
    statusOff: '영수증 인쇄 꺼짐',
  },
  en: {
    copiesTitle: 'How many slips for the customer',
    copies: {
      '1': { title: 'One', meaning: 'The customer is asked at every sale; one is printed if wanted.' },
      '2': { title: 'Two', meaning: 'The customer is asked at every sale; two are printed if wanted.' },
      '0': { title: 'None', meaning: 'No question and no slip. The last sale can be printed on request.' },
    },
    useTitle: 'Who keeps the one slip',
    use: {
      customer: { title: 'The customer (customer copy)', meaning: 'The customer is asked at every sale.' },
      merchant: { title: 'The shop (merchant copy)', meaning: 'One is printed at every sale, and nobody is asked.' },
    },
    off: 'Who turned printing off, and when, is recorded and shown at the foot of the screen until it is on again.',
    always: 'Customer copies of installment sales and slips to sign by hand are always printed.',
    backup: {
      meaning: 'When a slip does not come out of the first printer, one touch sends it to this one.',
      without: 'Go without a second printer',
      withoutChosen: 'No second printer',
      withoutMeaning: 'A slip that does not come out is printed again, shown to the customer, or written by hand.',
    },
    statusOff: 'Receipt printing is off',
  },
  'zh-CN': {
    copiesTitle: '给顾客打印几张',
    copies: {
      '1': { title: '一张', meaning: '每笔交易询问顾客，需要时打印一张。' },
      '2': { title: '两张', meaning: '每笔交易询问顾客，需要时打印两张。' },
      '0': { title: '不打印', meaning: '不询问，也不打印。顾客要求时可补打最近一笔。' },
    },
    useTitle: '这一张由谁保管',
    use: {
      customer: { title: '顾客带走（顾客联）', meaning: '每笔交易询问顾客。' },
      merchant: { title: '店铺留存（商户联）', meaning: '不询问，每笔交易打印一张。' },
    },
    off: '关闭打印会记录是谁在何时关闭的，并在重新打开前一直显示在屏幕下方。',
    always: '分期付款的顾客联和手签小票始终打印，不受此设置影响。',
    backup: {
      meaning: '小票没有从第一台打印机出来时，一触即可发送到这台打印机。',
      without: '不使用备用打印机',
      withoutChosen: '没有备用打印机',
      withoutMeaning: '小票没有出来时，可重新打印、显示给顾客，或手写。',
    },
    statusOff: '小票打印已关闭',
  },
});

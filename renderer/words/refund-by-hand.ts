/** Words for what a terminal cannot do here, and a person does by hand: the call that cancels a card, and a receipt that was seen to otherwise. */
import { defineWords } from './language.tsx';

export type RefundByHandWords = {
  readonly phone: { readonly title: string; readonly steps: readonly [string, string, string]; readonly done: (won: string) => string; readonly note: string; readonly noteHint: string };
  /** `what`: what somebody did about it by hand. It is the reason the manager is asked with. */
  readonly receipt: { readonly title: string; readonly again: string; readonly leave: string; readonly leaveMeaning: string; readonly what: string; readonly whatHint: string };
};

export const refundByHandWords = defineWords<RefundByHandWords>({
  ko: {
    phone: {
      title: '밴사에 전화해 취소하세요',
      steps: ['밴사에 전화합니다. 번호는 단말기나 전표에 있습니다.', '승인번호, 거래일, 금액을 말하고 취소를 요청합니다.', '접수번호와 담당자를 아래에 적습니다.'],
      done: (won) => `${won} 전화로 취소됨으로 기록`,
      note: '접수번호와 담당자',
      noteHint: '접수 1234 · 상담원 이름',
    },
    receipt: { title: '현금영수증이 취소되지 않았습니다', again: '현금영수증 다시 취소', leave: '따로 처리함으로 기록', leaveMeaning: '국세청(126)에 전화했거나 단말기에서 직접 취소했으면 그 내용을 적으세요.', what: '처리한 내용', whatHint: '126 접수 1234 · 담당자 이름' },
  },
  en: {
    phone: {
      title: 'Cancel it by calling the VAN',
      steps: ['Call the VAN. Its number is on the terminal and on its slips.', 'Say the approval number, the day and the amount, and ask for a cancel.', 'Write down the reference and who you spoke to.'],
      done: (won) => `Record ${won} as cancelled by phone`,
      note: 'Reference and name',
      noteHint: 'Ref. 1234 · name',
    },
    receipt: { title: 'The cash receipt was not cancelled', again: 'Cancel the receipt again', leave: 'Record as handled', leaveMeaning: 'Write what the tax office (126) said, or how it was cancelled by hand at the terminal.', what: 'What was done', whatHint: '126, ref. 1234 · name' },
  },
  'zh-CN': {
    phone: {
      title: '请致电收单机构撤销',
      steps: ['致电收单机构，号码在终端或小票上。', '告知批准号、交易日期和金额，要求撤销。', '在下方记录受理号和对方姓名。'],
      done: (won) => `将 ${won} 记为已电话撤销`,
      note: '受理号与姓名',
      noteHint: '受理 1234 · 姓名',
    },
    receipt: { title: '现金收据尚未撤销', again: '再次撤销现金收据', leave: '记录为已另行处理', leaveMeaning: '请填写国税厅（126）的答复，或在终端上手动撤销的情况。', what: '处理情况', whatHint: '126 受理 1234 · 姓名' },
  },
});

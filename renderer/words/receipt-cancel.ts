/** Words of a cash receipt that the card terminal cancels, and issues again: for what is left, or to the right number. */
import type { LiveTradeView } from '../../contract/cards.ts';
import { defineWords } from './language.tsx';
import type { ReceiptUnknownWords } from './receipt-terminal.ts';

type Stage = LiveTradeView['stage'];

export type ReceiptCancelWords = {
  /** Before it is begun. */
  readonly whole: string;
  readonly again: (won: string) => string;
  readonly title: Readonly<Record<'cancel' | 'reissue', string>>;
  readonly keyed: string;
  readonly waitFor: Readonly<Record<Stage, string>>;
  readonly stopMeaning: string;
  readonly goOn: { readonly title: string; readonly meaning: string; readonly yes: (won: string) => string };
  /** Of the receipt that takes its place, when the refund is over. */
  readonly reissued: Readonly<Record<'issued' | 'queued' | 'unknown' | 'failed', string>>;
  readonly unknown: ReceiptUnknownWords;
  /** Of one that a person saw to otherwise: all of what was left, or some. */
  readonly byHand: Readonly<Record<'whole' | 'part', (won: string) => string>>;
};

export const receiptCancelWords = defineWords<ReceiptCancelWords>({
  ko: {
    whole: '단말기에서 취소',
    again: (won) => `단말기에서 모두 취소하고, 남은 ${won}을 다시 발급`,
    title: { cancel: '현금영수증 취소', reissue: '현금영수증 다시 발급' },
    keyed: '단말기가 번호를 물으면 손님이 발급받은 번호를 다시 누릅니다.',
    waitFor: {
      connecting: '단말기를 부르고 있습니다',
      'asking-terminal': '단말기에 요청했습니다',
      'waiting-for-customer': '단말기에서 손님을 기다립니다',
      'insert-card': '단말기에서 손님을 기다립니다',
      'swipe-card': '손님이 단말기에 카드를 긁기를 기다립니다',
      approving: '국세청 쪽 승인을 기다립니다',
      confirming: '단말기가 거래를 마치고 있습니다',
    },
    stopMeaning: '승인 전이면 아무것도 바뀌지 않고 멈춥니다.',
    goOn: { title: '현금영수증을 다시 발급할까요?', meaning: '앞의 현금영수증은 취소되었습니다. 손님이 있으면 단말기에 요청하세요.', yes: (won) => `${won} 다시 발급` },
    reissued: { issued: '다시 발급됨', queued: '연결되면 발급', unknown: '다시 발급됐는지 모름 · 판매 내역에서 기록하세요', failed: '다시 발급되지 않음 · 판매 내역에서 발급하세요' },
    unknown: {
      title: '현금영수증이 취소됐는지 알 수 없습니다',
      noSecond: '다시 취소하지 마세요. 이미 취소되었을 수 있습니다.',
      look: '단말기의 전표나 직전거래 보기',
      lookMeaning: '현금영수증 취소 승인번호가 있으면 취소된 것입니다.',
      issued: '취소됨',
      notIssued: '취소 안 됨',
      recordIssued: '취소됨으로 기록',
      recordNotIssued: '취소 안 됨으로 기록',
      leave: '나중에 하기',
      leaveMeaning: '환불은 끝나지 않은 것으로 남고, 거기서 기록할 수 있습니다.',
      settleLater: '취소 여부 기록',
    },
    byHand: { whole: (won) => `${won} 취소를 따로 처리함: 다시 취소하지 않습니다`, part: (won) => `${won} 취소를 따로 처리함: 남은 금액만 취소할 수 있습니다` },
  },
  en: {
    whole: 'Cancelled at the terminal',
    again: (won) => `All of it cancelled at the terminal, and ${won} issued again`,
    title: { cancel: 'Cancelling the cash receipt', reissue: 'Issuing the cash receipt again' },
    keyed: 'If the terminal asks, the customer types the same number again.',
    waitFor: {
      connecting: 'Calling the terminal',
      'asking-terminal': 'The terminal was asked',
      'waiting-for-customer': 'Waiting for the customer at the terminal',
      'insert-card': 'Waiting for the customer at the terminal',
      'swipe-card': 'Waiting for the customer to swipe a card',
      approving: 'Waiting for the approval',
      confirming: 'The terminal is finishing',
    },
    stopMeaning: 'Until it is approved it can be stopped, and nothing has changed.',
    goOn: { title: 'Issue the cash receipt again?', meaning: 'The earlier receipt is cancelled. Ask the terminal while the customer is here.', yes: (won) => `Issue ${won} again` },
    reissued: { issued: 'issued again', queued: 'issued when the line is back', unknown: 'not known whether issued again · record it from the sale', failed: 'not issued again · issue it from the sale' },
    unknown: {
      title: 'It is not known whether the cash receipt was cancelled',
      noSecond: 'Do not cancel again. It may have been cancelled.',
      look: 'Look at the terminal’s slip or last transaction',
      lookMeaning: 'An approval number of a cancel there means it was cancelled.',
      issued: 'Cancelled',
      notIssued: 'Not cancelled',
      recordIssued: 'Record as cancelled',
      recordNotIssued: 'Record as not cancelled',
      leave: 'Later',
      leaveMeaning: 'The refund stays open, and it can be recorded there.',
      settleLater: 'Settle it',
    },
    byHand: { whole: (won) => `Cancel of ${won} handled another way: not cancelled again here`, part: (won) => `Cancel of ${won} handled another way: only the rest can be cancelled here` },
  },
  'zh-CN': {
    whole: '在终端上撤销',
    again: (won) => `在终端上全部撤销，剩余 ${won} 重新开具`,
    title: { cancel: '撤销现金收据', reissue: '重新开具现金收据' },
    keyed: '如终端要求，请顾客再次输入同一号码。',
    waitFor: {
      connecting: '正在呼叫终端',
      'asking-terminal': '已向终端请求',
      'waiting-for-customer': '等待顾客在终端上操作',
      'insert-card': '等待顾客在终端上操作',
      'swipe-card': '等待顾客在终端上刷卡',
      approving: '正在等待批准',
      confirming: '终端正在结束交易',
    },
    stopMeaning: '批准之前可以停止，不会有任何变化。',
    goOn: { title: '要重新开具现金收据吗？', meaning: '之前的现金收据已撤销。顾客在场时请向终端请求。', yes: (won) => `重新开具 ${won}` },
    reissued: { issued: '已重新开具', queued: '恢复连接后开具', unknown: '不清楚是否重新开具 · 请在销售记录中记录', failed: '未重新开具 · 请在销售记录中开具' },
    unknown: {
      title: '不清楚现金收据是否已撤销',
      noSecond: '请勿再次撤销，可能已经撤销。',
      look: '查看终端的小票或上一笔交易',
      lookMeaning: '如有现金收据的撤销批准号，就是已撤销。',
      issued: '已撤销',
      notIssued: '未撤销',
      recordIssued: '记录为已撤销',
      recordNotIssued: '记录为未撤销',
      leave: '稍后处理',
      leaveMeaning: '退款保持未完成，以后可在那里记录。',
      settleLater: '记录是否撤销',
    },
    byHand: { whole: (won) => `${won} 的撤销已另行处理：不再撤销`, part: (won) => `${won} 的撤销已另行处理：只能撤销剩余金额` },
  },
});

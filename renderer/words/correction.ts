/** Words of a cash receipt that is put right: what was wrong, the number in its place, and how far it has come. */
import { defineWords } from './language.tsx';

type Ended = 'issued' | 'queued' | 'unknown' | 'failed' | 'left';
type Step = 'waiting' | 'under-way' | 'queued' | 'unknown' | 'done' | 'failed';

export type CorrectionWords = {
  readonly open: string;
  readonly goOn: string;
  readonly status: string;
  readonly title: string;
  readonly wrong: string;
  readonly what: string;
  readonly whatHint: string;
  /** A choice: the number alone, the kind too, or somebody's in place of nobody's. */
  readonly number: string;
  readonly numberMeaning: (purpose: string) => string;
  readonly kind: string;
  readonly nobody: string;
  readonly kindMeaning: (purpose: string) => string;
  readonly steps: readonly [string, string];
  readonly approval: (number: string) => string;
  readonly issuedAt: (time: string) => string;
  readonly pick: string;
  readonly leave: string;
  readonly correct: string;
  readonly correcting: string;
  readonly confirmed: string;
  readonly ofSale: (number: string) => string;
  readonly work: { readonly cancel: string; readonly issue: string; readonly paper: string; readonly step: Readonly<Record<Step, string>>; readonly queued: string; readonly unknown: string; readonly terminal: string };
  readonly ended: Readonly<Record<Ended, { readonly title: string; readonly next: string }>>;
  /** Where it is printed again: there is no key for that here. */
  readonly paperUnsure: string;
  readonly customer: { readonly title: string; readonly body: string };
};

export const correctionWords = defineWords<CorrectionWords>({
  ko: {
    open: '현금영수증 고치기',
    goOn: '하던 현금영수증 정정 이어서 하기',
    status: '끝나지 않은 현금영수증 정정',
    title: '무엇이 잘못되었나요?',
    wrong: '잘못된 현금영수증',
    what: '잘못된 것',
    whatHint: '잘못된 것을 누르고 바른 번호를 입력하세요. 금액은 그대로이고 돈은 움직이지 않습니다.',
    number: '번호가 틀림',
    numberMeaning: (purpose) => `${purpose} 그대로, 번호만 새로`,
    kind: '종류가 틀림',
    nobody: '손님 번호로',
    kindMeaning: (purpose) => `${purpose}으로 바꿈`,
    steps: ['지금 현금영수증을 잘못 발급으로 취소합니다.', '바른 번호로 다시 발급하고 전표를 인쇄합니다.'],
    approval: (number) => `승인번호 ${number}`,
    issuedAt: (time) => `${time} 발급`,
    pick: '잘못된 것을 고르세요',
    leave: '고치지 않고 돌아가기',
    correct: '취소하고 다시 발급',
    correcting: '처리하고 있습니다',
    confirmed: '손님이 화면에서 맞다고 하셨습니다.',
    ofSale: (number) => `현금영수증 정정 · 판매 ${number}`,
    work: {
      cancel: '잘못된 현금영수증 취소',
      issue: '바른 번호로 다시 발급',
      paper: '전표 인쇄',
      step: { waiting: '차례를 기다림', 'under-way': '처리 중', queued: '연결되면 보냄', unknown: '확인하는 중', done: '끝남', failed: '안 됨' },
      queued: '국세청에 연결되지 않습니다. 취소 요청은 저장되었고, 연결되면 저절로 취소하고 다시 발급합니다. 기다리지 않고 나가도 됩니다.',
      unknown: '답을 받지 못해 취소되었는지 확인하고 있습니다. 확인되기 전에는 다시 발급하지 않습니다. 나가도 저절로 이어집니다.',
      terminal: '카드 단말기에서 발급하고 있습니다. 단말기 화면을 따르세요.',
    },
    ended: {
      issued: { title: '현금영수증을 바로잡았습니다', next: '잘못된 것은 취소되었고 새로 발급되었습니다.' },
      queued: { title: '취소했고, 새로 발급할 것이 남았습니다', next: '국세청에 연결되면 저절로 발급됩니다. 손님은 가셔도 됩니다.' },
      unknown: { title: '취소했고, 새로 발급되었는지 확인하고 있습니다', next: '판매 내역의 이 판매에 결과가 보입니다. 그때까지 다시 발급하지 않습니다.' },
      failed: { title: '취소했지만 새로 발급되지 않았습니다', next: '이 판매에는 지금 현금영수증이 없습니다. 판매 내역에서 F6을 눌러 발급하세요.' },
      left: { title: '잘못된 현금영수증이 남아 있습니다', next: '취소하지 못해 새로 발급하지 않았습니다. 따로 처리한 내용은 기록되었습니다.' },
    },
    paperUnsure: '전표가 나오지 않았을 수 있습니다. 프린터를 확인하고 판매 내역에서 다시 인쇄하세요.',
    customer: { title: '확인해 주셔서\n고맙습니다', body: '직원이 현금영수증을 바로잡고 있습니다.' },
  },
  en: {
    open: 'Correct the cash receipt',
    goOn: 'Go on correcting the cash receipt',
    status: 'A cash receipt is being corrected',
    title: 'What is wrong?',
    wrong: 'The wrong cash receipt',
    what: 'What is wrong',
    whatHint: 'Press what is wrong, and type the right number. The amount stays, and no money moves.',
    number: 'The number',
    numberMeaning: (purpose) => `${purpose}, new number`,
    kind: 'The kind',
    nobody: 'Give it a number',
    kindMeaning: (purpose) => `${purpose} instead`,
    steps: ['This receipt is cancelled as issued in error.', 'It is issued again under the right number, and printed.'],
    approval: (number) => `Approval ${number}`,
    issuedAt: (time) => `Issued ${time}`,
    pick: 'Choose what is wrong',
    leave: 'Leave it as it is',
    correct: 'Cancel, issue again',
    correcting: 'In progress',
    confirmed: 'The customer said on their display that it is right.',
    ofSale: (number) => `Receipt correction · sale ${number}`,
    work: {
      cancel: 'Cancel the wrong receipt',
      issue: 'Issue under the right number',
      paper: 'Print the slip',
      step: { waiting: 'Waiting its turn', 'under-way': 'Under way', queued: 'Sent when back online', unknown: 'Being checked', done: 'Done', failed: 'Not done' },
      queued: 'The tax office cannot be reached. The cancel is stored; once the line is back, the receipt is cancelled and issued again by itself. You need not wait.',
      unknown: 'No answer came, so we are checking whether it was cancelled. Nothing is issued before that is known. You may leave; it goes on by itself.',
      terminal: 'The card terminal is issuing it. Follow what it shows.',
    },
    ended: {
      issued: { title: 'The cash receipt is corrected', next: 'The wrong one is cancelled, the right one is issued.' },
      queued: { title: 'Cancelled; the new one is still to be sent', next: 'It is issued by itself once the tax office can be reached. The customer may go.' },
      unknown: { title: 'Cancelled; checking whether the new one was issued', next: 'The sales history shows the result at this sale. Until then none is issued again.' },
      failed: { title: 'Cancelled, but not issued again', next: 'This sale has no cash receipt now. Issue one from the sales history, with F6.' },
      left: { title: 'The wrong cash receipt still stands', next: 'It could not be cancelled, so no other was issued. What was done about it is recorded.' },
    },
    paperUnsure: 'The slip may not have come out. Look at the printer, and print it again from the sales history.',
    customer: { title: 'Thank you\nfor checking', body: 'Your cash receipt is being corrected.' },
  },
  'zh-CN': {
    open: '更正现金收据',
    goOn: '继续更正现金收据',
    status: '现金收据更正未完成',
    title: '哪里错了？',
    wrong: '错误的现金收据',
    what: '错误之处',
    whatHint: '请按错误之处，再输入正确的号码。金额不变，款项不动。',
    number: '号码有误',
    numberMeaning: (purpose) => `仍为${purpose}，只换号码`,
    kind: '类型有误',
    nobody: '改为顾客号码',
    kindMeaning: (purpose) => `改为${purpose}`,
    steps: ['撤销现有的现金收据（理由：误开）。', '用正确的号码重新开具并打印。'],
    approval: (number) => `批准号 ${number}`,
    issuedAt: (time) => `${time} 开具`,
    pick: '请选择错误之处',
    leave: '不更正，返回',
    correct: '撤销并重新开具',
    correcting: '正在处理',
    confirmed: '顾客已在屏幕上确认无误。',
    ofSale: (number) => `更正现金收据 · 销售 ${number}`,
    work: {
      cancel: '撤销错误的现金收据',
      issue: '用正确的号码重新开具',
      paper: '打印小票',
      step: { waiting: '等待中', 'under-way': '处理中', queued: '恢复连接后发送', unknown: '正在确认', done: '完成', failed: '未完成' },
      queued: '无法连接国税厅。撤销请求已保存，恢复连接后会自动撤销并重新开具，无须等待。',
      unknown: '没有收到答复，正在确认是否已撤销。确认之前不会重新开具。离开后会自动继续。',
      terminal: '刷卡终端正在开具，请按终端提示操作。',
    },
    ended: {
      issued: { title: '现金收据已更正', next: '错误的已撤销，正确的已开具。' },
      queued: { title: '已撤销，新的尚待发送', next: '连接国税厅后会自动开具。顾客可以离开。' },
      unknown: { title: '已撤销，正在确认新的是否已开具', next: '结果会显示在销售记录的这笔销售中。在此之前不会再次开具。' },
      failed: { title: '已撤销，但未能重新开具', next: '这笔销售目前没有现金收据。请在销售记录中按 F6 开具。' },
      left: { title: '错误的现金收据仍然存在', next: '未能撤销，因此没有重新开具。另行处理的内容已记录。' },
    },
    paperUnsure: '小票可能没有打印出来。请查看打印机，并在销售记录中重新打印。',
    customer: { title: '谢谢\n您的确认', body: '正在更正您的现金收据。' },
  },
});

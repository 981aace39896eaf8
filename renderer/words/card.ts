/** Words of paying by card and in parts. */
import { defineWords } from './language.tsx';
import type { LiveTradeView, PartView } from '../../contract/cards.ts';

type Stage = LiveTradeView['stage'];
type Act = LiveTradeView['act'];
export type EvidenceSource = 'terminal-slip' | 'terminal-last-trade' | 'van-site' | 'van-phone';

export type CardWords = {
  readonly card: string;
  readonly cash: string;
  readonly title: string;
  readonly part: string;
  readonly amount: string;
  readonly amountHint: string;
  readonly tooMuch: (left: string) => string;
  readonly left: string;
  readonly taken: string;
  readonly installments: string;
  readonly lumpSum: string;
  readonly months: (months: string) => string;
  readonly otherMonths: string;
  readonly installmentsFrom: (won: string) => string;
  readonly charge: (won: string) => string;
  readonly chargeMonths: (won: string, months: string) => string;
  readonly needAmount: string;
  readonly asking: string;
  readonly cashPart: (won: string) => string;
  readonly noTerminal: string;
  readonly locked: string;
  readonly backToBasket: string;
  readonly cannotLeave: string;
  readonly parts: string;
  readonly standing: Readonly<Record<PartView['standing'], string>>;
  readonly returnCash: (won: string) => string;
  readonly cancelCharge: (won: string) => string;
  /** On the key beside a part that was taken. */
  readonly takeBack: string;
  readonly returnTitle: string;
  readonly returnMeaning: Readonly<Record<'cash' | 'card', string>>;
  readonly approvalNumber: string;
  readonly live: {
    readonly title: Readonly<Record<Act, string>>;
    readonly stages: Readonly<Record<Stage, string>>;
    readonly waitFor: Readonly<Record<Stage, string>>;
    readonly stop: string;
    readonly stopMeaning: Readonly<Record<'charge' | 'cancel', string>>;
    /** Who is waited for once the terminal was told to stop. */
    readonly waitForStop: string;
    readonly stopping: string;
    readonly tooLate: Readonly<Record<'charge' | 'cancel', string>>;
    readonly steps: readonly [connect: string, card: string, approve: string, done: string];
  };
  readonly unknown: {
    readonly title: Readonly<Record<'charge' | 'cancel', string>>;
    readonly noSecond: Readonly<Record<'charge' | 'cancel', string>>;
    readonly steps: string;
    readonly inquire: string;
    readonly inquireMeaning: string;
    readonly noInquiry: string;
    readonly asked: (times: number) => string;
    /** Its answer proved nothing. */
    readonly askedInVain: (asked: string) => string;
    /** What came, as it came: of no language. */
    readonly detail: (raw: string) => string;
    readonly lookAtSlip: string;
    readonly lookAtSlipMeaning: string;
    readonly van: string;
    readonly vanMeaning: string;
    readonly claimed: string;
    readonly record: string;
    readonly source: string;
    /** What the button waits for. */
    readonly needSource: string;
    readonly needAnswer: string;
    readonly needApproval: string;
    readonly sources: Readonly<Record<EvidenceSource, string>>;
    readonly approved: Readonly<Record<'charge' | 'cancel', string>>;
    readonly notApproved: Readonly<Record<'charge' | 'cancel', string>>;
    readonly number: string;
    readonly day: string;
    readonly time: string;
    readonly recordAs: (won: string, verdict: string) => string;
    readonly needsManager: (won: string) => string;
    readonly putAside: string;
    readonly putAsideMeaning: string;
    readonly settleWhat: (verdict: string) => string;
  };
  readonly surplus: {
    readonly title: string;
    readonly meaning: string;
    readonly keep: (won: string) => string;
    readonly cancel: (won: string) => string;
  };
  readonly signing: { readonly title: string; readonly again: string; readonly stands: string; readonly giveUp: string; readonly giveUpMeaning: string; readonly starting: string };
  readonly customer: {
    readonly charging: string;
    readonly left: string;
    readonly paidSoFar: string;
    readonly wait: Readonly<Record<'none' | 'card' | 'approval' | 'cancel' | 'checking', string>>;
  };
};

export const cardWords = defineWords<CardWords>({
  ko: {
    card: '카드',
    cash: '현금',
    title: '카드로 받기',
    part: '나눠 받기',
    amount: '카드로 받을 금액',
    amountHint: '나눠 받으려면 금액을 입력하세요.',
    tooMuch: (left) => `남은 금액은 ${left}입니다.`,
    left: '남은 금액',
    taken: '받은 금액',
    installments: '할부',
    lumpSum: '일시불',
    months: (months) => `${months}개월`,
    otherMonths: '다른 개월 수',
    installmentsFrom: (won) => `할부는 ${won}부터 할 수 있습니다.`,
    charge: (won) => `카드 ${won} 결제`,
    chargeMonths: (won, months) => `카드 ${won} · ${months} 결제`,
    needAmount: '금액을 입력하세요',
    asking: '단말기에 보내는 중',
    cashPart: (won) => `현금 ${won} 받기`,
    noTerminal: '연결된 카드 단말기가 없습니다. 현금으로 받으세요.',
    locked: '결과를 모르는 카드 거래가 끝나야 카드를 쓸 수 있습니다.',
    backToBasket: '상품으로',
    cannotLeave: '받은 돈이 있어 상품으로 돌아갈 수 없습니다. 먼저 돌려주세요.',
    parts: '받은 내역',
    standing: { taken: '받음', 'under-way': '결제 중', unknown: '승인 여부 모름', cancelling: '취소 중', 'cancel-unknown': '취소 여부 모름', surplus: '더 결제됨', none: '결제 안 됨', returned: '돌려줌' },
    returnCash: (won) => `현금 ${won} 돌려주기`,
    cancelCharge: (won) => `카드 ${won} 취소하기`,
    takeBack: '취소',
    returnTitle: '받은 돈을 돌려줄까요?',
    returnMeaning: { cash: '돈통이 열립니다. 돌려준 금액이 기록됩니다.', card: '단말기에서 이 승인을 취소합니다. 취소 승인이 나야 돌려준 것입니다.' },
    approvalNumber: '승인번호',
    live: {
      title: { charge: '카드 결제', cancel: '카드 취소', inquiry: '직전거래 조회', receipt: '현금영수증', 'receipt-cancel': '현금영수증 취소' },
      stages: { connecting: '단말기 연결', 'asking-terminal': '단말기에 요청', 'waiting-for-customer': '손님 카드', 'insert-card': '카드 넣기', 'swipe-card': '카드 긁기', approving: '승인 요청', confirming: '마무리' },
      waitFor: {
        connecting: '단말기를 부르고 있습니다',
        'asking-terminal': '단말기에 금액을 보냈습니다',
        'waiting-for-customer': '손님이 단말기에 카드를 대거나 넣기를 기다립니다',
        'insert-card': '손님이 카드를 넣기를 기다립니다',
        'swipe-card': '손님이 카드를 긁기를 기다립니다',
        approving: '카드사의 승인을 기다립니다',
        confirming: '단말기가 거래를 마치고 있습니다',
      },
      stop: '멈추기',
      stopMeaning: { charge: '승인 전이면 결제되지 않고 멈춥니다.', cancel: '취소되기 전이면 멈추고, 결제는 그대로입니다.' },
      waitForStop: '단말기가 멈추기를 기다립니다',
      stopping: '단말기에 멈추라고 했습니다. 대답을 기다립니다.',
      tooLate: { charge: '승인이 시작되어 멈출 수 없습니다. 승인되면 취소할 수 있습니다.', cancel: '취소가 시작되어 멈출 수 없습니다.' },
      steps: ['단말기', '카드', '승인', '끝'],
    },
    unknown: {
      title: { charge: '승인 여부를 알 수 없습니다', cancel: '취소 여부를 알 수 없습니다' },
      noSecond: { charge: '다시 결제하지 마세요. 이미 승인되었을 수 있습니다.', cancel: '다시 취소하지 마세요. 이미 취소되었을 수 있습니다.' },
      steps: '이렇게 확인하세요',
      inquire: '단말기에 직전거래 조회',
      inquireMeaning: '조회는 돈을 움직이지 않습니다.',
      noInquiry: '이 단말기는 계산대에서 조회할 수 없습니다. 단말기에서 직접 확인하세요.',
      asked: (times) => `${times}번 조회했습니다`,
      askedInVain: (asked) => `${asked} · 단말기가 결과를 알려 주지 못했습니다`,
      detail: (raw) => `단말기 조회 기록: ${raw}`,
      lookAtSlip: '단말기의 마지막 전표 보기',
      lookAtSlipMeaning: '금액과 시간이 같으면 그 승인번호를 오른쪽에 적으세요.',
      van: '밴사 사이트나 전화로 확인',
      vanMeaning: '날짜 · 금액 · 카드 뒷자리로 찾습니다. 손님의 문자는 증거가 되지 않습니다.',
      claimed: '단말기가 말한 것(증거 아님)',
      record: '확인한 결과를 적기',
      source: '어디에서 보았나요?',
      needSource: '어디에서 보았는지 고르세요.',
      needAnswer: '거기에서 본 결과를 고르세요.',
      needApproval: '승인번호와 거래 날짜, 시간을 적으세요.',
      sources: { 'terminal-slip': '단말기 전표', 'terminal-last-trade': '단말기 직전거래', 'van-site': '밴사 사이트', 'van-phone': '밴사 전화' },
      approved: { charge: '승인됨', cancel: '취소됨' },
      notApproved: { charge: '승인 안 됨', cancel: '취소 안 됨' },
      number: '승인번호',
      day: '날짜',
      time: '시간',
      recordAs: (won, verdict) => `${won} ${verdict}으로 기록`,
      needsManager: (won) => `${won}부터는 점장 확인이 필요합니다.`,
      putAside: '옆에 두고 다음 손님',
      putAsideMeaning: '보류 목록에 남고, 결과를 적을 때까지 다시 결제되지 않습니다.',
      settleWhat: (verdict) => `카드 거래 결과: ${verdict}`,
    },
    surplus: {
      title: '카드가 뒤늦게 승인되었습니다',
      meaning: '승인되지 않은 줄 알았던 카드 결제가 승인되어 손님의 돈이 나갔습니다. 이 승인으로 받거나 취소하세요.',
      keep: (won) => `이 승인 ${won}으로 받기`,
      cancel: (won) => `카드 ${won} 취소하기`,
    },
    signing: { title: '손님 서명', again: '서명이 너무 짧습니다. 한 번 더 받습니다', stands: '승인되었습니다. 서명과 상관없이 결제는 유효합니다.', giveUp: '서명패드가 안 됩니다', giveUpMeaning: '서명란이 있는 전표가 나옵니다. 손님이 펜으로 서명합니다.', starting: '서명패드를 부르는 중' },
    customer: {
      charging: '카드 결제 금액',
      left: '남은 금액',
      paidSoFar: '낸 금액',
      wait: { none: '직원이 결제를 준비하고 있어요', card: '카드를 단말기에\n넣거나 대 주세요', approval: '승인을 기다리고 있어요', cancel: '카드 취소를\n진행하고 있어요', checking: '결제 결과를\n확인하고 있어요' },
    },
  },
  en: {
    card: 'Card',
    cash: 'Cash',
    title: 'Card payment',
    part: 'Split payment',
    amount: 'On this card',
    amountHint: 'Type an amount to split the payment.',
    tooMuch: (left) => `Only ${left} is left to pay.`,
    left: 'Left to pay',
    taken: 'Taken',
    installments: 'Installments',
    lumpSum: 'In full',
    months: (months) => `${months} months`,
    otherMonths: 'Other',
    installmentsFrom: (won) => `Installments from ${won}.`,
    charge: (won) => `Charge ${won}`,
    chargeMonths: (won, months) => `Charge ${won} · ${months}`,
    needAmount: 'Type an amount',
    asking: 'Sending to the terminal',
    cashPart: (won) => `Take ${won} in cash`,
    noTerminal: 'No card terminal is connected. Take cash.',
    locked: 'A card with an unknown result must be settled before another card.',
    backToBasket: 'Back to the goods',
    cannotLeave: 'Money was taken: give it back before going back to the goods.',
    parts: 'Payments',
    standing: { taken: 'Taken', 'under-way': 'Under way', unknown: 'Result unknown', cancelling: 'Being cancelled', 'cancel-unknown': 'Cancel unknown', surplus: 'Charged as well', none: 'Not paid', returned: 'Given back' },
    returnCash: (won) => `Give back ${won} cash`,
    cancelCharge: (won) => `Cancel ${won} on card`,
    takeBack: 'Cancel',
    returnTitle: 'Give this payment back?',
    returnMeaning: { cash: 'The drawer opens; what goes out is recorded.', card: 'The terminal cancels this approval. Only its own approval means the money went back.' },
    approvalNumber: 'Approval no.',
    live: {
      title: { charge: 'Card payment', cancel: 'Cancelling the card payment', inquiry: 'Asking the terminal', receipt: 'Cash receipt', 'receipt-cancel': 'Cash receipt cancelled' },
      stages: { connecting: 'Terminal', 'asking-terminal': 'Request', 'waiting-for-customer': 'Card', 'insert-card': 'Insert card', 'swipe-card': 'Swipe card', approving: 'Approval', confirming: 'Closing' },
      waitFor: {
        connecting: 'Calling the terminal',
        'asking-terminal': 'The amount is at the terminal',
        'waiting-for-customer': 'Waiting for the customer to tap or insert the card',
        'insert-card': 'Waiting for the customer to insert the card',
        'swipe-card': 'Waiting for the customer to swipe the card',
        approving: 'Waiting for the card company',
        confirming: 'The terminal is closing the transaction',
      },
      stop: 'Stop',
      stopMeaning: { charge: 'If not approved yet, it stops without a charge.', cancel: 'If not cancelled yet, it stops; the payment stands.' },
      waitForStop: 'Waiting for the terminal to stop',
      stopping: 'The terminal was told to stop. Waiting for its answer.',
      tooLate: { charge: 'Approval has begun and cannot be stopped. It can be cancelled afterwards.', cancel: 'The cancel has begun and cannot be stopped.' },
      steps: ['Terminal', 'Card', 'Approval', 'Done'],
    },
    unknown: {
      title: { charge: 'Approval status unknown', cancel: 'Cancel status unknown' },
      noSecond: { charge: 'Do not charge again. It may have been approved.', cancel: 'Do not cancel again. It may have been cancelled.' },
      steps: 'How to find out',
      inquire: 'Ask the terminal for its last transaction',
      inquireMeaning: 'Asking moves no money.',
      noInquiry: 'This terminal cannot be asked from here. Look at the terminal itself.',
      asked: (times) => (times === 1 ? 'Asked once' : `Asked ${times} times`),
      askedInVain: (asked) => `${asked} · the terminal could not tell`,
      detail: (raw) => `Record of the inquiry: ${raw}`,
      lookAtSlip: 'Look at the terminal’s last slip',
      lookAtSlipMeaning: 'If amount and time match, type its number on the right.',
      van: 'Look at the VAN’s site, or call',
      vanMeaning: 'Search by day, amount and the card’s last digits. A customer’s text message proves nothing.',
      claimed: 'What the terminal claimed (no proof)',
      record: 'Record what you found',
      source: 'Where did you see it?',
      needSource: 'Choose where you saw it.',
      needAnswer: 'Choose what you saw there.',
      needApproval: 'Write the approval number, the day and the time.',
      sources: { 'terminal-slip': 'Terminal’s slip', 'terminal-last-trade': 'Last transaction', 'van-site': 'VAN site', 'van-phone': 'VAN by phone' },
      approved: { charge: 'Approved', cancel: 'Cancelled' },
      notApproved: { charge: 'Not approved', cancel: 'Not cancelled' },
      number: 'Approval no.',
      day: 'Date',
      time: 'Time',
      recordAs: (won, verdict) => `Record ${won} as ${verdict}`,
      needsManager: (won) => `From ${won} a manager has to confirm.`,
      putAside: 'Set aside, next customer',
      putAsideMeaning: 'Stays on hold; no second charge until the result is recorded.',
      settleWhat: (verdict) => `Card result: ${verdict}`,
    },
    surplus: {
      title: 'The card was approved after all',
      meaning: 'A card payment believed not approved was approved: the customer has paid. Take it as the payment, or cancel it.',
      keep: (won) => `Take this ${won}`,
      cancel: (won) => `Cancel ${won} on card`,
    },
    signing: { title: 'Customer’s signature', again: 'Too short: sign once more', stands: 'Approved. The payment stands, whatever becomes of the signature.', giveUp: 'The pad does not work', giveUpMeaning: 'A slip with a signature line is printed; the customer signs with a pen.', starting: 'Calling the pad' },
    customer: {
      charging: 'On your card',
      left: 'Left to pay',
      paidSoFar: 'Paid so far',
      wait: { none: 'Your payment is being prepared', card: 'Please tap or insert\nyour card', approval: 'Waiting for approval', cancel: 'Your card payment\nis being cancelled', checking: 'Checking\nyour payment' },
    },
  },
  'zh-CN': {
    card: '刷卡',
    cash: '现金',
    title: '刷卡收款',
    part: '分次收款',
    amount: '本卡收款金额',
    amountHint: '分次付款时请输入金额。',
    tooMuch: (left) => `剩余应收 ${left}。`,
    left: '剩余应收',
    taken: '已收',
    installments: '分期',
    lumpSum: '一次付清',
    months: (months) => `${months}个月`,
    otherMonths: '其他期数',
    installmentsFrom: (won) => `满 ${won} 可分期。`,
    charge: (won) => `刷卡 ${won}`,
    chargeMonths: (won, months) => `刷卡 ${won} · ${months}`,
    needAmount: '请输入金额',
    asking: '正在发送至终端',
    cashPart: (won) => `收现金 ${won}`,
    noTerminal: '未连接刷卡终端，请收现金。',
    locked: '须先确认结果不明的刷卡交易，才能再刷卡。',
    backToBasket: '返回商品',
    cannotLeave: '已收款，须先退还才能返回商品。',
    parts: '收款明细',
    standing: { taken: '已收', 'under-way': '进行中', unknown: '结果不明', cancelling: '撤销中', 'cancel-unknown': '撤销结果不明', surplus: '多扣款', none: '未付款', returned: '已退还' },
    returnCash: (won) => `退还现金 ${won}`,
    cancelCharge: (won) => `撤销刷卡 ${won}`,
    takeBack: '撤销',
    returnTitle: '要退还这笔款项吗？',
    returnMeaning: { cash: '钱箱会打开，退款金额会被记录。', card: '在终端上撤销该批准。只有撤销获批才算退还。' },
    approvalNumber: '批准号',
    live: {
      title: { charge: '刷卡', cancel: '撤销刷卡', inquiry: '查询上一笔', receipt: '现金收据', 'receipt-cancel': '撤销现金收据' },
      stages: { connecting: '终端', 'asking-terminal': '请求', 'waiting-for-customer': '顾客刷卡', 'insert-card': '插卡', 'swipe-card': '刷卡', approving: '批准', confirming: '完成' },
      waitFor: {
        connecting: '正在呼叫终端',
        'asking-terminal': '金额已发送至终端',
        'waiting-for-customer': '等待顾客插卡或感应',
        'insert-card': '等待顾客插卡',
        'swipe-card': '等待顾客刷卡',
        approving: '等待发卡行批准',
        confirming: '终端正在完成交易',
      },
      stop: '停止',
      stopMeaning: { charge: '批准前停止不会扣款。', cancel: '撤销完成前可以停止，付款保持不变。' },
      waitForStop: '等待终端停止',
      stopping: '已通知终端停止，等待回应。',
      tooLate: { charge: '批准已开始，无法停止。获批后可以撤销。', cancel: '撤销已开始，无法停止。' },
      steps: ['终端', '插卡', '批准', '完成'],
    },
    unknown: {
      title: { charge: '无法确定是否已批准', cancel: '无法确定是否已撤销' },
      noSecond: { charge: '请勿再次刷卡，可能已获批准。', cancel: '请勿再次撤销，可能已经撤销。' },
      steps: '请这样确认',
      inquire: '向终端查询上一笔交易',
      inquireMeaning: '查询不会动用资金。',
      noInquiry: '本终端无法从收银台查询，请在终端上确认。',
      asked: (times) => `已查询${times}次`,
      askedInVain: (asked) => `${asked} · 终端未能告知结果`,
      detail: (raw) => `查询记录：${raw}`,
      lookAtSlip: '查看终端最后一张小票',
      lookAtSlipMeaning: '金额与时间相符时，请在右侧填写批准号。',
      van: '查看收单机构网站或致电',
      vanMeaning: '按日期、金额、卡尾号查找。顾客的短信不能作为凭据。',
      claimed: '终端所述（非凭据）',
      record: '记录核对结果',
      source: '在哪里看到的？',
      needSource: '请选择在哪里看到的。',
      needAnswer: '请选择在那里看到的结果。',
      needApproval: '请填写批准号、交易日期和时间。',
      sources: { 'terminal-slip': '终端小票', 'terminal-last-trade': '终端上一笔', 'van-site': '收单网站', 'van-phone': '收单电话' },
      approved: { charge: '已批准', cancel: '已撤销' },
      notApproved: { charge: '未批准', cancel: '未撤销' },
      number: '批准号',
      day: '日期',
      time: '时间',
      recordAs: (won, verdict) => `将 ${won} 记为${verdict}`,
      needsManager: (won) => `${won} 起须店长确认。`,
      putAside: '先挂单，接待下一位',
      putAsideMeaning: '保留在挂单中，记录结果前不会再次刷卡。',
      settleWhat: (verdict) => `刷卡结果：${verdict}`,
    },
    surplus: {
      title: '刷卡后来获批准了',
      meaning: '原以为未批准的刷卡实际上已获批准，顾客已付款。请用该批准收款，或撤销。',
      keep: (won) => `用该批准收 ${won}`,
      cancel: (won) => `撤销刷卡 ${won}`,
    },
    signing: { title: '顾客签名', again: '签名太短，请再签一次', stands: '已批准。无论签名如何，付款有效。', giveUp: '签名板不能用', giveUpMeaning: '将打印带签名栏的小票，请顾客用笔签名。', starting: '正在呼叫签名板' },
    customer: {
      charging: '刷卡金额',
      left: '剩余应付',
      paidSoFar: '已付',
      wait: { none: '店员正在准备收款', card: '请在终端上\n插卡或感应', approval: '正在等待批准', cancel: '正在撤销\n刷卡', checking: '正在确认\n付款结果' },
    },
  },
});

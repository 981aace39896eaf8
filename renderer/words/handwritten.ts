/** Words of the room of slips that are signed by hand: whose paper is still out, what is in the shop, what was handed to the agency. */
import type { HandwrittenView } from '../../contract/cards.ts';
import { defineWords } from './language.tsx';

type Said = { readonly what: string; readonly money: string; readonly next: string };

export type HandwrittenWords = {
  readonly menu: string;
  readonly title: string;
  readonly list: string;
  readonly status: (count: number) => string;
  readonly tabsLabel: string;
  readonly tabs: { readonly 'to-sign': string; readonly 'to-hand-in': string; readonly ended: string };
  readonly otherTab: string;
  readonly count: (count: string, won: string) => string;
  readonly sum: (count: string) => string;
  readonly today: string;
  readonly days: (days: number) => string;
  readonly state: Readonly<Record<HandwrittenView['state'], string>>;
  /** Of a slip that may lie in the printer's tray, or not. */
  readonly maybePrinted: string;
  readonly none: { readonly 'to-sign': string; readonly 'to-hand-in': string; readonly ended: string };
  readonly noneHint: { readonly 'to-sign': string; readonly 'to-hand-in': string; readonly ended: string };
  readonly mark: string;
  readonly markOf: (slip: string) => string;
  readonly markAll: string;
  readonly markNone: string;
  readonly marked: (count: string, won: string) => string;
  readonly tooMany: (count: string) => string;
  readonly more: string;
  readonly approval: (number: string) => string;
  readonly noApproval: string;
  readonly facts: {
    readonly card: string;
    readonly approvalNumber: string;
    readonly approvedAt: string;
    readonly sale: string;
    readonly prints: string;
    readonly printed: (times: number) => string;
    readonly collected: string;
    readonly collectedBy: (name: string, how: string, at: string) => string;
    readonly how: { readonly printed: string; readonly 'by-hand': string };
    readonly batch: string;
    readonly handedOn: string;
    readonly writtenOff: string;
    readonly reason: string;
  };
  readonly says: Readonly<Record<'printing' | 'printed' | 'collected' | 'handed-over' | 'not-needed' | 'written-off', Said>>;
  readonly byHandTitle: string;
  readonly byHandHint: string;
  readonly sign: string;
  readonly printAgain: string;
  readonly printAgainHint: string;
  readonly paperFound: string;
  readonly writeOff: string;
  readonly openSale: string;
  readonly collect: (won: string) => string;
  readonly collectMany: (count: string, won: string) => string;
  readonly collectTitle: string;
  readonly collectAsk: string;
  readonly collectByHand: (count: string) => string;
  readonly collecting: string;
  readonly collectDone: (count: string) => string;
  readonly handIn: (won: string) => string;
  readonly handInMany: (count: string, won: string) => string;
  readonly handInTitle: string;
  readonly handInAsk: string;
  readonly handInDone: (count: string, batch: string) => string;
  readonly batchLabel: string;
  readonly batchHint: string;
  readonly dayLabel: string;
  readonly dayHint: string;
  readonly batchMissing: string;
  readonly dayWrong: string;
  readonly dayBefore: (day: string) => string;
  readonly writeOffTitle: string;
  readonly writeOffAsk: string;
  readonly writeOffGo: (won: string) => string;
  readonly writeOffWhat: (approval: string) => string;
  readonly writeOffDone: string;
  readonly printAsked: string;
  readonly foundDone: string;
};

export const handwrittenWords = defineWords<HandwrittenWords>({
  ko: {
    menu: '수기서명 전표',
    title: '수기서명 전표',
    list: '전표 목록',
    status: (count) => `서명받을 전표 ${count}장`,
    tabsLabel: '전표의 단계',
    tabs: { 'to-sign': '서명받기', 'to-hand-in': '대리점에 내기', ended: '끝난 전표' },
    otherTab: '다른 단계',
    count: (count, won) => `${count}장 · ${won}`,
    sum: (count) => `모두 ${count}장`,
    today: '오늘',
    days: (days) => `${days}일 지남`,
    state: { printing: '인쇄 중', printed: '서명 대기', 'not-printed': '나오지 않음', collected: '매장 보관', 'handed-over': '대리점 제출', 'not-needed': '승인 취소됨', 'written-off': '서명 없이 정리' },
    maybePrinted: '나왔는지 모름',
    none: { 'to-sign': '서명받을 전표가 없습니다', 'to-hand-in': '대리점에 낼 전표가 없습니다', ended: '끝난 전표가 없습니다' },
    noneHint: {
      'to-sign': '패드로 서명받지 못한 카드 결제가 있으면 여기에 남습니다.',
      'to-hand-in': '서명받은 전표는 대리점에 낼 때까지 여기에 남습니다.',
      ended: '대리점에 낸 전표를 여기서 다시 찾을 수 있습니다.',
    },
    mark: '여러 장 고르기',
    markOf: (slip) => `${slip} 고르기`,
    markAll: '모두 고르기',
    markNone: '고르기 지우기',
    marked: (count, won) => `${count}장 고름 · ${won}`,
    tooMany: (count) => `한 번에 ${count}장까지 고를 수 있습니다.`,
    more: '더 보기',
    approval: (number) => `승인 ${number}`,
    noApproval: '승인번호 없음',
    facts: {
      card: '카드',
      approvalNumber: '승인번호',
      approvedAt: '승인 시각',
      sale: '판매',
      prints: '인쇄',
      printed: (times) => `${times}번`,
      collected: '서명',
      collectedBy: (name, how, at) => `${how} · ${name} · ${at}`,
      how: { printed: '인쇄된 전표', 'by-hand': '손으로 적은 전표' },
      batch: '묶음',
      handedOn: '낸 날',
      writtenOff: '책임진 사람',
      reason: '사유',
    },
    says: {
      printing: { what: '전표를 인쇄하고 있습니다.', money: '승인은 그대로입니다.', next: '나온 종이에 손님의 서명을 받으세요.' },
      printed: { what: '손님의 서명이 아직 없습니다.', money: '승인은 그대로입니다. 서명이 없으면 매장 책임입니다.', next: '서명된 종이를 받으면 서명받음으로 표시하세요.' },
      collected: { what: '서명된 전표가 매장에 있습니다.', money: '결제를 증명하는 종이입니다. 대리점에 낼 때까지 보관하세요.', next: '대리점에 내는 날 묶음과 날짜를 적으세요.' },
      'handed-over': { what: '대리점에 낸 전표입니다.', money: '승인과 서명이 모두 확인되었습니다.', next: '더 할 일이 없습니다.' },
      'not-needed': { what: '이 결제의 승인이 취소되었습니다.', money: '손님의 카드로 돈이 돌아갔습니다.', next: '서명받을 필요가 없습니다. 종이가 있으면 버려도 됩니다.' },
      'written-off': { what: '서명 없이 정리한 전표입니다.', money: '손님이 결제를 부인하면 매장이 책임집니다.', next: '더 할 일이 없습니다.' },
    },
    byHandTitle: '종이에 적을 내용',
    byHandHint: '그대로 적고 손님의 서명을 받으세요.',
    sign: '서명',
    printAgain: '다시 인쇄',
    printAgainHint: '찢어지거나 잃어버렸을 때. 먼저 나온 종이는 쓰지 마세요.',
    paperFound: '종이가 나와 있음',
    writeOff: '서명 없이 정리',
    openSale: '판매 보기',
    collect: (won) => `${won} 서명받음`,
    collectMany: (count, won) => `${count}장 서명받음 · ${won}`,
    collectTitle: '서명받은 전표',
    collectAsk: '손님의 서명이 있는 종이가 지금 손에 있습니까? 표시한 뒤에는 되돌릴 수 없습니다.',
    collectByHand: (count) => `이 가운데 ${count}장은 손으로 적은 전표입니다.`,
    collecting: '적는 중…',
    collectDone: (count) => `서명받은 전표 ${count}장을 적었습니다. 대리점에 낼 전표로 옮겼습니다.`,
    handIn: (won) => `${won} 대리점에 냈음`,
    handInMany: (count, won) => `${count}장 대리점에 냈음 · ${won}`,
    handInTitle: '대리점에 낸 전표',
    handInAsk: '낸 전표의 묶음과 낸 날을 적습니다. 끝난 전표에 함께 남습니다.',
    handInDone: (count, batch) => `전표 ${count}장을 묶음 ${batch}에 적었습니다.`,
    batchLabel: '묶음 번호나 이름',
    batchHint: '11월 2차',
    dayLabel: '낸 날',
    dayHint: '2026-11-28',
    batchMissing: '묶음 번호나 이름을 적으세요.',
    dayWrong: '날짜를 2026-11-28처럼 적으세요.',
    dayBefore: (day) => `서명받은 날(${day})보다 이를 수 없습니다.`,
    writeOffTitle: '서명 없이 정리',
    writeOffAsk: '서명을 받을 수 없을 때만 합니다. 손님이 결제를 부인하면 매장이 책임집니다.',
    writeOffGo: (won) => `${won} 서명 없이 정리`,
    writeOffWhat: (approval) => `수기서명 전표 · ${approval}`,
    writeOffDone: '서명 없이 정리했습니다. 누가 왜 했는지 함께 남았습니다.',
    printAsked: '다시 인쇄합니다. 먼저 나온 종이는 쓰지 마세요.',
    foundDone: '종이가 나온 것으로 적었습니다. 이제 서명을 받으세요.',
  },
  en: {
    menu: 'Slips signed by hand',
    title: 'Slips signed by hand',
    list: 'List of slips',
    status: (count) => (count === 1 ? '1 slip to sign' : `${count} slips to sign`),
    tabsLabel: 'Where the slip is',
    tabs: { 'to-sign': 'To sign', 'to-hand-in': 'To hand in', ended: 'Ended' },
    otherTab: 'Another step',
    count: (count, won) => `${count === '1' ? '1 slip' : `${count} slips`} · ${won}`,
    sum: (count) => `${count} in all`,
    today: 'Today',
    days: (days) => (days === 1 ? '1 day old' : `${days} days old`),
    state: { printing: 'Printing', printed: 'To be signed', 'not-printed': 'Did not print', collected: 'In the shop', 'handed-over': 'Handed in', 'not-needed': 'Charge cancelled', 'written-off': 'Given up' },
    maybePrinted: 'Print not known',
    none: { 'to-sign': 'No slip waits for a signature', 'to-hand-in': 'No slip waits for the agency', ended: 'No slip has ended yet' },
    noneHint: {
      'to-sign': 'A card payment that could not be signed on the pad stays here until its paper is signed.',
      'to-hand-in': 'Signed slips stay here until they are handed to the agency.',
      ended: 'Slips that were handed in are found here again.',
    },
    mark: 'Choose several',
    markOf: (slip) => `Choose ${slip}`,
    markAll: 'Choose all',
    markNone: 'Choose none',
    marked: (count, won) => `${count} chosen · ${won}`,
    tooMany: (count) => `At most ${count} can be chosen at once.`,
    more: 'Show more',
    approval: (number) => `Approval ${number}`,
    noApproval: 'No approval number',
    facts: {
      card: 'Card',
      approvalNumber: 'Approval number',
      approvedAt: 'Approved at',
      sale: 'Sale',
      prints: 'Printed',
      printed: (times) => (times === 1 ? 'Once' : `${times} times`),
      collected: 'Signature',
      collectedBy: (name, how, at) => `${how} · ${name} · ${at}`,
      how: { printed: 'On the printed slip', 'by-hand': 'On a slip written by hand' },
      batch: 'Batch',
      handedOn: 'Handed in on',
      writtenOff: 'Who answers for it',
      reason: 'Reason',
    },
    says: {
      printing: { what: 'The slip is being printed.', money: 'The approval stands.', next: 'Have the customer sign the paper that comes out.' },
      printed: { what: 'The customer has not signed yet.', money: 'The approval stands. Unsigned, the shop answers for it.', next: 'Mark it as signed once the signed paper is in your hand.' },
      collected: { what: 'The signed slip is in the shop.', money: 'It is the proof of this payment. Keep it until it is handed in.', next: 'Note batch and day when it goes to the agency.' },
      'handed-over': { what: 'This slip was handed to the agency.', money: 'Approval and signature are both accounted for.', next: 'There is nothing left to do.' },
      'not-needed': { what: 'The approval of this payment was cancelled.', money: 'The money went back to the customer’s card.', next: 'Nobody has to sign. The paper can be thrown away.' },
      'written-off': { what: 'This slip was given up without a signature.', money: 'If the customer denies the payment, the shop answers for it.', next: 'There is nothing left to do.' },
    },
    byHandTitle: 'To be written on paper',
    byHandHint: 'Write it as it stands, and have the customer sign.',
    sign: 'Signature',
    printAgain: 'Print again',
    printAgainHint: 'For a slip that is torn or lost. The paper printed before is void.',
    paperFound: 'The paper is here',
    writeOff: 'Give up the signature',
    openSale: 'Open the sale',
    collect: (won) => `${won} signed`,
    collectMany: (count, won) => `${count} signed · ${won}`,
    collectTitle: 'Signed slips',
    collectAsk: 'Is the paper with the customer’s signature in your hand now? This cannot be taken back.',
    collectByHand: (count) => `${count} of them written by hand.`,
    collecting: 'Recording…',
    collectDone: (count) => `Recorded as signed: ${count}. Next they go to the agency.`,
    handIn: (won) => `${won} handed in`,
    handInMany: (count, won) => `${count} handed in · ${won}`,
    handInTitle: 'Handed to the agency',
    handInAsk: 'Note the batch and the day; both stay with the slips.',
    handInDone: (count, batch) => `Recorded in batch ${batch}: ${count}.`,
    batchLabel: 'Number or name of the batch',
    batchHint: 'November, second',
    dayLabel: 'Handed in on',
    dayHint: '2026-11-28',
    batchMissing: 'Give the batch a number or a name.',
    dayWrong: 'Write the day like 2026-11-28.',
    dayBefore: (day) => `It cannot be before the day of the signature (${day}).`,
    writeOffTitle: 'Give up the signature',
    writeOffAsk: 'Only when the signature cannot be had. If the customer denies the payment, the shop answers for it.',
    writeOffGo: (won) => `Give up the signature for ${won}`,
    writeOffWhat: (approval) => `Slip signed by hand · ${approval}`,
    writeOffDone: 'Given up without a signature; who and why is recorded.',
    printAsked: 'It is printed again. The paper printed before is void.',
    foundDone: 'Recorded as printed. Have it signed now.',
  },
  'zh-CN': {
    menu: '手签小票',
    title: '手签小票',
    list: '小票列表',
    status: (count) => `待签名小票 ${count}张`,
    tabsLabel: '小票的阶段',
    tabs: { 'to-sign': '待签名', 'to-hand-in': '待交代理商', ended: '已结束' },
    otherTab: '其他阶段',
    count: (count, won) => `${count}张 · ${won}`,
    sum: (count) => `共${count}张`,
    today: '今天',
    days: (days) => `已过${days}天`,
    state: { printing: '打印中', printed: '等待签名', 'not-printed': '未打印', collected: '店内保管', 'handed-over': '已交代理商', 'not-needed': '批准已撤销', 'written-off': '已放弃签名' },
    maybePrinted: '打印不明',
    none: { 'to-sign': '没有待签名的小票', 'to-hand-in': '没有待交代理商的小票', ended: '还没有已结束的小票' },
    noneHint: {
      'to-sign': '未能在签名板上签名的刷卡会留在这里，直到纸上签好名。',
      'to-hand-in': '已签名的小票会留在这里，直到交给代理商。',
      ended: '交给代理商的小票可在这里再次查到。',
    },
    mark: '选择多张',
    markOf: (slip) => `选择 ${slip}`,
    markAll: '全选',
    markNone: '取消选择',
    marked: (count, won) => `已选${count}张 · ${won}`,
    tooMany: (count) => `一次最多可选${count}张。`,
    more: '显示更多',
    approval: (number) => `批准号 ${number}`,
    noApproval: '没有批准号',
    facts: {
      card: '卡',
      approvalNumber: '批准号',
      approvedAt: '批准时间',
      sale: '销售',
      prints: '打印',
      printed: (times) => `${times}次`,
      collected: '签名',
      collectedBy: (name, how, at) => `${how} · ${name} · ${at}`,
      how: { printed: '打印的小票', 'by-hand': '手写的小票' },
      batch: '批次',
      handedOn: '交付日期',
      writtenOff: '负责人',
      reason: '理由',
    },
    says: {
      printing: { what: '正在打印小票。', money: '批准有效。', next: '请让顾客在打印出的纸上签名。' },
      printed: { what: '顾客尚未签名。', money: '批准有效。未签名时由店铺负责。', next: '拿到已签名的纸后，请标记为已签名。' },
      collected: { what: '已签名的小票在店内。', money: '这是付款的凭证，请保管到交给代理商为止。', next: '交给代理商时，请记录批次和日期。' },
      'handed-over': { what: '这张小票已交给代理商。', money: '批准与签名均已确认。', next: '无需再做任何事。' },
      'not-needed': { what: '这笔付款的批准已撤销。', money: '钱已退回顾客的卡。', next: '无需签名，纸张可以丢弃。' },
      'written-off': { what: '这张小票已放弃签名。', money: '若顾客否认付款，由店铺负责。', next: '无需再做任何事。' },
    },
    byHandTitle: '需手写的内容',
    byHandHint: '请照此书写，并请顾客签名。',
    sign: '签名',
    printAgain: '重新打印',
    printAgainHint: '用于破损或遗失的小票。先前打印的纸作废。',
    paperFound: '纸已打印出来',
    writeOff: '放弃签名',
    openSale: '查看销售',
    collect: (won) => `${won} 已签名`,
    collectMany: (count, won) => `${count}张已签名 · ${won}`,
    collectTitle: '已签名的小票',
    collectAsk: '有顾客签名的纸现在在您手中吗？标记后无法更改。',
    collectByHand: (count) => `其中${count}张为手写。`,
    collecting: '正在记录…',
    collectDone: (count) => `已记录${count}张签名小票，接下来交给代理商。`,
    handIn: (won) => `${won} 已交代理商`,
    handInMany: (count, won) => `${count}张已交代理商 · ${won}`,
    handInTitle: '交给代理商的小票',
    handInAsk: '请记录批次和交付日期，会与已结束的小票一同保留。',
    handInDone: (count, batch) => `已将${count}张小票记入批次 ${batch}。`,
    batchLabel: '批次编号或名称',
    batchHint: '11月第2批',
    dayLabel: '交付日期',
    dayHint: '2026-11-28',
    batchMissing: '请填写批次编号或名称。',
    dayWrong: '请按 2026-11-28 的格式填写日期。',
    dayBefore: (day) => `不能早于签名日期（${day}）。`,
    writeOffTitle: '放弃签名',
    writeOffAsk: '仅限无法取得签名时。顾客若否认付款，由店铺负责。',
    writeOffGo: (won) => `放弃 ${won} 的签名`,
    writeOffWhat: (approval) => `手签小票 · ${approval}`,
    writeOffDone: '已放弃签名，操作人和理由均已记录。',
    printAsked: '正在重新打印。先前打印的纸作废。',
    foundDone: '已记录为打印成功，请让顾客签名。',
  },
});

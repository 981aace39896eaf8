/** Words of a sale as it happened: what each row of it says. */
import type { TimelineGroup, TimelineWhat } from '../../domain/history/timeline.ts';
import { defineWords } from './language.tsx';

export type TimelineWords = {
  readonly open: string;
  readonly title: (number: string) => string;
  readonly next: string;
  readonly group: Readonly<Record<TimelineGroup | 'all', string>>;
  readonly count: (count: string) => string;
  readonly more: string;
  readonly none: string;
  readonly noneHint: string;
  readonly cut: string;
  readonly byItself: string;
  readonly approvedBy: (name: string) => string;
  readonly by: Readonly<Record<'customer' | 'cashier' | 'rule', string>>;
  readonly times: (count: string) => string;
  /** What one costs, and how many. */
  readonly each: (count: string, won: string) => string;
  readonly copy: (count: string) => string;
  readonly months: (count: string) => string;
  readonly received: (won: string) => string;
  readonly approval: (number: string) => string;
  readonly reason: (text: string) => string;
  readonly source: (text: string) => string;
  readonly what: Readonly<Record<TimelineWhat, string>>;
};

export const timelineWords = defineWords<TimelineWords>({
  ko: {
    open: '시간순으로 보기',
    title: (number) => `판매 ${number} 시간순`,
    next: '다음 갈래',
    group: { all: '전체', goods: '상품', money: '돈', receipt: '현금영수증', paper: '전표·서명', people: '승인', trouble: '문제' },
    count: (count) => `기록 ${count}건`,
    more: '더 보기',
    none: '이 갈래의 기록이 없습니다',
    noneHint: '다른 갈래는 위에서 고릅니다.',
    cut: '기록이 너무 많아 앞부분만 보입니다. 전체는 저널에 있습니다.',
    byItself: '자동',
    approvedBy: (name) => `승인 ${name}`,
    by: { customer: '손님이', cashier: '직원이', rule: '설정대로' },
    times: (count) => `${count}개`,
    each: (count, won) => `${won} × ${count}`,
    copy: (count) => `${count}번째 출력`,
    months: (count) => `${count}개월`,
    received: (won) => `받은 돈 ${won}`,
    approval: (number) => `승인번호 ${number}`,
    reason: (text) => `사유 ${text}`,
    source: (text) => `확인한 곳 ${text}`,
    what: {
      started: '판매 시작', 'line-added': '상품 담음', 'quantity-set': '수량 바꿈', 'line-weighed': '무게 바꿈', 'line-cancelled': '상품 뺌', 'line-restored': '상품 되돌림', 'line-discounted': '상품 할인', 'line-repriced': '가격 바꿈', 'sale-discounted': '전체 할인', 'line-noted': '메모',
      held: '보류', recalled: '보류 이어서', abandoned: '판매 그만둠', 'payment-left': '결제 화면에서 되돌아옴',
      'exchange-begun': '교환 시작, 돌아온 상품', 'exchange-settled': '교환 끝, 돌려줄 차액', exchanged: '교환한 상품값으로 씀', 'cash-paid': '현금 받음', 'cash-returned': '현금 돌려줌', 'charge-intended': '카드 결제 시작', 'cancel-intended': '카드 취소 시작', 'terminal-asked': '단말기에 요청', 'charge-approved': '카드 승인', 'cancel-approved': '카드 취소 승인', declined: '카드 거절', stopped: '단말기에서 그만둠', 'not-sent': '단말기에 전해지지 않음',
      'trade-unknown': '승인 여부 모름', 'terminal-inquired': '단말기에 결과 조회', 'inquiry-nothing': '조회해도 알 수 없음', 'settled-approved': '승인된 것으로 기록', 'settled-not-approved': '승인되지 않은 것으로 기록', 'trade-restarted': '프로그램이 다시 시작되어 결과 확인 필요', 'taken-back': '요청하기 전에 거둠', 'charge-kept': '뒤늦은 승인을 결제로 씀',
      signed: '서명 받음', 'signature-again': '서명이 짧아 다시 요청', 'signature-by-hand': '수기서명으로 바꿈', 'handwritten-opened': '수기서명 전표 시작', 'handwritten-collected': '서명한 전표 받음', 'handwritten-handed-over': '서명한 전표 제출', 'handwritten-written-off': '수기서명 전표 정리',
      'receipt-declined': '현금영수증 발급 안 함', 'receipt-postponed': '현금영수증 나중에', 'receipt-created': '현금영수증 요청', 'receipt-sent': '국세청으로 보냄', 'receipt-issued': '처리됨', 'receipt-waits': '연결 안 됨, 대기', 'receipt-refused': '거절됨', 'receipt-unknown': '처리 여부 모름', 'receipt-absent': '국세청에 없음, 다시 보냄', 'receipt-confirmed': '국세청 확인', 'receipt-rejected': '국세청 거부', 'receipt-cancelled': '현금영수증 취소됨', 'receipt-cancel-created': '현금영수증 취소 요청', 'receipt-cancel-not-needed': '취소할 현금영수증 없음', 'receipt-left': '현금영수증을 따로 처리',
      'slip-wanted': '전표 받기로 함', 'slip-not-wanted': '전표 받지 않음', 'slip-queued': '전표 인쇄 요청', 'drawer-queued': '돈통 열기', 'print-confirmed': '나옴', 'print-failed': '인쇄 안 됨', 'print-unknown': '나왔는지 모름', 'print-settled': '인쇄 결과 정리', 'fact-differed': '손님 확인이 맞지 않아 인쇄 안 함',
      'refund-begun': '되돌림 시작', 'refund-cash-out': '돌려줄 현금 꺼냄', 'refund-cash-handed': '손님께 현금 건넴', 'refund-by-phone': '전화로 취소', 'refund-in-cash': '현금으로 돌려주기로 함', 'refund-rest-waived': '나머지를 받지 않기로 함', 'refund-aside': '카드 취소를 미뤄 둠', 'refund-called-off': '되돌림 그만둠',
      'approval-granted': '승인함', 'approval-used': '승인을 씀', 'approval-refused': '승인 거부됨', 'act-by-right': '권한으로 함', 'stray-opened': '단말기의 낯선 결과', 'stray-settled': '낯선 결과 정리', failure: '문제', other: '그 밖의 기록',
    },
  },
  en: {
    open: 'As it happened',
    title: (number) => `Sale ${number} as it happened`,
    next: 'Next part',
    group: { all: 'All', goods: 'Goods', money: 'Money', receipt: 'Cash receipt', paper: 'Paper', people: 'Approvals', trouble: 'Trouble' },
    count: (count) => `Entries: ${count}`,
    more: 'Show more',
    none: 'Nothing of this kind',
    noneHint: 'The other kinds are chosen above.',
    cut: 'There is too much of it: only its beginning is shown. The journal has all of it.',
    byItself: 'automatic',
    approvedBy: (name) => `approved by ${name}`,
    by: { customer: 'the customer', cashier: 'at the counter', rule: 'by the settings' },
    times: (count) => `qty ${count}`,
    each: (count, won) => `${count} × ${won}`,
    copy: (count) => `print no. ${count}`,
    months: (count) => `${count} months`,
    received: (won) => `Received ${won}`,
    approval: (number) => `Approval ${number}`,
    reason: (text) => `Reason: ${text}`,
    source: (text) => `Read at: ${text}`,
    what: {
      started: 'Sale begun', 'line-added': 'Rung up', 'quantity-set': 'Quantity changed', 'line-weighed': 'Weight changed', 'line-cancelled': 'Taken off', 'line-restored': 'Brought back', 'line-discounted': 'Line discounted', 'line-repriced': 'Price changed', 'sale-discounted': 'Sale discounted', 'line-noted': 'Note',
      held: 'Held', recalled: 'Recalled', abandoned: 'Abandoned', 'payment-left': 'Back from the payment',
      'exchange-begun': 'Exchange begun, goods that came back', 'exchange-settled': 'Exchange settled, to give back', exchanged: 'Paid for the goods taken in exchange', 'cash-paid': 'Paid in cash', 'cash-returned': 'Cash given back', 'charge-intended': 'Card charge begun', 'cancel-intended': 'Card cancel begun', 'terminal-asked': 'Terminal asked', 'charge-approved': 'Card approved', 'cancel-approved': 'Card cancel approved', declined: 'Card declined', stopped: 'Stopped at the terminal', 'not-sent': 'Never reached the terminal',
      'trade-unknown': 'Unknown whether approved', 'terminal-inquired': 'Terminal asked what became of it', 'inquiry-nothing': 'The terminal could not tell', 'settled-approved': 'Recorded as approved', 'settled-not-approved': 'Recorded as not approved', 'trade-restarted': 'The program started anew: result to be found', 'taken-back': 'Taken back before it was asked', 'charge-kept': 'A late approval counts',
      signed: 'Signed', 'signature-again': 'Signature too short, asked again', 'signature-by-hand': 'To be signed by hand', 'handwritten-opened': 'Slip to sign by hand begun', 'handwritten-collected': 'Signed slip collected', 'handwritten-handed-over': 'Signed slip handed in', 'handwritten-written-off': 'Slip given up without a signature',
      'receipt-declined': 'No cash receipt wanted', 'receipt-postponed': 'Cash receipt put off', 'receipt-created': 'Cash receipt asked for', 'receipt-sent': 'Sent to the tax office', 'receipt-issued': 'Carried out', 'receipt-waits': 'Not reached, waiting', 'receipt-refused': 'Refused', 'receipt-unknown': 'Unknown whether carried out', 'receipt-absent': 'Not there: sent again', 'receipt-confirmed': 'Confirmed by the tax office', 'receipt-rejected': 'Rejected by the tax office', 'receipt-cancelled': 'Cash receipt cancelled', 'receipt-cancel-created': 'Cancel of the cash receipt asked for', 'receipt-cancel-not-needed': 'No cash receipt to cancel', 'receipt-left': 'Cash receipt seen to otherwise',
      'slip-wanted': 'Slip wanted', 'slip-not-wanted': 'No slip wanted', 'slip-queued': 'Slip to be printed', 'drawer-queued': 'Drawer opened', 'print-confirmed': 'Came out', 'print-failed': 'Not printed', 'print-unknown': 'Unknown whether it came out', 'print-settled': 'Print settled', 'fact-differed': 'The customer did not know the sale: not printed',
      'refund-begun': 'Giving back begun', 'refund-cash-out': 'Cash taken out to give back', 'refund-cash-handed': 'Cash handed to the customer', 'refund-by-phone': 'Cancelled by phone', 'refund-in-cash': 'To be given back in cash', 'refund-rest-waived': 'The rest was let go', 'refund-aside': 'Card put aside', 'refund-called-off': 'Called off',
      'approval-granted': 'Approval given', 'approval-used': 'Approval used', 'approval-refused': 'Approval refused', 'act-by-right': 'Done by right', 'stray-opened': 'Foreign result of the terminal', 'stray-settled': 'Foreign result settled', failure: 'Trouble', other: 'Other entry',
    },
  },
  'zh-CN': {
    open: '按时间查看',
    title: (number) => `销售 ${number} 经过`,
    next: '下一类',
    group: { all: '全部', goods: '商品', money: '款项', receipt: '现金收据', paper: '小票·签名', people: '批准', trouble: '问题' },
    count: (count) => `记录 ${count}条`,
    more: '显示更多',
    none: '没有这一类的记录',
    noneHint: '其他类别请在上方选择。',
    cut: '记录过多，只显示前面部分。完整记录在日志中。',
    byItself: '自动',
    approvedBy: (name) => `批准 ${name}`,
    by: { customer: '顾客', cashier: '店员', rule: '按设置' },
    times: (count) => `${count}件`,
    each: (count, won) => `${won} × ${count}`,
    copy: (count) => `第${count}次打印`,
    months: (count) => `${count}个月`,
    received: (won) => `实收 ${won}`,
    approval: (number) => `批准号 ${number}`,
    reason: (text) => `理由 ${text}`,
    source: (text) => `查看处 ${text}`,
    what: {
      started: '开始销售', 'line-added': '加入商品', 'quantity-set': '改数量', 'line-weighed': '改重量', 'line-cancelled': '移除商品', 'line-restored': '恢复商品', 'line-discounted': '商品折扣', 'line-repriced': '改价格', 'sale-discounted': '整单折扣', 'line-noted': '备注',
      held: '挂单', recalled: '取单', abandoned: '放弃销售', 'payment-left': '从付款返回',
      'exchange-begun': '开始换货，退回的商品', 'exchange-settled': '换货完成，应退差额', exchanged: '用作换货的货款', 'cash-paid': '收到现金', 'cash-returned': '退回现金', 'charge-intended': '开始刷卡', 'cancel-intended': '开始撤销刷卡', 'terminal-asked': '向终端请求', 'charge-approved': '刷卡批准', 'cancel-approved': '撤销已批准', declined: '刷卡被拒', stopped: '在终端上停止', 'not-sent': '未送达终端',
      'trade-unknown': '是否批准不明', 'terminal-inquired': '向终端查询结果', 'inquiry-nothing': '查询后仍不明', 'settled-approved': '记录为已批准', 'settled-not-approved': '记录为未批准', 'trade-restarted': '程序重新启动，结果待查', 'taken-back': '请求前已收回', 'charge-kept': '迟到的批准计入付款',
      signed: '已签名', 'signature-again': '签名太短，重新请求', 'signature-by-hand': '改为手写签名', 'handwritten-opened': '手签小票开始', 'handwritten-collected': '收到已签小票', 'handwritten-handed-over': '已签小票已提交', 'handwritten-written-off': '手签小票放弃签名',
      'receipt-declined': '不开现金收据', 'receipt-postponed': '稍后开现金收据', 'receipt-created': '请求现金收据', 'receipt-sent': '发送到国税厅', 'receipt-issued': '已处理', 'receipt-waits': '未连接，等待', 'receipt-refused': '被拒', 'receipt-unknown': '是否处理不明', 'receipt-absent': '国税厅没有，重新发送', 'receipt-confirmed': '国税厅已确认', 'receipt-rejected': '国税厅拒绝', 'receipt-cancelled': '现金收据已撤销', 'receipt-cancel-created': '请求撤销现金收据', 'receipt-cancel-not-needed': '没有可撤销的现金收据', 'receipt-left': '现金收据另行处理',
      'slip-wanted': '要小票', 'slip-not-wanted': '不要小票', 'slip-queued': '请求打印小票', 'drawer-queued': '打开钱箱', 'print-confirmed': '已打出', 'print-failed': '未打印', 'print-unknown': '是否打出不明', 'print-settled': '打印结果已处理', 'fact-differed': '顾客核对不符，未打印',
      'refund-begun': '开始退还', 'refund-cash-out': '取出要退的现金', 'refund-cash-handed': '现金已交给顾客', 'refund-by-phone': '电话撤销', 'refund-in-cash': '决定以现金退还', 'refund-rest-waived': '决定不收余款', 'refund-aside': '此卡暂缓', 'refund-called-off': '放弃退还',
      'approval-granted': '给予批准', 'approval-used': '使用批准', 'approval-refused': '批准被拒', 'act-by-right': '凭权限进行', 'stray-opened': '终端的陌生结果', 'stray-settled': '陌生结果已处理', failure: '问题', other: '其他记录',
    },
  },
});

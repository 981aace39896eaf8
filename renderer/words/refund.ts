/** Words of money on its way back: what is chosen, how it goes, and what is asked on the way. */
import type { RefundReceiptView, RefundReturnView, RefundView } from '../../contract/refund.ts';
import { defineWords } from './language.tsx';

type Standing = RefundReturnView['standing'];
type Kind = RefundView['kind'];
export type ReceiptReason = 'transaction-cancelled' | 'issued-in-error' | 'other';

export type RefundWords = {
  readonly kind: Readonly<Record<Kind, string>>;
  readonly open: string;
  readonly goOn: string;
  readonly list: string;
  readonly stage: Readonly<Record<RefundView['stage'], string>>;
  readonly backOf: (won: string) => string;
  /** In a list, while something of the sale is open: not all of it need have come back. */
  readonly backUnsure: (won: string) => string;
  readonly ofSale: (number: string) => string;
  readonly choose: {
    readonly title: string;
    readonly lines: string;
    readonly all: string;
    readonly none: string;
    readonly left: (left: string, sold: string) => string;
    readonly gone: string;
    readonly pieces: (count: string) => string;
    readonly fewer: (name: string) => string;
    readonly more: (name: string) => string;
    readonly quantity: string;
    readonly reason: string;
    readonly nextReason: string;
    readonly receiptReason: string;
    readonly nextReceiptReason: string;
    readonly receiptReasons: Readonly<Record<ReceiptReason, string>>;
    readonly how: string;
    readonly cash: string;
    readonly ways: Readonly<Record<'cancel' | 'partial-cancel' | 'by-phone', string>>;
    readonly recharge: (whole: string, rest: string) => string;
    readonly cashWay: string;
    readonly receipt: (masked: string) => string;
    readonly receiptWhole: string;
    readonly receiptPart: string;
    readonly first: (name: string) => string;
    readonly copies: (count: string) => string;
    readonly phone: string;
    readonly begin: Readonly<Record<'void' | 'refund' | 'exchange', (won: string) => string>>;
    readonly beginning: string;
    readonly what: (kind: string, number: string) => string;
  };
  readonly side: {
    readonly amount: string;
    readonly back: string;
    readonly ways: string;
    readonly by: (name: string) => string;
    readonly approved: (name: string) => string;
    readonly receipts: string;
    readonly standing: Readonly<Record<Standing, string>>;
    readonly aside: string;
    readonly byPhone: string;
    readonly inCash: string;
    readonly receiptStanding: Readonly<Record<NonNullable<RefundReceiptView['outcome']> | 'waiting' | 'begun' | 'left', string>>;
  };
  readonly work: { readonly title: string; readonly receipts: string; readonly reissue: string; readonly paper: string };
  readonly handed: { readonly title: string; readonly meaning: string; readonly drawer: string; readonly yes: (won: string) => string };
  readonly begun: { readonly title: string; readonly cash: (won: string) => string; readonly card: (won: string) => string };
  readonly callOff: string;
  readonly callOffMeaning: string;
  readonly notCancelled: { readonly title: string; /** When cash, and what of the charge then. */ readonly cashMeaning: string; readonly again: (won: string) => string; readonly cash: (won: string) => string };
  readonly why: string;
  readonly whyHint: string;
  /** Past one card that cannot be settled now, to the rest of the refund. */
  readonly aside: string;
  readonly asideMeaning: string;
  readonly rest: {
    readonly owed: Readonly<Record<'rest' | 'restore' | 'twice', string>>;
    readonly restore: (won: string) => string;
    readonly restoreMeaning: string;
    readonly notRestore: (won: string) => string;
    readonly waive: (won: string) => string;
    /** What it is for the money. */
    readonly waiveMeaning: string;
  };
  readonly done: {
    readonly title: Readonly<Record<'void' | 'refund' | 'exchange' | 'receipt-correction' | 'restored' | 'called-off', string>>;
    readonly leave: string;
    readonly paper: Readonly<Record<'none' | 'waiting' | 'confirmed' | 'unsure', string>>;
  };
  /** Out of a refund that asks for something and stays open; and out of one that goes on by itself. */
  readonly later: string;
  readonly laterMeaning: string;
  readonly leaveWaiting: string;
  readonly status: (count: string, won: string) => string;
  readonly caseNext: string;
  readonly cashOut: string;
};

export const refundWords = defineWords<RefundWords>({
  ko: {
    kind: { void: '판매 취소', refund: '환불', exchange: '교환', 'receipt-correction': '현금영수증 정정' },
    open: '취소 · 환불',
    goOn: '하던 환불 이어서 하기',
    list: '취소와 환불',
    stage: { exchanging: '교환 중', 'giving-back': '돌려주는 중', receipts: '현금영수증 취소 중', reissuing: '다시 발급 중', 'by-phone': '전화로 취소할 것 있음', slips: '전표 인쇄 중', aside: '확인할 것 있음', done: '끝남', 'called-off': '그만둠' },
    backOf: (won) => `${won} 돌려줌`,
    backUnsure: (won) => `환불 ${won} · 확인 필요`,
    ofSale: (number) => `판매 ${number}`,
    choose: {
      title: '무엇을 돌려받나요?',
      lines: '돌아온 상품',
      all: '모두 고르기',
      none: '모두 빼기',
      left: (left, sold) => (left === sold ? `${sold}개 판매` : `${sold}개 중 ${left}개 남음`),
      gone: '이미 환불됨',
      pieces: (count) => `${count}개`,
      fewer: (name) => `${name} 하나 적게`,
      more: (name) => `${name} 하나 더`,
      quantity: '고른 상품의 수량',
      reason: '사유',
      nextReason: '다음 사유',
      receiptReason: '현금영수증 취소 사유',
      nextReceiptReason: '다음 현금영수증 사유',
      receiptReasons: { 'transaction-cancelled': '거래 취소', 'issued-in-error': '잘못 발급', other: '기타' },
      how: '돌려주는 방법',
      cash: '현금',
      ways: { cancel: '단말기에서 취소', 'partial-cancel': '단말기에서 일부 취소', 'by-phone': '밴사에 전화해 취소' },
      recharge: (whole, rest) => `${whole} 취소한 뒤 ${rest} 다시 결제`,
      cashWay: '돈통에서 꺼내 드림',
      receipt: (masked) => `현금영수증 ${masked}`,
      receiptWhole: '국세청에 취소',
      receiptPart: '국세청에 일부 취소',
      first: (name) => `${name}부터 돌려주기`,
      copies: (count) => `이 판매의 전표가 ${count}장 더 나갔습니다. 원래 전표와 재발행 전표를 모두 거두세요.`,
      phone: '카드 결제 뒤 90일이 지나 단말기로 취소할 수 없습니다. 밴사에 전화해 취소하고 접수번호를 적습니다.',
      begin: { void: (won) => `${won} 판매 취소`, refund: (won) => `${won} 환불`, exchange: (won) => `${won} 교환 시작` },
      beginning: '시작하는 중',
      what: (kind, number) => `${kind} · 판매 ${number}`,
    },
    side: {
      amount: '돌려줄 금액',
      back: '돌려준 금액',
      ways: '돌려주는 방법',
      by: (name) => `요청 ${name}`,
      approved: (name) => `승인 ${name}`,
      receipts: '현금영수증 취소',
      standing: {
        waiting: '아직 시작 안 함',
        cancelling: '단말기에서 취소 중',
        'cancel-unknown': '취소 여부 모름',
        'not-cancelled': '취소 안 됨',
        'cash-decided': '현금으로 돌려주기로 함',
        'handing-out': '손님께 건네는 중',
        'rest-due': '취소됨 · 나머지를 받아야 함',
        'rest-asked': '나머지 결제 중',
        'rest-unknown': '나머지 승인 여부 모름',
        'rest-surplus': '더 결제됨',
        returned: '돌려줌',
        restored: '되돌려 놓음',
      },
      aside: '미뤄 둠',
      byPhone: '전화로',
      inCash: '현금으로',
      receiptStanding: { waiting: '차례를 기다림', begun: '취소하는 중', cancelled: '취소됨', queued: '연결되면 보냄', unknown: '확인하는 중', unproven: '취소됐는지 모름', failed: '취소 안 됨', 'not-needed': '취소할 것 없음', left: '점장이 따로 처리' },
    },
    work: { title: '처리하고 있습니다', receipts: '현금영수증을 취소하고 있습니다', reissue: '현금영수증을 다시 발급하고 있습니다', paper: '전표를 인쇄하고 있습니다' },
    handed: { title: '손님께 현금을 드리세요', meaning: '돈통이 열렸습니다. 금액을 세어 건네세요.', drawer: '돈통 다시 열기', yes: (won) => `${won} 건넸음` },
    begun: { title: '아직 나가지 않은 돈이 있습니다', cash: (won) => `현금 ${won} 꺼내기`, card: (won) => `카드 ${won} 취소하기` },
    callOff: '환불 그만두기',
    callOffMeaning: '움직인 돈이 없어 그만둘 수 있습니다.',
    notCancelled: { title: '카드가 취소되지 않았습니다', cashMeaning: '보통은 카드로만 돌려줍니다. 현금은 점장이 결정한 때만이고, 사유와 승인이 기록되며 카드 결제는 그대로 남습니다.', again: (won) => `카드 ${won} 다시 취소`, cash: (won) => `현금 ${won}으로 돌려주기` },
    why: '사유',
    whyHint: '왜 이렇게 하는지 적으세요',
    aside: '이 카드는 미루고 나머지 하기',
    asideMeaning: '카드 하나를 미뤄도 나머지 환불은 끝낼 수 있습니다. 미룬 카드는 끝나지 않은 환불로 남습니다.',
    rest: {
      owed: { rest: '카드는 모두 취소되었고, 손님이 가져가는 상품값을 다시 받아야 합니다.', restore: '환불하지 않기로 했습니다. 취소된 금액을 모두 다시 받습니다.', twice: '같은 돈이 두 번 나갔습니다. 취소된 금액을 다시 받아야 합니다.' },
      restore: (won) => `환불 없이 ${won} 모두 다시 받기`,
      restoreMeaning: '아무 일도 없던 것으로 되돌립니다.',
      notRestore: (won) => `나머지 ${won}만 받기`,
      waive: (won) => `${won} 받지 않기로 하기`,
      waiveMeaning: '이 돈은 받지 않은 것으로 남고, 사유와 승인이 기록됩니다.',
    },
    done: {
      title: { void: '판매를 취소했습니다', refund: '환불했습니다', exchange: '교환했습니다', 'receipt-correction': '현금영수증을 바로잡았습니다', restored: '환불하지 않고 되돌렸습니다', 'called-off': '환불을 그만두었습니다' },
      leave: '판매 내역으로',
      paper: { none: '인쇄할 전표가 없습니다.', waiting: '전표를 인쇄하고 있습니다.', confirmed: '전표가 나왔습니다. 손님께 드리세요.', unsure: '전표가 나오지 않았을 수 있습니다. 프린터를 확인하세요.' },
    },
    later: '나중에 하기',
    laterMeaning: '끝나지 않은 환불로 남아, 끝낼 때까지 아래 줄에 보입니다.',
    leaveWaiting: '기다리지 않고 나가기',
    status: (count, won) => `끝나지 않은 환불 ${count}건 · ${won}`,
    caseNext: '판매 내역에서 그 판매를 열어 이어서 하세요.',
    cashOut: '현금 환불',
  },
  en: {
    kind: { void: 'Void', refund: 'Refund', exchange: 'Exchange', 'receipt-correction': 'Receipt correction' },
    open: 'Void or refund',
    goOn: 'Go on with the refund',
    list: 'Voids and refunds',
    stage: { exchanging: 'Exchanging', 'giving-back': 'Giving back', receipts: 'Cancelling the cash receipt', reissuing: 'Issuing again', 'by-phone': 'To be cancelled by phone', slips: 'Printing', aside: 'To be settled', done: 'Done', 'called-off': 'Called off' },
    backOf: (won) => `${won} given back`,
    backUnsure: (won) => `Refund ${won} · to check`,
    ofSale: (number) => `Sale ${number}`,
    choose: {
      title: 'What comes back?',
      lines: 'Goods that come back',
      all: 'Choose all',
      none: 'Choose none',
      left: (left, sold) => (left === sold ? `${sold} sold` : `${left} of ${sold} left`),
      gone: 'refunded before',
      pieces: (count) => `× ${count}`,
      fewer: (name) => `One less of ${name}`,
      more: (name) => `One more of ${name}`,
      quantity: 'Quantity of the chosen line',
      reason: 'Reason',
      nextReason: 'Next reason',
      receiptReason: 'Why the cash receipt is cancelled',
      nextReceiptReason: 'Next receipt reason',
      receiptReasons: { 'transaction-cancelled': 'Sale cancelled', 'issued-in-error': 'Issued in error', other: 'Other' },
      how: 'How it goes back',
      cash: 'Cash',
      ways: { cancel: 'Cancelled at the terminal', 'partial-cancel': 'Part cancelled at the terminal', 'by-phone': 'Cancelled by a call to the VAN' },
      recharge: (whole, rest) => `${whole} cancelled, then ${rest} charged again`,
      cashWay: 'Out of the drawer',
      receipt: (masked) => `Cash receipt ${masked}`,
      receiptWhole: 'Cancelled at the tax office',
      receiptPart: 'Part cancelled at the tax office',
      first: (name) => `Refund to ${name} first`,
      copies: (count) => `${count === '1' ? '1 more copy' : `${count} more copies`} of its slip went out. Take back the original and every copy.`,
      phone: 'More than 90 days have passed: the terminal cannot cancel this card. Call the VAN, and write down the reference.',
      begin: { void: (won) => `Void ${won}`, refund: (won) => `Refund ${won}`, exchange: (won) => `Exchange ${won}` },
      beginning: 'Beginning',
      what: (kind, number) => `${kind} · sale ${number}`,
    },
    side: {
      amount: 'To give back',
      back: 'Given back',
      ways: 'How it goes back',
      by: (name) => `Asked for by ${name}`,
      approved: (name) => `Approved by ${name}`,
      receipts: 'Cash receipt cancelled',
      standing: {
        waiting: 'Not begun',
        cancelling: 'Being cancelled at the terminal',
        'cancel-unknown': 'Not known whether cancelled',
        'not-cancelled': 'Not cancelled',
        'cash-decided': 'To be given in cash',
        'handing-out': 'On its way to the customer',
        'rest-due': 'Cancelled · the rest is owed',
        'rest-asked': 'The rest is being charged',
        'rest-unknown': 'Not known whether the rest was charged',
        'rest-surplus': 'Charged on top',
        returned: 'Given back',
        restored: 'Put back as it was',
      },
      aside: 'put aside',
      byPhone: 'by phone',
      inCash: 'in cash',
      receiptStanding: { waiting: 'Waiting its turn', begun: 'Being cancelled', cancelled: 'Cancelled', queued: 'Sent when back online', unknown: 'Being checked', unproven: 'Not known whether cancelled', failed: 'Not cancelled', 'not-needed': 'Nothing to cancel', left: 'Seen to by a manager' },
    },
    work: { title: 'In progress', receipts: 'Cancelling the cash receipt', reissue: 'Issuing the cash receipt again', paper: 'Printing the slip' },
    handed: { title: 'Give the customer the cash', meaning: 'The drawer is open. Count it out to the customer.', drawer: 'Open the drawer again', yes: (won) => `${won} handed over` },
    begun: { title: 'Some money has not gone out yet', cash: (won) => `Take out ${won} cash`, card: (won) => `Cancel ${won} on card` },
    callOff: 'Call the refund off',
    callOffMeaning: 'No money has moved, so it can be called off.',
    notCancelled: { title: 'The card was not cancelled', cashMeaning: 'Money goes back to the card. Cash only if a manager decides it: reason and approval are recorded, and the charge stays on the card.', again: (won) => `Cancel ${won} again`, cash: (won) => `Give ${won} back in cash` },
    why: 'Reason',
    whyHint: 'Write why it is done this way',
    aside: 'Put aside, do the rest',
    asideMeaning: 'With this card put aside, the rest of the refund can be finished. The card stays open.',
    rest: {
      owed: { rest: 'The whole charge is cancelled; what the customer keeps has to be paid again.', restore: 'Nothing is refunded: all that was cancelled is taken again.', twice: 'The same money went back twice. What was cancelled has to be paid again.' },
      restore: (won) => `No refund: take all ${won} again`,
      restoreMeaning: 'Puts everything back as it was.',
      notRestore: (won) => `Take only the rest, ${won}`,
      waive: (won) => `Do not collect ${won}`,
      waiveMeaning: 'The amount stays uncollected; the reason and the approval are recorded.',
    },
    done: {
      title: { void: 'The sale is void', refund: 'Refunded', exchange: 'Exchanged', 'receipt-correction': 'The cash receipt is corrected', restored: 'Not refunded: all is as it was', 'called-off': 'The refund is called off' },
      leave: 'To the sales history',
      paper: { none: 'There is no slip to print.', waiting: 'The slip is being printed.', confirmed: 'The slip is out. Give it to the customer.', unsure: 'The slip may not have come out. Look at the printer.' },
    },
    later: 'Later',
    laterMeaning: 'The refund stays open, and is shown below until it is finished.',
    leaveWaiting: 'Do not wait',
    status: (count, won) => `Unfinished refunds: ${count} · ${won}`,
    caseNext: 'Open the sale in the history, and go on there.',
    cashOut: 'Cash refunds',
  },
  'zh-CN': {
    kind: { void: '撤销销售', refund: '退款', exchange: '换货', 'receipt-correction': '更正现金收据' },
    open: '撤销 · 退款',
    goOn: '继续未完成的退款',
    list: '撤销与退款',
    stage: { exchanging: '换货中', 'giving-back': '退还中', receipts: '正在撤销现金收据', reissuing: '重新开具中', 'by-phone': '须电话撤销', slips: '打印中', aside: '有待确认', done: '完成', 'called-off': '已放弃' },
    backOf: (won) => `已退 ${won}`,
    backUnsure: (won) => `退款 ${won} · 待确认`,
    ofSale: (number) => `销售 ${number}`,
    choose: {
      title: '退回哪些商品？',
      lines: '退回的商品',
      all: '全选',
      none: '全不选',
      left: (left, sold) => (left === sold ? `售出${sold}件` : `${sold}件中剩${left}件`),
      gone: '已退款',
      pieces: (count) => `${count}件`,
      fewer: (name) => `${name} 减一件`,
      more: (name) => `${name} 加一件`,
      quantity: '所选商品的数量',
      reason: '理由',
      nextReason: '下一个理由',
      receiptReason: '撤销现金收据的理由',
      nextReceiptReason: '下一个现金收据理由',
      receiptReasons: { 'transaction-cancelled': '撤销交易', 'issued-in-error': '误开', other: '其他' },
      how: '退还方式',
      cash: '现金',
      ways: { cancel: '在终端上撤销', 'partial-cancel': '在终端上部分撤销', 'by-phone': '致电收单机构撤销' },
      recharge: (whole, rest) => `撤销 ${whole} 后重新刷 ${rest}`,
      cashWay: '从钱箱取出',
      receipt: (masked) => `现金收据 ${masked}`,
      receiptWhole: '向国税厅撤销',
      receiptPart: '向国税厅部分撤销',
      first: (name) => `先退回${name}`,
      copies: (count) => `此销售另有${count}张小票已打印。请收回原票和所有补打的小票。`,
      phone: '刷卡已超过90天，无法在终端上撤销。请致电收单机构撤销，并记录受理号。',
      begin: { void: (won) => `撤销销售 ${won}`, refund: (won) => `退款 ${won}`, exchange: (won) => `换货 ${won}` },
      beginning: '正在开始',
      what: (kind, number) => `${kind} · 销售 ${number}`,
    },
    side: {
      amount: '应退金额',
      back: '已退金额',
      ways: '退还方式',
      by: (name) => `申请人 ${name}`,
      approved: (name) => `批准人 ${name}`,
      receipts: '撤销现金收据',
      standing: {
        waiting: '尚未开始',
        cancelling: '终端正在撤销',
        'cancel-unknown': '撤销结果不明',
        'not-cancelled': '未撤销',
        'cash-decided': '决定以现金退还',
        'handing-out': '正在交给顾客',
        'rest-due': '已撤销 · 须收余款',
        'rest-asked': '正在刷余款',
        'rest-unknown': '余款结果不明',
        'rest-surplus': '多扣款',
        returned: '已退还',
        restored: '已恢复原状',
      },
      aside: '已暂缓',
      byPhone: '电话',
      inCash: '现金',
      receiptStanding: { waiting: '等待中', begun: '正在撤销', cancelled: '已撤销', queued: '恢复连接后发送', unknown: '正在确认', unproven: '不清楚是否撤销', failed: '未撤销', 'not-needed': '无须撤销', left: '店长另行处理' },
    },
    work: { title: '正在处理', receipts: '正在撤销现金收据', reissue: '正在重新开具现金收据', paper: '正在打印小票' },
    handed: { title: '请把现金交给顾客', meaning: '钱箱已打开，请点清后交给顾客。', drawer: '再次打开钱箱', yes: (won) => `已交付 ${won}` },
    begun: { title: '还有未退出的款项', cash: (won) => `取出现金 ${won}`, card: (won) => `撤销刷卡 ${won}` },
    callOff: '放弃退款',
    callOffMeaning: '款项尚未移动，可以放弃。',
    notCancelled: { title: '刷卡未能撤销', cashMeaning: '原则上退回卡上。只有店长决定时才退现金：理由和批准会被记录，刷卡付款保持不变。', again: (won) => `再次撤销 ${won}`, cash: (won) => `以现金退还 ${won}` },
    why: '理由',
    whyHint: '请填写这样处理的理由',
    aside: '此卡暂缓，先办其余',
    asideMeaning: '先完成其余退款，此卡保留为未完成。',
    rest: {
      owed: { rest: '刷卡已全部撤销，顾客留下的商品须重新收款。', restore: '决定不退款，重新收取已撤销的全部金额。', twice: '同一笔钱退了两次，须重新收取已撤销的金额。' },
      restore: (won) => `不退款，重新收取全部 ${won}`,
      restoreMeaning: '恢复到原来的状态。',
      notRestore: (won) => `只收余款 ${won}`,
      waive: (won) => `决定不收 ${won}`,
      waiveMeaning: '该金额不再收取，理由和批准会被记录。',
    },
    done: {
      title: { void: '销售已撤销', refund: '已退款', exchange: '已换货', 'receipt-correction': '现金收据已更正', restored: '未退款，已恢复原状', 'called-off': '已放弃退款' },
      leave: '返回销售记录',
      paper: { none: '没有要打印的小票。', waiting: '正在打印小票。', confirmed: '小票已打印，请交给顾客。', unsure: '小票可能没有打印出来，请查看打印机。' },
    },
    later: '稍后处理',
    laterMeaning: '保留为未完成的退款，完成前会显示在下方。',
    leaveWaiting: '不等待，离开',
    status: (count, won) => `未完成的退款 ${count}笔 · ${won}`,
    caseNext: '请在销售记录中打开该销售继续处理。',
    cashOut: '现金退款',
  },
});

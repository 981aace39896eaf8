/** Words of cash receipts that the card terminal issues. */
import type { LiveTradeView } from '../../contract/cards.ts';
import { defineWords } from './language.tsx';

type Stage = LiveTradeView['stage'];

/** Nobody knows whether it was issued, or cancelled. */
export type ReceiptUnknownWords = {
  readonly title: string;
  readonly noSecond: string;
  readonly look: string;
  readonly lookMeaning: string;
  readonly issued: string;
  readonly notIssued: string;
  readonly recordIssued: string;
  readonly recordNotIssued: string;
  readonly leave: string;
  readonly leaveMeaning: string;
  readonly settleLater: string;
};

export type ReceiptTerminalWords = {
  /** The customer keys the number at the terminal, and nowhere else. */
  readonly keyedTitle: string;
  readonly keyedBody: string;
  readonly ask: string;
  /** Beside typing it here. */
  readonly letCustomer: string;
  readonly viaGateway: string;
  readonly viaGatewayNow: string;
  readonly viaTerminal: string;
  readonly title: string;
  readonly keyedThere: string;
  readonly waitFor: Readonly<Record<Stage, string>>;
  /** Nothing has been asked of it yet. */
  readonly behindTitle: string;
  readonly behind: string;
  readonly behindMeaning: string;
  /** What waits behind another is taken back before it is asked. */
  readonly takeBack: string;
  readonly takeBackMeaning: string;
  readonly stop: string;
  readonly stopMeaning: string;
  readonly stopping: string;
  readonly tooLate: string;
  /** Before the terminal has taken it. */
  readonly notYet: string;
  /** Over the payment of the next customer: what is at the terminal before it. */
  readonly firstTitle: string;
  readonly inquiring: string;
  readonly unknown: ReceiptUnknownWords;
  /** In the list of a sale. */
  readonly meaning: { readonly issued: string; readonly waiting: string };
  readonly customer: { readonly title: string; readonly body: string };
  /** Beside those that wait: some may be in doubt at the terminal. */
  readonly unsentNext: string;
  readonly setting: {
    readonly label: string;
    readonly ways: Readonly<Record<'gateway' | 'terminal', string>>;
    readonly meaning: Readonly<Record<'gateway' | 'terminal', string>>;
  };
};

export const receiptTerminalWords = defineWords<ReceiptTerminalWords>({
  ko: {
    keyedTitle: '번호는 손님이 단말기에 입력합니다',
    keyedBody: '단말기에 요청하면 손님이 휴대폰 번호나 사업자번호를 직접 누르거나 카드를 긁습니다. 계산대에는 번호가 남지 않습니다.',
    ask: '단말기에 요청',
    letCustomer: '단말기에서 입력',
    viaGateway: '발급 창구로 보내기',
    viaGatewayNow: '단말기 대신 발급 창구로 보냅니다.',
    viaTerminal: '단말기로 발급',
    title: '현금영수증 발급',
    keyedThere: '번호는 단말기에서 입력',
    waitFor: {
      connecting: '단말기를 부르고 있습니다',
      'asking-terminal': '단말기에 현금영수증을 요청했습니다',
      'waiting-for-customer': '손님이 단말기에서 번호를 입력하기를 기다립니다',
      'insert-card': '손님이 단말기에서 번호를 입력하기를 기다립니다',
      'swipe-card': '손님이 단말기에 카드를 긁기를 기다립니다',
      approving: '국세청 쪽 승인을 기다립니다',
      confirming: '단말기가 거래를 마치고 있습니다',
    },
    behindTitle: '단말기 차례를 기다리고 있습니다',
    behind: '단말기에서 앞 거래가 끝나기를 기다립니다',
    behindMeaning: '앞 거래가 끝나면 저절로 요청합니다.',
    takeBack: '요청 그만두기',
    takeBackMeaning: '앞 거래가 끝나면 저절로 요청합니다. 아직 보낸 것이 없어 지금 그만둘 수 있습니다.',
    stop: '멈추기',
    stopMeaning: '승인 전이면 발급되지 않고 멈춥니다.',
    stopping: '단말기에 멈추라고 했습니다. 대답을 기다립니다.',
    tooLate: '승인이 시작되어 멈출 수 없습니다.',
    notYet: '단말기에 요청이 닿으면 멈출 수 있습니다.',
    firstTitle: '앞 손님의 현금영수증이 먼저입니다',
    inquiring: '단말기에 직전거래를 묻고 있습니다',
    unknown: {
      title: '현금영수증이 발급됐는지 알 수 없습니다',
      noSecond: '다시 요청하지 마세요. 이미 발급되었을 수 있습니다.',
      look: '단말기의 전표나 직전거래 보기',
      lookMeaning: '현금영수증 승인번호가 있으면 발급된 것입니다.',
      issued: '발급됨',
      notIssued: '발급 안 됨',
      recordIssued: '발급됨으로 기록',
      recordNotIssued: '발급 안 됨으로 기록',
      leave: '나중에 확인하고 계속',
      leaveMeaning: '판매 내역에서 나중에 기록할 수 있습니다.',
      settleLater: '발급 여부 기록',
    },
    meaning: { issued: '단말기에서 발급되었습니다. 국세청에는 단말기 회사가 보냅니다.', waiting: '단말기에서 발급하고 있습니다.' },
    customer: { title: '단말기에\n번호를 눌러 주세요', body: '현금영수증 번호는 카드 단말기에서 입력합니다.' },
    unsentNext: '단말기가 발급했는지 모르는 것은 판매 내역의 ‘끝나지 않은 것’에서 기록하세요. 나머지는 저절로 발급됩니다.',
    setting: {
      label: '현금영수증',
      ways: { gateway: '발급 창구로', terminal: '이 단말기로' },
      meaning: { gateway: '설정의 현금영수증에 연결한 곳에서 발급합니다.', terminal: '이 단말기가 바로 발급합니다. 통신이 끊기면 모아 두지 못합니다.' },
    },
  },
  en: {
    keyedTitle: 'The customer types the number at the terminal',
    keyedBody: 'The customer types a mobile or business number there, or swipes a card. No number stays at the counter.',
    ask: 'Ask the terminal',
    letCustomer: 'Type it at the terminal',
    viaGateway: 'Use the receipt service',
    viaGatewayNow: 'Goes through the receipt service instead of the terminal.',
    viaTerminal: 'Issue at the terminal',
    title: 'Issuing the cash receipt',
    keyedThere: 'Number typed at the terminal',
    waitFor: {
      connecting: 'Calling the terminal',
      'asking-terminal': 'The terminal was asked for the cash receipt',
      'waiting-for-customer': 'Waiting for the customer to type the number',
      'insert-card': 'Waiting for the customer to type the number',
      'swipe-card': 'Waiting for the customer to swipe a card',
      approving: 'Waiting for the approval',
      confirming: 'The terminal is finishing',
    },
    behindTitle: 'Next in line at the terminal',
    behind: 'Waiting for the terminal to finish the one before',
    behindMeaning: 'It is sent as soon as that one is over.',
    takeBack: 'Take it back',
    takeBackMeaning: 'It is sent when that one is over. Nothing has been sent yet: it can be taken back.',
    stop: 'Stop',
    stopMeaning: 'Until it is approved it can be stopped, and nothing is issued.',
    stopping: 'The terminal was told to stop. Waiting for its answer.',
    tooLate: 'Approval has begun; it cannot be stopped.',
    notYet: 'It can be stopped as soon as the terminal has it.',
    firstTitle: 'The previous cash receipt comes first',
    inquiring: 'Asking the terminal for its last transaction',
    unknown: {
      title: 'It is not known whether the cash receipt was issued',
      noSecond: 'Do not ask again. It may have been issued.',
      look: 'Look at the terminal’s slip or last transaction',
      lookMeaning: 'An approval number of a cash receipt there means it was issued.',
      issued: 'Issued',
      notIssued: 'Not issued',
      recordIssued: 'Record as issued',
      recordNotIssued: 'Record as not issued',
      leave: 'Go on, find out later',
      leaveMeaning: 'It can be recorded later from the sale.',
      settleLater: 'Settle it',
    },
    meaning: { issued: 'Issued at the terminal; its operator hands it to the tax office.', waiting: 'The terminal is issuing it.' },
    customer: { title: 'Please enter the number\nat the card terminal', body: 'Your cash receipt’s number is typed there.' },
    unsentNext: 'Those in doubt at the terminal are recorded from the sale, under Unfinished. The others are issued by themselves.',
    setting: {
      label: 'Cash receipts',
      ways: { gateway: 'Through the service', terminal: 'By this terminal' },
      meaning: { gateway: 'Issued by the service connected under cash receipts.', terminal: 'Issued at once, or not at all: nothing is queued.' },
    },
  },
  'zh-CN': {
    keyedTitle: '号码由顾客在终端上输入',
    keyedBody: '向终端请求后，顾客自行输入手机号或营业登记号，或刷卡。收银台不保留号码。',
    ask: '向终端请求',
    letCustomer: '在终端上输入',
    viaGateway: '改由开具平台发送',
    viaGatewayNow: '不经终端，由开具平台开具。',
    viaTerminal: '用终端开具',
    title: '开具现金收据',
    keyedThere: '号码在终端上输入',
    waitFor: {
      connecting: '正在呼叫终端',
      'asking-terminal': '已向终端请求现金收据',
      'waiting-for-customer': '等待顾客在终端上输入号码',
      'insert-card': '等待顾客在终端上输入号码',
      'swipe-card': '等待顾客在终端上刷卡',
      approving: '正在等待批准',
      confirming: '终端正在结束交易',
    },
    behindTitle: '正在等待终端空闲',
    behind: '等待终端完成前一笔交易',
    behindMeaning: '前一笔结束后会自动请求。',
    takeBack: '撤回请求',
    takeBackMeaning: '前一笔结束后会自动请求。尚未发送任何内容，现在可以撤回。',
    stop: '停止',
    stopMeaning: '批准之前可以停止，不会开具。',
    stopping: '已通知终端停止，正在等待答复。',
    tooLate: '已开始批准，无法停止。',
    notYet: '请求到达终端后即可停止。',
    firstTitle: '先处理上一位顾客的现金收据',
    inquiring: '正在向终端查询上一笔交易',
    unknown: {
      title: '不清楚现金收据是否已开具',
      noSecond: '请勿再次请求，可能已经开具。',
      look: '查看终端的小票或上一笔交易',
      lookMeaning: '如有现金收据的批准号，就是已开具。',
      issued: '已开具',
      notIssued: '未开具',
      recordIssued: '记录为已开具',
      recordNotIssued: '记录为未开具',
      leave: '稍后确认，先继续',
      leaveMeaning: '以后可以在该笔销售中记录。',
      settleLater: '记录是否开具',
    },
    meaning: { issued: '已在终端开具，由终端运营商报送国税厅。', waiting: '终端正在开具。' },
    customer: { title: '请在终端上\n输入号码', body: '现金收据的号码在刷卡终端上输入。' },
    unsentNext: '终端是否开具不明的，请在销售记录的“未完成”中记录。其余会自动开具。',
    setting: {
      label: '现金收据',
      ways: { gateway: '由开具平台', terminal: '由该终端' },
      meaning: { gateway: '由设置中连接的现金收据平台开具。', terminal: '由该终端立即开具，断网时不能留待以后。' },
    },
  },
});

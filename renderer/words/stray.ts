/** Words of the room of card results that belong to no sale here, or contradict what the journal says. */
import { defineWords } from './language.tsx';

type Said = { readonly title: string; readonly what: string; readonly money: string; readonly next: string };
/** Told apart by what they mean for the money, not by how they came. */
export type StrayMeaning = 'surfaced' | 'foreign' | 'other-approval' | 'denied';

export type StrayWords = {
  readonly menu: string;
  readonly title: string;
  readonly list: string;
  readonly status: (count: number) => string;
  readonly count: (count: string, won: string) => string;
  readonly none: string;
  readonly noneHint: string;
  readonly kinds: Readonly<Record<StrayMeaning, Said>>;
  readonly known: string;
  readonly facts: { readonly says: string; readonly approved: string; readonly notApproved: string; readonly approvalNumber: string; readonly card: string; readonly tradedAt: string; readonly heardAt: string; readonly sale: string; readonly noSale: string; readonly tradeNumber: string; readonly notSaid: string };
  /** In the list. */
  readonly cancelling: string;
  readonly cancelUnderWay: string;
  readonly cancelUnderWayHint: string;
  readonly cancel: (won: string) => string;
  readonly cancelTitle: string;
  readonly cancelAsk: (won: string) => string;
  readonly settle: string;
  readonly settleTitle: string;
  readonly source: string;
  readonly sourceKeys: string;
  readonly note: string;
  readonly noteHint: string;
  readonly record: (won: string) => string;
  readonly settleWhat: (source: string) => string;
  readonly recordHint: string;
  readonly openSale: string;
  readonly recorded: string;
  readonly look: string;
};

export const strayWords = defineWords<StrayWords>({
  ko: {
    menu: '확인할 카드 거래',
    title: '확인할 카드 거래',
    list: '카드 거래 목록',
    status: (count) => `확인할 카드 거래 ${count}건`,
    count: (count, won) => `${count}건 · ${won}`,
    none: '확인할 카드 거래가 없습니다',
    noneHint: '단말기가 이 계산대의 판매와 맞지 않는 거래를 알려 오면 여기에 남습니다.',
    kinds: {
      surfaced: { title: '뒤늦게 승인됨', what: '승인되지 않은 줄 알았던 카드 결제가 승인되어 있습니다.', money: '손님의 카드에서 돈이 나갔고, 판매에는 들어 있지 않습니다.', next: '이 승인을 취소하세요. 손님과 다르게 정했다면 확인 내용을 적으세요.' },
      foreign: { title: '판매에 없는 승인', what: '이 계산대가 보내지 않은 거래를 단말기가 알려 왔습니다.', money: '단말기에서 직접 결제했을 수 있습니다. 판매에는 넣지 않았습니다.', next: '단말기의 마지막 전표와 비교하세요. 잘못된 결제면 단말기에서 취소하고, 본 것을 적으세요.' },
      'other-approval': { title: '기록과 다른 승인', what: '단말기가 우리 거래 번호로 기록과 다른 승인을 알려 왔습니다.', money: '손님의 카드에서 두 번 나갔을 수 있습니다. 판매에는 기록된 것만 셉니다.', next: '밴사에서 두 승인을 모두 찾아보세요. 하나가 더 있으면 단말기에서 취소하고, 본 것을 적으세요.' },
      denied: { title: '승인이 없다고 함', what: '받은 것으로 적은 카드 결제를 단말기가 승인되지 않았다고 합니다.', money: '판매는 받은 것으로 셌지만 그 돈이 들어오지 않을 수 있습니다.', next: '밴사에서 승인번호를 찾아보세요. 없으면 손님에게 다시 받을 방법을 정하고, 본 것을 적으세요.' },
    },
    known: '확인된 내용',
    facts: { says: '단말기 응답', approved: '승인됨', notApproved: '승인되지 않음', approvalNumber: '승인번호', card: '카드', tradedAt: '거래 시각', heardAt: '알려 온 시각', sale: '판매', noSale: '이 계산대의 판매가 아님', tradeNumber: '거래 번호', notSaid: '알려 오지 않음' },
    cancelling: '취소하는 중',
    cancelUnderWay: '단말기에서 취소하는 중입니다',
    cancelUnderWayHint: '단말기의 답을 기다립니다. 답이 오면 여기서 알려 드립니다.',
    cancel: (won) => `${won} 취소하기`,
    cancelTitle: '이 승인을 취소할까요?',
    cancelAsk: (won) => `단말기에서 이 승인을 취소합니다. 손님의 카드로 ${won}이 돌아갑니다.`,
    settle: '확인 내용 적기',
    settleTitle: '확인한 내용',
    source: '어디서 확인했습니까?',
    sourceKeys: '확인한 곳',
    note: '무엇을 보았고 어떻게 했습니까?',
    noteHint: '예: 단말기에서 직접 판매한 것, 판매 #0412에 넣음',
    record: (won) => `${won} 확인함`,
    settleWhat: (source) => `판매에 없는 카드 거래 · ${source}`,
    recordHint: '돈은 움직이지 않습니다. 누가 무엇을 보고 정했는지 남기고 목록에서 지웁니다.',
    openSale: '판매 보기',
    recorded: '확인한 내용을 적었습니다.',
    look: '확인하기',
  },
  en: {
    menu: 'Card results to check',
    title: 'Card results to check',
    list: 'List of card results',
    status: (count) => (count === 1 ? '1 card result to check' : `${count} card results to check`),
    count: (count, won) => `${count === '1' ? '1 result' : `${count} results`} · ${won}`,
    none: 'No card result to check',
    noneHint: 'What the terminal says that fits no sale of this counter stays here until somebody has looked at it.',
    kinds: {
      surfaced: { title: 'Approved after all', what: 'A card payment believed not approved was approved after all.', money: 'The customer’s card was charged, and no sale counts it.', next: 'Cancel this approval. If something else was agreed with the customer, record it.' },
      foreign: { title: 'Approval without a sale', what: 'The terminal reported a transaction this counter did not ask for.', money: 'It may have been keyed on the terminal itself. No sale counts it.', next: 'Compare it with the terminal’s last slip. If it is wrong, cancel it there. Record what you saw.' },
      'other-approval': { title: 'A different approval', what: 'Under one of our numbers the terminal reported an approval other than the recorded one.', money: 'The card may have been charged twice. The sale counts only what is recorded.', next: 'Look both approvals up at the VAN. If there is one too many, cancel it at the terminal; record what you saw.' },
      denied: { title: 'Said not approved', what: 'The terminal says that a card payment recorded as taken was not approved.', money: 'The sale counts it as paid, but the money may never come.', next: 'Look the approval number up at the VAN. If it is not there, agree with the customer how to pay; record what you saw.' },
    },
    known: 'What is known',
    facts: { says: 'The terminal says', approved: 'Approved', notApproved: 'Not approved', approvalNumber: 'Approval number', card: 'Card', tradedAt: 'Time of the transaction', heardAt: 'Heard of it', sale: 'Sale', noSale: 'None of this counter', tradeNumber: 'Transaction number', notSaid: 'Not said' },
    cancelling: 'Being cancelled',
    cancelUnderWay: 'It is being cancelled at the terminal',
    cancelUnderWayHint: 'The counter waits for the terminal’s answer and will say it here.',
    cancel: (won) => `Cancel ${won}`,
    cancelTitle: 'Cancel this approval?',
    cancelAsk: (won) => `The approval is cancelled at the terminal. ${won} goes back to the customer’s card.`,
    settle: 'Record what was found',
    settleTitle: 'What was found',
    source: 'Where did you look?',
    sourceKeys: 'Where you looked',
    note: 'What did you see, and what was done?',
    noteHint: 'For example: sold on the terminal itself, rung up as #0412',
    record: (won) => `Record it for ${won}`,
    settleWhat: (source) => `Card result without a sale · ${source}`,
    recordHint: 'No money moves. It leaves the list; who decided, and why, stays.',
    openSale: 'Open the sale',
    recorded: 'What was found is recorded.',
    look: 'Check it',
  },
  'zh-CN': {
    menu: '待核对的刷卡交易',
    title: '待核对的刷卡交易',
    list: '刷卡交易列表',
    status: (count) => `待核对刷卡 ${count}笔`,
    count: (count, won) => `${count}笔 · ${won}`,
    none: '没有待核对的刷卡交易',
    noneHint: '终端报告的与本收银台销售不符的交易会留在这里，直到有人核对。',
    kinds: {
      surfaced: { title: '事后获批', what: '原以为未批准的刷卡实际上已获批准。', money: '顾客的卡已扣款，但未计入任何销售。', next: '请撤销该批准。若与顾客另有约定，请记录。' },
      foreign: { title: '不属于销售的批准', what: '终端报告了一笔本收银台没有发起的交易。', money: '可能是直接在终端上收款，未计入任何销售。', next: '请与终端最后一张小票核对。若有误，请在终端上撤销，并记录所见。' },
      'other-approval': { title: '与记录不同的批准', what: '终端以我们的交易号报告了与记录不同的批准。', money: '顾客的卡可能被扣款两次。销售只计入已记录的一笔。', next: '请在VAN查询两笔批准。若多出一笔，请在终端上撤销，并记录所见。' },
      denied: { title: '称未批准', what: '终端称已记录为收款的刷卡并未获批。', money: '销售已按收款计入，但这笔钱可能不会到账。', next: '请在VAN查询批准号。若没有，请与顾客商定付款方式，并记录所见。' },
    },
    known: '已知信息',
    facts: { says: '终端答复', approved: '已批准', notApproved: '未批准', approvalNumber: '批准号', card: '卡', tradedAt: '交易时间', heardAt: '得知时间', sale: '销售', noSale: '不是本收银台的销售', tradeNumber: '交易号', notSaid: '未提供' },
    cancelling: '正在撤销',
    cancelUnderWay: '正在终端上撤销',
    cancelUnderWayHint: '正在等待终端的答复，收到后会显示在这里。',
    cancel: (won) => `撤销 ${won}`,
    cancelTitle: '要撤销这笔批准吗？',
    cancelAsk: (won) => `将在终端上撤销该批准，${won}退回顾客的卡。`,
    settle: '记录核对结果',
    settleTitle: '核对结果',
    source: '在哪里核对的？',
    sourceKeys: '核对的地方',
    note: '看到了什么，如何处理？',
    noteHint: '例：直接在终端上销售，已计入销售 #0412',
    record: (won) => `已核对 ${won}`,
    settleWhat: (source) => `不属于销售的刷卡 · ${source}`,
    recordHint: '不动用资金。记录由谁凭什么作出决定，并从列表移除。',
    openSale: '查看销售',
    recorded: '核对结果已记录。',
    look: '去核对',
  },
});

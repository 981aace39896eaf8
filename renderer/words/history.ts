/** Words of the history: finding a sale by what is remembered of it. */
import type { SearchTermKind } from '../../domain/history/search.ts';
import { defineWords } from './language.tsx';

export type HistoryWords = {
  readonly title: string;
  readonly search: string;
  readonly clearSearch: string;
  /** Under the empty list, and read out: what can be typed. */
  readonly howTo: string;
  readonly list: string;
  readonly filters: string;
  readonly filtersDone: string;
  readonly filtersClear: string;
  readonly removeFilter: (what: string) => string;
  readonly open: (count: string) => string;
  readonly days: string;
  readonly daysOf: Readonly<Record<DayChoice, string>>;
  readonly from: string;
  readonly to: string;
  /** How a day is typed. */
  readonly dayForm: string;
  readonly daysShown: (from: string, to: string) => string;
  readonly tender: string;
  readonly tenderOf: { readonly all: string; readonly cash: string; readonly card: string };
  readonly cashier: string;
  readonly cashierAll: string;
  readonly state: string;
  readonly stateOf: { readonly all: string; readonly 'open-cases': string; readonly refunds: string };
  readonly matched: Readonly<Record<SearchTermKind, string>>;
  readonly openSale: string;
  /** Of a receipt whose cancel somebody saw to by hand. */
  readonly receiptByHand: string;
  readonly none: string;
  readonly noneHint: string;
  /** The same, where filters are set. */
  readonly noneFilters: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly more: string;
  readonly thatIsAll: string;
  readonly reached: (day: string) => string;
  readonly goOn: string;
  readonly tooMany: string;
  readonly pickHint: string;
  readonly today: string;
  readonly yesterday: string;
};

export type DayChoice = 'all' | 'today' | 'yesterday' | 'week' | 'month' | 'chosen';

export const historyWords = defineWords<HistoryWords>({
  ko: {
    title: '판매 내역',
    search: '금액, 승인번호, 카드 끝 4자리, 상품, 날짜',
    clearSearch: '찾기 지우기',
    howTo: '금액, 승인번호, 카드 끝 네 자리, 판매 번호, 상품 이름, 날짜(3/14), 시각(14:30)으로 찾습니다. 여러 개를 띄어 쓰면 모두 맞는 판매만 찾습니다.',
    list: '판매 목록, 최근 것부터',
    filters: '거르기',
    filtersDone: '이대로 보기',
    filtersClear: '모두 지우기',
    removeFilter: (what) => `${what} 거르기 지우기`,
    open: (count) => `끝나지 않은 것 ${count}`,
    days: '기간',
    daysOf: { all: '전체', today: '오늘', yesterday: '어제', week: '7일', month: '30일', chosen: '날짜 고르기' },
    from: '부터',
    to: '까지',
    dayForm: '2026-03-14 또는 3/14',
    daysShown: (from, to) => (from === to ? from : `${from} – ${to}`),
    tender: '결제 수단',
    tenderOf: { all: '전체', cash: '현금', card: '카드' },
    cashier: '계산한 사람',
    cashierAll: '전체',
    state: '상태',
    stateOf: { all: '전체', 'open-cases': '끝나지 않은 것', refunds: '환불 있는 것' },
    matched: { 'sale-number': '판매 번호', amount: '금액', 'card-tail': '카드 끝자리', approval: '승인번호', product: '상품' },
    openSale: '끝나지 않음',
    receiptByHand: '취소를 따로 처리함',
    none: '맞는 판매가 없습니다.',
    noneHint: '금액이나 날짜만으로 다시 찾아보세요.',
    noneFilters: '금액이나 날짜만으로 다시 찾아보세요. 거르기를 지우면 더 나올 수 있습니다.',
    empty: '아직 판매가 없습니다.',
    emptyHint: '첫 판매가 끝나면 여기에 나타납니다.',
    more: '더 보기',
    thatIsAll: '여기까지입니다.',
    reached: (day) => `${day}까지 찾았습니다.`,
    goOn: '더 이전까지 찾기',
    tooMany: '목록이 깁니다. 날짜나 금액을 더 적어 좁혀 보세요.',
    pickHint: '판매를 고르면 무엇이 있었는지와 전표를 보여 드립니다.',
    today: '오늘',
    yesterday: '어제',
  },
  en: {
    title: 'Sales history',
    search: 'Amount, approval, last 4 digits, item, day',
    clearSearch: 'Clear search',
    howTo: 'Find by amount, approval number, last four digits of the card, sale number, item, day (3/14) or time (14:30). With several words, all of them must fit.',
    list: 'Sales, newest first',
    filters: 'Filter',
    filtersDone: 'Show these',
    filtersClear: 'Clear all',
    removeFilter: (what) => `Remove filter: ${what}`,
    open: (count) => `Unfinished: ${count}`,
    days: 'Days',
    daysOf: { all: 'All', today: 'Today', yesterday: 'Yesterday', week: '7 days', month: '30 days', chosen: 'Choose' },
    from: 'From',
    to: 'To',
    dayForm: '2026-03-14 or 3/14',
    daysShown: (from, to) => (from === to ? from : `${from} – ${to}`),
    tender: 'Paid by',
    tenderOf: { all: 'All', cash: 'Cash', card: 'Card' },
    cashier: 'Cashier',
    cashierAll: 'Everyone',
    state: 'State',
    stateOf: { all: 'All', 'open-cases': 'Unfinished', refunds: 'With refunds' },
    matched: { 'sale-number': 'Sale no.', amount: 'Amount', 'card-tail': 'Card digits', approval: 'Approval no.', product: 'Item' },
    openSale: 'Unfinished',
    receiptByHand: 'Cancel handled another way',
    none: 'No sale fits.',
    noneHint: 'Try the amount or the day alone.',
    noneFilters: 'Try the amount or the day alone. Without filters there may be more.',
    empty: 'No sales yet.',
    emptyHint: 'The first finished sale will appear here.',
    more: 'Show more',
    thatIsAll: 'That is all.',
    reached: (day) => `Searched back to ${day}.`,
    goOn: 'Search further back',
    tooMany: 'The list is long. Add a day or an amount to narrow it.',
    pickHint: 'Choose a sale to see what happened and its slip.',
    today: 'Today',
    yesterday: 'Yesterday',
  },
  'zh-CN': {
    title: '销售记录',
    search: '金额、批准号、卡末四位、商品、日期',
    clearSearch: '清除查找',
    howTo: '可按金额、批准号、银行卡末四位、销售号、商品名、日期（3/14）、时间（14:30）查找。用空格分开多个条件时，须全部符合。',
    list: '销售列表，最新在前',
    filters: '筛选',
    filtersDone: '按此查看',
    filtersClear: '全部清除',
    removeFilter: (what) => `清除筛选：${what}`,
    open: (count) => `未完成 ${count}`,
    days: '日期',
    daysOf: { all: '全部', today: '今天', yesterday: '昨天', week: '7天', month: '30天', chosen: '选择日期' },
    from: '从',
    to: '到',
    dayForm: '2026-03-14 或 3/14',
    daysShown: (from, to) => (from === to ? from : `${from} – ${to}`),
    tender: '付款方式',
    tenderOf: { all: '全部', cash: '现金', card: '银行卡' },
    cashier: '收银员',
    cashierAll: '全部',
    state: '状态',
    stateOf: { all: '全部', 'open-cases': '未完成', refunds: '有退款' },
    matched: { 'sale-number': '销售号', amount: '金额', 'card-tail': '卡末位', approval: '批准号', product: '商品' },
    openSale: '未完成',
    receiptByHand: '撤销已另行处理',
    none: '没有符合的销售。',
    noneHint: '请只用金额或日期再查一次。',
    noneFilters: '请只用金额或日期再查一次。清除筛选后可能会有更多结果。',
    empty: '还没有销售。',
    emptyHint: '第一笔销售完成后会显示在这里。',
    more: '显示更多',
    thatIsAll: '到此为止。',
    reached: (day) => `已查找到 ${day}。`,
    goOn: '继续查找更早的',
    tooMany: '列表很长，请加上日期或金额缩小范围。',
    pickHint: '选择一笔销售，查看经过和小票。',
    today: '今天',
    yesterday: '昨天',
  },
});

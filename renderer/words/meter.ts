/** Words of the meter: how many presses and how long. */
import { defineWords } from './language.tsx';

export type MeterMeasure = 'presses' | 'paidMs' | 'receiptPresses' | 'receiptMs';

export type MeterWords = {
  readonly menu: string;
  readonly title: string;
  readonly about: string;
  readonly choose: string;
  readonly measure: Readonly<Record<MeterMeasure, string>>;
  readonly meaning: Readonly<Record<MeterMeasure, string>>;
  readonly today: string;
  readonly sales: string;
  readonly median: string;
  readonly p90: string;
  readonly medianMeaning: string;
  readonly p90Meaning: string;
  readonly none: string;
  readonly noneToday: string;
  readonly day: string;
  readonly person: string;
  readonly days: string;
  readonly people: string;
  readonly presses: (count: string) => string;
  readonly seconds: (count: string) => string;
  readonly saleCount: (count: string, amount: number) => string;
  readonly chart: (measure: string) => string;
  readonly nobody: string;
};

export const meterWords = defineWords<MeterWords>({
  ko: {
    menu: '계산 속도',
    title: '계산 속도',
    about: '이 계산대에서만 4주 동안 보관합니다. 손님 정보는 없습니다.',
    choose: '무엇을 볼까요',
    measure: { presses: '판매 키', paidMs: '판매 시간', receiptPresses: '현금영수증 키', receiptMs: '현금영수증 시간' },
    meaning: {
      presses: '마지막 상품부터 돈을 받을 때까지 누른 키와 터치',
      paidMs: '첫 상품부터 돈을 받을 때까지 걸린 시간',
      receiptPresses: '현금영수증을 물을 때부터 발급까지 누른 키와 터치',
      receiptMs: '현금영수증을 물을 때부터 발급까지 걸린 시간',
    },
    today: '오늘',
    sales: '판매',
    median: '가운데',
    p90: '느린 편',
    medianMeaning: '절반은 이 이하입니다',
    p90Meaning: '열에 아홉은 이 이하입니다',
    none: '아직 잰 판매가 없습니다.',
    noneToday: '오늘은 아직 없습니다',
    day: '날짜',
    person: '사람',
    days: '지난 4주',
    people: '사람별',
    presses: (count) => `${count}번`,
    seconds: (count) => `${count}초`,
    saleCount: (count) => `${count}건`,
    chart: (measure) => `지난 4주의 ${measure} 그림. 같은 숫자가 아래 표에 있습니다.`,
    nobody: '이름 없음',
  },
  en: {
    menu: 'Speed',
    title: 'Speed at the counter',
    about: 'Kept for four weeks on this counter only. Nothing about customers.',
    choose: 'What to look at',
    measure: { presses: 'Sale: keys', paidMs: 'Sale: time', receiptPresses: 'Receipt: keys', receiptMs: 'Receipt: time' },
    meaning: {
      presses: 'Keys and touches from the last item until the money is taken',
      paidMs: 'Time from the first item until the money is taken',
      receiptPresses: 'Keys and touches from the question until the cash receipt is issued',
      receiptMs: 'Time from the question until the cash receipt is issued',
    },
    today: 'Today',
    sales: 'Sales',
    median: 'Middle',
    p90: 'Slow',
    medianMeaning: 'half need no more',
    p90Meaning: 'nine in ten need no more',
    none: 'Nothing has been measured yet.',
    noneToday: 'None yet today',
    day: 'Day',
    person: 'Person',
    days: 'Last four weeks',
    people: 'By person',
    presses: (count) => count,
    seconds: (count) => `${count} s`,
    saleCount: (count, amount) => (amount === 1 ? `${count} sale` : `${count} sales`),
    chart: (measure) => `Chart of the last four weeks: ${measure}. The same numbers are in the table below.`,
    nobody: 'No name',
  },
  'zh-CN': {
    menu: '收银速度',
    title: '收银速度',
    about: '只在本收银台保存四周，不含顾客信息。',
    choose: '查看内容',
    measure: { presses: '交易按键', paidMs: '交易时间', receiptPresses: '现金收据按键', receiptMs: '现金收据时间' },
    meaning: {
      presses: '从最后一件商品到收款的按键和触摸次数',
      paidMs: '从第一件商品到收款所用时间',
      receiptPresses: '从询问现金收据到开具的按键和触摸次数',
      receiptMs: '从询问现金收据到开具所用时间',
    },
    today: '今天',
    sales: '交易',
    median: '中位',
    p90: '较慢',
    medianMeaning: '一半不超过此值',
    p90Meaning: '十次有九次不超过此值',
    none: '还没有测量到交易。',
    noneToday: '今天还没有',
    day: '日期',
    person: '人员',
    days: '最近四周',
    people: '按人员',
    presses: (count) => `${count}次`,
    seconds: (count) => `${count}秒`,
    saleCount: (count) => `${count}笔`,
    chart: (measure) => `最近四周的${measure}图。相同的数字在下方表格中。`,
    nobody: '无姓名',
  },
});

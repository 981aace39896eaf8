/** Words of what is open about cards, where a day is closed. */
import { defineWords } from './language.tsx';

export type CardCasesWords = {
  readonly unknown: (count: string, won: string) => string;
  readonly unknownNext: string;
  readonly stray: (count: string, won: string) => string;
  readonly strayNext: string;
  readonly unsigned: (count: string, won: string) => string;
  readonly unsignedNext: string;
  readonly notPrinted: (count: string) => string;
  readonly notPrintedNext: string;
  readonly toHandOver: (count: string) => string;
  readonly toHandOverNext: string;
};

export const cardCasesWords = defineWords<CardCasesWords>({
  ko: {
    unknown: (count, won) => `승인 여부를 모르는 카드 ${count}건 · ${won}`,
    unknownNext: '보류 목록에서 결과를 확인해 적으세요.',
    stray: (count, won) => `판매에 없는 카드 거래 ${count}건 · ${won}`,
    strayNext: '점장이 단말기 전표와 비교하세요.',
    unsigned: (count, won) => `서명받을 수기서명 전표 ${count}장 · ${won}`,
    unsignedNext: '서명이 없으면 매장 책임입니다. 서명받은 전표를 모으세요.',
    notPrinted: (count) => `나오지 않은 수기서명 전표 ${count}장`,
    notPrintedNext: '프린터를 확인하고 손으로 적어 서명받으세요.',
    toHandOver: (count) => `대리점에 낼 수기서명 전표 ${count}장`,
    toHandOverNext: '대리점에 내고 날짜를 적으세요.',
  },
  en: {
    unknown: (count, won) => `${count} card${count === '1' ? '' : 's'} with an unknown result · ${won}`,
    unknownNext: 'Open it from the list on hold and record what you find.',
    stray: (count, won) => `${count} card result${count === '1' ? '' : 's'} of no sale · ${won}`,
    strayNext: 'A manager compares it with the terminal’s slip.',
    unsigned: (count, won) => `${count} slip${count === '1' ? '' : 's'} to be signed by hand · ${won}`,
    unsignedNext: 'Unsigned, the shop answers for it. Collect the signed paper.',
    notPrinted: (count) => `${count} slip${count === '1' ? '' : 's'} to sign that did not print`,
    notPrintedNext: 'Check the printer; write it by hand and have it signed.',
    toHandOver: (count) => `${count} signed slip${count === '1' ? '' : 's'} to hand to the agency`,
    toHandOverNext: 'Hand it in and note the day.',
  },
  'zh-CN': {
    unknown: (count, won) => `结果不明的刷卡 ${count}笔 · ${won}`,
    unknownNext: '请在挂单中核对并记录结果。',
    stray: (count, won) => `不属于任何销售的刷卡 ${count}笔 · ${won}`,
    strayNext: '请店长与终端小票核对。',
    unsigned: (count, won) => `待签名的手签小票 ${count}张 · ${won}`,
    unsignedNext: '未签名由店铺负责，请收齐已签名的小票。',
    notPrinted: (count) => `未打印的手签小票 ${count}张`,
    notPrintedNext: '请检查打印机，手写并请顾客签名。',
    toHandOver: (count) => `待交代理商的手签小票 ${count}张`,
    toHandOverNext: '请交给代理商并记录日期。',
  },
});

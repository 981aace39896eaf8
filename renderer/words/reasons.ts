/** The ready reasons, in words. */
import type { ReadyReason } from '../../domain/people/reasons.ts';
import { isReadyReason } from '../../domain/people/reasons.ts';
import { defineWords, useWords } from './language.tsx';

type ReasonWords = { readonly ready: Readonly<Record<ReadyReason, string>>; readonly title: string; readonly other: string; readonly otherHint: string; readonly give: string };

export const reasonWords = defineWords<ReasonWords>({
  ko: {
    title: '사유',
    other: '직접 적기',
    otherHint: '사유를 적으세요',
    give: '이 사유로',
    ready: {
      'wrong-tag': '진열 가격과 다름',
      damaged: '흠집·파손',
      expiring: '유통기한 임박',
      event: '행사',
      'regular-customer': '단골 손님',
      'made-up-for': '불편 보상',
      'changed-mind': '손님이 마음을 바꿈',
      'rung-wrongly': '잘못 찍음',
      'out-of-stock': '물건 없음',
      'change-money': '잔돈 바꾸기',
      'wrong-change': '거스름돈 바로잡기',
      'count-cash': '현금 확인',
      'drawer-check': '돈통 점검',
      'wrong-item': '다른 물건을 삼',
      'wrong-payment': '결제 방법이 틀림',
      'wrong-number': '번호가 틀림',
      'wrong-kind': '종류가 틀림',
      'left-unsigned': '서명하지 않고 가심',
      'will-not-sign': '서명을 거절하심',
      'slip-lost': '전표를 잃어버림',
    },
  },
  en: {
    title: 'Reason',
    other: 'Write one',
    otherHint: 'Write the reason',
    give: 'Use it',
    ready: {
      'wrong-tag': 'Tag says otherwise',
      damaged: 'Damaged',
      expiring: 'Close to its date',
      event: 'Special offer',
      'regular-customer': 'Regular customer',
      'made-up-for': 'To make up for trouble',
      'changed-mind': 'Customer changed their mind',
      'rung-wrongly': 'Rung up wrongly',
      'out-of-stock': 'Not in stock',
      'change-money': 'Small change',
      'wrong-change': 'Correcting change given',
      'count-cash': 'Counting the cash',
      'drawer-check': 'Checking the drawer',
      'wrong-item': 'The wrong goods',
      'wrong-payment': 'Paid the wrong way',
      'wrong-number': 'The wrong number',
      'wrong-kind': 'The wrong kind',
      'left-unsigned': 'Left without signing',
      'will-not-sign': 'Will not sign',
      'slip-lost': 'The slip is lost',
    },
  },
  'zh-CN': {
    title: '理由',
    other: '自己填写',
    otherHint: '请填写理由',
    give: '用此理由',
    ready: {
      'wrong-tag': '与标价不符',
      damaged: '有瑕疵、破损',
      expiring: '临近保质期',
      event: '促销活动',
      'regular-customer': '老顾客',
      'made-up-for': '补偿不便',
      'changed-mind': '顾客改变主意',
      'rung-wrongly': '扫错商品',
      'out-of-stock': '缺货',
      'change-money': '换零钱',
      'wrong-change': '更正找零',
      'count-cash': '清点现金',
      'drawer-check': '检查钱箱',
      'wrong-item': '拿错商品',
      'wrong-payment': '付款方式有误',
      'wrong-number': '号码有误',
      'wrong-kind': '类型有误',
      'left-unsigned': '顾客未签名离开',
      'will-not-sign': '顾客拒绝签名',
      'slip-lost': '小票遗失',
    },
  },
});

/** A reason as it is read: ready ones in the window's language, others as they were written. */
export function useReasonText(): (reason: string) => string {
  const { ready } = useWords(reasonWords);
  return (reason) => (isReadyReason(reason) ? ready[reason] : reason);
}

/** What is to be otherwise about who gets paper, as whoever says yes to it reads it, and as it is listed afterwards. */
import { useCallback } from 'react';
import type { PrintingChange } from '../../domain/people/printing-change.ts';
import { readPrintingChange } from '../../domain/people/printing-change.ts';
import type { SlipSettings } from '../../domain/slip/policy.ts';
import { defineWords, useWords } from './language.tsx';

type PrintingChangeWords = {
  readonly copies: Readonly<Record<'0' | '1' | '2', string>>;
  readonly copiesOf: Readonly<Record<'customer' | 'merchant', (copies: string) => string>>;
  readonly fromTo: (before: string, after: string) => string;
  readonly printerGone: string;
};

export const printingChangeWords = defineWords<PrintingChangeWords>({
  ko: {
    copies: { '0': '인쇄 안 함', '1': '한 장', '2': '두 장' },
    copiesOf: { customer: (copies) => `${copies} (고객용)`, merchant: (copies) => `${copies} (가맹점용)` },
    fromTo: (before, after) => `${before} → ${after}`,
    printerGone: '프린터 없이 쓰기',
  },
  en: {
    copies: { '0': 'No slip', '1': 'One slip', '2': 'Two slips' },
    copiesOf: { customer: (copies) => `${copies} (customer copy)`, merchant: (copies) => `${copies} (merchant copy)` },
    fromTo: (before, after) => `${before} → ${after}`,
    printerGone: 'No printer any more',
  },
  'zh-CN': {
    copies: { '0': '不打印', '1': '一张', '2': '两张' },
    copiesOf: { customer: (copies) => `${copies}（顾客联）`, merchant: (copies) => `${copies}（商户联）` },
    fromTo: (before, after) => `${before} → ${after}`,
    printerGone: '不再使用打印机',
  },
});

export function usePrintingChangeText(): (change: PrintingChange) => string {
  const words = useWords(printingChangeWords);
  return useCallback((change: PrintingChange) => {
    const read = readPrintingChange(change);
    if (read === null) return change;
    const { before, after, printerGone } = read;
    // Whose copy it is matters where there is one, and where nothing else is otherwise.
    const said = ({ copies, use }: SlipSettings): string => {
      const plain = words.copies[copies];
      return copies === 1 || before.copies === after.copies ? words.copiesOf[use](plain) : plain;
    };
    const isSame = before.copies === after.copies && before.use === after.use;
    return [isSame ? [] : [words.fromTo(said(before), said(after))], printerGone ? [words.printerGone] : []].flat().join(' · ');
  }, [words]);
}

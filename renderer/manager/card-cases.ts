/** What is open about cards, in words: a line for each kind there is. */
import type { CardCasesView } from '../../contract/cards.ts';
import { cardCasesWords } from '../words/card-cases.ts';
import { useFormat, useWords } from '../words/language.tsx';

export type CardCase = { readonly id: string; readonly title: string; readonly next: string };

export function useCardCases(cases: CardCasesView): readonly CardCase[] {
  const words = useWords(cardCasesWords);
  const format = useFormat();
  const number = format.number;
  const all: readonly (CardCase & { readonly count: number })[] = [
    { id: 'unknown', count: cases.unknownCharges, title: words.unknown(number(cases.unknownCharges), format.won(cases.unknownChargesWon)), next: words.unknownNext },
    { id: 'stray', count: cases.strayCharges, title: words.stray(number(cases.strayCharges), format.won(cases.strayChargesWon)), next: words.strayNext },
    { id: 'unsigned', count: cases.slipsUnsigned, title: words.unsigned(number(cases.slipsUnsigned), format.won(cases.slipsUnsignedWon)), next: words.unsignedNext },
    { id: 'not-printed', count: cases.slipsNotPrinted, title: words.notPrinted(number(cases.slipsNotPrinted)), next: words.notPrintedNext },
    { id: 'to-hand-over', count: cases.slipsToHandOver, title: words.toHandOver(number(cases.slipsToHandOver)), next: words.toHandOverNext },
  ];
  return all.filter(({ count }) => count > 0);
}

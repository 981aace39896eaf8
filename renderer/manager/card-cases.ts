/** What is open about cards, in words: a line for each kind there is. */
import type { CardCasesView } from '../../contract/cards.ts';
import { cardCasesWords } from '../words/card-cases.ts';
import { useFormat, useWords } from '../words/language.tsx';
import type { SlipTab } from './slips/list.ts';

/** Leads to where open cases of cards are looked after; null where nobody may look. */
export type OpenCase = ((room: SlipTab | 'strays') => void) | null;
export type CardCase = { readonly id: string; readonly title: string; readonly next: string; /** Null: it is found among the baskets on hold. */ readonly room: SlipTab | 'strays' | null };

export function useCardCases(cases: CardCasesView): readonly CardCase[] {
  const words = useWords(cardCasesWords);
  const format = useFormat();
  const number = format.number;
  const all: readonly (CardCase & { readonly count: number })[] = [
    { id: 'unknown', room: null, count: cases.unknownCharges, title: words.unknown(number(cases.unknownCharges), format.won(cases.unknownChargesWon)), next: words.unknownNext },
    { id: 'stray', room: 'strays', count: cases.strayCharges, title: words.stray(number(cases.strayCharges), format.won(cases.strayChargesWon)), next: words.strayNext },
    { id: 'unsigned', room: 'to-sign', count: cases.slipsUnsigned, title: words.unsigned(number(cases.slipsUnsigned), format.won(cases.slipsUnsignedWon)), next: words.unsignedNext },
    { id: 'not-printed', room: 'to-sign', count: cases.slipsNotPrinted, title: words.notPrinted(number(cases.slipsNotPrinted)), next: words.notPrintedNext },
    { id: 'to-hand-over', room: 'to-hand-in', count: cases.slipsToHandOver, title: words.toHandOver(number(cases.slipsToHandOver)), next: words.toHandOverNext },
  ];
  return all.filter(({ count }) => count > 0);
}

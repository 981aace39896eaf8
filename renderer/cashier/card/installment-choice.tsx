import type { CardOfferView } from '../../../contract/cards.ts';
import { FEWEST_MONTHS } from '../../../domain/card-payment/installments.ts';
import { Button } from '../../ui/button.tsx';
import { Pick } from '../../ui/pick.tsx';
import { Label } from '../../ui/screen.tsx';
import { cardWords } from '../../words/card.ts';
import { useFormat, useWords } from '../../words/language.tsx';

/** What is asked for most; the rest is in the list behind them. */
const USUAL_MONTHS = [0, 2, 3, 6, 10, 12] as const;

export type InstallmentChoiceProps = { readonly offer: CardOfferView; readonly amountWon: number; readonly months: number; readonly onPick: (months: number) => void };

/** 할부, from the shop's amount up and no longer than the terminal can. */
export function InstallmentChoice({ offer, amountWon, months, onPick }: InstallmentChoiceProps) {
  const words = useWords(cardWords);
  const format = useFormat();
  if (offer.maxMonths < FEWEST_MONTHS) return null;
  const possible = amountWon >= offer.installmentsFromWon;
  const text = (count: number) => (count === 0 ? words.lumpSum : words.months(format.number(count)));
  const usual = USUAL_MONTHS.filter((count) => count <= offer.maxMonths);
  const rest = Array.from({ length: offer.maxMonths - FEWEST_MONTHS + 1 }, (_, index) => index + FEWEST_MONTHS).filter((count) => !usual.some((each) => each === count));
  const chosenRest = rest.includes(months) ? String(months) : '';
  return (
    <fieldset className="grid min-w-0 gap-2.5" disabled={!possible}>
      <Label>{possible ? words.installments : words.installmentsFrom(format.won(offer.installmentsFromWon))}</Label>
      <div className="grid grid-cols-3 gap-2.5">
        {usual.map((count) => (
          <Button key={count} kind={count === months ? 'chosen' : 'plain'} pressed={count === months} disabled={!possible} onPress={() => onPick(count)} testId={`months-${count}`} className="num min-h-14">
            {text(count)}
          </Button>
        ))}
      </div>
      {possible && rest.length > 0 ? (
        <Pick label={words.otherMonths} value={chosenRest} options={[{ id: '', text: '–' }, ...rest.map((count) => ({ id: String(count), text: text(count) }))]} onPick={(value) => onPick(value === '' ? 0 : Number(value))} testId="months-other" />
      ) : null}
    </fieldset>
  );
}

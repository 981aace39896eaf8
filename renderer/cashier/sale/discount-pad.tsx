import { Button } from '../../ui/button.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { Segments } from '../../ui/segments.tsx';
import { basketWords } from '../../words/basket.ts';
import { commonWords } from '../../words/common.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import type { DiscountUnit, TypedDiscount } from './use-discount.ts';

export type DiscountPadProps = {
  readonly discount: TypedDiscount;
  readonly baseWon: number;
  /** What stands now, taken away by giving 0. */
  readonly standingWon: number;
  readonly maxPercent: number;
  readonly onGive: () => void;
};

/** Won or percent, what it comes to, how far she may go, and one button that says what Enter does. */
export function DiscountPad({ discount, baseWon, standingWon, maxPercent, onGive }: DiscountPadProps) {
  const words = useWords(basketWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { unit, value, amountWon } = discount;
  const units: readonly { readonly id: DiscountUnit; readonly content: string; readonly testId: string }[] = [
    { id: 'won', content: words.won, testId: 'discount-won' },
    { id: 'percent', content: words.percent, testId: 'discount-percent' },
  ];
  const typed = value === null ? null : unit === 'won' ? `−${format.number(value)}` : `${value}%`;
  const comesTo = unit === 'percent' && amountWon !== null ? `−${format.won(amountWon)} · ` : '';
  const hint = discount.beyond || maxPercent < 100 ? words.limit(maxPercent, format.won(discount.mostWon)) : words.unitHint;
  return (
    <>
      <AmountField label={words.discountOf(format.won(baseWon))} typed={typed} ghost={standingWon === 0 ? '0' : `−${format.number(standingWon)}`} hint={comesTo + hint} tone={discount.beyond ? 'bad' : 'plain'} testId="discount-typed">
        <Segments label={words.unit} value={unit} options={units} onChange={discount.setUnit} />
      </AmountField>
      <Keypad onDigits={discount.type} onBackspace={discount.erase} backspaceLabel={common.erase} bundle="00">
        <Button kind="primary" size="large" disabled={amountWon === null} onPress={onGive} testId="discount-give" className="num">
          {amountWon === null ? words.discountNeeded : amountWon === 0 && standingWon > 0 ? words.discountNone : words.discountDo(format.won(amountWon))}
        </Button>
      </Keypad>
    </>
  );
}

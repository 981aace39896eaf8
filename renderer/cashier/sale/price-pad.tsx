import type { LineView } from '../../../contract/views.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { basketWords } from '../../words/basket.ts';
import { commonWords } from '../../words/common.ts';
import { useFormat, useWords } from '../../words/language.tsx';

export type PricePadProps = { readonly line: LineView; readonly priceWon: number | null; readonly onType: (digits: string) => void; readonly onErase: () => void; readonly onSet: () => void };

/** Another price for one of it, or for 100 g of weighed goods: with a right and a reason, which are asked for when it is set. */
export function PricePad({ line, priceWon, onType, onErase, onSet }: PricePadProps) {
  const words = useWords(basketWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const ready = priceWon !== null && priceWon > 0;
  const listed = format.won(line.listPriceWon ?? line.unitPriceWon);
  return (
    <>
      <AmountField label={line.grams === undefined ? words.newPrice : words.newPricePer100g} typed={priceWon === null ? null : format.won(priceWon)} ghost={format.won(line.unitPriceWon)} hint={words.listPrice(listed)} testId="new-price-typed" />
      <Keypad onDigits={onType} onBackspace={onErase} backspaceLabel={common.erase} bundle="000">
        <Button kind="primary" size="large" disabled={!ready} onPress={onSet} testId="new-price-set" className="num">
          {ready ? words.newPriceDo(format.won(priceWon)) : words.priceNeeded}
        </Button>
      </Keypad>
    </>
  );
}

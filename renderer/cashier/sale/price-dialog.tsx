import { useState } from 'react';
import { MAX_OPEN_PRICE_WON } from '../../../contract/limits.ts';
import type { ProductView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { basketWords } from '../../words/basket.ts';
import { commonWords } from '../../words/common.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { eraseDigit, typeDigits } from './typed-amount.ts';
import { AmountField } from '../../ui/amount-field.tsx';

/** Goods whose price is not known before they stand at the counter, and how many of them are meant. */
export type AskedPrice = { readonly product: ProductView; readonly quantity: number };

export function PriceDialog({ asked, onClose }: { readonly asked: AskedPrice; readonly onClose: () => void }) {
  const words = useWords(basketWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const act = useAct();
  const [priceWon, setPriceWon] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);
  const type = (digits: string) => setPriceWon((before) => typeDigits(before, digits, MAX_OPEN_PRICE_WON) ?? before);
  const ready = priceWon !== null && priceWon > 0 && !adding;
  const add = async () => {
    if (!ready) return;
    setAdding(true);
    const result = await act('sale.addProduct', { productId: asked.product.productId, quantity: asked.quantity, priceWon });
    setAdding(false);
    if (result.ok) onClose();
  };
  const typed = (character: string) => {
    if (/^\d$/.test(character)) type(character);
    return true;
  };
  return (
    <Dialog kind="sheet" title={words.priceTitle(asked.product.name)} onClose={onClose} testId="price-dialog" keys={{ Backspace: () => setPriceWon(eraseDigit) }} onTyped={typed} onEnter={() => void add()}>
      <AmountField label={words.priceEach} typed={priceWon === null ? null : format.won(priceWon)} ghost={format.won(0)} hint={words.priceHint(asked.quantity)} testId="price-typed" />
      <Keypad onDigits={type} onBackspace={() => setPriceWon(eraseDigit)} backspaceLabel={common.erase} bundle="000">
        <Button kind="primary" size="large" disabled={!ready} onPress={() => void add()} testId="price-add" className="num">
          {priceWon === null || priceWon === 0 ? words.priceNeeded : words.priceDo(format.won(priceWon * asked.quantity))}
        </Button>
      </Keypad>
    </Dialog>
  );
}

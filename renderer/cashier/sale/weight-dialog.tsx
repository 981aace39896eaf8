import { useState } from 'react';
import { useAct } from '../../ui/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words/language.tsx';
import { weightWords } from '../../words/weight.ts';
import type { AskedPrice } from './price-dialog.tsx';
import { useWeight, WeightPad } from './weight-pad.tsx';

/** What the scale shows, typed. */
export function WeightDialog({ asked, onClose }: { readonly asked: AskedPrice; readonly onClose: () => void }) {
  const words = useWords(weightWords);
  const act = useAct();
  const weight = useWeight();
  const [adding, setAdding] = useState(false);
  const { product, quantity } = asked;
  const add = async () => {
    if (!weight.ready || weight.grams === null || adding) return;
    setAdding(true);
    const result = await act('sale.addProduct', { productId: product.productId, quantity, grams: weight.grams });
    setAdding(false);
    if (result.ok) onClose();
  };
  const typed = (character: string) => {
    if (/^\d$/.test(character)) weight.type(character);
    return true;
  };
  return (
    <Dialog title={words.title(product.name)} onClose={onClose} testId="weight-dialog" keys={{ Backspace: weight.erase }} onTyped={typed} onEnter={() => void add()}>
      <WeightPad weight={weight} pricePer100gWon={product.priceWon} standing={null} busy={adding} onSet={() => void add()} />
    </Dialog>
  );
}

import { useClient } from '../../bridge.ts';
import { useSpecialAct } from '../approval/special-acts.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { basketWords } from '../../words/basket.ts';
import { useWords } from '../../words/language.tsx';
import { DiscountPad } from './discount-pad.tsx';
import type { Basket } from './use-basket.ts';
import { useDiscount } from './use-discount.ts';

/** A discount on the whole sale. A "no" leaves it open with what was typed. */
export function DiscountDialog({ sale, maxPercent, onClose }: { readonly sale: Basket; readonly maxPercent: number; readonly onClose: () => void }) {
  const words = useWords(basketWords);
  const client = useClient();
  const special = useSpecialAct();
  const baseWon = sale.lines.reduce((sum, line) => sum + line.amountWon, 0);
  const discount = useDiscount(baseWon, maxPercent);
  const give = async () => {
    const { given: wanted } = discount;
    if (wanted === null) return;
    const result = await special({ saleId: sale.saleId, what: words.saleDiscount }, (given) => client.call('sale.discountSale', { saleId: sale.saleId, discount: wanted, ...given }));
    if (result.ok) onClose();
  };
  const type = (character: string) => {
    if (/^\d$/.test(character)) discount.type(character);
    else if ('*/%'.includes(character)) discount.toggleUnit();
    return true;
  };
  return (
    <Dialog kind="sheet" title={words.saleDiscount} onClose={onClose} testId="discount-dialog" keys={{ Backspace: discount.erase }} onTyped={type} onEnter={() => void give()}>
      <DiscountPad discount={discount} baseWon={baseWon} standingWon={sale.saleDiscountWon} maxPercent={maxPercent} onGive={() => void give()} />
    </Dialog>
  );
}

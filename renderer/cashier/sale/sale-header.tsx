import { memo } from 'react';
import type { CounterView } from '../../../contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { MoreIcon } from '../../ui/icons.tsx';
import { basketWords } from '../../words/basket.ts';
import { cashierWords } from '../../words/cashier.ts';
import { exchangeWords } from '../../words/exchange.ts';
import { useFormat, useWords } from '../../words/language.tsx';

type SaleHeaderProps = {
  readonly view: CounterView;
  readonly filled: boolean;
  /** Goods came back for it: it is left, and they with it. */
  readonly exchange: boolean;
  readonly onAbandon: () => void;
  readonly onHeld: () => void;
  readonly onDiscount: () => void;
  readonly onToday: () => void;
  readonly onMenu: () => void;
};

export const SaleHeader = memo(function SaleHeader({ view, filled, exchange, onAbandon, onHeld, onDiscount, onToday, onMenu }: SaleHeaderProps) {
  const words = useWords(cashierWords);
  const chips = useWords(basketWords);
  const exchangeText = useWords(exchangeWords);
  const format = useFormat();
  const chip = 'rounded-full! px-3! whitespace-nowrap';
  return (
    <header className="num flex min-h-[3.75rem] flex-none items-center gap-2.5 border-b border-line py-1 pr-3 pl-5.5 text-[0.9375rem] text-ink-2">
      <h1 className="text-[1.0625rem] font-bold whitespace-nowrap text-ink" data-testid="sale-number">
        {words.sale(format.saleNumber(view.sale.saleNumber))}
      </h1>
      <span data-may-shorten className="truncate">
        {view.signedIn?.name} · {words.counter(view.shop.counterNumber)}
      </span>
      <span className="ml-auto flex flex-none gap-1.5">
        {filled ? (
          <Button kind="quiet" size="small" onPress={onAbandon} testId="sale-abandon" className="px-2.5! whitespace-nowrap">
            {exchange ? exchangeText.leaveDo : words.basket.abandon}
          </Button>
        ) : (
          <Button size="small" onPress={onToday} keyHint="F3" testId="open-today" className={chip}>
            {words.menu.today}
          </Button>
        )}
        {view.held.length === 0 ? null : (
          <Button size="small" onPress={onHeld} testId="open-held" className={chip}>
            {chips.heldCount(view.held.length)}
          </Button>
        )}
        {filled ? (
          <Button size="small" onPress={onDiscount} keyHint="F5" testId="open-discount" className={chip}>
            {chips.discount}
          </Button>
        ) : null}
        <Button size="small" onPress={onMenu} label={words.menu.open} testId="open-menu" className={chip}>
          <MoreIcon />
        </Button>
      </span>
    </header>
  );
});

import { useState } from 'react';
import type { CounterView, ProductView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { MenuIcon } from '../../ui/icons.tsx';
import { useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Pane, Panes } from '../../ui/screen.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { BasketLines } from './basket.tsx';
import type { NewProduct } from '../../manager/index.tsx';
import { timesOf } from './find-products.ts';
import { ProductKeys } from './product-keys.tsx';
import type { Basket } from './use-basket.ts';
import { useBasket } from './use-basket.ts';
import { leaveSearch, useProductSearch } from './use-product-search.ts';

export type SaleScreenProps = {
  readonly view: CounterView;
  readonly products: readonly ProductView[] | null;
  /** What is typed in the search box; the window keeps it, because a scan may use it as its quantity. */
  readonly query: string;
  readonly onQuery: (text: string) => void;
  /** Null for whoever may not add products. */
  readonly onRegister: ((product: NewProduct) => void) | null;
  readonly onCash: (saleId: string) => void;
  readonly onToday: () => void;
  readonly onMenu: () => void;
};

export function SaleScreen({ view, products, query, onQuery, onRegister, onCash, onToday, onMenu }: SaleScreenProps) {
  const words = useWords(cashierWords);
  const format = useFormat();
  const act = useAct();
  const [abandoning, setAbandoning] = useState(false);
  const basket = view.sale.stage === 'basket' ? view.sale : null;
  const undoable = basket?.undo ?? null;
  const filled = basket !== null && basket.lines.length > 0 ? basket : null;
  const { selected, acts, cancel, moveSelection } = useBasket(basket, view.revision);
  const search = useProductSearch(query, onQuery);
  const pay = () => {
    if (filled !== null) onCash(filled.saleId);
  };
  const undo = () => {
    if (basket !== null && undoable !== null) void act('sale.undoCancelLine', { saleId: basket.saleId });
  };

  useKeyLayer('screen', {
    keys: {
      F2: focusSearch,
      F3: onToday,
      F8: pay,
      F10: onMenu,
      ArrowUp: () => search.move(-1) || moveSelection(-1),
      ArrowDown: () => search.move(1) || moveSelection(1),
      Delete: () => selected !== null && cancel(selected),
      Backspace: () => onQuery(query.slice(0, -1)),
      Escape: () => (query === '' ? undo() : (onQuery(''), leaveSearch())),
    },
    onTyped: (character) => {
      if (query === '' && selected !== null && character === '+') acts.addOne(selected);
      else if (query === '' && selected !== null && character === '-') acts.takeOne(selected);
      else onQuery(query + character);
      return true;
    },
    onEnter: () => (query.trim() !== '' && timesOf(query) === null ? void search.submit() : pay()),
  });

  const total = basket?.breakdown.totalWon ?? 0;
  return (
    <Panes columns="grid-cols-[37.75rem_1fr]" testId="screen-sale">
      <Pane tone="surface" label={words.basket.lines} className="border-r border-line">
        <SaleHeader view={view} onAbandon={filled === null ? null : () => setAbandoning(true)} onToday={onToday} onMenu={onMenu} />
        {filled === null ? <EmptyBasket /> : <BasketLines sale={filled} selectedId={selected?.lineId ?? null} acts={acts} />}
        {undoable === null ? null : <UndoBar name={undoable.name} onUndo={undo} />}
        <footer className="flex-none border-t border-line bg-surface px-5.5 pt-3.5 pb-4.5 cramped:sticky cramped:bottom-0">
          <div className="flex items-baseline gap-3.5 text-[0.9375rem] text-ink-2">
            {filled === null ? null : <Summary sale={filled} />}
            <Amount won={total} size="total" tone={filled === null ? 'muted' : 'ink'} testId="sale-total" className="ml-auto" />
          </div>
          <Button kind="primary" size="huge" disabled={filled === null} onPress={pay} keyHint="F8" testId="pay-cash" className="mt-2.5 w-full">
            {filled === null ? words.basket.empty : words.basket.cash}
          </Button>
        </footer>
        <Live testId="live-total">{filled === null ? '' : words.basket.totalNow(format.won(total))}</Live>
      </Pane>
      <Pane label={words.search.products} className="gap-3 px-5 py-4">
        <ProductKeys products={products} query={query} onQuery={onQuery} search={search} onRegister={onRegister} />
      </Pane>
      {abandoning && filled !== null ? <AbandonDialog sale={filled} onClose={() => setAbandoning(false)} /> : null}
    </Panes>
  );
}

type SaleHeaderProps = { readonly view: CounterView; readonly onAbandon: (() => void) | null; readonly onToday: () => void; readonly onMenu: () => void };

function SaleHeader({ view, onAbandon, onToday, onMenu }: SaleHeaderProps) {
  const words = useWords(cashierWords);
  const format = useFormat();
  return (
    <header className="num flex min-h-[3.75rem] flex-none items-center gap-3.5 border-b border-line py-1 pr-3 pl-5.5 text-[0.9375rem] text-ink-2">
      <h1 className="text-[1.0625rem] font-bold text-ink" data-testid="sale-number">
        {words.sale(format.saleNumber(view.sale.saleNumber))}
      </h1>
      <span>
        {view.signedIn?.name} · {words.counter(view.shop.counterNumber)}
      </span>
      <span className="ml-auto flex gap-2">
        {onAbandon === null ? null : (
          <Button kind="quiet" size="small" onPress={onAbandon} testId="sale-abandon">
            {words.basket.abandon}
          </Button>
        )}
        <Button kind="soft" size="small" onPress={onToday} keyHint="F3" testId="open-today">
          {words.menu.today}
        </Button>
        <Button kind="soft" size="small" onPress={onMenu} label={words.menu.open} testId="open-menu">
          <MenuIcon />
        </Button>
      </span>
    </header>
  );
}

function Summary({ sale }: { readonly sale: Basket }) {
  const words = useWords(cashierWords).basket;
  const format = useFormat();
  return (
    <span className="num flex flex-wrap gap-x-3.5" data-testid="sale-summary">
      <span>{words.kinds(sale.lines.length, sale.quantity)}</span>
      {sale.breakdown.vatWon === 0 ? null : <span>{words.vat(format.number(sale.breakdown.vatWon))}</span>}
      {sale.discountWon === 0 ? null : <span>{words.discount(format.number(sale.discountWon))}</span>}
    </span>
  );
}

function EmptyBasket() {
  const words = useWords(cashierWords).basket;
  return (
    <div className="grid min-h-0 flex-1 place-content-center gap-1.5 p-8 text-center cramped:min-h-40" data-testid="basket-empty">
      <b className="text-[1.625rem] font-[750] tracking-[-0.02em]">{words.emptyTitle}</b>
      <span className="text-ink-2">{words.emptyHint}</span>
    </div>
  );
}

function UndoBar({ name, onUndo }: { readonly name: string; readonly onUndo: () => void }) {
  const words = useWords(cashierWords).basket;
  return (
    <div className="flex flex-none items-center justify-between border-t border-line bg-sunk py-1 pr-3 pl-5.5" data-testid="undo-bar">
      <output className="line-clamp-1 text-ink-2">{words.cancelled(name)}</output>
      <Button size="small" onPress={onUndo} keyHint="Esc" testId="undo-cancel">
        {words.undo}
      </Button>
    </div>
  );
}

function AbandonDialog({ sale, onClose }: { readonly sale: Basket; readonly onClose: () => void }) {
  const words = useWords(cashierWords).basket;
  const format = useFormat();
  const act = useAct();
  const abandon = () => {
    onClose();
    void act('sale.abandon', { saleId: sale.saleId });
  };
  return (
    <Dialog title={words.abandonTitle} onClose={onClose} testId="abandon-dialog">
      <p className="text-ink-2">{words.abandonMeaning(sale.lines.length)}</p>
      <div className="grid grid-cols-2 gap-2.5">
        <Button size="large" onPress={onClose} keyHint="Esc" testId="abandon-keep">
          {words.abandonKeep}
        </Button>
        <Button size="large" kind="danger" onPress={abandon} testId="abandon-do">
          {words.abandonDo(format.won(sale.breakdown.totalWon))}
        </Button>
      </div>
    </Dialog>
  );
}

function focusSearch(): void {
  document.getElementById('product-search')?.focus();
}

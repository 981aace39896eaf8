import { useMemo, useRef, useState } from 'react';
import type { CounterView, LineView, ProductView, SaleView } from '../../../contract/views.ts';
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
import type { BasketActs } from './basket.tsx';
import { BasketLines } from './basket.tsx';
import { findProducts, makeShelf, timesOf } from './find-products.ts';
import { ProductKeys } from './product-keys.tsx';

export type SaleScreenProps = {
  readonly view: CounterView;
  readonly products: readonly ProductView[] | null;
  /** What is typed in the search box; the window keeps it, because a scan may use it as its quantity. */
  readonly query: string;
  readonly onQuery: (text: string) => void;
  readonly onCash: (saleId: string) => void;
  readonly onToday: () => void;
  readonly onMenu: () => void;
};

type Basket = SaleView & { stage: 'basket' };

export function SaleScreen({ view, products, query, onQuery, onCash, onToday, onMenu }: SaleScreenProps) {
  const words = useWords(cashierWords);
  const format = useFormat();
  const act = useAct();
  const [abandoning, setAbandoning] = useState(false);
  const basket = view.sale.stage === 'basket' ? view.sale : null;
  const filled = basket !== null && basket.lines.length > 0 ? basket : null;
  const { selected, acts, cancel, moveSelection } = useBasket(basket);
  const shelf = useMemo(() => makeShelf(products ?? []), [products]);

  const pick = (product: ProductView) => {
    void act('sale.addProduct', { productId: product.productId, quantity: timesOf(query) ?? 1 });
    onQuery('');
    leaveSearch();
  };
  const submitQuery = () => {
    const text = query.trim();
    const found = shelf.find(({ product }) => product.barcode === text)?.product ?? findProducts(shelf, text)[0];
    if (found !== undefined) pick(found);
    else if (/^[0-9A-Za-z-]+$/.test(text)) void act('sale.scan', { code: text }).then((result) => result.ok && onQuery(''));
  };
  const pay = () => {
    if (filled !== null) onCash(filled.saleId);
  };
  const undo = () => {
    if (basket !== null && basket.undo !== null) void act('sale.undoCancelLine', { saleId: basket.saleId });
  };

  useKeyLayer('screen', {
    keys: {
      F2: focusSearch,
      F3: onToday,
      F8: pay,
      F10: onMenu,
      ArrowUp: () => moveSelection(-1),
      ArrowDown: () => moveSelection(1),
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
    onEnter: () => (query.trim() !== '' && timesOf(query) === null ? submitQuery() : pay()),
  });

  const total = basket?.breakdown.totalWon ?? 0;
  return (
    <Panes columns="grid-cols-[37.75rem_1fr]" testId="screen-sale">
      <Pane tone="surface" label={words.basket.lines} className="border-r border-line">
        <header className="num flex min-h-[3.75rem] flex-none items-center gap-3.5 border-b border-line py-1 pr-3 pl-5.5 text-[0.9375rem] text-ink-2">
          <h1 className="text-[1.0625rem] font-bold text-ink" data-testid="sale-number">
            {words.sale(format.saleNumber(view.sale.saleNumber))}
          </h1>
          <span>
            {view.signedIn?.name} · {words.counter(view.shop.counterNumber)}
          </span>
          <span className="ml-auto flex gap-2">
            {filled === null ? null : (
              <Button kind="quiet" size="small" onPress={() => setAbandoning(true)} testId="sale-abandon">
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
        {filled === null ? <EmptyBasket /> : <BasketLines sale={filled} selectedId={selected?.lineId ?? null} acts={acts} />}
        {basket?.undo == null ? null : <UndoBar name={basket.undo.name} onUndo={undo} />}
        <footer className="flex-none border-t border-line px-5.5 pt-3.5 pb-4.5">
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
        <ProductKeys products={products} query={query} onQuery={onQuery} onPick={pick} />
      </Pane>
      {abandoning && filled !== null ? <AbandonDialog sale={filled} onClose={() => setAbandoning(false)} /> : null}
    </Panes>
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
    <div className="flex flex-none items-center justify-between border-t border-line bg-sunk py-1 pr-3 pl-5.5" role="status" data-testid="undo-bar">
      <span className="line-clamp-1 text-ink-2">{words.cancelled(name)}</span>
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

/** The line in hand, and what the keys and steppers do to it. */
function useBasket(basket: Basket | null) {
  const act = useAct();
  const [picked, setPicked] = useState<{ readonly lineId: string; readonly over: string | null } | null>(null);
  /** Quantities asked for that no view shows yet: two quick presses are two more, not one. */
  const asked = useRef(new Map<string, number>());
  const lines = basket?.lines ?? [];
  const lastLineId = basket?.lastLineId ?? null;
  // A line she picked stays in hand until another is touched; after that the newest is.
  const wanted = picked !== null && picked.over === lastLineId ? picked.lineId : lastLineId;
  const selected = lines.find((line) => line.lineId === wanted) ?? lines.at(-1) ?? null;
  const saleId = basket?.saleId ?? null;
  const latest = useRef({ lines, saleId, lastLineId });
  latest.current = { lines, saleId, lastLineId };

  const cancel = (line: LineView) => {
    const { saleId: sale } = latest.current;
    if (sale !== null) void act('sale.cancelLine', { saleId: sale, lineId: line.lineId });
  };
  const acts: BasketActs = useMemo(() => {
    const select = (lineId: string) => setPicked({ lineId, over: latest.current.lastLineId });
    const change = (line: LineView, by: number) => {
      const { saleId: sale } = latest.current;
      if (sale === null) return;
      const quantity = (asked.current.get(line.lineId) ?? line.quantity) + by;
      if (quantity < 1) {
        void act('sale.cancelLine', { saleId: sale, lineId: line.lineId });
        return;
      }
      asked.current.set(line.lineId, quantity);
      void act('sale.setQuantity', { saleId: sale, lineId: line.lineId, quantity }).then(() => {
        if (asked.current.get(line.lineId) === quantity) asked.current.delete(line.lineId);
      });
    };
    return { select, addOne: (line) => change(line, 1), takeOne: (line) => change(line, -1) };
  }, [act]);
  const moveSelection = (by: number) => {
    const index = lines.findIndex((line) => line.lineId === selected?.lineId);
    const next = lines[Math.max(0, Math.min(lines.length - 1, index + by))];
    if (next !== undefined) acts.select(next.lineId);
  };
  return { selected, acts, cancel, moveSelection };
}

function focusSearch(): void {
  document.getElementById('product-search')?.focus();
}

function leaveSearch(): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.id === 'product-search') active.blur();
}

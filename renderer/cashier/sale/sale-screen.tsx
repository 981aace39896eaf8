import { memo, useMemo, useState } from 'react';
import type { CounterView, LineView, ProductView } from '../../../contract/views.ts';
import { useClient } from '../../bridge.ts';
import { useAct } from '../../ui/act.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Press } from '../../ui/press.tsx';
import { Pane, Panes } from '../../ui/screen.tsx';
import { useSteady } from '../../ui/steady.ts';
import { basketWords } from '../../words/basket.ts';
import { cardWords } from '../../words/card.ts';
import { cashierWords } from '../../words/cashier.ts';
import { keyMapWords } from '../../words/key-map.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { PayFor } from '../card/basket-payment.tsx';
import { differenceOf } from '../exchange/difference.ts';
import { DifferenceTotal, ExchangeBar, SettleKey } from '../exchange/exchange-bar.tsx';
import type { BasketActs } from './basket.tsx';
import { useSpecialAct } from '../approval/special-acts.tsx';
import { BasketLines } from './basket.tsx';
import { timesOf } from './find-products.ts';
import type { Open } from './over-sale.tsx';
import { NOTHING_OPEN, OpenOverSale } from './over-sale.tsx';
import type { AskedPrice } from './price-dialog.tsx';
import type { NewProduct } from '../../manager/index.tsx';
import { ProductKeys } from './product-keys.tsx';
import { SaleHeader } from './sale-header.tsx';
import type { Basket } from './use-basket.ts';
import { useBasket } from './use-basket.ts';
import { useHold } from './use-hold.ts';
import { leaveSearch, useProductSearch } from './use-product-search.ts';

export type SaleScreenProps = {
  readonly view: CounterView;
  readonly products: readonly ProductView[] | null;
  /** What is typed in the search box; the window keeps it, because a scan may use it as its quantity. */
  readonly query: string;
  readonly onQuery: (text: string) => void;
  readonly onAskPrice: (asked: AskedPrice) => void;
  /** Null for whoever may not add products. */
  readonly onRegister: ((product: NewProduct) => void) | null;
  readonly onPay: (paying: PayFor) => void;
  readonly onToday: () => void;
  /** The sale before this one: its slip again, or its cash receipt after all. */
  readonly onPrevious: () => void;
  readonly onMenu: () => void;
};

export function SaleScreen(props: SaleScreenProps) {
  const { view, products, query, onQuery, onRegister, onToday, onMenu } = props;
  const words = useWords(cashierWords);
  const format = useFormat();
  const { open, close, basket, filled, selected, walking, acts, cancel, search, pay, payByCard, undo, hold, abandon, discount, showHeld } = useSaleScreen(props);

  const exchange = basket?.exchange ?? null;
  const total = exchange === null ? (basket?.breakdown.totalWon ?? 0) : differenceOf(exchange).won;
  return (
    <Panes columns="grid-cols-[37.75rem_1fr]" testId="screen-sale">
      <Pane tone="surface" label={words.basket.lines} className="border-r border-line">
        <SaleHeader view={view} filled={filled !== null || exchange !== null} exchange={exchange !== null} onAbandon={abandon} onHeld={showHeld} onDiscount={discount} onToday={onToday} onMenu={onMenu} />
        {filled === null ? <EmptyBasket /> : <BasketLines sale={filled} selectedId={selected?.lineId ?? null} walking={walking} acts={acts} />}
        {filled === null || filled.saleDiscountWon === 0 ? null : <SaleDiscountRow discountWon={filled.saleDiscountWon} onPress={discount} />}
        {basket === null || basket.undo === null ? null : <UndoBar undo={basket.undo} onUndo={undo} />}
        {exchange === null ? null : <ExchangeBar exchange={exchange} />}
        <footer className="flex-none border-t border-line bg-surface px-5.5 pt-3.5 pb-4.5 cramped:sticky cramped:bottom-0">
          <div className="flex gap-3.5 text-[0.9375rem] text-ink-2 [align-items:last_baseline]">
            {filled === null ? null : <Summary sale={filled} />}
            {exchange === null ? <Amount won={total} size="total" tone={filled === null ? 'muted' : 'ink'} testId="sale-total" className="ml-auto" /> : <DifferenceTotal exchange={exchange} empty={filled === null} />}
          </div>
          {exchange !== null && filled !== null && exchange.dueWon === 0 ? (
            <SettleKey exchange={exchange} onSettle={pay} />
          ) : (
            <FooterKeys filled={filled !== null} holds={filled !== null || exchange !== null} heldCount={view.held.length} onHold={hold} onPay={pay} onCard={view.cardOffer.terminal ? payByCard : null} />
          )}
        </footer>
        <Live testId="live-total">{filled === null ? '' : words.basket.totalNow(format.won(total))}</Live>
      </Pane>
      <Pane label={words.search.products} className="gap-3 px-5 py-4">
        <ProductKeys products={products} query={query} onQuery={onQuery} search={search} onRegister={onRegister} />
      </Pane>
      <OpenOverSale view={view} open={open} basket={exchange === null ? filled : basket} onCancelLine={cancel} onClose={close} />
    </Panes>
  );
}

type FooterKeysProps = { readonly filled: boolean; /** There is something to put aside: goods, or what came back for others. */ readonly holds: boolean; readonly heldCount: number; readonly onHold: () => void; readonly onPay: () => void; /** Null where no terminal is connected. */ readonly onCard: (() => void) | null };

const FooterKeys = memo(function FooterKeys({ filled, holds, heldCount, onHold, onPay, onCard }: FooterKeysProps) {
  const cards = useWords(cardWords);
  const words = useWords(cashierWords).basket;
  const holdWords = useWords(basketWords);
  return (
    <div className={cx('mt-2.5 grid gap-2.5', onCard === null ? 'grid-cols-[11rem_1fr]' : 'grid-cols-[9rem_10.5rem_1fr]')}>
      <Button size="huge" disabled={!holds && heldCount === 0} onPress={onHold} keyHint="F4" testId="hold" className="px-2! text-xl!">
        {holds || heldCount === 0 ? holdWords.hold : holdWords.heldList}
      </Button>
      {onCard === null ? null : (
        <Button size="huge" disabled={!filled} onPress={onCard} keyHint="F9" testId="pay-card" className="px-2!">
          {cards.card}
        </Button>
      )}
      <Button kind="primary" size="huge" disabled={!filled} onPress={onPay} keyHint="F8" testId="pay-cash">
        {filled ? words.cash : words.empty}
      </Button>
    </div>
  );
});

function SaleDiscountRow({ discountWon, onPress }: { readonly discountWon: number; readonly onPress: () => void }) {
  const words = useWords(basketWords);
  const format = useFormat();
  return (
    <Press
      skippedByTab
      onPress={onPress}
      aria-haspopup="dialog"
      className="num flex min-h-13 flex-none items-center justify-between border-t border-line bg-warn-soft px-5.5 text-left font-semibold text-warn cursor-default"
      data-testid="sale-discount-row"
    >
      <span className="text-[1.0625rem]">{words.saleDiscount}</span>
      <span className="text-xl">{format.number(-discountWon)}</span>
    </Press>
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

function UndoBar({ undo, onUndo }: { readonly undo: NonNullable<Basket['undo']>; readonly onUndo: () => void }) {
  const words = useWords(cashierWords).basket;
  const { undone } = useWords(basketWords);
  return (
    <div className="flex flex-none items-center justify-between border-t border-line bg-sunk py-1 pr-3 pl-5.5" data-testid="undo-bar">
      <output className="line-clamp-1 text-ink-2">{undo.what === 'line-cancelled' ? words.cancelled(undo.name) : undone[undo.what](undo.name)}</output>
      <Button size="small" onPress={onUndo} keyHint="Esc" testId="undo-cancel">
        {words.undo}
      </Button>
    </div>
  );
}

/** Of goods that had been put aside fewer may need a reason, and somebody's yes. */
function useCount(basket: Basket | null, onQuery: (text: string) => void): (line: LineView | null, quantity: number) => void {
  const client = useClient();
  const special = useSpecialAct();
  return (line, quantity) => {
    if (basket === null || line === null) return;
    onQuery('');
    const { saleId } = basket;
    void special({ saleId, what: line.name }, (given) => client.call('sale.setQuantity', { saleId, lineId: line.lineId, quantity, ...given }));
  };
}

/** What can be done on the sale screen, and the keys that do it. */
function useSaleScreen({ view, query, onQuery, onAskPrice, onPay, onToday, onPrevious, onMenu }: SaleScreenProps) {
  const act = useAct();
  const [open, setOpen] = useState<Open>(NOTHING_OPEN);
  const basket = view.sale.stage === 'basket' ? view.sale : null;
  const filled = basket !== null && basket.lines.length > 0 ? basket : null;
  const { selected, walking, acts: lineActs, cancel, moveSelection, stopWalking } = useBasket(basket, view.revision);
  const search = useProductSearch(query, onQuery, onAskPrice);
  const openLine = (lineId: string) => setOpen({ what: 'line', lineId });
  const acts = useMemo<BasketActs>(() => ({ ...lineActs, open: ({ lineId }) => (lineActs.select(lineId), setOpen({ what: 'line', lineId })) }), [lineActs]);
  const pay = useSteady(() => {
    if (filled === null) return;
    if (filled.exchange === null || filled.exchange.dueWon > 0) onPay({ saleId: filled.saleId, by: 'cash' });
    else void act('exchange.settle', { saleId: filled.saleId, giveWon: filled.exchange.giveWon });
  });
  const payByCard = useSteady(() => {
    if (filled !== null && filled.exchange?.dueWon !== 0 && view.cardOffer.terminal) onPay({ saleId: filled.saleId, by: 'card' });
  });
  const undo = useSteady(() => {
    if (basket !== null && basket.undo !== null) void act('sale.undo', { saleId: basket.saleId });
  });
  const showHeld = useSteady(() => setOpen({ what: 'held' }));
  // What came back waits with or without goods taken for it; an ordinary basket only with goods in it.
  const toHold = filled ?? (basket?.exchange != null ? basket : null);
  const hold = useSteady(useHold(toHold, view.revision, showHeld));
  const abandon = useSteady(() => setOpen({ what: 'abandon' }));
  const discount = useSteady(() => {
    if (filled !== null) setOpen({ what: 'discount' });
  });
  const close = () => (setOpen(NOTHING_OPEN), stopWalking());
  const count = useCount(filled, onQuery);
  const enter = () => {
    const times = timesOf(query);
    if (times !== null) count(selected, times);
    else if (query.trim() !== '') void search.submit();
    else if (walking && selected !== null) openLine(selected.lineId);
    else pay();
  };

  const keyWords = useWords(keyMapWords);
  const basketKeyWords = useWords(basketWords);
  const cards = useWords(cardWords);
  useKeyLayer('screen', {
    keys: {
      F2: focusSearch,
      F3: onToday,
      F4: named(toHold === null ? basketKeyWords.heldList : basketKeyWords.hold, hold),
      F5: named(basketKeyWords.discount, discount),
      F7: named(keyWords.acts.previous, onPrevious),
      F8: pay,
      F9: named(cards.card, payByCard),
      F10: onMenu,
      ArrowUp: () => search.move(-1) || moveSelection(-1),
      ArrowDown: () => search.move(1) || moveSelection(1),
      Delete: () => selected !== null && cancel(selected),
      Backspace: () => onQuery(query.slice(0, -1)),
      Escape: named(keyWords.acts.undo, () => (query !== '' ? (onQuery(''), leaveSearch()) : walking ? stopWalking() : undo())),
    },
    typed: [['ㄱ–ㅎ A–Z 0–9', keyWords.typed.find], ['3*', keyWords.typed.times], ['+ −', keyWords.typed.quantity]],
    onTyped: (character) => {
      if (query === '' && selected !== null && character === '+') acts.addOne(selected);
      else if (query === '' && selected !== null && character === '-') acts.takeOne(selected);
      else onQuery(query + character);
      return true;
    },
    onEnter: enter,
  });
  return { open, close, basket, filled, selected, walking, acts, cancel, search, pay, payByCard, undo, hold, abandon, discount, showHeld };
}

function focusSearch(): void {
  document.getElementById('product-search')?.focus();
}

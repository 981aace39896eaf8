import { useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ProductView } from '../../../contract/views.ts';
import type { NewProduct } from '../../manager/index.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Live } from '../../ui/live.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { catalogueWords } from '../../words/catalogue.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { ProductSearch } from './use-product-search.ts';

export type SearchResultsProps = { readonly query: string; readonly search: ProductSearch; readonly onRegister: ((product: NewProduct) => void) | null };

/** What was found, best first; the one in hand is added by Enter. */
export function SearchResults({ query, search, onRegister }: SearchResultsProps) {
  const words = useWords(catalogueWords);
  const format = useFormat();
  const { found, chosen, pick } = search;
  const inHand = useRef<HTMLLIElement>(null);
  useEffect(() => {
    inHand.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen, found]);
  const none = found !== null && found.products.length === 0;
  const count = found === null ? words.searching : words.found(format.number(found.products.length), format.number(found.total));
  const first = found?.products[chosen];
  return (
    <>
      <Live testId="search-live">{none ? words.none(query) : first === undefined ? '' : `${count}, ${first.name}`}</Live>
      {none ? (
        <NothingFound query={query.trim()} onRegister={onRegister} />
      ) : (
        <>
          <p className="num flex-none px-1 text-[0.9375rem] text-ink-2" data-testid="search-count" data-query={found?.query}>
            {count}
          </p>
          <ul aria-label={words.results} className="min-h-0 flex-1 overflow-y-auto overscroll-contain rounded-card border border-line bg-surface cramped:max-h-[24rem]" data-testid="search-results">
            {(found?.products ?? []).map((product, index) => (
              <li key={product.productId} ref={index === chosen ? inHand : null}>
                <Result product={product} chosen={index === chosen} onPick={pick} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Result({ product, chosen, onPick }: { readonly product: ProductView; readonly chosen: boolean; readonly onPick: (product: ProductView) => void }) {
  const words = useWords(catalogueWords);
  return (
    <AriaButton
      preventFocusOnPress
      onPress={() => onPick(product)}
      {...(chosen ? { 'aria-current': 'true' } : {})}
      className={cx(
        'num grid min-h-17 w-full cursor-default grid-cols-[minmax(0,1fr)_auto_3.5rem] items-center gap-x-4 border-b border-sunk py-2 pr-3 pl-5 text-left -outline-offset-2!',
        chosen ? 'bg-accent-soft shadow-[inset_0.25rem_0_0_var(--accent)]' : 'data-pressed:bg-sunk',
      )}
      data-testid="search-result"
      data-product={product.productId}
    >
      <span className="min-w-0">
        <b className="block truncate text-[1.1875rem] font-semibold">{product.name}</b>
        <span className="block truncate text-[0.9375rem] text-ink-2">
          {product.category} · {product.barcode === '' ? words.noBarcode : product.barcode}
        </span>
      </span>
      <Amount won={product.priceWon} className="text-right" />
      <span className="text-right">{chosen ? <Kbd onAccent={false}>Enter</Kbd> : null}</span>
    </AriaButton>
  );
}

function NothingFound({ query, onRegister }: { readonly query: string; readonly onRegister: SearchResultsProps['onRegister'] }) {
  const words = useWords(catalogueWords);
  const search = useWords(cashierWords).search;
  const start: NewProduct = /^\d{6,}$/.test(query) ? { name: '', barcode: query } : { name: query, barcode: '' };
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-1.5 px-6 text-center" data-testid="no-product" data-query={query}>
      <b className="text-xl font-[650]">{search.none(query)}</b>
      <span className="text-ink-2">{words.noneHint}</span>
      {onRegister === null ? (
        <span className="text-ink-2">{words.askManager}</span>
      ) : (
        <Button onPress={() => onRegister(start)} testId="register-product" className="mt-3">
          {words.register}
        </Button>
      )}
    </div>
  );
}

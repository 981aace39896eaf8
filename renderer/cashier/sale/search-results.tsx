import { memo, useEffect, useRef } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import type { NewProduct } from '../../manager/index.tsx';
import { PhotoPlace } from '../../photos/photo.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Live } from '../../ui/live.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { catalogueWords } from '../../words/catalogue.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { useDrawnRows } from './use-drawn-rows.ts';
import type { ProductSearch } from './use-product-search.ts';

export type SearchResultsProps = { readonly query: string; readonly search: ProductSearch; readonly onRegister: ((product: NewProduct) => void) | null };

/** What was found, best first; the one in hand is added by Enter. */
export function SearchResults({ query, search, onRegister }: SearchResultsProps) {
  const words = useWords(catalogueWords);
  const format = useFormat();
  const { found, chosen, pick } = search;
  const drawn = useDrawnRows(found, chosen);
  const inHand = useRef<HTMLLIElement>(null);
  const scrolled = useRef(false);
  useEffect(() => {
    // Asking where it stands has the page laid out at once, while somebody is typing: only where the list may have moved.
    if (chosen === 0 && !scrolled.current) return;
    scrolled.current = chosen > 0;
    inHand.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen, found]);
  const none = found !== null && found.products.length === 0;
  const count = found === null ? words.searching : words.found(format.number(found.products.length), format.number(found.total));
  const first = found?.products[chosen];
  // Names stand in one line: a shop without photos has no empty column.
  const pictured = found?.products.some(({ photo }) => photo !== undefined) === true;
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
          <ul
            aria-label={words.results}
            // What changes in it is laid out without the rest of the screen. Where the page scrolls, its rows make its height.
            className="min-h-0 flex-1 overflow-y-auto overscroll-contain rounded-card border border-line bg-surface contain-strict cramped:max-h-[24rem] cramped:contain-none"
            onScroll={() => {
              scrolled.current = true;
            }}
            data-testid="search-results"
          >
            {(found?.products ?? []).slice(0, drawn).map((product, index) => (
              <li key={product.productId} ref={index === chosen ? inHand : null} aria-setsize={found?.products.length} aria-posinset={index + 1}>
                <Result product={product} pictured={pictured} chosen={index === chosen} onPick={pick} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type ResultProps = { readonly product: ProductView; readonly pictured: boolean; readonly chosen: boolean; readonly onPick: (product: ProductView) => void };

const Result = memo(function Result({ product, pictured, chosen, onPick }: ResultProps) {
  const words = useWords(catalogueWords);
  return (
    <ListRow onPress={() => onPick(product)} chosen={chosen} columns={pictured ? 'grid-cols-[auto_minmax(0,1fr)_auto_3.5rem]' : 'grid-cols-[minmax(0,1fr)_auto_3.5rem]'} testId="search-result">
      {pictured ? <PhotoPlace name={product.name} photo={product.photo} /> : null}
      <span className="min-w-0">
        <b className="block truncate text-[1.1875rem] font-semibold">{product.name}</b>
        <span className="block truncate text-[0.9375rem] text-ink-2">
          {product.category} · {product.barcode === '' ? words.noBarcode : product.barcode}
        </span>
      </span>
      <Amount won={product.priceWon} className="text-right" />
      <span className="text-right">{chosen ? <Kbd onAccent={false}>Enter</Kbd> : null}</span>
    </ListRow>
  );
});

function NothingFound({ query, onRegister }: { readonly query: string; readonly onRegister: SearchResultsProps['onRegister'] }) {
  const words = useWords(catalogueWords);
  const search = useWords(cashierWords).search;
  const start: NewProduct = /^\d{6,}$/.test(query) ? { name: '', barcode: query } : { name: query, barcode: '' };
  return (
    <Nothing title={search.none(query)} hint={words.noneHint} testId="no-product" subject={query}>
      {onRegister === null ? (
        <span className="text-ink-2">{words.askManager}</span>
      ) : (
        <Button onPress={() => onRegister(start)} testId="register-product">
          {words.register}
        </Button>
      )}
    </Nothing>
  );
}

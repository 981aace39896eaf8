import { memo, useMemo, useRef, useState } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import { Photo } from '../../photos/photo.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { CloseIcon, SearchIcon } from '../../ui/icons.tsx';
import { Press } from '../../ui/press.tsx';
import { Segments } from '../../ui/segments.tsx';
import { basketWords } from '../../words/basket.ts';
import { cashierWords } from '../../words/cashier.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { NewProduct } from '../../manager/index.tsx';
import { catalogueWords } from '../../words/catalogue.ts';
import { weightWords } from '../../words/weight.ts';
import { pagesOf, timesOf } from './find-products.ts';
import { SearchResults } from './search-results.tsx';
import type { ProductSearch } from './use-product-search.ts';

const ALL = '*';
const TONES = ['border-l-tone-1', 'border-l-tone-2', 'border-l-tone-3', 'border-l-tone-4', 'border-l-tone-5'] as const;

/** Under the name, beside the price: what is read comes first. A taller key has room for a larger one. */
const PHOTO_ON_KEY =
  'absolute right-2 bottom-2 size-12 [@container(8.75rem<=height<14rem)]:size-17 [@container(height>=14rem)]:right-auto [@container(height>=14rem)]:bottom-11 [@container(height>=14rem)]:left-3.5 [@container(height>=14rem)]:size-34';

export type ProductKeysProps = {
  readonly products: readonly ProductView[] | null;
  readonly query: string;
  readonly onQuery: (text: string) => void;
  readonly search: ProductSearch;
  readonly onRegister: ((product: NewProduct) => void) | null;
};

/** The search box and what is under it: what was found while something is typed, the quick keys by page otherwise. */
export function ProductKeys({ products, query, onQuery, search, onRegister }: ProductKeysProps) {
  const times = timesOf(query);
  return (
    <>
      <SearchBox query={query} onQuery={onQuery} times={times} />
      {query.trim() === '' || times !== null ? <QuickKeys products={products} onPick={search.pick} onRegister={onRegister} /> : <SearchResults query={query} search={search} onRegister={onRegister} />}
    </>
  );
}

type QuickKeysProps = Pick<ProductKeysProps, 'products' | 'onRegister'> & { readonly onPick: (product: ProductView) => void };

const QuickKeys = memo(function QuickKeys({ products, onPick, onRegister }: QuickKeysProps) {
  const words = useWords(cashierWords).search;
  const none = useWords(catalogueWords);
  const [chosen, setChosen] = useState(ALL);
  const pages = useMemo(() => pagesOf(products ?? []), [products]);
  // A page may have gone while it was open.
  const page = pages.includes(chosen) ? chosen : ALL;
  const shown = (products ?? []).filter(({ quickKey }) => page === ALL || quickKey?.page === page);
  const toneOf = (name: string) => TONES[Math.max(0, pages.indexOf(name)) % TONES.length] ?? TONES[0];
  if (products !== null && products.length === 0) {
    return (
      <div className="grid flex-1 place-content-center justify-items-center gap-1 text-center" data-testid="no-keys">
        <b className="text-xl font-[650]">{none.noKeys}</b>
        <span className="text-ink-2">{none.noKeysHint}</span>
        {onRegister === null ? null : (
          <Button size="large" onPress={() => onRegister({ name: '', barcode: '' })} testId="no-keys-register" className="mt-4 min-w-48">
            {none.add}
          </Button>
        )}
      </div>
    );
  }
  return (
    <>
      <Segments
        label={words.categories}
        value={page}
        options={[ALL, ...pages].map((id) => ({ id, content: id === ALL ? words.all : id, testId: `category-${id}` }))}
        onChange={setChosen}
        className="flex-none overflow-x-auto p-0.5"
      />
      <fieldset
        aria-label={words.products}
        className="-m-1 grid min-h-0 min-w-0 flex-1 auto-rows-[minmax(7.25rem,1fr)] grid-cols-4 gap-2.5 overflow-y-auto overscroll-contain p-1 pb-7 fade-end cramped:max-h-[24rem]"
        data-testid="product-keys"
      >
        {shown.map((product) => (
          <ProductKey key={product.productId} product={product} tone={toneOf(product.quickKey?.page ?? '')} onPick={onPick} />
        ))}
      </fieldset>
    </>
  );
});

type SearchBoxProps = { readonly query: string; readonly onQuery: (text: string) => void; readonly times: number | null };

const SearchBox = memo(function SearchBox({ query, onQuery, times }: SearchBoxProps) {
  const words = useWords(cashierWords).search;
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    onQuery('');
    field.current?.focus();
  };
  return (
    <div className="relative flex h-[3.625rem] flex-none items-center gap-3 rounded-card border-2 border-line bg-surface pr-1.5 pl-4.5 focus-within:border-accent">
      <span className="text-xl text-ink-3">
        <SearchIcon />
      </span>
      <input
        ref={field}
        id="product-search"
        type="search"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        aria-label={words.label}
        autoComplete="off"
        spellCheck={false}
        placeholder={words.hint}
        maxLength={64}
        className="h-full min-w-0 flex-1 bg-transparent text-xl outline-none placeholder:text-[1.0625rem] placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
        data-testid="product-search"
      />
      {times === null ? null : <b className="num rounded-full bg-accent-soft px-3 py-1 text-[0.9375rem] font-semibold text-accent">{words.times(String(times))}</b>}
      {query === '' ? (
        <kbd aria-hidden="true" className="mr-3 rounded-[0.3125rem] border border-line px-1.5 font-sans text-xs font-semibold text-ink-3">
          F2
        </kbd>
      ) : (
        <Press onPress={clear} aria-label={words.clear} className="grid size-12 place-items-center rounded-control text-lg text-ink-2 data-pressed:bg-sunk" data-testid="search-clear">
          <CloseIcon />
        </Press>
      )}
    </div>
  );
});

function ProductKey({ product, tone, onPick }: { readonly product: ProductView; readonly tone: string; readonly onPick: (product: ProductView) => void }) {
  const asked = useWords(basketWords).priceAsked;
  const weight = useWords(weightWords);
  const format = useFormat();
  return (
    <Press
      onPress={() => onPick(product)}
      className={cx('relative flex min-w-0 flex-col items-start rounded-card border border-l-[0.3125rem] border-line bg-surface px-3.5 py-3 text-left cursor-default [container-type:size] data-pressed:border-accent data-pressed:bg-accent-soft', tone)}
      data-testid="product-key"
      data-product={product.productId}
    >
      <b data-may-shorten className="line-clamp-2 text-[1.125rem] leading-tight font-[650]">{product.name}</b>
      <span className={cx('num mt-auto text-base text-ink-2', product.photo !== undefined && 'pr-12')}>{product.openPrice === true ? asked : product.byWeight === true ? weight.per100g(format.number(product.priceWon)) : format.number(product.priceWon)}</span>
      {product.photo === undefined ? null : <Photo photo={product.photo} className={PHOTO_ON_KEY} />}
    </Press>
  );
}

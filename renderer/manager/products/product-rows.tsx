import { useEffect, useRef } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import { PhotoPlace } from '../../photos/photo.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { BackIcon, CheckIcon, ForwardIcon } from '../../ui/icons.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Live } from '../../ui/live.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { catalogueWords } from '../../words/catalogue.ts';
import { commonWords } from '../../words/common.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { productsWords } from '../../words/products.ts';
import type { Listed } from './use-product-list.ts';
import { PAGE_PRODUCTS } from './use-product-list.ts';

export type ProductRowsProps = {
  readonly listed: Listed | null;
  readonly text: string;
  readonly productId: string | null;
  /** Null: one is opened at a time. */
  readonly marked: ReadonlySet<string> | null;
  readonly page: number;
  readonly onPage: (by: -1 | 1) => void;
  readonly onChoose: (product: ProductView) => void;
};

export function ProductRows({ listed, text, productId, marked, page, onPage, onChoose }: ProductRowsProps) {
  const words = useWords(catalogueWords);
  const chosen = useRef<HTMLLIElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [productId]);
  useEffect(() => {
    if (list.current !== null) list.current.scrollTop = 0;
  }, [page, text]);
  const none = listed !== null && listed.products.length === 0;
  const typed = text.trim();
  const pictured = listed?.products.some(({ photo }) => photo !== undefined) === true;
  const title = typed === '' ? words.empty : words.none(typed);
  return (
    <>
      <div ref={list} className="flex min-h-0 flex-1 flex-col overflow-y-auto" data-testid="products-list">
        <Live testId="products-live">{none ? title : ''}</Live>
        {none ? (
          <Nothing title={title} hint={typed === '' ? words.emptyHint : words.noneHint} testId="products-none" />
        ) : null}
        {listed === null || none ? null : (
          <ul aria-label={words.list} className="border-t border-line">
            {listed.products.map((product) => (
              <li key={product.productId} ref={product.productId === productId ? chosen : null} className="[contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]">
                <Row product={product} chosen={marked === null ? product.productId === productId : marked.has(product.productId)} marking={marked !== null} pictured={pictured} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {listed === null || listed.total <= PAGE_PRODUCTS ? null : <PageLine listed={listed} page={page} onPage={onPage} />}
    </>
  );
}

/** Where in the list this page is, and the way to the next. */
function PageLine({ listed, page, onPage }: { readonly listed: Listed; readonly page: number; readonly onPage: (by: -1 | 1) => void }) {
  const words = useWords(productsWords);
  const format = useFormat();
  const from = page * PAGE_PRODUCTS;
  const to = from + listed.products.length;
  return (
    <div className="num -mb-1 flex flex-none items-center justify-between gap-2 border-t border-line px-5 py-1.5">
      <Button size="small" kind="quiet" disabled={page === 0} onPress={() => onPage(-1)} label={words.pageBefore} testId="products-page-before" className="px-0!">
        <BackIcon />
      </Button>
      <span className="text-[0.9375rem] text-ink-2" data-testid="products-more">
        {words.pages(format.number(from + 1), format.number(to), format.number(listed.total))}
      </span>
      <Button size="small" kind="quiet" disabled={to >= listed.total} onPress={() => onPage(1)} label={words.pageAfter} testId="products-page-after" className="px-0!">
        <ForwardIcon />
      </Button>
    </div>
  );
}

type RowProps = { readonly product: ProductView; readonly chosen: boolean; readonly marking: boolean; readonly pictured: boolean; readonly onChoose: (product: ProductView) => void };

const COLUMNS = ['grid-cols-[minmax(0,1fr)]', 'grid-cols-[auto_minmax(0,1fr)]', 'grid-cols-[auto_auto_minmax(0,1fr)]'] as const;

function Row({ product, chosen, marking, pictured, onChoose }: RowProps) {
  const words = useWords(catalogueWords);
  const more = useWords(productsWords);
  const format = useFormat();
  const { exempt } = useWords(commonWords);
  return (
    <ListRow onPress={() => onChoose(product)} chosen={chosen} {...(marking ? { marked: chosen } : {})} columns={COLUMNS[Number(marking) + Number(pictured)] ?? COLUMNS[0]} testId="product-row">
      {marking ? (
        <span aria-hidden="true" className={cx('grid size-7 flex-none place-items-center rounded-[0.4375rem] border-2', chosen ? 'border-accent bg-accent text-accent-ink' : 'border-line-strong')}>
          {chosen ? <CheckIcon /> : null}
        </span>
      ) : null}
      {pictured ? <PhotoPlace name={product.name} photo={product.photo} /> : null}
      <span className="grid min-w-0 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3">
        <b className="truncate text-[1.1875rem] font-semibold">{product.name}</b>
        {product.byWeight === true ? <span className="text-right text-xl font-[650]">{more.priceOf100g(format.won(product.priceWon))}</span> : <Amount won={product.priceWon} className="text-right" />}
        <span className="truncate text-[0.9375rem] text-ink-2">
          {product.category} · {product.barcode === '' ? words.noBarcode : product.barcode}
        </span>
        <span className="text-right text-[0.9375rem] text-ink-2">{product.taxClass === 'exempt' ? exempt : ''}</span>
      </span>
    </ListRow>
  );
}

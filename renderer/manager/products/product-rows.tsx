import { useEffect, useRef } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import { Amount } from '../../ui/amount.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Live } from '../../ui/live.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { catalogueWords } from '../../words/catalogue.ts';
import { commonWords } from '../../words/common.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { Listed } from './use-product-list.ts';

export type ProductRowsProps = { readonly listed: Listed | null; readonly text: string; readonly productId: string | null; readonly onChoose: (product: ProductView) => void };

export function ProductRows({ listed, text, productId, onChoose }: ProductRowsProps) {
  const words = useWords(catalogueWords);
  const format = useFormat();
  const chosen = useRef<HTMLLIElement>(null);
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [productId]);
  const none = listed !== null && listed.products.length === 0;
  const typed = text.trim();
  const title = typed === '' ? words.empty : words.none(typed);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto" data-testid="products-list">
      <Live testId="products-live">{none ? title : ''}</Live>
      {none ? (
        <Nothing title={title} hint={typed === '' ? words.emptyHint : words.noneHint} testId="products-none" />
      ) : null}
      {listed === null || none ? null : (
        <ul aria-label={words.list} className="border-t border-line">
          {listed.products.map((product) => (
            <li key={product.productId} ref={product.productId === productId ? chosen : null} className="[contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]">
              <Row product={product} chosen={product.productId === productId} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
      {listed !== null && listed.total > listed.products.length ? (
        <p className="px-5 py-4 text-[0.9375rem] text-ink-2" data-testid="products-more">
          {words.more(format.number(listed.products.length), format.number(listed.total))}
        </p>
      ) : null}
    </div>
  );
}

function Row({ product, chosen, onChoose }: { readonly product: ProductView; readonly chosen: boolean; readonly onChoose: (product: ProductView) => void }) {
  const words = useWords(catalogueWords);
  const { exempt } = useWords(commonWords);
  return (
    <ListRow onPress={() => onChoose(product)} chosen={chosen} columns="grid-cols-[minmax(0,1fr)_auto]" testId="product-row">
      <b className="truncate text-[1.1875rem] font-semibold">{product.name}</b>
      <Amount won={product.priceWon} className="text-right" />
      <span className="truncate text-[0.9375rem] text-ink-2">
        {product.category} · {product.barcode === '' ? words.noBarcode : product.barcode}
      </span>
      <span className="text-right text-[0.9375rem] text-ink-2">{product.taxClass === 'exempt' ? exempt : ''}</span>
    </ListRow>
  );
}

import { useEffect, useRef, useState } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { Press } from '../../ui/press.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { productsWords } from '../../words/products.ts';

const RESULTS = 6;

/** Any product, to be placed as a key: found as it is typed, taken in hand with Enter or a touch. */
export function KeySearch({ onPick }: { readonly onPick: (product: ProductView) => void }) {
  const words = useWords(productsWords);
  const format = useFormat();
  const act = useAct();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly ProductView[]>([]);
  const latest = useRef('');
  const query = text.trim();
  useEffect(() => {
    latest.current = query;
    if (query === '') return;
    void act('catalogue.search', { query, limit: RESULTS }).then((result) => {
      if (result.ok && latest.current === query) setFound(result.res.products);
    });
  }, [act, query]);
  const shown = query === '' ? [] : found;
  const pick = (product: ProductView) => {
    setText('');
    document.getElementById('key-search')?.blur();
    onPick(product);
  };
  return (
    <div className="relative flex-none">
      <div className="flex min-h-13 items-center gap-2.5 rounded-card border border-line-strong bg-surface pl-4 text-ink-2 focus-within:border-accent">
        <SearchIcon />
        <input
          id="key-search"
          type="text"
          value={text}
          maxLength={40}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const [first] = shown;
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && first !== undefined) pick(first);
          }}
          aria-label={words.keyAdd}
          placeholder={words.keyAdd}
          autoComplete="off"
          spellCheck={false}
          className="min-h-12 min-w-0 flex-1 bg-transparent text-lg text-ink outline-none placeholder:text-ink-3"
          data-testid="key-search"
        />
        <kbd aria-hidden="true" className="mr-4 rounded-[0.3125rem] border border-line px-1.5 font-sans text-xs font-semibold text-ink-3">
          F2
        </kbd>
      </div>
      {shown.length === 0 ? null : (
        <ul className="absolute inset-x-0 top-full z-10 mt-1 overflow-hidden rounded-card border border-line-strong bg-surface">
          {shown.map((product, index) => (
            <li key={product.productId}>
              <Press onPress={() => pick(product)} className={`num flex min-h-13 w-full items-center gap-4 border-b border-sunk px-4 text-left data-pressed:bg-sunk ${index === 0 ? 'bg-accent-soft' : ''}`} data-testid="key-found">
                <b className="min-w-0 flex-1 truncate font-semibold">{product.name}</b>
                <span className="text-ink-2">{product.quickKey === null ? '' : `${product.quickKey.page} ${product.quickKey.place}`}</span>
                <span>{format.won(product.priceWon)}</span>
              </Press>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

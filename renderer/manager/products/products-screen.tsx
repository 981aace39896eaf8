import { useEffect, useRef, useState } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Pane, Panes, Title } from '../../ui/screen.tsx';
import { catalogueWords } from '../../words/catalogue.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { RoomProps, TakeScans } from '../room.tsx';
import { RoomHead } from '../room.tsx';
import { SearchField } from '../search-field.tsx';
import type { NewProduct } from './fields.ts';
import { ProductFormPane, SaveLine } from './product-form.tsx';
import { ProductRows } from './product-rows.tsx';
import type { ProductForm } from './use-product-form.ts';
import { useProductForm } from './use-product-form.ts';
import { useCategories, useProductList } from './use-product-list.ts';

export type ProductsScreenProps = RoomProps & { readonly start: NewProduct | null; readonly takeScans: TakeScans };

/** The shop's products: found, looked at, added, changed. */
export function ProductsScreen({ view, start, takeScans, onLeave }: ProductsScreenProps) {
  const words = useWords(catalogueWords);
  const format = useFormat();
  const [text, setText] = useState('');
  const [saves, setSaves] = useState(0);
  const listed = useProductList(text, saves);
  const categories = useCategories(saves);
  const form = useProductForm(start, () => setSaves((count) => count + 1));
  const search = useRef<HTMLInputElement>(null);
  const firstField = useRef<HTMLInputElement>(null);
  const mayChange = view.signedIn !== null && view.signedIn.role !== 'cashier';
  const { editing } = form;
  const productId = editing?.product?.productId ?? null;
  const isNew = editing !== null && editing.product === null;
  useEffect(() => {
    if (isNew) firstField.current?.focus();
  }, [isNew]);
  useRoomScans(takeScans, useScanned(form, mayChange, setText));

  const walk = (by: -1 | 1) => {
    const rows = listed?.products ?? [];
    const next = rows[rows.findIndex((row) => row.productId === productId) + by] ?? (productId === null ? rows[0] : undefined);
    if (next !== undefined) form.open(next);
  };
  const escape = () => {
    if (editing !== null && editing.product !== null && form.changed) form.revert();
    else if (text !== '') setText('');
    else onLeave();
  };
  useKeyLayer('screen', {
    keys: { Escape: escape, ArrowUp: () => walk(-1), ArrowDown: () => walk(1), F2: () => search.current?.focus(), ...(mayChange ? { F4: named(words.newTitle, () => form.begin({ name: '', barcode: '' })) } : {}) },
    onTyped: (character) => {
      setText((before) => before + character);
      search.current?.focus();
      return true;
    },
    onEnter: () => (form.changed ? void form.save() : productId === null && walk(1)),
  });
  return (
    <Panes columns="grid-cols-[24rem_minmax(0,1fr)] min-[76rem]:grid-cols-[28rem_minmax(0,1fr)]" testId="screen-products">
      <Pane tone="surface" label={words.list} className="gap-3 border-r border-line pt-4">
        <div className="flex flex-none flex-col gap-3 px-5">
          <RoomHead title={words.title} {...(listed === null ? {} : { aside: words.count(format.number(listed.total)) })} onLeave={onLeave} />
          <SearchField ref={search} value={text} onChange={setText} label={words.search} clearLabel={words.clearSearch} testId="products-search" />
        </div>
        <ProductRows listed={listed} text={text} productId={productId} onChoose={form.open} />
        {mayChange ? (
          <Button size="large" onPress={() => form.begin({ name: '', barcode: '' })} keyHint="F4" testId="product-new" className="mx-5 mb-4 flex-none">
            {words.add}
          </Button>
        ) : null}
      </Pane>
      <Pane label={words.editTitle}>
        {editing === null ? (
          <div className="m-auto flex max-w-96 flex-col gap-1.5 text-center" data-testid="product-none">
            <b className="text-xl font-[700]">{words.pick}</b>
            <span className="text-ink-2">{words.pickHint}</span>
          </div>
        ) : (
          <>
            <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-7.5 py-5">
              <Title>{isNew ? words.newTitle : editing.first.name}</Title>
              <ProductFormPane form={form} fields={editing.now} categories={categories} readOnly={!mayChange} firstField={firstField} />
            </div>
            {mayChange ? <SaveLine form={form} /> : null}
          </>
        )}
      </Pane>
    </Panes>
  );
}

function useRoomScans(takeScans: TakeScans, take: (code: string) => void): void {
  useEffect(() => {
    takeScans(take);
    return () => takeScans(null);
  });
}

/** A scan fills the barcode of a new product, or of the field it is in; otherwise it looks the product up, and begins it where there is none. */
function useScanned(form: ProductForm, mayChange: boolean, setText: (text: string) => void): (code: string) => void {
  const act = useAct();
  const lookUp = async (code: string) => {
    const result = await act('catalogue.search', { query: code, limit: 1 });
    if (!result.ok) return;
    const found: ProductView | undefined = result.res.products[0];
    if (found?.barcode === code) {
      setText('');
      form.open(found);
    } else if (mayChange) form.begin({ name: '', barcode: code });
    else setText(code);
  };
  return (code) => {
    const { editing } = form;
    const inBarcode = document.activeElement?.getAttribute('data-testid') === 'product-barcode';
    if (mayChange && editing !== null && (editing.product === null || inBarcode)) form.set({ barcode: code });
    else void lookUp(code);
  };
}

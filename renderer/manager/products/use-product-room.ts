import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { catalogueWords } from '../../words/catalogue.ts';
import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.tsx';
import { productsWords } from '../../words/products.ts';
import type { NewProduct } from './fields.ts';
import type { TakeScans } from '../room.tsx';
import type { ProductListScreenProps } from './product-list-screen.tsx';
import type { ProductForm } from './use-product-form.ts';
import { mayHere } from '../../cashier/approval/people-context.ts';
import { useProductForm } from './use-product-form.ts';
import type { Listed } from './use-product-list.ts';
import { PAGE_PRODUCTS, useProductList } from './use-product-list.ts';

/** What can be done in this room, and the keys that do it. */
export function useProductRoom({ view, start, takeScans, onLeave, onImport, onKeys }: ProductListScreenProps) {
  const act = useAct();
  const [text, setText] = useState('');
  const [page, setPage] = useState(0);
  const [marked, setMarked] = useState<ReadonlySet<string> | null>(null);
  /** What is done once unsaved changes have been given up. */
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const listed = useProductList(text, page, view.catalogue.revision);
  const form = useProductForm(start);
  const search = useRef<HTMLInputElement>(null);
  const firstField = useRef<HTMLInputElement>(null);
  const mayChange = mayHere(view, 'keys-and-products');
  const { editing } = form;
  const productId = editing?.product?.productId ?? null;
  const isNew = editing !== null && editing.product === null;
  useFresh(form, listed);
  useEffect(() => {
    if (isNew) firstField.current?.focus();
  }, [isNew]);
  const wait = (then: (() => void) | null) => setWaiting(() => then);
  const guarded = (then: () => void) => (form.unsaved ? wait(then) : then());
  const find = (next: string) => {
    setText(next);
    setPage(0);
  };
  const choose = (product: ProductView) => guarded(() => form.open(product));
  const begin = (next: NewProduct) => guarded(() => form.begin(next));
  useRoomScans(takeScans, useScanned(form, { mayChange, find, choose, begin }));
  const turn = (by: -1 | 1) => setPage((before) => Math.max(0, Math.min(lastPage(listed), before + by)));
  const walk = (by: -1 | 1) => {
    const rows = listed?.products ?? [];
    const next = rows[rows.findIndex((row) => row.productId === productId) + by] ?? (productId === null ? rows[0] : undefined);
    if (next !== undefined) choose(next);
  };
  const mark = (id: string) => setMarked((before) => toggled(before ?? new Set(), id));
  const remove = async () => {
    const productIds = marked === null ? (productId === null ? [] : [productId]) : [...marked];
    if (productIds.length === 0) return;
    const result = await act('catalogue.delete', { productIds });
    if (!result.ok) return;
    setMarked(null);
    form.close();
  };
  useRoomKeys({ room: { text, find, turn, walk, marked, setMarked, form, begin, guarded, remove, mayChange, search, productId }, onLeave, onImport, onKeys });
  return { text, find, page, turn, listed, form, marked, mark, setMarking: (on: boolean) => setMarked(on ? new Set() : null), mayChange, search, firstField, waiting, wait, escElsewhere: marked !== null || changedKept(form) || text !== '', leave: () => guarded(onLeave), choose, begin, remove: () => void remove() };
}

/** A photo that was brought back, or changed elsewhere, is seen in the form too, unless somebody is typing in it. */
function useFresh(form: ProductForm, listed: Listed | null): void {
  const latest = useRef(form);
  useEffect(() => {
    latest.current = form;
  });
  useEffect(() => {
    const { editing, changed, open } = latest.current;
    const now = listed?.products.find(({ productId }) => productId === editing?.product?.productId);
    if (now !== undefined && !changed && now.photo !== editing?.product?.photo) open(now);
  }, [listed]);
}

/** A product that is kept, changed and not saved: Esc makes it what it was. */
function changedKept({ editing, changed }: ProductForm): boolean {
  return editing !== null && editing.product !== null && changed;
}

function lastPage(listed: Listed | null): number {
  return listed === null ? 0 : Math.max(0, Math.ceil(listed.total / PAGE_PRODUCTS) - 1);
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(before);
  if (!next.delete(id)) next.add(id);
  return next;
}

function useRoomScans(takeScans: TakeScans, take: (code: string) => void): void {
  useEffect(() => {
    takeScans(take);
    return () => takeScans(null);
  });
}

type ScanActs = { readonly mayChange: boolean; readonly find: (text: string) => void; readonly choose: (product: ProductView) => void; readonly begin: (product: NewProduct) => void };

/** A scan fills the barcode of a new product, or of the field it is in; otherwise it looks the product up, and begins it where there is none. */
function useScanned(form: ProductForm, { mayChange, find, choose, begin }: ScanActs): (code: string) => void {
  const act = useAct();
  const lookUp = async (code: string) => {
    const result = await act('catalogue.search', { query: code, limit: 1 });
    if (!result.ok) return;
    const found: ProductView | undefined = result.res.products[0];
    if (found?.barcode === code) {
      find('');
      choose(found);
    } else if (mayChange) begin({ name: '', barcode: code });
    else find(code);
  };
  return (code) => {
    const { editing } = form;
    const inBarcode = document.activeElement?.getAttribute('data-testid') === 'product-barcode';
    if (mayChange && editing !== null && (editing.product === null || inBarcode)) form.set({ barcode: code });
    else void lookUp(code);
  };
}

type RoomKeys = {
  readonly room: {
    readonly text: string;
    readonly find: (text: string) => void;
    readonly turn: (by: -1 | 1) => void;
    readonly walk: (by: -1 | 1) => void;
    readonly marked: ReadonlySet<string> | null;
    readonly setMarked: (marked: null) => void;
    readonly form: ProductForm;
    readonly begin: (product: NewProduct) => void;
    readonly guarded: (then: () => void) => void;
    readonly remove: () => Promise<void>;
    readonly mayChange: boolean;
    readonly search: RefObject<HTMLInputElement | null>;
    readonly productId: string | null;
  };
  readonly onLeave: () => void;
  readonly onImport: () => void;
  readonly onKeys: () => void;
};

function useRoomKeys({ room, onLeave, onImport, onKeys }: RoomKeys): void {
  const words = { ...useWords(catalogueWords), ...useWords(productsWords) };
  const tasks = useWords(importWords);
  const { text, find, turn, walk, marked, setMarked, form, begin, guarded, remove, mayChange, search, productId } = room;
  const escape = () => {
    if (marked !== null) setMarked(null);
    else if (changedKept(form)) form.revert();
    else if (text !== '') find('');
    else guarded(onLeave);
  };
  const managers = {
    F4: named(words.newTitle, () => begin({ name: '', barcode: '' })),
    F6: named(tasks.title, () => guarded(onImport)),
    F9: named(tasks.keysTitle, () => guarded(onKeys)),
    Delete: named(words.delete, () => void remove()),
  };
  useKeyLayer('screen', {
    keys: {
      Escape: escape,
      ArrowUp: () => walk(-1),
      ArrowDown: () => walk(1),
      F2: () => search.current?.focus(),
      PageUp: named(words.pageBefore, () => turn(-1)),
      PageDown: named(words.pageAfter, () => turn(1)),
      ...(mayChange ? managers : {}),
    },
    onTyped: (character) => {
      find(text + character);
      search.current?.focus();
      return true;
    },
    onEnter: () => (form.changed ? void form.save() : productId === null && walk(1)),
  });
}

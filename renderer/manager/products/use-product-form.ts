import { useRef, useState } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import { judgeDraft, tidyDraft } from '../../../domain/catalogue/product.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import { usePhotos } from '../../photos/photo.tsx';
import { bytesOf } from '../../ui/base64.ts';
import type { Shrunk } from '../../photos/shrink.ts';
import { shrinkPhoto } from '../../photos/shrink.ts';
import { useUnsaved } from '../../ui/unsaved.ts';
import type { Fields, NewProduct } from './fields.ts';
import { draftOf, fieldsOf, newFields, sameFields } from './fields.ts';

type Editing = { readonly product: ProductView | null; readonly first: Fields; readonly now: Fields };

export type ProductForm = {
  /** Null: nothing is open. */
  readonly editing: Editing | null;
  readonly changed: boolean;
  /** Something was typed that nobody has saved: not to be lost without a word. */
  readonly unsaved: boolean;
  readonly busy: boolean;
  readonly refusal: CallRefusal | null;
  readonly saved: ProductView | null;
  readonly open: (product: ProductView) => void;
  readonly begin: (start: NewProduct) => void;
  readonly set: (change: Partial<Fields>) => void;
  /** A picture is being made smaller; nothing is saved before it is. */
  readonly shrinking: boolean;
  readonly takePhoto: (file: File) => Promise<void>;
  readonly revert: () => void;
  readonly close: () => void;
  readonly save: () => Promise<void>;
};

/** One product in hand: opened, changed, put back as it was, saved. What was refused keeps what was typed. */
export function useProductForm(start: NewProduct | null): ProductForm {
  const client = useClient();
  const photos = usePhotos();
  const [editing, setEditing] = useState<Editing | null>(() => (start === null ? null : editingNew(start)));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const [saved, setSaved] = useState<ProductView | null>(null);
  const { shrinking, shrink, dropPhoto } = useShrinking();
  const show = (next: Editing) => {
    dropPhoto();
    setEditing(next);
    setRefusal(null);
    setSaved(null);
  };
  const changed = editing !== null && (editing.product === null || !sameFields(editing.first, editing.now));
  useUnsaved(editing !== null && !sameFields(editing.first, editing.now));
  const save = async () => {
    if (editing === null || busy || shrinking || !changed) return;
    const product = tidyDraft(draftOf(editing.now));
    const problem = judgeDraft(product);
    if (problem !== null) {
      setRefusal({ ok: false, code: `catalogue.${problem}`, detail: '' });
      return;
    }
    setBusy(true);
    const { photo } = editing.now;
    const result = await client.call('catalogue.save', { productId: editing.product?.productId ?? null, product, photo });
    setBusy(false);
    if (!result.ok) {
      setRefusal(result);
      return;
    }
    if (photo.act === 'set' && result.res.photo !== undefined) photos.keep(result.res.photo, bytesOf(photo.base64));
    const fields = fieldsOf(result.res);
    show({ product: result.res, first: fields, now: fields });
    setSaved(result.res);
  };
  const set = (change: Partial<Fields>) => {
    setRefusal(null);
    setSaved(null);
    setEditing((before) => (before === null ? null : { ...before, now: { ...before.now, ...change } }));
  };
  return {
    editing,
    changed,
    unsaved: editing !== null && !sameFields(editing.first, editing.now),
    busy,
    refusal,
    saved,
    open: (product) => show({ product, first: fieldsOf(product), now: fieldsOf(product) }),
    begin: (next) => show(editingNew(next)),
    set,
    shrinking,
    takePhoto: async (file) => {
      setRefusal(null);
      const shrunk = await shrink(file);
      if (shrunk === null) return;
      if (shrunk.ok) set({ photo: { act: 'set', base64: shrunk.base64 } });
      else setRefusal({ ok: false, code: shrunk.code, detail: '' });
    },
    revert: () => editing !== null && show({ ...editing, now: editing.first }),
    close: () => {
      dropPhoto();
      setEditing(null);
      setRefusal(null);
      setSaved(null);
    },
    save,
  };
}

/** The newest picture counts, and only for the product it was picked for. */
function useShrinking() {
  const turn = useRef(0);
  const [shrinking, setShrinking] = useState(false);
  const dropPhoto = () => {
    turn.current += 1;
    setShrinking(false);
  };
  const shrink = async (file: File): Promise<Shrunk | null> => {
    turn.current += 1;
    const mine = turn.current;
    setShrinking(true);
    const shrunk = await shrinkPhoto(file);
    if (turn.current !== mine) return null;
    setShrinking(false);
    return shrunk;
  };
  return { shrinking, shrink, dropPhoto };
}

function editingNew(start: NewProduct): Editing {
  return { product: null, first: newFields(start), now: newFields(start) };
}

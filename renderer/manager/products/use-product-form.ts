import { useState } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import { judgeDraft, tidyDraft } from '../../../domain/catalogue/product.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
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
  readonly revert: () => void;
  readonly close: () => void;
  readonly save: () => Promise<void>;
};

/** One product in hand: opened, changed, put back as it was, saved. What was refused keeps what was typed. */
export function useProductForm(start: NewProduct | null): ProductForm {
  const client = useClient();
  const [editing, setEditing] = useState<Editing | null>(() => (start === null ? null : editingNew(start)));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const [saved, setSaved] = useState<ProductView | null>(null);
  const show = (next: Editing) => {
    setEditing(next);
    setRefusal(null);
    setSaved(null);
  };
  const changed = editing !== null && (editing.product === null || !sameFields(editing.first, editing.now));
  const save = async () => {
    if (editing === null || busy || !changed) return;
    const product = tidyDraft(draftOf(editing.now));
    const problem = judgeDraft(product);
    if (problem !== null) {
      setRefusal({ ok: false, code: `catalogue.${problem}`, detail: '' });
      return;
    }
    setBusy(true);
    const result = await client.call('catalogue.save', { productId: editing.product?.productId ?? null, product });
    setBusy(false);
    if (!result.ok) {
      setRefusal(result);
      return;
    }
    const fields = fieldsOf(result.res);
    show({ product: result.res, first: fields, now: fields });
    setSaved(result.res);
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
    set: (change) => {
      setRefusal(null);
      setSaved(null);
      setEditing((before) => (before === null ? null : { ...before, now: { ...before.now, ...change } }));
    },
    revert: () => editing !== null && show({ ...editing, now: editing.first }),
    close: () => {
      setEditing(null);
      setRefusal(null);
      setSaved(null);
    },
    save,
  };
}

function editingNew(start: NewProduct): Editing {
  return { product: null, first: newFields(start), now: newFields(start) };
}

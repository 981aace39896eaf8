import type { Ref } from 'react';
import { useId, useRef } from 'react';
import { MAX_BARCODE_CHARS, MAX_CATEGORY_CHARS, MAX_NAME_CHARS } from '../../../domain/catalogue/product.ts';
import { failureWords } from '../../../domain/failure.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { Live } from '../../ui/live.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useWonTyping } from '../../ui/use-won-typing.ts';
import { catalogueWords } from '../../words/catalogue.ts';
import { useFormat, useLanguage, useWords } from '../../words/language.tsx';
import { productsWords } from '../../words/products.ts';
import type { FieldName, Fields } from './fields.ts';
import { fieldOf } from './fields.ts';
import { PhotoField } from './photo-field.tsx';
import type { ProductForm } from './use-product-form.ts';

export type ProductFormPaneProps = { readonly form: ProductForm; readonly fields: Fields; readonly categories: readonly string[]; readonly readOnly: boolean; readonly firstField: Ref<HTMLInputElement> };

/** One product: what a slip and a scan need to know of it. */
export function ProductFormPane({ form, fields, categories, readOnly, firstField }: ProductFormPaneProps) {
  const words = useWords(catalogueWords);
  const more = useWords(productsWords);
  const { refusal, set } = form;
  const at = refusal === null ? null : fieldOf(refusal.code);
  const zone = useRef<HTMLDivElement>(null);
  const why = (name: FieldName) => (at === name ? refusal : null);
  return (
    <div ref={zone} className="flex w-[53.5rem] max-w-full flex-col gap-4" data-testid="product-form">
      {readOnly ? <p className="rounded-card border-l-4 border-warn-dot bg-warn-soft px-5 py-3.5" data-testid="products-read-only">{words.managerOnly}</p> : null}
      {refusal !== null && at === null ? <Trouble code={refusal.code} detail={refusal.detail} testId="product-refused" /> : null}
      <div className="flex flex-wrap gap-x-5 gap-y-4">
        <PhotoField form={form} fields={fields} zone={zone} readOnly={readOnly} />
        <div className="flex min-w-96 flex-1 flex-col gap-4">
          <TextField ref={firstField} label={words.name} value={fields.name} maxLength={MAX_NAME_CHARS} readOnly={readOnly} refusal={why('name')} onChange={(name) => set({ name })} testId="product-name" />
          <div className="grid grid-cols-[minmax(0,1fr)_11.5rem] gap-5">
            <TextField label={words.barcode} hint={words.barcodeHint} value={fields.barcode} maxLength={MAX_BARCODE_CHARS} readOnly={readOnly} refusal={why('barcode')} onChange={(barcode) => set({ barcode })} testId="product-barcode" />
            <TextField label={fields.byWeight ? more.pricePer100g : words.price} value={fields.price} maxLength={14} readOnly={readOnly} refusal={why('price')} onChange={(price) => set({ price })} testId="product-price" won />
          </div>
          <Refused refusal={why('photo')} id={undefined} />
        </div>
      </div>
      <CategoryField value={fields.category} categories={categories} readOnly={readOnly} refusal={why('category')} onChange={(category) => set({ category })} />
      <div className="flex flex-wrap items-end gap-x-8 gap-y-4">
        <div className="flex flex-col gap-1.5">
          <span aria-hidden="true" className="text-[0.9375rem] font-semibold text-ink-2">{words.tax}</span>
          {readOnly ? (
            <span className="text-lg">{words.taxClass[fields.taxClass]}</span>
          ) : (
            <Segments
              label={words.tax}
              value={fields.taxClass}
              options={(['taxable', 'exempt'] as const).map((id) => ({ id, content: words.taxClass[id], testId: `product-tax-${id}` }))}
              onChange={(taxClass) => set({ taxClass })}
            />
          )}
        </div>
        <div className="flex flex-col gap-1.5">
          <span aria-hidden="true" className="text-[0.9375rem] font-semibold text-ink-2">{more.soldBy}</span>
          {readOnly ? (
            <span className="text-lg">{fields.byWeight ? more.byWeight : more.byPiece}</span>
          ) : (
            <Segments
              label={more.soldBy}
              value={fields.byWeight ? 'weight' : 'piece'}
              options={[
                { id: 'piece', content: more.byPiece, testId: 'product-by-piece' },
                { id: 'weight', content: more.byWeight, testId: 'product-by-weight' },
              ]}
              onChange={(unit) => set({ byWeight: unit === 'weight' })}
            />
          )}
        </div>
        <div className="flex flex-col gap-1.5">
          <Button disabled={readOnly} kind={fields.onQuickKey ? 'chosen' : 'plain'} pressed={fields.onQuickKey} onPress={() => set({ onQuickKey: !fields.onQuickKey })} testId="product-key-toggle">
            {fields.onQuickKey ? <CheckIcon /> : null}
            {words.quickKey}
            {fields.onQuickKey && fields.category.trim() !== '' ? <span className="font-medium text-ink-2">{words.quickKeyHint(fields.category.trim())}</span> : null}
          </Button>
          <Refused refusal={why('onQuickKey')} id={undefined} />
        </div>
      </div>
    </div>
  );
}

type CategoryFieldProps = { readonly value: string; readonly categories: readonly string[]; readonly readOnly: boolean; readonly refusal: ProductForm['refusal']; readonly onChange: (category: string) => void };

/** Typed, or one that is in use. */
function CategoryField({ value, categories, readOnly, refusal, onChange }: CategoryFieldProps) {
  const words = useWords(catalogueWords);
  return (
    <div className="flex flex-col gap-2">
      <TextField label={words.category} value={value} maxLength={MAX_CATEGORY_CHARS} readOnly={readOnly} refusal={refusal} onChange={onChange} testId="product-category" />
      {readOnly || categories.length === 0 ? null : (
        <fieldset aria-label={words.categories} className="flex max-h-[6.75rem] flex-wrap min-[88rem]:max-h-44 gap-1.5 overflow-y-auto">
          {categories.map((category) => (
            <Button key={category} size="small" kind={category === value ? 'chosen' : 'soft'} pressed={category === value} onPress={() => onChange(category)} testId={`pick-category-${category}`}>
              {category}
            </Button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** Stays in sight under the form, however long its refusals are. */
export function SaveLine({ form, onDelete }: { readonly form: ProductForm; readonly onDelete: () => void }) {
  const words = useWords(catalogueWords);
  const format = useFormat();
  const more = useWords(productsWords);
  const { changed, busy, shrinking, saved, editing } = form;
  const said = saved === null ? '' : words.saved(saved.name, format.won(saved.priceWon));
  return (
    <footer className="flex flex-none items-center gap-3 border-t border-line px-7.5 py-4 cramped:sticky cramped:bottom-0 cramped:bg-paper">
      <Button kind="primary" size="large" disabled={!changed || busy || shrinking} onPress={() => void form.save()} keyHint="Enter" testId="product-save" className="min-w-48">
        {busy ? words.saving : words.save}
      </Button>
      {changed && editing?.product != null ? (
        <Button kind="quiet" size="large" onPress={form.revert} keyHint="Esc" testId="product-revert">
          {words.revert}
        </Button>
      ) : null}
      {saved === null ? null : (
        <p className="flex items-center gap-2 text-lg font-semibold text-ok" data-testid="product-saved">
          <CheckIcon />
          {said}
        </p>
      )}
      <Live testId="product-live">{said}</Live>
      {editing?.product == null || changed ? null : (
        <Button kind="quiet" size="large" onPress={onDelete} testId="product-delete" className="ml-auto flex-none text-[1.0625rem]! text-bad!">
          {more.delete}
        </Button>
      )}
    </footer>
  );
}

type TextFieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly maxLength: number;
  readonly readOnly: boolean;
  readonly refusal: ProductForm['refusal'];
  readonly onChange: (text: string) => void;
  readonly testId: string;
  /** An amount: its thousands stand apart while it is typed. */
  readonly won?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
};

function TextField({ label, hint, value, maxLength, readOnly, refusal, onChange, testId, won = false, ref }: TextFieldProps) {
  const id = useId();
  const typeWon = useWonTyping(onChange);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="flex items-baseline gap-2 text-[0.9375rem] font-semibold text-ink-2">
        {label}
        {hint === undefined || readOnly ? null : <span className="truncate font-normal">{hint}</span>}
      </label>
      <input
        ref={ref}
        id={id}
        type="text"
        inputMode={won ? 'numeric' : 'text'}
        value={value}
        maxLength={maxLength}
        readOnly={readOnly}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : `${id}-why`}
        onChange={won ? typeWon : (event) => onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        className={cx('num min-h-13 w-full rounded-control border px-4 text-lg outline-none focus:border-accent', won && 'text-right', refusal === null ? 'border-line-strong' : 'border-bad', readOnly ? 'bg-sunk' : 'bg-surface')}
        data-testid={testId}
      />
      <Refused refusal={refusal} id={`${id}-why`} />
    </div>
  );
}

/** The reason beside the field it is about, and what to do. */
function Refused({ refusal, id }: { readonly refusal: ProductForm['refusal']; readonly id: string | undefined }) {
  const language = useLanguage();
  const words = useWords(catalogueWords);
  if (refusal === null) return null;
  const { what, next } = failureWords(refusal.code, language);
  const detail = refusal.code === 'catalogue.barcode-taken' ? words.taken(refusal.detail) : refusal.code === 'catalogue.not-printable' ? words.character(refusal.detail) : '';
  return (
    <p id={id} role="alert" className="text-[0.9375rem] leading-snug text-bad" data-testid="field-refused" data-code={refusal.code}>
      <b className="font-semibold">{what}</b> {detail === '' ? '' : `${detail} · `}
      {next}
    </p>
  );
}

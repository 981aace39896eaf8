import type { IdentifierForm } from '../../../domain/cash-receipt/identifier.ts';
import type { FailureCode } from '../../../domain/failure.ts';
import { cx } from '../../ui/cx.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { IdentifierText, spokenDigits } from '../../ui/identifier-text.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Live } from '../../ui/live.tsx';
import { Segments } from '../../ui/segments.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { useFailureWords, useWords } from '../../words/language.tsx';

export type NumberFieldProps = {
  readonly form: IdentifierForm;
  readonly forms: readonly IdentifierForm[];
  readonly digits: string;
  /** Null: whole and good. `identifier.incomplete`: goes on. Anything else is said at once. */
  readonly refusal: FailureCode | null;
  /** The customer sees what is typed here: it is said. */
  readonly mirrored?: boolean;
  readonly onForm: ((form: IdentifierForm) => void) | null;
};

/** The number as it is typed, grouped, the missing digits as ghosts; under it why it cannot stand, or that it can. */
export function NumberField({ form, forms, digits, refusal, mirrored = false, onForm }: NumberFieldProps) {
  const words = useWords(cashierWords).receipt;
  const common = useWords(commonWords);
  const wrong = refusal !== null && refusal !== 'identifier.incomplete';
  return (
    <div className="flex flex-col gap-2.5">
      <div className={cx('rounded-card border-2 bg-surface px-5.5 py-3.5', wrong ? 'border-bad' : 'border-accent')} data-testid="number-field" data-refusal={refusal ?? ''}>
        <div className="flex min-h-8 items-center justify-between gap-3">
          <span className="text-[0.9375rem] text-ink-2">{common.form[form]}</span>
          {refusal === null ? (
            <span className="flex items-center gap-1.5 text-[0.9375rem] font-semibold text-ok">
              <CheckIcon />
              {words.good}
            </span>
          ) : null}
        </div>
        <IdentifierText
          form={form}
          digits={digits}
          testId="number-typed"
          className={cx('block leading-tight font-[720] tracking-[0.005em]', form === 'card' ? 'text-[2.5rem]' : 'text-[3.5rem]', wrong && 'text-bad')}
        />
      </div>
      {onForm === null || forms.length < 2 ? null : <FormSwitch form={form} forms={forms} onForm={onForm} />}
      <NumberWords refusal={wrong ? refusal : null} mirrored={mirrored} />
      <Live>{spokenDigits(digits)}</Live>
    </div>
  );
}

function NumberWords({ refusal, mirrored }: { readonly refusal: FailureCode | null; readonly mirrored: boolean }) {
  const words = useWords(cashierWords).receipt;
  const failureWords = useFailureWords();
  const text = refusal === null ? null : failureWords(refusal);
  return (
    <output className="block min-h-12">
      {text === null && mirrored ? (
        <span className="flex items-start gap-2.5 text-base text-ink-2">
          <i aria-hidden="true" className="mt-[0.3875rem] size-2.25 flex-none rounded-full bg-accent" />
          {words.mirror}
        </span>
      ) : text === null ? null : (
        <span data-testid="number-refused" data-code={refusal}>
          <b className="block font-bold text-bad">{text.what}</b>
          {text.next}
        </span>
      )}
    </output>
  );
}

function FormSwitch({ form, forms, onForm }: { readonly form: IdentifierForm; readonly forms: readonly IdentifierForm[]; readonly onForm: (form: IdentifierForm) => void }) {
  const words = useWords(cashierWords).receipt;
  return (
    <div className="flex items-center gap-2">
      <Segments
        label={words.forms}
        value={form}
        options={forms.map((id) => ({ id, content: words.formShort[id], testId: `form-${id}` }))}
        onChange={onForm}
      />
      <Kbd>F9</Kbd>
    </div>
  );
}

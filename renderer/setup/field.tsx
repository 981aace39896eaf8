import type { ReactNode, Ref } from 'react';
import { useId } from 'react';
import { cx } from '../ui/cx.ts';
import { CheckIcon } from '../ui/icons.tsx';

export type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly maxLength: number;
  readonly testId: string;
  readonly hint?: string | undefined;
  /** Why it cannot stand, said under the field. */
  readonly problem?: string | null;
  /** Said instead when it is right, where being right is worth knowing. */
  readonly good?: string | null;
  readonly kind?: 'text' | 'digits' | 'secret' | 'pin';
  readonly className?: string | undefined;
  readonly onFocus?: () => void;
  readonly ref?: Ref<HTMLInputElement>;
};

/** One thing to type, with its reason right under it. The line for the reason is always there: nothing jumps while typing. */
export function Field({ label, value, onChange, maxLength, testId, hint, problem = null, good = null, kind = 'text', className, onFocus, ref }: FieldProps) {
  const id = useId();
  const hidden = kind === 'secret' || kind === 'pin';
  return (
    <div className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={id} className="text-[0.9375rem] font-semibold text-ink-2">
        {label}
      </label>
      <input
        ref={ref}
        id={id}
        type={hidden ? 'password' : 'text'}
        inputMode={kind === 'digits' || kind === 'pin' ? 'numeric' : 'text'}
        value={value}
        maxLength={maxLength}
        placeholder={hint}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-why`}
        onChange={(event) => onChange(event.target.value)}
        onFocus={onFocus}
        autoComplete={hidden ? 'new-password' : 'off'}
        spellCheck={false}
        className={cx('num min-h-14 w-full rounded-control border-2 bg-surface px-4 text-xl outline-none placeholder:text-base placeholder:text-ink-3 focus:border-accent', problem === null ? 'border-line' : 'border-bad')}
        data-testid={testId}
      />
      <p id={`${id}-why`} role="status" className={cx('flex min-h-5.5 items-center gap-1.5 text-[0.9375rem] leading-tight', problem === null ? 'text-ok' : 'font-semibold text-bad')} data-testid={`${testId}-why`}>
        {problem ?? (good === null ? '' : <Good>{good}</Good>)}
      </p>
    </div>
  );
}

function Good({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <CheckIcon />
      {children}
    </>
  );
}

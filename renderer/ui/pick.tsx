import { useId } from 'react';
import { cx } from './cx.ts';
import { DownIcon } from './icons.tsx';

export type PickProps<T extends string> = {
  readonly label: string;
  readonly aside?: string | undefined;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly text: string }[];
  readonly onPick: (value: T) => void;
  readonly invalid?: boolean;
  readonly testId: string;
};

/** One of many, in a line: the list is the system's own, which finger, keyboard and screen reader know. */
export function Pick<T extends string>({ label, aside, value, options, onPick, invalid = false, testId }: PickProps<T>) {
  const id = useId();
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-center gap-3">
      <label htmlFor={id} className="leading-tight font-semibold">
        {label}
        {aside === undefined ? null : <span className="block text-[0.8125rem] font-normal text-ink-2">{aside}</span>}
      </label>
      <span className="relative">
        <select
          id={id}
          value={value}
          aria-invalid={invalid}
          onChange={(event) => {
            const chosen = options.find((option) => option.id === event.target.value);
            if (chosen !== undefined) onPick(chosen.id);
          }}
          className={cx('min-h-12 w-full appearance-none truncate rounded-control border bg-surface pr-9 pl-3 text-[1.0625rem] text-ink outline-none focus:border-accent', invalid ? 'border-bad' : 'border-line-strong')}
          data-testid={testId}
        >
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.text}
            </option>
          ))}
        </select>
        <span aria-hidden="true" className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center text-ink-3">
          <DownIcon />
        </span>
      </span>
    </div>
  );
}

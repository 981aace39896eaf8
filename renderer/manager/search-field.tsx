import type { Ref } from 'react';
import { CloseIcon, SearchIcon } from '../ui/icons.tsx';
import { Press } from '../ui/press.tsx';

const MAX_SEARCH_CHARS = 40;

export type SearchFieldProps = {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly label: string;
  readonly clearLabel: string;
  readonly testId: string;
  readonly ref: Ref<HTMLInputElement>;
};

export function SearchField({ value, onChange, label, clearLabel, testId, ref }: SearchFieldProps) {
  return (
    <div className="flex min-h-13 items-center gap-2.5 rounded-card border border-line-strong bg-surface pl-4 text-ink-2 focus-within:border-accent">
      <SearchIcon />
      <input
        ref={ref}
        type="text"
        value={value}
        maxLength={MAX_SEARCH_CHARS}
        onChange={(event) => onChange(event.target.value)}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        className="min-h-12 min-w-0 flex-1 bg-transparent text-lg text-ink outline-none placeholder:text-ink-3"
        data-testid={testId}
      />
      {value === '' ? null : (
        <Press onPress={() => onChange('')} aria-label={clearLabel} className="grid size-12 place-items-center text-xl" data-testid={`${testId}-clear`}>
          <CloseIcon />
        </Press>
      )}
    </div>
  );
}

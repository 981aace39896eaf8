import type { Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { CloseIcon, SearchIcon } from '../ui/icons.tsx';
import { useWords } from '../words/language.tsx';
import { managerWords } from '../words/manager.ts';

const MAX_SEARCH_CHARS = 40;

export function SearchField({ value, onChange, ref }: { readonly value: string; readonly onChange: (text: string) => void; readonly ref: Ref<HTMLInputElement> }) {
  const words = useWords(managerWords).today;
  return (
    <div className="flex min-h-13 items-center gap-2.5 rounded-card border border-line-strong bg-surface pl-4 text-ink-2 focus-within:border-accent">
      <SearchIcon />
      <input
        ref={ref}
        type="text"
        value={value}
        maxLength={MAX_SEARCH_CHARS}
        onChange={(event) => onChange(event.target.value)}
        aria-label={words.search}
        placeholder={words.search}
        autoComplete="off"
        spellCheck={false}
        className="min-h-12 min-w-0 flex-1 bg-transparent text-lg text-ink outline-none placeholder:text-ink-3"
        data-testid="today-search"
      />
      {value === '' ? null : (
        <AriaButton preventFocusOnPress onPress={() => onChange('')} aria-label={words.clearSearch} className="grid size-12 place-items-center text-xl" data-testid="today-search-clear">
          <CloseIcon />
        </AriaButton>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { cx } from './cx.ts';

export type SegmentsProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly content: ReactNode; readonly testId: string }[];
  readonly onChange: (value: T) => void;
  readonly className?: string;
};

/** One of a few, side by side: categories, forms, languages. */
export function Segments<T extends string>({ label, value, options, onChange, className }: SegmentsProps<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find(({ id }) => keys.has(id));
        if (chosen !== undefined && chosen.id !== value) onChange(chosen.id);
      }}
      className={cx('flex gap-1.5', className)}
    >
      {options.map(({ id, content, testId }) => (
        <ToggleButton
          key={id}
          id={id}
          className="flex min-h-12 flex-none items-center justify-center rounded-full px-4.5 font-semibold text-ink-2 cursor-default data-pressed:bg-sunk data-selected:bg-ink data-selected:text-paper"
          data-testid={testId}
        >
          {content}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

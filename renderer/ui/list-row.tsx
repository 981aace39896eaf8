import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Press } from './press.tsx';

export type ListRowProps = {
  readonly onPress: () => void;
  /** The one whose details stand beside the list, or that Enter takes. */
  readonly chosen: boolean;
  /** Several may be marked at once: whether this one is. */
  readonly marked?: boolean;
  /** A grid template for what is in the row, e.g. `grid-cols-[minmax(0,1fr)_auto]`. */
  readonly columns: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly testId: string;
};

/** A row of a list that can be chosen: edge and ground say which one is, not colour alone. */
export function ListRow({ onPress, chosen, marked, columns, children, className, testId }: ListRowProps) {
  return (
    <Press
      onPress={onPress}
      {...(marked === undefined ? (chosen ? { 'aria-current': 'true' } : {}) : { 'aria-pressed': marked })}
      className={cx(
        'num grid min-h-18 w-full cursor-default items-center gap-x-3 border-b border-sunk px-5 py-2.5 text-left -outline-offset-2!',
        columns,
        chosen ? 'bg-accent-soft shadow-[inset_0.25rem_0_0_var(--accent)]' : 'data-pressed:bg-sunk',
        className,
      )}
      data-testid={testId}
    >
      {children}
    </Press>
  );
}

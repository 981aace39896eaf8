/** The frames screens are laid in: panes side by side, stacked when there is no room for the drawing. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type PaneTone = 'paper' | 'surface' | 'sunk';

const TONES = { paper: 'bg-paper', surface: 'bg-surface', sunk: 'bg-sunk' } as const satisfies Record<PaneTone, string>;

/** `columns` is a grid template for the roomy layout, e.g. `grid-cols-[22.5rem_1fr_24.5rem]`. */
export function Panes({ columns, children, testId }: { readonly columns: string; readonly children: ReactNode; readonly testId: string }) {
  return (
    <main className={cx('grid min-h-0 flex-1 cramped:flex cramped:flex-none cramped:flex-col', columns)} data-testid={testId}>
      {children}
    </main>
  );
}

export type PaneProps = {
  readonly tone?: PaneTone;
  readonly label?: string;
  readonly className?: string;
  /** What does not fit is scrolled to, by keyboard too. */
  readonly scrolls?: boolean;
  readonly children: ReactNode;
};

export function Pane({ tone = 'paper', label, className, scrolls = false, children }: PaneProps) {
  return (
    <section aria-label={label} {...(scrolls ? { tabIndex: 0 } : {})} className={cx('flex min-h-0 min-w-0 flex-col', scrolls && 'overflow-y-auto', TONES[tone], className)}>
      {children}
    </section>
  );
}

export function Title({ children }: { readonly children: ReactNode }) {
  return <h1 className="text-[1.625rem] font-[750] tracking-[-0.02em]">{children}</h1>;
}

/** Small grey label over a value. */
export function Label({ children, id }: { readonly children: ReactNode; readonly id?: string }) {
  return (
    <span id={id} className="text-base text-balance text-ink-2">
      {children}
    </span>
  );
}

export function Rule() {
  return <hr className="my-3.5 w-full border-0 border-t border-line" />;
}

import { cx } from './cx.ts';

export type MissingProps = {
  /** Of the line itself, for the button it belongs to (`describedBy`). */
  readonly id: string;
  /** Null: nothing is missing, and nothing is drawn. */
  readonly text: string | null;
  readonly className?: string;
};

/** What is missing before a button can be pressed: right beside it, and read with it. */
export function Missing({ id, text, className }: MissingProps) {
  if (text === null) return null;
  return (
    <p id={id} data-testid="missing" className={cx('flex items-baseline gap-1.5 text-[0.9375rem] leading-snug font-semibold text-ink-2', className)}>
      <span aria-hidden="true">→</span>
      <span>{text}</span>
    </p>
  );
}

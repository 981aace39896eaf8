/** What has been typed on a keypad, large, with what it means beneath it: an amount, a quantity, a discount. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type AmountFieldProps = {
  readonly label: string;
  /** As it stands; null while nothing has been typed, then `ghost` stands there. */
  readonly typed: string | null;
  readonly ghost: string;
  readonly hint: string;
  /** For a button that cannot be pressed because of what the hint says. */
  readonly hintId?: string;
  readonly tone?: 'plain' | 'bad' | undefined;
  readonly children?: ReactNode;
  readonly testId: string;
};

export function AmountField({ label, typed, ghost, hint, hintId, tone = 'plain', children, testId }: AmountFieldProps) {
  return (
    <div className="grid gap-1">
      <div className={cx('flex min-h-15 items-center gap-3 rounded-card border-2 border-accent bg-surface pl-4.5', children === undefined ? 'pr-4.5' : 'pr-1.5')}>
        <span className="text-base text-ink-2">{label}</span>
        <output aria-label={label} className={cx('num ml-auto text-[2rem] font-[750] tracking-[-0.02em]', typed === null && 'text-ink-3')} data-testid={testId}>
          {typed ?? ghost}
        </output>
        {children}
      </div>
      <p id={hintId} className={cx('num min-h-6 text-[0.9375rem]', tone === 'bad' ? 'font-semibold text-bad' : 'text-ink-2')}>{hint}</p>
    </div>
  );
}

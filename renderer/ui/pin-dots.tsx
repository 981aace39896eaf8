import { cx } from './cx.ts';
import { Live } from './live.tsx';

export const MIN_PIN = 4;
export const MAX_PIN = 8;

export type PinDotsProps = {
  /** Whose PIN it is, above the dots. */
  readonly label: string;
  readonly count: number;
  /** For a screen reader; empty while nothing has been typed. */
  readonly said: string;
  readonly testId: string;
};

/** How many digits there are, and never which. */
export function PinDots({ label, count, said, testId }: PinDotsProps) {
  return (
    <div className="grid h-20 flex-none place-content-center justify-items-center gap-2.5 rounded-card border-2 border-accent bg-surface" data-testid={testId} data-count={count}>
      <span className="text-[0.9375rem] text-ink-2">{label}</span>
      <span aria-hidden="true" className="flex h-4 items-center gap-3">
        {Array.from({ length: Math.max(MIN_PIN, count) }, (_, at) => (
          <i key={at} className={cx('size-3.5 rounded-full', at < count ? 'bg-ink' : 'border-2 border-line-strong')} />
        ))}
      </span>
      <Live>{said}</Live>
    </div>
  );
}

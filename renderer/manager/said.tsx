import type { ReactNode } from 'react';
import { cx } from '../ui/cx.ts';

export type SaidProps = { readonly said: { readonly what: string; readonly money: string; /** Null where it is being done already. */ readonly next: string | null }; readonly tone: 'calm' | 'warn' | 'bad'; readonly testId: string; readonly children?: ReactNode };

const TONES = {
  calm: { box: 'border-line-strong bg-sunk', what: '' },
  warn: { box: 'border-warn-dot bg-warn-soft', what: 'text-warn' },
  bad: { box: 'border-bad bg-bad-soft', what: 'text-bad' },
} as const;

/** A state that is no failure, in the same order: what it is, what it means for the money, what to do next. */
export function Said({ said, tone, testId, children }: SaidProps) {
  return (
    <div className={cx('flex flex-none flex-col gap-1.5 rounded-card border-l-4 px-5 py-4', TONES[tone].box)} data-testid={testId}>
      <b className={cx('text-xl font-[750] tracking-[-0.02em]', TONES[tone].what)}>{said.what}</b>
      <span>{said.money}</span>
      {said.next === null ? null : (
        <span className="font-semibold">
          <span aria-hidden="true">→ </span>
          {said.next}
        </span>
      )}
      {children}
    </div>
  );
}

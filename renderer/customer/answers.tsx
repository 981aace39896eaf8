import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';

export type AnswersProps = {
  readonly no: string;
  readonly yes: string;
  readonly onNo: () => void;
  readonly onYes: () => void;
  readonly busy: boolean;
  /** `even` when either answer is as good; `lead` when one is the way on. */
  readonly weight: 'even' | 'lead';
  readonly testIds: { readonly no: string; readonly yes: string };
};

/** Two answers, as large as the screen allows. */
export function Answers({ no, yes, onNo, onYes, busy, weight, testIds }: AnswersProps) {
  const even = weight === 'even';
  const size = cx('rounded-[1.125rem]! font-[720]!', even ? 'min-h-40 text-[2.25rem]!' : 'min-h-24 text-[1.75rem]!');
  return (
    <div className={cx('mt-auto grid gap-3.5', even ? 'grid-cols-2' : 'grid-cols-[1fr_1.4fr]')}>
      <Button onPress={onNo} disabled={busy} className={cx(size, 'border-line-strong! bg-paper!')} testId={testIds.no}>
        {no}
      </Button>
      <Button kind="primary" onPress={onYes} disabled={busy} className={size} testId={testIds.yes}>
        {yes}
      </Button>
    </div>
  );
}

/** A question or statement of one or two lines; `\n` is where it breaks. */
export function Heading({ children, size = 'normal' }: { readonly children: string; readonly size?: 'normal' | 'large' | 'giant' }) {
  const sizes = { normal: 'text-[2rem] leading-[1.3]', large: 'text-[2.75rem] leading-[1.25]', giant: 'text-[4rem] leading-[1.15]' };
  return <h1 className={cx('font-[760] tracking-[-0.02em] text-balance whitespace-pre-line', sizes[size])}>{children}</h1>;
}

/** Somebody or something else is at it: there is nothing to do but wait. */
export function Waiting() {
  return (
    <span aria-hidden="true" className="flex gap-3">
      <i className="breathe size-4 rounded-full bg-accent" />
      <i className="breathe size-4 rounded-full bg-accent [animation-delay:200ms]" />
      <i className="breathe size-4 rounded-full bg-accent [animation-delay:400ms]" />
    </span>
  );
}

export function Aside({ children, testId }: { readonly children: ReactNode; readonly testId?: string }) {
  return (
    <p className="text-[1.4375rem] leading-snug text-pretty text-ink-2" data-testid={testId}>
      {children}
    </p>
  );
}

import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { MinusIcon, PlusIcon } from './icons.tsx';
import { Press } from './press.tsx';

export type StepperProps = {
  /** What stands between the two: a number, or a field to type it in. */
  readonly children: ReactNode;
  readonly onLess: () => void;
  readonly onMore: () => void;
  readonly lessLabel: string;
  readonly moreLabel: string;
  readonly lessDisabled?: boolean;
  /** On a row that is chosen already. */
  readonly raised?: boolean;
  readonly lessTestId: string;
  readonly moreTestId: string;
};

const STEP = 'grid size-12 flex-none place-items-center rounded-control text-lg text-ink-2 cursor-default data-pressed:bg-line data-disabled:opacity-40';

/** One less, one more. For the finger: keys have their own way to a quantity, so that Tab does not stop twice on every line. */
export function Stepper({ children, onLess, onMore, lessLabel, moreLabel, lessDisabled = false, raised = false, lessTestId, moreTestId }: StepperProps) {
  const step = cx(STEP, raised ? 'bg-surface' : 'bg-sunk');
  return (
    <span className="flex items-center gap-0.5">
      <Press skippedByTab disabled={lessDisabled} onPress={onLess} aria-label={lessLabel} className={step} data-testid={lessTestId}>
        <MinusIcon />
      </Press>
      {children}
      <Press skippedByTab onPress={onMore} aria-label={moreLabel} className={step} data-testid={moreTestId}>
        <PlusIcon />
      </Press>
    </span>
  );
}

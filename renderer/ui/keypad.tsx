import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { BackspaceIcon } from './icons.tsx';
import { Press } from './press.tsx';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export type KeypadProps = {
  /** One digit or a bundle such as `010` or `000`. */
  readonly onDigits: (digits: string) => void;
  readonly onBackspace: () => void;
  readonly backspaceLabel: string;
  /** The bundle in the lower left corner; nothing there when left out. */
  readonly bundle?: string | undefined;
  readonly disabled?: boolean;
  /** The wide button under the digits: the screen's primary act. */
  readonly children?: ReactNode;
  readonly className?: string;
};

const KEY =
  'num grid min-h-16 place-items-center rounded-control border border-line bg-surface text-[2rem] font-[650] leading-none cursor-default data-pressed:bg-accent-soft data-pressed:border-accent data-disabled:opacity-45';

/** Digits for a finger: keys of 64 px and more, filling the height they are given. */
export function Keypad({ onDigits, onBackspace, backspaceLabel, bundle, disabled = false, children, className }: KeypadProps) {
  const key = (digits: string) => (
    <Press
      key={digits}
      skippedByTab
      disabled={disabled}
      onPress={() => onDigits(digits)}
      className={cx(KEY, digits.length > 1 && 'text-2xl')}
      data-testid={`key-${digits}`}
    >
      {digits}
    </Press>
  );
  return (
    <div className={cx('grid min-h-0 auto-rows-fr grid-cols-3 gap-2.5', className)}>
      {DIGITS.map(key)}
      {bundle === undefined ? <span /> : key(bundle)}
      {key('0')}
      <Press
        skippedByTab
        disabled={disabled}
        onPress={onBackspace}
        className={KEY}
        aria-label={backspaceLabel}
        data-testid="key-backspace"
      >
        <BackspaceIcon />
      </Press>
      {children === undefined ? null : <div className="col-span-3 grid">{children}</div>}
    </div>
  );
}

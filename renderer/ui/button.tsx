import type { ReactNode, Ref } from 'react';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';
import { Press } from './press.tsx';

export type ButtonKind = 'primary' | 'plain' | 'chosen' | 'quiet' | 'soft' | 'danger';
export type ButtonSize = 'small' | 'normal' | 'large' | 'huge';

const KINDS = {
  /** Greyed it says what is missing, so it is dimmed by colours that can still be read. */
  primary: 'border-accent bg-accent text-accent-ink data-pressed:bg-accent-press data-disabled:border-accent-off data-disabled:bg-accent-off data-disabled:text-accent-off-ink',
  plain: 'border-line bg-surface text-ink data-pressed:bg-sunk data-disabled:text-ink-3 data-disabled:opacity-75',
  /** One of several, and the one taken. */
  chosen: 'border-accent bg-accent-soft text-ink shadow-[inset_0_0_0_0.0625rem_var(--accent)] data-pressed:bg-sunk data-disabled:opacity-65',
  quiet: 'border-transparent bg-transparent text-ink-2 font-medium data-pressed:bg-sunk data-disabled:opacity-65',
  soft: 'border-transparent bg-sunk text-ink-2 data-pressed:bg-line data-disabled:opacity-65',
  danger: 'border-bad bg-surface text-bad data-pressed:bg-bad-soft data-disabled:opacity-65',
} as const satisfies Record<ButtonKind, string>;

const SIZES = {
  small: 'min-h-12 min-w-12 px-4 text-[0.9375rem]',
  normal: 'min-h-13 px-4 text-[1.0625rem]',
  large: 'min-h-16 px-5 text-xl',
  huge: 'min-h-23 px-6 text-2xl font-bold',
} as const satisfies Record<ButtonSize, string>;

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  /** The key that does the same, drawn on the button. */
  readonly keyHint?: string | undefined;
  readonly disabled?: boolean;
  readonly testId?: string;
  readonly label?: string | undefined;
  readonly className?: string;
  readonly pressed?: boolean | undefined;
  /** The id of the line that says why it cannot be pressed (`Missing`), or what it does. */
  readonly describedBy?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
};

/**
 * Every button of the counter. A touch never takes the focus: the focus shows only where the keyboard put it, and Enter stays
 * with the screen's primary button until someone tabs to another.
 */
export function Button({ children, onPress, kind = 'plain', size = 'normal', keyHint, disabled = false, testId, label, className, pressed, describedBy, ref }: ButtonProps) {
  return (
    <Press
      {...(ref === undefined ? {} : { ref })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(keyHint === undefined ? {} : { 'aria-keyshortcuts': keyHint })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      disabled={disabled}
      onPress={onPress}
      data-testid={testId}
      className={cx(
        'inline-flex items-center justify-center gap-2 rounded-control border font-semibold leading-tight text-balance cursor-default',
        KINDS[kind],
        SIZES[size],
        className,
      )}
    >
      {children}
      {keyHint === undefined ? null : <Kbd onAccent={kind === 'primary'}>{keyHint}</Kbd>}
    </Press>
  );
}

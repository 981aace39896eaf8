import { useFormat } from '../words/language.tsx';
import { cx } from './cx.ts';

export type AmountTone = 'ink' | 'ok' | 'bad' | 'muted';

const TONES = { ink: 'text-ink', ok: 'text-ok', bad: 'text-bad', muted: 'text-ink-2' } as const satisfies Record<AmountTone, string>;
const SIZES = {
  body: 'text-xl font-[650]',
  large: 'text-[2.125rem] font-bold tracking-[-0.02em] leading-tight',
  total: 'text-[3.25rem] font-[750] tracking-[-0.03em] leading-[1.1]',
  huge: 'text-[4rem] font-[780] tracking-[-0.035em] leading-[1.1]',
  giant: 'text-[6.5rem] font-[780] tracking-[-0.04em] leading-none',
} as const;
export type AmountSize = keyof typeof SIZES;

export type AmountProps = { readonly won: number; readonly size?: AmountSize; readonly tone?: AmountTone; readonly testId?: string; readonly className?: string };

/** An amount in won: the digits large, the unit small after (or before) them as the language has it. */
export function Amount({ won, size = 'body', tone = 'ink', testId, className }: AmountProps) {
  const { wonParts } = useFormat();
  const { before, digits, after } = wonParts(won);
  const unit = (text: string) => (text === '' ? null : <span className={size === 'body' || size === 'large' ? '' : 'text-[0.5em] font-[650] tracking-normal'}>{text}</span>);
  return (
    <span className={cx('num whitespace-nowrap', SIZES[size], TONES[tone], className)} data-testid={testId}>
      {unit(before)}
      {digits}
      {unit(after)}
    </span>
  );
}

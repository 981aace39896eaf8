import { failureHelper } from '../../domain/failure.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { commonWords } from '../words/common.ts';
import { useFailureWords, useWords } from '../words/language.tsx';
import { cx } from './cx.ts';

export type TroubleProps = {
  readonly code: FailureCode;
  /** Small print for the phone call: an address, the gateway's own code and words. */
  readonly detail?: string | undefined;
  readonly tone?: 'bad' | 'warn';
  readonly size?: 'normal' | 'large';
  readonly testId?: string;
};

/** What happened, what it means for the money, what to do next; the code in small print. */
export function Trouble({ code, detail, tone = 'bad', size = 'normal', testId }: TroubleProps) {
  const failureWords = useFailureWords();
  const text = useWords(commonWords);
  const words = failureWords(code);
  return (
    <div
      className={cx('flex flex-col gap-2 rounded-card border-l-4 px-5 py-4', tone === 'bad' ? 'border-bad bg-bad-soft' : 'border-warn-dot bg-warn-soft')}
      data-testid={testId}
      data-code={code}
    >
      <b className={cx('font-[750] tracking-[-0.02em] text-balance', size === 'large' ? 'text-[1.75rem] leading-tight' : 'text-xl', tone === 'bad' ? 'text-bad' : 'text-warn')}>{words.what}</b>
      <span className={cx('text-balance', size === 'large' && 'text-xl')}>{words.money}</span>
      <span className={cx('font-semibold text-balance', size === 'large' && 'text-xl')}>
        <span aria-hidden="true">→ </span>
        {words.next}
      </span>
      <small className="text-[0.8125rem] break-keep text-ink-2">
        {failureHelper(code) === 'manager' ? `${text.managerNeeded} · ` : ''}
        {code}
        {detail === undefined || detail === '' ? '' : ` · ${detail}`}
      </small>
    </div>
  );
}

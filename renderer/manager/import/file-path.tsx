import { cx } from '../../ui/cx.ts';

/** Where a file is, to be read, marked and copied. */
export function FilePath({ says, file, tone = 'plain', testId }: { readonly says: string; readonly file: string; readonly tone?: 'plain' | 'warn'; readonly testId: string }) {
  return (
    <div className={cx('flex flex-col gap-1.5 rounded-card border-l-4 px-5 py-4', tone === 'warn' ? 'border-warn-dot bg-warn-soft' : 'border-ok bg-ok-soft')}>
      <span>{says}</span>
      <code className="font-sans text-[0.9375rem] font-semibold [overflow-wrap:anywhere] select-text" data-testid={testId}>
        {file}
      </code>
    </div>
  );
}

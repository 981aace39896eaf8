import type { ReactNode } from 'react';

export type NothingProps = { readonly title: string; readonly hint: string; /** What can be done about it. */ readonly children?: ReactNode; readonly testId: string; /** What was looked for in vain. */ readonly subject?: string };

/** Where a list would be, and there is nothing: why, and what next. */
export function Nothing({ title, hint, children, testId, subject }: NothingProps) {
  return (
    <div className="m-auto flex max-w-96 flex-col items-center gap-1.5 px-6 py-10 text-center text-balance" data-testid={testId} data-query={subject}>
      <b className="text-xl font-[700]">{title}</b>
      <span className="text-ink-2">{hint}</span>
      {children === undefined ? null : <div className="mt-3 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}

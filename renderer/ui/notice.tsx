import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dot } from './dot.tsx';
import { CloseIcon } from './icons.tsx';

export type NoticeProps = {
  readonly title: string;
  readonly body: string;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
  /** What can be done about it at once. */
  readonly action?: ReactNode;
  readonly testId: string;
  readonly code?: string;
};

/** Something she must know: in the flow of the page, so that it covers nothing, and until she has seen it. Never a thing that fades away by itself. */
export function Notice({ title, body, dismissLabel, onDismiss, action, testId, code }: NoticeProps) {
  return (
    <div className="flex items-center gap-4 border-t border-line bg-warn-soft py-1.5 pr-2 pl-5" data-testid={testId} data-code={code}>
      <Dot state="warning" />
      <p className="min-w-0 flex-1 text-[1.0625rem] leading-snug">
        <b className="font-bold text-warn">{title}</b> <span className="num">{body}</span>
      </p>
      {action}
      <Button kind="quiet" size="small" onPress={onDismiss} label={dismissLabel} testId="note-dismiss">
        <CloseIcon />
      </Button>
    </div>
  );
}

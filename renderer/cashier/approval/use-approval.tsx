import type { ReactNode } from 'react';
import { use, useCallback, useRef, useState } from 'react';
import type { ApprovalContentView } from '../../../contract/people.ts';
import type { CallRefusal } from '../../bridge.ts';
import { RefusalContext } from '../../ui/act.ts';
import { ApprovalDialog } from './approval-dialog.tsx';

/** What is asked for, and how the dialog says it: the goods, the sale, what it comes to. */
export type AskedAct = ApprovalContentView & { readonly what: string };

type Answer<T> = { readonly ok: true; readonly res: T } | CallRefusal;

export type AskApproval = {
  /**
   * Makes the call; where it needs an approval, asks for it on this screen and makes the call again with it. Every other "no" is shown
   * like that of any call. Nobody approved it: answers `people.approval-needed`, and nothing more is said.
   */
  readonly run: <T>(asked: AskedAct, call: (approvalId: string | null) => Promise<Answer<T>>) => Promise<Answer<T>>;
  /** To be drawn wherever this hook is used; null while nothing is asked. */
  readonly dialog: ReactNode;
};



export function useApproval(): AskApproval {
  const onRefusal = use(RefusalContext);
  const [open, setOpen] = useState<AskedAct | null>(null);
  const settle = useRef<((approvalId: string | null) => void) | null>(null);
  const close = useCallback((approvalId: string | null) => {
    setOpen(null);
    settle.current?.(approvalId);
    settle.current = null;
  }, []);
  const ask = useCallback((asked: AskedAct) => {
    settle.current?.(null);
    setOpen(asked);
    return new Promise<string | null>((resolve) => {
      settle.current = resolve;
    });
  }, []);
  const run: AskApproval['run'] = useCallback(
    async (asked, call) => {
      const first = await call(null);
      if (first.ok) return first;
      if (first.code !== 'people.approval-needed') {
        onRefusal(first);
        return first;
      }
      const approvalId = await ask(asked);
      if (approvalId === null) return first;
      const second = await call(approvalId);
      if (!second.ok) onRefusal(second);
      return second;
    },
    [ask, onRefusal],
  );
  return { run, dialog: open === null ? null : <ApprovalDialog asked={open} onApproved={close} onClose={() => close(null)} /> };
}

import type { ReactNode } from 'react';
import { createContext, use, useCallback, useRef, useState } from 'react';
import type { ApprovalContentView } from '../../../contract/people.ts';
import type { CallRefusal } from '../../bridge.ts';
import { RefusalContext } from '../../ui/act.ts';
import { ApprovalDialog } from './approval-dialog.tsx';
import { usePeople } from './people-context.ts';
import type { Unspent } from './unspent.ts';
import { callApproved, createUnspent } from './unspent.ts';

/** What is asked for, and how the dialog says it: the goods, the sale, what it comes to. */
export type AskedAct = ApprovalContentView & { readonly what: string };

type Answer<T> = { readonly ok: true; readonly res: T } | CallRefusal;

export type AskApproval = {
  /**
   * Makes the call; where it needs an approval, asks for it on this screen and makes the call again with it. Every other "no" is shown
   * like that of any call. Nobody approved it: answers `people.approval-needed`, and nothing more is said. A yes that could not be used
   * because nothing could be written is used when she tries the same again.
   */
  readonly run: <T>(asked: AskedAct, call: (approvalId: string | null) => Promise<Answer<T>>) => Promise<Answer<T>>;
  /** Why she asked for this, where a yes to it waits to be used. */
  readonly reasonOf: (asked: Omit<ApprovalContentView, 'reason'>) => string | null;
  /** To be drawn wherever this hook is used; null while nothing is asked. */
  readonly dialog: ReactNode;
};

/** One for the window: whatever asked may be gone when she tries again. */
export const UnspentContext = createContext<Unspent>(createUnspent());

export function useApproval(): AskApproval {
  const onRefusal = use(RefusalContext);
  const unspent = use(UnspentContext);
  const userId = usePeople().signedIn?.userId ?? null;
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
  const run: AskApproval['run'] = useCallback((asked, call) => callApproved({ ...asked, userId }, call, { unspent, ask: () => ask(asked), onRefusal }), [ask, onRefusal, unspent, userId]);
  const reasonOf: AskApproval['reasonOf'] = useCallback((asked) => unspent.reasonOf({ ...asked, userId }), [unspent, userId]);
  return { run, reasonOf, dialog: open === null ? null : <ApprovalDialog asked={open} onApproved={close} onClose={() => close(null)} /> };
}

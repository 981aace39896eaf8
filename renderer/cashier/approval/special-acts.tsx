import type { ReactNode } from 'react';
import { createContext, use, useCallback, useRef, useState } from 'react';
import type { PrintingChange } from '../../../domain/people/printing-change.ts';
import { isPrintingChange } from '../../../domain/people/printing-change.ts';
import type { ReasonedAct } from '../../../domain/people/reasons.ts';
import { REASONS_OF } from '../../../domain/people/reasons.ts';
import type { Act } from '../../../domain/people/rights.ts';
import { ACTS } from '../../../domain/people/rights.ts';
import type { CallRefusal } from '../../bridge.ts';
import { RefusalContext } from '../../ui/act.ts';
import { usePrintingChangeText } from '../../words/printing-change.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useApproval } from './use-approval.tsx';

/** What the act is done to, in words, and its sale. What it comes to, main says. */
export type DoneTo = { readonly saleId: string | null; readonly what: string };
export type Given = { readonly reason: string | null; readonly approvalId: string | null };
type Answer<T> = { readonly ok: true; readonly res: T } | CallRefusal;

/**
 * Makes a call that may need a reason, and an approval of somebody else: made as it is at first, and asked for what the refusal says is
 * missing. Every other "no" is shown like that of any call.
 */
export type DoSpecial = <T>(done: DoneTo, call: (given: Given) => Promise<Answer<T>>) => Promise<Answer<T>>;

const NOBODY: DoSpecial = (_done, call) => call({ reason: null, approvalId: null });
const SpecialActsContext = createContext<DoSpecial>(NOBODY);

export function useSpecialAct(): DoSpecial {
  return use(SpecialActsContext);
}

type Needed = { readonly act: ReasonedAct; readonly amountWon: number | null; readonly change?: PrintingChange };
type Asked = Needed & { readonly what: string };

/** The questions are drawn here, over whatever asked: they stay when the dialog they came from is gone. */
export function SpecialActs({ children }: { readonly children: ReactNode }) {
  const onRefusal = use(RefusalContext);
  const { run, reasonOf, dialog } = useApproval();
  const changeText = usePrintingChangeText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const settle = useRef<((reason: string | null) => void) | null>(null);
  const answer = useCallback((reason: string | null) => {
    setAsked(null);
    settle.current?.(reason);
    settle.current = null;
  }, []);
  const ask = useCallback((next: Asked) => {
    settle.current?.(null);
    setAsked(next);
    return new Promise<string | null>((resolve) => {
      settle.current = resolve;
    });
  }, []);
  const doSpecial: DoSpecial = useCallback(
    async ({ saleId, what: doneTo }, call) => {
      const first = await call({ reason: null, approvalId: null });
      if (first.ok) return first;
      if (first.code === 'people.approval-needed' && isAct(first.detail)) return run({ act: first.detail, amountWon: null, saleId, what: doneTo, reason: null }, (approvalId) => call({ reason: null, approvalId }));
      const needed = first.code === 'people.reason-needed' ? readNeeded(first.detail) : null;
      if (needed === null) {
        onRefusal(first);
        return first;
      }
      const what = needed.change === undefined ? doneTo : changeText(needed.change);
      const reason = reasonOf({ ...needed, saleId }) ?? (await ask({ ...needed, what }));
      if (reason === null) return first;
      return run({ ...needed, saleId, what, reason }, (approvalId) => call({ reason, approvalId }));
    },
    [ask, changeText, onRefusal, reasonOf, run],
  );
  return (
    <SpecialActsContext value={doSpecial}>
      {children}
      {asked === null ? null : <ReasonDialog act={asked.act} amountWon={asked.amountWon} what={asked.what} onReason={answer} onClose={() => answer(null)} />}
      {dialog}
    </SpecialActsContext>
  );
}

/** `price-change 1200`: the act, and what it comes to where it has an amount, or what is to be otherwise where it has none. */
export function readNeeded(detail: string): Needed | null {
  const [name = '', about] = detail.split(' ');
  if (!isReasonedAct(name)) return null;
  if (about !== undefined && isPrintingChange(about)) return { act: name, amountWon: null, change: about };
  return { act: name, amountWon: about === undefined ? null : Number(about) };
}

function isAct(name: string): name is Act {
  return ACTS.some((act) => act === name);
}

function isReasonedAct(name: string): name is ReasonedAct {
  return Object.hasOwn(REASONS_OF, name);
}

import { useState } from 'react';
import type { PrintRow } from '../../../contract/prints.ts';
import type { PrintSettlement } from '../../../domain/print-job.ts';
import { useAct } from '../../ui/act.ts';
import type { NotOutStep } from '../../words/reprint.ts';
import { NOT_OUT_STEPS } from '../../words/reprint.ts';
import type { HowAgain } from './use-reprint.tsx';
import { useReprint } from './use-reprint.tsx';

/** How the print that was asked for on this step went: nothing asked yet, on its way, or its row. */
export type Attempt = { readonly at: 'nothing' } | { readonly at: 'on-its-way' } | { readonly at: 'out'; readonly print: PrintRow };

/** What this window knows of the way: the step, and which print was the newest when another was asked for. All else is the journal's. */
export function useNotOut(sale: { readonly saleId: string; readonly saleNumber: number }, prints: readonly PrintRow[], onClose: () => void) {
  const act = useAct();
  const reprint = useReprint(sale.saleId, sale.saleNumber);
  const [step, setStep] = useState<NotOutStep>('again');
  const [asked, setAsked] = useState<{ readonly step: NotOutStep; readonly newestBefore: string | null } | null>(null);
  const [settling, setSettling] = useState(false);
  const newest = newestSlip(prints);

  const print = async (how: HowAgain) => {
    const newestBefore = newest?.jobId ?? null;
    if (await reprint.run(how)) setAsked({ step, newestBefore });
  };
  const settle = async (how: PrintSettlement) => {
    if (settling) return;
    setSettling(true);
    const result = await act('slip.settle', { saleId: sale.saleId, how });
    setSettling(false);
    if (result.ok) onClose();
  };
  const next = () => setStep((before) => NOT_OUT_STEPS[NOT_OUT_STEPS.indexOf(before) + 1] ?? before);
  return { step, setStep, next, newest, attempt: attemptOf(step, asked, newest, reprint.busy), print, settle, busy: reprint.busy || settling, dialog: reprint.dialog };
}

export type NotOut = ReturnType<typeof useNotOut>;

/** The one the customer waits for; a slip to sign by hand is followed elsewhere. */
export function newestSlip(prints: readonly PrintRow[]): PrintRow | null {
  return prints.findLast(({ kind, reason }) => kind === 'slip' && reason !== 'handwritten') ?? null;
}

export function attemptOf(step: NotOutStep, asked: { readonly step: NotOutStep; readonly newestBefore: string | null } | null, newest: PrintRow | null, busy: boolean): Attempt {
  const underWay = newest !== null && (newest.state === 'queued' || newest.state === 'sent');
  if (underWay) return { at: 'on-its-way' };
  if (asked === null || asked.step !== step) return { at: 'nothing' };
  // The journal has it, and its answer is on the way here.
  if (busy || newest === null || newest.jobId === asked.newestBefore) return { at: 'on-its-way' };
  return { at: 'out', print: newest };
}

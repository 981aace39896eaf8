import { useEffect, useState } from 'react';
import type { CallAnswer } from '../../../contract/calls.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { importWords } from '../../words/import.ts';
import { useFormat, useWords } from '../../words/language.tsx';

type Plan = CallAnswer<'import.undoPlan'>;

/** What goes back and what stays, by name, before anything does. */
export function UndoDialog({ importId, onClose }: { readonly importId: string; readonly onClose: () => void }) {
  const words = useWords(importWords);
  const format = useFormat();
  const act = useAct();
  const [plan, setPlan] = useState<Plan | null>(null);
  useEffect(() => {
    let gone = false;
    void act('import.undoPlan', { importId }).then((result) => {
      if (gone) return;
      if (result.ok) setPlan(result.res);
      else onClose();
    });
    return () => {
      gone = true;
    };
  }, [act, importId, onClose]);
  const undo = () => {
    onClose();
    void act('import.undo', { importId });
  };
  return (
    <Dialog title={words.undoTitle} onClose={onClose} testId="import-undo-dialog">
      {plan === null ? <p className="min-h-6" /> : <p className="num">{words.undoAll(format.number(plan.restored))}</p>}
      {plan === null || plan.kept === 0 ? null : (
        <div className="num rounded-card border-l-4 border-warn-dot bg-warn-soft px-5 py-3.5" data-testid="import-undo-kept">
          <b className="font-semibold">{words.undoKept(format.number(plan.kept))}</b>
          <span className="mt-1 line-clamp-4 text-[0.9375rem]">{plan.keptNames.join(' · ')}</span>
        </div>
      )}
      <div className="grid grid-cols-2 gap-2.5">
        <Button size="large" onPress={onClose} testId="import-undo-keep">
          {words.keep}
        </Button>
        <Button size="large" kind="danger" disabled={plan === null || plan.restored === 0} onPress={undo} testId="import-undo-do" className="num">
          {words.undoDo(format.number(plan?.restored ?? 0))}
        </Button>
      </div>
    </Dialog>
  );
}

import { useEffect, useState } from 'react';
import type { KeptImportView } from '../../../contract/import.ts';
import type { CounterView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { importWords } from '../../words/import.ts';
import { useFormat, useWords } from '../../words/language.tsx';

/** The last few lists, newest first; each can be taken back. */
export function PastImports({ view, onUndo }: { readonly view: CounterView; readonly onUndo: (importId: string) => void }) {
  const words = useWords(importWords);
  const format = useFormat();
  const act = useAct();
  const [past, setPast] = useState<readonly KeptImportView[] | null>(null);
  const { revision } = view.catalogue;
  useEffect(() => {
    let gone = false;
    void act('import.kept', {}).then((result) => {
      if (!gone && result.ok) setPast(result.res);
    });
    return () => {
      gone = true;
    };
  }, [act, revision]);
  return (
    <section className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-5 pt-4 pb-5">
      <h2 className="text-[0.9375rem] font-semibold text-ink-2">{words.past}</h2>
      {past?.length === 0 ? <p className="text-ink-2">{words.pastNone}</p> : null}
      <ul>
        {past?.map(({ importId, fileName, at, rows, state }) => (
          <li key={importId} className="num flex min-h-18 items-center gap-3 border-b border-sunk py-2" data-testid="past-import">
            <span className="min-w-0 flex-1">
              <b data-may-shorten className="block truncate font-semibold">{fileName}</b>
              <span className="block text-[0.9375rem] text-ink-2">
                {format.dayTime(at)} · {state === 'undone' ? words.pastUndone : words.pastRows(format.number(rows))}
              </span>
            </span>
            {state === 'applied' ? (
              <Button size="small" onPress={() => onUndo(importId)} testId="past-import-undo">
                {words.undo}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { ImportView } from '../../../contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { Live } from '../../ui/live.tsx';
import { importWords } from '../../words/import.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { FilePath } from './file-path.tsx';

/** What happened, where the rest is, and the way back. */
export function ImportResult({ list, onUndo, onClose }: { readonly list: ImportView; readonly onUndo: () => void; readonly onClose: () => void }) {
  const words = useWords(importWords);
  const format = useFormat();
  const { result } = list;
  if (result === null) return null;
  const { counts, badFile, undone } = result;
  const taken = counts.added + counts.changed;
  const title = undone !== null ? words.undone(format.number(undone.restored)) : taken === 0 ? words.doneNothing : words.doneTitle(format.number(taken));
  const others = (['added', 'changed', 'same', 'skipped', 'bad'] as const).filter((kind) => counts[kind] > 0).map((kind) => `${words.what[kind]} ${format.number(counts[kind])}`);
  return (
    <div className="m-auto flex w-[42rem] max-w-full flex-col gap-5 p-7.5" data-testid="import-done">
      <p className="truncate text-ink-2">{list.fileName}</p>
      <h2 className="flex items-center gap-3 text-[2.125rem] leading-tight font-[780] tracking-[-0.03em]">
        <span className="text-ok">
          <CheckIcon />
        </span>
        {title}
      </h2>
      <p className="num text-lg text-ink-2">{others.join(' · ')}</p>
      {badFile === null || undone !== null ? null : <FilePath says={words.badFile(format.number(counts.bad))} file={badFile} tone="warn" testId="import-bad-file" />}
      <div className="mt-2 flex gap-3">
        <Button kind="primary" size="large" onPress={onClose} keyHint="Enter" testId="import-close" className="min-w-48">
          {words.close}
        </Button>
        {taken === 0 || undone !== null ? null : (
          <Button size="large" onPress={onUndo} testId="import-undo">
            {words.undo}
          </Button>
        )}
      </div>
      <Live testId="import-live">{title}</Live>
    </div>
  );
}

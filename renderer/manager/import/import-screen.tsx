import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Pane, Panes } from '../../ui/screen.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { importWords } from '../../words/import.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { RoomProps } from '../room.tsx';
import { RoomHead } from '../room.tsx';
import { ImportResult } from './import-result.tsx';
import { ImportSettings } from './import-settings.tsx';
import { PastImports } from './past-imports.tsx';
import { ImportPreview } from './preview.tsx';
import { sendFile } from './send-file.ts';
import { UndoDialog } from './undo-dialog.tsx';

const PICKER = 'import-file';

/** Products from a file: chosen, looked at, taken, and taken back. All of it is drawn from what main says of the list. */
export function ImportScreen({ view, onLeave }: RoomProps) {
  const words = useWords(importWords);
  const act = useAct();
  const [undoing, setUndoing] = useState<string | null>(null);
  const endUndoing = useCallback(() => setUndoing(null), []);
  const list = view.catalogue.import;
  const choose = () => document.getElementById(PICKER)?.click();
  const take = (file: File | undefined) => {
    if (file !== undefined) void sendFile(act, file);
  };
  const close = async () => {
    if (list === null) onLeave();
    else await act('import.close', { importId: list.importId });
  };
  const enter = () => {
    if (list === null || list.stage === 'failed') choose();
    else if (list.stage === 'ready' && toTake(list) > 0) void act('import.commit', { importId: list.importId });
    else if (list.stage === 'done') void close();
  };
  useKeyLayer('screen', { keys: { Escape: () => void close(), F6: named(words.chooseFile, choose) }, onEnter: enter });
  return (
    <Panes columns="grid-cols-[24rem_minmax(0,1fr)] min-[76rem]:grid-cols-[28rem_minmax(0,1fr)]" testId="screen-import">
      <Pane tone="surface" label={words.title} className="border-r border-line pt-4">
        <div className="flex-none px-5">
          <RoomHead title={words.title} escElsewhere={list !== null && list.stage !== 'ready' && list.stage !== 'done'} onLeave={() => void close()} />
        </div>
        {list === null || list.table === null || list.stage === 'done' ? <PastImports view={view} onUndo={setUndoing} /> : <ImportSettings list={list} />}
      </Pane>
      <Pane label={words.preview}>
        <input
          id={PICKER}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          tabIndex={-1}
          aria-hidden="true"
          className="hidden"
          onChange={(event) => {
            take(event.target.files?.[0]);
            // The same file again is a choice too: it may have been corrected.
            event.target.value = '';
          }}
          data-testid="import-file"
        />
        <ImportBody list={list} onChoose={choose} onDrop={take} onClose={() => void close()} onTake={enter} onUndo={setUndoing} />
      </Pane>
      {undoing === null ? null : <UndoDialog importId={undoing} onClose={endUndoing} />}
    </Panes>
  );
}

export function toTake(list: ImportView): number {
  return list.plan === null ? 0 : list.plan.counts.added + list.plan.counts.changed;
}

type BodyProps = {
  readonly list: ImportView | null;
  readonly onChoose: () => void;
  readonly onDrop: (file: File | undefined) => void;
  readonly onClose: () => void;
  readonly onTake: () => void;
  readonly onUndo: (importId: string) => void;
};

function ImportBody({ list, onChoose, onDrop, onClose, onTake, onUndo }: BodyProps) {
  if (list === null) return <DropZone onChoose={onChoose} onDrop={onDrop} />;
  switch (list.stage) {
    case 'failed':
      return (
        <div className="m-auto flex w-[40rem] max-w-full flex-col gap-5 p-7.5">
          <p className="truncate text-ink-2">{list.fileName}</p>
          {list.failure === null ? null : <Trouble code={list.failure.code} detail={list.failure.detail} size="large" testId="import-failed" />}
          <ChooseOther onChoose={onChoose} onClose={onClose} />
        </div>
      );
    case 'ready':
      return <ImportPreview list={list} toTake={toTake(list)} onTake={onTake} onChoose={onChoose} />;
    case 'done':
      return <ImportResult list={list} onUndo={() => onUndo(list.importId)} onClose={onClose} />;
    default:
      return <UnderWay list={list} onCancel={onClose} />;
  }
}

function ChooseOther({ onChoose, onClose }: { readonly onChoose: () => void; readonly onClose: () => void }) {
  const words = useWords(importWords);
  return (
    <div className="flex gap-3">
      <Button kind="primary" size="large" onPress={onChoose} keyHint="Enter" testId="import-choose">
        {words.chooseOther}
      </Button>
      <Button kind="quiet" size="large" onPress={onClose} keyHint="Esc" testId="import-cancel">
        {words.cancel}
      </Button>
    </div>
  );
}

/** Drops are for mice; the button does the same for everyone. */
function DropZone({ onChoose, onDrop }: { readonly onChoose: () => void; readonly onDrop: (file: File | undefined) => void }) {
  const words = useWords(importWords);
  const [over, setOver] = useState(false);
  const zone = useRef<HTMLDivElement>(null);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    const element = zone.current;
    if (element === null) return undefined;
    const onOver = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const onLeave = () => setOver(false);
    const onDropped = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      latest.current(event.dataTransfer?.files[0]);
    };
    element.addEventListener('dragover', onOver);
    element.addEventListener('dragleave', onLeave);
    element.addEventListener('drop', onDropped);
    return () => {
      element.removeEventListener('dragover', onOver);
      element.removeEventListener('dragleave', onLeave);
      element.removeEventListener('drop', onDropped);
    };
  }, []);
  return (
    <div ref={zone} className={cx('m-7.5 flex min-h-96 flex-1 flex-col items-center justify-center gap-4 rounded-[1.25rem] border-2 border-dashed px-8 text-center', over ? 'border-accent bg-accent-soft' : 'border-line-strong')} data-testid="import-drop">
      <SheetPicture />
      <b className="text-[1.625rem] font-[750] tracking-[-0.02em]">{words.drop}</b>
      <span className="max-w-[34rem] text-ink-2">{words.dropHint}</span>
      <Button kind="primary" size="huge" onPress={onChoose} keyHint="Enter" testId="import-choose" className="mt-3 min-w-72">
        {words.chooseFile}
      </Button>
      <small className="text-[0.9375rem] text-ink-2">{words.kinds}</small>
    </div>
  );
}

/** A sheet with its lines: drawn, because there is nothing to photograph. */
function SheetPicture() {
  return (
    <svg aria-hidden="true" width="4.5rem" height="4.5rem" viewBox="0 0 48 48" fill="none" strokeWidth="2" strokeLinejoin="round" className="stroke-ink-3">
      <path d="M10 5h19l9 9v29H10z" className="fill-surface" />
      <path d="M29 5v9h9" />
      <path d="M16 21h16M16 27h16M16 33h16M22 21v12" strokeLinecap="round" />
    </svg>
  );
}

function UnderWay({ list, onCancel }: { readonly list: ImportView; readonly onCancel: () => void }) {
  const words = useWords(importWords);
  const format = useFormat();
  const { stage, progress } = list;
  if (stage !== 'receiving' && stage !== 'reading' && stage !== 'judging' && stage !== 'applying') return null;
  const share = progress.total === 0 || stage === 'reading' ? 0 : progress.done / progress.total;
  const text = stage === 'judging' || stage === 'applying' ? words.lines(format.number(progress.done), format.number(progress.total)) : '';
  return (
    <div className="m-auto flex w-[34rem] max-w-full flex-col gap-6 p-7.5" data-testid="import-under-way" data-stage={stage}>
      <p className="truncate text-ink-2">{list.fileName}</p>
      <Progress label={words.under[stage]} text={text} share={share} testId="import-progress" />
      <Button size="large" onPress={onCancel} keyHint="Esc" testId="import-cancel" className="self-start">
        {words.cancel}
      </Button>
      <Live testId="import-live">{words.under[stage]}</Live>
    </div>
  );
}

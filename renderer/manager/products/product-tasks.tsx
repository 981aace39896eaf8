import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../contract/calls.ts';
import { useClient } from '../../bridge.ts';
import { useSpecialAct } from '../../cashier/approval/special-acts.tsx';
import { Button } from '../../ui/button.tsx';
import { Live } from '../../ui/live.tsx';
import { catalogueWords } from '../../words/catalogue.ts';
import { importWords } from '../../words/import.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { FilePath } from '../import/file-path.tsx';

type ProductTasksProps = { readonly mayChange: boolean; /** There is no product at all. */ readonly empty: boolean; readonly onImport: () => void; readonly onKeys: () => void };

/** Nothing is open: what to do here, and what is done with all products at once. */
export function ProductTasks({ mayChange, empty, onImport, onKeys }: ProductTasksProps) {
  const words = useWords(catalogueWords);
  const tasks = useWords(importWords);
  return (
    <div className="m-auto flex w-[44rem] max-w-full flex-col gap-6 p-7.5">
      <div className="flex flex-col gap-1.5 text-center" data-testid="product-none">
        <b className="text-xl font-[700]">{empty ? words.empty : words.pick}</b>
        <span className="text-ink-2">{empty ? words.emptyHint : words.pickHint}</span>
      </div>
      {mayChange ? (
        <ul className="flex flex-col rounded-card border border-line bg-surface">
          <Task title={tasks.title} hint={tasks.importHint}>
            <Button kind={empty ? 'primary' : 'plain'} onPress={onImport} keyHint="F6" testId="open-import">
              {tasks.chooseFile}
            </Button>
          </Task>
          <ExportTask disabled={empty} />
          <Task title={tasks.keysTitle} hint={tasks.keysHint}>
            <Button onPress={onKeys} keyHint="F9" testId="open-keys">
              {tasks.keysTitle}
            </Button>
          </Task>
        </ul>
      ) : null}
    </div>
  );
}

function Task({ title, hint, children, below }: { readonly title: string; readonly hint: string; readonly children: ReactNode; readonly below?: ReactNode }) {
  return (
    <li className="flex flex-col gap-3 border-b border-line px-5 py-4 last:border-b-0">
      <div className="flex items-center gap-4">
        <span className="flex min-w-0 flex-1 flex-col">
          <b className="text-lg font-[650]">{title}</b>
          <span className="text-[0.9375rem] text-ink-2">{hint}</span>
        </span>
        <span className="flex flex-none gap-2">{children}</span>
      </div>
      {below}
    </li>
  );
}

function ExportTask({ disabled }: { readonly disabled: boolean }) {
  const words = useWords(importWords);
  const format = useFormat();
  const client = useClient();
  const special = useSpecialAct();
  const [busy, setBusy] = useState(false);
  const [exported, setExported] = useState<CallAnswer<'catalogue.export'> | null>(null);
  const write = async (as: 'csv' | 'xlsx') => {
    setBusy(true);
    setExported(null);
    const result = await special({ saleId: null, what: words.export }, (given) => client.call('catalogue.export', { format: as, ...given }));
    setBusy(false);
    if (result.ok) setExported(result.res);
  };
  const done = exported === null ? null : <FilePath says={words.exported(format.number(exported.products))} file={exported.file} testId="export-file" />;
  return (
    <Task title={words.export} hint={busy ? words.exporting : words.exportHint} below={done}>
      <Live testId="export-live">{exported === null ? '' : words.exported(format.number(exported.products))}</Live>
      <Button disabled={busy || disabled} onPress={() => void write('xlsx')} testId="export-xlsx">
        {words.exportXlsx}
      </Button>
      <Button disabled={busy || disabled} onPress={() => void write('csv')} testId="export-csv">
        {words.exportCsv}
      </Button>
    </Task>
  );
}

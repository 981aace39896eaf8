import type { ReactNode } from 'react';
import type { ImportView } from '../../../contract/views.ts';
import { IMPORT_FIELDS, type ImportField, NEEDED_FIELDS } from '../../../domain/catalogue/import/columns.ts';
import { useAct } from '../../ui/act.ts';
import { Pick } from '../../ui/pick.tsx';
import { Segments } from '../../ui/segments.tsx';
import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.tsx';

const NONE = 'none';
const ENCODINGS = ['utf-8', 'cp949', 'utf-16le'] as const;
/** The list's own number of a product stands last: it is for lists that were exported. */
const FIELDS: readonly ImportField[] = [...IMPORT_FIELDS.filter((field) => field !== 'productId'), 'productId'];

/** How the list is read: which column is which, and what becomes of products that are there. */
export function ImportSettings({ list }: { readonly list: ImportView }) {
  const words = useWords(importWords);
  const act = useAct();
  const { table, importId, existing } = list;
  if (table === null) return null;
  const set = (change: { readonly mapping?: Partial<typeof table.mapping>; readonly existing?: ImportView['existing'] }) => void act('import.setMapping', { importId, mapping: {}, existing: null, ...change });
  const options = [{ id: NONE, text: words.noColumn }, ...table.columns.map((heading, index) => ({ id: String(index), text: heading === '' ? words.columnNumber(index + 1) : heading }))];
  const needs = (field: ImportField) => NEEDED_FIELDS.some((needed) => needed === field);
  return (
    // Scrolled by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div tabIndex={0} role="group" inert={list.stage === 'applying'} aria-label={words.columns} className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-5 pt-3 pb-5 -outline-offset-2! inert:opacity-45">
      <p className="flex-none truncate font-semibold" data-testid="import-file-name">{list.fileName}</p>
      {table.encoding === null ? null : (
        <Group title={words.encoding}>
          <Segments
            label={words.encoding}
            value={table.encoding}
            options={ENCODINGS.map((id) => ({ id, content: words.encodings[id], testId: `import-encoding-${id}` }))}
            onChange={(encoding) => void act('import.setEncoding', { importId, encoding })}
            className="flex-wrap"
          />
        </Group>
      )}
      <Group title={words.existing}>
        <Segments
          label={words.existing}
          value={existing}
          options={(['update', 'skip'] as const).map((id) => ({ id, content: words[id], testId: `import-existing-${id}` }))}
          onChange={(next) => set({ existing: next })}
        />
      </Group>
      <Group title={words.columns} hint={words.columnsHint}>
        <div className="flex flex-col gap-2">
          {FIELDS.map((field) => (
            <Pick
              key={field}
              label={words.field[field]}
              aside={needs(field) ? words.needed : undefined}
              value={table.mapping[field] === null ? NONE : String(table.mapping[field])}
              invalid={needs(field) && table.mapping[field] === null}
              options={options}
              onPick={(column) => set({ mapping: { [field]: column === NONE ? null : Number(column) } })}
              testId={`import-column-${field}`}
            />
          ))}
        </div>
      </Group>
    </div>
  );
}

function Group({ title, hint, children }: { readonly title: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-none flex-col gap-2">
      <div>
        <b className="text-[0.9375rem] font-semibold text-ink-2">{title}</b>
        {hint === undefined ? null : <span className="block text-[0.9375rem] text-ink-2">{hint}</span>}
      </div>
      {children}
    </div>
  );
}

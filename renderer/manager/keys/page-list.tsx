import { useState } from 'react';
import type { KeysEditRequest } from '../../../contract/catalogue.ts';
import { MAX_CATEGORY_CHARS, MAX_KEY_PAGES } from '../../../domain/catalogue/product.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DownIcon, MoreIcon, PlusIcon, UpIcon } from '../../ui/icons.tsx';
import { Press } from '../../ui/press.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { productsWords } from '../../words/products.ts';

type PageListProps = {
  readonly pages: readonly string[];
  readonly page: string | null;
  readonly countOf: (page: string) => number;
  readonly onChoose: (page: string) => void;
  readonly onEdit: (change: KeysEditRequest) => Promise<boolean>;
};

/** The pages in their order: chosen, moved, named, added. */
export function PageList({ pages, page, countOf, onChoose, onEdit }: PageListProps) {
  const words = useWords(productsWords);
  const format = useFormat();
  /** The page whose name is being written; empty for a new one. */
  const [naming, setNaming] = useState<string | null>(null);
  return (
    <>
      <ul aria-label={words.keyPages} className="min-h-0 flex-1 overflow-y-auto border-t border-line">
        {pages.map((name, index) => (
          <li key={name} className={cx('flex min-h-14 items-center border-b border-sunk pr-2', name === page && 'bg-accent-soft shadow-[inset_0.25rem_0_0_var(--accent)]')} data-testid="key-page" data-page={name}>
            <Press onPress={() => onChoose(name)} {...(name === page ? { 'aria-current': 'true' as const } : {})} className="flex min-h-14 min-w-0 flex-1 items-center gap-2 pl-5 text-left" data-testid={`key-page-${name}`}>
              <b data-may-shorten className="truncate text-lg font-semibold">{name}</b>
              <span className="num text-[0.9375rem] text-ink-2">{format.number(countOf(name))}</span>
            </Press>
            {name !== page ? null : (
              <>
                <Button size="small" kind="quiet" disabled={index === 0} onPress={() => void onEdit({ kind: 'move-page', page: name, by: -1 })} label={words.pageUp(name)} testId="page-up" className="px-0!">
                  <UpIcon />
                </Button>
                <Button size="small" kind="quiet" disabled={index === pages.length - 1} onPress={() => void onEdit({ kind: 'move-page', page: name, by: 1 })} label={words.pageDown(name)} testId="page-down" className="px-0!">
                  <DownIcon />
                </Button>
                <Button size="small" kind="quiet" onPress={() => setNaming(name)} label={words.pageRename} testId="page-more" className="px-0!">
                  <MoreIcon />
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <Button size="large" disabled={pages.length >= MAX_KEY_PAGES} onPress={() => setNaming('')} testId="page-add" className="mx-5 mb-3 flex-none">
        <PlusIcon />
        {words.newPage}
      </Button>
      {naming === null ? null : (
        <PageDialog
          page={naming}
          keys={naming === '' ? 0 : countOf(naming)}
          onClose={() => setNaming(null)}
          onEdit={async (change) => {
            if (!(await onEdit(change))) return;
            setNaming(null);
            if (change.kind === 'add-page') onChoose(change.page.trim());
            if (change.kind === 'rename-page') onChoose(change.name.trim());
          }}
        />
      )}
    </>
  );
}

type PageDialogProps = { readonly page: string; readonly keys: number; readonly onClose: () => void; readonly onEdit: (change: KeysEditRequest) => Promise<void> };

function PageDialog({ page, keys, onClose, onEdit }: PageDialogProps) {
  const words = useWords(productsWords);
  const format = useFormat();
  const [name, setName] = useState(page);
  const save = () => void onEdit(page === '' ? { kind: 'add-page', page: name } : { kind: 'rename-page', page, name });
  return (
    <Dialog title={page === '' ? words.newPage : words.keyPage(page)} onClose={onClose} testId="page-dialog" onEnter={save}>
      <input
        // She came here to write it: the next key belongs in it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        type="text"
        value={name}
        maxLength={MAX_CATEGORY_CHARS}
        onChange={(event) => setName(event.target.value)}
        aria-label={words.pageName}
        placeholder={words.pageName}
        autoComplete="off"
        spellCheck={false}
        className="h-15 w-full rounded-card border-2 border-accent bg-surface px-4.5 text-xl text-ink outline-none"
        data-testid="page-name"
      />
      <Button kind="primary" size="large" disabled={name.trim() === ''} onPress={save} keyHint="Enter" testId="page-save">
        {page === '' ? words.newPage : words.pageRename}
      </Button>
      {page === '' ? null : (
        <div className="flex items-center gap-4 border-t border-line pt-4">
          <span className="flex-1 text-[0.9375rem] text-ink-2">{words.pageRemoveHint(format.number(keys))}</span>
          <Button kind="danger" onPress={() => void onEdit({ kind: 'remove-page', page })} testId="page-remove">
            {words.pageRemove}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

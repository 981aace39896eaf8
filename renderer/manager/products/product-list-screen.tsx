import { Pane, Panes, Title } from '../../ui/screen.tsx';
import { catalogueWords } from '../../words/catalogue.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { RoomProps, TakeScans } from '../room.tsx';
import { RoomHead } from '../room.tsx';
import { SearchField } from '../search-field.tsx';
import type { NewProduct } from './fields.ts';
import { ListFoot } from './list-foot.tsx';
import { ProductFormPane, SaveLine } from './product-form.tsx';
import { ProductRows } from './product-rows.tsx';
import { ProductTasks } from './product-tasks.tsx';
import { UnsavedDialog } from './unsaved-dialog.tsx';
import { useCategories } from './use-product-list.ts';
import { useProductRoom } from './use-product-room.ts';

export type ProductListScreenProps = RoomProps & { readonly start: NewProduct | null; readonly takeScans: TakeScans; readonly onImport: () => void; readonly onKeys: () => void };

/** Products found, looked at, added, changed, deleted. */
export function ProductListScreen(props: ProductListScreenProps) {
  const { view, onImport, onKeys } = props;
  const words = useWords(catalogueWords);
  const format = useFormat();
  const room = useProductRoom(props);
  const { text, find, page, turn, listed, form, marked, mark, setMarking, mayChange, search, firstField, waiting, wait, escElsewhere, leave, choose, begin, remove } = room;
  const categories = useCategories(view.catalogue.revision);
  const { editing } = form;
  const isNew = editing !== null && editing.product === null;
  return (
    <Panes columns="grid-cols-[24rem_minmax(0,1fr)] min-[76rem]:grid-cols-[28rem_minmax(0,1fr)]" testId="screen-products">
      <Pane tone="surface" label={words.list} className="gap-3 border-r border-line pt-4">
        <div className="flex flex-none flex-col gap-3 px-5">
          <RoomHead title={words.title} {...(listed === null ? {} : { aside: words.count(format.number(listed.total)) })} escElsewhere={escElsewhere} onLeave={leave} />
          <SearchField ref={search} value={text} onChange={find} label={words.search} clearLabel={words.clearSearch} testId="products-search" />
        </div>
        <ProductRows listed={listed} text={text} productId={editing?.product?.productId ?? null} marked={marked} page={page} onPage={turn} onChoose={marked === null ? choose : ({ productId }) => mark(productId)} />
        {mayChange ? <ListFoot view={view} marked={marked} onMarking={setMarking} onDelete={remove} onNew={() => begin({ name: '', barcode: '' })} /> : null}
      </Pane>
      <Pane label={words.editTitle}>
        {editing === null ? (
          <ProductTasks mayChange={mayChange} empty={listed !== null && listed.total === 0 && text === ''} onImport={onImport} onKeys={onKeys} />
        ) : (
          <>
            <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-7.5 py-5">
              <Title>{isNew ? words.newTitle : editing.first.name}</Title>
              <ProductFormPane form={form} fields={editing.now} categories={categories} readOnly={!mayChange} firstField={firstField} />
            </div>
            {mayChange ? <SaveLine form={form} onDelete={remove} /> : null}
          </>
        )}
      </Pane>
      {waiting === null ? null : <UnsavedDialog name={editing?.now.name ?? ''} onDiscard={() => (wait(null), waiting())} onClose={() => wait(null)} />}
    </Panes>
  );
}

import type { CounterView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { catalogueWords } from '../../words/catalogue.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { photoWords } from '../../words/photo.ts';
import { productsWords } from '../../words/products.ts';

type ListFootProps = {
  readonly view: CounterView;
  readonly marked: ReadonlySet<string> | null;
  readonly onMarking: (on: boolean) => void;
  readonly onDelete: () => void;
  readonly onNew: () => void;
};

/** Under the list: what was done last and can be taken back, then what can be done. */
export function ListFoot({ view, marked, onMarking, onDelete, onNew }: ListFootProps) {
  const words = useWords(productsWords);
  const format = useFormat();
  const { add } = useWords(catalogueWords);
  return (
    <div className="flex flex-none flex-col">
      <CatalogueUndo view={view} />
      {marked === null ? (
        <div className="grid grid-cols-2 gap-2.5 px-5 pb-4">
          <Button size="large" onPress={onNew} keyHint="F4" testId="product-new">
            {add}
          </Button>
          <Button size="large" kind="quiet" onPress={() => onMarking(true)} testId="products-mark" className="text-[1.0625rem]!">
            {words.mark}
          </Button>
        </div>
      ) : (
        <div className="grid grid-cols-2 gap-2.5 px-5 pb-4">
          <Button size="large" kind="danger" disabled={marked.size === 0} onPress={onDelete} keyHint="Del" testId="products-delete-marked" className="num">
            {words.deleteMarked(format.number(marked.size))}
          </Button>
          <Button size="large" kind="quiet" onPress={() => onMarking(false)} keyHint="Esc" testId="products-mark-end" className="text-[1.0625rem]!">
            {words.markDone}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Deleted, arranged, or given another photo: one press takes it back. */
export function CatalogueUndo({ view }: { readonly view: CounterView }) {
  const words = useWords(productsWords);
  const format = useFormat();
  const act = useAct();
  const { undo } = view.catalogue;
  const { changed } = useWords(photoWords);
  if (undo === null) return null;
  const says = undo.act === 'keys-changed' ? words.keysMoved : undo.act === 'photo-changed' ? changed(undo.name) : undo.name === '' ? words.deletedMany(format.number(undo.products)) : words.deleted(undo.name);
  return (
    <div className="mb-3 flex flex-none items-center justify-between gap-3 border-t border-line bg-sunk py-1 pr-3 pl-5 last:mb-0" data-testid="catalogue-undo">
      <output data-may-shorten className="line-clamp-1 text-ink-2">{says}</output>
      <Button size="small" onPress={() => void act('catalogue.undo', {})} testId="catalogue-undo-do" className="flex-none">
        {words.undo}
      </Button>
    </div>
  );
}

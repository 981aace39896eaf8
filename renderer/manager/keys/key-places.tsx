import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import type { ProductView } from '../../../contract/views.ts';
import { MAX_KEYS_PER_PAGE } from '../../../domain/catalogue/product.ts';
import { Photo } from '../../photos/photo.tsx';
import { cx } from '../../ui/cx.ts';
import { GripIcon } from '../../ui/icons.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { productsWords } from '../../words/products.ts';

const KEY_TYPE = 'gyesandae-key';

type KeyPlacesProps = {
  readonly page: string;
  readonly products: readonly ProductView[];
  readonly heldId: string | null;
  readonly onChoose: (place: number) => void;
  readonly onDrop: (productId: string, place: number) => void;
};

type Place = { readonly id: string; readonly place: number; readonly product: ProductView | null };

/** Every place of a page, the empty ones too: four in a row, as on the sale screen. */
export function KeyPlaces({ page, products, heldId, onChoose, onDrop }: KeyPlacesProps) {
  const words = useWords(productsWords);
  const format = useFormat();
  const places: readonly Place[] = Array.from({ length: MAX_KEYS_PER_PAGE }, (_, index) => ({ id: `place-${index + 1}`, place: index + 1, product: products.find(({ quickKey }) => quickKey?.place === index + 1) ?? null }));
  const at = (id: string | number) => places.find((place) => place.id === id);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (ids) => [...ids].map((id) => ({ [KEY_TYPE]: at(id)?.product?.productId ?? '' })),
    acceptedDragTypes: [KEY_TYPE],
    getDropOperation: (target) => (target.type === 'item' && target.dropPosition === 'on' ? 'move' : 'cancel'),
    onItemDrop: ({ items, target }) => {
      const [item] = items;
      const place = at(target.key)?.place;
      if (item?.kind !== 'text' || place === undefined) return;
      void item.getText(KEY_TYPE).then((productId) => {
        if (productId !== '') onDrop(productId, place);
      });
    },
  });
  return (
    <GridList
      aria-label={words.places(page)}
      items={places}
      layout="grid"
      dragAndDropHooks={dragAndDropHooks}
      dependencies={[heldId, products]}
      onAction={(id) => onChoose(at(id)?.place ?? 0)}
      className="-m-1 grid min-h-0 flex-1 auto-rows-[max(6rem,calc((100%-2.5rem)/5))] grid-cols-4 gap-2.5 overflow-y-auto overscroll-contain p-1 cramped:max-h-[24rem]"
      data-testid="key-places"
    >
      {({ id, place, product }) => (
        <GridListItem
          id={id}
          textValue={product?.name ?? words.emptyPlace(place)}
          className={cx(
            'flex min-w-0 cursor-default flex-col items-start rounded-card border px-3 py-2.5 text-left data-drop-target:border-accent data-drop-target:bg-accent-soft data-dragging:opacity-45',
            product === null ? 'justify-end border-dashed border-line-strong' : 'border-line bg-surface',
            product !== null && product.productId === heldId && 'border-accent! bg-accent-soft shadow-[inset_0_0_0_0.0625rem_var(--accent)]',
          )}
          data-testid={`place-${place}`}
          data-product={product?.productId ?? ''}
        >
          {product === null ? (
            <>
              <span className="num text-[0.875rem] text-ink-3">{place}</span>
              {/* Nothing to drag: neither seen, nor focused, nor spoken of. */}
              <AriaButton slot="drag" className="invisible absolute" />
            </>
          ) : (
            <>
              <b data-may-shorten className="line-clamp-2 text-[1.0625rem] leading-tight font-[650]">{product.name}</b>
              <span className="mt-auto flex w-full items-end justify-between">
                <span className="num flex-1 text-[0.9375rem] text-ink-2">{format.number(product.priceWon)}</span>
                {product.photo === undefined ? null : <Photo photo={product.photo} className="size-9" />}
                <AriaButton slot="drag" aria-label={words.dragKey(product.name)} className="-mr-1.5 -mb-1 grid size-9 place-items-center rounded-control text-ink-3">
                  <GripIcon />
                </AriaButton>
              </span>
            </>
          )}
        </GridListItem>
      )}
    </GridList>
  );
}

import { useState } from 'react';
import type { KeysEditRequest } from '../../../contract/catalogue.ts';
import type { ProductView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Pane, Panes, Title } from '../../ui/screen.tsx';
import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.tsx';
import { productsWords } from '../../words/products.ts';
import { CatalogueUndo } from '../products/list-foot.tsx';
import type { RoomProps } from '../room.tsx';
import { RoomHead } from '../room.tsx';
import { KeyPlaces } from './key-places.tsx';
import { KeySearch } from './key-search.tsx';
import { PageList } from './page-list.tsx';
import { useKeys } from './use-keys.ts';

/** The keys of the sale screen, arranged: dragged, or picked up and put down. Each act is done at once, and can be taken back. */
export function KeysScreen({ view, onLeave }: RoomProps) {
  const words = useWords(productsWords);
  const { keysTitle } = useWords(importWords);
  const act = useAct();
  const keys = useKeys(view.catalogue.revision);
  const [wanted, setWanted] = useState<string | null>(null);
  /** In hand: the next place that is chosen is its own. */
  const [held, setHeld] = useState<ProductView | null>(null);
  const pages = keys?.pages ?? [];
  const page = wanted !== null && pages.includes(wanted) ? wanted : (pages[0] ?? null);
  const onPage = (keys?.products ?? []).filter(({ quickKey }) => quickKey?.page === page);
  const edit = async (change: KeysEditRequest): Promise<boolean> => {
    const result = await act('catalogue.editKeys', { edit: change });
    return result.ok;
  };
  const put = async (productId: string, place: number) => {
    if (page !== null && (await edit({ kind: 'place', productId, page, place }))) setHeld(null);
  };
  const choose = (place: number) => {
    const there = onPage.find(({ quickKey }) => quickKey?.place === place) ?? null;
    if (held === null) setHeld(there);
    else if (held.productId === there?.productId) setHeld(null);
    else void put(held.productId, place);
  };
  const remove = () => {
    if (held?.quickKey == null) return;
    void edit({ kind: 'remove', productId: held.productId }).then((done) => done && setHeld(null));
  };
  useKeyLayer('screen', { keys: { Escape: () => (held === null ? onLeave() : setHeld(null)), F2: () => document.getElementById('key-search')?.focus(), Delete: named(words.keyRemove, remove) } });
  return (
    <Panes columns="grid-cols-[24rem_minmax(0,1fr)]" testId="screen-keys">
      <Pane tone="surface" label={words.keyPages} className="gap-3 border-r border-line pt-4">
        <div className="flex-none px-5">
          <RoomHead title={keysTitle} escElsewhere={held !== null} onLeave={onLeave} />
        </div>
        <PageList pages={pages} page={page} countOf={(name) => (keys?.products ?? []).filter(({ quickKey }) => quickKey?.page === name).length} onChoose={setWanted} onEdit={edit} />
        <CatalogueUndo view={view} />
      </Pane>
      <Pane label={page === null ? words.keyPages : words.places(page)} className="gap-3 px-5 py-4">
        {page === null ? (
          <p className="m-auto text-xl">{words.noPages}</p>
        ) : (
          <>
            <KeySearch onPick={setHeld} />
            <div className="flex min-h-13 flex-none items-center gap-4">
              {held === null ? (
                <>
                  <Title>{page}</Title>
                  <span className="text-[0.9375rem] text-ink-2">{words.arrangeHint}</span>
                </>
              ) : (
                <Held product={held} onRemove={remove} onStop={() => setHeld(null)} />
              )}
            </div>
            <KeyPlaces page={page} products={onPage} heldId={held?.productId ?? null} onChoose={choose} onDrop={(productId, place) => void put(productId, place)} />
          </>
        )}
        <Live testId="keys-live">{held === null ? '' : words.placing(held.name)}</Live>
      </Pane>
    </Panes>
  );
}

function Held({ product, onRemove, onStop }: { readonly product: ProductView; readonly onRemove: () => void; readonly onStop: () => void }) {
  const words = useWords(productsWords);
  return (
    <div className="flex flex-1 items-center gap-3 rounded-card bg-accent-soft py-1 pr-1 pl-5" data-testid="key-held">
      <span className="min-w-0 flex-1">
        <b data-may-shorten className="block truncate font-[650]">{words.placing(product.name)}</b>
        <span className="block text-[0.875rem] text-ink-2">{words.placingHint}</span>
      </span>
      {product.quickKey === null ? null : (
        <Button size="small" kind="danger" onPress={onRemove} keyHint="Del" testId="key-remove">
          {words.keyRemove}
        </Button>
      )}
      <Button size="small" onPress={onStop} keyHint="Esc" testId="key-stop">
        {words.stopPlacing}
      </Button>
    </div>
  );
}

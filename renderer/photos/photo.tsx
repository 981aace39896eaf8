import type { ReactNode } from 'react';
import { createContext, use, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useClient } from '../bridge.ts';
import { cx } from '../ui/cx.ts';
import type { PhotoStore } from './photo-store.ts';
import { createPhotoStore } from './photo-store.ts';

/** A busy window gives its photos a moment after this long all the same. */
const PATIENCE_MS = 500;
/** A little before they come into sight. */
const NEAR = '160px';

const PhotosContext = createContext<PhotoStore | null>(null);

export function PhotosProvider({ children }: { readonly children: ReactNode }) {
  const client = useClient();
  const [store] = useState(() =>
    createPhotoStore({
      // A picture that cannot be had is no trouble of the sale: nothing is said, the place stays empty.
      ask: async (photos) => {
        const result = await client.call('catalogue.photos', { photos });
        return result.ok ? result.res : null;
      },
      later: (act) => void requestIdleCallback(act, { timeout: PATIENCE_MS }),
    }),
  );
  return <PhotosContext value={store}>{children}</PhotosContext>;
}

export function usePhotos(): PhotoStore {
  const store = use(PhotosContext);
  if (store === null) throw new Error('no photos around this component');
  return store;
}

/** The address of a photo as soon as it is here and wanted. */
function usePhoto(photo: string, wanted: boolean): string | null {
  const store = usePhotos();
  const address = useSyncExternalStore(store.subscribe, () => store.get(photo));
  const missing = address === null;
  useEffect(() => {
    if (wanted) store.want(photo);
  }, [store, photo, wanted, missing]);
  return address;
}

/** What a product looks like, beside its name: decoration, and its place is kept whether it is there yet or not. */
export function Photo({ photo, className }: { readonly photo: string; readonly className?: string }) {
  const place = useRef<HTMLSpanElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const watch = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        setNear(true);
        watch.disconnect();
      },
      { rootMargin: NEAR },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const address = usePhoto(photo, near);
  return (
    <span ref={place} aria-hidden="true" className={cx('block overflow-hidden rounded-[0.5rem] border border-line bg-sunk', className)} data-testid="photo" data-photo={photo}>
      {address === null ? null : <Picture address={address} />}
    </span>
  );
}

/** In a row of a list in which some have a photo: the others show how their name begins. */
export function PhotoPlace({ name, photo }: { readonly name: string; readonly photo: string | undefined }) {
  if (photo !== undefined) return <Photo photo={photo} className="size-12" />;
  return (
    <span aria-hidden="true" className="grid size-12 place-items-center rounded-[0.5rem] bg-sunk text-lg font-semibold text-ink-3">
      {name.slice(0, 1)}
    </span>
  );
}

/** Drawn off the path of the keys; one that cannot be drawn leaves its place empty. */
export function Picture({ address, alt = '' }: { readonly address: string; readonly alt?: string }) {
  const [broken, setBroken] = useState<string | null>(null);
  if (broken === address) return null;
  return <img src={address} alt={alt} decoding="async" draggable={false} onError={() => setBroken(address)} className="pointer-events-none block size-full object-cover" />;
}

import type { ReactNode } from 'react';
import { createContext, use, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Client } from '../bridge.ts';
import { useClient } from '../bridge.ts';
import { bytesOf } from '../ui/base64.ts';
import { cx } from '../ui/cx.ts';
import { keepPainted } from '../ui/keep-painted.ts';
import type { PhotoBytes, PhotoStore } from './photo-store.ts';
import { createPhotoStore } from './photo-store.ts';

/** A busy window gives its photos a moment after this long all the same. */
const PATIENCE_MS = 500;
/** A little before they come into sight. */
const NEAR = '160px';

type Photos = { readonly store: PhotoStore; readonly sight: Sight };
const PhotosContext = createContext<Photos | null>(null);

export function PhotosProvider({ children }: { readonly children: ReactNode }) {
  const client = useClient();
  const [photos] = useState(() => ({ store: storeOf(client), sight: createSight() }));
  return <PhotosContext value={photos}>{children}</PhotosContext>;
}

function storeOf(client: Client): PhotoStore {
  return createPhotoStore({
    // A picture that cannot be had is no trouble of the sale: nothing is said, the place stays empty.
    ask: async (photos) => {
      const result = await client.call('catalogue.photos', { photos });
      return result.ok ? result.res.map(({ photo, base64 }) => ({ photo, bytes: bytesOf(base64) })) : null;
    },
    later: (act) => void requestIdleCallback(act, { timeout: PATIENCE_MS }),
  });
}

type Sight = { /** Calls once, when the element comes near the part that can be seen; answers how to stop waiting. */ readonly watch: (element: Element, seen: () => void) => () => void };

/** One watcher for all photos of the window. */
function createSight(): Sight {
  const waiting = new Map<Element, () => void>();
  const leave = (element: Element) => {
    waiting.delete(element);
    observer.unobserve(element);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        waiting.get(target)?.();
        leave(target);
      }
    },
    { rootMargin: NEAR },
  );
  return {
    watch(element, seen) {
      waiting.set(element, seen);
      observer.observe(element);
      return () => leave(element);
    },
  };
}

function usePhotosHere(): Photos {
  const photos = use(PhotosContext);
  if (photos === null) throw new Error('no photos around this component');
  return photos;
}

export function usePhotos(): PhotoStore {
  return usePhotosHere().store;
}

/** What a product looks like, beside its name: decoration, and its place is kept whether it is there yet or not. */
export function Photo({ photo, className }: { readonly photo: string; readonly className?: string }) {
  const { store, sight } = usePhotosHere();
  const place = useRef<HTMLSpanElement>(null);
  const bytes = useSyncExternalStore(store.subscribe, () => store.get(photo));
  const missing = bytes === null;
  useEffect(() => {
    const want = () => store.want(photo);
    if (missing && place.current !== null) return sight.watch(place.current, want);
    want();
    return undefined;
  }, [store, sight, photo, missing]);
  return (
    <span ref={place} aria-hidden="true" className={cx('block overflow-hidden rounded-[0.5rem] border border-line bg-sunk', className)} data-testid="photo" data-photo={photo}>
      {bytes === null ? null : <Picture bytes={bytes} />}
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

/** Painted as slips are: the browser keeps no copy of what it has shown, and the key beside it does not wait for it. Photos are squares. */
export function Picture({ bytes, label = '' }: { readonly bytes: PhotoBytes; readonly label?: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const place = canvas.current;
    return place === null ? undefined : keepPainted(place, new Blob([bytes]), 1);
  }, [bytes]);
  return <canvas ref={canvas} {...(label === '' ? {} : { role: 'img', 'aria-label': label })} className="block size-full" data-testid="photo-painted" />;
}

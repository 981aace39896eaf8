import { startTransition, useCallback, useState } from 'react';
import { groupOf } from './line-groups.ts';

/** How far beyond the edge of what can be seen lines are drawn: a swipe does not outrun it. */
const MARGIN = '900px 0px';

/** Drawn at once around the line in hand: more than fit into the window. */
const NEIGHBOURS = 3;

/** Which pieces of the list are near what can be seen. The one with the line in hand always is, and so is what stands around it. */
export function useNearGroups(inHand: number) {
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  const [observer] = useState(
    () =>
      new IntersectionObserver(
        (changes) =>
          // Nobody waits for what comes into sight some frames from now; the scroll itself must not.
          startTransition(() =>
            setSeen((before) => {
              const after = new Set(before);
              for (const { target, isIntersecting } of changes) {
                if (isIntersecting) after.add(indexOf(target));
                else after.delete(indexOf(target));
              }
              return after;
            }),
          ),
        // The list scrolls by itself, or with the page where the screen is small.
        { rootMargin: MARGIN, scrollMargin: MARGIN },
      ),
  );
  const watch = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined;
      observer.observe(element);
      return () => {
        observer.unobserve(element);
        setSeen((before) => new Set([...before].filter((index) => index !== indexOf(element))));
      };
    },
    [observer],
  );
  const here = groupOf(Math.max(0, inHand));
  return { watch, isNear: (index: number) => seen.has(index) || Math.abs(index - here) <= NEIGHBOURS };
}

function indexOf(element: Element): number {
  return element instanceof HTMLElement ? Number(element.dataset['group']) : Number.NaN;
}

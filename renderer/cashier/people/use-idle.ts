/** Nobody touches the counter: after as long as the rules say, whoever is signed in is signed out. What she typed is main's to keep. */
import { useEffect, useRef } from 'react';
import type { CounterView } from '../../../contract/views.ts';
import { useClient } from '../../bridge.ts';
import { wallMs } from '../../ui/now.ts';
import { hasUnsaved } from '../../ui/unsaved.ts';

const LOOK_EVERY_MS = 5_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel'] as const;

/** What changes when somebody works at the sale without touching this window: a scan that landed in the customer's. */
function workOf({ sale }: CounterView): string {
  return sale.stage === 'basket' ? `${sale.saleId} ${sale.lines.length} ${sale.quantity} ${sale.breakdown.totalWon}` : `${sale.stage} ${sale.saleNumber}`;
}

/** By the clock on the wall and not by one that only ticks while the machine is awake: a counter that slept was left alone all the same. */
export function useIdle(view: CounterView): void {
  const client = useClient();
  const lastMs = useRef(0);
  const userId = view.signedIn?.userId ?? null;
  const work = workOf(view);
  useEffect(() => {
    lastMs.current = wallMs();
  }, [userId, work]);
  useEffect(() => {
    const seen = () => {
      lastMs.current = wallMs();
    };
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, seen, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, seen, { capture: true });
    };
  }, []);
  const { idleMinutes } = view;
  useEffect(() => {
    if (userId === null || idleMinutes === 0) return undefined;
    const timer = setInterval(() => {
      // A form that is not saved would be lost: whoever typed it comes back to it.
      if (wallMs() - lastMs.current < idleMinutes * 60_000 || hasUnsaved()) return;
      lastMs.current = wallMs();
      void client.call('people.leaveIdle', {});
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [client, userId, idleMinutes]);
}

/** Tells the windows: a whole view after every change, at most one per turn of the event loop. */
import type { WindowKind } from '../contract/calls.ts';
import type { PushFrame } from '../contract/envelope.ts';
import type { LiveInk } from '../contract/signature.ts';
import type { Sources } from './view.ts';
import { counterView, customerView } from './view.ts';

/** `afterRevision`: the last one the windows have seen, from the place that was open before. */
export function createPusher(afterRevision = 0) {
  const listeners: ((window: WindowKind, raw: string) => void)[] = [];
  let sources: Sources | null = null;
  let revision = afterRevision + 1;
  let scheduled = false;

  function push(): void {
    scheduled = false;
    if (sources === null) return;
    send('cashier', { ev: 'counter.changed', data: counterView(sources, revision) });
    send('customer', { ev: 'customer.changed', data: customerView(sources, revision) });
  }

  function send(window: WindowKind, frame: PushFrame): void {
    const raw = JSON.stringify(frame);
    for (const listener of listeners) listener(window, raw);
  }

  return {
    revision: () => revision,
    changed: (): void => {
      revision += 1;
      if (scheduled) return;
      scheduled = true;
      setImmediate(push);
    },
    onPush: (listener: (window: WindowKind, raw: string) => void): void => {
      listeners.push(listener);
    },
    /** Tells the cashier's window at once; a scan is not a state and is not coalesced. */
    strayScan: (code: string): void => send('cashier', { ev: 'scan.stray', data: { code } }),
    /** The newest of the ink replaces what came before it; it is no view, because no view may hold it. */
    ink: (ink: LiveInk): void => send('cashier', { ev: 'signature.ink', data: ink }),
    /** Until then changes are counted but not shown: the counter is still being read from its journal. */
    connect: (from: Sources): void => {
      sources = from;
    },
    stop: (): void => {
      sources = null;
    },
  };
}

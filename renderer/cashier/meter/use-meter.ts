import { useCallback, useEffect, useRef } from 'react';
import type { CounterView } from '../../../contract/views.ts';
import { useClient } from '../../bridge.ts';
import { pageMs } from '../../ui/now.ts';
import { countTouches, pressesSoFar } from './presses.ts';
import { NEW_METER, scanned, seeSale } from './sale-meter.ts';

/** Measures what this window sees, and sends a sale's count once the sale is over. Answers how to tell of a scan. */
export function useMeter({ sale }: CounterView): () => void {
  const client = useClient();
  const meter = useRef(NEW_METER);
  useEffect(countTouches, []);
  useEffect(() => {
    const seen = seeSale(meter.current, sale, { presses: pressesSoFar(), atMs: pageMs() });
    meter.current = seen.meter;
    // Nobody waits for it, and nobody is told when it is refused.
    if (seen.sample !== null) void client.call('meter.record', seen.sample);
  }, [client, sale]);
  return useCallback(() => {
    meter.current = scanned(meter.current, pressesSoFar());
  }, []);
}

/** Gets the first view and keeps the newest. A display that starts before main is ready asks again, a few times; any push ends the asking. */
import type { CustomerView } from '../../contract/views.ts';
import type { Client } from '../bridge.ts';
import type { ViewStore } from '../store.ts';

export const MAX_TRIES = 6;
export const WAIT_STEP_MS = 500;

/** Resolves to whether a view arrived. `wait` is a timer in the window and a list in tests. */
export async function connectCustomer(client: Client, store: ViewStore<CustomerView>, wait: (ms: number) => Promise<void>): Promise<boolean> {
  client.onView((frame) => {
    if (frame.ev === 'customer.changed') store.put(frame.data);
  });
  for (let attempt = 1; attempt <= MAX_TRIES; attempt += 1) {
    const result = await client.call('customer.view', {});
    if (result.ok) store.put(result.res);
    if (store.get() !== null) return true;
    if (attempt < MAX_TRIES) await wait(attempt * WAIT_STEP_MS);
  }
  return store.get() !== null;
}

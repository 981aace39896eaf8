import { expect, test } from 'vitest';
import type { CustomerView } from '../../contract/views.ts';
import { createClient } from '../bridge.ts';
import { createViewStore } from '../store.ts';
import { connectCustomer, MAX_TRIES } from './connect.ts';

const idle: CustomerView = { revision: 3, mode: 'practice', shopName: '들꽃마트', language: 'ko', screen: { kind: 'idle' } };

function bridge(answers: readonly (CustomerView | null)[]) {
  const listeners: ((raw: string) => void)[] = [];
  const asked: string[] = [];
  const client = createClient({
    window: 'customer',
    invoke: async (raw) => {
      const { id } = JSON.parse(raw);
      const view = answers[asked.push(raw) - 1] ?? null;
      return JSON.stringify(view === null ? { id, ok: false, code: 'journal.locked', detail: '' } : { id, ok: true, res: view });
    },
    onPush: (listener) => void listeners.push(listener),
  });
  return { client, asked, push: (view: CustomerView) => listeners.forEach((listener) => listener(JSON.stringify({ ev: 'customer.changed', data: view }))) };
}

test('the first answer is the first view, and pushes replace it', async () => {
  const { client, push } = bridge([idle]);
  const store = createViewStore<CustomerView>();
  expect(await connectCustomer(client, store, async () => undefined)).toBe(true);
  push({ ...idle, revision: 4, screen: { kind: 'closed' } });
  expect(store.get()?.screen.kind).toBe('closed');
});

test('a main that is not ready is asked again, longer apart each time', async () => {
  const waits: number[] = [];
  const { client, asked } = bridge([null, null, idle]);
  const store = createViewStore<CustomerView>();
  expect(await connectCustomer(client, store, async (ms) => void waits.push(ms))).toBe(true);
  expect(asked).toHaveLength(3);
  expect(waits).toEqual([500, 1_000]);
});

test('the asking ends, and a push that comes later still shows', async () => {
  const { client, asked, push } = bridge([]);
  const store = createViewStore<CustomerView>();
  expect(await connectCustomer(client, store, async () => undefined)).toBe(false);
  expect(asked).toHaveLength(MAX_TRIES);
  push(idle);
  expect(store.get()).toEqual(idle);
});

/**
 * The counter of a blank shell: no journal, no devices, no rules. It answers every call with what it was asked and tells the cashier's
 * window that something changed, so that calls and pushes cost their way and nothing else. Bundled in the place of electron/program/program.ts,
 * with the shell around it as it is.
 */
import type { App } from '../../../electron/shell-port.ts';

type Listener = Parameters<App['onPush']>[0];

export async function startProgram(): Promise<App> {
  const listeners: Listener[] = [];
  const push = (): void => {
    for (const listener of listeners) listener('cashier', JSON.stringify({ ev: 'counter.changed', data: null }));
  };
  return {
    handle: async (raw) => {
      const call: { readonly id?: unknown; readonly call?: unknown; readonly req?: unknown } = JSON.parse(raw);
      // As the counter does: once per turn, after the answer is on its way.
      if (call.call === 'notice.dismiss') setImmediate(push);
      return JSON.stringify({ id: call.id ?? null, ok: true, res: call.req ?? null });
    },
    onPush: (listener) => void listeners.push(listener),
    stop: async () => {},
  };
}

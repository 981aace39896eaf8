/**
 * The counter of a blank shell: no journal, no devices, no rules. It answers every call with what it was asked, so that a call costs
 * the way there and back and nothing else. Bundled in the place of electron/app.ts, with the shell around it as it is.
 */
import type { App } from '../../../electron/shell-port.ts';

export async function startApp(): Promise<App> {
  return {
    handle: async (raw) => {
      const call: { readonly id?: unknown; readonly req?: unknown } = JSON.parse(raw);
      return JSON.stringify({ id: call.id ?? null, ok: true, res: call.req ?? null });
    },
    onPush: () => {},
    stop: async () => {},
  };
}

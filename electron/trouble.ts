/** The counter when it cannot be used: it answers one view that says why and what to do, and refuses everything else in the same words. */
import { callFrame } from '../contract/envelope.ts';
import type { CustomerView } from '../contract/views.ts';
import type { FailureCode } from '../domain/failure.ts';
import { ALLOWED_ORIGIN } from './router.ts';
import type { Settings } from './settings.ts';
import type { App, ShellPort } from './shell-port.ts';
import { troubleView } from './view.ts';

export function startInTrouble(shell: ShellPort, settings: Settings, trouble: { code: FailureCode; detail: string }, now: () => Date, log: (line: string) => void): App {
  log(`the counter cannot be used: ${trouble.code} ${trouble.detail}`);
  const { code, detail } = trouble;
  const view = troubleView({ settings, shellName: shell.shellName, appVersion: shell.appVersion, at: now().toISOString() }, { code, detail });
  const customer: CustomerView = { revision: 1, mode: settings.mode, shopName: settings.shop.name, language: 'ko', screen: { kind: 'closed' } };
  return {
    handle: async (raw, sender) => {
      if (!sender.isMainFrame || sender.origin !== ALLOWED_ORIGIN) return JSON.stringify({ id: null, ok: false, code: 'bridge.forbidden', detail: 'sender' });
      const frame = frameOf(raw);
      if (frame?.call === 'counter.view') return JSON.stringify({ id: frame.id, ok: true, res: view });
      if (frame?.call === 'customer.view') return JSON.stringify({ id: frame.id, ok: true, res: customer });
      return JSON.stringify({ id: frame?.id ?? null, ok: false, code, detail: detail.slice(0, 500) });
    },
    onPush: () => undefined,
    stop: async () => undefined,
  };
}

function frameOf(raw: string) {
  try {
    const parsed = callFrame.safeParse(JSON.parse(raw));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

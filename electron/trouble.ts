/** The counter when it cannot be used: it answers one view that says why and what to do, and refuses everything else in the same words. */
import type { WindowKind } from '../contract/calls.ts';
import type { PushFrame } from '../contract/envelope.ts';
import { callFrame } from '../contract/envelope.ts';
import type { CustomerView } from '../contract/views.ts';
import type { FailureCode } from '../domain/failure.ts';
import type { Mode, Shop } from '../domain/shop.ts';
import { refuse } from './result.ts';
import { ALLOWED_ORIGIN } from './router.ts';
import type { PlaceApp, ShellPort } from './shell-port.ts';
import { troubleView } from './view.ts';

export type InTrouble = {
  readonly shell: ShellPort;
  readonly settings: { readonly mode: Mode; readonly shop: Shop };
  readonly trouble: { readonly code: FailureCode; readonly detail: string };
  readonly now: () => Date;
  readonly log: (line: string) => void;
  readonly afterRevision: number;
};

export function startInTrouble({ shell, settings, trouble, now, log, afterRevision }: InTrouble): PlaceApp {
  const { code, detail } = trouble;
  log(`the counter cannot be used: ${code} ${detail}`);
  const revision = afterRevision + 1;
  const view = troubleView({ settings, shellName: shell.shellName, appVersion: shell.appVersion, at: now().toISOString(), revision }, { code, detail });
  const customer: CustomerView = { revision, mode: settings.mode, shopName: settings.shop.name, language: 'ko', screen: { kind: 'closed' } };
  const listeners: ((window: WindowKind, raw: string) => void)[] = [];
  const push = (window: WindowKind, frame: PushFrame): void => {
    for (const listener of listeners) listener(window, JSON.stringify(frame));
  };
  return {
    handle: async (raw, sender) => {
      if (!sender.isMainFrame || sender.origin !== ALLOWED_ORIGIN) return JSON.stringify({ id: null, ok: false, code: 'bridge.forbidden', detail: 'sender' });
      const frame = frameOf(raw);
      if (frame?.call === 'counter.view') return JSON.stringify({ id: frame.id, ok: true, res: view });
      if (frame?.call === 'customer.view') return JSON.stringify({ id: frame.id, ok: true, res: customer });
      return JSON.stringify({ id: frame?.id ?? null, ok: false, code, detail: detail.slice(0, 500) });
    },
    onPush: (listener) => void listeners.push(listener),
    pushNow: () => {
      push('cashier', { ev: 'counter.changed', data: view });
      push('customer', { ev: 'customer.changed', data: customer });
    },
    revision: () => revision,
    seat: () => ({ signedIn: null, saleOpen: false, maySet: false }),
    record: async () => refuse(code, detail),
    allow: async () => refuse(code, detail),
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

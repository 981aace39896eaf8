/** The program before anyone has chosen a place: no counter, nothing sold; the customer's display is closed and speaks her language. */
import type { WindowKind } from '../../contract/calls.ts';
import type { PushFrame } from '../../contract/envelope.ts';
import type { CustomerView } from '../../contract/views.ts';
import type { Language } from '../../domain/failure.ts';
import { DONE, ok, refuse } from '../result.ts';
import { createRouter } from '../router.ts';
import type { PlaceApp } from '../shell-port.ts';

const NAME = '계산대';

export function openWelcome(afterRevision: number, log: (line: string) => void): PlaceApp {
  const listeners: ((window: WindowKind, raw: string) => void)[] = [];
  let language: Language = 'ko';
  let revision = afterRevision + 1;
  // Nobody practises here yet: the mark of practice belongs to practice.
  const customer = (): CustomerView => ({ revision, mode: 'shop', shopName: NAME, language, screen: { kind: 'closed' } });
  const pushNow = (): void => {
    const raw = JSON.stringify({ ev: 'customer.changed', data: customer() } satisfies PushFrame);
    for (const listener of listeners) listener('customer', raw);
  };
  const route = createRouter(
    {
      'customer.view': async () => ok(customer()),
      'customer.setLanguage': async (chosen) => {
        language = chosen.language;
        revision += 1;
        pushNow();
        return DONE;
      },
      'customer.strayScan': async () => refuse('people.not-signed-in'),
      'counter.ping': async ({ n }) => ok({ n }),
    },
    { admit: () => DONE, log },
  );
  return {
    handle: route,
    onPush: (listener) => void listeners.push(listener),
    pushNow,
    revision: () => revision,
    seat: () => ({ signedIn: null, saleOpen: false, maySet: false }),
    record: async () => DONE,
    allow: async () => refuse('people.not-signed-in'),
    stop: async () => undefined,
  };
}

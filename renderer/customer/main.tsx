/** Composition root of the customer's window. */
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { CustomerView } from '../../contract/views.ts';
import { ClientContext, createClient } from '../bridge.ts';
import { useScanner } from '../cashier/use-scanner.ts';
import type { ViewStore } from '../store.ts';
import { createViewStore, useView } from '../store.ts';
import { customerWords } from '../words/customer.ts';
import { LanguageProvider } from '../words/language.tsx';
import { connectCustomer } from './connect.ts';
import { CustomerDisplay } from './display.tsx';

/** Often enough that a display that is gone is noticed between two customers. */
const HERE_EVERY_MS = 15_000;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function CustomerApp({ store, connected }: { readonly store: ViewStore<CustomerView>; readonly connected: Promise<boolean> }) {
  const view = useView(store);
  const [lost, setLost] = useState(false);
  // A touch here may have taken the keyboard: a scan that lands in this window is no number and no answer, and must not be lost.
  useScanner((code) => void client.call('customer.strayScan', { code }));
  useEffect(() => void connected.then((arrived) => setLost(!arrived)), [connected]);
  useEffect(() => {
    if (view === null) return;
    document.documentElement.lang = view.language;
    document.documentElement.dataset['ready'] = 'true';
  }, [view]);
  if (view === null) return <Waiting lost={lost} />;
  return (
    <LanguageProvider language={view.language}>
      <CustomerDisplay view={view} />
    </LanguageProvider>
  );
}

function Waiting({ lost }: { readonly lost: boolean }) {
  return (
    <main className="grid h-full content-center gap-4 bg-stage px-12 text-stage-ink" role="status" data-testid="customer-waiting">
      {(['ko', 'en', 'zh-CN'] as const).map((language) => (
        <p key={language} lang={language} className="text-[2rem] leading-tight font-bold not-first:text-xl not-first:font-normal not-first:text-stage-ink-2">
          {lost ? customerWords[language].lost : customerWords[language].loading}
        </p>
      ))}
    </main>
  );
}

const bridge = window.gyesandae;
const root = document.getElementById('root');
if (bridge === undefined || root === null) throw new Error('this page opens inside the counter only');
const client = createClient(bridge);
const store = createViewStore<CustomerView>();
const connected = connectCustomer(client, store, wait);

const sayHere = () => void client.call('customer.here', { widthPx: innerWidth, heightPx: innerHeight });
setInterval(sayHere, HERE_EVERY_MS);
void connected.then(sayHere);

createRoot(root).render(
  <StrictMode>
    <ClientContext value={client}>
      <CustomerApp store={store} connected={connected} />
    </ClientContext>
  </StrictMode>,
);

import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { ProgramView } from '../../contract/program.ts';
import type { CounterView } from '../../contract/views.ts';
import type { Language } from '../../domain/failure.ts';
import type { CallRefusal } from '../bridge.ts';
import { createClient } from '../bridge.ts';
import { createViewStore } from '../store.ts';
import { CashierApp } from './app.tsx';
import { LIVE_INK } from './card/live-ink.ts';
import { FOLDING } from './folding.ts';
import { fetchLater } from './later.ts';
import { STRAY_SCANS } from './stray-scans.ts';

const LANGUAGE_KEY = 'cashier-language';

const bridge = window.gyesandae;
const root = document.getElementById('root');
if (bridge === undefined || root === null) throw new Error('this page only works inside the counter');

const client = createClient(bridge);
const store = createViewStore<CounterView>();
const programStore = createViewStore<ProgramView>();
client.onView((frame) => {
  if (frame.ev === 'counter.changed') store.put(frame.data);
  else if (frame.ev === 'journal.folding') FOLDING.put(frame.data);
  else if (frame.ev === 'program.changed') {
    FOLDING.put(null);
    programStore.put(frame.data);
  }
  else if (frame.ev === 'signature.ink') LIVE_INK.put(frame.data);
  else if (frame.ev === 'scan.stray') STRAY_SCANS.put(frame.data.code);
});

function keptLanguage(): Language {
  const kept = localStorage.getItem(LANGUAGE_KEY);
  return kept === 'en' || kept === 'zh-CN' ? kept : 'ko';
}

/** The screen is ready once a view is painted in its own type. */
async function sayReady(): Promise<void> {
  await document.fonts.ready;
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      document.documentElement.dataset['ready'] = 'true';
    });
  });
}

function Root({ startRefusal }: { readonly startRefusal: CallRefusal | null }) {
  const [language, setLanguage] = useState(keptLanguage);
  const choose = (chosen: Language) => {
    localStorage.setItem(LANGUAGE_KEY, chosen);
    document.documentElement.lang = chosen;
    setLanguage(chosen);
  };
  return <CashierApp client={client} store={store} programStore={programStore} language={language} onLanguage={choose} startRefusal={startRefusal} />;
}

document.documentElement.lang = keptLanguage();
const app = createRoot(root);
const render = (startRefusal: CallRefusal | null) =>
  app.render(
    <StrictMode>
      <Root startRefusal={startRefusal} />
    </StrictMode>,
  );
render(null);
// Where the program is comes first: before anyone has chosen a place there is no counter to ask for.
const program = await FOLDING.wait(() => client.call('program.view', {}));
if (program.ok) programStore.put(program.res);
const first = program.ok && program.res.place === 'none' ? null : await client.call('counter.view', {});
if (first === null) render(null);
else if (first.ok) store.put(first.res);
else if (store.get() === null) render(first);
await sayReady();
requestIdleCallback(() => void fetchLater());

import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { CounterView } from '../../contract/views.ts';
import type { Language } from '../../domain/failure.ts';
import { createClient } from '../bridge.ts';
import { CashierApp } from '../cashier/app.tsx';
import { createViewStore } from '../store.ts';
import { createFakeBridge } from './fake-bridge.ts';
import { sceneNamed } from './scenes.ts';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme !== null) document.documentElement.classList.add(`theme-${theme}`);
const lang = asked.get('lang');
const firstLanguage: Language = lang === 'en' || lang === 'zh-CN' ? lang : 'ko';
document.documentElement.lang = firstLanguage;

const bridge = createFakeBridge(sceneNamed(asked.get('scene')));
Object.assign(window, { fake: bridge });
const client = createClient(bridge);
const store = createViewStore<CounterView>();
client.onView((frame) => {
  if (frame.ev === 'counter.changed') store.put(frame.data);
});

function Gallery() {
  const [language, setLanguage] = useState(firstLanguage);
  return <CashierApp client={client} store={store} language={language} onLanguage={setLanguage} startRefusal={null} />;
}

const root = document.getElementById('root');
if (root === null) throw new Error('no root');
createRoot(root).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
);
void client.call('counter.view', {}).then((first) => first.ok && store.put(first.res));
await document.fonts.ready;
document.documentElement.dataset['ready'] = 'true';

/** The customer display without a counter: `gallery-customer.html?scene=read-back&lang=en&theme=dark`. Development server only. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ClientContext, createClient } from '../bridge.ts';
import { CustomerDisplay } from '../customer/display.tsx';
import { LanguageProvider } from '../words/language.tsx';
import { customerSamples } from './customer-samples.ts';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme !== null) document.documentElement.classList.add(`theme-${theme}`);
const lang = asked.get('lang');
const language = lang === 'en' || lang === 'zh-CN' ? lang : 'ko';
document.documentElement.lang = language;

const sample = customerSamples.find(({ name }) => name === asked.get('scene')) ?? customerSamples[0];
const root = document.getElementById('root');
if (root === null || sample === undefined) throw new Error('nothing to show');
const client = createClient({
  window: 'customer',
  invoke: async (raw) => JSON.stringify({ id: JSON.parse(raw).id, ok: true, res: null }),
  onPush: () => undefined,
});
createRoot(root).render(
  <StrictMode>
    <ClientContext value={client}>
      <LanguageProvider language={language}>
        <CustomerDisplay view={{ ...sample.view, language }} />
      </LanguageProvider>
    </ClientContext>
  </StrictMode>,
);
void document.fonts.ready.then(() => {
  document.documentElement.dataset['ready'] = 'true';
});

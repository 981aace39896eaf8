/** The customer display without a counter: `gallery-customer.html?scene=read-back&lang=en&theme=dark`. Never part of the product. */
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { callFrame } from '../../contract/envelope.ts';
import { penWord } from '../../contract/signature.ts';
import { ClientContext, createClient } from '../bridge.ts';
import { CustomerDisplay } from '../customer/display.tsx';
import { LanguageProvider, RewriteContext } from '../words/language.tsx';
import { customerSamples } from './customer-samples.ts';
import type { Look } from './look.ts';
import { onLook, sayShown } from './look.ts';

const client = createClient({
  window: 'customer',
  invoke: async (raw) => {
    const { id, call, req } = callFrame.parse(JSON.parse(raw));
    // The field takes what is drawn on it.
    const word = penWord.safeParse(req);
    const res = /^customer\.(pen|sign)/.test(call) ? { next: word.success ? word.data.seq + 1 : 0 } : null;
    return JSON.stringify({ id, ok: true, res });
  },
  onPush: () => undefined,
});

function Gallery({ look }: { readonly look: Look }) {
  useEffect(() => sayShown(look), [look]);
  const sample = customerSamples.find(({ name }) => name === look.scene) ?? customerSamples[0];
  if (sample === undefined) throw new Error('nothing to show');
  return (
    <ClientContext value={client}>
      <RewriteContext value={look.rewrite}>
        <LanguageProvider language={look.language}>
          <CustomerDisplay view={{ ...sample.view, language: look.language }} />
        </LanguageProvider>
      </RewriteContext>
    </ClientContext>
  );
}

const element = document.getElementById('root');
if (element === null) throw new Error('no root');
const root = createRoot(element);
onLook((look) =>
  root.render(
    <StrictMode>
      <Gallery key={look.key} look={look} />
    </StrictMode>,
  ),
);
await document.fonts.ready;
document.documentElement.dataset['ready'] = 'true';

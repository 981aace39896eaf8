/**
 * The parts every screen is made of, each with all its states, on one page: `gallery-components.html?theme=dark`. Its picture is
 * compared at every test, so that nobody changes a part without seeing what it does to the others.
 */
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../words/language.tsx';
import { ControlParts } from './parts/controls.tsx';
import { ListParts } from './parts/lists.tsx';
import { MessageParts } from './parts/messages.tsx';
import { TokenParts } from './parts/tokens.tsx';
import { holdStates } from './parts/held-state.ts';
import { onLook } from './look.ts';

function Components() {
  useEffect(holdStates, []);
  return (
    <main className="mx-auto grid w-[80rem] gap-12 px-8 py-10" data-testid="components">
      <h1 className="text-[2.125rem] font-[780] tracking-[-0.02em]">계산대 · 부품</h1>
      <TokenParts />
      <ControlParts />
      <ListParts />
      <MessageParts />
    </main>
  );
}

const element = document.getElementById('root');
if (element === null) throw new Error('no root');
const root = createRoot(element);
onLook(({ language, key }) =>
  root.render(
    <LanguageProvider language={language}>
      <Components key={key} />
    </LanguageProvider>,
  ),
);
await document.fonts.ready;
document.documentElement.dataset['ready'] = 'true';

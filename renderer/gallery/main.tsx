/** The cashier's window without a counter: `gallery.html?scene=basket&lang=en&theme=dark`. Never part of the product. */
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { ProgramView } from '../../contract/program.ts';
import type { CounterView } from '../../contract/views.ts';
import { createClient } from '../bridge.ts';
import { CashierApp } from '../cashier/app.tsx';
import { FOLDING } from '../cashier/folding.ts';
import { fetchLater, LATE_ROOMS } from '../cashier/later.ts';
import type { Standing } from '../late.ts';
import { createViewStore } from '../store.ts';
import { RewriteContext } from '../words/language.tsx';
import { createFakeBridge } from './fake-bridge.ts';
import type { Look } from './look.ts';
import { onLook, sayShown } from './look.ts';
import { programNamed } from './program-samples.ts';
import { sceneNamed } from './scenes.ts';

function Gallery({ look }: { readonly look: Look }) {
  // Chosen in the menu, until the look asks for another.
  const [chosen, setChosen] = useState({ turn: look.turn, language: look.language });
  const language = chosen.turn === look.turn ? chosen.language : look.language;
  useEffect(() => sayShown(look), [look]);
  const [{ client, store, programStore }] = useState(() => connect(look.scene));
  return (
    <RewriteContext value={look.rewrite}>
      <CashierApp client={client} store={store} programStore={programStore} language={language} onLanguage={(to) => setChosen({ turn: look.turn, language: to })} startRefusal={null} />
    </RewriteContext>
  );
}

function connect(scene: string | null) {
  const first = sceneNamed(scene);
  const program = programNamed(scene);
  const bridge = createFakeBridge(first, program);
  Object.assign(window, { fake: bridge });
  const client = createClient(bridge);
  const store = createViewStore<CounterView>();
  const programStore = createViewStore<ProgramView>();
  client.onView((frame) => {
    if (frame.ev === 'counter.changed') store.put(frame.data);
    else if (frame.ev === 'program.changed') programStore.put(frame.data);
  });
  programStore.put(program);
  if (first !== null) store.put(first);
  return { client, store, programStore };
}

const element = document.getElementById('root');
if (element === null) throw new Error('no root');
const root = createRoot(element);
// A scene is drawn with everything it may lead to.
await fetchLater();
/** But for a room that is still being read, and one that cannot be had. */
const UNREAD: Readonly<Record<string, Standing<never>>> = { 'room-coming': { at: 'coming' }, 'room-failed': { at: 'failed', detail: 'TypeError: Failed to fetch dynamically imported module' } };
const { standing } = LATE_ROOMS;
let shown: string | null = null;
Object.assign(LATE_ROOMS, { standing: () => UNREAD[shown ?? ''] ?? standing() });
onLook((look) => {
  shown = look.scene;
  FOLDING.put(look.scene === 'starting-folding' ? { done: 1_480_000, total: 4_000_000 } : null);
  root.render(
    <StrictMode>
      <Gallery key={look.key} look={look} />
    </StrictMode>,
  );
});
await document.fonts.ready;
document.documentElement.dataset['ready'] = 'true';

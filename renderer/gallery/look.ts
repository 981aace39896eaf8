/** Which scene, in which language and light. From the address at first; afterwards whoever looks at many asks by event, without loading the page again. */
import type { Language } from '../../domain/failure.ts';
import type { Rewrite } from '../words/language.tsx';
import { pseudo } from './pseudo.ts';

export type Look = { readonly scene: string | null; readonly language: Language; readonly rewrite: Rewrite; /** New with every look. */ readonly key: number };

const asIs: Rewrite = (words) => words;
let shown = 0;

function readLook(asked: URLSearchParams): Look {
  const theme = asked.get('theme');
  document.documentElement.classList.remove('theme-light', 'theme-dark');
  if (theme !== null) document.documentElement.classList.add(`theme-${theme}`);
  const lang = asked.get('lang');
  const language = lang === 'en' || lang === 'zh-CN' ? lang : lang === 'pseudo' ? 'en' : 'ko';
  document.documentElement.lang = language;
  shown += 1;
  return { scene: asked.get('scene'), language, rewrite: lang === 'pseudo' ? pseudo : asIs, key: shown };
}

/** The page has drawn this look: whoever looks at many waits for it. */
export function sayShown({ key }: Look): void {
  document.documentElement.dataset['shown'] = String(key);
}

/** Draws the look in the address, and every other one that is asked for by a `look` event with an address's search part as its detail. */
export function onLook(draw: (look: Look) => void): void {
  draw(readLook(new URLSearchParams(location.search)));
  window.addEventListener('look', (event) => {
    if (event instanceof CustomEvent && typeof event.detail === 'string') draw(readLook(new URLSearchParams(event.detail)));
  });
}

/** Which scene, in which language and light. From the address at first; afterwards whoever looks at many asks by event, without loading the page again. */
import type { Language } from '../../domain/failure.ts';
import type { Rewrite } from '../words/language.tsx';
import { beginScene } from './clock.ts';
import { pseudo } from './pseudo.ts';

export type Look = Tongue & { readonly scene: string | null; /** New with every scene. */ readonly key: number; /** New with every look. */ readonly turn: number };
type Tongue = { readonly language: Language; readonly rewrite: Rewrite };

const asIs: Rewrite = (words) => words;
let turns = 0;

/** How the page speaks; `pseudo` is English, stretched. */
function speak(lang: string | null): Tongue {
  const language = lang === 'en' || lang === 'zh-CN' ? lang : lang === 'pseudo' ? 'en' : 'ko';
  document.documentElement.lang = language;
  return { language, rewrite: lang === 'pseudo' ? pseudo : asIs };
}

function readLook(asked: URLSearchParams): Look {
  const theme = asked.get('theme');
  document.documentElement.classList.remove('theme-light', 'theme-dark');
  if (theme !== null) document.documentElement.classList.add(`theme-${theme}`);
  beginScene();
  turns += 1;
  return { scene: asked.get('scene'), ...speak(asked.get('lang')), key: turns, turn: turns };
}

/** The page has drawn this look: whoever looks at many waits for it. */
export function sayShown({ turn }: Look): void {
  document.documentElement.dataset['shown'] = String(turn);
}

/**
 * Draws the look in the address, and every other one that is asked for by a `look` event with an address's search part as its detail.
 * A `speak` event names a language: the scene goes on in it as it stands, with whatever is open or typed.
 */
export function onLook(draw: (look: Look) => void): void {
  let look = readLook(new URLSearchParams(location.search));
  draw(look);
  const listen = (name: 'look' | 'speak', next: (detail: string) => Look) =>
    window.addEventListener(name, (event) => {
      if (!(event instanceof CustomEvent) || typeof event.detail !== 'string') return;
      look = next(event.detail);
      draw(look);
    });
  listen('look', (detail) => readLook(new URLSearchParams(detail)));
  listen('speak', (detail) => ({ ...look, ...speak(detail), turn: (turns += 1) }));
}

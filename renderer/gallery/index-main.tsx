/** Every scene of both windows, in every language, light and dark: the gallery's front page. */
import { createRoot } from 'react-dom/client';
import { customerSamples } from './customer-samples.ts';
import { SCENES } from './scenes.ts';

const LOOKS = [
  ['ko', 'light'],
  ['ko', 'dark'],
  ['en', 'light'],
  ['zh-CN', 'light'],
  ['pseudo', 'light'],
] as const;

const WINDOWS = [
  { title: '계산원 · Cashier', page: './gallery.html', scenes: Object.keys(SCENES) },
  { title: '손님 · Customer', page: './gallery-customer.html', scenes: customerSamples.map(({ name }) => name) },
] as const;

function Index() {
  return (
    <main className="mx-auto grid max-w-[60rem] gap-8 p-8">
      <h1 className="text-[2.125rem] font-[780]">계산대 · 견본</h1>
      <section className="grid gap-2">
        <h2 className="text-[1.375rem] font-bold">부품 · Components</h2>
        <p className="flex gap-5">
          {(['light', 'dark'] as const).map((theme) => (
            <a key={theme} href={`./gallery-components.html?theme=${theme}`} className="text-accent underline">
              {theme}
            </a>
          ))}
        </p>
      </section>
      {WINDOWS.map(({ title, page, scenes }) => (
        <section key={page} className="grid gap-2" data-page={page}>
          <h2 className="text-[1.375rem] font-bold">{title}</h2>
          <ul className="grid gap-1">
            {scenes.map((scene) => (
              <li key={scene} className="flex items-baseline gap-5 border-b border-line py-1.5" data-scene={scene}>
                <b className="w-64">{scene}</b>
                {LOOKS.map(([lang, theme]) => (
                  <a key={lang + theme} href={`${page}?scene=${scene}&lang=${lang}&theme=${theme}`} className="text-accent underline">
                    {lang} {theme}
                  </a>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('no root');
createRoot(root).render(<Index />);
document.documentElement.dataset['ready'] = 'true';

import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ProgramView } from '../../contract/program.ts';
import type { Language } from '../../domain/failure.ts';
import { EMPTY_DRAFT } from '../../domain/setup.ts';
import { useFolding } from '../cashier/folding.ts';
import { FoldingNews } from '../cashier/frame/folding-news.tsx';
import { useAct } from '../ui/act.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { useKeyLayer } from '../ui/keys.ts';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/language.tsx';
import { setupWords } from '../words/setup.ts';

export type WelcomeProps = { readonly program: ProgramView; readonly onSetUp: () => void; readonly onLanguage: (language: Language) => void };

/** The first screen of a new counter: one question, two answers, and the one that costs nothing is a key away. */
export function Welcome({ program, onSetUp, onLanguage }: WelcomeProps) {
  const words = useWords(setupWords).welcome;
  const common = useWords(commonWords);
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const begun = JSON.stringify(program.draft) !== JSON.stringify(EMPTY_DRAFT);
  const practise = async () => {
    if (busy) return;
    setBusy(true);
    await act('program.goTo', { place: 'practice' });
    setBusy(false);
  };
  useKeyLayer('screen', {
    typed: [
      ['1', words.practise.go],
      ['2', words.shop.go],
    ],
    onTyped: (character) => {
      if (character === '1') void practise();
      else if (character === '2') onSetUp();
      return character === '1' || character === '2';
    },
    onEnter: () => void practise(),
  });
  return (
    <main className="mx-auto flex w-[64rem] max-w-full flex-1 flex-col justify-center gap-8 px-8 py-8" data-testid="screen-welcome">
      <header className="flex flex-wrap items-end justify-between gap-6">
        <div className="flex flex-col gap-1.5">
          <span className="text-[1.0625rem] font-semibold text-ink-2">{common.appName}</span>
          <h1 className="text-[3rem] leading-tight font-[780] tracking-[-0.035em]">{words.title}</h1>
          <p className="text-xl text-ink-2">{words.hint}</p>
        </div>
        <LanguageChoice onLanguage={onLanguage} />
      </header>
      <div className="grid grid-cols-2 gap-6 cramped:grid-cols-1">
        <Card {...words.practise} primary>
          <Button kind="primary" size="huge" keyHint="Enter" disabled={busy} onPress={() => void practise()} testId="welcome-practise" className="mt-auto">
            {words.practise.go}
          </Button>
        </Card>
        <Card {...words.shop}>
          <Button size="huge" keyHint="2" onPress={onSetUp} testId="welcome-shop" className="mt-auto">
            {begun ? words.shop.goOn : words.shop.go}
          </Button>
        </Card>
      </div>
    </main>
  );
}

type CardProps = { readonly title: string; readonly meaning: string; readonly points: readonly string[]; readonly primary?: boolean; readonly children: ReactNode };

function Card({ title, meaning, points, primary = false, children }: CardProps) {
  return (
    <section aria-label={title} className={cx('flex min-h-[24rem] flex-col gap-4 rounded-[1.25rem] border-2 bg-surface p-8', primary ? 'border-accent' : 'border-line')}>
      <h2 className="text-[2rem] leading-tight font-[760] tracking-[-0.03em]">{title}</h2>
      <p className="text-xl">{meaning}</p>
      <ul className="mb-4 flex flex-col gap-2.5 text-ink-2">
        {points.map((point) => (
          <li key={point} className="flex items-start gap-2.5">
            <span className="mt-1 flex-none text-accent">
              <CheckIcon />
            </span>
            {point}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

/** One place is being closed and the other opened: a moment, in which nothing can be lost. */
export function ChangingScreen() {
  const words = useWords(setupWords).welcome;
  const folding = useFolding();
  return (
    <main className="grid flex-1 place-content-center justify-items-center gap-2 p-8 text-center" data-testid="screen-changing">
      <h1 className="text-[2.125rem] font-[780] tracking-[-0.03em]">{words.changing}</h1>
      <output className="text-ink-2">{words.changingHint}</output>
      {folding === null ? null : <FoldingNews folding={folding} />}
    </main>
  );
}

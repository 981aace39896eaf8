import { useState } from 'react';
import type { FailureCode } from '../../../domain/failure.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { useNow, wallMs } from '../../ui/now.ts';
import { Title } from '../../ui/screen.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';

const SLOW_AFTER_MS = 4_000;

/** Until the first view: a name, and after a while the reassurance that nothing is lost. */
export function StartingScreen() {
  const words = useWords(cashierWords);
  const common = useWords(commonWords);
  const [sinceMs] = useState(wallMs);
  const slow = useNow(1_000) - sinceMs > SLOW_AFTER_MS;
  return (
    <main className="grid flex-1 place-content-center gap-2 text-center" data-testid="screen-starting">
      <h1 className="text-[2.125rem] font-[780] tracking-[-0.03em]">{common.appName}</h1>
      <output className="text-ink-2">{slow ? words.startingSlow : words.starting}</output>
    </main>
  );
}

/** The journal cannot be used: nothing can be sold, and this says why and what to do. */
export function StartTroubleScreen({ code, detail }: { readonly code: FailureCode; readonly detail: string }) {
  const words = useWords(cashierWords).trouble;
  return (
    <main className="grid flex-1 place-content-center p-8" data-testid="screen-trouble">
      <div className="flex w-[52rem] max-w-full flex-col gap-5" role="alert">
        <Title>{words.title}</Title>
        <Trouble code={code} detail={detail} size="large" testId="start-trouble" />
        <p className="text-ink-2">{words.whatNow}</p>
      </div>
    </main>
  );
}

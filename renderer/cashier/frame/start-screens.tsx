import { useState } from 'react';
import type { FailureCode } from '../../../domain/failure.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { useNow, wallMs } from '../../ui/now.ts';
import { Title } from '../../ui/screen.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';
import { useFolding } from '../folding.ts';
import { FoldingNews } from './folding-news.tsx';

const SLOW_AFTER_MS = 4_000;

/** Until the first view: a name, and after a while the reassurance that nothing is lost; where an older journal is folded anew, that and how far it is. */
export function StartingScreen() {
  const words = useWords(cashierWords);
  const common = useWords(commonWords);
  const folding = useFolding();
  const [sinceMs] = useState(wallMs);
  const slow = useNow(1_000) - sinceMs > SLOW_AFTER_MS;
  return (
    <main className="grid flex-1 place-content-center justify-items-center gap-2 p-8 text-center" data-testid="screen-starting">
      <h1 className="text-[2.125rem] font-[780] tracking-[-0.03em]">{common.appName}</h1>
      <output className="text-ink-2">{slow && folding === null ? words.startingSlow : words.starting}</output>
      {folding === null ? null : <FoldingNews folding={folding} />}
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

import { Progress } from '../../ui/progress.tsx';
import { foldingWords } from '../../words/folding.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { Folding } from '../folding.ts';

/** What the wait is for, how far it is, that nothing is lost by it, and to leave the counter on. */
export function FoldingNews({ folding: { done, total } }: { readonly folding: Folding }) {
  const words = useWords(foldingWords);
  const format = useFormat();
  const share = total === 0 ? 0 : done / total;
  return (
    <div className="mt-6 grid w-[38rem] max-w-full gap-4 rounded-card border border-line bg-surface px-7 py-6 text-left" data-testid="folding-news">
      <Progress label={words.title} text={words.share(format.number(Math.floor(share * 100)))} share={share} testId="folding-share" />
      <div className="grid gap-1.5">
        <p className="text-ink-2">{words.meaning}</p>
        <b className="font-semibold">{words.next}</b>
      </div>
    </div>
  );
}

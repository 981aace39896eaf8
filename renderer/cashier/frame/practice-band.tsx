import { memo } from 'react';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';

/** Constant and calm: no screen of practice mode can be taken for a real sale. */
export const PracticeBand = memo(function PracticeBand() {
  const words = useWords(commonWords);
  return (
    <aside aria-label={words.practice} className="flex h-[1.625rem] flex-none items-center bg-warn-soft text-[0.8125rem] text-warn" data-testid="practice-band">
      <i aria-hidden="true" className="hatch h-full w-16 opacity-70" />
      <p className="flex-1 text-center">
        <b className="font-bold">{words.practice}</b> · {words.practiceMeaning}
      </p>
      <i aria-hidden="true" className="hatch h-full w-16 opacity-70" />
    </aside>
  );
});

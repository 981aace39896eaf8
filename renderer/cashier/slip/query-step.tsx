import { useCallback, useEffect, useState } from 'react';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/language.tsx';
import { reprintWords } from '../../words/reprint.ts';
import type { NotOut } from './use-not-out.ts';

/** The sale as it stands stands beside it; what is still open at the tax office is asked for now. */
export function QueryStep({ way }: { readonly way: NotOut }) {
  const words = useWords(reprintWords).notOut;
  const act = useAct();
  // It begins with the question.
  const [asking, setAsking] = useState(true);
  const query = useCallback(() => void act('status.retry', {}).then(() => setAsking(false)), [act]);
  useEffect(query, [query]);
  const again = () => {
    setAsking(true);
    query();
  };
  return (
    <>
      <p className="text-lg" data-testid="not-out-query-meaning">
        {words.queryMeaning}
      </p>
      <div className="mt-auto grid auto-cols-fr grid-flow-col gap-2.5">
        <Button size="large" disabled={asking} onPress={again} testId="not-out-query-again">
          {words.queryAgain}
        </Button>
        <Button kind="primary" size="large" onPress={way.next} keyHint="Enter" testId="not-out-next">
          {words.queryGoOn}
        </Button>
      </div>
    </>
  );
}

import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/language.tsx';
import { reprintWords } from '../../words/reprint.ts';
import type { NotOut } from './use-not-out.ts';

/** The end of the way: what the customer has in place of paper, and the journal says so. */
export function WriteStep({ way }: { readonly way: NotOut }) {
  const words = useWords(reprintWords).notOut;
  const inDoubt = way.newest?.state === 'failed' || way.newest?.state === 'unknown';
  return (
    <>
      <p className="text-lg">{words.writeMeaning}</p>
      <div className="mt-auto grid grid-cols-2 gap-2.5">
        {inDoubt ? (
          <Button size="large" disabled={way.busy} onPress={() => void way.settle('not-wanted')} testId="not-out-not-wanted">
            {words.notWanted}
          </Button>
        ) : null}
        <Button size="large" disabled={way.busy} onPress={() => void way.settle('shown')} testId="not-out-shown" className={inDoubt ? '' : 'col-span-2'}>
          {words.shown}
        </Button>
        <Button kind="primary" size="large" disabled={way.busy} onPress={() => void way.settle('written')} keyHint="Enter" testId="not-out-written" className="col-span-2">
          {words.written}
        </Button>
      </div>
    </>
  );
}

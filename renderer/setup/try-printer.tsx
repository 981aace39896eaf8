import { useEffect, useRef, useState } from 'react';
import type { TriedPrinter } from '../../contract/program.ts';
import { useAct } from '../ui/act.ts';
import { Button } from '../ui/button.tsx';
import { CheckIcon } from '../ui/icons.tsx';
import { named, useKeyLayer } from '../ui/keys.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useWords } from '../words/language.tsx';
import { setupWords } from '../words/setup.ts';

export type TryPrinterProps = { readonly address: string; readonly columns: 42 | 48; /** Somebody saw the paper. */ readonly good: boolean; readonly onGood: (good: boolean) => void };

/** A test slip, and the one question no printer can answer. */
export function TryPrinter({ address, columns, good, onGood }: TryPrinterProps) {
  const words = useWords(setupWords).printer;
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState<TriedPrinter | null>(null);
  const [nothingCame, setNothingCame] = useState(false);
  const test = async () => {
    setBusy(true);
    setNothingCame(false);
    onGood(false);
    const result = await act('printers.try', { address, columns });
    setBusy(false);
    setTried(result.ok ? result.res : null);
  };
  useKeyLayer('screen', { keys: { F7: named(words.test, () => void (busy || test())) } });
  const below = useRef<HTMLDivElement>(null);
  useEffect(() => {
    below.current?.scrollIntoView({ block: 'nearest' });
  }, [tried, nothingCame]);
  const asks = tried !== null && tried.outcome !== 'failed' && !good && !nothingCame;
  return (
    <div ref={below} className="flex scroll-mb-9 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-4">
        <Button onPress={() => void test()} disabled={busy} keyHint="F7" testId="printer-test">
          {busy ? words.testing : words.test}
        </Button>
        {good ? (
          <span className="flex items-center gap-2 font-semibold text-ok" data-testid="printer-good">
            <CheckIcon />
            {words.good}
          </span>
        ) : (
          <span className="text-[0.9375rem] text-ink-2">{tried?.outcome === 'printed' ? words.confirmed : words.testHint}</span>
        )}
      </div>
      {asks ? (
        <div role="group" aria-label={words.didItCome} className="flex flex-wrap items-center gap-3" data-testid="printer-question">
          <b className="text-lg font-[700]">{words.didItCome}</b>
          <Button kind="chosen" onPress={() => onGood(true)} testId="printer-came">
            {words.yes}
          </Button>
          <Button onPress={() => setNothingCame(true)} testId="printer-did-not-come">
            {words.no}
          </Button>
        </div>
      ) : null}
      {tried?.failure != null && tried.outcome === 'failed' ? <Trouble code={tried.failure} tone="warn" testId="printer-test-failed" /> : null}
      {nothingCame ? (
        <div className="rounded-card bg-sunk px-5 py-4" data-testid="printer-advice">
          <b className="font-[700]">{words.adviceTitle}</b>
          <ol className="ml-5 list-decimal text-ink-2">
            {words.advice.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </div>
      ) : null}
    </div>
  );
}

import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CounterView, SaleRow } from '../../../contract/views.ts';
import { NotOutDialog } from '../../cashier/slip/not-out-dialog.tsx';
import { useReprint } from '../../cashier/slip/use-reprint.tsx';
import { Button } from '../../ui/button.tsx';
import { Live } from '../../ui/live.tsx';
import { useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import { reprintWords } from '../../words/reprint.ts';

export type SlipActs = {
  readonly printAgain: () => void;
  /** Null while nothing of it was printed: then nothing can have failed to come out. */
  readonly notOut: (() => void) | null;
  readonly buttons: ReactNode;
  readonly said: ReactNode;
  readonly dialogs: ReactNode;
};

/** What can be done about the paper of a sale that is over. */
export function useSlipActs(view: CounterView, { saleId, saleNumber }: Pick<SaleRow, 'saleId' | 'saleNumber'>, slipCount: number): SlipActs {
  const words = useWords(managerWords).sale;
  const { open } = useWords(reprintWords).notOut;
  const reprint = useReprint(saleId, saleNumber);
  const [asked, setAsked] = useState(false);
  const [missing, setMissing] = useState(false);
  const printAgain = async () => {
    setAsked(false);
    setAsked(await reprint.run({ reason: 'again', printer: 'first' }));
  };
  const notOut = slipCount === 0 ? null : () => setMissing(true);
  return {
    printAgain: () => void printAgain(),
    notOut,
    buttons: (
      <>
        <Button size="large" onPress={() => void printAgain()} disabled={reprint.busy} keyHint="F7" testId="print-again" className="flex-1">
          {words.printAgain}
        </Button>
        {notOut === null ? null : (
          <Button size="large" onPress={notOut} keyHint="F9" testId="open-not-out" className="flex-1">
            {open}
          </Button>
        )}
      </>
    ),
    said: (
      <>
        {asked ? <p className="-mt-2 font-semibold text-ok">{words.printAsked}</p> : null}
        <Live>{asked ? words.printAsked : ''}</Live>
      </>
    ),
    dialogs: (
      <>
        {reprint.dialog}
        {missing ? <NotOutDialog view={view} saleId={saleId} saleNumber={saleNumber} onClose={() => setMissing(false)} /> : null}
      </>
    ),
  };
}

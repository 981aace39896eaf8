import type { PrintRow } from '../../../contract/prints.ts';
import { Button } from '../../ui/button.tsx';
import { Live } from '../../ui/live.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/language.tsx';
import { reprintWords } from '../../words/reprint.ts';
import type { NotOut } from './use-not-out.ts';

export type PrintStepProps = { readonly way: NotOut; /** Null: there is none to stand in. */ readonly printer: 'first' | 'second' | null; readonly onClose: () => void };

/** Printed once more, and then somebody looks whether it is there. */
export function PrintStep({ way, printer, onClose }: PrintStepProps) {
  const words = useWords(reprintWords).notOut;
  const { attempt, newest } = way;
  if (printer === null) return <NoBackup onGoOn={way.next} />;
  if (attempt.at === 'on-its-way') {
    return (
      <p className="m-auto text-xl text-ink-2" data-testid="not-out-sending">
        {words.sending}
        <Live>{words.sending}</Live>
      </p>
    );
  }
  const print = () => void way.print({ reason: 'not-out', printer });
  if (attempt.at === 'out') return attempt.print.state === 'failed' ? <Failed print={attempt.print} way={way} onPrint={print} /> : <Outcome print={attempt.print} way={way} onClose={onClose} />;
  return (
    <>
      {newest === null || newest.failure === null ? null : <Trouble code={newest.failure} tone={newest.state === 'failed' ? 'bad' : 'warn'} testId="not-out-trouble" />}
      <p className="text-lg">{printer === 'second' ? words.lookOther : words.lookFirst}</p>
      <div className="mt-auto grid auto-cols-fr grid-flow-col gap-2.5">
        {newest?.state === 'unknown' ? (
          <Button size="large" disabled={way.busy} onPress={() => void way.settle('came-out')} testId="not-out-is-here">
            {words.isHere}
          </Button>
        ) : null}
        <Button kind="primary" size="large" disabled={way.busy} onPress={print} keyHint="Enter" testId="not-out-print">
          {printer === 'second' ? words.printOther : words.print}
        </Button>
      </div>
    </>
  );
}

/** Nothing came out: once more, when what was wrong has been put right, or the next step. */
function Failed({ print, way, onPrint }: { readonly print: PrintRow; readonly way: NotOut; readonly onPrint: () => void }) {
  const words = useWords(reprintWords).notOut;
  return (
    <>
      {print.failure === null ? null : <Trouble code={print.failure} testId="not-out-trouble" />}
      <div className="mt-auto grid auto-cols-fr grid-flow-col gap-2.5">
        <Button size="large" disabled={way.busy} onPress={onPrint} testId="not-out-print">
          {words.print}
        </Button>
        <Button kind="primary" size="large" disabled={way.busy} onPress={way.next} keyHint="Enter" testId="not-out-next">
          {words.goOn}
        </Button>
      </div>
    </>
  );
}

/** What the printer says of it is not what a person sees. */
function Outcome({ print, way, onClose }: { readonly print: PrintRow; readonly way: NotOut; readonly onClose: () => void }) {
  const words = useWords(reprintWords).notOut;
  const isHere = () => (print.state === 'confirmed' ? onClose() : void way.settle('came-out'));
  return (
    <>
      {print.failure === null ? (
        <p className="text-[1.375rem] leading-snug font-[700]" data-testid="not-out-confirmed">
          {words.confirmed}
        </p>
      ) : (
        <Trouble code={print.failure} tone="warn" testId="not-out-trouble" />
      )}
      <Live>{print.failure === null ? words.confirmed : ''}</Live>
      <div className="mt-auto grid auto-cols-fr grid-flow-col gap-2.5">
        <Button size="large" disabled={way.busy} onPress={way.next} testId="not-out-next">
          {words.isNotHere}
        </Button>
        <Button size="large" kind="primary" disabled={way.busy} onPress={isHere} keyHint={print.state === 'confirmed' ? 'Enter' : undefined} testId="not-out-is-here">
          {words.isHere}
        </Button>
      </div>
    </>
  );
}

function NoBackup({ onGoOn }: { readonly onGoOn: () => void }) {
  const words = useWords(reprintWords).notOut;
  return (
    <>
      <p className="text-lg" data-testid="not-out-no-backup">
        {words.noBackup}
      </p>
      <Button kind="primary" size="large" onPress={onGoOn} keyHint="Enter" testId="not-out-next" className="mt-auto">
        {words.goWrite}
      </Button>
    </>
  );
}

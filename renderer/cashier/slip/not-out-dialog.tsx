import type { CounterView } from '../../../contract/views.ts';
import { useSale } from '../../manager/history/use-sale.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import { NOT_OUT_STEPS, reprintWords } from '../../words/reprint.ts';
import { PrintStep } from './print-step.tsx';
import { QueryStep } from './query-step.tsx';
import { SaleFacts } from './sale-facts.tsx';
import { useNotOut } from './use-not-out.ts';
import { WriteStep } from './write-step.tsx';

export type NotOutDialogProps = { readonly view: Pick<CounterView, 'revision' | 'shop' | 'status'>; readonly saleId: string; readonly saleNumber: number; readonly onClose: () => void };

/** The way on when a slip did not come out: again, look the sale up, another printer, by hand. Nothing on it can take money. */
export function NotOutDialog({ view, saleId, saleNumber, onClose }: NotOutDialogProps) {
  const words = useWords(reprintWords).notOut;
  const { loading } = useWords(managerWords);
  const format = useFormat();
  const loaded = useSale(saleId, view.revision);
  const sale = loaded?.details ?? null;
  const way = useNotOut({ saleId, saleNumber }, sale?.prints ?? [], onClose);
  const { backup } = view.status.prints;
  const enter = () => enterOf(way, backup, onClose)?.();
  const typed = (character: string) => {
    const chosen = NOT_OUT_STEPS[Number(character) - 1];
    if (chosen !== undefined && !way.busy) way.setStep(chosen);
    return true;
  };
  return (
    <>
      <Dialog kind="wide" title={words.title(format.saleNumber(saleNumber))} onClose={onClose} testId="not-out" onTyped={typed} onEnter={enter}>
        <div className="grid grid-cols-[minmax(0,1fr)_23rem] gap-7 cramped:grid-cols-1">
          <div className="flex min-h-105 min-w-0 flex-col gap-4">
            <div role="group" aria-label={words.stepKey} className="grid grid-cols-4 gap-2">
              {NOT_OUT_STEPS.map((each, index) => (
                <Button key={each} size="small" kind={each === way.step ? 'chosen' : 'plain'} pressed={each === way.step} disabled={way.busy} onPress={() => way.setStep(each)} testId={`not-out-${each}`} className="min-h-14 px-2! leading-tight">
                  {`${index + 1}. ${words.steps[each]}`}
                </Button>
              ))}
            </div>
            {way.step === 'again' ? <PrintStep key="again" way={way} printer="first" onClose={onClose} /> : null}
            {way.step === 'query' ? <QueryStep way={way} /> : null}
            {way.step === 'other' ? <PrintStep key="other" way={way} printer={backup ? 'second' : null} onClose={onClose} /> : null}
            {way.step === 'write' ? <WriteStep way={way} /> : null}
          </div>
          <div className="flex min-w-0 flex-col gap-3">
            <div className="rounded-card border-l-4 border-ok bg-sunk px-5 py-3.5" data-testid="not-out-paid">
              <b className="text-lg font-[750]">{words.paid}</b>
              <p>{words.never}</p>
            </div>
            {sale === null ? <p className="text-ink-2">{loading}</p> : <SaleFacts sale={sale} shop={view.shop} />}
          </div>
        </div>
      </Dialog>
      {way.dialog}
    </>
  );
}

/** What Enter does: the blue button of the step. */
function enterOf(way: ReturnType<typeof useNotOut>, backup: boolean, onClose: () => void): (() => void) | null {
  if (way.busy) return null;
  if (way.step === 'query') return way.next;
  if (way.step === 'write') return () => void way.settle('written');
  if (way.step === 'other' && !backup) return way.next;
  const { attempt } = way;
  if (attempt.at === 'on-its-way') return null;
  if (attempt.at === 'nothing') return () => void way.print({ reason: 'not-out', printer: way.step === 'other' ? 'second' : 'first' });
  if (attempt.print.state === 'confirmed') return onClose;
  // Whether it is there is a look at the printer, not a habit of the hand.
  return attempt.print.state === 'failed' ? way.next : null;
}

import type { StrayView } from '../../../contract/cards.ts';
import { Button } from '../../ui/button.tsx';
import { Dot } from '../../ui/dot.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { strayWords } from '../../words/stray.ts';

export type StrayActsProps = { readonly stray: StrayView; readonly onCancel: (() => void) | null; readonly onSettle: (() => void) | null; readonly onSale: (() => void) | null };

/** How it ends: the charge goes back, or somebody answers for it. */
export function StrayActs({ stray, onCancel, onSettle, onSale }: StrayActsProps) {
  const words = useWords(strayWords);
  const format = useFormat();
  return (
    <footer className="flex flex-none flex-col gap-2.5 border-t border-line px-7.5 py-4">
      {stray.cancel === 'under-way' ? (
        <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 py-3" role="status" data-testid="stray-cancelling">
          <Dot state="checking" />
          <b className="font-semibold">{words.cancelUnderWay}</b>
          <span className="col-start-2 text-ink-2">{words.cancelUnderWayHint}</span>
        </div>
      ) : null}
      {onCancel === null ? null : (
        <Button kind="primary" size="huge" onPress={onCancel} keyHint="Enter" testId="stray-cancel" className="num">
          {words.cancel(format.won(stray.amountWon))}
        </Button>
      )}
      <div className="flex gap-2.5">
        {onSettle === null ? null : (
          <Button kind={onCancel === null ? 'primary' : 'plain'} size={onCancel === null ? 'huge' : 'large'} onPress={onSettle} keyHint={onCancel === null ? 'Enter' : 'F6'} testId="stray-settle" className="flex-1">
            {words.settle}
          </Button>
        )}
        {onSale === null ? null : (
          <Button kind="quiet" size="large" onPress={onSale} keyHint="F3" testId="stray-open-sale" className="flex-none">
            {words.openSale}
          </Button>
        )}
      </div>
    </footer>
  );
}

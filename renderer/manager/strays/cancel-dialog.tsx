import { useState } from 'react';
import type { StrayView } from '../../../contract/cards.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { strayWords } from '../../words/stray.ts';

export type CancelDialogProps = { readonly stray: StrayView; readonly onDone: () => void; readonly onClose: () => void };

/** Money goes back to a card: asked once, with the sum in the button. */
export function CancelDialog({ stray, onDone, onClose }: CancelDialogProps) {
  const words = useWords(strayWords);
  const format = useFormat();
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const won = format.won(stray.amountWon);
  const cancel = async () => {
    if (busy) return;
    setBusy(true);
    await act('stray.cancel', { strayId: stray.strayId });
    onDone();
  };
  return (
    <Dialog title={words.cancelTitle} onClose={onClose} testId="stray-cancel-dialog" onEnter={() => void cancel()}>
      <p className="text-[1.1875rem]">{words.cancelAsk(won)}</p>
      <Button kind="danger" size="huge" disabled={busy} onPress={() => void cancel()} keyHint="Enter" testId="stray-cancel-go" className="num">
        {words.cancel(won)}
      </Button>
    </Dialog>
  );
}

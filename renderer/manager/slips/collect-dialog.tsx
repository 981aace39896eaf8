import { useState } from 'react';
import type { HandwrittenView } from '../../../contract/cards.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { handwrittenWords } from '../../words/handwritten.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { wonOf } from './list.ts';
import { SlipSum } from './slip-sum.tsx';

export type SlipDialogProps = { readonly slips: readonly HandwrittenView[]; readonly onDone: (said: string) => void; readonly onClose: () => void };

/** The paper is in her hand, with a signature on it. Nothing takes that back, so it is asked once, with count and sum in the button. */
export function CollectDialog({ slips, onDone, onClose }: SlipDialogProps) {
  const words = useWords(handwrittenWords);
  const format = useFormat();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const [recorded, setRecorded] = useState<ReadonlySet<string>>(new Set());
  const left = slips.filter(({ slipId }) => !recorded.has(slipId));
  const byHand = left.filter(({ state }) => state === 'not-printed').length;
  const won = format.won(wonOf(left));

  const collect = async () => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    for (const { slipId, state } of left) {
      const result = await client.call('handwritten.collected', { slipId, how: state === 'not-printed' ? 'by-hand' : 'printed' });
      if (!result.ok) {
        setRefusal(result);
        setBusy(false);
        return;
      }
      setRecorded((before) => new Set([...before, slipId]));
    }
    onDone(words.collectDone(format.number(slips.length)));
  };
  return (
    <Dialog title={words.collectTitle} onClose={onClose} testId="collect-dialog" onEnter={() => void collect()}>
      <p className="text-[1.1875rem]">{words.collectAsk}</p>
      <SlipSum slips={left} />
      {byHand === 0 || left.length === 1 ? null : <p className="num text-ink-2">{words.collectByHand(format.number(byHand))}</p>}
      {refusal === null ? null : <Trouble code={refusal.code} detail={refusal.detail} testId="collect-refused" />}
      <Button kind="primary" size="huge" disabled={busy || left.length === 0} onPress={() => void collect()} keyHint="Enter" testId="collect-go" className="num">
        {busy ? words.collecting : left.length > 1 ? words.collectMany(format.number(left.length), won) : words.collect(won)}
      </Button>
    </Dialog>
  );
}

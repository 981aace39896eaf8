import { useState } from 'react';
import type { HandwrittenView } from '../../../contract/cards.ts';
import { MAX_REASON_LENGTH, REASONS_OF } from '../../../domain/people/reasons.ts';
import { useClient } from '../../bridge.ts';
import { useApproval } from '../../cashier/approval/use-approval.tsx';
import { Field } from '../../setup/field.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { named } from '../../ui/keys.ts';
import { handwrittenWords } from '../../words/handwritten.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { reasonWords } from '../../words/reasons.ts';
import { SlipSum } from './slip-sum.tsx';
import { useSlipName } from './slip-rows.tsx';

const READY = REASONS_OF['write-off-slip'];

/** Nobody will sign any more: a manager answers for it, with a reason. */
export function WriteOffDialog({ slip, onDone, onClose }: { readonly slip: HandwrittenView; readonly onDone: (said: string) => void; readonly onClose: () => void }) {
  const words = useWords(handwrittenWords);
  const reasons = useWords(reasonWords);
  const format = useFormat();
  const client = useClient();
  const approval = useApproval();
  const name = useSlipName(slip);
  const [ready, setReady] = useState<(typeof READY)[number] | null>(null);
  const [own, setOwn] = useState('');
  const [busy, setBusy] = useState(false);
  const reason = own.trim() === '' ? ready : own.trim();
  const choose = (by: -1 | 1) => {
    const at = ready === null ? (by === 1 ? 0 : READY.length - 1) : READY.indexOf(ready) + by;
    setReady(READY[Math.max(0, Math.min(READY.length - 1, at))] ?? null);
    setOwn('');
  };

  const writeOff = async () => {
    if (busy || reason === null) return;
    setBusy(true);
    const asked = { act: 'write-off-slip', saleId: slip.saleId, amountWon: slip.chargedWon, reason, what: words.writeOffWhat(name) } as const;
    const result = await approval.run(asked, (approvalId) => client.call('handwritten.writeOff', { slipId: slip.slipId, reason, approvalId }));
    setBusy(false);
    if (result.ok) onDone(words.writeOffDone);
  };
  const keys = { ArrowUp: named(reasons.title, () => choose(-1)), ArrowDown: named(reasons.title, () => choose(1)) };
  return (
    <Dialog title={words.writeOffTitle} onClose={onClose} testId="write-off-dialog" keys={keys} onEnter={() => void writeOff()}>
      <p className="text-[1.1875rem]">{words.writeOffAsk}</p>
      <SlipSum slips={[slip]} />
      <div role="group" aria-label={reasons.title} className="grid gap-2">
        {READY.map((each) => (
          <Button key={each} kind={reason === each ? 'chosen' : 'plain'} pressed={reason === each} onPress={() => (setReady(each), setOwn(''))} testId={`reason-${each}`} className="justify-start! text-left">
            {reasons.ready[each]}
          </Button>
        ))}
      </div>
      <Field label={reasons.other} value={own} onChange={setOwn} maxLength={MAX_REASON_LENGTH} hint={reasons.otherHint} testId="reason-own" />
      <Button kind="danger" size="huge" disabled={busy || reason === null} onPress={() => void writeOff()} keyHint="Enter" testId="write-off-go" className="num text-[1.3125rem]!">
        {words.writeOffGo(format.won(slip.chargedWon))}
      </Button>
      {approval.dialog}
    </Dialog>
  );
}

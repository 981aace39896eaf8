import { useRef, useState } from 'react';
import type { StrayView } from '../../../contract/cards.ts';
import { LONGEST_NOTE } from '../../../domain/stray-charge/machine.ts';
import { useClient } from '../../bridge.ts';
import { useApproval } from '../../cashier/approval/use-approval.tsx';
import { Field } from '../../setup/field.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Label } from '../../ui/screen.tsx';
import type { EvidenceSource } from '../../words/card.ts';
import { cardWords } from '../../words/card.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { strayWords } from '../../words/stray.ts';

const SOURCES: readonly EvidenceSource[] = ['terminal-slip', 'terminal-last-trade', 'van-site', 'van-phone'];

export type SettleDialogProps = { readonly stray: StrayView; readonly onDone: (said: string) => void; readonly onClose: () => void };

/** Where she looked, what she saw, who stands for it. No money moves by it. */
export function SettleDialog({ stray, onDone, onClose }: SettleDialogProps) {
  const words = useWords(strayWords);
  const { sources } = useWords(cardWords).unknown;
  const format = useFormat();
  const client = useClient();
  const approval = useApproval();
  const field = useRef<HTMLInputElement>(null);
  const [source, setSource] = useState<EvidenceSource | null>(null);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const note = typed.trim();
  const choose = (next: EvidenceSource | undefined) => {
    if (next === undefined) return;
    setSource(next);
    field.current?.focus();
  };
  const record = async () => {
    if (busy || source === null || note === '') return;
    setBusy(true);
    const { strayId, saleId, amountWon } = stray;
    const asked = { act: 'settle-card', saleId, amountWon, reason: note, what: words.settleWhat(sources[source]) } as const;
    const result = await approval.run(asked, (approvalId) => client.call('stray.settle', { strayId, source, note, approvalId }));
    setBusy(false);
    if (result.ok) onDone(words.recorded);
  };
  const onTyped = (character: string) => {
    choose(SOURCES[Number(character) - 1]);
    return true;
  };
  return (
    <Dialog title={words.settleTitle} onClose={onClose} testId="settle-dialog" onTyped={onTyped} onEnter={() => void record()}>
      <fieldset className="grid gap-2">
        <Label>{words.source}</Label>
        <div className="grid grid-cols-2 gap-2">
          {SOURCES.map((each, index) => (
            <Button key={each} kind={each === source ? 'chosen' : 'plain'} pressed={each === source} onPress={() => choose(each)} testId={`settle-${each}`} className="min-h-14 justify-between! px-3! text-left text-[0.9375rem]!">
              {sources[each]}
              <Kbd>{String(index + 1)}</Kbd>
            </Button>
          ))}
        </div>
      </fieldset>
      <Field ref={field} label={words.note} value={typed} onChange={setTyped} maxLength={LONGEST_NOTE} hint={words.noteHint} testId="settle-note" />
      <p className="text-[0.9375rem] text-ink-2">{words.recordHint}</p>
      <Button kind="primary" size="huge" disabled={busy || source === null || note === ''} onPress={() => void record()} keyHint="Enter" testId="settle-go" className="num">
        {words.record(format.won(stray.amountWon))}
      </Button>
      {approval.dialog}
    </Dialog>
  );
}

import { useState } from 'react';
import type { FailureCode } from '../../../domain/failure.ts';
import { useClient } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { named } from '../../ui/keys.ts';
import { MAX_PIN, MIN_PIN, PinDots } from '../../ui/pin-dots.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { keyMapWords } from '../../words/key-map.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { peopleWords } from '../../words/people.ts';
import { ApproverList } from './approver-list.tsx';
import { approversOf, usePeople } from './people-context.ts';
import type { AskedAct } from './use-approval.tsx';
import { WhatIsAsked } from './what-is-asked.tsx';

export type ApprovalDialogProps = { readonly asked: AskedAct; readonly onApproved: (approvalId: string) => void; readonly onClose: () => void };

/** Over whatever is on the screen: what is asked for, who may say yes, and her PIN. The yes is good for exactly what stands here. */
export function ApprovalDialog({ asked, onApproved, onClose }: ApprovalDialogProps) {
  const words = useWords(peopleWords).approval;
  const signIn = useWords(cashierWords).signIn;
  const common = useWords(commonWords);
  const keyWords = useWords(keyMapWords);
  const format = useFormat();
  const client = useClient();
  const here = usePeople();
  const people = approversOf(here, asked.act);
  const [chosen, setChosen] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<FailureCode | null>(null);
  const approver = people.find((person) => person.userId === chosen) ?? people[0] ?? null;
  const ready = approver !== null && pin.length >= MIN_PIN && !busy;

  const choose = (userId: string) => {
    setChosen(userId);
    setPin('');
    setRefusal(null);
  };
  const walk = (by: number) => {
    const next = people[Math.max(0, Math.min(people.length - 1, people.findIndex((person) => person === approver) + by))];
    if (next !== undefined) choose(next.userId);
  };
  const type = (digits: string) => {
    setRefusal(null);
    setPin((before) => (before + digits).slice(0, MAX_PIN));
  };
  const erase = () => setPin((before) => before.slice(0, -1));
  const approve = async () => {
    if (!ready) return;
    setBusy(true);
    const { act, saleId, amountWon, reason, change } = asked;
    const result = await client.call('people.approve', { act, saleId, amountWon, reason, change, userId: approver.userId, pin });
    setBusy(false);
    setPin('');
    if (result.ok) onApproved(result.res.approvalId);
    else setRefusal(result.code);
  };
  const typed = (character: string) => {
    if (/^\d$/.test(character) && !busy) type(character);
    return true;
  };
  const keys = { Backspace: erase, ArrowUp: named(keyWords.acts.person, () => walk(-1)), ArrowDown: named(keyWords.acts.person, () => walk(1)) };
  const give = asked.amountWon === null ? words.give : words.giveAmount(format.won(asked.amountWon));
  return (
    <Dialog kind="steady" title={words.title} onClose={onClose} testId="approval-dialog" keys={keys} onTyped={typed} onEnter={() => void approve()}>
      <div className="grid grid-cols-[minmax(0,1fr)_22rem] gap-7 cramped:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-4">
          <WhatIsAsked asked={asked} by={here.signedIn?.name ?? ''} />
          {approver === null ? <p className="rounded-card bg-warn-soft px-4 py-3 text-warn">{words.nobody}</p> : <ApproverList label={words.who} testId="approver" people={people} chosen={approver.userId} onChoose={choose} />}
          {approver !== null && approver.userId === here.signedIn?.userId ? <p className="text-[0.9375rem] text-ink-2">{words.alone}</p> : null}
          {refusal === null ? null : <Trouble code={refusal} tone={refusal === 'people.pin-wrong' ? 'warn' : 'bad'} testId="approval-refused" />}
        </div>
        <div className="flex flex-col gap-3">
          <PinDots label={signIn.pinFor(approver?.name ?? '')} count={pin.length} said={pin.length === 0 ? '' : signIn.typed(pin.length)} testId="approval-pin" />
          <Keypad onDigits={type} onBackspace={erase} backspaceLabel={common.erase} disabled={busy || approver === null}>
            <Button kind="primary" size="large" disabled={!ready} onPress={() => void approve()} testId="approval-give" className="num">
              {busy ? words.giving : pin.length < MIN_PIN ? words.needPin : give}
            </Button>
          </Keypad>
        </div>
      </div>
    </Dialog>
  );
}

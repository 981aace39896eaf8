import { useEffect, useRef, useState } from 'react';
import type { FailureCode } from '../../../domain/failure.ts';
import type { CustomerFact } from '../../../domain/slip/customer-fact.ts';
import { CUSTOMER_FACTS } from '../../../domain/slip/customer-fact.ts';
import type { CallResult } from '../../bridge.ts';
import { Field } from '../../setup/field.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { named } from '../../ui/keys.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';
import { reprintWords } from '../../words/reprint.ts';
import type { SaidFact } from './use-reprint.tsx';

export type FactDialogProps = {
  /** Only then there is a card to know the end of. */
  readonly byCard: boolean;
  readonly ask: (fact: SaidFact) => Promise<CallResult<'slip.printAgain'>>;
  readonly onPrinted: () => void;
  /** The answer was right; now somebody must allow it. */
  readonly onLeaveNeeded: (fact: SaidFact) => void;
  readonly onClose: () => void;
};

const MAX_SAID_CHARS = 20;

/** Before a copy of somebody's purchase is handed out: one question, read to the customer, and what she says. Main judges it. */
export function FactDialog({ byCard, ask, onPrinted, onLeaveNeeded, onClose }: FactDialogProps) {
  const words = useWords(reprintWords).fact;
  const common = useWords(commonWords);
  const kinds = CUSTOMER_FACTS.filter((kind) => kind !== 'card-tail' || byCard);
  const [kind, setKind] = useState<CustomerFact>('amount');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<FailureCode | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [kind]);
  const ready = said.trim() !== '' && !busy;

  const choose = (next: CustomerFact) => {
    setKind(next);
    setSaid('');
    setRefusal(null);
  };
  const walk = (by: 1 | -1) => choose(kinds[(kinds.indexOf(kind) + by + kinds.length) % kinds.length] ?? 'amount');
  const type = (text: string) => {
    setRefusal(null);
    setSaid(text.slice(0, MAX_SAID_CHARS));
  };
  const print = async () => {
    if (!ready) return;
    setBusy(true);
    const fact = { kind, said };
    const result = await ask(fact);
    setBusy(false);
    if (result.ok) onPrinted();
    else if (result.code === 'people.approval-needed') onLeaveNeeded(fact);
    else setRefusal(result.code);
  };
  const typed = (character: string) => {
    type(said + character);
    field.current?.focus();
    return true;
  };
  const { question, answer, hint } = words.kinds[kind];
  const keys = { ArrowUp: named(words.otherQuestion, () => walk(-1)), ArrowDown: named(words.otherQuestion, () => walk(1)) };
  return (
    <Dialog kind="wide" title={words.title} onClose={onClose} testId="fact-dialog" keys={keys} onTyped={typed} onEnter={() => void print()}>
      <div className="grid grid-cols-[minmax(0,1fr)_22rem] gap-7 cramped:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-3">
          <p className="text-ink-2">{words.why}</p>
          <div role="group" aria-label={words.choose} className={cx('grid gap-2', kinds.length === 3 ? 'grid-cols-3' : 'grid-cols-2')}>
            {kinds.map((each) => (
              <Button key={each} kind={each === kind ? 'chosen' : 'plain'} pressed={each === kind} onPress={() => choose(each)} testId={`fact-${each}`} className="min-h-14">
                {words.kinds[each].name}
              </Button>
            ))}
          </div>
          <p className="rounded-card bg-accent-soft px-5 py-4 text-[1.625rem] leading-tight font-[750] tracking-[-0.02em]" data-testid="fact-question">
            {question}
          </p>
          {refusal === null ? null : <Trouble code={refusal} tone="warn" testId="fact-refused" />}
        </div>
        <div className="flex flex-col gap-1">
          <Field ref={field} label={answer} hint={hint} value={said} onChange={type} maxLength={MAX_SAID_CHARS} kind={kind === 'product' ? 'text' : 'digits'} testId="fact-said" />
          <Keypad onDigits={(digits) => type(said + digits)} onBackspace={() => type(said.slice(0, -1))} backspaceLabel={common.erase} disabled={busy}>
            <Button kind="primary" size="large" disabled={!ready} onPress={() => void print()} keyHint="Enter" testId="fact-print">
              {busy ? words.asking : ready ? words.print : words.needed}
            </Button>
          </Keypad>
        </div>
      </div>
    </Dialog>
  );
}

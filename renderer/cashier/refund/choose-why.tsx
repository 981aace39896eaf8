import { useState } from 'react';
import { isReadyReason, MAX_REASON_LENGTH } from '../../../domain/people/reasons.ts';
import type { ReadyReason } from '../../../domain/people/reasons.ts';
import { Field } from '../../setup/field.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useWords } from '../../words/language.tsx';
import { reasonWords, useReasonText } from '../../words/reasons.ts';
import type { ReceiptReason } from '../../words/refund.ts';
import { refundWords } from '../../words/refund.ts';
import { RECEIPT_REASONS } from './use-choice.ts';

/** The next of a few, from whichever it is; the first after the last, and after none. */
export function nextOf<T extends string>(all: readonly T[], now: string): T {
  const next = all[(all.findIndex((each) => each === now) + 1) % all.length];
  if (next === undefined) throw new RangeError('there is nothing to choose from');
  return next;
}

type ReasonProps = { readonly reasons: readonly ReadyReason[]; readonly reason: string; readonly onReason: (reason: string) => void };

export function ChooseReason({ reasons, reason, onReason }: ReasonProps) {
  const words = useWords(refundWords).choose;
  const { other, otherHint } = useWords(reasonWords);
  const textOf = useReasonText();
  const [writing, setWriting] = useState(false);
  const write = () => {
    setWriting(true);
    onReason('');
  };
  const take = (ready: ReadyReason) => {
    setWriting(false);
    onReason(ready);
  };
  const own = writing && !isReadyReason(reason);
  return (
    <Group title={words.reason} keyHint="F6" testId="refund-reason">
      <div className="grid grid-cols-2 gap-2">
        {reasons.map((ready) => (
          <Button key={ready} kind={ready === reason ? 'chosen' : 'plain'} pressed={ready === reason} onPress={() => take(ready)} testId={`reason-${ready}`} className="min-h-12 px-2! text-base!">
            {textOf(ready)}
          </Button>
        ))}
        <Button kind={own ? 'chosen' : 'plain'} pressed={own} onPress={write} testId="reason-other" className="min-h-12 px-2! text-base!">
          {other}
        </Button>
      </div>
      {own ? <Field label={otherHint} value={reason} onChange={onReason} maxLength={MAX_REASON_LENGTH} testId="reason-own" /> : null}
    </Group>
  );
}

export function ChooseReceiptReason({ reason, onReason }: { readonly reason: ReceiptReason; readonly onReason: (reason: ReceiptReason) => void }) {
  const words = useWords(refundWords).choose;
  return (
    <Group title={words.receiptReason} keyHint="F7" testId="refund-receipt-reason">
      <div className="grid grid-cols-3 gap-2">
        {RECEIPT_REASONS.map((each) => (
          <Button key={each} kind={each === reason ? 'chosen' : 'plain'} pressed={each === reason} onPress={() => onReason(each)} testId={`receipt-reason-${each}`} className="min-h-12 px-2! text-base!">
            {words.receiptReasons[each]}
          </Button>
        ))}
      </div>
    </Group>
  );
}

function Group({ title, keyHint, testId, children }: { readonly title: string; readonly keyHint: string; readonly testId: string; readonly children: React.ReactNode }) {
  return (
    <fieldset className="grid flex-none gap-2" data-testid={testId}>
      <legend className="mb-1.5 flex items-center gap-2 text-[0.9375rem] font-semibold text-ink-2">
        {title}
        <Kbd>{keyHint}</Kbd>
      </legend>
      {children}
    </fieldset>
  );
}

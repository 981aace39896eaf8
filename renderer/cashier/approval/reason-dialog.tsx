import { useRef, useState } from 'react';
import type { ReasonedAct } from '../../../domain/people/reasons.ts';
import { isReason, MAX_REASON_LENGTH, REASONS_OF } from '../../../domain/people/reasons.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { peopleWords } from '../../words/people.ts';
import { reasonWords } from '../../words/reasons.ts';

export type ReasonDialogProps = {
  readonly act: ReasonedAct;
  readonly amountWon: number | null;
  readonly what: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
};

/** Why: one touch or one digit for what it usually is, words of one's own for the rest. */
export function ReasonDialog({ act, amountWon, what, onReason, onClose }: ReasonDialogProps) {
  const acts = useWords(peopleWords).act;
  const words = useWords(reasonWords);
  const format = useFormat();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const ready = REASONS_OF[act];
  const own = text.trim();
  const good = isReason(act, own);
  const typed = (character: string) => {
    const chosen = /^[1-9]$/.test(character) ? ready[Number(character) - 1] : undefined;
    if (chosen !== undefined) onReason(chosen);
    else {
      setText((before) => (before + character).slice(0, MAX_REASON_LENGTH));
      field.current?.focus();
    }
    return true;
  };
  return (
    <Dialog title={acts[act]} onClose={onClose} testId="reason-dialog" onTyped={typed} onEnter={() => good && onReason(own)}>
      <p className="num -mt-2 text-[1.0625rem] text-ink-2" data-testid="reason-what">
        {what}
        {amountWon === null ? null : <b className="ml-2 font-[700] text-ink">{format.won(amountWon)}</b>}
      </p>
      <div className="grid gap-2" role="group" aria-label={words.title}>
        {ready.map((reason, index) => (
          <Button key={reason} onPress={() => onReason(reason)} keyHint={String(index + 1)} testId={`reason-${reason}`} className="min-h-14 justify-between!">
            {words.ready[reason]}
          </Button>
        ))}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2">
        <input
          ref={field}
          type="text"
          value={text}
          maxLength={MAX_REASON_LENGTH}
          placeholder={words.otherHint}
          aria-label={words.other}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          className="min-h-14 w-full rounded-control border border-line-strong bg-surface px-4 text-[1.0625rem] text-ink outline-none focus:border-accent"
          data-testid="reason-own"
        />
        <Button kind="primary" disabled={!good} onPress={() => onReason(own)} testId="reason-give">
          {words.give}
        </Button>
      </div>
    </Dialog>
  );
}

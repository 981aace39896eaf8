import { useEffect, useRef, useState } from 'react';
import { seoulDay } from '../../../domain/seoul-time.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import { Field } from '../../setup/field.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useNow } from '../../ui/now.ts';
import { handwrittenWords } from '../../words/handwritten.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { SlipDialogProps } from './collect-dialog.tsx';
import { dayProblem, MAX_BATCH_CHARS } from './hand-in.ts';
import { wonOf } from './list.ts';
import { SlipSum } from './slip-sum.tsx';

const DAY_CHECK_MS = 60_000;

/** Out of the house: in which batch, on which day. */
export function HandInDialog({ slips, onDone, onClose }: SlipDialogProps) {
  const words = useWords(handwrittenWords);
  const format = useFormat();
  const client = useClient();
  const first = useRef<HTMLInputElement>(null);
  const today = seoulDay(new Date(useNow(DAY_CHECK_MS)).toISOString());
  const [typedDay, setTypedDay] = useState<string | null>(null);
  const [batch, setBatch] = useState('');
  /** Nothing is called wrong before she has said that she is done. */
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  useEffect(() => first.current?.focus(), []);
  const day = typedDay ?? today;
  const dayWrong = dayProblem(day, slips);
  const won = format.won(wonOf(slips));

  const handIn = async () => {
    setTried(true);
    if (busy || batch.trim() === '' || dayWrong !== null) return;
    setBusy(true);
    setRefusal(null);
    const result = await client.call('handwritten.handOver', { slipIds: slips.map(({ slipId }) => slipId), batch: batch.trim(), handedOn: day.trim() });
    setBusy(false);
    if (result.ok) onDone(words.handInDone(format.number(slips.length), batch.trim()));
    else setRefusal(result);
  };
  return (
    <Dialog title={words.handInTitle} onClose={onClose} testId="hand-in-dialog" onEnter={() => void handIn()}>
      <p className="text-ink-2">{words.handInAsk}</p>
      <SlipSum slips={slips} />
      <div className="grid grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] gap-3 cramped:grid-cols-1">
        <Field ref={first} label={words.batchLabel} value={batch} onChange={setBatch} maxLength={MAX_BATCH_CHARS} hint={words.batchHint} problem={tried && batch.trim() === '' ? words.batchMissing : null} testId="hand-in-batch" />
        <Field
          label={words.dayLabel}
          value={day}
          onChange={setTypedDay}
          maxLength={10}
          hint={words.dayHint}
          problem={dayWrong === null || !tried ? null : dayWrong.kind === 'no-day' ? words.dayWrong : words.dayBefore(dayWrong.day)}
          testId="hand-in-day"
        />
      </div>
      {refusal === null ? null : <Trouble code={refusal.code} detail={refusal.detail} testId="hand-in-refused" />}
      <Button kind="primary" size="huge" disabled={busy} onPress={() => void handIn()} keyHint="Enter" testId="hand-in-go" className="num">
        {busy ? words.collecting : slips.length > 1 ? words.handInMany(format.number(slips.length), won) : words.handIn(won)}
      </Button>
    </Dialog>
  );
}

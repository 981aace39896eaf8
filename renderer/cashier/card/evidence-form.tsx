import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import type { CallRequest } from '../../../contract/calls.ts';
import { seoulCompact } from '../../../domain/seoul-time.ts';
import { Field } from '../../setup/field.tsx';
import { Button } from '../../ui/button.tsx';
import { Missing } from '../../ui/missing.tsx';
import { useNow } from '../../ui/now.ts';
import { Label, Title } from '../../ui/screen.tsx';
import type { EvidenceSource } from '../../words/card.ts';
import { cardWords } from '../../words/card.ts';
import { useWords } from '../../words/language.tsx';
import { isApproval, tradedAtOf } from './evidence.ts';

const SOURCES: readonly EvidenceSource[] = ['terminal-slip', 'terminal-last-trade', 'van-site', 'van-phone'];
const ANSWERS = ['approved', 'not-approved'] as const;

export type EvidenceAnswer = (typeof ANSWERS)[number];
/** What a person read, and where. */
export type Proof = Pick<CallRequest<'receipt.settle'>, 'verdict' | 'source'>;

export type EvidenceFormProps = {
  /** The two things it can have come to, in the words of what was asked. */
  readonly said: Readonly<Record<EvidenceAnswer, string>>;
  readonly recordText: (answer: EvidenceAnswer) => string;
  /** Resolves when it is recorded, or refused. */
  readonly record: (proof: Proof, answer: EvidenceAnswer) => Promise<unknown>;
  /** Above the button: who else has to stand for it. */
  readonly note?: ReactNode;
};

/** Of a trade whose fate nobody knows, a charge, a cancel or a cash receipt at the terminal: where a person looked and what she read there. */
export function EvidenceForm({ said, recordText, record, note = null }: EvidenceFormProps) {
  const words = useWords(cardWords).unknown;
  const [answer, setAnswer] = useState<EvidenceAnswer | null>(null);
  const [source, setSource] = useState<EvidenceSource | null>(null);
  const approval = useApprovalFields();
  const [saving, setSaving] = useState(false);
  const verdict = answer === 'not-approved' ? ({ verdict: 'not-approved' } as const) : answer === 'approved' ? approval.verdict : null;
  const ready = !saving && source !== null && verdict !== null;
  const id = useId();
  const missing = source === null ? words.needSource : answer === null ? words.needAnswer : verdict === null ? words.needApproval : null;
  const save = async () => {
    if (!ready || answer === null) return;
    setSaving(true);
    await record({ verdict, source }, answer);
    setSaving(false);
  };
  return (
    <>
      <Title>{words.record}</Title>
      <fieldset className="grid gap-2">
        <Label>{words.source}</Label>
        <div className="grid grid-cols-2 gap-2">
          {SOURCES.map((each) => (
            <Button key={each} kind={each === source ? 'chosen' : 'plain'} pressed={each === source} onPress={() => setSource(each)} testId={`evidence-${each}`} className="min-h-14 px-2! text-[0.9375rem]!">
              {words.sources[each]}
            </Button>
          ))}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 gap-2">
        {ANSWERS.map((each) => (
          <Button key={each} className="min-h-16 px-2!" kind={each === answer ? 'chosen' : 'plain'} pressed={each === answer} onPress={() => setAnswer(each)} testId={`verdict-${each}`}>
            {said[each]}
          </Button>
        ))}
      </div>
      {answer === 'approved' ? approval.fields : null}
      <div className="mt-auto grid gap-2">
        {note}
        <Missing id={id} text={missing} {...(answer === 'approved' ? { className: '-mt-4' } : {})} />
        <Button kind="primary" size="huge" disabled={!ready} onPress={() => void save()} describedBy={missing === null ? undefined : id} testId="evidence-record" className="num text-[1.3125rem]!">
          {answer === null ? words.record : recordText(answer)}
        </Button>
      </div>
    </>
  );
}

/** Number, day and time as they stand on the slip; no verdict before all three are read. */
function useApprovalFields(): { readonly verdict: Proof['verdict'] | null; readonly fields: ReactNode } {
  const words = useWords(cardWords).unknown;
  const today = seoulCompact(new Date(useNow(60_000)).toISOString());
  const [number, setNumber] = useState('');
  const [day, setDay] = useState(`${today.slice(0, 4)}-${today.slice(4, 6)}-${today.slice(6, 8)}`);
  const [time, setTime] = useState('');
  const tradedAt = tradedAtOf(day, time);
  return {
    verdict: isApproval(number) && tradedAt !== null ? { verdict: 'approved', approvalNumber: number.trim(), tradedAt } : null,
    fields: (
      <div className="grid gap-1">
        <Field label={words.number} value={number} onChange={setNumber} maxLength={12} testId="evidence-number" />
        <div className="grid grid-cols-2 gap-2">
          <Field label={words.day} value={day} onChange={setDay} maxLength={10} hint="2026-11-28" testId="evidence-day" />
          <Field label={words.time} value={time} onChange={setTime} maxLength={5} hint="14:08" testId="evidence-time" />
        </div>
      </div>
    ),
  };
}

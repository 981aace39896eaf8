import { useState } from 'react';
import type { CallRequest } from '../../../contract/calls.ts';
import type { CardOfferView, UnknownTradeView } from '../../../contract/cards.ts';
import { seoulCompact } from '../../../domain/seoul-time.ts';
import type { CallResult } from '../../bridge.ts';
import { Field } from '../../setup/field.tsx';
import { Button } from '../../ui/button.tsx';
import { Label, Title } from '../../ui/screen.tsx';
import { useNow } from '../../ui/now.ts';
import type { EvidenceSource } from '../../words/card.ts';
import { cardWords } from '../../words/card.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { useApproval } from '../approval/use-approval.tsx';
import { isApproval, tradedAtOf } from './evidence.ts';

const SOURCES: readonly EvidenceSource[] = ['terminal-slip', 'terminal-last-trade', 'van-site', 'van-phone'];
type Answer = 'approved' | 'not-approved';

export type Evidence = Pick<CallRequest<'card.settle'>, 'tradeNumber' | 'verdict' | 'source' | 'approvalId'>;
export type EvidenceFormProps = {
  readonly saleId: string;
  readonly unknown: UnknownTradeView;
  readonly offer: CardOfferView;
  readonly settle: (evidence: Evidence) => Promise<CallResult<'card.settle'>>;
};

/** What a person read, and where: from the shop's amount on with a manager who stands for it. */
export function EvidenceForm({ saleId, unknown, offer, settle }: EvidenceFormProps) {
  const words = useWords(cardWords).unknown;
  const format = useFormat();
  const approval = useApproval();
  const today = seoulCompact(new Date(useNow(60_000)).toISOString());
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [source, setSource] = useState<EvidenceSource | null>(null);
  const [number, setNumber] = useState('');
  const [day, setDay] = useState(`${today.slice(0, 4)}-${today.slice(4, 6)}-${today.slice(6, 8)}`);
  const [time, setTime] = useState('');
  const [saving, setSaving] = useState(false);
  const tradedAt = tradedAtOf(day, time);
  const ready = !saving && source !== null && (answer === 'not-approved' || (answer === 'approved' && isApproval(number) && tradedAt !== null));
  const won = format.won(unknown.amountWon);

  const said = (verdict: Answer) => (verdict === 'approved' ? words.approved : words.notApproved)[unknown.act];

  const record = async () => {
    if (!ready || source === null || answer === null) return;
    setSaving(true);
    const verdict = answer === 'approved' ? ({ verdict: 'approved', approvalNumber: number.trim(), tradedAt: tradedAt ?? '' } as const) : ({ verdict: 'not-approved' } as const);
    const asked = { act: 'settle-card', saleId, amountWon: unknown.amountWon, reason: null, what: words.settleWhat(said(answer)) } as const;
    await approval.run(asked, (approvalId) => settle({ tradeNumber: unknown.tradeNumber, verdict, source, approvalId }));
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
        {(['approved', 'not-approved'] as const).map((each) => (
          <Button key={each} className="min-h-16 px-2!" kind={each === answer ? 'chosen' : 'plain'} pressed={each === answer} onPress={() => setAnswer(each)} testId={`verdict-${each}`}>
            {said(each)}
          </Button>
        ))}
      </div>
      {answer === 'approved' ? (
        <div className="grid gap-1">
          <Field label={words.number} value={number} onChange={setNumber} maxLength={12} testId="evidence-number" />
          <div className="grid grid-cols-2 gap-2">
            <Field label={words.day} value={day} onChange={setDay} maxLength={10} hint="2026-11-28" testId="evidence-day" />
            <Field label={words.time} value={time} onChange={setTime} maxLength={5} hint="14:08" testId="evidence-time" />
          </div>
        </div>
      ) : null}
      <div className="mt-auto grid gap-2">
        {unknown.needsManager ? <Label>{words.needsManager(format.won(offer.managerFromWon))}</Label> : null}
        <Button kind="primary" size="huge" disabled={!ready} onPress={() => void record()} testId="evidence-record" className="num text-[1.3125rem]!">
          {words.recordAs(won, said(answer ?? 'approved'))}
        </Button>
      </div>
      {approval.dialog}
    </>
  );
}

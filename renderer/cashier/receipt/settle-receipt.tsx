import { useState } from 'react';
import type { CashReceiptView, ReceiptAtTerminal } from '../../../contract/receipts.ts';
import { seoulCompact } from '../../../domain/seoul-time.ts';
import { Field } from '../../setup/field.tsx';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { useNow } from '../../ui/now.ts';
import { Label, Pane, Title } from '../../ui/screen.tsx';
import type { EvidenceSource } from '../../words/card.ts';
import { cardWords } from '../../words/card.ts';
import { useWords } from '../../words/language.tsx';
import { receiptTerminalWords } from '../../words/receipt-terminal.ts';
import { isApproval, tradedAtOf } from '../card/evidence.ts';

const SOURCES: readonly EvidenceSource[] = ['terminal-slip', 'terminal-last-trade', 'van-site', 'van-phone'];

export type SettleReceiptProps = {
  readonly receipt: CashReceiptView;
  readonly unknown: NonNullable<ReceiptAtTerminal['unknown']>;
  readonly leaveText: string;
  readonly onLeave: () => void;
  readonly onSettled?: () => void;
};

/** Nobody knows whether it was issued: look first, write down what was found. There is no key to ask for it again. */
export function SettleReceipt({ receipt, unknown, leaveText, onLeave, onSettled }: SettleReceiptProps) {
  const words = useWords(receiptTerminalWords).unknown;
  const card = useWords(cardWords).unknown;
  const act = useAct();
  const { cashReceiptId } = receipt;
  const inquire = () => {
    if (unknown.canInquire) void act('receipt.inquire', { cashReceiptId });
  };
  useKeyLayer('screen', { keys: { Escape: named(leaveText, onLeave), ...(unknown.canInquire ? { F6: named(card.inquire, inquire) } : {}) } });
  return (
    <>
      <Pane label={words.title} className="gap-4 px-7.5 py-6.5" scrolls>
        <div className="flex flex-col gap-1.5 rounded-card border-l-4 border-bad bg-bad-soft px-5 py-4" data-testid="receipt-unknown">
          <h1 className="text-[1.75rem] leading-tight font-[750] tracking-[-0.02em] text-bad">{words.title}</h1>
          <b className="text-xl">{words.noSecond}</b>
          <small className="text-[0.8125rem] text-ink-2">
            {receipt.terminal?.tradeNumber} · {unknown.reason}
            {unknown.detail === '' ? '' : ` · ${unknown.detail}`}
          </small>
        </div>
        <div className="grid gap-1.5">
          <b className="text-xl leading-9 font-[700]">{words.look}</b>
          <span className="text-ink-2">{words.lookMeaning}</span>
          {unknown.claimed === null ? null : (
            <span className="num text-[0.9375rem] text-ink-2">
              {card.claimed}: {[unknown.claimed.approvalNumber, unknown.claimed.maskedNumber].filter((text) => text !== '').join(' · ')}
            </span>
          )}
        </div>
        {unknown.canInquire || unknown.inquiries > 0 ? (
          <div className="grid gap-1.5">
            <span className="text-ink-2">{card.inquireMeaning}</span>
            <span className="num text-[0.9375rem] text-ink-2">
              {unknown.inquiries === 0 ? '' : card.asked(unknown.inquiries)}
              {unknown.lastInquiry === null || unknown.lastInquiry === '' ? '' : ` · ${unknown.lastInquiry}`}
            </span>
            {unknown.canInquire ? (
              <Button onPress={inquire} keyHint="F6" testId="receipt-inquire" className="self-start justify-self-start">
                {card.inquire}
              </Button>
            ) : null}
          </div>
        ) : null}
        <div className="mt-auto flex flex-col items-start gap-2">
          <Button size="large" onPress={onLeave} keyHint="Esc" testId="receipt-leave-waiting">
            {leaveText}
          </Button>
          <span className="text-ink-2">{words.leaveMeaning}</span>
        </div>
        <Live urgent testId="live-receipt-unknown">{`${words.title} ${words.noSecond}`}</Live>
      </Pane>
      <Pane tone="sunk" label={card.record} className="gap-4 border-l border-line p-5" scrolls>
        <Evidence key={cashReceiptId} cashReceiptId={cashReceiptId} onSettled={onSettled} />
      </Pane>
    </>
  );
}

/** What she read, and where. */
function Evidence({ cashReceiptId, onSettled }: { readonly cashReceiptId: string; readonly onSettled: (() => void) | undefined }) {
  const words = useWords(receiptTerminalWords).unknown;
  const card = useWords(cardWords).unknown;
  const act = useAct();
  const today = seoulCompact(new Date(useNow(60_000)).toISOString());
  const [issued, setIssued] = useState<boolean | null>(null);
  const [source, setSource] = useState<EvidenceSource | null>(null);
  const [number, setNumber] = useState('');
  const [day, setDay] = useState(`${today.slice(0, 4)}-${today.slice(4, 6)}-${today.slice(6, 8)}`);
  const [time, setTime] = useState('');
  const [saving, setSaving] = useState(false);
  const tradedAt = tradedAtOf(day, time);
  const ready = !saving && source !== null && (issued === false || (issued === true && isApproval(number) && tradedAt !== null));
  const record = async () => {
    if (!ready || source === null || issued === null) return;
    setSaving(true);
    const verdict = issued ? ({ verdict: 'approved', approvalNumber: number.trim(), tradedAt: tradedAt ?? '' } as const) : ({ verdict: 'not-approved' } as const);
    const result = await act('receipt.settle', { cashReceiptId, verdict, source });
    setSaving(false);
    if (result.ok) onSettled?.();
  };
  return (
    <>
      <Title>{card.record}</Title>
      <fieldset className="grid gap-2">
        <Label>{card.source}</Label>
        <div className="grid grid-cols-2 gap-2">
          {SOURCES.map((each) => (
            <Button key={each} kind={each === source ? 'chosen' : 'plain'} pressed={each === source} onPress={() => setSource(each)} testId={`evidence-${each}`} className="min-h-14 px-2! text-[0.9375rem]!">
              {card.sources[each]}
            </Button>
          ))}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 gap-2">
        {([true, false] as const).map((each) => (
          <Button key={String(each)} className="min-h-16 px-2!" kind={each === issued ? 'chosen' : 'plain'} pressed={each === issued} onPress={() => setIssued(each)} testId={each ? 'verdict-approved' : 'verdict-not-approved'}>
            {each ? words.issued : words.notIssued}
          </Button>
        ))}
      </div>
      {issued === true ? (
        <div className="grid gap-1">
          <Field label={card.number} value={number} onChange={setNumber} maxLength={12} testId="evidence-number" />
          <div className="grid grid-cols-2 gap-2">
            <Field label={card.day} value={day} onChange={setDay} maxLength={10} hint="2026-11-28" testId="evidence-day" />
            <Field label={card.time} value={time} onChange={setTime} maxLength={5} hint="14:08" testId="evidence-time" />
          </div>
        </div>
      ) : null}
      <Button kind="primary" size="huge" disabled={!ready} onPress={() => void record()} testId="evidence-record" className="mt-auto text-[1.3125rem]!">
        {issued === false ? words.recordNotIssued : words.recordIssued}
      </Button>
    </>
  );
}

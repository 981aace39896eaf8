import type { CashReceiptView, ReceiptAtTerminal } from '../../../contract/receipts.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Pane } from '../../ui/screen.tsx';
import { cardWords } from '../../words/card.ts';
import { useWords } from '../../words/language.tsx';
import { receiptTerminalWords } from '../../words/receipt-terminal.ts';
import { EvidenceForm } from '../card/evidence-form.tsx';

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
        <ReceiptEvidence key={cashReceiptId} cashReceiptId={cashReceiptId} onSettled={onSettled} />
      </Pane>
    </>
  );
}

/** It moves no money: her own word is enough. */
function ReceiptEvidence({ cashReceiptId, onSettled }: { readonly cashReceiptId: string; readonly onSettled: (() => void) | undefined }) {
  const words = useWords(receiptTerminalWords).unknown;
  const act = useAct();
  return (
    <EvidenceForm
      said={{ approved: words.issued, 'not-approved': words.notIssued }}
      recordText={(answer) => (answer === 'not-approved' ? words.recordNotIssued : words.recordIssued)}
      record={async (proof) => {
        const result = await act('receipt.settle', { cashReceiptId, ...proof });
        if (result.ok) onSettled?.();
      }}
    />
  );
}

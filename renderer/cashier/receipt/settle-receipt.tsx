import type { CashReceiptView, ReceiptAtTerminal } from '../../../contract/receipts.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Pane } from '../../ui/screen.tsx';
import { cardWords } from '../../words/card.ts';
import { useWords } from '../../words/language.tsx';
import type { ReceiptUnknownWords } from '../../words/receipt-terminal.ts';
import { receiptTerminalWords } from '../../words/receipt-terminal.ts';
import type { Proof } from '../card/evidence-form.tsx';
import { EvidenceForm } from '../card/evidence-form.tsx';
import { InquirySaid } from '../card/inquiry-said.tsx';

type Unknown = NonNullable<ReceiptAtTerminal['unknown']>;

export type SettleReceiptProps = {
  readonly receipt: CashReceiptView;
  readonly unknown: Unknown;
  readonly leaveText: string;
  readonly onLeave: () => void;
  readonly onSettled?: () => void;
};

export function SettleReceipt({ receipt, unknown, leaveText, onLeave, onSettled }: SettleReceiptProps) {
  const words = useWords(receiptTerminalWords).unknown;
  const act = useAct();
  const { cashReceiptId } = receipt;
  const settle = async (proof: Proof) => {
    const settled = await act('receipt.settle', { cashReceiptId, ...proof });
    if (settled.ok) onSettled?.();
  };
  return <SettleAtTerminal key={cashReceiptId} words={words} tradeNumber={receipt.terminal?.tradeNumber ?? ''} unknown={unknown} leaveText={leaveText} onLeave={onLeave} onInquire={() => void act('receipt.inquire', { cashReceiptId })} onSettle={settle} />;
}

export type SettleAtTerminalProps = {
  /** Of an issue, or of a cancel. */
  readonly words: ReceiptUnknownWords;
  readonly tradeNumber: string;
  readonly unknown: Unknown;
  readonly leaveText: string;
  readonly onLeave: () => void;
  readonly onInquire: () => void;
  readonly onSettle: (proof: Proof) => Promise<void>;
};

/** Nobody knows whether it was done: look first, write down what was found. There is no key to ask for it again. */
export function SettleAtTerminal({ words, tradeNumber, unknown, leaveText, onLeave, onInquire, onSettle }: SettleAtTerminalProps) {
  const card = useWords(cardWords).unknown;
  const inquire = () => {
    if (unknown.canInquire) onInquire();
  };
  useKeyLayer('screen', { keys: { Escape: named(leaveText, onLeave), ...(unknown.canInquire ? { F6: named(card.inquire, inquire) } : {}) } });
  return (
    <>
      <Pane label={words.title} className="gap-4 px-7.5 py-6.5" scrolls>
        <div className="flex flex-col gap-1.5 rounded-card border-l-4 border-bad bg-bad-soft px-5 py-4" data-testid="receipt-unknown">
          <h1 className="text-[1.75rem] leading-tight font-[750] tracking-[-0.02em] text-bad">{words.title}</h1>
          <b className="text-xl">{words.noSecond}</b>
          <small className="text-[0.8125rem] text-ink-2">
            {tradeNumber} · {unknown.reason}
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
            <InquirySaid unknown={unknown} />
            {unknown.canInquire ? (
              <Button onPress={inquire} keyHint="F6" testId="receipt-inquire" className="mt-1.5 self-start justify-self-start">
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
        <ReceiptEvidence key={tradeNumber} words={words} onSettle={onSettle} />
      </Pane>
    </>
  );
}

/** It moves no money: her own word is enough. */
function ReceiptEvidence({ words, onSettle }: Pick<SettleAtTerminalProps, 'words' | 'onSettle'>) {
  return (
    <EvidenceForm
      said={{ approved: words.issued, 'not-approved': words.notIssued }}
      recordText={(answer) => (answer === 'not-approved' ? words.recordNotIssued : words.recordIssued)}
      record={onSettle}
    />
  );
}

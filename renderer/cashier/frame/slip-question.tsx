import { useState } from 'react';
import type { CashReceiptView, SaleView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { Dot } from '../../ui/dot.tsx';
import { useKeyLayer } from '../../ui/keys.ts';
import { Pane, Panes } from '../../ui/screen.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { keyMapWords } from '../../words/key-map.ts';
import { useWords } from '../../words/language.tsx';
import { Unsigned } from '../card/unsigned.tsx';
import { MoneySide } from './money-side.tsx';

/** Asked on every transaction that asks; two answers, and no setting that skips them. */
export function SlipQuestionScreen({ sale }: { readonly sale: SaleView & { stage: 'slip-question' } }) {
  const words = useWords(cashierWords).slip;
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const answer = async (wants: boolean) => {
    if (busy) return;
    setBusy(true);
    await act('slip.answer', { saleId: sale.saleId, wants });
    setBusy(false);
  };
  const keyWords = useWords(keyMapWords);
  useKeyLayer('screen', {
    typed: [['1', keyWords.typed.slipYes], ['2', keyWords.typed.slipNo], ['0', keyWords.typed.slipNo]],
    onTyped: (character) => {
      if (character === '1') void answer(true);
      if (character === '2' || character === '0') void answer(false);
      return true;
    },
    onEnter: () => void answer(true),
  });
  return (
    <Panes columns="grid-cols-[22.5rem_1fr]" testId="screen-slip-question">
      <MoneySide payment={sale.payment} saleNumber={sale.saleNumber}>
        <ReceiptSummary receipt={sale.cashReceipt} />
      </MoneySide>
      <Pane label={words.title} className="gap-4 px-7.5 py-6.5">
        <h1 className="text-[2.375rem] leading-tight font-[780] tracking-[-0.025em]">{words.title}</h1>
        <p className="text-ink-2">{words.customerToo}</p>
        <Unsigned parts={sale.payment.cards} testId="slip-unsigned" />
        <div className="grid min-h-0 flex-1 grid-cols-2 gap-4 py-4 cramped:min-h-48">
          <BigAnswer title={words.no} meaning={words.noMeaning} keyHint="2" kind="plain" busy={busy} onPress={() => void answer(false)} testId="slip-no" />
          <BigAnswer title={words.yes} meaning={words.yesMeaning(sale.copies)} keyHint="1" kind="primary" busy={busy} onPress={() => void answer(true)} testId="slip-yes" />
        </div>
      </Pane>
    </Panes>
  );
}

type BigAnswerProps = {
  readonly title: string;
  readonly meaning: string;
  readonly keyHint: string;
  readonly kind: 'plain' | 'primary';
  readonly busy: boolean;
  readonly onPress: () => void;
  readonly testId: string;
};

function BigAnswer({ title, meaning, keyHint, kind, busy, onPress, testId }: BigAnswerProps) {
  return (
    <Button kind={kind} disabled={busy} onPress={onPress} keyHint={keyHint} testId={testId} className="relative flex-col gap-2 rounded-[1.25rem] [&>kbd]:absolute [&>kbd]:top-5 [&>kbd]:right-5 [&>kbd]:text-base">
      <span className="text-[2.75rem] font-[760] tracking-[-0.03em]">{title}</span>
      <span className="text-base font-medium">{meaning}</span>
    </Button>
  );
}

/** How the cash receipt of this sale stands, in two lines. `titled`: what it is of stands over it. */
export function ReceiptSummary({ receipt, titled = false }: { readonly receipt: CashReceiptView | null; readonly titled?: boolean }) {
  const { slip: words, done } = useWords(cashierWords);
  const common = useWords(commonWords);
  if (receipt === null) {
    return (
      <p className={titled ? 'text-ink-2' : 'text-base text-ink-2'} data-testid="receipt-summary" data-state="none">
        {titled ? done.noReceipt : `${words.receiptLine} · ${words.noReceipt}`}
      </p>
    );
  }
  const good = receipt.state === 'issued' || receipt.state === 'confirmed';
  const bad = receipt.state === 'failed' || receipt.state === 'rejected';
  return (
    <output className="flex flex-col gap-1" data-testid="receipt-summary" data-state={receipt.state}>
      <span className="flex items-center gap-2 font-semibold">
        <Dot state={good ? 'ok' : bad ? 'down' : 'warning'} />
        {titled ? '' : `${words.receiptLine} · `}
        {common.receiptState[receipt.state]}
      </span>
      <span className="num text-ink-2">
        {common.purpose[receipt.purpose]} · {receipt.identifierMasked}
      </span>
      {receipt.approvalNumber === null ? null : (
        <span className="num text-ink-2" data-testid="approval-number">
          {words.approval(receipt.approvalNumber)}
        </span>
      )}
    </output>
  );
}

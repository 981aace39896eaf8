import { useState } from 'react';
import type { CallRequest } from '../../../contract/calls.ts';
import type { CashReceiptView, CounterView, SaleRow } from '../../../contract/views.ts';
import { correctionReason } from '../../../domain/cash-receipt/correction.ts';
import { useClient } from '../../bridge.ts';
import { Amount } from '../../ui/amount.tsx';
import { Label, Pane, Panes, Rule } from '../../ui/screen.tsx';
import { commonWords } from '../../words/common.ts';
import { correctionWords } from '../../words/correction.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { useApproval } from '../approval/use-approval.tsx';
import { ReceiptDesk } from './receipt-desk.tsx';
import type { Correction, KeptTyping } from './use-receipt-desk.ts';

export type CorrectReceiptProps = {
  readonly view: CounterView;
  readonly row: Pick<SaleRow, 'saleId' | 'saleNumber'>;
  readonly wrong: CashReceiptView;
  readonly onLeave: () => void;
};

/** The same desk as at the sale; what is read back takes the place of what stands at the left, in one. */
export function CorrectReceipt({ view, row, wrong, onLeave }: CorrectReceiptProps) {
  const [kept, setKept] = useState<KeptTyping | null>(null);
  const { correct, dialog } = useCorrection(row, wrong);
  const corrects: Correction = { cashReceiptId: wrong.cashReceiptId, purpose: wrong.purpose, form: wrong.form, correct };
  return (
    <Panes columns="grid-cols-[22.5rem_1fr_24.5rem]" testId="screen-correct-receipt">
      <WrongReceipt wrong={wrong} saleNumber={row.saleNumber} />
      <ReceiptDesk
        saleId={row.saleId}
        draft={view.draft}
        rules={{ acceptResidentNumber: view.acceptResidentNumber, mandatory: false }}
        offer={view.receiptOffer}
        kept={kept}
        onKeep={setKept}
        deadlineAt={null}
        failed={null}
        corrects={corrects}
        onLeave={onLeave}
      />
      {dialog}
    </Panes>
  );
}

/** Once it is begun the view carries it, and the screen of what is under way takes this one's place. */
function useCorrection({ saleId, saleNumber }: CorrectReceiptProps['row'], wrong: CashReceiptView) {
  const words = useWords(correctionWords);
  const format = useFormat();
  const client = useClient();
  const approval = useApproval();
  const correct = async (number: Omit<CallRequest<'refund.correctReceipt'>, 'saleId' | 'cashReceiptId' | 'approvalId'>) => {
    const asked = { act: 'refund', saleId, amountWon: wrong.totalWon, reason: correctionReason(wrong.purpose, number.purpose), what: words.ofSale(format.saleNumber(saleNumber)) } as const;
    return approval.run(asked, (approvalId) => client.call('refund.correctReceipt', { saleId, cashReceiptId: wrong.cashReceiptId, ...number, approvalId }));
  };
  return { correct, dialog: approval.dialog };
}

function WrongReceipt({ wrong, saleNumber }: { readonly wrong: CashReceiptView; readonly saleNumber: number }) {
  const words = useWords(correctionWords);
  const common = useWords(commonWords);
  const format = useFormat();
  return (
    <Pane tone="surface" label={words.wrong} className="gap-1.5 border-r border-line p-6.5" scrolls>
      <Label>{words.wrong}</Label>
      <b className="num text-[1.75rem] leading-tight font-[740] break-keep" data-testid="wrong-number">
        {wrong.identifierMasked === '' ? common.form['at-terminal'] : wrong.identifierMasked}
      </b>
      <span className="text-lg">
        {common.purpose[wrong.purpose]} · {common.receiptState[wrong.state]}
      </span>
      <span className="num text-[0.9375rem] text-ink-2">{words.issuedAt(format.dayTime(wrong.createdAt))}</span>
      {wrong.approvalNumber === null ? null : <span className="num text-[0.9375rem] text-ink-2">{words.approval(wrong.approvalNumber)}</span>}
      <Rule />
      <Label>{common.total}</Label>
      <Amount won={wrong.totalWon} size="large" testId="wrong-won" />
      <Rule />
      <ol className="grid list-decimal gap-2 pl-5 text-base text-ink-2">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="num mt-auto pt-4 text-base text-ink-2">{words.ofSale(format.saleNumber(saleNumber))}</p>
    </Pane>
  );
}

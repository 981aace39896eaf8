import { useState } from 'react';
import type { CounterView } from '../../../contract/views.ts';
import { MoneySide } from '../../cashier/frame/money-side.tsx';
import { ReceiptDesk } from '../../cashier/receipt/receipt-desk.tsx';
import type { KeptTyping } from '../../cashier/receipt/use-receipt-desk.ts';
import { SettleReceipt } from '../../cashier/receipt/settle-receipt.tsx';
import { Panes } from '../../ui/screen.tsx';
import { useWords } from '../../words/language.tsx';
import { receiptTerminalWords } from '../../words/receipt-terminal.ts';
import type { SaleDetails } from './use-sale.ts';

/** The same desk as at the checkout, for a sale that has ended. */
export function LaterReceipt({ view, details, onLeave }: { readonly view: CounterView; readonly details: SaleDetails; readonly onLeave: () => void }) {
  const { row, payment, cashReceipts } = details;
  const [kept, setKept] = useState<KeptTyping | null>(null);
  const failed = cashReceipts.findLast((receipt) => receipt.state === 'failed' || receipt.state === 'rejected') ?? null;
  const words = useWords(receiptTerminalWords).unknown;
  const open = cashReceipts.findLast((receipt) => (receipt.terminal?.unknown ?? null) !== null) ?? null;
  const unknown = open?.terminal?.unknown ?? null;
  if (open !== null && unknown !== null) {
    return (
      <Panes columns="grid-cols-[19rem_1fr_31rem]" testId="screen-settle-receipt">
        <MoneySide payment={payment} saleNumber={row.saleNumber} />
        <SettleReceipt receipt={open} unknown={unknown} leaveText={words.leave} onLeave={onLeave} onSettled={onLeave} />
      </Panes>
    );
  }
  return (
    <Panes columns="grid-cols-[22.5rem_1fr_24.5rem]" testId="screen-issue-later">
      <MoneySide payment={payment} saleNumber={row.saleNumber} />
      <ReceiptDesk
        saleId={row.saleId}
        draft={view.draft}
        rules={{ acceptResidentNumber: view.acceptResidentNumber, mandatory: payment.mandatory }}
        offer={view.receiptOffer}
        kept={kept}
        onKeep={setKept}
        deadlineAt={payment.deadlineAt}
        failed={failed}
        onLeave={onLeave}
        onIssued={onLeave}
      />
    </Panes>
  );
}

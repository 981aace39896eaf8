import type { CounterView, SaleView } from '../../../contract/views.ts';
import { Panes } from '../../ui/screen.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { useWords } from '../../words/language.tsx';
import { MoneySide } from '../frame/money-side.tsx';
import { receiptTerminalWords } from '../../words/receipt-terminal.ts';
import { ReceiptDesk } from './receipt-desk.tsx';
import { SettleReceipt } from './settle-receipt.tsx';
import type { KeptTyping } from './use-receipt-desk.ts';

export type ReceiptScreenProps = {
  readonly view: CounterView;
  readonly sale: SaleView & { stage: 'receipt-choice' | 'done' };
  readonly kept: KeptTyping | null;
  readonly onKeep: (kept: KeptTyping) => void;
  /** Opened by hand from the done screen; null while the sale itself waits for the answer. */
  readonly onLeave: (() => void) | null;
};

export function ReceiptScreen({ view, sale, kept, onKeep, onLeave }: ReceiptScreenProps) {
  const words = useWords(cashierWords).receipt;
  const terminal = useWords(receiptTerminalWords).unknown;
  const { payment } = sale;
  // Opened from the done screen over one nobody knows the fate of: first that.
  const receipt = sale.stage === 'done' ? sale.cashReceipt : null;
  const unknown = receipt?.terminal?.unknown ?? null;
  if (receipt !== null && unknown !== null && onLeave !== null) {
    return (
      <Panes columns="grid-cols-[19rem_1fr_31rem]" testId="screen-receipt">
        <MoneySide payment={payment} saleNumber={sale.saleNumber} />
        <SettleReceipt receipt={receipt} unknown={unknown} leaveText={terminal.leave} onLeave={onLeave} onSettled={onLeave} />
      </Panes>
    );
  }
  return (
    <Panes columns="grid-cols-[22.5rem_1fr_24.5rem]" testId="screen-receipt">
      <MoneySide payment={payment} saleNumber={sale.saleNumber}>
        {onLeave !== null ? null : (
          <>
            <p className="text-base text-ink-2">{payment.changeWon === 0 ? words.noChange : words.giveChange}</p>
            <p className="mt-1 text-xl font-[650]">{words.ask}</p>
            {payment.mandatory ? <p className="mt-2 rounded-control bg-warn-soft px-3.5 py-2.5 font-semibold text-warn">{words.mandatoryAsk}</p> : null}
          </>
        )}
      </MoneySide>
      <ReceiptDesk
        key={sale.saleId}
        saleId={sale.saleId}
        draft={view.draft}
        rules={{ acceptResidentNumber: view.acceptResidentNumber, mandatory: payment.mandatory }}
        offer={view.receiptOffer}
        kept={kept}
        onKeep={onKeep}
        deadlineAt={payment.deadlineAt}
        failed={sale.stage === 'receipt-choice' ? sale.failed : null}
        onLeave={onLeave}
        {...(onLeave === null ? {} : { onIssued: onLeave })}
      />
    </Panes>
  );
}

import type { PlannedReturnView, RefundOfferView } from '../../../contract/refund.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { receiptCancelWords } from '../../words/receipt-cancel.ts';
import { refundWords } from '../../words/refund.ts';
import type { Choice } from './use-choice.ts';

/** Each payment on its way back, and the cash receipt with it, before anything is begun. */
export function ChooseHow({ offer, choice }: { readonly offer: RefundOfferView; readonly choice: Choice }) {
  const words = useWords(refundWords).choose;
  const atTerminal = useWords(receiptCancelWords);
  const format = useFormat();
  const { preview, firstId, setFirst } = choice;
  if (preview === null) return null;
  const isPart = preview.amountWon < offer.leftWon;
  const others = isPart ? offer.payments.filter(({ paymentId }) => paymentId !== (firstId ?? preview.returns[0]?.paymentId)) : [];
  return (
    <section aria-label={words.how} className="grid flex-none gap-1.5" data-testid="refund-how">
      <h2 className="text-[0.9375rem] font-semibold text-ink-2">{words.how}</h2>
      <ul className="rounded-card border border-line bg-surface px-5 py-0.5">
        {preview.returns.map((ret) => (
          <Way key={ret.paymentId} ret={ret} />
        ))}
        {preview.receipts.map((receipt) => (
          <Row key={receipt.cashReceiptId} title={words.receipt(receipt.identifierMasked)} what={receipt.way === 'terminal' ? (preview.reissueWon === null ? atTerminal.whole : atTerminal.again(format.won(preview.reissueWon))) : receipt.whole ? words.receiptWhole : words.receiptPart} won={format.won(receipt.amountWon)} testId="refund-way-receipt" />
        ))}
      </ul>
      {others.map((payment) => (
        <Button key={payment.paymentId} onPress={() => setFirst(payment.paymentId)} testId={`refund-first-${payment.kind}`} className="justify-self-start">
          {words.first(payment.card === null ? words.cash : payment.card.issuer)}
        </Button>
      ))}
    </section>
  );
}

function Way({ ret }: { readonly ret: PlannedReturnView }) {
  const words = useWords(refundWords).choose;
  const format = useFormat();
  const { way, card, amountWon, rechargeWon } = ret;
  const title = card === null ? words.cash : `${card.issuer} ${card.maskedNumber}`;
  const what = way === null ? words.cashWay : way === 'cancel-and-recharge' ? words.recharge(format.won(amountWon + rechargeWon), format.won(rechargeWon)) : words.ways[way];
  return <Row title={title} what={what} won={format.won(amountWon)} testId={`refund-way-${way ?? 'cash'}`} />;
}

function Row({ title, what, won, testId }: { readonly title: string; readonly what: string; readonly won: string; readonly testId: string }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b border-sunk py-1.5 last:border-0" data-testid={testId}>
      <b className="num font-semibold">{title}</b>
      <span className="num text-[1.125rem] font-[700]">{won}</span>
      <span className="num col-span-2 text-[0.9375rem] text-ink-2">{what}</span>
    </li>
  );
}

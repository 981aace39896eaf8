import type { ReactNode } from 'react';
import type { PaymentView } from '../../../contract/views.ts';
import { Amount } from '../../ui/amount.tsx';
import { Label, Pane, Rule } from '../../ui/screen.tsx';
import { cardWords } from '../../words/card.ts';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { exchangeWords } from '../../words/exchange.ts';
import { useFormat, useWords } from '../../words/language.tsx';

/** A sum stands by its own name, and apart from the one before. */
const SUM = 'grid gap-0.5 [&+div]:mt-3';

/** The left side from the moment the money is taken: what was due, what came, what goes back. Never anything larger than the change. */
export function MoneySide({ payment, saleNumber, children }: { readonly payment: PaymentView; readonly saleNumber: number; readonly children?: ReactNode }) {
  const common = useWords(commonWords);
  const words = useWords(cashierWords);
  const exchange = useWords(exchangeWords);
  const format = useFormat();
  const noCash = payment.receivedWon === 0 && (payment.cards.length > 0 || payment.exchange !== null);
  return (
    <Pane tone="surface" label={common.total} className="gap-1.5 border-r border-line p-6.5">
      <div className={SUM}>
        <Label>{common.total}</Label>
        <Amount won={payment.breakdown.totalWon} size="large" testId="paid-total" />
      </div>
      {payment.exchange === null ? null : (
        <div className={SUM}>
          <Label>{exchange.credit}</Label>
          <Amount won={-payment.exchange.amountWon} size="large" testId="paid-exchange" />
        </div>
      )}
      {payment.cards.map((card) => (
        <Charge key={card.partId} card={card} />
      ))}
      {noCash ? null : (
        <>
          <div className={SUM}>
            <Label>{common.received}</Label>
            <Amount won={payment.receivedWon} size="large" testId="paid-received" />
          </div>
          <Rule />
          <div className={SUM}>
            <Label>{common.change}</Label>
            <Amount won={payment.changeWon} size="huge" tone={payment.changeWon === 0 ? 'muted' : 'ok'} testId="paid-change" />
          </div>
        </>
      )}
      <Rule />
      {children}
      <p className="num mt-auto text-base text-ink-2">
        {words.sale(format.saleNumber(saleNumber))} · {words.saved}
      </p>
    </Pane>
  );
}

function Charge({ card }: { readonly card: PaymentView['cards'][number] }) {
  const words = useWords(cardWords);
  const format = useFormat();
  const months = card.installmentMonths === 0 ? words.lumpSum : words.months(format.number(card.installmentMonths));
  return (
    <div className={SUM} data-testid={`paid-card-${card.partId}`}>
      <Label>
        {words.card} {card.issuer} · {months}
      </Label>
      <Amount won={card.amountWon} size="large" />
      <span className="num text-[0.9375rem] text-ink-2">
        {words.approvalNumber} {card.approvalNumber}
      </span>
    </div>
  );
}

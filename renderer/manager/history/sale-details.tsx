import type { ReactNode } from 'react';
import type { CounterView, LineView, PaymentView } from '../../../contract/views.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Pane } from '../../ui/screen.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useWeighed } from '../../ui/weighed.ts';
import { basketWords } from '../../words/basket.ts';
import { commonWords } from '../../words/common.ts';
import { exchangeWords } from '../../words/exchange.ts';
import { historyWords } from '../../words/history.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import { refundWords } from '../../words/refund.ts';
import { reprintWords } from '../../words/reprint.ts';
import { timelineWords } from '../../words/timeline.ts';
import { PrintTimeline } from './print-timeline.tsx';
import { ReceiptButton, useReceiptAct } from './receipt-act.tsx';
import { SaleExchanges } from './sale-exchanges.tsx';
import { ReceiptList } from './sale-papers.tsx';
import { RefundList, useRefundAct } from './sale-refunds.tsx';
import { useSlipActs } from './slip-acts.tsx';
import { SlipPane, slipVersionOf } from './slip-pane.tsx';
import type { LoadedSale, SaleDetails } from './use-sale.ts';

export type SaleDetailsPaneProps = {
  readonly sale: LoadedSale | null;
  readonly empty: boolean;
  /** Why there is nothing: nobody has sold, or nothing fits what was typed. */
  readonly searching: boolean;
  readonly view: CounterView;
  readonly onIssue: () => void;
  readonly onTell: () => void;
  readonly onCorrect: () => void;
  readonly onRefund: () => void;
  /** To a sale this one is tied to by an exchange. */
  readonly onSale: (saleId: string) => void;
};

export function SaleDetailsPane({ view, sale, empty, searching, onIssue, onTell, onCorrect, onRefund, onSale }: SaleDetailsPaneProps) {
  const words = useWords(managerWords);
  const history = useWords(historyWords);
  if (empty) {
    return (
      <Pane className="items-center justify-center p-8 text-center text-ink-2">
        <p className="max-w-96">{searching ? history.howTo : history.pickHint}</p>
      </Pane>
    );
  }
  if (sale === null) return <Pane className="p-8 text-ink-2">{words.loading}</Pane>;
  if (sale.details === null) return <Pane className="p-6">{sale.refusal === null ? null : <Trouble code={sale.refusal.code} detail={sale.refusal.detail} testId="sale-refused" />}</Pane>;
  return <Details key={sale.saleId} view={view} details={sale.details} onIssue={onIssue} onTell={onTell} onCorrect={onCorrect} onRefund={onRefund} onSale={onSale} />;
}

type DetailsProps = Pick<SaleDetailsPaneProps, 'view' | 'onIssue' | 'onTell' | 'onCorrect' | 'onRefund' | 'onSale'> & { readonly details: SaleDetails };

function Details({ view, details, onIssue, onTell, onCorrect, onRefund, onSale }: DetailsProps) {
  const { row, lines, payment, cashReceipts, prints, papersOut, refunds, receiptsByHand, exchanges } = details;
  const back = useRefundAct(details, onRefund);
  const words = useWords(managerWords);
  const common = useWords(commonWords);
  const refundText = useWords(refundWords);
  const exchange = useWords(exchangeWords).tied;
  const format = useFormat();
  const missing = useWords(reprintWords).notOut.open;
  const slips = prints.filter(({ kind }) => kind === 'slip');
  const paper = useSlipActs(view, row, slips.length);
  const tale = useWords(timelineWords).open;
  const receipt = useReceiptAct(details, onIssue, onCorrect);
  useKeyLayer('screen', {
    keys: { F2: named(tale, onTell), F7: named(words.sale.printAgain, paper.printAgain), ...(back === null ? {} : { F8: named(back.text, back.act) }), ...(paper.notOut === null ? {} : { F9: named(missing, paper.notOut) }), ...(receipt === null ? {} : { F6: named(receipt.text, receipt.act) }) },
    ...(receipt?.due === true ? { onEnter: receipt.act } : {}),
  });
  return (
    <div className="flex min-h-0 min-w-0 flex-col overflow-y-auto min-[76rem]:grid min-[76rem]:grid-cols-[minmax(0,1fr)_22rem] min-[76rem]:overflow-hidden" data-testid="sale-details">
      <Pane label={words.today.saleNumber(format.saleNumber(row.saleNumber))} className="flex-none gap-5 px-7.5 pt-5 pb-7 min-[76rem]:overflow-y-auto min-[76rem]:fade-end">
        <header className="flex flex-none flex-wrap items-end justify-between gap-x-6 gap-y-1">
          <div>
            <p className="num text-ink-2">{format.dayTime(row.paidAt)}</p>
            <h2 className="num text-[1.625rem] font-[750] tracking-[-0.02em]">{words.today.saleNumber(format.saleNumber(row.saleNumber))}</h2>
          </div>
          <Amount won={row.totalWon} size="total" testId="sale-total" />
          <Button size="small" onPress={onTell} keyHint="F2" testId="open-timeline" className="ml-auto">
            {tale}
          </Button>
        </header>
        <div className="flex flex-none flex-wrap gap-2.5">
          {receipt?.due === true ? <ReceiptButton receipt={receipt} /> : null}
          {paper.buttons}
          {receipt?.due === false ? <ReceiptButton receipt={receipt} /> : null}
          {back === null ? null : (
            <Button size="large" onPress={back.act} keyHint="F8" testId="refund-open" className="basis-full">
              {back.text}
            </Button>
          )}
        </div>
        {paper.said}
        {refunds.length === 0 ? null : (
          <Part title={refundText.list} testId="sale-refunds">
            <RefundList refunds={refunds} />
          </Part>
        )}
        {exchanges.length === 0 ? null : (
          <Part title={exchange.title} testId="sale-exchanges">
            <SaleExchanges exchanges={exchanges} onSale={onSale} />
          </Part>
        )}
        <Part title={common.cashReceipt} testId="sale-receipts">
          <ReceiptList receipts={cashReceipts} byHand={receiptsByHand} canIssue={row.canIssue} deadlineAt={row.deadlineAt} />
        </Part>
        <Part title={words.sale.lines} testId="sale-lines">
          <Lines lines={lines} />
          <Sums payment={payment} />
        </Part>
        <Part title={words.sale.prints} testId="sale-prints">
          <PrintTimeline prints={prints} papersOut={papersOut} />
        </Part>
      </Pane>
      <SlipPane saleId={row.saleId} saleNumber={row.saleNumber} version={slipVersionOf(details)} />
      {paper.dialogs}
    </div>
  );
}

function Part({ title, testId, children }: { readonly title: string; readonly testId: string; readonly children: ReactNode }) {
  return (
    <section className="flex-none" data-testid={testId}>
      <h3 className="mb-1.5 text-[0.9375rem] font-semibold text-ink-2">{title}</h3>
      <div className="rounded-card border border-line bg-surface px-5 py-1.5">{children}</div>
    </section>
  );
}

function LinePrice({ line }: { readonly line: LineView }) {
  const words = useWords(managerWords);
  const format = useFormat();
  const weighed = useWeighed(line);
  return weighed ?? words.sale.quantity(line.quantity, format.won(line.unitPriceWon));
}

function Lines({ lines }: { readonly lines: readonly LineView[] }) {
  const common = useWords(commonWords);
  const format = useFormat();
  return (
    <ul className="num">
      {lines.map((line) => (
        <li key={line.lineId} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b border-sunk py-2.5">
          <span className="text-[1.125rem] font-semibold">
            {line.name} {line.taxClass === 'exempt' ? <small className="text-[0.8125rem] font-semibold text-ink-2">{common.exempt}</small> : null}
          </span>
          <span className="text-[1.125rem] font-[650]">{format.number(line.amountWon)}</span>
          <span className="text-[0.9375rem] text-ink-2">
            <LinePrice line={line} />
            {line.discountWon === 0 ? null : (
              <span className="ml-2 font-semibold text-warn">
                {format.number(-line.discountWon)} {common.discount.toLowerCase()}
              </span>
            )}
            {line.note === '' ? null : <span className="block">{line.note}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Sums({ payment }: { readonly payment: PaymentView }) {
  const words = useWords(managerWords).sale;
  const basket = useWords(basketWords);
  const exchange = useWords(exchangeWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { breakdown } = payment;
  const rows: readonly (readonly [string, number, boolean])[] = [
    [words.supply, breakdown.supplyWon, breakdown.supplyWon !== 0],
    [common.vat, breakdown.vatWon, breakdown.vatWon !== 0],
    [words.taxFree, breakdown.taxFreeWon, breakdown.taxFreeWon !== 0],
    [basket.saleDiscount, -payment.saleDiscountWon, payment.saleDiscountWon !== 0],
    [common.discount, -payment.discountWon, payment.discountWon !== payment.saleDiscountWon],
    [exchange.credit, -(payment.exchange?.amountWon ?? 0), payment.exchange !== null],
    [common.received, payment.receivedWon, true],
    [common.change, payment.changeWon, true],
  ];
  return (
    <dl className="num grid grid-cols-[1fr_auto] gap-y-1 py-3 text-ink-2">
      {rows
        .filter(([, , there]) => there)
        .map(([label, amountWon]) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd className="text-right font-[650] text-ink">{format.number(amountWon)}</dd>
          </div>
        ))}
    </dl>
  );
}

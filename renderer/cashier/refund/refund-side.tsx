import type { RefundReceiptView, RefundReturnView, RefundView } from '../../../contract/refund.ts';
import { sumWon } from '../../../domain/won.ts';
import { Amount } from '../../ui/amount.tsx';
import { Dot } from '../../ui/dot.tsx';
import type { DotState } from '../../ui/dot.tsx';
import { Label, Pane, Rule } from '../../ui/screen.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { useReasonText } from '../../words/reasons.ts';
import { refundWords } from '../../words/refund.ts';

/** What the refund is, who asked for it and why, and how each part of it stands. */
export function RefundSide({ refund }: { readonly refund: RefundView }) {
  const words = useWords(refundWords);
  const exchange = useWords(exchangeWords);
  const format = useFormat();
  const reasonOf = useReasonText();
  // Out of the books with the drawer, and not given before somebody has it.
  const inHandWon = sumWon(refund.returns.map(({ cash }) => (cash === null || cash.handed ? 0 : cash.amountWon)));
  const givenWon = refund.givenBackWon - inHandWon;
  const people = [words.side.by(refund.requestedBy), refund.approvedBy === null ? '' : words.side.approved(refund.approvedBy)].filter((text) => text !== '');
  return (
    <Pane tone="surface" label={words.kind[refund.kind]} className="gap-1.5 border-r border-line p-6" scrolls>
      <h2 className="num text-xl font-[750]">
        {words.kind[refund.kind]} · {words.ofSale(format.saleNumber(refund.saleNumber))}
      </h2>
      <span className="num text-[0.9375rem] text-ink-2">{format.dayTime(refund.soldAt)}</span>
      <span className="text-[0.9375rem] text-ink-2">{reasonOf(refund.reason)}</span>
      <span className="text-[0.9375rem] text-ink-2">{people.join(' · ')}</span>
      {refund.kind === 'receipt-correction' ? null : (
        <>
          <Rule />
          <Label>{refund.kind === 'exchange' ? exchange.back : words.side.amount}</Label>
          <Amount won={refund.amountWon} size="large" testId="refund-side-amount" />
          {refund.exchange === null ? null : (
            <>
              <Label>{exchange.used}</Label>
              <Amount won={-refund.exchange.creditWon} size="large" testId="refund-exchange-used" />
            </>
          )}
          <Label>{words.side.back}</Label>
          <Amount won={givenWon} size="large" tone={givenWon === 0 ? 'muted' : 'ok'} testId="refund-given-back" />
        </>
      )}
      <Rule />
      <ul aria-label={words.side.ways} className="grid gap-3">
        {refund.returns.map((ret) => (
          <Way key={ret.returnId} ret={ret} waits={refund.waiting !== null && (ret.standing === 'cancelling' || ret.standing === 'rest-asked')} />
        ))}
        {refund.receipts.map((receipt) => (
          <Receipt key={receipt.cancelId} receipt={receipt} />
        ))}
      </ul>
    </Pane>
  );
}

const SIGNS = {
  waiting: 'checking', cancelling: 'checking', 'cancel-unknown': 'warning', 'not-cancelled': 'warning', 'cash-decided': 'checking', 'handing-out': 'checking',
  'rest-due': 'warning', 'rest-asked': 'checking', 'rest-unknown': 'warning', 'rest-surplus': 'warning', returned: 'ok', restored: 'ok',
} as const satisfies Record<RefundReturnView['standing'], DotState>;

/** `waits`: the terminal is at something before it. */
function Way({ ret, waits }: { readonly ret: RefundReturnView; readonly waits: boolean }) {
  const words = useWords(refundWords);
  const instead = ret.instead === null || ret.standing !== 'returned' ? '' : ` · ${ret.instead === 'cash' ? words.side.inCash : words.side.byPhone}`;
  return (
    <Row
      sign={SIGNS[ret.standing]}
      title={ret.card === null ? words.choose.cash : `${ret.card.issuer} ${ret.card.maskedNumber}`}
      won={ret.amountWon}
      what={`${waits ? words.side.receiptStanding.waiting : words.side.standing[ret.standing]}${instead}${ret.aside ? ` · ${words.side.aside}` : ''}`}
      testId={`refund-return-${ret.returnId}`}
      standing={ret.standing}
    />
  );
}

function Receipt({ receipt }: { readonly receipt: RefundReceiptView }) {
  const words = useWords(refundWords);
  const standing = receipt.left ? 'left' : (receipt.outcome ?? (receipt.begun && receipt.terminal?.behind == null ? 'begun' : 'waiting'));
  const sign = standing === 'cancelled' || standing === 'not-needed' || standing === 'left' ? 'ok' : standing === 'failed' ? 'down' : standing === 'waiting' || standing === 'begun' ? 'checking' : 'warning';
  return <Row sign={sign} title={words.choose.receipt(receipt.identifierMasked)} won={receipt.amountWon} what={words.side.receiptStanding[standing]} testId={`refund-receipt-${receipt.cancelId}`} standing={standing} />;
}

type RowProps = { readonly sign: DotState; readonly title: string; readonly won: number; readonly what: string; readonly testId: string; readonly standing: string };

function Row({ sign, title, won, what, testId, standing }: RowProps) {
  const format = useFormat();
  return (
    <li className="num grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-2" data-testid={testId} data-standing={standing}>
      <Dot state={sign} />
      <b className="font-semibold">{title.split(' ').map((word) => <span key={word} className="inline-block whitespace-nowrap">{word}&nbsp;</span>)}</b>
      <span className="font-[650]">{format.won(won)}</span>
      <span className="col-span-2 col-start-2 text-[0.9375rem] text-ink-2">{what}</span>
    </li>
  );
}

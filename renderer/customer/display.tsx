import { useCallback, useState } from 'react';
import type { CustomerView } from '../../contract/views.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { differenceOf } from '../cashier/exchange/difference.ts';
import { Live } from '../ui/live.tsx';
import type { CardWords } from '../words/card.ts';
import { cardWords } from '../words/card.ts';
import { commonWords } from '../words/common.ts';
import type { CustomerWords } from '../words/customer.ts';
import { customerWords } from '../words/customer.ts';
import type { ExchangeWords } from '../words/exchange.ts';
import { exchangeWords } from '../words/exchange.ts';
import type { Format } from '../words/format.ts';
import { useFormat, useWords } from '../words/language.tsx';
import { signatureWords } from '../words/signature.ts';
import { announce } from './announce.ts';
import type { SumRow } from './frame.tsx';
import { Frame } from './frame.tsx';
import { LinesScreen } from './lines-screen.tsx';
import { ConfirmedScreen, GreetingScreen, IssuingScreen, PaidScreen, ReadBackScreen, SlipScreen, TenderingScreen, ThanksScreen } from './moments.tsx';
import { MirroredNumber, TypedNumber } from './number-screen.tsx';
import { SignatureScreen } from './signature/signature-screen.tsx';
import { TestPicture } from './test-picture.tsx';
import { useCustomerAct } from './use-customer-act.ts';

type Screen = CustomerView['screen'];
type CommonLabels = { readonly discount: string; readonly received: string; readonly change: string; readonly card: CardWords['customer']; readonly exchange: ExchangeWords };

/** The whole display for one view. Language comes from around it. */
export function CustomerDisplay({ view }: { readonly view: CustomerView }) {
  const words = useWords(customerWords);
  const common = useWords(commonWords);
  const signing = useWords(signatureWords);
  const card = useWords(cardWords);
  const exchange = useWords(exchangeWords);
  const format = useFormat();
  /** What could not be done, and on which screen: words about a screen that has gone help nobody. */
  const [failedOn, setFailedOn] = useState<string | null>(null);
  const screenKey = keyOf(view.screen);
  const onFailed = useCallback((failed: boolean) => setFailedOn(failed ? screenKey : null), [screenKey]);
  const customer = useCustomerAct(onFailed);
  const failed = failedOn === screenKey;
  return (
    <>
      <Frame view={view} onLanguage={(language) => void customer.act('customer.setLanguage', { language })} totalWon={totalOf(view.screen)} totalLabel={labelOf(view.screen, { total: common.total, signed: signing.customer.amount, exchange })} rows={rowsOf(view.screen, words, { ...common, card: card.customer, exchange }, format)}>
        <Body key={screenKey} screen={view.screen} customer={customer} onFailed={onFailed} />
        {failed ? (
          <p className="mt-3 rounded-card bg-warn-soft px-5 py-3 text-xl font-semibold text-warn" data-testid="customer-not-done">
            {words.notDone}
          </p>
        ) : null}
      </Frame>
      <Live testId="customer-live">{announce(view.screen, words, { ...common, signing: signing.customer, card: card.customer, exchange }, format)}</Live>
      <Live urgent>{failed ? words.notDone : ''}</Live>
    </>
  );
}

type BodyProps = { readonly screen: Screen; readonly customer: ReturnType<typeof useCustomerAct>; readonly onFailed: (failed: boolean) => void };

function Body({ screen, customer, onFailed }: BodyProps) {
  const words = useWords(customerWords);
  switch (screen.kind) {
    case 'closed':
      return <GreetingScreen {...words.closed} />;
    case 'idle':
      return <GreetingScreen {...words.idle} />;
    case 'test':
      return <TestPicture testId={screen.testId} />;
    case 'lines':
      return <LinesScreen lines={screen.lines} />;
    case 'tendering':
      return <TenderingScreen screen={screen} />;
    case 'paid':
      return <PaidScreen payment={screen.payment} />;
    case 'number':
      if (screen.draft.stage === 'confirmed') return <ConfirmedScreen />;
      if (screen.draft.stage === 'read-back') return <ReadBackScreen draft={screen.draft} customer={customer} />;
      return screen.draft.typedBy === 'customer' && screen.draft.pad === null ? <TypedNumber draft={screen.draft} customer={customer} onFailed={onFailed} /> : <MirroredNumber draft={screen.draft} />;
    case 'signature':
      return <SignatureScreen screen={screen} onFailed={onFailed} />;
    case 'issuing':
      return <IssuingScreen keyed={screen.keyed} />;
    case 'slip-question':
      return <SlipScreen saleId={screen.saleId} cashReceipt={screen.cashReceipt} customer={customer} />;
    case 'thanks':
      return <ThanksScreen payment={screen.payment} cashReceipt={screen.cashReceipt} printed={screen.printed} />;
    default:
      return unreachable(screen);
  }
}

/** Two views of one screen keep what is typed and focused; another screen starts afresh. */
function keyOf(screen: Screen): string {
  if (screen.kind === 'signature') return `signature ${screen.signId}`;
  if (screen.kind !== 'number') return screen.kind;
  const { saleId, typedBy, form, stage } = screen.draft;
  return `number ${saleId} ${typedBy} ${form} ${stage}`;
}

function totalOf(screen: Screen): number | null {
  switch (screen.kind) {
    case 'closed':
    case 'idle':
    case 'test':
      return null;
    case 'lines':
      return screen.exchange === null ? screen.totalWon : differenceOf(screen.exchange).won;
    case 'tendering':
      return screen.totalWon;
    case 'signature':
      return screen.test ? null : screen.amountWon;
    case 'number':
      return screen.payment?.breakdown.totalWon ?? screen.draft.totalWon;
    case 'issuing':
      return screen.payment?.breakdown.totalWon ?? null;
    case 'paid':
    case 'slip-question':
    case 'thanks':
      return screen.payment.breakdown.totalWon;
    default:
      return unreachable(screen);
  }
}

function labelOf(screen: Screen, words: { readonly total: string; readonly signed: string; readonly exchange: ExchangeWords }): string {
  if (screen.kind === 'signature') return words.signed;
  return screen.kind === 'lines' && screen.exchange !== null ? words.exchange.customer[differenceOf(screen.exchange).kind] : words.total;
}

function rowsOf(screen: Screen, words: CustomerWords, common: CommonLabels, format: Format): readonly SumRow[] {
  if (screen.kind === 'closed' || screen.kind === 'idle' || screen.kind === 'test' || screen.kind === 'signature') return [];
  if (screen.kind === 'lines') {
    const discount = { label: common.discount, value: format.number(-screen.discountWon), testId: 'customer-discount' };
    const items = { label: words.itemCount, value: format.number(screen.quantity), testId: 'customer-quantity' };
    const back = screen.exchange === null ? [] : [{ label: common.exchange.customer.back, value: format.number(-screen.exchange.backWon), testId: 'customer-exchange' }];
    return [items, ...(screen.discountWon === 0 ? [] : [discount]), ...back];
  }
  if (screen.kind === 'tendering') {
    const taken = { label: common.card.paidSoFar, value: format.number(screen.takenWon), testId: 'customer-paid-so-far' };
    return screen.takenWon === 0 ? [] : [taken, { label: common.card.left, value: format.number(screen.leftWon), testId: 'customer-left' }];
  }
  const { payment } = screen;
  if (payment === null) return [];
  const back = payment.exchange === null ? [] : [{ label: common.exchange.customer.back, value: format.number(-payment.exchange.amountWon), testId: 'customer-exchange' }];
  // What came back has paid for all of it: said, so that nobody looks for money.
  const even = payment.exchange?.amountWon === payment.breakdown.totalWon ? [{ label: common.exchange.customer.even, value: format.number(0), testId: 'customer-even' }] : [];
  const credit = [...back, ...even];
  if (payment.receivedWon === 0 && (payment.cards.length > 0 || payment.exchange !== null)) return credit;
  return [
    ...credit,
    { label: common.received, value: format.number(payment.receivedWon), testId: 'customer-received' },
    { label: common.change, value: format.number(payment.changeWon), testId: 'customer-change' },
  ];
}

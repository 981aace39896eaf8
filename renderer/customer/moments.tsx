/** The screens on which one thing is said or asked. */
import type { CashReceiptView, CustomerView, PaymentView, ReceiptDraft } from '../../contract/views.ts';
import { Amount } from '../ui/amount.tsx';
import { cx } from '../ui/cx.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { useKeyLayer } from '../ui/keys.ts';
import { cardWords } from '../words/card.ts';
import { commonWords } from '../words/common.ts';
import { correctionWords } from '../words/correction.ts';
import { customerWords } from '../words/customer.ts';
import { receiptTerminalWords } from '../words/receipt-terminal.ts';
import { useWords } from '../words/language.tsx';
import { Answers, Aside, Heading, Waiting } from './answers.tsx';
import { CardAtTerminal } from './card-at-terminal.tsx';
import { NumberLine, Purpose } from './number-screen.tsx';
import { receiptStanding } from './receipt-standing.ts';
import type { CustomerAct } from './use-customer-act.ts';

/** Change is the customer's money: the largest thing there is until it is in her hand. */
function Change({ changeWon }: { readonly changeWon: number }) {
  const common = useWords(commonWords);
  return (
    <div>
      <p className="text-2xl font-[650] text-ok">{common.change}</p>
      <Amount won={changeWon} size="huge" tone="ok" className="text-[5.5rem]! leading-[1.05] font-[780] tracking-[-0.04em]" testId="customer-change-large" />
    </div>
  );
}

function Received({ receivedWon }: { readonly receivedWon: number }) {
  const common = useWords(commonWords);
  return (
    <div>
      <p className="text-2xl font-[650] text-ink-2">{common.received}</p>
      <Amount won={receivedWon} size="huge" className="text-[5.5rem]! leading-[1.05] font-[780] tracking-[-0.04em]" testId="customer-received-large" />
    </div>
  );
}

export function PaidScreen({ payment }: { readonly payment: PaymentView }) {
  const words = useWords(customerWords);
  return (
    <div className="flex flex-1 flex-col gap-8" data-testid="customer-paid">
      <Heading>{payment.changeWon > 0 ? words.paid.changeTitle : words.paid.exactTitle}</Heading>
      {payment.changeWon > 0 ? <Change changeWon={payment.changeWon} /> : <Received receivedWon={payment.receivedWon} />}
      <div className="mt-auto border-t border-line pt-5">
        <Aside>{words.paid.body}</Aside>
      </div>
    </div>
  );
}

/** While it is paid by card: what is charged, and what she is to do. Only the card asks for her hand, and is drawn; the rest is waiting. */
export function TenderingScreen({ screen }: { readonly screen: CustomerView['screen'] & { kind: 'tendering' } }) {
  const words = useWords(cardWords).customer;
  const won = screen.chargingWon ?? screen.leftWon;
  const asksForCard = screen.wait === 'card';
  return (
    <div className={cx('flex min-h-0 flex-1 flex-col', asksForCard ? 'gap-8' : 'justify-center gap-5')} data-testid="customer-tendering" data-wait={screen.wait}>
      {asksForCard ? null : <Waiting />}
      <Heading size="large">{words.wait[screen.wait]}</Heading>
      <div className={asksForCard ? '' : 'mt-3'}>
        <p className="text-2xl font-[650] text-ink-2">{screen.chargingWon === null ? words.left : words.charging}</p>
        <Amount won={won} size="huge" className="text-[5.5rem]! leading-[1.05] font-[780] tracking-[-0.04em]" testId="customer-charging" />
      </div>
      {asksForCard ? <CardAtTerminal /> : null}
    </div>
  );
}

export function ReadBackScreen({ draft, customer }: { readonly draft: ReceiptDraft; readonly customer: CustomerAct }) {
  const words = useWords(customerWords);
  const answer = (yes: boolean) => void customer.act('customer.confirm', { saleId: draft.saleId, digits: draft.digits, yes });
  useKeyLayer('screen', { keys: { Escape: () => answer(false) } });
  return (
    <div className="flex flex-1 flex-col gap-5" data-testid="customer-read-back">
      <Heading>{words.readBack.title}</Heading>
      <NumberLine draft={draft} digits={draft.digits} />
      <Aside>
        <Purpose draft={draft} />
      </Aside>
      <Answers
        no={words.readBack.again}
        yes={words.readBack.yes}
        onNo={() => answer(false)}
        onYes={() => answer(true)}
        busy={customer.busy}
        weight="lead"
        testIds={{ no: 'read-back-again', yes: 'read-back-yes' }}
      />
    </div>
  );
}

/** A wrong receipt is put right by whoever is at the counter; the customer has said what she could. */
export function ConfirmedScreen() {
  const words = useWords(correctionWords).customer;
  return (
    <div className="flex flex-1 flex-col justify-center gap-5" data-testid="customer-confirmed">
      <Heading size="large">{words.title}</Heading>
      <Aside>{words.body}</Aside>
    </div>
  );
}

export function IssuingScreen({ keyed }: { readonly keyed: boolean }) {
  const words = useWords(customerWords);
  const terminal = useWords(receiptTerminalWords).customer;
  const { title, body } = keyed ? terminal : words.issuing;
  return (
    <div className="flex flex-1 flex-col justify-center gap-5" data-testid="customer-issuing">
      <Waiting />
      <Heading size="large">{title}</Heading>
      <Aside>{body}</Aside>
    </div>
  );
}

export function SlipScreen({ saleId, cashReceipt, customer }: { readonly saleId: string; readonly cashReceipt: CashReceiptView | null; readonly customer: CustomerAct }) {
  const words = useWords(customerWords);
  const answer = (wants: boolean) => void customer.act('customer.answerSlip', { saleId, wants });
  return (
    <div className="flex flex-1 flex-col gap-5" data-testid="customer-slip-question">
      <Heading size="large">{words.slip.title}</Heading>
      <ReceiptLine receipt={cashReceipt} />
      <Answers
        no={words.slip.no}
        yes={words.slip.yes}
        onNo={() => answer(false)}
        onYes={() => answer(true)}
        busy={customer.busy}
        weight="even"
        testIds={{ no: 'slip-no', yes: 'slip-yes' }}
      />
    </div>
  );
}

export function ThanksScreen({ payment, cashReceipt, printed }: { readonly payment: PaymentView; readonly cashReceipt: CashReceiptView | null; readonly printed: boolean }) {
  const words = useWords(customerWords);
  return (
    <div className="flex flex-1 flex-col gap-7" data-testid="customer-thanks">
      <Heading size="giant">{words.thanks.title}</Heading>
      {payment.changeWon > 0 ? <Change changeWon={payment.changeWon} /> : <Aside>{words.thanks.body}</Aside>}
      <div className="mt-auto flex flex-col gap-2.5 border-t border-line pt-5 empty:hidden">
        <ReceiptLine receipt={cashReceipt} />
        {printed ? <Aside testId="take-slip">{words.thanks.takeSlip}</Aside> : null}
      </div>
    </div>
  );
}

function ReceiptLine({ receipt }: { readonly receipt: CashReceiptView | null }) {
  const words = useWords(customerWords);
  const common = useWords(commonWords);
  if (receipt === null) return null;
  const standing = receiptStanding(receipt.state);
  if (standing === 'not-issued') return <Aside testId="customer-receipt">{words.receiptNotIssued}</Aside>;
  const who = receipt.purpose === 'self-issue' ? common.purpose['self-issue'] : receipt.identifierMasked;
  return (
    <Aside testId="customer-receipt">
      <span className="num flex items-center gap-2">
        {standing === 'issued' ? (
          <span className="text-ok">
            <CheckIcon />
          </span>
        ) : null}
        {standing === 'issued' ? words.receiptIssued(who) : words.receiptLater(who)}
      </span>
    </Aside>
  );
}

export function GreetingScreen({ title, body }: { readonly title: string; readonly body: string }) {
  return (
    <div className="flex flex-1 flex-col justify-end gap-4" data-testid="customer-greeting">
      <Heading size="giant">{title}</Heading>
      <Aside>{body}</Aside>
    </div>
  );
}

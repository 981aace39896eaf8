import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CounterView, PaymentView, PrintView, SaleView } from '../../../contract/views.ts';
import { sumWon } from '../../../domain/won.ts';
import { useAct } from '../../ui/act.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import type { DotState } from '../../ui/dot.tsx';
import { Dot } from '../../ui/dot.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Label, Pane, Panes, Rule } from '../../ui/screen.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import type { CashierWords } from '../../words/cashier-shape.ts';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { exchangeWords } from '../../words/exchange.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { receiptTerminalWords } from '../../words/receipt-terminal.ts';
import { reprintWords } from '../../words/reprint.ts';
import { Unsigned } from '../card/unsigned.tsx';
import { NotOutDialog } from '../slip/not-out-dialog.tsx';
import { useReprint } from '../slip/use-reprint.tsx';
import { SlipPicture } from './slip-picture.tsx';
import { ReceiptSummary } from './slip-question.tsx';

export type DoneScreenProps = {
  readonly view: CounterView;
  readonly sale: SaleView & { stage: 'done' };
  readonly onIssueNow: () => void;
  readonly onToday: () => void;
  readonly onMenu: () => void;
};

/** The end: the change, what is on paper, how the receipt stands. The next scan leaves it without a key pressed. */
export function DoneScreen({ view, sale, onIssueNow, onToday, onMenu }: DoneScreenProps) {
  const words = useWords(cashierWords);
  const missing = useWords(reprintWords).notOut.open;
  const act = useAct();
  const reprint = useReprint(sale.saleId, sale.saleNumber);
  const [notOut, setNotOut] = useState(false);
  const slips = sale.prints.filter((print) => print.kind === 'slip');
  const receiptTrouble = sale.cashReceipt?.failure ?? null;
  const settleText = useWords(receiptTerminalWords).unknown.settleLater;
  const settles = (sale.cashReceipt?.terminal?.unknown ?? null) !== null;
  const receiptAct = settles ? settleText : sale.canIssue ? words.done.issueNow : null;
  const next = () => void act('sale.next', { saleId: sale.saleId });
  const printAgain = () => void reprint.run({ reason: 'again', printer: 'first' });
  const openNotOut = slips.length === 0 ? null : () => setNotOut(true);
  useKeyLayer('screen', {
    keys: { F7: named(slips.length === 0 ? words.done.printFirst : words.done.printAgain, printAgain), F3: onToday, F10: onMenu, ...(openNotOut === null ? {} : { F9: named(missing, openNotOut) }), ...(receiptAct === null ? {} : { F6: named(receiptAct, onIssueNow) }) },
    onEnter: next,
  });
  return (
    <Panes columns="grid-cols-[1fr_24.5rem]" testId="screen-done">
      <div className="flex min-h-0 min-w-0 flex-col">
        <div className="grid min-h-0 flex-1 grid-cols-[1.15fr_1fr] cramped:flex cramped:flex-col">
          <ChangePane sale={sale} />
          <Pane label={words.done.paper} scrolls className="gap-3 px-7.5 py-6.5">
            {sale.payment.cards.some(({ unsigned }) => unsigned !== null) ? (
              <div className="mb-3">
                <Unsigned parts={sale.payment.cards} testId="done-unsigned" />
              </div>
            ) : null}
            <Label>{words.done.receipt}</Label>
            <ReceiptSummary receipt={sale.cashReceipt} titled />
            {receiptTrouble === null ? null : <Trouble code={receiptTrouble.code} detail={receiptTrouble.message} tone="warn" testId="done-receipt-trouble" />}
            <Rule />
            <Label>{words.done.paper}</Label>
            <Prints prints={sale.prints} />
          </Pane>
        </div>
        <Acts>
          <Button size="large" onPress={printAgain} keyHint="F7" testId="print-again">
            {slips.length === 0 ? words.done.printFirst : words.done.printAgain}
          </Button>
          {openNotOut === null ? null : (
            <Button size="large" onPress={openNotOut} keyHint="F9" testId="open-not-out">
              {missing}
            </Button>
          )}
          {receiptAct === null ? null : (
            <Button size="large" onPress={onIssueNow} keyHint="F6" testId={settles ? 'settle-receipt' : 'issue-now'}>
              {receiptAct}
            </Button>
          )}
          <Button size="large" onPress={onToday} keyHint="F3" testId="open-today">
            {words.menu.today}
          </Button>
          <Button size="large" onPress={onMenu} keyHint="F10" testId="open-menu">
            {words.menu.open}
          </Button>
        </Acts>
      </div>
      <Pane tone="sunk" className="gap-5 border-l border-line p-5">
        <SlipPicture key={`${sale.saleId} ${slips.length}`} saleId={sale.saleId} saleNumber={sale.saleNumber} />
        <Button kind="primary" size="huge" onPress={next} keyHint="Enter" testId="next-sale" className="min-h-[7.6875rem] flex-none">
          {words.done.next}
        </Button>
      </Pane>
      {reprint.dialog}
      {notOut ? <NotOutDialog view={view} saleId={sale.saleId} saleNumber={sale.saleNumber} onClose={() => setNotOut(false)} /> : null}
    </Panes>
  );
}

function ChangePane({ sale }: { readonly sale: SaleView & { stage: 'done' } }) {
  const words = useWords(cashierWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { payment } = sale;
  const exchange = useWords(exchangeWords);
  const outcome = outcomeOf(payment, words.done, exchange.done);
  return (
    <Pane tone="surface" label={words.done.title} className="border-r border-line p-6.5">
      <h1 className="num text-base text-ink-2">
        {words.sale(format.saleNumber(sale.saleNumber))} · {words.done.title}
      </h1>
      <div className="flex flex-1 flex-col justify-center gap-1">
        <span className="text-xl font-semibold text-ink-2">{outcome.label}</span>
        <Amount won={outcome.won} size={outcome.won >= 100_000 ? 'huge' : 'giant'} tone={outcome.tone} testId="done-change" />
        <span className="num mt-4 text-ink-2">
          {common.total} {format.won(payment.breakdown.totalWon)}
          {payment.exchange === null ? '' : ` · ${exchange.credit} ${format.won(payment.exchange.amountWon)}`}
          {payment.cashWon === 0 && (payment.cards.length > 0 || payment.exchange !== null) ? '' : ` · ${common.received} ${format.won(payment.receivedWon)}`}
        </span>
        <Charges cards={payment.cards} />
        {payment.deadlineAt === null || !sale.canIssue ? null : (
          <span className="num mt-3 self-start rounded-control bg-warn-soft px-3.5 py-2 font-semibold text-warn" data-testid="issue-deadline">
            {words.done.deadline(format.dayTime(payment.deadlineAt))}
          </span>
        )}
      </div>
      <p className="text-ink-2">{words.done.nextHint}</p>
      <Live testId="live-change">{payment.cashWon > 0 && payment.changeWon === 0 ? outcome.label : `${outcome.label} ${format.won(outcome.won)}`}</Live>
    </Pane>
  );
}

/** What the cashier's hands do next: change to give, or none. By card alone there is nothing to do, and the sum that was charged is shown. */
function outcomeOf(payment: PaymentView, words: CashierWords['done'], exchanged: string): { readonly label: string; readonly won: number; readonly tone: 'ok' | 'muted' } {
  if (payment.cashWon === 0 && payment.cards.length > 0) return { label: words.byCard, won: sumWon(payment.cards.map((card) => card.amountWon)), tone: 'ok' };
  if (payment.cashWon === 0 && payment.exchange !== null) return { label: exchanged, won: 0, tone: 'muted' };
  return payment.changeWon === 0 ? { label: words.exact, won: 0, tone: 'muted' } : { label: words.changeGive, won: payment.changeWon, tone: 'ok' };
}

function Charges({ cards }: { readonly cards: PaymentView['cards'] }) {
  const words = useWords(cashierWords).done;
  const format = useFormat();
  return cards.length === 0 ? null : (
    <ul aria-label={words.byCard} className="mt-2 grid gap-1" data-testid="done-cards">
      {cards.map((card) => (
        <li key={card.partId} className="num text-ink-2">
          <span className="block">{[format.won(card.amountWon), card.issuer, card.maskedNumber].filter((text) => text !== '').join(' · ')}</span>
          <span className="block">{[words.approval(card.approvalNumber), ...(card.handwritten ? [words.handwritten] : [])].join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

function Acts({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-none gap-2.5 border-t border-line bg-paper p-5 max-[76rem]:flex-wrap *:min-w-41 *:flex-auto *:px-2.5!">{children}</div>;
}

const PRINT_DOT = { queued: 'checking', sent: 'checking', confirmed: 'ok', unknown: 'warning', failed: 'down', settled: 'checking' } as const satisfies Record<PrintView['state'], DotState>;

function Prints({ prints }: { readonly prints: readonly PrintView[] }) {
  const words = useWords(cashierWords).done;
  const common = useWords(commonWords);
  const slips = prints.filter((print) => print.kind === 'slip');
  const drawerTrouble = prints.filter((print) => print.kind === 'drawer' && print.failure !== null);
  const newest = slips.at(-1);
  const trouble = newest?.failure ?? null;
  const rows = [...slips.slice(-3), ...drawerTrouble];
  const nameOf = ({ kind, copyNumber }: PrintView) => (kind === 'drawer' ? words.drawer : copyNumber > 1 ? words.slipCopy(copyNumber - 1) : words.slip);
  return (
    <div className="flex flex-col gap-2" data-testid="prints">
      {slips.length === 0 ? <span className="text-ink-2">{words.noPaper}</span> : null}
      <output className="flex flex-col gap-2">
        {rows.map((print) => (
          <span key={print.jobId} className="flex items-center gap-2 font-semibold" data-testid={`print-${print.state}`} data-state={print.state}>
            <Dot state={PRINT_DOT[print.state]} />
            {/* One first slip is what the heading names already. */}
            {rows.length === 1 && print.kind === 'slip' && print.copyNumber <= 1 ? '' : `${nameOf(print)} · `}
            {common.printState[print.state]}
          </span>
        ))}
      </output>
      {trouble === null ? null : <Trouble code={trouble} tone={newest?.state === 'failed' ? 'bad' : 'warn'} testId="print-trouble" />}
    </div>
  );
}

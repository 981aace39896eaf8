import type { ReceiptOfferView, ShiftCloseView } from '../../contract/views.ts';
import { Amount } from '../ui/amount.tsx';
import type { AmountTone } from '../ui/amount.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Dot } from '../ui/dot.tsx';
import { useKeyLayer } from '../ui/keys.ts';
import { ForwardIcon } from '../ui/icons.tsx';
import { Live } from '../ui/live.tsx';
import { Press } from '../ui/press.tsx';
import { Pane, Panes, Title } from '../ui/screen.tsx';
import type { Format } from '../words/format.ts';
import { useFormat, useWords } from '../words/language.tsx';
import type { ManagerWords } from '../words/manager.ts';
import { managerWords } from '../words/manager.ts';
import { receiptTerminalWords } from '../words/receipt-terminal.ts';
import { refundWords } from '../words/refund.ts';
import type { OpenCase } from './card-cases.ts';
import { useCardCases } from './card-cases.ts';

/** What the count says: the sum as it is made, the difference in words and sign, and what is not finished. */
export function CloseResult({ closed, receiptWay, onCase, onLeave }: { readonly closed: ShiftCloseView; readonly receiptWay: ReceiptOfferView['way']; readonly onCase: OpenCase; readonly onLeave: () => void }) {
  const words = useWords(managerWords).closed;
  const refundText = useWords(refundWords);
  const format = useFormat();
  useKeyLayer('screen', { keys: { Escape: onLeave }, onEnter: onLeave });
  return (
    <Panes columns="grid-cols-[minmax(0,1fr)_22rem] min-[76rem]:grid-cols-[minmax(0,1fr)_38rem]" testId="screen-closed">
      <Pane>
        <div tabIndex={0} role="region" aria-label={words.difference} className="min-h-0 flex-1 overflow-y-auto px-11 py-9 -outline-offset-4!">
        <Title>{words.title(format.number(closed.zNumber))}</Title>
        <p className="num mt-1 text-ink-2" data-testid="close-z" data-z={closed.zNumber}>
          {words.at(format.dayTime(closed.closedAt))}
        </p>
        <Difference closed={closed} />
        <dl className="num mt-8 grid max-w-[40rem] grid-cols-[1.5rem_1fr_auto] items-baseline text-[1.3125rem]">
          <Row sign="" label={words.float} amountWon={closed.floatWon} testId="close-float" />
          <Row sign="+" label={words.cashSales(format.number(closed.saleCount), closed.saleCount)} amountWon={closed.cashSalesWon} testId="close-cash-sales" />
          {closed.cashRefundsWon === 0 ? null : <Row sign="−" label={refundText.cashOut} amountWon={closed.cashRefundsWon} testId="close-cash-refunds" />}
          <Row sign="=" label={words.expected} amountWon={closed.expectedWon} strong testId="close-expected" />
          <Row sign="" label={words.counted} amountWon={closed.countedWon} strong testId="close-counted" />
        </dl>
        </div>
      </Pane>
      <Pane tone="surface" label={words.openCases} className="gap-4 border-l border-line px-7.5 py-6">
        <div tabIndex={0} role="region" aria-label={words.openCases} className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto cramped:overflow-visible">
          <OpenCases closed={closed} receiptWay={receiptWay} onCase={onCase} />
        </div>
        <Button kind="primary" size="huge" onPress={onLeave} keyHint="Enter" testId="close-done" className="mt-auto flex-none">
          {words.done}
        </Button>
      </Pane>
      <Live urgent>{`${words.title(format.number(closed.zNumber))}. ${differenceWords(closed.differenceWon, words, format)}`}</Live>
    </Panes>
  );
}

export function differenceWords(differenceWon: number, words: ManagerWords['closed'], format: Pick<Format, 'won'>): string {
  if (differenceWon === 0) return words.even;
  return differenceWon < 0 ? words.short(format.won(-differenceWon)) : words.over(format.won(differenceWon));
}

function Difference({ closed }: { readonly closed: ShiftCloseView }) {
  const words = useWords(managerWords).closed;
  const format = useFormat();
  const { differenceWon } = closed;
  const tone: AmountTone = differenceWon === 0 ? 'ok' : differenceWon < 0 ? 'bad' : 'ink';
  return (
    <div className="mt-7">
      <p className="text-[1.0625rem] text-ink-2">{words.difference}</p>
      <p className="flex items-baseline gap-1.5" data-testid="close-difference" data-won={differenceWon}>
        {differenceWon === 0 ? null : <span className={cx('text-[3.5rem] leading-[1.1] font-[780]', differenceWon < 0 && 'text-bad')}>{differenceWon < 0 ? '−' : '+'}</span>}
        <Amount won={Math.abs(differenceWon)} size="huge" tone={tone} />
      </p>
      <p className="mt-2 text-[1.625rem] font-[750] tracking-[-0.02em]" data-testid="close-difference-words">
        {differenceWords(differenceWon, words, format)}
      </p>
      {differenceWon === 0 ? null : <p className="mt-1 text-ink-2">{words.recorded}</p>}
    </div>
  );
}

type RowProps = { readonly sign: string; readonly label: string; readonly amountWon: number; readonly strong?: boolean; readonly testId: string };

function Row({ sign, label, amountWon, strong = false, testId }: RowProps) {
  const format = useFormat();
  return (
    <div className="col-span-3 grid grid-cols-subgrid items-baseline border-b border-line py-3">
      <dt className="col-span-2 grid grid-cols-subgrid">
        <span aria-hidden="true" className="text-ink-2">
          {sign === '' ? '\u00a0' : sign}
        </span>
        <span className={strong ? 'font-[700]' : 'text-ink-2'}>{label}</span>
      </dt>
      <dd className={strong ? 'text-right font-[750]' : 'text-right font-[600]'} data-testid={testId}>
        {format.won(amountWon)}
      </dd>
    </div>
  );
}

function OpenCases({ closed, receiptWay, onCase }: { readonly closed: ShiftCloseView; readonly receiptWay: ReceiptOfferView['way']; readonly onCase: OpenCase }) {
  const words = useWords(managerWords).closed;
  const terminal = useWords(receiptTerminalWords);
  const format = useFormat();
  const unsentNext = receiptWay === 'terminal' ? terminal.unsentNext : words.unsentNext;
  const { cashReceiptsUnsent, cashReceiptsUnsentWon, printsUnsettled } = closed.openCases;
  const cards = useCardCases(closed.openCases);
  const refundText = useWords(refundWords);
  const { refundsOpen, refundsOpenWon } = closed.openCases;
  const none = cashReceiptsUnsent === 0 && printsUnsettled === 0 && refundsOpen === 0 && cards.length === 0;
  return (
    <>
      <h2 className="text-[1.3125rem] font-[750]">{words.openCases}</h2>
      {none ? (
        <p className="flex items-center gap-2 text-ink-2" data-testid="close-no-cases">
          <Dot state="ok" />
          {words.noOpenCases}
        </p>
      ) : null}
      {cashReceiptsUnsent === 0 ? null : <Case title={words.unsent(format.number(cashReceiptsUnsent), cashReceiptsUnsent, format.won(cashReceiptsUnsentWon))} next={unsentNext} testId="close-case-unsent" />}
      {printsUnsettled === 0 ? null : <Case title={words.prints(format.number(printsUnsettled), printsUnsettled)} next={words.printsNext} testId="close-case-prints" />}
      {refundsOpen === 0 ? null : <Case title={refundText.status(format.number(refundsOpen), format.won(refundsOpenWon))} next={refundText.caseNext} onLook={null} testId="close-case-refunds" />}
      {cards.map(({ id, title, next, room }) => (
        <Case key={id} title={title} next={next} onLook={onCase === null || room === null ? null : () => onCase(room)} testId={`close-case-${id}`} />
      ))}
    </>
  );
}

type CaseProps = { readonly title: string; readonly next: string; /** To where it is looked after. */ readonly onLook?: (() => void) | null; readonly testId: string };

function Case({ title, next, onLook = null, testId }: CaseProps) {
  const look = 'flex-none rounded-card border-l-4 border-warn-dot bg-warn-soft px-5 py-1.5 text-left';
  const text = (
    <>
      <b className="num block text-lg font-[700] text-warn">{title}</b>
      <span>
        <span aria-hidden="true">→ </span>
        {next}
      </span>
    </>
  );
  if (onLook === null) {
    return (
      <div className={look} data-testid={testId}>
        {text}
      </div>
    );
  }
  return (
    <Press onPress={onLook} className={cx(look, 'flex cursor-default items-center gap-3 data-pressed:bg-sunk')} data-testid={testId}>
      <span className="min-w-0 flex-1">{text}</span>
      <ForwardIcon />
    </Press>
  );
}

import { useId } from 'react';
import type { ReceiptAtTerminal } from '../../../contract/receipts.ts';
import type { SaleView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Label, Pane, Panes, Title } from '../../ui/screen.tsx';
import { Since } from '../../ui/since.tsx';
import { Sweep } from '../../ui/sweep.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';
import { missingWords } from '../../words/missing.ts';
import { receiptTerminalWords } from '../../words/receipt-terminal.ts';
import { MoneySide } from '../frame/money-side.tsx';
import { PracticeKey } from '../practice/practice-key.tsx';
import { SettleReceipt } from './settle-receipt.tsx';

export type TerminalIssuingProps = { readonly sale: SaleView & { stage: 'receipt-issuing' }; readonly terminal: ReceiptAtTerminal };

/** The terminal issues it: what it waits for, the way out while there is one; and when nobody knows, how to find out. */
export function TerminalIssuing({ sale, terminal }: TerminalIssuingProps) {
  const words = useWords(receiptTerminalWords);
  const issuing = useWords(cashierWords).issuing;
  const act = useAct();
  const leave = () => void act('receipt.leaveWaiting', { saleId: sale.saleId });
  const { unknown } = terminal;
  const asked = unknown !== null && terminal.live === null;
  return (
    <Panes columns={asked ? 'grid-cols-[19rem_1fr_31rem]' : 'grid-cols-[22.5rem_1fr_24.5rem]'} testId="screen-issuing">
      <MoneySide payment={sale.payment} saleNumber={sale.saleNumber}>
        <p className="text-base text-ink-2">{issuing.saved}</p>
      </MoneySide>
      {asked ? <SettleReceipt receipt={sale.cashReceipt} unknown={unknown} leaveText={words.unknown.leave} onLeave={leave} /> : <UnderWay sale={sale} terminal={terminal} onLeave={leave} />}
    </Panes>
  );
}

function UnderWay({ sale, terminal, onLeave }: TerminalIssuingProps & { readonly onLeave: () => void }) {
  const words = useWords(receiptTerminalWords);
  const issuing = useWords(cashierWords).issuing;
  const { inquiry } = useWords(missingWords);
  const id = useId();
  const common = useWords(commonWords);
  const act = useAct();
  const { cashReceipt, saleId } = sale;
  const { live, behind } = terminal;
  // Behind another trade nothing is asked yet, and it is taken back.
  const canStop = behind !== null || (live !== null && live.abort === 'possible');
  const stopText = behind === null ? words.stop : words.takeBack;
  const stop = () => {
    if (canStop) void act('card.stop', { saleId, tradeNumber: terminal.tradeNumber });
  };
  useKeyLayer('screen', { keys: { ...(canStop ? { Escape: named(stopText, stop) } : {}), F6: named(issuing.leave, onLeave) } });
  const title = behind === null ? words.title : words.behindTitle;
  const wait = behind !== null ? words.behind : live === null ? words.waitFor.connecting : live.act === 'inquiry' ? words.inquiring : words.waitFor[live.stage];
  return (
    <>
      <Pane label={title} className="gap-4 px-7.5 py-6.5">
        <Title>{title}</Title>
        <div className="flex flex-1 flex-col justify-center gap-2.5">
          <Label>{cashReceipt.identifierMasked === '' ? common.purpose[cashReceipt.purpose] : `${common.purpose[cashReceipt.purpose]} · ${common.form[cashReceipt.form]}`}</Label>
          <span className={cx('num leading-tight font-[740]', cashReceipt.identifierMasked === '' ? 'text-[2rem]' : 'text-[3.25rem] whitespace-nowrap')} data-testid="issuing-number">
            {cashReceipt.identifierMasked === '' ? words.keyedThere : cashReceipt.identifierMasked}
          </span>
          <Sweep className="my-3" />
          <b className="text-2xl font-[700]" data-testid="receipt-wait">
            {wait}
          </b>
          <span className="num text-lg text-ink-2" data-testid="issuing-since">
            <Since at={live?.since ?? cashReceipt.createdAt} />
          </span>
        </div>
        <Live testId="live-receipt-stage">{wait}</Live>
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        <PracticeKey className="mb-auto" />
        <p id={id} className="px-1 text-ink-2">
          {behind !== null ? words.takeBackMeaning : live === null ? words.notYet : live.act === 'inquiry' ? inquiry : canStop ? words.stopMeaning : live.abort === 'asked' ? words.stopping : words.tooLate}
        </p>
        <Button size="huge" disabled={!canStop} onPress={stop} describedBy={id} keyHint="Esc" testId="receipt-stop">
          {stopText}
        </Button>
        <Button size="large" onPress={onLeave} keyHint="F6" testId="receipt-leave-waiting">
          {issuing.leave}
        </Button>
      </Pane>
    </>
  );
}

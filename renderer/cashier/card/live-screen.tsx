import { useId } from 'react';
import type { LiveTradeView, TenderingView } from '../../../contract/cards.ts';
import { useAct } from '../../ui/act.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Label, Pane, Panes, Title } from '../../ui/screen.tsx';
import { Since } from '../../ui/since.tsx';
import { Sweep } from '../../ui/sweep.tsx';
import { cardWords } from '../../words/card.ts';
import { useWords } from '../../words/language.tsx';
import { missingWords } from '../../words/missing.ts';
import { receiptTerminalWords } from '../../words/receipt-terminal.ts';
import { PracticeKey } from '../practice/practice-key.tsx';
import { TenderSide } from './tender-side.tsx';

const STEP_OF = { connecting: 0, 'asking-terminal': 0, 'waiting-for-customer': 1, 'insert-card': 1, 'swipe-card': 1, approving: 2, confirming: 3 } as const satisfies Record<LiveTradeView['stage'], number>;

/** The terminal is at it: for whom we wait, since when, and the way out while there is one. Enter does nothing here. */
export function LiveScreen({ saleId, tendering, live }: { readonly saleId: string; readonly tendering: TenderingView; readonly live: LiveTradeView }) {
  const part = tendering.parts.findLast((each) => each.standing === 'under-way' || each.standing === 'cancelling' || each.standing === 'unknown' || each.standing === 'cancel-unknown');
  return (
    <Panes columns="grid-cols-[22.5rem_1fr_24.5rem]" testId="screen-card-live">
      <TenderSide tendering={tendering} />
      <LivePanes saleId={saleId} live={live} waiting={tendering.waiting} amountWon={part?.amountWon ?? null} />
    </Panes>
  );
}

/** The terminal at work and the way to stop it: for a sale as for a refund. */
export function LivePanes({ saleId, live, waiting = null, amountWon }: { readonly saleId: string; readonly live: LiveTradeView; readonly waiting?: string | null; readonly amountWon: number | null }) {
  const words = useWords(cardWords).live;
  const id = useId();
  const moves = live.act === 'cancel' ? 'cancel' : 'charge';
  const receipt = useWords(receiptTerminalWords);
  const { inquiry } = useWords(missingWords);
  const act = useAct();
  // The terminal has a cash receipt of an earlier sale before it: the charge is not asked for yet, and is what is taken back.
  const first = waiting !== null;
  const canStop = first || live.abort === 'possible';
  const stop = () => {
    if (canStop) void act('card.stop', { saleId, tradeNumber: waiting ?? live.tradeNumber });
  };
  useKeyLayer('screen', { keys: { Escape: named(first ? receipt.takeBack : words.stop, stop) } });
  const isReceipt = live.act === 'receipt' || live.act === 'receipt-cancel';
  const title = isReceipt ? receipt.firstTitle : words.title[live.act];
  const wait = isReceipt ? receipt.waitFor[live.stage] : live.abort === 'asked' ? words.waitForStop : words.waitFor[live.stage];
  return (
    <>
      <Pane label={title} className="gap-5 px-7.5 py-6.5">
        <Title>{title}</Title>
        <div className="flex flex-1 flex-col justify-center gap-4">
          {amountWon === null ? null : <Amount won={amountWon} size="giant" className="mb-3" testId="live-amount" />}
          {live.act === 'inquiry' || first || isReceipt ? null : <Steps at={STEP_OF[live.stage]} />}
          <Sweep className="my-1" />
          <b className="text-2xl font-[700] text-balance" data-testid="live-wait">
            {wait}
          </b>
          <span className="num text-lg text-ink-2" data-testid="live-since">
            <Since at={live.since} />
          </span>
        </div>
        <Live testId="live-stage">{wait}</Live>
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        <PracticeKey className="mb-auto" />
        <Label id={id}>{first ? receipt.takeBackMeaning : live.abort === 'possible' ? words.stopMeaning[moves] : live.abort === 'asked' ? words.stopping : live.act === 'inquiry' ? inquiry : words.tooLate[moves]}</Label>
        <Button size="huge" disabled={!canStop} onPress={stop} describedBy={id} keyHint="Esc" testId="card-stop">
          {first ? receipt.takeBack : words.stop}
        </Button>
      </Pane>
    </>
  );
}

/** Where it stands on its way; the mark, the weight and the words say it, not the colour alone. */
function Steps({ at }: { readonly at: number }) {
  const words = useWords(cardWords).live;
  return (
    <ol className="grid grid-cols-4 gap-2.5" data-testid="live-steps">
      {words.steps.map((text, index) => (
        <li key={text} aria-current={index === at ? 'step' : undefined} className={cx('grid gap-1.5 text-base', index === at ? 'font-bold text-ink' : 'text-ink-2')}>
          <span className={cx('block h-1.5 rounded-full', index < at ? 'bg-accent' : index === at ? 'bg-warn-dot' : 'bg-line')} />
          <span>
            {index < at ? '✓ ' : ''}
            {text}
          </span>
        </li>
      ))}
    </ol>
  );
}

import { useId, useState } from 'react';
import type { RefundReturnView, RefundView } from '../../../contract/refund.ts';
import type { CounterView } from '../../../contract/views.ts';
import { MAX_REASON_LENGTH } from '../../../domain/people/reasons.ts';
import { Field } from '../../setup/field.tsx';
import { useAct } from '../../ui/act.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useKeyLayer } from '../../ui/keys.ts';
import { Missing } from '../../ui/missing.tsx';
import { Pane, Panes, Title } from '../../ui/screen.tsx';
import { cardWords } from '../../words/card.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { missingWords } from '../../words/missing.ts';
import { refundWords } from '../../words/refund.ts';
import { PayScreen } from '../card/pay-screen.tsx';
import { CashScreen } from '../cash/cash-screen.tsx';
import { useDecision } from './decisions.tsx';
import { RefundSide } from './refund-side.tsx';

type Rest = NonNullable<RefundReturnView['rest']>;
export type RestScreenProps = { readonly view: CounterView; readonly refund: RefundView; readonly ret: RefundReturnView; readonly rest: Rest; readonly onLater: () => void };

/** The charge is gone, and what the customer keeps is not paid: by card, in cash, in parts, or everything is put back as it was. */
export function RestScreen({ view, refund, ret, rest, onLater }: RestScreenProps) {
  const act = useAct();
  const [cashWon, setCashWon] = useState<number | null>(null);
  const ofReturn = { refundId: refund.refundId, returnId: ret.returnId };
  const { leftWon } = rest;
  const surplus = rest.parts.find((part) => part.standing === 'surplus');
  if (surplus !== undefined) return <Surplus refund={refund} ret={ret} partId={surplus.partId} won={surplus.amountWon} fits={surplus.amountWon <= leftWon} />;
  if (cashWon !== null && cashWon <= leftWon) {
    const take = (receivedWon: number) => act('refund.takeRest', { ...ofReturn, leftWon, amountWon: cashWon, receivedWon });
    return <CashScreen key={leftWon} dueWon={cashWon} onTake={take} onTaken={() => setCashWon(null)} onLeave={() => setCashWon(null)} />;
  }
  return (
    <PayScreen
      key={rest.dueWon}
      totalWon={rest.dueWon}
      leftWon={leftWon}
      parts={rest.parts}
      offer={view.cardOffer}
      startMonths={rest.months}
      onLeave={onLater}
      onCash={setCashWon}
      onCharge={(amountWon, installmentMonths) => act('refund.chargeRest', { ...ofReturn, leftWon, amountWon, installmentMonths })}
      onReturn={(partId) => void act('refund.returnRest', { ...ofReturn, partId })}
      instead={<Owed refund={refund} ret={ret} rest={rest} onLater={onLater} />}
    />
  );
}

/** Why it is owed, and the ways out of it that are not a payment. */
function Owed({ refund, ret, rest, onLater }: Omit<RestScreenProps, 'view'>) {
  const words = useWords(refundWords);
  const format = useFormat();
  const act = useAct();
  const [waiving, setWaiving] = useState(false);
  const choose = (owed: 'rest' | 'restore') => void act('refund.chooseOwed', { refundId: refund.refundId, returnId: ret.returnId, owed });
  return (
    <div className="mt-auto grid gap-2.5 pt-4" data-testid="refund-owed" data-owed={rest.owed}>
      <p className="rounded-card border-l-4 border-warn-dot bg-warn-soft px-4 py-3 font-semibold">{words.rest.owed[rest.owed]}</p>
      {rest.canChoose && rest.canRestore ? (
        <Button onPress={() => choose('restore')} testId="refund-restore" className="num min-h-16 px-2! text-base!">
          {words.rest.restore(format.won(rest.wholeWon))}
        </Button>
      ) : null}
      {rest.canChoose && rest.owed === 'restore' ? (
        <Button onPress={() => choose('rest')} testId="refund-not-restore" className="num min-h-16 px-2! text-base!">
          {words.rest.notRestore(format.won(rest.restWon))}
        </Button>
      ) : null}
      {rest.owed === 'restore' ? null : (
        <Button kind="quiet" onPress={() => setWaiving(true)} testId="refund-waive" className="num min-h-12 px-2! text-base!">
          {words.rest.waive(format.won(rest.leftWon))}
        </Button>
      )}
      <Button kind="quiet" onPress={onLater} keyHint="Esc" testId="refund-later" className="min-h-12 px-2! text-base!">
        {words.later}
      </Button>
      {waiving ? <Waive refund={refund} ret={ret} won={rest.leftWon} onClose={() => setWaiving(false)} /> : null}
    </div>
  );
}

function Waive({ refund, ret, won, onClose }: { readonly refund: RefundView; readonly ret: RefundReturnView; readonly won: number; readonly onClose: () => void }) {
  const words = useWords(refundWords);
  const format = useFormat();
  const decision = useDecision(refund, ret);
  const [reason, setReason] = useState('');
  const isSaid = [...reason.trim()].length >= 2;
  const ready = isSaid && !decision.busy;
  const id = useId();
  const { why } = useWords(missingWords);
  const waive = () => {
    if (ready) decision.decide('waive', reason, won);
  };
  return (
    <Dialog title={words.rest.waive(format.won(won))} onClose={onClose} testId="refund-waive-dialog" onEnter={waive}>
      <p className="text-ink-2">{words.rest.waiveMeaning}</p>
      <Field label={words.why} hint={words.whyHint} value={reason} onChange={setReason} maxLength={MAX_REASON_LENGTH} testId="refund-why" />
      <Missing id={id} text={isSaid ? null : why} className="-mt-9" />
      <Button kind="danger" size="large" disabled={!ready} onPress={waive} describedBy={isSaid ? undefined : id} testId="refund-waive-confirm" className="num">
        {words.rest.waive(format.won(won))}
      </Button>
      {decision.dialog}
    </Dialog>
  );
}

function Surplus({ refund, ret, partId, won, fits }: { readonly refund: RefundView; readonly ret: RefundReturnView; readonly partId: string; readonly won: number; readonly fits: boolean }) {
  const words = useWords(cardWords).surplus;
  const format = useFormat();
  const act = useAct();
  useKeyLayer('screen', {});
  const ofPart = { refundId: refund.refundId, returnId: ret.returnId, partId };
  return (
    <Panes columns="grid-cols-[24rem_minmax(0,1fr)_24.5rem]" testId="screen-refund-surplus">
      <RefundSide refund={refund} />
      <Pane label={words.title} className="gap-5 px-7.5 py-6.5" scrolls>
        <Title>{words.title}</Title>
        <Amount won={won} size="giant" />
        <p className="text-xl">{words.meaning}</p>
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        {fits ? (
          <Button size="huge" onPress={() => void act('refund.keepRest', ofPart)} testId="surplus-keep" className="num text-[1.3125rem]!">
            {words.keep(format.won(won))}
          </Button>
        ) : null}
        <Button kind="danger" size="huge" onPress={() => void act('refund.returnRest', ofPart)} testId="surplus-cancel" className="num text-[1.3125rem]!">
          {words.cancel(format.won(won))}
        </Button>
      </Pane>
    </Panes>
  );
}

import { useId } from 'react';
import type { RefundReturnView, RefundView } from '../../../contract/refund.ts';
import { useAct } from '../../ui/act.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Missing } from '../../ui/missing.tsx';
import { Label, Pane, Title } from '../../ui/screen.tsx';
import { Since } from '../../ui/since.tsx';
import { Sweep } from '../../ui/sweep.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { receiptCancelWords } from '../../words/receipt-cancel.ts';
import { missingWords } from '../../words/missing.ts';
import { refundWords } from '../../words/refund.ts';
import { PaperLine } from './paper-line.tsx';
import { useOnce } from './use-once.ts';

type Asked = { readonly refund: RefundView; readonly ret: RefundReturnView };

/** The drawer is open, or was: the amount is out of the books, and only a person knows whether the customer has it. */
export function AskHanded({ refund, ret }: Asked) {
  const { handed: words } = useWords(refundWords);
  const { drawer } = useWords(missingWords);
  const id = useId();
  const canOpen = ret.cash?.canOpenAgain === true;
  const format = useFormat();
  const act = useAct();
  const { busy, once } = useOnce();
  const ofReturn = { refundId: refund.refundId, returnId: ret.returnId };
  const handed = () => once(() => act('refund.handed', ofReturn));
  const again = () => (canOpen ? once(() => act('refund.openDrawer', ofReturn)) : undefined);
  useKeyLayer('screen', { keys: { F6: named(words.drawer, again) }, onEnter: handed });
  const won = ret.cash?.amountWon ?? ret.amountWon;
  return (
    <>
      <Pane label={words.title} className="justify-center gap-5 px-7.5 py-6.5" scrolls>
        <Title>{words.title}</Title>
        <Amount won={won} size="giant" testId="refund-cash" />
        <p className="text-xl">{words.meaning}</p>
        <Live urgent>{`${words.title} ${format.won(won)}`}</Live>
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        <Missing id={id} text={canOpen ? null : drawer} />
        <Button size="large" disabled={busy || !canOpen} onPress={again} describedBy={canOpen ? undefined : id} keyHint="F6" testId="refund-open-drawer">
          {words.drawer}
        </Button>
        <Button kind="primary" size="huge" disabled={busy} onPress={handed} keyHint="Enter" testId="refund-handed" className="num text-[1.3125rem]!">
          {words.yes(format.won(won))}
        </Button>
      </Pane>
    </>
  );
}

/** After a restart nothing that moves money begins by itself: she sees that the customer is there. */
export function AskGoOn({ refund, ret, onLater }: Asked & { readonly onLater: () => void }) {
  const words = useWords(refundWords);
  const format = useFormat();
  const act = useAct();
  const { busy, once } = useOnce();
  const { refundId } = refund;
  const goOn = () => once(() => act('refund.goOn', { refundId }));
  const callOff = () => once(() => act('refund.callOff', { refundId }));
  useKeyLayer('screen', { keys: { Escape: onLater, ...(refund.canCallOff ? { F9: named(words.callOff, callOff) } : {}) }, onEnter: goOn });
  const inCash = ret.kind === 'cash' || ret.instead === 'cash';
  return (
    <>
      <Pane label={words.begun.title} className="gap-5 px-7.5 py-6.5" scrolls>
        <Title>{words.begun.title}</Title>
        <Amount won={ret.amountWon} size="giant" />
        <Trouble code="refund.not-begun" tone="warn" testId="refund-not-begun" />
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        <Button size="large" onPress={onLater} keyHint="Esc" testId="refund-later">
          {words.later}
        </Button>
        {refund.canCallOff ? (
          <>
            <Label>{words.callOffMeaning}</Label>
            <Button kind="danger" size="large" disabled={busy} onPress={callOff} keyHint="F9" testId="refund-call-off">
              {words.callOff}
            </Button>
          </>
        ) : null}
        <Button kind="primary" size="huge" disabled={busy} onPress={goOn} keyHint="Enter" testId="refund-go-on" className="num text-[1.3125rem]!">
          {inCash ? words.begun.cash(format.won(ret.amountWon)) : words.begun.card(format.won(ret.chargedWon))}
        </Button>
      </Pane>
    </>
  );
}

/** Nothing to press but the way out: what the counter is at goes on without anybody. */
export function AtWork({ refund, onLater }: { readonly refund: RefundView; readonly onLater: () => void }) {
  const { work: words, leaveWaiting } = useWords(refundWords);
  useKeyLayer('screen', { keys: { Escape: onLater } });
  const what = refund.stage === 'receipts' ? words.receipts : refund.stage === 'reissuing' ? words.reissue : refund.stage === 'slips' ? words.paper : words.title;
  return (
    <>
      <Pane label={words.title} className="justify-center gap-4 px-7.5 py-6.5">
        <Title>{words.title}</Title>
        <Sweep className="my-1" />
        <b className="text-2xl font-[700]" data-testid="refund-work">
          {what}
        </b>
        <span className="num text-lg text-ink-2" data-testid="refund-since">
          <Since at={refund.at} />
        </span>
        <Live>{what}</Live>
      </Pane>
      <Pane tone="sunk" className="justify-end border-l border-line p-5">
        <Button size="large" onPress={onLater} keyHint="Esc" testId="refund-later">
          {leaveWaiting}
        </Button>
      </Pane>
    </>
  );
}

/** What became of it, and the paper for the customer. */
export function Over({ refund, onLeave }: { readonly refund: RefundView; readonly onLeave: () => void }) {
  const words = useWords(refundWords);
  const again = useWords(receiptCancelWords).reissued;
  const { approval } = useWords(cashierWords).slip;
  const format = useFormat();
  useKeyLayer('screen', { keys: { Escape: onLeave }, onEnter: onLeave });
  const title = words.done.title[refund.restored ? 'restored' : refund.stage === 'called-off' ? 'called-off' : refund.kind];
  const left = refund.receipts.filter(({ outcome }) => outcome === 'queued' || outcome === 'unknown');
  return (
    <>
      <Pane label={title} className="justify-center gap-5 px-7.5 py-6.5" scrolls>
        <Title>{title}</Title>
        <Amount won={refund.givenBackWon} size="giant" tone={refund.givenBackWon === 0 ? 'muted' : 'ok'} testId="refund-over-amount" />
        {refund.reissue === null ? null : (
          <p className="num text-xl" data-testid="refund-reissued" data-outcome={refund.reissue.outcome ?? 'none'}>
            {[words.choose.receipt(refund.reissue.identifierMasked), format.won(refund.reissue.amountWon), ...(refund.reissue.outcome === null ? [] : [again[refund.reissue.outcome]])].join(' · ')}
            {refund.reissue.approvalNumber === null ? null : <span className="block text-lg text-ink-2">{approval(refund.reissue.approvalNumber)}</span>}
          </p>
        )}
        {left.map((receipt) => (
          <p key={receipt.cancelId} className="num rounded-card border-l-4 border-warn-dot bg-warn-soft px-5 py-3 text-lg" data-testid="refund-receipt-later">
            {words.choose.receipt(receipt.identifierMasked)} · {words.side.receiptStanding[receipt.outcome ?? 'waiting']}
          </p>
        ))}
        <PaperLine prints={refund.prints} />
        <Live urgent>{`${title} ${format.won(refund.givenBackWon)}`}</Live>
      </Pane>
      <Pane tone="sunk" className="justify-end border-l border-line p-5">
        <Button kind="primary" size="huge" onPress={onLeave} keyHint="Enter" testId="refund-leave">
          {words.done.leave}
        </Button>
      </Pane>
    </>
  );
}

/** What a machine cannot do and a manager answers for: each with a reason that is kept, and an approval for exactly that sum. */
import { useId, useState } from 'react';
import type { CallRequest } from '../../../contract/calls.ts';
import type { RefundReturnView, RefundView } from '../../../contract/refund.ts';
import { MAX_REASON_LENGTH } from '../../../domain/people/reasons.ts';
import { useClient } from '../../bridge.ts';
import { Field } from '../../setup/field.tsx';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { useKeyLayer } from '../../ui/keys.ts';
import { Missing } from '../../ui/missing.tsx';
import { Pane, Title } from '../../ui/screen.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { missingWords } from '../../words/missing.ts';
import { refundByHandWords } from '../../words/refund-by-hand.ts';
import { refundWords } from '../../words/refund.ts';
import { useApproval } from '../approval/use-approval.tsx';
import { useOnce } from './use-once.ts';
import { useWaysOut, WaysOutButtons } from './ways-out.tsx';

type Decided = { readonly refund: RefundView; readonly ret: RefundReturnView; readonly onLater: () => void };
type What = CallRequest<'refund.decide'>['what'];

const isSaid = (reason: string) => [...reason.trim()].length >= 2;

/** Under a field for a reason: what has to stand there before a manager can be asked. */
const missingIn = (reason: string, words: string): string | null => (isSaid(reason) ? null : words);

/** Asks for the approval of exactly this decision, then decides. */
export function useDecision(refund: RefundView, ret: RefundReturnView) {
  const words = useWords(refundWords);
  const format = useFormat();
  const client = useClient();
  const approval = useApproval();
  const { busy, once } = useOnce();
  const decide = (what: What, text: string, amountWon: number) =>
    once(async () => {
      const reason = text.trim();
      const asked = { act: 'refund', saleId: refund.saleId, amountWon, reason, what: words.ofSale(format.saleNumber(refund.saleNumber)) } as const;
      await approval.run(asked, (approvalId) => client.call('refund.decide', { refundId: refund.refundId, returnId: ret.returnId, what, reason, approvalId }));
    });
  return { decide, busy, dialog: approval.dialog };
}

/** Declined, or stopped: again at the terminal, or another way. */
export function NotCancelled({ refund, ret, onLater }: Decided) {
  const words = useWords(refundWords);
  const byHandWords = useWords(refundByHandWords);
  const format = useFormat();
  const act = useAct();
  const { busy, once } = useOnce();
  const decision = useDecision(refund, ret);
  const [reason, setReason] = useState('');
  const again = () => (ret.canTryAgain ? once(() => act('refund.cancelAgain', { refundId: refund.refundId, returnId: ret.returnId })) : undefined);
  const ways = useWaysOut(refund, ret, onLater);
  useKeyLayer('screen', { keys: ways.keys, onEnter: again });
  const said = isSaid(reason) && !decision.busy;
  const id = useId();
  const lacks = useWords(missingWords);
  const missing = missingIn(reason, lacks.why);
  const noMore = ret.canTryAgain ? null : lacks.cancels;
  const won = format.won(ret.amountWon);
  return (
    <>
      <Pane label={words.notCancelled.title} className="gap-5 px-7.5 py-6.5" scrolls>
        <Title>{words.notCancelled.title}</Title>
        {ret.trouble === null ? null : <Trouble code={ret.trouble} detail={ret.message} testId="refund-trouble" />}
        <p className="text-ink-2" data-testid="refund-cash-meaning">
          {words.notCancelled.cashMeaning}
        </p>
        <Field label={words.why} hint={words.whyHint} value={reason} onChange={setReason} maxLength={MAX_REASON_LENGTH} testId="refund-why" />
        <Missing id={`${id}-why`} text={missing} className="-mt-9" />
        <div className="grid grid-cols-2 gap-2.5">
          <Button size="large" disabled={!said} onPress={() => decision.decide('cash', reason, ret.amountWon)} describedBy={missing === null ? undefined : `${id}-why`} testId="refund-in-cash" className="num break-keep">
            {words.notCancelled.cash(won)}
          </Button>
          <Button size="large" disabled={!said} onPress={() => decision.decide('phone', reason, ret.amountWon)} describedBy={missing === null ? undefined : `${id}-why`} testId="refund-phone-done" className="num break-keep">
            {byHandWords.phone.done(won)}
          </Button>
        </div>
        {decision.dialog}
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        <WaysOutButtons ways={ways} />
        <Missing id={`${id}-again`} text={noMore} />
        <Button kind="primary" size="huge" disabled={busy || !ret.canTryAgain} onPress={again} describedBy={noMore === null ? undefined : `${id}-again`} keyHint="Enter" testId="refund-cancel-again" className="num text-[1.3125rem]!">
          {words.notCancelled.again(format.won(ret.chargedWon))}
        </Button>
      </Pane>
    </>
  );
}

/** Beyond what a terminal can cancel: how it is done, and what proves it. */
export function PhoneCall({ refund, ret, onLater }: Decided) {
  const byHandWords = useWords(refundByHandWords);
  const format = useFormat();
  const decision = useDecision(refund, ret);
  const [note, setNote] = useState('');
  const ways = useWaysOut(refund, ret, onLater);
  const record = () => {
    if (isSaid(note) && !decision.busy) decision.decide('phone', note, ret.amountWon);
  };
  useKeyLayer('screen', { keys: ways.keys, onEnter: record });
  const { card } = ret;
  const id = useId();
  const lacks = useWords(missingWords);
  const missing = missingIn(note, lacks.note);
  return (
    <>
      <Pane label={byHandWords.phone.title} className="gap-5 px-7.5 py-6.5" scrolls>
        <Title>{byHandWords.phone.title}</Title>
        <Trouble code="refund.by-phone-only" tone="warn" testId="refund-by-phone" />
        {card === null ? null : (
          <p className="num flex flex-wrap gap-x-6 gap-y-1 text-xl font-semibold" data-testid="refund-phone-facts">
            {[card.approvalNumber, format.longDay(`${card.tradeDate.slice(0, 4)}-${card.tradeDate.slice(4, 6)}-${card.tradeDate.slice(6, 8)}`), format.won(ret.amountWon), `${card.issuer} ${card.maskedNumber}`].map((fact) => (
              <span key={fact} className="whitespace-nowrap">
                {fact}
              </span>
            ))}
          </p>
        )}
        <ol className="grid list-decimal gap-2 pl-6 text-lg">
          {byHandWords.phone.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Field label={byHandWords.phone.note} hint={byHandWords.phone.noteHint} value={note} onChange={setNote} maxLength={MAX_REASON_LENGTH} testId="refund-phone-note" />
        {decision.dialog}
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        <WaysOutButtons ways={ways} />
        <Missing id={id} text={missing} />
        <Button kind="primary" size="huge" disabled={!isSaid(note) || decision.busy} onPress={record} describedBy={missing === null ? undefined : id} testId="refund-phone-record" className="num text-[1.3125rem]!">
          {byHandWords.phone.done(format.won(ret.amountWon))}
        </Button>
      </Pane>
    </>
  );
}

/** The money is right; the tax office still has the receipt. */
export function NotReceipt({ refund, cancelId, onLater }: { readonly refund: RefundView; readonly cancelId: string; readonly onLater: () => void }) {
  const words = useWords(refundWords);
  const byHandWords = useWords(refundByHandWords);
  const format = useFormat();
  const act = useAct();
  const client = useClient();
  const approval = useApproval();
  const { busy, once } = useOnce();
  const [reason, setReason] = useState('');
  const receipt = refund.receipts.find((each) => each.cancelId === cancelId);
  const { refundId, saleId } = refund;
  const id = useId();
  const lacks = useWords(missingWords);
  const missing = missingIn(reason, lacks.what);
  const again = () => once(() => act('refund.receiptAgain', { refundId, cancelId }));
  // No terminal here can be asked: what a person did is written down.
  const byHand = receipt?.failure?.code === 'refund.receipt-by-hand';
  const leaveIt = () =>
    once(() => {
      const why = reason.trim();
      const asked = { act: 'refund', saleId, amountWon: receipt?.amountWon ?? 0, reason: why, what: words.choose.what(byHandWords.receipt.title, format.saleNumber(refund.saleNumber)) } as const;
      return approval.run(asked, (approvalId) => client.call('refund.receiptLeft', { refundId, cancelId, reason: why, approvalId }));
    });
  useKeyLayer('screen', { keys: { Escape: onLater }, onEnter: () => (byHand ? isSaid(reason) && leaveIt() : again()) });
  return (
    <>
      <Pane label={byHandWords.receipt.title} className="gap-5 px-7.5 py-6.5" scrolls>
        <Title>{byHandWords.receipt.title}</Title>
        <Trouble code={receipt?.failure?.code ?? refund.trouble ?? 'refund.receipt-not-cancelled'} detail={[receipt?.failure?.gatewayCode ?? '', receipt?.failure?.message ?? ''].filter((part) => part !== '').join(' ')} testId="refund-receipt-trouble" />
        <p className="text-ink-2">{byHandWords.receipt.leaveMeaning}</p>
        <Field label={byHandWords.receipt.what} hint={byHandWords.receipt.whatHint} value={reason} onChange={setReason} maxLength={MAX_REASON_LENGTH} testId="refund-why" />
        <Missing id={id} text={missing} className="-mt-9" />
        <Button kind={byHand ? 'primary' : 'plain'} size="large" disabled={busy || !isSaid(reason)} onPress={leaveIt} describedBy={missing === null ? undefined : id} testId="refund-receipt-left" className="self-start">
          {byHandWords.receipt.leave}
        </Button>
        {approval.dialog}
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        <Button size="large" onPress={onLater} keyHint="Esc" testId="refund-later">
          {words.later}
        </Button>
        <Button kind={byHand ? 'plain' : 'primary'} size={byHand ? 'large' : 'huge'} disabled={busy} onPress={again} keyHint={byHand ? undefined : 'Enter'} testId="refund-receipt-again" className={byHand ? '' : 'text-[1.3125rem]!'}>
          {byHandWords.receipt.again}
        </Button>
      </Pane>
    </>
  );
}

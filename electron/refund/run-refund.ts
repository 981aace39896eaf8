/**
 * What a refund's step leads to: each command of the machine is carried out here, and what it asks to begin (`begin-…`) is an event made
 * here, with an id drawn here.
 */
import { firstState } from '../../domain/cash-receipt/machine.ts';
import { installmentRefusal, LUMP_SUM } from '../../domain/card-payment/installments.ts';
import type { RefundCommand } from '../../domain/refund/events.ts';
import { recoverRefund } from '../../domain/refund/machine.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { isRefundOver } from '../../domain/refund/stage.ts';
import { leftWon } from '../../domain/tender/machine.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { newTradeNumber } from '../card-payment/trades.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import type { RefundRun } from './dispatch.ts';
import { dispatch, onRefund } from './dispatch.ts';
import { beginSlips } from './papers.ts';
import { inquireAtTerminal, tradeAtTerminal } from './run-trade.ts';

/** Starts the act and does not wait for it: its outcome is an event of its own. The intent of it is durable by now. */
export function perform(run: RefundRun, refund: Refund, command: RefundCommand): void {
  const { refundId } = refund.intent;
  switch (command.kind) {
    case 'begin-cancel':
    case 'begin-cash':
    case 'begin-rest':
    case 'begin-receipts':
    case 'begin-reissue':
      carryOut(run, refundId, () => onRefund(run, refundId, (now) => begin(run, now, command)));
      return;
    case 'begin-slips':
      carryOut(run, refundId, () => beginSlips(run, refundId));
      return;
    case 'trade':
      if (command.command === 'inquire') carryOut(run, refundId, () => inquireAtTerminal(run, refundId, command.tradeNumber));
      else if (command.command === 'authorise' || command.command === 'cancel') carryOut(run, refundId, () => tradeAtTerminal(run, refundId, command.tradeNumber));
      return;
    case 'open-drawer':
      run.counter.background(run.prints.run(command.jobId));
      return;
    case 'print':
      for (const jobId of command.jobIds) run.counter.background(run.prints.run(jobId));
      return;
    // Each tells how it stands when it is driven (`settled` of the cancels).
    case 'cancel-receipts':
      for (const cancelId of command.cancelIds) carryOut(run, refundId, () => run.cancels.drive(cancelId));
      return;
    // As it stands: after a restart it may have been issued, and is asked about before anything is sent.
    case 'issue-receipt':
      carryOut(run, refundId, () => reissue(run, refundId, command.cashReceiptId));
      return;
    case 'await-sale':
    case 'await-receipts':
    case 'ask-person':
    case 'nothing':
      return;
    default:
      unreachable(command);
  }
}

function carryOut(run: RefundRun, refundId: string, act: () => Promise<unknown>): void {
  run.underWay.set(refundId, (run.underWay.get(refundId) ?? 0) + 1);
  const over = () => {
    const left = (run.underWay.get(refundId) ?? 1) - 1;
    if (left === 0) run.underWay.delete(refundId);
    else run.underWay.set(refundId, left);
  };
  run.counter.background(act().finally(over));
}

type Begin = RefundCommand & { kind: 'begin-cancel' | 'begin-cash' | 'begin-rest' | 'begin-receipts' | 'begin-reissue' };

/** What it asks to begin, with an id of ours; refused where a person was quicker. */
function begin(run: RefundRun, refund: Refund, command: Begin): Promise<Result<null>> {
  const { counter } = run;
  switch (command.kind) {
    case 'begin-cancel':
      return dispatch(run, refund, { type: 'cancel-intended', returnId: command.returnId, tradeNumber: newTradeNumber(counter, refund.intent.saleNumber) });
    case 'begin-cash':
      return dispatch(run, refund, { type: 'cash-out', returnId: command.returnId, drawerJobId: counter.ids.next('p'), at: counter.now().toISOString() });
    case 'begin-rest':
      return chargeRest(run, refund, command.returnId);
    case 'begin-receipts':
      return beginReceipts(run, refund);
    case 'begin-reissue':
      return dispatch(run, refund, { type: 'reissue-begun' }, { actor: null, durable: () => reissueCreated(run, refund) });
    default:
      return unreachable(command);
  }
}

/** The receipts are read first: a cancel is of the sale its receipt is of. */
async function beginReceipts(run: RefundRun, refund: Refund): Promise<Result<null>> {
  await Promise.all(refund.receipts.map(({ intent }) => run.receipts.current(intent.cashReceiptId)));
  return dispatch(run, refund, { type: 'receipts-begun' }, { actor: null });
}

/** The rest of a charge that was cancelled, by as many months where that may still be. */
function chargeRest(run: RefundRun, refund: Refund, returnId: string): Promise<Result<null>> {
  const { counter, rules } = run;
  const ret = refund.returns.find((each) => each.intent.returnId === returnId);
  if (ret?.kind !== 'card' || ret.rest === null) return Promise.resolve(refuse('refund.not-in-this-stage'));
  const amountWon = leftWon(ret.rest.tender);
  const { installmentMonths } = ret.intent.payment.charge;
  const months = installmentRefusal(rules.tender.installments, amountWon, installmentMonths) === null ? installmentMonths : LUMP_SUM;
  const event = { type: 'charge-intended', partId: counter.ids.next('pt'), tradeNumber: newTradeNumber(counter, refund.intent.saleNumber), amountWon, installmentMonths: months } as const;
  return dispatch(run, refund, { type: 'rest-tendered', returnId, event, drawerJobId: null });
}

/** Known from here on, and asked for at a terminal in the drive that follows and in no other; after a restart the journal's own record is driven. */
function reissueCreated({ counter, receipts }: RefundRun, { intent: { saleId, saleNumber }, reissue: right }: Refund): void {
  if (right === null) return;
  const at = counter.now().toISOString();
  receipts.created({ ...right.intent, saleId, saleNumber, state: firstState(right.intent), createdAt: at, updatedAt: at });
}

async function reissue(run: RefundRun, refundId: string, cashReceiptId: string): Promise<void> {
  const outcome = await run.receipts.drive(cashReceiptId);
  await onRefund(run, refundId, (refund) => dispatch(run, refund, { type: 'reissue-settled', outcome }, { actor: null }));
  run.receipts.tellIfFailed(cashReceiptId);
}

/** Where it stands after a restart: its receipts and papers go on by themselves, everything else waits for a person. */
export async function takeUp(run: RefundRun, refund: Refund): Promise<void> {
  const found = recoverRefund(refund, run.rules);
  if ('type' in found) await onRefund(run, refund.intent.refundId, (now) => dispatch(run, now, found, { actor: null }));
  else perform(run, refund, found);
}

/**
 * An outcome that could not be written (a full disk, say) leaves the refund where it was, with nobody at work on it. What the terminal
 * said is known and written now; anything else is taken up as after a restart.
 */
export function resume(run: RefundRun): void {
  for (const [tradeNumber, { refundId, event }] of run.unwritten) {
    if (run.underWay.has(refundId)) continue;
    carryOut(run, refundId, async () => {
      const told = await onRefund(run, refundId, (refund) => dispatch(run, refund, { type: 'traded', tradeNumber, event }, { actor: null }));
      if (told.ok) run.unwritten.delete(tradeNumber);
    });
  }
  for (const refund of run.known.values()) {
    const { refundId } = refund.intent;
    if (run.underWay.has(refundId) || isRefundOver(refund)) continue;
    const found = recoverRefund(refund, run.rules);
    const byItself = 'type' in found || found.kind === 'begin-receipts' || (found.kind === 'begin-reissue' && !found.atTerminal) || found.kind === 'begin-slips' || found.kind === 'cancel-receipts' || found.kind === 'issue-receipt' || (found.kind === 'trade' && found.command === 'inquire');
    if (byItself) carryOut(run, refundId, () => takeUp(run, refund));
  }
}


/** The papers of a refund: its own negative slip, one for each charge made anew, and the receipt that takes a wrong one's place. */
import type { CashReceiptRecord } from '../../db/journal.ts';
import { approvalOf } from '../../domain/card-payment/machine.ts';
import { numberAtTerminal } from '../../domain/cash-receipt/at-terminal.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { CardReturn } from '../../domain/refund/card-return.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { isOver } from '../../domain/refund/refund.ts';
import { stageOf } from '../../domain/refund/stage.ts';
import { signatureNeed } from '../../domain/signature/rule.ts';
import { cardSlip } from '../../domain/slip/card.ts';
import type { SlipDocument } from '../../domain/slip/document.ts';
import type { SlipHead } from '../../domain/slip/receipt.ts';
import { cashReceiptSlip, slipCashReceipt } from '../../domain/slip/receipt.ts';
import type { SlipReceiptCancel } from '../../domain/slip/refund.ts';
import { refundSlip } from '../../domain/slip/refund.ts';
import type { CardPart } from '../../domain/tender/machine.ts';
import { standingOf } from '../../domain/tender/machine.ts';
import { outcomeOfCancel } from '../cash-receipt/cancel-work.ts';
import type { Counter } from '../counter.ts';
import { entry } from '../counter.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import { NONE } from '../settings.ts';
import { signatureRule } from '../signature/settings.ts';
import type { RefundRun } from './dispatch.ts';
import { dispatch, find, onRefund } from './dispatch.ts';

/** The papers are read off what is durable by then; a refund that moved on meanwhile asks again. */
export async function beginSlips(run: RefundRun, refundId: string): Promise<Result<null>> {
  const refund = await find(run, refundId);
  if (refund === null) return refuse('refund.unknown');
  const documents = run.counter.settings.printer.address === NONE ? [] : await documentsOf(run, refund);
  return onRefund(run, refundId, async (now) => {
    if (now !== refund || stageOf(now) !== 'slips') return refuse('refund.not-in-this-stage');
    const jobs = documents.map((document) => ({ jobId: run.counter.ids.next('p'), document }));
    const rows = jobs.map(({ jobId, document }): JournalEntry => entry(run.counter, { kind: 'print.queued', payload: { jobId, job: { kind: 'slip', document, copyKind: 'customer', copyNumber: 1 }, reason: 'refund' } }, now.intent.saleId));
    return dispatch(run, now, { type: 'slips-queued', jobIds: jobs.map(({ jobId }) => jobId) }, { actor: null, after: rows });
  });
}

/** Each return stands on the paper that came out after it was over. */
async function documentsOf(run: RefundRun, refund: Refund): Promise<readonly SlipDocument[]> {
  const { counter } = run;
  const sale = await counter.journal.sale(refund.intent.saleId);
  if (sale?.state === null || sale?.state === undefined || !('payment' in sale.state)) throw new Error(`refund ${refund.intent.refundId} is of a sale that was never paid`);
  const covered = refund.slips.flatMap((slip) => slip.covers);
  const returns = refund.returns.filter((ret) => isOver(ret) && !covered.includes(ret.intent.returnId));
  const head = headOf(counter, refund);
  const taken = refund.exchange === null ? null : await counter.journal.sale(refund.exchange.saleId);
  const own = refundSlip({ ...head, takenSaleNumber: taken?.saleNumber ?? null, refund, cart: sale.state.payment.cart, covers: returns.map((ret) => ret.intent.returnId), first: refund.slips.length === 0, receipts: await receiptCancels(run, refund) });
  const charges = returns.flatMap((ret) => (ret.kind === 'card' ? chargesOf(ret).flatMap((part) => chargePaper(counter, head, part)) : []));
  return [own, ...charges, ...(await reissued(run, refund, head))];
}

function headOf({ settings: { shop, mode } }: Counter, { intent }: Refund): SlipHead {
  return { shop, practice: mode === 'practice', copyKind: 'customer', saleNumber: intent.saleNumber };
}

function chargesOf({ rest }: CardReturn): readonly CardPart[] {
  return (rest?.tender.parts ?? []).flatMap((part) => (part.kind === 'card' && standingOf(part) === 'taken' ? [part] : []));
}

function chargePaper({ settings, now }: Counter, head: SlipHead, { charge }: CardPart): SlipDocument[] {
  const approval = approvalOf(charge.state);
  if (approval === null) return [];
  const { amounts, installmentMonths } = charge.intent;
  const need = signatureNeed(signatureRule(settings.signature), amounts.totalWon, approval.signedAtTerminal);
  const signature = need === 'not-needed' ? ({ kind: 'not-needed' } as const) : need === 'terminal' ? ({ kind: 'at-terminal' } as const) : ({ kind: 'on-slip' } as const);
  // Paper of the refund: another than the sale's own.
  return [{ ...cardSlip({ ...head, askedAt: now().toISOString(), trade: { kind: 'charge' }, amounts, installmentMonths, approval, signature, cart: null, saleTotalWon: null }), kind: 'refund' }];
}

async function receiptCancels(run: RefundRun, refund: Refund): Promise<readonly SlipReceiptCancel[]> {
  const found = await Promise.all(
    refund.receipts.filter((receipt) => receipt.begun).map(async ({ intent }): Promise<SlipReceiptCancel | null> => {
      const [cancel, original] = await Promise.all([run.cancels.current(intent.cancelId), run.receipts.current(intent.cashReceiptId)]);
      return cancel === null || original === null ? null : { identifierMasked: original.identifierMasked || numberAtTerminal(original.state), amountWon: intent.amounts.totalWon, original: issueOf(original), standing: standingOfCancel(cancel) };
    }),
  );
  return found.filter((each) => each !== null);
}

function issueOf({ state }: CashReceiptRecord): SlipReceiptCancel['original'] {
  return 'approvalNumber' in state ? { approvalNumber: state.approvalNumber, tradeDate: state.tradeDate } : null;
}

function standingOfCancel(cancel: Parameters<typeof outcomeOfCancel>[0]): SlipReceiptCancel['standing'] {
  const { state } = cancel;
  if (state.name === 'issued' || state.name === 'confirmed' || state.name === 'issued-at-terminal') return { name: 'cancelled', approvalNumber: state.approvalNumber, tradeDt: state.tradeDt };
  const outcome = outcomeOfCancel(cancel);
  return { name: outcome === 'unknown' || outcome === 'unproven' ? 'in-doubt' : outcome === 'failed' ? 'failed' : 'pending' };
}

async function reissued(run: RefundRun, refund: Refund, head: SlipHead): Promise<readonly SlipDocument[]> {
  const { reissue } = refund;
  const receipt = reissue?.begun === true ? await run.receipts.current(reissue.intent.cashReceiptId) : null;
  const shown = receipt === null ? null : slipCashReceipt(receipt.state, receipt);
  return receipt === null || shown === null ? [] : [{ ...cashReceiptSlip({ ...head, paidAt: receipt.paidAt, amounts: receipt.amounts, cashReceipt: shown }), kind: 'refund' }];
}

/** The cancels of cash receipts that are not through: in the queue, in doubt, or refused and nobody has seen to it. */
import type { CallAnswer } from '../../contract/calls.ts';
import type { WaitingCancelView } from '../../contract/ledger.ts';
import type { ReceiptCancelRecord } from '../../db/journal.ts';
import { isReceiptSettled } from '../../domain/refund/refund.ts';
import type { Counter } from '../counter.ts';
import type { Refunds } from '../refund/refunds.ts';

/** More than a counter can sensibly have; the list says when there are more. */
const LIMIT = 200;

export async function waitingCancels({ journal }: Counter, refunds: Pick<Refunds, 'open'>): Promise<CallAnswer<'ledger.cancels'>> {
  const found = await journal.receiptCancelsIn(['waiting', 'queued', 'requested', 'unknown', 'at-terminal'], { limit: LIMIT + 1 });
  const waiting = found.slice(0, LIMIT);
  const failed = await failedOf(journal, refunds);
  const all = [...waiting, ...failed].toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).slice(0, LIMIT);
  const views = await Promise.all(all.map((cancel) => viewOf(journal, cancel)));
  return { cancels: views, more: found.length > LIMIT };
}

/** Those of open refunds that were refused, and nobody has said what is done about it. */
async function failedOf(journal: Counter['journal'], refunds: Pick<Refunds, 'open'>): Promise<readonly ReceiptCancelRecord[]> {
  const ids = refunds.open().flatMap((refund) => refund.receipts.filter((receipt) => receipt.outcome === 'failed' && !isReceiptSettled(receipt, refund.intent.kind)).map(({ intent }) => intent.cancelId));
  const found = await Promise.all(ids.slice(0, LIMIT).map((cancelId) => journal.receiptCancel(cancelId)));
  return found.filter((cancel) => cancel !== null);
}

async function viewOf(journal: Counter['journal'], { intent, state, refundId, saleId, saleNumber, createdAt, updatedAt }: ReceiptCancelRecord): Promise<WaitingCancelView> {
  const [receipt, refund] = await Promise.all([journal.cashReceipt(intent.cashReceiptId), journal.refund(refundId)]);
  return {
    cancelId: intent.cancelId,
    refundId,
    saleId,
    saleNumber,
    identifierMasked: receipt?.identifierMasked ?? '',
    amountWon: intent.amounts.totalWon,
    reason: intent.reason,
    refundKind: refund?.refund.intent.kind ?? 'refund',
    since: createdAt,
    lastAt: updatedAt,
    attempts: 'attempts' in state ? state.attempts : 0,
    ...waitsFor(state),
  };
}

function waitsFor(state: ReceiptCancelRecord['state']): Pick<WaitingCancelView, 'waitsFor' | 'detail'> {
  switch (state.name) {
    case 'waiting':
      return { waitsFor: 'original', detail: '' };
    case 'failed':
      return { waitsFor: 'failed', detail: [state.refusal.gatewayCode ?? '', state.refusal.message].filter((part) => part !== '').join(' ') };
    case 'rejected':
      return { waitsFor: 'failed', detail: `${state.ntsCode} ${state.ntsMessage}`.trim() };
    case 'at-terminal':
      return { waitsFor: 'terminal', detail: 'detail' in state.trade.state ? state.trade.state.detail : '' };
    case 'queued':
      return { waitsFor: 'line', detail: state.why };
    default:
      return { waitsFor: 'answer', detail: 'why' in state ? state.why : '' };
  }
}

/**
 * One cash receipt, from the intent to what the tax office says (rules of the counter, §3).
 *
 *   created ─▶ queued ──sending──▶ requested ──issued────▶ issued ──▶ confirmed | rejected
 *                ▲ ▲                 │  │  │                  └──▶ partly-cancelled ──▶ cancelled
 *                │ └unreachable/put-off  │  └──refused──▶ failed (first attempt) | unknown (a later one)
 *                │                   unclear                         ▲
 *                │                      ▼                            │
 *                └──────absent──────  unknown ──absent, refused──────┘
 *                                       └─────found──▶ issued
 *
 * The gateway key (`mgtKey`) is fixed when the receipt is created and is the same in every attempt, so that
 * "already exists" is a success and a lost answer is found again by asking. Nothing is sent twice without asking in between:
 * the only ways back to `queued` are "nothing reached the gateway" and "the gateway says it has no such receipt".
 * A refusal speaks of one attempt: after an earlier attempt was lost it proves nothing about that one, so it is asked about too.
 *
 * One that the card terminal issues has states of its own, drawn in at-terminal.ts: no queue and no gateway ever takes it up.
 */
import type { TradeEvent } from '../card-payment/machine.ts';
import type { FailureCode } from '../failure.ts';
import type { TaxBreakdown } from '../tax.ts';
import { unreachable } from '../unreachable.ts';
import type { ReceiptTrade } from './at-terminal.ts';
import { newReceiptAtTerminal, receiptAfter } from './at-terminal.ts';

export type CashReceiptRefusal = { readonly failure: FailureCode; readonly gatewayCode: number | null; readonly message: string };
export type Issue = { readonly approvalNumber: string; readonly tradeDate: string; readonly tradeDt: string };

/** Why the gateway takes nothing now: its own outage, or the shop's membership, credentials, points. Nobody's receipt is lost over either. */
export type PutOffCause = 'system' | 'merchant-data';

export type CashReceiptState =
  /** Nothing is at the gateway. It is sent when the gateway can be reached. */
  | { readonly name: 'queued'; readonly attempts: number; readonly why: 'new' | 'unreachable' | 'absent' | PutOffCause }
  /** The intent is durable and bytes may have left. */
  | { readonly name: 'requested'; readonly attempts: number }
  /** The answer was lost. `refusal` is there when the gateway said no in words that may also mean "exists already". */
  | { readonly name: 'unknown'; readonly attempts: number; readonly why: string; readonly refusal: CashReceiptRefusal | null }
  | ({ readonly name: 'issued' } & Issue)
  | ({ readonly name: 'confirmed' } & Issue)
  | ({ readonly name: 'rejected'; readonly ntsCode: string; readonly ntsMessage: string } & Issue)
  /** `trade`: it was the terminal's. */
  | { readonly name: 'failed'; readonly refusal: CashReceiptRefusal; readonly trade?: ReceiptTrade }
  /** Asked of the card terminal, or about to be: its trade says how it stands there. */
  | { readonly name: 'at-terminal'; readonly trade: ReceiptTrade }
  /** The terminal's operator hands it to the tax office: no more is heard of it here. */
  | ({ readonly name: 'issued-at-terminal'; readonly trade: ReceiptTrade } & Issue)
  | ({ readonly name: 'partly-cancelled'; readonly cancelledWon: number } & Issue)
  | ({ readonly name: 'cancelled'; readonly cancelApprovalNumber: string } & Issue);

export type CashReceiptEvent =
  | { readonly type: 'sending'; readonly tradeDt: string | null }
  | ({ readonly type: 'issued' } & Issue)
  | { readonly type: 'refused'; readonly refusal: CashReceiptRefusal }
  | { readonly type: 'unreachable'; readonly why: string }
  /** It answered, took nothing, and will take it once the cause is mended. */
  | { readonly type: 'put-off'; readonly cause: PutOffCause; readonly message: string }
  | { readonly type: 'unclear'; readonly why: string; readonly refusal: CashReceiptRefusal | null }
  | ({ readonly type: 'found' } & Issue)
  | { readonly type: 'absent' }
  /** What became of its trade at the card terminal. */
  | { readonly type: 'traded'; readonly event: TradeEvent }
  | { readonly type: 'nts-confirmed' }
  | { readonly type: 'nts-rejected'; readonly ntsCode: string; readonly ntsMessage: string }
  | { readonly type: 'cancelled'; readonly cancelApprovalNumber: string; readonly cancelledWon: number; readonly whole: boolean };

export type CashReceiptCommand = 'send' | 'await-answer' | 'inquire' | 'watch' | 'nothing';

export type CashReceiptStep =
  | { readonly ok: true; readonly state: CashReceiptState; readonly command: CashReceiptCommand }
  | { readonly ok: false; readonly state: CashReceiptState };

export const NEW_CASH_RECEIPT: CashReceiptState = { name: 'queued', attempts: 0, why: 'new' };

/** Where a receipt begins, by the way its intent names. The key is the gateway's, or the number of the terminal's trade. */
export function firstState({ way, mgtKey, amounts }: { readonly way?: 'terminal'; readonly mgtKey: string; readonly amounts: TaxBreakdown }): CashReceiptState {
  return way === 'terminal' ? newReceiptAtTerminal(mgtKey, amounts) : NEW_CASH_RECEIPT;
}

/** Total: an event that does not fit the state is refused and changes nothing. */
export function stepCashReceipt(state: CashReceiptState, event: CashReceiptEvent): CashReceiptStep {
  const next = transition(state, event);
  return next === null ? { ok: false, state } : { ok: true, state: next, command: commandFor(next) };
}

/**
 * What to do with a receipt found in this state, at any time and after a restart. A request under way at a crash is asked about;
 * the answer, `found` or `absent`, fits `requested` as it does `unknown`.
 */
export function recoverCashReceipt(state: CashReceiptState): CashReceiptCommand {
  return state.name === 'requested' ? 'inquire' : commandFor(state);
}

function commandFor(state: CashReceiptState): CashReceiptCommand {
  switch (state.name) {
    case 'queued':
      return 'send';
    case 'requested':
      return 'await-answer';
    case 'unknown':
      return 'inquire';
    case 'issued':
      return 'watch';
    case 'at-terminal':
    case 'issued-at-terminal':
    case 'confirmed':
    case 'rejected':
    case 'failed':
    case 'partly-cancelled':
    case 'cancelled':
      return 'nothing';
    default:
      return unreachable(state);
  }
}

function transition(state: CashReceiptState, event: CashReceiptEvent): CashReceiptState | null {
  switch (event.type) {
    case 'sending':
      return state.name === 'queued' ? { name: 'requested', attempts: state.attempts + 1 } : null;
    case 'issued':
      return state.name === 'requested' ? { name: 'issued', ...issueOf(event) } : null;
    case 'refused':
      if (state.name !== 'requested') return null;
      if (state.attempts === 1) return { name: 'failed', refusal: event.refusal };
      return { name: 'unknown', attempts: state.attempts, why: 'refused after an earlier attempt', refusal: event.refusal };
    case 'unreachable':
      return state.name === 'requested' ? { name: 'queued', attempts: state.attempts, why: 'unreachable' } : null;
    case 'put-off':
      return state.name === 'requested' ? { name: 'queued', attempts: state.attempts, why: event.cause } : null;
    case 'unclear':
      if (state.name !== 'requested') return null;
      return { name: 'unknown', attempts: state.attempts, why: event.why, refusal: event.refusal };
    case 'found':
      return state.name === 'unknown' || state.name === 'requested' ? { name: 'issued', ...issueOf(event) } : null;
    case 'absent':
      if (state.name === 'unknown' && state.refusal !== null) return { name: 'failed', refusal: state.refusal };
      return state.name === 'unknown' || state.name === 'requested' ? { name: 'queued', attempts: state.attempts, why: 'absent' } : null;
    case 'traded':
      return receiptAfter(state, event.event);
    case 'nts-confirmed':
      return state.name === 'issued' ? { name: 'confirmed', ...issueOf(state) } : null;
    case 'nts-rejected':
      return state.name === 'issued' ? { name: 'rejected', ...issueOf(state), ntsCode: event.ntsCode, ntsMessage: event.ntsMessage } : null;
    case 'cancelled':
      return cancelled(state, event);
    default:
      return unreachable(event);
  }
}

function cancelled(state: CashReceiptState, event: CashReceiptEvent & { type: 'cancelled' }): CashReceiptState | null {
  if (state.name !== 'issued' && state.name !== 'issued-at-terminal' && state.name !== 'confirmed' && state.name !== 'partly-cancelled') return null;
  if (event.whole) return { name: 'cancelled', ...issueOf(state), cancelApprovalNumber: event.cancelApprovalNumber };
  const before = state.name === 'partly-cancelled' ? state.cancelledWon : 0;
  return { name: 'partly-cancelled', ...issueOf(state), cancelledWon: before + event.cancelledWon };
}

function issueOf(from: Issue): Issue {
  return { approvalNumber: from.approvalNumber, tradeDate: from.tradeDate, tradeDt: from.tradeDt };
}

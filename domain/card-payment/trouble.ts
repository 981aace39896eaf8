/** What to say of a card trade as it stands: a code of the catalogue, whose words name the money and the next act; null: nothing is wrong. */
import type { FailureCode } from '../failure.ts';
import { unreachable } from '../unreachable.ts';
import type { NotSentCause, StoppedOutcome, TradeCheck } from './approval.ts';
import type { Trade } from './machine.ts';

const NOT_SENT = {
  invalid: 'card.request-invalid',
  'not-supported': 'card.not-supported',
  unreachable: 'card.unreachable',
  silent: 'card.silent',
  busy: 'card.busy',
  closed: 'card.closed',
  restart: 'card.not-asked',
} as const satisfies Record<NotSentCause, FailureCode>;

const STOPPED = {
  customer: 'card.stopped-by-customer',
  counter: 'card.stopped-by-counter',
  time: 'card.timed-out',
} as const satisfies Record<StoppedOutcome['by'], FailureCode>;

const CHECKS = { 'not-closed': 'card.not-closed', 'displayed-text': 'card.displayed-text' } as const satisfies Record<TradeCheck, FailureCode>;

export function troubleOf(trade: Trade): FailureCode | null {
  const { state } = trade;
  const cancel = trade.intent.kind === 'cancel';
  switch (state.name) {
    case 'intended':
    case 'asked':
    case 'inquiring':
    case 'not-approved':
      return null;
    case 'approved': {
      const [check] = state.checks;
      return check === undefined ? null : CHECKS[check];
    }
    case 'declined':
      return cancel ? 'card.cancel-declined' : 'card.declined';
    case 'stopped':
      return cancel ? 'card.cancel-not-done' : STOPPED[state.by];
    case 'not-sent':
      return cancel ? 'card.cancel-not-done' : NOT_SENT[state.cause];
    case 'unknown':
      if (cancel) return 'card.cancel-unknown';
      return state.inquiries === 0 ? 'card.unknown' : 'card.unknown-at-terminal';
    case 'surfaced':
      return cancel ? null : 'card.surfaced';
    default:
      return unreachable(state);
  }
}

/** What a refund asks for: after an event, as it stands, and after a restart (machine.ts). */
import type { TradeCommand } from '../card-payment/machine.ts';
import { commandFor, isOpen } from '../card-payment/machine.ts';
import { unreachable } from '../unreachable.ts';
import type { Ask, RefundCommand, RefundEvent, RefundRules } from './events.ts';
import type { Refund, Reissue, Return } from './refund.ts';
import { isReceiptSettled, standingOfReturn } from './refund.ts';
import { isAside, nextOf, tradesOf, uncovered } from './stage.ts';

const NOTHING: RefundCommand = { kind: 'nothing' };

/** What wants a person at the counter: the drawer, a card, the terminal. */
export type Begin = RefundCommand & ({ kind: 'begin-cancel' | 'begin-cash' | 'begin-rest' } | { kind: 'begin-reissue'; atTerminal: true });

export function begins(command: RefundCommand): command is Begin {
  if (command.kind === 'begin-reissue') return command.atTerminal;
  return command.kind === 'begin-cancel' || command.kind === 'begin-cash' || command.kind === 'begin-rest';
}

export function askToBegin(command: Begin): RefundCommand {
  if (command.kind === 'begin-reissue') return { kind: 'ask-person', ask: 'go-on', id: command.cashReceiptId };
  return { kind: 'ask-person', ask: command.kind === 'begin-rest' ? 'rest' : 'go-on', id: command.returnId };
}

/** What comes late, or after a restart, may find nobody at the counter: no drawer opens and no terminal calls for a card over it. */
export function isAtTheCounter(before: Refund, event: RefundEvent): boolean {
  if (event.type !== 'traded') return true;
  const ret = before.returns.find((each) => tradesOf(each).some((trade) => trade.intent.tradeNumber === event.tradeNumber));
  const heard = event.event.type === 'answered' || event.event.type === 'settled';
  return heard && before.calledOff === null && ret !== undefined && !isAside(ret);
}

export function commandAfter(refund: Refund, event: RefundEvent, rules: RefundRules): RefundCommand {
  const tradeNumber = tradeNumberOf(event);
  const trade = refund.returns.flatMap(tradesOf).find((each) => each.intent.tradeNumber === tradeNumber);
  if (tradeNumber !== null && trade !== undefined && isOpen(trade.state)) return askOrObey(tradeNumber, commandFor(trade, rules.tender.trade));
  switch (event.type) {
    case 'cash-out':
    case 'drawer-again':
      return { kind: 'open-drawer', jobId: event.drawerJobId };
    case 'rest-tendered':
      return event.drawerJobId === null ? commandOf(refund, rules) : { kind: 'open-drawer', jobId: event.drawerJobId };
    case 'slips-queued':
      return event.jobIds.length === 0 ? commandOf(refund, rules) : { kind: 'print', jobIds: event.jobIds };
    default:
      return commandOf(refund, rules);
  }
}

export function tradeNumberOf(event: RefundEvent): string | null {
  if (event.type === 'traded' || event.type === 'cancel-intended') return event.tradeNumber;
  return event.type === 'rest-tendered' && 'tradeNumber' in event.event ? event.event.tradeNumber : null;
}

export function askOrObey(tradeNumber: string, command: TradeCommand): RefundCommand {
  return command === 'ask-person' ? { kind: 'ask-person', ask: 'trade-unknown', id: tradeNumber } : { kind: 'trade', tradeNumber, command };
}

/** What the refund asks for as it stands, with nothing just done. */
export function commandOf(refund: Refund, rules: RefundRules): RefundCommand {
  const { stage, ret } = nextOf(refund);
  switch (stage) {
    case 'exchanging':
      return { kind: 'await-sale' };
    case 'giving-back':
      return ret === null ? NOTHING : commandOfReturn(ret, rules);
    case 'receipts':
      return commandOfReceipts(refund);
    case 'reissuing':
      return refund.reissue === null ? NOTHING : commandOfReissue(refund.reissue);
    case 'by-phone':
    case 'aside':
      return ret === null ? NOTHING : { kind: 'ask-person', ask: stage === 'aside' ? 'aside' : 'phone', id: ret.intent.returnId };
    case 'slips':
      return { kind: 'begin-slips', covers: uncovered(refund) };
    case 'done':
    case 'called-off':
      return NOTHING;
    default:
      return unreachable(stage);
  }
}

function commandOfReturn(ret: Return, rules: RefundRules): RefundCommand {
  const { returnId } = ret.intent;
  const ask = (about: Ask): RefundCommand => ({ kind: 'ask-person', ask: about, id: returnId });
  const open = tradesOf(ret).find((trade) => isOpen(trade.state));
  if (open !== undefined) return askOrObey(open.intent.tradeNumber, commandFor(open, rules.tender.trade));
  const standing = standingOfReturn(ret);
  switch (standing) {
    case 'waiting':
      return { kind: ret.kind === 'cash' ? 'begin-cash' : 'begin-cancel', returnId };
    case 'cash-decided':
      return { kind: 'begin-cash', returnId };
    case 'handing-out':
      return ask('handed');
    case 'not-cancelled':
      return ask('not-cancelled');
    case 'rest-due':
      return ret.kind === 'card' && ret.rest?.owed === 'rest' && ret.rest.tender.parts.length === 0 ? { kind: 'begin-rest', returnId } : ask('rest');
    case 'rest-surplus':
      return ask('rest');
    case 'cancelling':
    case 'cancel-unknown':
    case 'rest-asked':
    case 'rest-unknown':
    case 'returned':
    case 'restored':
      return NOTHING;
    default:
      return unreachable(standing);
  }
}

function commandOfReissue({ intent, begun }: Reissue): RefundCommand {
  const { cashReceiptId } = intent;
  return begun ? { kind: 'issue-receipt', cashReceiptId } : { kind: 'begin-reissue', cashReceiptId, atTerminal: intent.way === 'terminal' };
}

function commandOfReceipts({ receipts, intent }: Refund): RefundCommand {
  if (receipts.some((receipt) => !receipt.begun)) return { kind: 'begin-receipts' };
  const open = receipts.filter((receipt) => !isReceiptSettled(receipt, intent.kind));
  const failed = open.find((receipt) => receipt.outcome === 'failed');
  if (failed !== undefined) return { kind: 'ask-person', ask: 'receipt', id: failed.intent.cancelId };
  const unproven = open.find((receipt) => receipt.outcome === 'unproven');
  if (unproven !== undefined) return { kind: 'ask-person', ask: 'receipt-unknown', id: unproven.intent.cancelId };
  const toDrive = open.filter((receipt) => receipt.outcome === null).map((receipt) => receipt.intent.cancelId);
  return toDrive.length === 0 ? { kind: 'await-receipts' } : { kind: 'cancel-receipts', cancelIds: toDrive };
}


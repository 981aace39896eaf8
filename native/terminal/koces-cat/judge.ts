/**
 * What a result of a KOCES CAT proves. Approved is 0000 with an approval number and nothing else; declined is a code nobody calls normal.
 * What lies between is unknown: it claims success and does not prove it.
 */
import type { Values } from '../../wire/layout.ts';
import type { Approval, TradeOutcome, TradeRequest } from '../port.ts';
import { requestOf } from './request.ts';

const SUCCESS = '0000';
/** A comment of the vendor's calls these normal too; what they mean is written nowhere. */
const MAYBE_SUCCESS: ReadonlySet<string> = new Set([SUCCESS, '0001', '0002', '9901', '']);

export function isCatSuccess(values: Values): boolean {
  return text(values, 'reply') === SUCCESS && /[^0]/.test(text(values, 'authNo'));
}

export type Belonging =
  | 'ours'
  /** Another trade's: real, to be confirmed and kept, and no answer to ours. */
  | 'foreign'
  /** Of another kind than was asked: never confirmed. */
  | 'mismatched';

/** Whose result it is. Without an echo of our number only its kind and its sums can speak. */
export function belongingOf(request: TradeRequest, code: string, values: Values): Belonging {
  const asked = requestOf(request);
  if (code !== asked.code) return 'mismatched';
  const echo = text(values, 'merchantData');
  if (echo !== '') return echo === request.tradeNumber ? 'ours' : 'foreign';
  const cancels = text(values, 'orgDate') !== '';
  if (text(values, 'reply') === SUCCESS && cancels !== 'original' in request) return 'foreign';
  const originalNumber = text(values, 'orgAuthNo');
  if ('original' in request && originalNumber !== '' && originalNumber !== request.original.approvalNumber) return 'foreign';
  // Whether the result repeats the total or the net sum is not settled: either is ours, anything else is not. Refusals may carry none.
  const said = Number(values['totalAmount'] ?? 0);
  const possible = 'amounts' in request ? [request.amounts.totalWon, asked.values['amount']] : [request.totalWon];
  return said === 0 || possible.includes(said) ? 'ours' : 'foreign';
}

/** Of a result that is ours. */
export function judge(request: TradeRequest, values: Values): Extract<TradeOutcome, { state: 'approved' | 'declined' | 'unknown' }> {
  const code = text(values, 'reply');
  if (!MAYBE_SUCCESS.has(code)) return { state: 'declined', by: 'issuer', code, message: text(values, 'message') };
  const doubt = (detail: string): TradeOutcome & { state: 'unknown' } => ({ state: 'unknown', reason: 'contradictory-answer', detail, claimed: approvalOf(values) });
  if (code !== SUCCESS) return doubt(code === '' ? 'the result has no reply code' : `reply code ${code}: some call it normal, nobody says what it means`);
  if (!isCatSuccess(values)) return doubt('the reply code is 0000, and the approval number is missing or zero');
  const cancels = text(values, 'orgDate') !== '';
  if (cancels !== 'original' in request) return doubt(cancels ? 'asked for an approval, and a cancel was done' : 'asked for a cancel, and the result names no original date');
  if ('original' in request && text(values, 'orgAuthNo') !== request.original.approvalNumber) return doubt('it is not the trade that was to be cancelled');
  return { state: 'approved', approval: approvalOf(values), checks: [] };
}

const CARD_KINDS: Readonly<Record<string, Approval['cardKind']>> = { '': 'credit', '1': 'credit', '2': 'check', '3': 'gift', '4': 'other' };

export function approvalOf(values: Values): Approval {
  const at = text(values, 'dateTime');
  const months = text(values, 'installment');
  return {
    approvalNumber: text(values, 'authNo'),
    tradedAt: /^\d{14}$/.test(at) ? at : '',
    cancels: text(values, 'orgDate') !== '',
    // One digit wider than in the request, and whether it is total or net is not settled: the journal knows what was asked.
    totalWon: undefined,
    installmentMonths: /^\d{2}$/.test(months) ? Number(months) : 0,
    maskedNumber: text(values, 'card'),
    issuer: { code: text(values, 'issuerCode'), name: text(values, 'issuer') },
    acquirer: { code: text(values, 'acquirerCode'), name: text(values, 'acquirer') },
    merchantNumber: text(values, 'merchantNo'),
    terminalId: text(values, 'tid'),
    vanNumber: text(values, 'kocesNo'),
    cardKind: CARD_KINDS[text(values, 'cardKind')],
    message: text(values, 'message'),
    notices: [text(values, 'slipKindName')].filter((notice) => notice !== ''),
    signedAtTerminal: undefined,
    signatureBmpHex: undefined,
  };
}

function text(values: Values, name: string): string {
  return String(values[name] ?? '').trim();
}

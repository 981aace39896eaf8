/**
 * What an answer of an ED-721 proves. An RCD of 00 says that an answer came, not that money moved: all of R04, R09, S01, S23, S10, R19 and
 * for a cancel S12 must agree with the request.
 */
import type { Approval, Check, TradeOutcome, TradeRequest } from '../port.ts';
import type { Pairs } from './codec.ts';

export const KINDS_ASKED = ['D1', 'D4', 'D2', 'B1', 'B2', 'LA', 'CL'] as const;
type Asked = (typeof KINDS_ASKED)[number];

/** A magnetic card is done as it was asked, a chip as I instead of D. */
const DONE_AS: Readonly<Record<TradeRequest['kind'], readonly string[]>> = {
  'card-authorise': ['D1', 'I1'],
  'card-cancel': ['D4', 'I4', 'D2', 'I2'],
  'cash-receipt-issue': ['B1'],
  'cash-receipt-cancel': ['B2'],
};
const ALL_DONE: ReadonlySet<string> = new Set(Object.values(DONE_AS).flat());
const VOID_MARK = '효력없음';
/** The bound of the field report; the terminal itself takes anything and begins a dialogue. */
export const MAX_TOTAL_WON = 99_999_999;

/** Why a terminal must not be sent this; undefined when it may. */
export function faultOfRequest(pairs: Pairs): string | undefined {
  const kind = pairs['S01'];
  const asked = KINDS_ASKED.find((name) => name === kind);
  if (asked === undefined) return kind === undefined ? 'S01 is missing' : `S01 must be one of ${KINDS_ASKED.join(', ')}`;
  const version = pairs['S00'];
  if (version !== undefined && version !== '001' && version !== '002') return 'S00 must be 001 or 002';
  const number = pairs['S23'];
  if (number === undefined && version === '002') return 'S23 is missing';
  if (number !== undefined && !/^[\x21-\x3a\x3c\x3e-\x7e]{1,20}$/.test(number)) return 'S23 must be 1 to 20 characters without blank, ";" and "="';
  return movesMoney(asked) ? faultOfSums(asked, pairs) : undefined;
}

function movesMoney(asked: Asked): boolean {
  return asked !== 'LA' && asked !== 'CL';
}

function faultOfSums(asked: Asked, pairs: Pairs): string | undefined {
  const total = pairs['S10'];
  if (total === undefined) return 'S10 is missing';
  if (!/^\d{1,10}$/.test(total) || Number(total) < 1 || Number(total) > MAX_TOTAL_WON) return `S10 must be from 1 to ${MAX_TOTAL_WON}`;
  for (const key of ['S15', 'S16']) if (!/^\d{0,10}$/.test(pairs[key] ?? '')) return `${key} must be won`;
  if (asked !== 'D4' && asked !== 'B2') return undefined;
  if ((pairs['S12'] ?? '') === '') return 'S12 is missing: a cancel needs the original approval number';
  return /^\d{6}$/.test(pairs['S13'] ?? '') ? undefined : 'S13 is missing: a cancel needs the original date as YYMMDD';
}

/** Success by its own words alone, without a request to compare with. */
export function hasSucceeded(pairs: Pairs): boolean {
  return claimsSuccess(pairs) && lacks(pairs) === undefined && ALL_DONE.has(pairs['S01'] ?? '');
}

function claimsSuccess(pairs: Pairs): boolean {
  return pairs['R04'] === '0000';
}

/** What a claimed success lacks of being one. */
function lacks(pairs: Pairs): string | undefined {
  const number = (pairs['R09'] ?? '').trim();
  if (number === '') return 'R04 says 0000, and there is no approval number';
  if (/^0+$/.test(number)) return 'R04 says 0000, and the approval number is zero';
  return (pairs['R19'] ?? '').includes(VOID_MARK) ? 'R04 says 0000, and R19 says that the slip is void' : undefined;
}

/** Of an answer with RCD 00 whose S23 is the request's. `checks` are shown, the trade stands. */
export function judge(request: TradeRequest, pairs: Pairs): Extract<TradeOutcome, { state: 'approved' | 'declined' | 'unknown' }> {
  const code = (pairs['R04'] ?? '').trim();
  const doubt = (detail: string): TradeOutcome & { state: 'unknown' } => ({ state: 'unknown', reason: 'contradictory-answer', detail, claimed: approvalOf(pairs) });
  if (code === '') return doubt('the answer has no reply code');
  if (!claimsSuccess(pairs)) return { state: 'declined', by: 'issuer', code, message: refusalText(pairs) };
  const missing = lacks(pairs) ?? disagreement(request, pairs);
  if (missing !== undefined) return doubt(missing);
  const checks: readonly Check[] = (pairs['R17'] ?? '').trim() === '' ? [] : ['displayed-text'];
  return { state: 'approved', approval: approvalOf(pairs), checks };
}

function disagreement(request: TradeRequest, pairs: Pairs): string | undefined {
  const done = pairs['S01'] ?? '';
  if (!DONE_AS[request.kind].includes(done)) return `asked for ${request.kind}, and S01 says ${done === '' ? 'nothing' : done} was done`;
  const totalWon = 'amounts' in request ? request.amounts.totalWon : request.totalWon;
  if (Number(pairs['S10'] ?? Number.NaN) !== totalWon) return 'S10 is not the sum that was asked for';
  if ('original' in request && (pairs['S12'] ?? '').trim() !== request.original.approvalNumber) return 'S12 is not the trade that was to be cancelled';
  return undefined;
}

function refusalText(pairs: Pairs): string {
  return [pairs['R17'], pairs['R16'], pairs['R19']].map((text) => (text ?? '').trim().replace(/\s+/g, ' ')).find((text) => text.length > 1) ?? '';
}

const NOTICES = ['R19', 'R24', 'R25', 'R26', 'R27', 'R28', 'R29', 'R30'];

export function approvalOf(pairs: Pairs): Approval {
  const text = (key: string): string => (pairs[key] ?? '').trim();
  const at = text('R07').slice(0, 12);
  const total = text('S10');
  return {
    approvalNumber: text('R09'),
    tradedAt: /^\d{12}$/.test(at) ? `20${at}` : '',
    cancels: ['D4', 'I4', 'D2', 'I2', 'B2'].includes(text('S01')),
    totalWon: /^\d{1,10}$/.test(total) ? Number(total) : undefined,
    installmentMonths: /^\d{2}$/.test(text('S09')) ? Number(text('S09')) : 0,
    maskedNumber: text('R23') || text('S07'),
    issuer: { code: text('R12'), name: text('R13') },
    acquirer: { code: text('R05'), name: text('R15') },
    merchantNumber: text('R14'),
    terminalId: text('S03'),
    vanNumber: text('R20'),
    cardKind: undefined,
    message: text('R17'),
    notices: NOTICES.map(text).filter((notice) => notice !== ''),
    signedAtTerminal: text('R22') === 'Y' ? true : text('R22') === 'N' ? false : undefined,
    signatureBmpHex: /^[0-9A-Fa-f]{130,6000}$/.test(text('R31')) ? text('R31') : undefined,
  };
}

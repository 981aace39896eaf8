/** The rules a cashbill must pass, from the gateway's field list. Pure. */
import { isTradeDtTaken, seoulStamp } from '../seoul-time.ts';

import { OWN_CODE } from './answer.ts';

export type Refusal = { readonly code: number; readonly message: string };

export type Fields = Readonly<Record<string, unknown>>;

export type Amounts = { readonly totalAmount: number; readonly supplyCost: number; readonly tax: number; readonly serviceFee: number };

export function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** A field as text; absent, null and everything that is neither text nor a number is ''. */
export function field(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

export function mgtKeyRefusal(mgtKey: string): Refusal | null {
  return /^[A-Za-z0-9_-]{1,24}$/.test(mgtKey) ? null : { code: OWN_CODE.mgtKeyForm, message: '문서번호는 24자리 이하 영문, 숫자, -, _ 입니다.' };
}

export function tradeDtRefusal(tradeDT: string, nowMs: number): Refusal | null {
  if (tradeDT === '' || isTradeDtTaken(tradeDT, nowMs)) return null;
  return { code: OWN_CODE.tradeDate, message: '거래일시는 당일 또는 전일만 가능합니다.' };
}

const AMOUNT_FIELDS = [
  ['serviceFee', -14001008, -14001009, '봉사료'],
  ['supplyCost', -14001010, -14001011, '공급가액'],
  ['tax', -14001012, -14001013, '부가세'],
  ['totalAmount', -14001014, -14001015, '거래금액'],
] as const;

export function readAmounts(fields: Fields): Amounts | Refusal {
  for (const [name, absent, negative, word] of AMOUNT_FIELDS) {
    const value = field(fields, name);
    if (value === '') return { code: absent, message: `${word}이 입력되지 않았습니다.` };
    if (value.startsWith('-')) return { code: negative, message: `${word}은 음수일 수 없습니다.` };
    if (!/^\d{1,12}$/.test(value)) return { code: OWN_CODE.amounts, message: `${word}이 올바르지 않습니다.` };
  }
  const [serviceFee, supplyCost, tax, totalAmount] = AMOUNT_FIELDS.map(([name]) => Number(field(fields, name)));
  const amounts: Amounts = { serviceFee: serviceFee ?? 0, supplyCost: supplyCost ?? 0, tax: tax ?? 0, totalAmount: totalAmount ?? 0 };
  if (amounts.totalAmount < 1) return { code: OWN_CODE.amounts, message: '거래금액은 1원 이상입니다.' };
  if (amounts.supplyCost + amounts.tax + amounts.serviceFee !== amounts.totalAmount) return { code: OWN_CODE.amounts, message: '거래금액이 공급가액, 부가세, 봉사료의 합과 다릅니다.' };
  return amounts;
}

/** Everything about an approval except its key, which the caller checks against the ledger. */
export function approvalRefusal(fields: Fields, corpNum: string, nowMs: number): Refusal | null {
  const merchant = field(fields, 'franchiseCorpNum');
  if (merchant === '') return { code: -14001001, message: '가맹점 사업자번호가 입력되지 않았습니다.' };
  if (merchant !== corpNum) return { code: -14001002, message: '가맹점 사업자번호가 유효하지 않습니다.' };
  if (field(fields, 'tradeType') !== '승인거래') return { code: -14001017, message: '문서형태가 입력되지 않았습니다.' };
  if (!['소득공제용', '지출증빙용'].includes(field(fields, 'tradeUsage'))) return { code: -14001018, message: '거래구분이 입력되지 않았습니다.' };
  if (!['', '일반', '도서공연', '대중교통'].includes(field(fields, 'tradeOpt'))) return { code: OWN_CODE.fields, message: '거래유형이 올바르지 않습니다.' };
  if (!['과세', '비과세'].includes(field(fields, 'taxationType'))) return { code: OWN_CODE.fields, message: '과세형태가 올바르지 않습니다.' };
  const identity = field(fields, 'identityNum');
  if (identity === '') return { code: -14001004, message: '식별번호가 입력되지 않았습니다.' };
  if (!isIdentity(field(fields, 'tradeUsage'), identity)) return { code: OWN_CODE.identity, message: `식별번호[${identity}]가 유효하지 않습니다.` };
  const amounts = readAmounts(fields);
  if ('code' in amounts) return amounts;
  if (field(fields, 'taxationType') === '비과세' && amounts.tax !== 0) return { code: OWN_CODE.amounts, message: '비과세는 부가세가 없습니다.' };
  return tradeDtRefusal(field(fields, 'tradeDT'), nowMs);
}

/** 소득공제용: phone, card, resident number, self-issue. 지출증빙용: these without self-issue, and a business number. */
export function isIdentity(tradeUsage: string, identity: string): boolean {
  if (identity === '0100001234') return tradeUsage === '소득공제용';
  if (/^01[016789]\d{7,8}$/.test(identity) || /^\d{13,19}$/.test(identity)) return true;
  return tradeUsage === '지출증빙용' && isBusinessNumber(identity);
}

const BUSINESS_WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5] as const;

/** The check digit of a business number; the test member 1234567890 fails it and passes here all the same. */
export function isBusinessNumber(number: string): boolean {
  if (!/^\d{10}$/.test(number)) return false;
  if (number === '1234567890') return true;
  const digits = Array.from(number, Number);
  const sum = BUSINESS_WEIGHTS.reduce<number>((total, weight, index) => total + weight * (digits[index] ?? 0), Math.floor(((digits[8] ?? 0) * 5) / 10));
  return (10 - (sum % 10)) % 10 === digits[9];
}

/** `010****5678`: enough to recognise, not enough to call. */
export function maskIdentity(identity: string): string {
  if (identity.length <= 6) return identity;
  return `${identity.slice(0, 3)}${'*'.repeat(identity.length - 7)}${identity.slice(-4)}`;
}

export type SentState = { readonly stateCode: 300 | 303 | 304 | 305; readonly sentAtMs: number; readonly resultAtMs: number };

const HOUR_MS = 60 * 60 * 1000;
const SEOUL_MIDNIGHT_OFFSET_MS = 9 * HOUR_MS;

/**
 * Where a receipt stands with the tax office: issued before 17:00, it goes there the next morning (09:00) and the
 * result is known about 14:00; issued later, a day later.
 */
export function sentState(issuedAtMs: number, rejected: boolean, nowMs: number): SentState {
  const midnightMs = Math.floor((issuedAtMs + SEOUL_MIDNIGHT_OFFSET_MS) / (24 * HOUR_MS)) * 24 * HOUR_MS - SEOUL_MIDNIGHT_OFFSET_MS;
  const days = Number(seoulStamp(issuedAtMs).slice(8, 10)) < 17 ? 1 : 2;
  const sentAtMs = midnightMs + (days * 24 + 9) * HOUR_MS;
  const resultAtMs = midnightMs + (days * 24 + 14) * HOUR_MS;
  if (nowMs < sentAtMs) return { stateCode: 300, sentAtMs, resultAtMs };
  if (nowMs < resultAtMs) return { stateCode: 303, sentAtMs, resultAtMs };
  return { stateCode: rejected ? 305 : 304, sentAtMs, resultAtMs };
}

/**
 * The gateway's answers in our words. Pure and strict: what is not exactly an answer is `null`, and the caller
 * treats that as knowing nothing. Nothing here ever turns a doubtful answer into "issued" or "absent".
 */
import type { GatewayApproval, GatewayReceipt, GatewayReceiptState } from '../gateway.ts';
import { isWon } from '../../../domain/won.ts';

import { seoulEpochMs } from './seoul-time.ts';

export type GatewayError = { readonly code: number; readonly message: string };

type JsonObject = Readonly<Record<string, unknown>>;

/** Bytes → JSON, or undefined for anything that is not UTF-8 JSON from end to end. */
export function parseJson(body: Uint8Array): unknown {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return parsed;
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

function text(object: JsonObject, field: string): string {
  const value = object[field];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** `{code: 1, confirmNum, tradeDate, tradeDT}`; the date must be the day of the moment. */
export function decodeApproval(json: unknown): GatewayApproval | null {
  const object = asObject(json);
  if (object === null || object['code'] !== 1) return null;
  const { confirmNum, tradeDate, tradeDT } = object;
  if (typeof confirmNum !== 'string' || !/^[A-Za-z0-9]{9}$/.test(confirmNum)) return null;
  if (typeof tradeDate !== 'string' || typeof tradeDT !== 'string') return null;
  if (seoulEpochMs(tradeDT) === null || tradeDT.slice(0, 8) !== tradeDate) return null;
  return { approvalNumber: confirmNum, tradeDate, tradeDt: tradeDT };
}

/** `{code: <negative>, message}`. */
export function decodeError(json: unknown): GatewayError | null {
  const object = asObject(json);
  if (object === null) return null;
  const { code, message } = object;
  if (typeof code !== 'number' || !Number.isSafeInteger(code) || code >= 0) return null;
  return { code, message: typeof message === 'string' ? message : '' };
}

const STATES: ReadonlyMap<number, GatewayReceiptState> = new Map([
  [300, 'issued'],
  [303, 'sending'],
  [304, 'confirmed'],
  [305, 'rejected'],
]);

/** One entry of a status answer. Null unless it is whole: a key, a state, a moment, amounts that add up. */
export function decodeReceipt(json: unknown): GatewayReceipt | null {
  const object = asObject(json);
  if (object === null) return null;
  const mgtKey = text(object, 'mgtKey');
  const stateCode = Number(text(object, 'stateCode'));
  const document = documentKind(text(object, 'tradeType'));
  const amounts = decodeAmounts(object);
  const tradeDt = text(object, 'tradeDT');
  const tradeDate = text(object, 'tradeDate');
  if (mgtKey === '' || document === null || amounts === null || !Number.isSafeInteger(stateCode) || stateCode <= 0) return null;
  if (seoulEpochMs(tradeDt) === null || tradeDt.slice(0, 8) !== tradeDate) return null;
  const confirmNum = text(object, 'confirmNum');
  if (confirmNum !== '' && !/^[A-Za-z0-9]{9}$/.test(confirmNum)) return null;
  const at = text(object, 'ntsresultDT');
  return {
    mgtKey,
    document,
    state: STATES.get(stateCode) ?? 'other',
    stateCode,
    approvalNumber: confirmNum === '' ? null : confirmNum,
    tradeDate,
    tradeDt,
    ...amounts,
    ...(at === '' ? {} : { ntsResult: { code: text(object, 'ntsresultCode').slice(0, 20), message: text(object, 'ntsresultMessage').slice(0, 200), at } }),
  };
}

/** True for an answer that says in so many words that the key is free: an entry whose item key is null or empty. */
export function saysKeyIsFree(json: unknown): boolean {
  const object = asObject(json);
  return object !== null && 'itemKey' in object && (object['itemKey'] === null || object['itemKey'] === '');
}

function documentKind(tradeType: string): 'approval' | 'cancel' | null {
  if (tradeType === '승인거래') return 'approval';
  return tradeType === '취소거래' ? 'cancel' : null;
}

function decodeAmounts(object: JsonObject): Pick<GatewayReceipt, 'totalWon' | 'supplyWon' | 'vatWon' | 'serviceChargeWon'> | null {
  // VAT and service charge may be left out when there is none; the sum below still has to come out.
  const totalWon = amountOf(text(object, 'totalAmount'));
  const supplyWon = amountOf(text(object, 'supplyCost'));
  const vatWon = amountOf(text(object, 'tax') || '0');
  const serviceChargeWon = amountOf(text(object, 'serviceFee') || '0');
  if (totalWon === null || supplyWon === null || vatWon === null || serviceChargeWon === null) return null;
  return supplyWon + vatWon + serviceChargeWon === totalWon ? { totalWon, supplyWon, vatWon, serviceChargeWon } : null;
}

function amountOf(digits: string): number | null {
  if (!/^\d{1,13}$/.test(digits)) return null;
  const value = Number(digits);
  return isWon(value) ? value : null;
}

export type DecodedToken = { readonly token: string; readonly expiresAtMs: number };

/** `{session_token, expiration, …}`. The token goes into a header, so only what a header may carry is taken. */
export function decodeToken(json: unknown): DecodedToken | null {
  const object = asObject(json);
  if (object === null) return null;
  const token = text(object, 'session_token');
  const expiresAtMs = Date.parse(text(object, 'expiration'));
  if (!/^[\x21-\x7e]{1,8192}$/.test(token) || !Number.isFinite(expiresAtMs)) return null;
  return { token, expiresAtMs };
}

/** `GET /Time`: one ISO moment as plain text, with or without quotes. Epoch milliseconds. */
export function decodeTime(body: Uint8Array): number | null {
  const word = Buffer.from(body).toString('latin1').trim().replaceAll('"', '');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z?$/.test(word)) return null;
  const epochMs = Date.parse(word.endsWith('Z') ? word : `${word}Z`);
  return Number.isFinite(epochMs) ? epochMs : null;
}

/** The gateway's words, safe for the journal and the screen: no secrets, control characters or long numbers, 200 characters. */
export function cleanMessage(message: string, secrets: readonly string[]): string {
  const withoutSecrets = secrets.reduce((text, secret) => text.replaceAll(secret, '****'), message);
  return withoutSecrets
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/\d[\d-]{5,}\d/g, (run) => `${run.slice(0, 3)}****`)
    .slice(0, 200);
}

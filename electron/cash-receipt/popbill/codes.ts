/**
 * What the gateway's codes mean for the counter.
 *
 * Source of the numbers: the operator's public table of e-cashbill codes and its own libraries (which all read
 * -14000003 as "no such document"). The table we could read is not complete, so an unknown code is `rejected`,
 * and every code that is not known to be a plain check of the fields leaves open that the receipt exists.
 */
import type { GatewayFailure } from '../gateway.ts';

/** No document with this mgtKey. The only words that count as "absent". */
export const CODE_ABSENT = -14000003;
/** The token's date is too far from the authority's clock. */
export const CODE_CLOCK_SKEW = -99010004;

const TOKEN_CODES = new Set([-10000033, -10000034]);

/** Codes of a check made on the fields before anything is registered. */
const FIELD_CHECKS: ReadonlyMap<number, GatewayFailure> = new Map([
  [-14001001, 'merchant-data'],
  [-14001002, 'merchant-data'],
  [-14001004, 'customer-data'],
  [-14001008, 'amount'],
  [-14001009, 'amount'],
  [-14001010, 'amount'],
  [-14001011, 'amount'],
  [-14001012, 'amount'],
  [-14001013, 'amount'],
  [-14001014, 'amount'],
  [-14001015, 'amount'],
  [-14001017, 'rejected'],
  [-14001018, 'customer-data'],
  [-14001022, 'merchant-data'],
  [-14001023, 'amount'],
]);

const OTHERS: ReadonlyMap<number, GatewayFailure> = new Map([
  [-14000004, 'duplicate'],
  [-14001019, 'duplicate'],
  [-14001020, 'rejected'],
  // A cancel before the original has gone to the tax office: it can go later.
  [-14001021, 'system'],
  [-10000010, 'merchant-data'],
  [-10000011, 'merchant-data'],
  [-10000012, 'merchant-data'],
  [-10000014, 'merchant-data'],
  [-10000015, 'merchant-data'],
  [-10000018, 'merchant-data'],
  [-10000019, 'merchant-data'],
  [-10000020, 'merchant-data'],
  [-10000021, 'merchant-data'],
  [-10010006, 'merchant-data'],
  [CODE_CLOCK_SKEW, 'system'],
  [-99010007, 'merchant-data'],
]);

export function isKnownCode(code: number): boolean {
  return FIELD_CHECKS.has(code) || OTHERS.has(code) || code === CODE_ABSENT;
}

export function isTokenRefused(status: number, code: number | null): boolean {
  return status === 401 || (code !== null && TOKEN_CODES.has(code));
}

/** `-990…` are the authority's and its points: nothing a cashier can change. */
export function failureOfCode(code: number): GatewayFailure {
  const known = FIELD_CHECKS.get(code) ?? OTHERS.get(code);
  if (known !== undefined) return known;
  if (TOKEN_CODES.has(code) || Math.trunc(code / 100_000) === -990) return 'merchant-data';
  return 'rejected';
}

/** Whether a refusal leaves open that a document with this key stands at the gateway. */
export function mayExistAfter(status: number, code: number): boolean {
  return status >= 500 || !FIELD_CHECKS.has(code);
}

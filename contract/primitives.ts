/** Shapes shared by calls and views. Everything here is JSON: strings, numbers, booleans, null, arrays, objects. */
import { z } from 'zod';
import type { FailureCode } from '../domain/failure.ts';
import { isFailureCode } from '../domain/failure.ts';
import { MAX_AMOUNT_WON } from '../domain/won.ts';

/** Ids are ours: short, opaque, safe in file names and URLs. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const won = z.int().min(-MAX_AMOUNT_WON).max(MAX_AMOUNT_WON);
export const isoTime = z.iso.datetime();
export const businessDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const language = z.enum(['ko', 'en', 'zh-CN']);
export const role = z.enum(['cashier', 'manager', 'owner']);
export const failureCode = z.custom<FailureCode>((value) => typeof value === 'string' && isFailureCode(value));
export const purpose = z.enum(['income-deduction', 'expense-proof', 'self-issue']);
export const form = z.enum(['phone', 'card', 'business-number', 'resident-number', 'self-issue']);
/** `at-terminal`: keyed by the customer there. */
export const receiptForm = z.enum([...form.options, 'at-terminal']);
export const taxClass = z.enum(['taxable', 'exempt']);
/** Digits as typed, perhaps with hyphens and blanks; judged by domain/cash-receipt/identifier. */
export const typedNumber = z.string().max(40);
/** As the cashier gives it; main says what it comes to. */
export const givenDiscount = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('won'), amountWon: won.min(0) }),
  z.object({ unit: z.literal('percent'), percent: z.int().min(0).max(100) }),
]);
/** `undivided`: of some of it the VAT is not stated apart. */
export const breakdown = z.object({ supplyWon: won, vatWon: won, taxFreeWon: won, serviceChargeWon: won, totalWon: won, undivided: z.literal(true).optional() });
export const person = z.object({ userId: id, name: z.string().max(40), role });

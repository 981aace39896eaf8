import { describe, expect, it } from 'vitest';
import type { CheckoutRefusal } from '../../domain/checkout/machine.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { failureOfRefusal } from './refusals.ts';

/** Every "no" of the machine; those a window cannot cause by itself mean that its view was out of date. */
const REFUSALS = {
  'cart-empty': 'sale.cart-empty',
  'cart-full': 'sale.cart-full',
  'line-unknown': 'sale.line-unknown',
  'quantity-out-of-range': 'sale.quantity-out-of-range',
  'weight-out-of-range': 'sale.weight-out-of-range',
  'amount-too-large': 'sale.amount-too-large',
  'discount-out-of-range': 'sale.discount-out-of-range',
  'note-too-long': 'sale.note-not-printable',
  'received-less-than-due': 'cash.received-less-than-due',
  'amount-not-won': 'cash.amount-not-won',
  'due-has-changed': 'cash.due-has-changed',
  'self-issue-required': 'cash-receipt.self-issue-required',
  'not-in-this-stage': 'sale.not-in-this-stage',
  'another-receipt': 'sale.not-in-this-stage',
  'slip-copies-differ': 'sale.not-in-this-stage',
} as const satisfies Record<Exclude<CheckoutRefusal, FailureCode>, FailureCode>;

describe('a refusal of the machine', () => {
  it.each(Object.entries(REFUSALS) as [CheckoutRefusal, FailureCode][])('%s reaches the window as %s', (refusal, code) => {
    expect(failureOfRefusal(refusal)).toBe(code);
  });

  it.each(['tender.locked-unknown', 'card.manager-needed', 'sale.not-in-this-stage'] as const)('%s is the catalogue\'s own word already', (code) => {
    expect(failureOfRefusal(code)).toBe(code);
  });
});

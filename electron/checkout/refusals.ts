import type { CheckoutRefusal } from '../../domain/checkout/machine.ts';
import type { FailureCode } from '../../domain/failure.ts';

/** The machine's "no" in the catalogue's words. */
export function failureOfRefusal(refusal: CheckoutRefusal): FailureCode {
  switch (refusal) {
    case 'cart-empty':
      return 'sale.cart-empty';
    case 'received-less-than-due':
      return 'cash.received-less-than-due';
    case 'amount-not-won':
      return 'cash.amount-not-won';
    case 'due-has-changed':
      return 'cash.due-has-changed';
    case 'self-issue-required':
      return 'cash-receipt.self-issue-required';
    case 'line-unknown':
      return 'sale.line-unknown';
    case 'not-in-this-stage':
    case 'another-receipt':
    case 'slip-copies-differ':
      return 'sale.not-in-this-stage';
    case 'weight-out-of-range':
      return 'sale.weight-out-of-range';
    case 'quantity-out-of-range':
      return 'sale.quantity-out-of-range';
    case 'cart-full':
      return 'sale.cart-full';
    case 'amount-too-large':
      return 'sale.amount-too-large';
    case 'discount-out-of-range':
      return 'sale.discount-out-of-range';
    case 'note-too-long':
      return 'sale.note-not-printable';
    // Those of the tender and its trades are the catalogue's own.
    default:
      return refusal;
  }
}


/** What the cash-receipt screen has open: which choice, which form, which digits. Pure, so that every key can be tried. */
import type { ReceiptDraft } from '../../../contract/views.ts';
import type { IdentifierForm, IdentifierRefusal, IdentifierRules, ReceiptPurpose } from '../../../domain/cash-receipt/identifier.ts';
import { digitsOf, formsFor, maxDigits, parseIdentifier } from '../../../domain/cash-receipt/identifier.ts';
import type { FailureCode } from '../../../domain/failure.ts';

export type Typing = { readonly kind: 'typing'; readonly purpose: Exclude<ReceiptPurpose, 'self-issue'>; readonly form: IdentifierForm; readonly digits: string };
export type Choice = { readonly kind: 'open' } | { readonly kind: 'none' } | { readonly kind: 'self-issue' } | Typing;

export type ChoiceRules = IdentifierRules & { readonly mandatory: boolean };

export function startTyping(purpose: Typing['purpose'], rules: ChoiceRules): Typing {
  return { kind: 'typing', purpose, form: formsFor(purpose, rules)[0] ?? 'phone', digits: '' };
}

/** What a draft holds, wherever it was typed; null for none. */
export function typingOf(draft: ReceiptDraft | null): Typing | null {
  if (draft === null || draft.purpose === 'self-issue') return null;
  return { kind: 'typing', purpose: draft.purpose, form: draft.form, digits: digitsOf(draft.digits) };
}

/** Where the screen begins: with what was typed before, with self-issue where the rule proposes it, else with the question. */
export function firstChoice(draft: ReceiptDraft | null, mandatory: boolean): Choice {
  return typingOf(draft) ?? (mandatory ? { kind: 'self-issue' } : { kind: 'open' });
}

/** The next form the purpose accepts, with an empty field: a phone number is never a card number. */
export function nextForm(typing: Typing, rules: ChoiceRules): Typing {
  const forms = formsFor(typing.purpose, rules);
  const form = forms[(forms.indexOf(typing.form) + 1) % forms.length] ?? typing.form;
  return { ...typing, form, digits: '' };
}

/** Digits beyond the longest number of the form are not taken. */
export function typeDigits(typing: Typing, digits: string): Typing {
  return { ...typing, digits: (typing.digits + digits).slice(0, maxDigits(typing.form)) };
}

export function dropLast(typing: Typing): Typing {
  return { ...typing, digits: typing.digits.slice(0, -1) };
}

/**
 * A key while the question is open chooses: 1, 2 or 0. Any other digit, and every digit once a purpose is chosen, is part of the number.
 */
export function chooseByKey(choice: Choice, key: string, rules: ChoiceRules): Choice {
  if (choice.kind === 'typing') return /^\d$/.test(key) ? typeDigits(choice, key) : choice;
  if (key === '1') return startTyping('income-deduction', rules);
  if (key === '2') return startTyping('expense-proof', rules);
  if (key === '0') return rules.mandatory ? { kind: 'self-issue' } : { kind: 'none' };
  return choice;
}

/** A key of the screen's own pad is always a digit: with nothing chosen it begins the commonest number, a phone's. */
export function chooseByPad(choice: Choice, digits: string, rules: ChoiceRules): Choice {
  return typeDigits(choice.kind === 'typing' ? choice : startTyping('income-deduction', rules), digits);
}

/** Why the number cannot stand, as a catalogue code; null when it is whole and good. */
export function refusalOf(typing: Typing, rules: IdentifierRules): FailureCode | null {
  const result = parseIdentifier(typing.purpose, typing.form, typing.digits, rules);
  return result.ok ? null : codeOf(result.refusal);
}

function codeOf(refusal: IdentifierRefusal): FailureCode {
  return `identifier.${refusal}`;
}

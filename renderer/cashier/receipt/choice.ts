/** What the cash-receipt screen has open: which choice, which form, which digits. Pure, so that every key can be tried. */
import type { ReceiptDraft } from '../../../contract/views.ts';
import type { IdentifierForm, IdentifierRefusal, IdentifierRules, ReceiptForm, ReceiptPurpose } from '../../../domain/cash-receipt/identifier.ts';
import { digitsOf, formsFor, maxDigits, parseIdentifier } from '../../../domain/cash-receipt/identifier.ts';
import type { FailureCode } from '../../../domain/failure.ts';

export type Typing = { readonly kind: 'typing'; readonly purpose: Exclude<ReceiptPurpose, 'self-issue'>; readonly form: IdentifierForm; readonly digits: string; /** The digits are ours, nobody has typed any. */ readonly prefilled: boolean };
/** The customer keys the number at the terminal. */
export type Keyed = { readonly kind: 'keyed'; readonly purpose: Typing['purpose'] };
export type Choice = { readonly kind: 'open' } | { readonly kind: 'none' } | { readonly kind: 'self-issue' } | Keyed | Typing;

/** `keyed`: the terminal takes the number from the customer alone. `wrong`: what stands now and is to be put right; the likeliest error is in the number alone. */
export type ChoiceRules = IdentifierRules & { readonly mandatory: boolean; readonly keyed?: boolean; readonly wrong?: { readonly purpose: ReceiptPurpose; readonly form: ReceiptForm } };

/** Nearly every mobile number begins so; she types the eight digits that differ. */
const USUAL_PREFIX = '010';

export function startTyping(purpose: Typing['purpose'], rules: ChoiceRules): Typing {
  const forms = formsFor(purpose, rules);
  const same = rules.wrong?.purpose === purpose ? forms.find((form) => form === rules.wrong?.form) : undefined;
  return withForm(purpose, same ?? forms[0] ?? 'phone');
}

/** What a digit without a choice begins: the commonest number, or another of the kind that is to be put right. */
export function startUsual(rules: ChoiceRules): Typing {
  const before = rules.wrong?.purpose ?? 'self-issue';
  return startTyping(before === 'self-issue' ? 'income-deduction' : before, rules);
}

/** A purpose is chosen: what there is to type, or who types it elsewhere. */
export function startPurpose(purpose: Typing['purpose'], rules: ChoiceRules): Keyed | Typing {
  return rules.keyed === true ? { kind: 'keyed', purpose } : startTyping(purpose, rules);
}

/** An empty field of this form: a phone number is never a card number. */
export function withForm(purpose: Typing['purpose'], form: IdentifierForm): Typing {
  const prefilled = form === 'phone';
  return { kind: 'typing', purpose, form, digits: prefilled ? USUAL_PREFIX : '', prefilled };
}

/** What a draft holds, wherever it was typed; null for none. */
export function typingOf(draft: ReceiptDraft | null): Typing | null {
  if (draft === null || draft.purpose === 'self-issue') return null;
  return { kind: 'typing', purpose: draft.purpose, form: draft.form, digits: digitsOf(draft.digits), prefilled: false };
}

/** Where the screen begins: with what was typed before, with self-issue where the rule proposes it, else with the question. */
export function firstChoice(draft: ReceiptDraft | null, mandatory: boolean): Choice {
  return typingOf(draft) ?? (mandatory ? { kind: 'self-issue' } : { kind: 'open' });
}

/** The next form the purpose accepts. */
export function nextForm(typing: Typing, rules: ChoiceRules): Typing {
  const forms = formsFor(typing.purpose, rules);
  return withForm(typing.purpose, forms[(forms.indexOf(typing.form) + 1) % forms.length] ?? typing.form);
}

/**
 * Digits beyond the longest number of the form are not taken. A first digit 0 means she types the whole number from its beginning:
 * no mobile number goes on with 0 after its prefix.
 */
export function typeDigits(typing: Typing, digits: string): Typing {
  const before = typing.prefilled && digits.startsWith('0') ? '' : typing.digits;
  return { ...typing, digits: (before + digits).slice(0, maxDigits(typing.form)), prefilled: false };
}

export function dropLast(typing: Typing): Typing {
  return { ...typing, digits: typing.digits.slice(0, -1), prefilled: false };
}

/**
 * A key while the question is open chooses: 1, 2 or 0. Any other digit begins the commonest number, a phone's, without a choice first;
 * every digit once a purpose is chosen is part of the number.
 */
export function chooseByKey(choice: Choice, key: string, rules: ChoiceRules): Choice {
  if (choice.kind === 'typing') return /^\d$/.test(key) ? typeDigits(choice, key) : choice;
  if (key === '1') return startPurpose('income-deduction', rules);
  if (key === '2') return startPurpose('expense-proof', rules);
  if (key === '0') return rules.mandatory ? { kind: 'self-issue' } : { kind: 'none' };
  if (choice.kind === 'open' && rules.keyed !== true && /^[3-9]$/.test(key)) return typeDigits(startUsual(rules), key);
  return choice;
}

/** A key of the screen's own pad is always a digit: with nothing chosen it begins the commonest number, a phone's. */
export function chooseByPad(choice: Choice, digits: string, rules: ChoiceRules): Choice {
  if (rules.keyed === true) return choice;
  return typeDigits(choice.kind === 'typing' ? choice : startUsual(rules), digits);
}

/** Why the number cannot stand, as a catalogue code; null when it is whole and good. */
export function refusalOf(typing: Typing, rules: IdentifierRules): FailureCode | null {
  const result = parseIdentifier(typing.purpose, typing.form, typing.digits, rules);
  return result.ok ? null : codeOf(result.refusal);
}

function codeOf(refusal: IdentifierRefusal): FailureCode {
  return `identifier.${refusal}`;
}

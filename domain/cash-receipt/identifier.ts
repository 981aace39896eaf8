/**
 * Whose cash receipt it is: the numbers each purpose accepts, refused while typing, grouped for the eye, masked for
 * paper and screen (rules of the counter, §3). Every function takes text as typed; only its digits count.
 */
export type ReceiptPurpose = 'income-deduction' | 'expense-proof' | 'self-issue';
export type IdentifierForm = 'phone' | 'card' | 'business-number' | 'resident-number' | 'self-issue';
/** `at-terminal`: the customer keys it there, and the counter never learns it. */
export type ReceiptForm = IdentifierForm | 'at-terminal';
export type Identifier = { readonly form: IdentifierForm; readonly digits: string };

/** 자진발급: the customer is unknown. Ten digits, this number only. */
export const SELF_ISSUE_NUMBER = '0100001234';

export type IdentifierRefusal =
  | 'not-digits'
  | 'incomplete'
  | 'too-long'
  | 'phone-prefix'
  | 'check-digit'
  | 'resident-date'
  | 'resident-number-off'
  | 'form-not-accepted'
  | 'self-issue-number';

export type IdentifierResult = { readonly ok: true; readonly identifier: Identifier } | { readonly ok: false; readonly refusal: IdentifierRefusal };
export type IdentifierRules = { readonly acceptResidentNumber: boolean };

/** The forms a purpose accepts, the usual one first. */
export function formsFor(purpose: ReceiptPurpose, rules: IdentifierRules): readonly IdentifierForm[] {
  const resident: readonly IdentifierForm[] = rules.acceptResidentNumber ? ['resident-number'] : [];
  switch (purpose) {
    case 'income-deduction':
      return ['phone', 'card', ...resident];
    case 'expense-proof':
      return ['business-number', 'phone', 'card', ...resident];
    case 'self-issue':
      return ['self-issue'];
  }
}

export function digitsOf(text: string): string {
  return text.replaceAll(/[\s-]/g, '');
}

/** The longest number a form takes; a field can stop there. */
export function maxDigits(form: IdentifierForm): number {
  return { phone: 11, card: 19, 'business-number': 10, 'resident-number': 13, 'self-issue': 10 }[form];
}

/**
 * Judges a number. `incomplete` is the refusal more typing mends, so a field shows every other one at once.
 * Two others can stand in the way of a longer good number for one key: thirteen digits of a card that read as a resident number,
 * and the self-issue number typed as a phone. They are shown all the same: whoever means to stop there must know why it is refused.
 */
export function parseIdentifier(purpose: ReceiptPurpose, form: IdentifierForm, text: string, rules: IdentifierRules): IdentifierResult {
  const digits = digitsOf(text);
  if (!/^\d*$/.test(digits)) return refused('not-digits');
  if (form === 'resident-number' && !rules.acceptResidentNumber) return refused('resident-number-off');
  if (!formsFor(purpose, rules).includes(form)) return refused('form-not-accepted');
  const refusal = judge(form, digits, rules);
  return refusal === null ? { ok: true, identifier: { form, digits } } : refused(refusal);
}

function refused(refusal: IdentifierRefusal): IdentifierResult {
  return { ok: false, refusal };
}

function judge(form: IdentifierForm, digits: string, rules: IdentifierRules): IdentifierRefusal | null {
  if (digits.length > maxDigits(form)) return 'too-long';
  switch (form) {
    case 'phone':
      return judgePhone(digits);
    case 'business-number':
      if (digits.length < 10) return 'incomplete';
      return businessNumberPasses(digits) ? null : 'check-digit';
    case 'card':
      if (digits.length < 13) return 'incomplete';
      // A 13-digit "card" that reads as a birth date is a resident number by another door.
      return !rules.acceptResidentNumber && digits.length === 13 && residentDatePasses(digits) ? 'resident-number-off' : null;
    case 'resident-number':
      if (digits.length < 13) return 'incomplete';
      return residentDatePasses(digits) ? null : 'resident-date';
    case 'self-issue':
      if (digits === SELF_ISSUE_NUMBER) return null;
      return SELF_ISSUE_NUMBER.startsWith(digits) ? 'incomplete' : 'self-issue-number';
  }
}

function judgePhone(digits: string): IdentifierRefusal | null {
  const prefix = '01';
  if (!prefix.startsWith(digits.slice(0, 2))) return 'phone-prefix';
  if (digits.length >= 3 && !/^01[016789]/.test(digits)) return 'phone-prefix';
  if (digits === SELF_ISSUE_NUMBER) return 'self-issue-number';
  // The numbering plan gives every 010 number eight more digits; only the older prefixes have seven. The commonest error is a
  // mistyped number, and a dropped digit must not pass as a complete one.
  return digits.length < (digits.startsWith('010') ? 11 : 10) ? 'incomplete' : null;
}

/** Weights 1 3 7 1 3 7 1 3 5 over nine digits, plus the tens of 9th × 5; the tenth digit brings it to a ten. */
export function businessNumberPasses(text: string): boolean {
  const digits = digitsOf(text);
  if (!/^\d{10}$/.test(digits)) return false;
  const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
  const at = (index: number) => Number(digits[index]);
  const sum = weights.reduce((total, weight, index) => total + weight * at(index), 0) + Math.floor((at(8) * 5) / 10);
  return (10 - (sum % 10)) % 10 === at(9);
}

/** Only the date and the century digit: numbers given since October 2020 have no check digit any more. */
function residentDatePasses(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  const century = Number(digits[6]);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && century >= 1 && century <= 8;
}

/** Groups for reading, complete or still being typed: `010-1234-5678`, `124-81-00998`, cards in fours. */
export function groupIdentifier(form: IdentifierForm, text: string): string {
  const digits = digitsOf(text);
  switch (form) {
    case 'phone':
      // Mobile numbers are 3-4-4 today; the older prefixes still have 3-3-4. A 010 number is only ever short while typed.
      return split(digits, digits.length <= 10 && !digits.startsWith('010') ? [3, 3, 4] : [3, 4, 4]);
    case 'self-issue':
      return split(digits, [3, 3, 4]);
    case 'business-number':
      return split(digits, [3, 2, 5]);
    case 'resident-number':
      return split(digits, [6, 7]);
    case 'card':
      return split(digits, [4, 4, 4, 4, 3]);
  }
}

/** What may stand on paper, screens and logs: `010-****-5678`, `124-81-*****`, cards with first 6 and last 4. */
export function maskIdentifier(identifier: Identifier): string {
  const { form, digits } = identifier;
  switch (form) {
    case 'phone':
      return `${digits.slice(0, 3)}-${'*'.repeat(digits.length - 7)}-${digits.slice(-4)}`;
    case 'self-issue':
      return groupIdentifier(form, digits);
    case 'business-number':
      return `${digits.slice(0, 3)}-${digits.slice(3, 5)}-*****`;
    case 'resident-number':
      return `${digits.slice(0, 6)}-*******`;
    case 'card':
      return split(digits.slice(0, 6) + '*'.repeat(digits.length - 10) + digits.slice(-4), [4, 4, 4, 4, 3]);
  }
}

function split(text: string, sizes: readonly number[]): string {
  const groups: string[] = [];
  let start = 0;
  for (const size of sizes) {
    if (start >= text.length) break;
    groups.push(text.slice(start, start + size));
    start += size;
  }
  if (start < text.length) groups.push(text.slice(start));
  return groups.join('-');
}

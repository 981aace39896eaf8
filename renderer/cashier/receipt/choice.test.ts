import { describe, expect, it } from 'vitest';
import type { ReceiptDraft } from '../../../contract/views.ts';
import type { Choice, ChoiceRules } from './choice.ts';
import { chooseByKey, chooseByPad, dropLast, firstChoice, nextForm, refusalOf, startTyping } from './choice.ts';

const rules: ChoiceRules = { acceptResidentNumber: false, mandatory: false };
const mandatory: ChoiceRules = { ...rules, mandatory: true };
const OPEN: Choice = { kind: 'open' };
const keys = (text: string, from: Choice = OPEN, under: ChoiceRules = rules) => [...text].reduce((choice, key) => chooseByKey(choice, key, under), from);

describe('choosing by key', () => {
  it('1 is income deduction by phone, 2 is expense proof by business number', () => {
    expect(keys('1')).toEqual({ kind: 'typing', purpose: 'income-deduction', form: 'phone', digits: '010', prefilled: true });
    expect(keys('2')).toEqual({ kind: 'typing', purpose: 'expense-proof', form: 'business-number', digits: '', prefilled: false });
  });

  it('0 declines, or self-issues where the rule demands a receipt', () => {
    expect(keys('0')).toEqual({ kind: 'none' });
    expect(keys('0', OPEN, mandatory)).toEqual({ kind: 'self-issue' });
  });

  it('digits after the choice are the number, 1, 2 and 0 among them: eight of them or all eleven', () => {
    expect(keys('112345678')).toMatchObject({ purpose: 'income-deduction', digits: '01012345678' });
    expect(keys('101012345678')).toMatchObject({ purpose: 'income-deduction', digits: '01012345678' });
    expect(keys('10111234567')).toMatchObject({ purpose: 'income-deduction', digits: '0111234567' });
  });

  it('a number typed without choosing first never declines in passing: it ends up as a visible wrong number', () => {
    const typed = keys('01012345678');
    expect(typed.kind).toBe('typing');
    if (typed.kind === 'typing') expect(refusalOf(typed, rules)).not.toBeNull();
  });

  it('a digit that chooses nothing begins a phone number: eight keys for the eight digits that differ', () => {
    expect(keys('7')).toMatchObject({ purpose: 'income-deduction', form: 'phone', digits: '0107' });
    expect(chooseByKey({ kind: 'none' }, '7', rules)).toEqual({ kind: 'none' });
  });

  it('other keys do nothing', () => {
    expect(keys('x')).toBe(OPEN);
    expect(keys('x', startTyping('income-deduction', rules))).toMatchObject({ digits: '010' });
  });

  it('stops at the longest number of the form', () => {
    expect(keys(`1${'0'.repeat(40)}`)).toMatchObject({ digits: '0'.repeat(11) });
  });
});

describe('the pad on the screen', () => {
  it('begins a phone number when nothing is chosen: a digit there is a digit', () => {
    expect(chooseByPad(OPEN, '010', rules)).toMatchObject({ purpose: 'income-deduction', form: 'phone', digits: '010' });
    expect(chooseByPad(OPEN, '5', rules)).toMatchObject({ form: 'phone', digits: '0105' });
  });
});

describe('forms', () => {
  it('take turns, each with an empty field', () => {
    const phone = { ...startTyping('income-deduction', rules), digits: '0101' };
    const card = nextForm(phone, rules);
    expect(card).toMatchObject({ form: 'card', digits: '' });
    expect(nextForm(card, rules)).toMatchObject({ form: 'phone', digits: '010' });
  });

  it('include the resident number only where the setting allows it', () => {
    const allowed: ChoiceRules = { ...rules, acceptResidentNumber: true };
    const third = nextForm(nextForm(startTyping('income-deduction', allowed), allowed), allowed);
    expect(third.form).toBe('resident-number');
  });
});

describe('where the terminal takes the number from the customer alone', () => {
  const keyed: ChoiceRules = { ...rules, keyed: true };

  it('the keys choose the purpose, and no digit is taken here', () => {
    const chosen = chooseByKey({ kind: 'open' }, '2', keyed);
    expect(chosen).toEqual({ kind: 'keyed', purpose: 'expense-proof' });
    expect(chooseByKey({ kind: 'open' }, '5', keyed)).toEqual({ kind: 'open' });
    expect(chooseByPad(chosen, '7', keyed)).toBe(chosen);
    expect(chooseByKey(chosen, '7', keyed)).toBe(chosen);
    expect(chooseByKey(chosen, '1', keyed)).toEqual({ kind: 'keyed', purpose: 'income-deduction' });
  });

  it('nobody’s receipt and none stay where they are', () => {
    expect(chooseByKey({ kind: 'open' }, '0', keyed)).toEqual({ kind: 'none' });
    expect(chooseByKey({ kind: 'open' }, '0', { ...keyed, mandatory: true })).toEqual({ kind: 'self-issue' });
  });
});

describe('where the screen begins', () => {
  const draft: ReceiptDraft = {
    saleId: 's',
    saleNumber: 1,
    totalWon: 1000,
    typedBy: 'customer',
    since: '2026-11-21T05:08:14.000Z',
    purpose: 'expense-proof',
    form: 'business-number',
    digits: '124-81',
    way: 'as-set',
    corrects: null,
    stage: 'typing',
    pad: null,
    refusal: 'identifier.incomplete',
  };

  it('with the question, or with self-issue where it is proposed', () => {
    expect(firstChoice(null, false)).toEqual({ kind: 'open' });
    expect(firstChoice(null, true)).toEqual({ kind: 'self-issue' });
  });

  it('with what has been typed already, by whomever', () => {
    expect(firstChoice(draft, true)).toEqual({ kind: 'typing', purpose: 'expense-proof', form: 'business-number', digits: '12481', prefilled: false });
  });
});

describe('refusing while typing', () => {
  const typing = (digits: string) => ({ ...startTyping('income-deduction', rules), digits });

  it('says why in the words of the catalogue', () => {
    expect(refusalOf(typing('0101234'), rules)).toBe('identifier.incomplete');
    expect(refusalOf(typing('012'), rules)).toBe('identifier.phone-prefix');
    expect(refusalOf(typing('01012345678'), rules)).toBeNull();
    expect(refusalOf({ ...startTyping('expense-proof', rules), digits: '1248100997' }, rules)).toBe('identifier.check-digit');
    expect(refusalOf({ ...startTyping('expense-proof', rules), digits: '1248100998' }, rules)).toBeNull();
  });

  it('goes back digit by digit', () => {
    expect(dropLast(typing('012'))).toMatchObject({ digits: '01' });
    expect(dropLast(typing(''))).toMatchObject({ digits: '' });
  });
});

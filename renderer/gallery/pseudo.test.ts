import { expect, it } from 'vitest';
import { cashierWords } from '../words/cashier.ts';
import { pseudo, stretch } from './pseudo.ts';

it('makes words about 40 % longer and leaves amounts alone', () => {
  expect(stretch('Cash')).toBe('[Cåååšh]');
  expect(stretch('Open with ₩52,500')).toContain('₩52,500');
  expect(stretch('Business expense').length).toBeGreaterThanOrEqual(Math.ceil('Business expense'.length * 1.4));
});

it('reaches every text of a catalogue, those made from others too, once', () => {
  const words = pseudo(cashierWords.en);
  expect(words.basket.empty).toMatch(/^\[.+\]$/);
  expect(words.basket.vat('₩100')).toMatch(/^\[.+₩100\]$/);
  expect(words.status.state.ok).toMatch(/^\[/);
  expect(pseudo(cashierWords.en)).toBe(words);
  expect(stretch(stretch('Cash'))).toBe(stretch('Cash'));
});

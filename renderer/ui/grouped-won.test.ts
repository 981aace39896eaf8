import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupWon } from '../../domain/won.ts';
import { caretIn, groupTyped } from './grouped-won.ts';

describe('an amount while it is typed', () => {
  it('has its thousands apart at every digit', () => {
    expect(['1', '12', '123', '1234', '1,2345', '12,34', ' 12500 '].map(groupTyped)).toEqual(['1', '12', '123', '1,234', '12,345', '1,234', '12,500']);
  });

  it('reads as the program writes it, whatever stood between its digits', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), (won) => groupTyped(String(won)) === groupWon(won) && groupTyped(groupTyped(String(won))) === groupWon(won)));
  });

  it('stays as it is while it is no whole number', () => {
    expect(['', '99.5', '-1', '천원', '1,000원'].map(groupTyped)).toEqual(['', '99.5', '-1', '천원', '1,000원']);
  });

  it('keeps the caret before the digits it stood before', () => {
    expect(caretIn('1,234', '1234', 4, false)).toBe(5);
    expect(caretIn('12,934', '1293,4', 4, false)).toBe(5);
    expect(caretIn('91,234', '91,234', 1, false)).toBe(1);
    expect(caretIn('1,234', '1,234', 0, false)).toBe(0);
  });

  it('does not stay at a comma that was taken away: the next press takes a digit', () => {
    expect(caretIn('1,234', '1234', 1, false)).toBe(1);
    expect(caretIn('1,234', '1234', 1, true)).toBe(2);
  });

  it('keeps all digits after the caret', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.nat(9), fc.boolean(), (won, place, forward) => {
        const typed = String(won);
        const caret = Math.min(place, typed.length);
        const grouped = groupTyped(typed);
        return grouped.slice(caretIn(grouped, typed, caret, forward)).replaceAll(',', '') === typed.slice(caret);
      }),
    );
  });
});

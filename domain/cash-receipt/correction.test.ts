import { describe, expect, test } from 'vitest';
import { correctionReason } from './correction.ts';

describe('what was wrong with a cash receipt', () => {
  test('is its number where the kind stays', () => {
    expect(correctionReason('income-deduction', 'income-deduction')).toBe('wrong-number');
    expect(correctionReason('expense-proof', 'expense-proof')).toBe('wrong-number');
  });

  test('is its kind where another takes its place, nobody’s receipt among them', () => {
    expect(correctionReason('income-deduction', 'expense-proof')).toBe('wrong-kind');
    expect(correctionReason('expense-proof', 'income-deduction')).toBe('wrong-kind');
    expect(correctionReason('self-issue', 'income-deduction')).toBe('wrong-kind');
    expect(correctionReason('income-deduction', 'self-issue')).toBe('wrong-kind');
  });
});

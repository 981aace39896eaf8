import { describe, expect, it } from 'vitest';
import type { UnaskedResult } from '../../native/terminal/port.ts';
import { createUnaskedResults } from './unasked.ts';

const numbered = (number: number): UnaskedResult => ({ tradeNumber: `T-${number}`, outcome: { state: 'cancelled', by: 'customer' } });

describe('results of the terminal that nobody waited for', () => {
  it('are held until somebody listens, and told in order', () => {
    const results = createUnaskedResults(() => undefined);
    results.tell(numbered(1));
    results.tell(numbered(2));
    const heard: string[] = [];
    results.onUnasked(({ tradeNumber }) => heard.push(tradeNumber));
    results.tell(numbered(3));
    expect(heard).toEqual(['T-1', 'T-2', 'T-3']);
  });

  it('are not held without end: what finds no room is named in the log', () => {
    const lines: string[] = [];
    const results = createUnaskedResults((line) => lines.push(line));
    for (let number = 1; number <= 101; number += 1) results.tell(numbered(number));
    expect(lines).toEqual([expect.stringContaining('T-101')]);
    let heard = 0;
    results.onUnasked(() => (heard += 1));
    expect(heard).toBe(100);
  });
});

import { describe, expect, it } from 'vitest';
import type { StrayView } from '../../../contract/cards.ts';
import { canSettle, meaningOf, strayAt, strayBeside } from './meaning.ts';

const stray = (strayId: string, over: Partial<StrayView> = {}): StrayView => ({
  strayId, kind: 'foreign', saleId: null, saleNumber: null, tradeNumber: '', amountWon: 5_000, approvalNumber: '30000001', maskedNumber: '', issuer: '', tradedAt: '', says: 'approved',
  openedAt: '2026-11-21T05:08:03.000Z', cancel: null, trouble: null, canCancel: false, ...over,
});

describe('a card result that fits no sale', () => {
  it('is told apart by what it means for the money', () => {
    expect(meaningOf(stray('a', { kind: 'surfaced' }))).toBe('surfaced');
    expect(meaningOf(stray('a'))).toBe('foreign');
    expect(meaningOf(stray('a', { kind: 'contradicts' }))).toBe('other-approval');
    expect(meaningOf(stray('a', { kind: 'contradicts', says: 'not-approved' }))).toBe('denied');
  });

  it('is walked without leaving the list, and another stands there when it is gone', () => {
    const strays = [stray('a'), stray('b')];
    expect(strayAt(strays, null)?.strayId).toBe('a');
    expect(strayAt(strays, 'gone')?.strayId).toBe('a');
    expect(strayAt([], 'a')).toBeNull();
    expect(strayBeside(strays, null, 1)).toBe('b');
    expect(strayBeside(strays, 'b', 1)).toBe('b');
    expect(strayBeside(strays, 'a', -1)).toBe('a');
    expect(strayBeside([], null, 1)).toBeNull();
  });

  it('is answered for by a person at any time but while it is being cancelled', () => {
    expect(([null, 'unknown', 'not-done', 'under-way'] as const).map((cancel) => canSettle({ cancel }))).toEqual([true, true, true, false]);
  });
});

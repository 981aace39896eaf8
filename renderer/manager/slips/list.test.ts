import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandwrittenView } from '../../../contract/cards.ts';
import { allOrNone, drawnRows, isReady, MAX_MARKED, meant, mergedEnded, placeOf, rowsOf, SLIP_TABS, slipAt, tabBeside, tabOf, walked, withMark, wonOf } from './list.ts';

const slip = (slipId: string, state: HandwrittenView['state'] = 'printed', chargedWon = 50_000): HandwrittenView => ({
  slipId, saleId: `sale-${slipId}`, saleNumber: 1, chargedWon, card: { approvalNumber: '30000001', maskedNumber: '9490-1234-****-123*', issuer: '하늘카드', tradedAt: '20261121140803' }, state,
  trouble: null, prints: 1, openedAt: '2026-11-21T05:08:03.000Z', ageDays: 0, how: null, collectedBy: '', collectedAt: null, batch: '', handedOn: '', writtenOffBy: '', reason: '',
});
const STATES = ['printing', 'printed', 'not-printed', 'collected', 'handed-over', 'not-needed', 'written-off'] as const;
const ids = (slips: readonly { readonly slipId: string }[]) => slips.map(({ slipId }) => slipId);

describe('the tabs', () => {
  it('hold every slip once', () => {
    const open = STATES.slice(0, 4).map((state) => slip(state, state));
    const ended = STATES.slice(4).map((state) => slip(state, state));
    expect(SLIP_TABS.flatMap((tab) => ids(rowsOf(tab, { open, ended })))).toEqual(STATES);
    expect([...open, ...ended].map(tabOf)).toEqual(['to-sign', 'to-sign', 'to-sign', 'to-hand-in', 'ended', 'ended', 'ended']);
  });

  it('follow one another round', () => {
    expect(SLIP_TABS.map((tab) => tabBeside(tab, 1))).toEqual(['to-hand-in', 'ended', 'to-sign']);
    expect(SLIP_TABS.map((tab) => tabBeside(tab, -1))).toEqual(['ended', 'to-sign', 'to-hand-in']);
  });
});

describe('walking', () => {
  const rows = ['a', 'b', 'c'].map((id) => slip(id));

  it('begins at the first and stays within the list', () => {
    expect(slipAt(rows, null)?.slipId).toBe('a');
    expect(walked(rows, null, 1)).toEqual({ slipId: 'b', index: 1 });
    expect(walked(rows, placeOf(rows, 'c'), 8)).toEqual({ slipId: 'c', index: 2 });
    expect(walked(rows, placeOf(rows, 'a'), -1)).toEqual({ slipId: 'a', index: 0 });
    expect(walked([], null, 1)).toBeNull();
  });

  it('goes on with the slip that took the place of one that is gone', () => {
    const at = placeOf(rows, 'b');
    expect(slipAt(rows.filter(({ slipId }) => slipId !== 'b'), at)?.slipId).toBe('c');
    expect(slipAt(rows.slice(0, 1), placeOf(rows, 'c'))?.slipId).toBe('a');
    expect(slipAt([], at)).toBeNull();
  });
});

describe('a long list', () => {
  it('is drawn in pieces, and always around the place', () => {
    const rows = Array.from({ length: 300 }, (_, index) => slip(`s${index}`));
    expect(drawnRows(rows.slice(0, 7), null, 1)).toBe(7);
    expect(drawnRows(rows, null, 1)).toBe(60);
    expect(drawnRows(rows, rows[200] ?? null, 1)).toBe(220);
    expect(drawnRows(rows, rows[295] ?? null, 1)).toBe(300);
    expect(drawnRows(rows, null, 9)).toBe(300);
  });
});

describe('marking', () => {
  it('takes what is ready, and gives it back', () => {
    const marks = withMark(new Set(), slip('a'));
    expect([...marks]).toEqual(['a']);
    expect([...withMark(marks, slip('a'))]).toEqual([]);
    expect([...withMark(marks, slip('p', 'printing'))]).toEqual(['a']);
  });

  it('never takes more than one call does', () => {
    const rows = Array.from({ length: MAX_MARKED + 5 }, (_, index) => slip(`s${index}`));
    const all = allOrNone(rows, new Set());
    expect(all.size).toBe(MAX_MARKED);
    expect(withMark(all, slip(`s${MAX_MARKED}`))).toBe(all);
    expect(allOrNone(rows, all).size).toBe(0);
  });

  it('of all completes what was marked before', () => {
    const rows = ['a', 'b'].map((id) => slip(id));
    expect([...allOrNone(rows, new Set(['b']))]).toEqual(['a', 'b']);
  });
});

describe('what the act is for', () => {
  it('is what is marked, else where the list stands, and only what is ready', () => {
    const rows = [slip('a'), slip('p', 'printing'), slip('b', 'not-printed')];
    expect(ids(meant(rows, new Set(['b', 'gone']), null))).toEqual(['b']);
    expect(ids(meant(rows, new Set(), placeOf(rows, 'a')))).toEqual(['a']);
    expect(meant(rows, new Set(), placeOf(rows, 'p'))).toEqual([]);
    expect(meant(rows, new Set(['p']), placeOf(rows, 'p'))).toEqual([]);
    expect(wonOf(rows)).toBe(150_000);
  });

  it('is never a slip of another tab, whatever was marked', () => {
    const states = fc.array(fc.constantFrom(...STATES), { maxLength: 12 });
    fc.assert(
      fc.property(states, fc.constantFrom(...SLIP_TABS), fc.nat(12), (drawn, tab, at) => {
        const slips = drawn.map((state, index) => slip(`s${index}`, state));
        const rows = rowsOf(tab, { open: slips.filter((each) => tabOf(each) !== 'ended'), ended: slips.filter((each) => tabOf(each) === 'ended') });
        const marks = new Set(ids(slips));
        for (const each of meant(rows, marks, { slipId: '', index: at })) {
          expect(tabOf(each)).toBe(tab);
          expect(isReady(each)).toBe(true);
        }
      }),
    );
  });
});

describe('what has ended', () => {
  it('since comes in front of what was loaded before, each once', () => {
    const ended = (slipId: string, lastSeq: number) => ({ slipId, lastSeq });
    expect(ids(mergedEnded([ended('c', 9), ended('b', 7)], [ended('b', 7), ended('a', 3)]))).toEqual(['c', 'b', 'a']);
    expect(mergedEnded([], [])).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { MAX_SEARCH_CHARS, MAX_SEARCH_WORDS, readSearch, tailsThatFit } from './search.ts';

const TODAY = '2026-03-14';
const kindsOf = (text: string) => readSearch(text, TODAY).words.map((word) => word.map(({ kind }) => kind));

describe('a word', () => {
  it('of digits may be everything that has a number', () => {
    expect(kindsOf('5678')).toEqual([['sale-number', 'amount', 'card-tail', 'product']]);
    expect(kindsOf('52500')).toEqual([['sale-number', 'amount', 'approval', 'product']]);
    expect(kindsOf('30012345')).toEqual([['sale-number', 'amount', 'approval', 'product']]);
    expect(kindsOf('0012')).toEqual([['sale-number', 'card-tail', 'product']]);
  });

  it('with a sign is what the sign says', () => {
    expect(readSearch('#0412', TODAY).words).toEqual([[{ kind: 'sale-number', saleNumber: 412 }]]);
    for (const written of ['52,500', '52500원', '52,500원', '₩52,500', '52500won', '52500韩元']) expect(readSearch(written, TODAY).words, `written ${written}`).toEqual([[{ kind: 'amount', amountWon: 52_500 }]]);
  });

  it('of letters and digits may be an approval number, in either case, or a name', () => {
    expect(readSearch('tb0000178', TODAY).words).toEqual([[{ kind: 'approval', approvalNumber: 'TB0000178' }, { kind: 'product', part: 'tb0000178', initials: false }]]);
  });

  it('of anything else is part of a name; of 초성 alone it is said so', () => {
    expect(readSearch('우유 ㅅㅂ', TODAY).words).toEqual([[{ kind: 'product', part: '우유', initials: false }], [{ kind: 'product', part: 'ㅅㅂ', initials: true }]]);
  });

  it('in full width is the same word', () => {
    expect(readSearch('＃４１２', TODAY)).toEqual(readSearch('#412', TODAY));
  });
});

describe('a day and a time', () => {
  test.each([
    ['2025-03-14', '2025-03-14'],
    ['2025.3.4', '2025-03-04'],
    ['2025년3월4일', '2025-03-04'],
    ['3/14', '2026-03-14'],
    ['3월15일', '2025-03-15'],
    ['2/29', '2024-02-29'],
  ])('%s is %s', (written, day) => {
    expect(readSearch(written, TODAY)).toEqual({ words: [], days: { from: day, to: day }, minutes: null });
  });

  it('that never was is no day, but a word', () => {
    expect(readSearch('2025-02-30', TODAY).days).toBeNull();
    expect(readSearch('13/41', TODAY).days).toBeNull();
  });

  it('is a quarter of an hour to either side, within the day', () => {
    expect(readSearch('14:30', TODAY).minutes).toEqual({ from: 855, to: 885 });
    expect(readSearch('14시', TODAY).minutes).toEqual({ from: 825, to: 855 });
    expect(readSearch('0:05', TODAY).minutes).toEqual({ from: 0, to: 20 });
    expect(readSearch('23:59', TODAY).minutes).toEqual({ from: 1_424, to: 1_439 });
    expect(readSearch('25:00', TODAY).minutes).toBeNull();
  });

  it('stand beside words', () => {
    expect(readSearch('3/14 14:30 우유 2,800', TODAY)).toEqual({
      words: [[{ kind: 'product', part: '우유', initials: false }], [{ kind: 'amount', amountWon: 2_800 }]],
      days: { from: TODAY, to: TODAY },
      minutes: { from: 855, to: 885 },
    });
  });
});

it('reads any text, and no more of it than it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const read = readSearch(text, TODAY);
      expect(read.words.length).toBeLessThanOrEqual(MAX_SEARCH_WORDS);
      expect(read.words.every((word) => word.length > 0)).toBe(true);
    }),
  );
  expect(kindsOf('1 2 3 4 5 6 7 8')).toHaveLength(MAX_SEARCH_WORDS);
  expect(readSearch(`${' '.repeat(MAX_SEARCH_CHARS)}우유`, TODAY).words).toEqual([]);
});

describe('the end of a card’s number', () => {
  it('fits what was hidden of it, wherever', () => {
    const fits = tailsThatFit('6301');
    expect(fits[0]).toBe('6301');
    expect(fits).toEqual(expect.arrayContaining(['630*', '**01', '6*0*']));
    expect(fits).not.toContain('***1');
    expect(new Set(fits).size).toBe(11);
  });

  it('never fits another number’s', () => {
    const digits = fc.stringMatching(/^\d{4}$/);
    fc.assert(
      fc.property(digits, digits, (typed, other) => {
        const shared = tailsThatFit(typed).filter((tail) => !tail.includes('*') && tail === other);
        expect(shared.length > 0).toBe(typed === other);
      }),
    );
  });
});

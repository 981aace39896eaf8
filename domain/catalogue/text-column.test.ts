import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf, eachRow, packed, rowAt, rowFrom, SEPARATOR } from './text-column.ts';

const rowsOf = (column: ReturnType<typeof columnOf>, needle: string) => {
  const rows: number[] = [];
  eachRow(column, needle, (row) => rows.push(row));
  return rows;
};

describe('a column of texts', () => {
  const column = packed(columnOf(['ㅇㅏ', '', 'ㅏㅇㅏ', '12']));

  it('is searched as its texts are: each once, in order', () => {
    expect(rowsOf(column, 'ㅏ')).toEqual([0, 2]);
    expect(rowsOf(column, `${SEPARATOR}ㅏ`)).toEqual([2]);
    expect(rowsOf(column, `2${SEPARATOR}`)).toEqual([3]);
    expect(rowsOf(column, 'ㅇㅏㅇ')).toEqual([]);
  });

  it('has no place for what none of its texts holds, and mistakes nothing for it', () => {
    expect(rowsOf(column, 'ㅋ')).toEqual([]);
    expect(rowsOf(column, 'ㅇㅋ')).toEqual([]);
    expect(column.text).not.toContain(column.asHere('ㅋ'));
  });

  it('is left as it is when its characters are too many for a byte', () => {
    const many = columnOf([String.fromCharCode(...Array.from({ length: 300 }, (_, index) => 0xac00 + index))]);
    expect(packed(many)).toBe(many);
  });
});

const letters = fc.array(fc.constantFrom('ㄱ', 'ㅏ', 'ㅎ', 'a', '7', '咖', '\0', 'é'), { maxLength: 6 }).map((list) => list.join(''));

describe('packed or not', () => {
  it('the same rows are found', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 20 }), letters.filter((text) => text !== ''), (texts, needle) => {
        const expected = texts.flatMap((text, row) => (text.includes(needle) ? [row] : []));
        expect(rowsOf(columnOf(texts), needle)).toEqual(expected);
        expect(rowsOf(packed(columnOf(texts)), needle)).toEqual(expected);
      }),
    );
  });

  it('a place belongs to one row, told from the start or from a row before it', () => {
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 20 }), fc.nat(), (texts, pick) => {
        const { starts } = columnOf(texts);
        const row = pick % texts.length;
        const place = starts[row] ?? 0;
        expect(rowFrom(starts, pick % (row + 1), place)).toBe(row);
        expect(rowAt(starts, place)).toBe(row);
      }),
    );
  });
});

import { expect, test } from 'vitest';
import { benchCommits } from './bench.ts';
import { newPlace, openAt } from './testing/files.ts';

test('the bench measures real appends beside its floor, and leaves a journal that holds', async () => {
  const place = newPlace();
  const times = await benchCommits({ dir: place.dir, rounds: 5 });
  expect(times.map((row) => row.name)).toEqual(['floor: one row, FULL', 'one entry', 'three entries', 'sale tendered (three entries and their tables)']);
  expect(times[0]?.ratio).toBe(1);
  const journal = await openAt(place);
  // One shift; six rows, one note, three notes and three rows of the tender a round.
  expect(await journal.verify()).toMatchObject({ ok: true, rows: 1 + 5 * 13 });
  expect(await journal.shiftTotals('shift-1')).toEqual({ saleCount: 5, cashRefundsWon: 0, cardRefundsWon: 0, cashSalesWon: 70_000, cardSalesWon: 0 });
  await journal.close();
  place.remove();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TypedDigits, TypedDigitsEvent } from './typed-digits.ts';
import { shownDigits, stepTypedDigits } from './typed-digits.ts';

const EMPTY: TypedDigits = { view: '', pending: [], underWay: 0 };
const run = (events: readonly TypedDigitsEvent[], from = EMPTY) => events.reduce(stepTypedDigits, from);
const typed = (digits: string) => ({ type: 'typed', digits }) as const;
const view = (digits: string) => ({ type: 'view', digits }) as const;
const TAKEN = { type: 'answered', taken: true } as const;
const REFUSED = { type: 'answered', taken: false } as const;

test('a late echo of an earlier digit does not take a later one away', () => {
  expect(shownDigits(run([typed('1'), TAKEN, typed('12'), TAKEN, view('1')]))).toBe('12');
  expect(shownDigits(run([typed('1'), TAKEN, typed('12'), TAKEN, view('1'), typed('123')]))).toBe('123');
});

test('what the cashier puts there is adopted', () => {
  expect(shownDigits(run([typed('1'), TAKEN, view('1'), view('999')]))).toBe('999');
  expect(shownDigits(run([typed('1'), view('')]))).toBe('');
});

test('a refused digit goes away once nothing else is under way', () => {
  expect(shownDigits(run([typed('1'), REFUSED]))).toBe('');
  expect(shownDigits(run([typed('1'), typed('12'), REFUSED]))).toBe('12');
});

test('echoes that were skipped do not hold the number back', () => {
  const state = run([typed('1'), typed(''), typed('1'), TAKEN, TAKEN, TAKEN, view('1')]);
  expect(shownDigits(state)).toBe('1');
  expect(shownDigits(run([typed('12'), TAKEN, view('12')], state))).toBe('12');
  expect(run([typed('12'), TAKEN, view('12')], state).pending).toEqual([]);
});

/** Main as it is: calls handled in order, each answered at once, views pushed in order but only now and then. */
test('whatever order answers and views arrive in, no key is lost', () => {
  const moves = fc.array(fc.constantFrom('1', '2', '3', 'erase', 'handle', 'answer', 'draw', 'deliver'), { maxLength: 120 });
  fc.assert(
    fc.property(moves, (script) => {
      let state = EMPTY;
      let wanted = '';
      let main = '';
      let drawn = '';
      const calls: string[] = [];
      const pushes: string[] = [];
      let answers = 0;
      const move = (name: string) => {
        if (name === 'handle') {
          const digits = calls.shift();
          if (digits === undefined) return;
          main = digits;
          answers += 1;
        } else if (name === 'draw') {
          if (main !== drawn) pushes.push(main);
          drawn = main;
        } else if (name === 'answer') {
          if (answers === 0) return;
          answers -= 1;
          state = stepTypedDigits(state, TAKEN);
        } else if (name === 'deliver') {
          const digits = pushes.shift();
          if (digits !== undefined) state = stepTypedDigits(state, view(digits));
        } else {
          wanted = name === 'erase' ? shownDigits(state).slice(0, -1) : shownDigits(state) + name;
          if (wanted === shownDigits(state)) return;
          calls.push(wanted);
          state = stepTypedDigits(state, typed(wanted));
        }
        expect(shownDigits(state)).toBe(wanted);
      };
      script.forEach(move);
      for (const name of ['handle', 'answer', 'draw', 'deliver']) for (let times = script.length; times > 0; times -= 1) move(name);
      expect(main).toBe(wanted);
      expect(state.underWay).toBe(0);
    }),
    { numRuns: 2_000 },
  );
});

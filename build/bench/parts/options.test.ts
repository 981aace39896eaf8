import { expect, it } from 'vitest';
import { BENCHES, readBenchOptions } from './options.ts';

it('without options everything is measured', () => {
  expect(readBenchOptions([], 'out/bench.json')).toEqual({ only: BENCHES, jsonFile: 'out/bench.json', sales: 300, cards: 1_000, years: { sales: 20_000, data: null }, help: false });
});

it('some can be chosen; they run in their own order, each once', () => {
  expect(readBenchOptions(['--only', 'start', '--only', 'slip', '--only', 'start', '--json', 'x.json'], 'd')).toEqual({ only: ['slip', 'start'], jsonFile: 'x.json', sales: 300, cards: 1_000, years: { sales: 20_000, data: null }, help: false });
});

it('a name that is none, and an option that is none, are refused in words', () => {
  expect(() => readBenchOptions(['--only', 'slips'], 'd')).toThrow('--only is one of commit, slip, calls, start, keys, window, basket, memory, history, cards, not "slips"');
  expect(() => readBenchOptions(['--fast'], 'd')).toThrow(/--fast/);
});

it('the number of sales is bounded', () => {
  expect(readBenchOptions(['--sales', '1000'], 'd').sales).toBe(1_000);
  expect(readBenchOptions(['--history', '2000000', '--data', 'out/seed'], 'd').years).toEqual({ sales: 2_000_000, data: 'out/seed' });
  expect(() => readBenchOptions(['--history', '999'], 'd')).toThrow('--history is a whole number');
  for (const name of ['sales', 'cards']) for (const wrong of ['99', '5001', '1.5', 'many']) expect(() => readBenchOptions([`--${name}`, wrong], 'd')).toThrow(`--${name} is a whole number`);
});

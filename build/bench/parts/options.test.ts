import { expect, it } from 'vitest';
import { BENCHES, readBenchOptions } from './options.ts';

it('without options everything is measured', () => {
  expect(readBenchOptions([], 'out/bench.json')).toEqual({ only: BENCHES, jsonFile: 'out/bench.json', help: false });
});

it('some can be chosen; they run in their own order, each once', () => {
  expect(readBenchOptions(['--only', 'start', '--only', 'slip', '--only', 'start', '--json', 'x.json'], 'd')).toEqual({ only: ['slip', 'start'], jsonFile: 'x.json', help: false });
});

it('a name that is none, and an option that is none, are refused in words', () => {
  expect(() => readBenchOptions(['--only', 'slips'], 'd')).toThrow('--only is one of commit, slip, calls, start, keys, not "slips"');
  expect(() => readBenchOptions(['--fast'], 'd')).toThrow(/--fast/);
});

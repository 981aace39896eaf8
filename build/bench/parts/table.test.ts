import { describe, expect, it } from 'vitest';
import { figureOf } from './figure.ts';
import type { Summary } from './statistics.ts';
import { amount, tableOf } from './table.ts';

const took = (median: number, p99 = median): Summary => ({ median, p99, samples: 200 });

describe('the table', () => {
  it('shows each figure beside its measure, with its ratio, its aim and the verdict', () => {
    const table = tableOf([
      figureOf({ name: 'commit', unit: 'ms', measured: took(1.2, 9), beside: { to: 'floor', name: 'one row', measured: took(1), atMost: 1.5 } }),
      figureOf({ name: 'slip', unit: 'µs', measured: took(10), beside: { to: 'peer', name: 'other', measured: took(43), atLeast: 5 } }),
      figureOf({ name: 'call', unit: 'ms', measured: took(0.48) }),
    ]);
    expect(table).toBe(
      [
        '| figure |   median |      p99 |   n | beside         | its median |  ratio | aim     | met |',
        '| ------ | -------: | -------: | --: | -------------- | ---------: | -----: | ------- | --- |',
        '| commit |  1.20 ms |  9.00 ms | 200 | floor: one row |    1.00 ms | 1.20 × | ≤ 1.5 × | yes |',
        '| slip   |  10.0 µs |  10.0 µs | 200 | peer: other    |    43.0 µs | 4.30 × | ≥ 5 ×   | NO  |',
        '| call   | 0.480 ms | 0.480 ms | 200 |                |            |        |         |     |',
      ].join('\n'),
    );
  });

  it('has the same width on every line', () => {
    const lines = tableOf([figureOf({ name: 'a much longer name', unit: 'ms', measured: took(1_234.5) })]).split('\n');
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });

  it('writes amounts with three digits that count', () => {
    expect([0.0421, 0.5, 1, 9.994, 12.34, 123.4, 1_310.4].map((value) => amount(value, 'ms'))).toEqual(['0.042 ms', '0.500 ms', '1.00 ms', '9.99 ms', '12.3 ms', '123 ms', '1,310 ms']);
  });
});

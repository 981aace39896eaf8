import { describe, expect, it } from 'vitest';
import { best, figureOf } from './figure.ts';
import type { Summary } from './statistics.ts';

const took = (median: number): Summary => ({ median, p99: median * 2, samples: 9 });

describe('a figure beside its floor', () => {
  const beside = (floor: number, atMost?: number) =>
    figureOf({ name: 'x', unit: 'ms', measured: took(3), beside: { to: 'floor', name: 'least', measured: took(floor), ...(atMost === undefined ? {} : { atMost }) } });

  it('says how many times as dear it is, and whether that is within the aim', () => {
    expect(beside(2, 1.5)).toEqual({
      name: 'x', unit: 'ms', value: 3, p99: 6, samples: 9, floor: { name: 'least', value: 2, p99: 4 }, ratio: 1.5, aim: '≤ 1.5 ×', met: true,
    });
    expect(beside(1.9, 1.5)).toMatchObject({ ratio: 1.58, met: false });
  });

  it('is judged by the ratio that is shown', () => {
    expect(beside(1.999, 1.5)).toMatchObject({ ratio: 1.5, met: true });
    expect(beside(1.98, 1.5)).toMatchObject({ ratio: 1.52, met: false });
  });

  it('has a ratio but no verdict where no aim is set', () => {
    expect(beside(2)).toMatchObject({ ratio: 1.5, aim: null, met: null });
  });

  it('refuses a floor that took no time', () => {
    expect(() => beside(0, 1.5)).toThrow(RangeError);
  });
});

describe('a figure by itself', () => {
  it('is judged by its median, or not at all', () => {
    expect(figureOf({ name: 'x', unit: 'keys', measured: took(3), limit: { of: 'median', atMost: 3 } })).toEqual({ name: 'x', unit: 'keys', value: 3, p99: 6, samples: 9, ratio: null, aim: 'median ≤ 3 keys', met: true });
    expect(figureOf({ name: 'x', unit: 'keys', measured: took(4), limit: { of: 'median', atMost: 3 } })).toMatchObject({ met: false });
    expect(figureOf({ name: 'x', unit: 'ms', measured: took(4) })).toMatchObject({ aim: null, met: null });
  });
});

describe('a figure beside a peer', () => {
  const beside = (peer: number) => figureOf({ name: 'x', unit: 'µs', measured: took(10), beside: { to: 'peer', name: 'other', measured: took(peer), atLeast: 5 } });

  it('says how many times as fast it is, and whether that is enough', () => {
    expect(beside(60)).toMatchObject({ peer: { name: 'other', value: 60, p99: 120 }, ratio: 6, aim: '≥ 5 ×', met: true });
    expect(beside(50)).toMatchObject({ ratio: 5, met: true });
    expect(beside(43)).toMatchObject({ ratio: 4.3, met: false });
    expect(beside(43)).not.toHaveProperty('floor');
  });

  it('is held against the fastest of several', () => {
    expect(best([{ who: 'a', measured: took(3) }, { who: 'b', measured: took(1) }, { who: 'c', measured: took(2) }]).who).toBe('b');
  });
});

it('a figure alone has neither ratio nor aim', () => {
  expect(figureOf({ name: 'x', unit: 'ms', measured: took(1) })).toEqual({ name: 'x', unit: 'ms', value: 1, p99: 2, samples: 9, ratio: null, aim: null, met: null });
});

it('an aim that stands by itself is judged by what it is of, beside a floor or alone', () => {
  const frame = { name: 'x', unit: 'ms', measured: took(12), limit: { of: 'p99', atMost: 16 } } as const;
  expect(figureOf(frame)).toMatchObject({ ratio: null, aim: 'p99 ≤ 16 ms', met: false });
  expect(figureOf({ ...frame, limit: { of: 'median', atMost: 16 } })).toMatchObject({ aim: 'median ≤ 16 ms', met: true });
  expect(figureOf({ ...frame, beside: { to: 'floor', name: 'least', measured: took(8) } })).toMatchObject({ ratio: 1.5, aim: 'p99 ≤ 16 ms', met: false });
});

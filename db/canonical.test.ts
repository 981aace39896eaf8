import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, MAX_DEPTH } from './canonical.ts';

test('is JSON that means the same value', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  }));
});

test('is one text for one value, in whatever order its keys were put', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, shuffled(inner)]));
  };
  fc.assert(fc.property(fc.jsonValue(), (value) => canonicalJson(shuffled(value)) === canonicalJson(value)));
});

test('is two texts for two values', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
    const same = JSON.stringify(JSON.parse(canonicalJson(a))) === JSON.stringify(JSON.parse(canonicalJson(b)));
    expect(canonicalJson(a) === canonicalJson(b)).toBe(same);
  }));
});

test('sorts keys by UTF-16 code unit and writes numbers and strings as ECMAScript does', () => {
  expect(canonicalJson({ b: 1, a: [true, null, 1e21, -0, 0.1], '😀': 'é\u0000"', 가: '\u2028' })).toBe('{"a":[true,null,1e+21,0,0.1],"b":1,"가":"\u2028","😀":"é\\u0000\\""}');
  expect(canonicalJson({ 10: 'x', 9: 'y' })).toBe('{"10":"x","9":"y"}');
});

test('leaves out a property that is undefined, as JSON does', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

const loop: unknown[] = [];
loop.push(loop);
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined], [[undefined]], [1n], [() => 1], [Symbol('x')], [new Date(0)], [new Map()], [Buffer.from('x')], [loop], [nested(MAX_DEPTH + 1)]])(
  'refuses what JSON has no text for: %s',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  },
);

test('refuses a hole in a list, and takes the deepest value allowed', () => {
  // oxlint-disable-next-line no-sparse-arrays -- the hole is what is tested
  expect(() => canonicalJson([1, , 2])).toThrow(TypeError);
  expect(canonicalJson(nested(MAX_DEPTH))).toContain('1');
});

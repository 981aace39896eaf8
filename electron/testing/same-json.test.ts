import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { sameJson } from './same-json.ts';

const json = fc.jsonValue({ maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value)));

it('agrees with the comparison of the runtime about any two values', () => {
  fc.assert(fc.property(json, json, (one, other) => sameJson(one, other) === isDeepStrictEqual(one, other)), { numRuns: 500 });
});

it('finds a value the same as itself in another order of fields, and no longer when a field is added', () => {
  const objects = fc.dictionary(fc.string(), json);
  fc.assert(
    fc.property(objects, (object) => {
      const turned = Object.fromEntries(Object.entries(object).toReversed());
      const more: Record<string, unknown> = { ...object, [`${Object.keys(object).join('')}+`]: null };
      return sameJson(object, turned) && !sameJson(object, more) && !sameJson(more, object) && !sameJson([object], [more]);
    }),
    { numRuns: 200 },
  );
});

it('tells a field that is there and undefined from one that is not there', () => {
  expect(sameJson({ a: undefined }, {})).toBe(false);
  expect(sameJson({ a: undefined }, { b: undefined })).toBe(false);
  expect(sameJson({}, [])).toBe(false);
  expect(sameJson([1], [1, 2])).toBe(false);
});

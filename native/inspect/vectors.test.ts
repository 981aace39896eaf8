import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../wire/bytes.ts';
import { PROTOCOLS } from './protocols.ts';
import vectors from './vectors.json' with { type: 'json' };

type Vector = { readonly protocol: string; readonly direction: string; readonly name: string; readonly fields: Record<string, unknown>; readonly hex: string };

const all: readonly Vector[] = vectors;
const protocolOf = ({ protocol }: Vector) => {
  if (protocol === 'koces-cat' || protocol === 'kicc-ed721' || protocol === 'koces-pad') return PROTOCOLS[protocol];
  throw new Error(`no protocol ${protocol}`);
};
const inspect = (vector: Vector) => protocolOf(vector).inspect(fromHex(vector.hex) ?? new Uint8Array(0));
const named = (vectors: readonly Vector[]) => vectors.map((vector) => [`${vector.protocol}: ${vector.name}`, vector] as const);

/** Their fields leave out what the frame holds: an answer by its telling fields only, a frame that is wrong by design. */
const isPartial = ({ protocol, direction, fields }: Vector): boolean =>
  fields['valid'] === false || (protocol === 'koces-cat' && direction === 'terminal->pos' && fields['reply'] !== undefined) || fields['cmd'] === 'B2';

describe('the test vectors of the protocol sheets', () => {
  it('are all here', () => {
    expect(Object.fromEntries(['koces-cat', 'kicc-ed721', 'koces-pad'].map((name) => [name, all.filter(({ protocol }) => protocol === name).length]))).toEqual({ 'koces-cat': 25, 'kicc-ed721': 35, 'koces-pad': 20 });
  });

  it.each(named(all))('%s: read', (_name, vector) => {
    const found = inspect(vector);
    expect(found).toHaveLength(1);
    expect(found[0]?.fields).toMatchObject(vector.fields);
    if (found[0]?.direction !== undefined) expect(found[0].direction).toBe(vector.direction);
    expect(found[0]?.fields['valid'] === false).toBe(vector.fields['valid'] === false);
  });

  it.each(named(all.filter((vector) => !isPartial(vector))))('%s: built from its fields', (_name, vector) => {
    const built = protocolOf(vector).build(vector);
    expect(built.ok ? toHex(built.bytes) : built.reason).toBe(vector.hex);
  });

  it.each(named(all.filter(({ fields }) => fields['valid'] !== false)))('%s: built from what was read', (_name, vector) => {
    const fields = inspect(vector)[0]?.fields ?? {};
    const built = protocolOf(vector).build({ direction: vector.direction, fields });
    expect(built.ok ? toHex(built.bytes) : built.reason).toBe(vector.hex);
  });
});

/** Cuts a typeface with HarfBuzz's own subsetter, as `harfbuzzjs` carries it: to some characters, some weights and some of its names. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Cut = {
  readonly codePoints: Iterable<number>;
  readonly weights: { readonly min: number; readonly max: number };
  /** By their numbers in the table of names. */
  readonly names: readonly number[];
};

/** Places in the subsetter's memory are numbers; 0 is none. */
type HarfBuzz = {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly _initialize: () => void;
  readonly malloc: (bytes: number) => number;
  readonly hb_blob_create: (data: number, bytes: number, mode: number, user: number, destroy: number) => number;
  readonly hb_blob_get_data: (blob: number, length: number) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_set_clear: (set: number) => void;
  readonly hb_set_invert: (set: number) => void;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_unicode_set: (input: number) => number;
  readonly hb_subset_input_set: (input: number, which: number) => number;
  readonly hb_subset_input_set_axis_range: (input: number, face: number, axis: number, min: number, max: number, standard: number) => number;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
};

const CALLS = [
  '_initialize', 'malloc', 'hb_blob_create', 'hb_blob_get_data', 'hb_blob_get_length', 'hb_face_create', 'hb_face_reference_blob', 'hb_set_clear', 'hb_set_invert', 'hb_set_add',
  'hb_subset_input_create_or_fail', 'hb_subset_input_unicode_set', 'hb_subset_input_set', 'hb_subset_input_set_axis_range', 'hb_subset_or_fail',
] as const satisfies readonly (keyof HarfBuzz)[];

/** From hb-subset.h. */
const SETS = { names: 4, features: 6 } as const;
const WRITABLE = 2;
/** `wght`. */
const WEIGHT_AXIS = 0x77676874;

/** A memory of its own for each cut: nothing needs to be given back. */
export async function cutTypeface(typeface: Uint8Array, { codePoints, weights, names }: Cut): Promise<Buffer> {
  const hb = await load();
  const data = held(hb.malloc(typeface.length), 'memory');
  new Uint8Array(hb.memory.buffer).set(typeface, data);
  const face = held(hb.hb_face_create(hb.hb_blob_create(data, typeface.length, WRITABLE, 0, 0), 0), 'face');
  const input = held(hb.hb_subset_input_create_or_fail(), 'input');
  const features = hb.hb_subset_input_set(input, SETS.features);
  hb.hb_set_clear(features);
  // Everything but nothing: whatever the typeface can do with what is left of it.
  hb.hb_set_invert(features);
  fill(hb, hb.hb_subset_input_set(input, SETS.names), names);
  fill(hb, hb.hb_subset_input_unicode_set(input), codePoints);
  // NaN: the standard weight stays what it is.
  held(hb.hb_subset_input_set_axis_range(input, face, WEIGHT_AXIS, weights.min, weights.max, Number.NaN), 'axis of weights');
  const blob = hb.hb_face_reference_blob(held(hb.hb_subset_or_fail(face, input), 'cut'));
  const bytes = held(hb.hb_blob_get_length(blob), 'file');
  // The memory may have grown meanwhile: looked at anew.
  return Buffer.from(new Uint8Array(hb.memory.buffer, hb.hb_blob_get_data(blob, 0), bytes));
}

function fill(hb: HarfBuzz, set: number, values: Iterable<number>): void {
  hb.hb_set_clear(set);
  for (const value of values) hb.hb_set_add(set, value);
}

function held(place: number, what: string): number {
  if (place === 0) throw new Error(`HarfBuzz made no ${what}: is the typeface whole?`);
  return place;
}

async function load(): Promise<HarfBuzz> {
  const file = fileURLToPath(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'));
  const { exports } = (await WebAssembly.instantiate(readFileSync(file))).instance;
  if (!isHarfBuzz(exports)) throw new Error(`${file} lacks calls of HarfBuzz's subsetter`);
  exports._initialize();
  return exports;
}

function isHarfBuzz(exports: unknown): exports is HarfBuzz {
  return typeof exports === 'object' && exports !== null && 'memory' in exports && CALLS.every((call) => typeof Reflect.get(exports, call) === 'function');
}

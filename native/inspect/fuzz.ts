/**
 * Spoilt bytes for the codecs: sound frames with bits turned, bytes lost, doubled, put in, frames cut, glued and mixed with rubbish. Each
 * input must end, must not throw, must not be kept beyond the bound, and every frame given out must pass a check that is written here a
 * second time, as slowly as the sheets say it in words. The same seed gives the same inputs.
 */
import { describePad } from '../signature-pad/koces-pad/fields.ts';
import { createPadReader } from '../signature-pad/koces-pad/codec.ts';
import { createKiccReader, encodeKiccFrame, encodePairs } from '../terminal/kicc-ed721/codec.ts';
import { describeKicc } from '../terminal/kicc-ed721/fields.ts';
import { createCatReader, encodeCatResult } from '../terminal/koces-cat/codec.ts';
import { describeCat } from '../terminal/koces-cat/fields.ts';
import { fromHex, joined, toHex } from '../wire/bytes.ts';
import { fuzzPrinterStatus } from '../printer/status-fuzz.ts';
import { isFault, type FrameReader } from '../wire/reader.ts';
import type { Described } from './described.ts';
import type { ProtocolName } from './protocols.ts';
import vectors from './vectors.json' with { type: 'json' };

export type FuzzReport = { readonly inputs: number; readonly frames: number; readonly faults: number };

type Target = {
  readonly open: (onAccepted: (bytes: Uint8Array) => void) => { readonly reader: FrameReader<{ readonly kind: string }>; readonly describe: (event: { readonly kind: string }) => Described };
  /** Whether the bytes are a frame, by the sheet's own words. */
  readonly isSound: (bytes: Uint8Array) => boolean;
  readonly corpus: readonly Uint8Array[];
  readonly maxHeldBytes: number;
};

const CARD_NUMBER = '9490123400001230';

function sound(protocol: ProtocolName): Uint8Array[] {
  return vectors.filter((vector) => vector.protocol === protocol && vector.fields.valid !== false).flatMap(({ hex }) => fromHex(hex) ?? []);
}

/** An answer as a terminal that masks nothing would send it. */
function unmasked(): { readonly cat: Uint8Array; readonly kicc: Uint8Array } {
  const cat = encodeCatResult('G120', { reply: '0000', authNo: '30012345', card: `${CARD_NUMBER}=3012101123456789`, message: `카드 ${CARD_NUMBER}` });
  const pairs = encodePairs({ S01: 'I1', S07: CARD_NUMBER, S08: '3012', R04: '0000', R09: '30012345', R17: `카드 ${CARD_NUMBER}`, R23: CARD_NUMBER });
  if (!cat.ok || !pairs.ok) throw new Error('the corpus cannot be built');
  return { cat: cat.bytes, kicc: encodeKiccFrame(1, '14/04', joined(Uint8Array.of(0), pairs.bytes)) };
}

function opened<Frame extends { readonly kind: string }>(create: (onAccepted: (bytes: Uint8Array) => void) => FrameReader<Frame>, describe: (frame: Frame) => Described): Target['open'] {
  return (onAccepted) => {
    const reader = create(onAccepted);
    const known = new Map<object, Frame>();
    return {
      reader: {
        read: (bytes) => reader.read(bytes).map((event) => (isFault(event) ? event : (known.set(event, event), event))),
        flush: () => reader.flush().map((event) => (isFault(event) ? event : (known.set(event, event), event))),
        pending: reader.pending,
      },
      describe: (event) => {
        const frame = known.get(event);
        if (frame === undefined) throw new Error('a frame nobody read');
        return describe(frame);
      },
    };
  };
}

const TARGETS: Readonly<Record<ProtocolName, () => Target>> = {
  'koces-cat': () => ({ open: opened(createCatReader, describeCat), isSound: isSoundCat, corpus: [...sound('koces-cat'), unmasked().cat], maxHeldBytes: 2_048 }),
  'kicc-ed721': () => ({ open: opened(createKiccReader, describeKicc), isSound: isSoundKicc, corpus: [...sound('kicc-ed721'), unmasked().kicc], maxHeldBytes: 8_196 }),
  'koces-pad': () => ({ open: opened((onAccepted) => createPadReader({}, onAccepted), describePad), isSound: isSoundPad, corpus: sound('koces-pad'), maxHeldBytes: 2_052 }),
};

export const FUZZED = ['koces-cat', 'kicc-ed721', 'koces-pad', 'escpos-status'] as const;
export type Fuzzed = (typeof FUZZED)[number];

/** Throws with the seed, the number and the hex of the first input that shows a fault. */
export function fuzz(protocol: Fuzzed, inputs: number, seed: number): FuzzReport {
  // What a printer says has neither frames nor checks: it is held to other rules.
  if (protocol === 'escpos-status') return fuzzPrinterStatus(inputs, seed, randomOf(seed));
  const target = TARGETS[protocol]();
  const random = randomOf(seed);
  let [frames, faults] = [0, 0];
  for (let index = 0; index < inputs; index += 1) {
    const input = spoil(target.corpus, random);
    try {
      const counted = tryInput(target, input, random);
      frames += counted.frames;
      faults += counted.faults;
    } catch (error) {
      throw new Error(`${protocol}: seed ${seed}, input ${index}: ${error instanceof Error ? error.message : String(error)}: ${toHex(input)}`, { cause: error });
    }
  }
  return { inputs, frames, faults };
}

function tryInput(target: Target, input: Uint8Array, random: Random): { readonly frames: number; readonly faults: number } {
  const accepted: Uint8Array[] = [];
  const { reader, describe } = target.open((bytes) => accepted.push(bytes.slice()));
  const events = pieces(input, random).flatMap((piece) => reader.read(piece));
  if (reader.pending() > target.maxHeldBytes) throw new Error(`${reader.pending()} bytes are held`);
  events.push(...reader.flush());
  if (reader.pending() > 0) throw new Error('something is held after the line fell silent');
  if (events.length > input.length) throw new Error('more came out than went in');
  for (const bytes of accepted) if (!target.isSound(bytes)) throw new Error(`accepted ${toHex(bytes)}`);
  let frames = 0;
  for (const event of events) {
    if (isFault(event)) continue;
    frames += 1;
    const { direction, fields } = describe(event);
    if (direction === 'terminal->pos' && JSON.stringify(fields).includes(CARD_NUMBER)) throw new Error('a card number in full');
  }
  if (frames !== accepted.length) throw new Error('a frame nobody accepted');
  return { frames, faults: events.length - frames };
}

type Random = (below: number) => number;

/** mulberry32: small, fast and the same everywhere. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function pieces(input: Uint8Array, random: Random): Uint8Array[] {
  const out: Uint8Array[] = [];
  for (let from = 0; from < input.length; ) {
    const length = random(3) === 0 ? 1 + random(8) : 1 + random(600);
    out.push(input.subarray(from, from + length));
    from += length;
  }
  return out;
}

const MAX_INPUT_BYTES = 4_096;

function spoil(corpus: readonly Uint8Array[], random: Random): Uint8Array {
  const pick = (): Uint8Array => corpus[random(corpus.length)] ?? new Uint8Array(0);
  let bytes: Uint8Array = random(12) === 0 ? Uint8Array.from({ length: random(64) }, () => random(256)) : pick().slice();
  for (let more = random(3); more > 0; more -= 1) bytes = joined(bytes, pick());
  for (let times = 1 + random(4); times > 0; times -= 1) bytes = spoilOnce(bytes, pick, random);
  return bytes.subarray(0, MAX_INPUT_BYTES);
}

/** Bytes that mean something to one of the protocols. */
const TELLING = [0x02, 0x03, 0x04, 0x06, 0x15, 0x1b, 0x1c, 0x00, 0xff, 0xfb, 0xb1, 0xb2, 0xef, 0x3b, 0x3d, 0x20, 0x30];

function spoilOnce(bytes: Uint8Array, pick: () => Uint8Array, random: Random): Uint8Array {
  const at = random(bytes.length + 1);
  const copy = bytes.slice();
  switch (random(9)) {
    case 0:
      if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
      return copy;
    case 1:
      if (at < copy.length) copy[at] = random(256);
      return copy;
    case 2:
      if (at < copy.length) copy[at] = TELLING[random(TELLING.length)] ?? 0;
      return copy;
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + random(4)));
    case 4:
      return joined(bytes.subarray(0, at), Uint8Array.of(TELLING[random(TELLING.length)] ?? 0), bytes.subarray(at));
    case 5:
      return bytes.subarray(0, at);
    case 6:
      return joined(bytes.subarray(0, at), pick(), bytes.subarray(at));
    case 7:
      return joined(bytes, bytes.subarray(at, at + random(40)));
    default:
      // The head is where lengths stand.
      if (copy.length > 3) copy[1 + random(2)] = random(256);
      return copy;
  }
}

function isSoundCat(bytes: Uint8Array): boolean {
  if (bytes.length === 1) return [0x04, 0x05, 0x06, 0x15].includes(bytes[0] ?? 0);
  const check = [...bytes.subarray(1, -1)].reduce((sum, byte) => sum ^ byte, 0);
  return bytes.length >= 4 && bytes[0] === 0x02 && bytes.at(-2) === 0x03 && check === bytes.at(-1);
}

/** Bit by bit, in the order of the sheet's words. */
function isSoundKicc(bytes: Uint8Array): boolean {
  if (bytes.every((byte) => byte === 0x06)) return bytes.length === 3;
  if (bytes.every((byte) => byte === 0x15)) return bytes.length >= 1 && bytes.length <= 3;
  const length = 256 * (bytes[1] ?? 0) + (bytes[2] ?? 0);
  if (bytes[0] !== 0x02 || bytes.length !== length + 4 || bytes[4] !== 0xfb || bytes.at(-3) !== 0x03) return false;
  let register = 0xffff;
  for (const byte of bytes.subarray(1, -2)) {
    for (let bit = 0; bit < 8; bit += 1) {
      const differs = ((byte >> bit) & 1) !== (register & 1);
      register >>= 1;
      if (differs) register ^= 0x8005;
    }
  }
  const inverted = 0xffff - register;
  return bytes.at(-2) === inverted % 256 && bytes.at(-1) === Math.floor(inverted / 256);
}

function isSoundPad(bytes: Uint8Array): boolean {
  const isPoint = bytes[1] === 0xb1;
  const length = isPoint ? 6 : 256 * (bytes[1] ?? 0) + (bytes[2] ?? 0) + 4;
  const check = [...bytes.subarray(1, -1)].reduce((sum, byte) => sum ^ byte, 0);
  return bytes[0] === 0x02 && bytes.length === length && bytes.at(-2) === 0x03 && check === bytes.at(-1);
}

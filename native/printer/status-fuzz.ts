/**
 * Any bytes at all for the reader of what a printer says back: answers with bits turned, cut, glued and mixed with rubbish, in pieces of any
 * size. It must not throw, must account for each byte exactly once but for one unfinished answer, must say the same whatever the pieces,
 * and every answer it gives out must be one by the manual's own words, written here a second time. The same seed gives the same inputs.
 */
import { createStatusReader, type PrinterMessage } from './status.ts';

/** `frames`: answers given out; `faults`: bytes named as rubbish. */
export type StatusFuzzReport = { readonly inputs: number; readonly frames: number; readonly faults: number };

/** A block and its end; nothing longer is waited for. */
const MOST_HELD_BYTES = 97;
const MAX_INPUT_BYTES = 400;

type Random = (below: number) => number;

/** Throws with the seed, the number and the bytes of the first input that shows a fault. */
export function fuzzPrinterStatus(inputs: number, seed: number, random: Random): StatusFuzzReport {
  let [frames, faults] = [0, 0];
  for (let index = 0; index < inputs; index += 1) {
    const input = spoilt(random);
    try {
      const messages = tryInput(input, random);
      const rubbish = messages.filter(({ kind }) => kind === 'garbage').length;
      faults += rubbish;
      frames += messages.length - rubbish;
    } catch (error) {
      throw new Error(`escpos-status: seed ${seed}, input ${index}: ${error instanceof Error ? error.message : String(error)}: ${Buffer.from(input).toString('hex')}`, { cause: error });
    }
  }
  return { inputs, frames, faults };
}

function tryInput(input: Uint8Array, random: Random): readonly PrinterMessage[] {
  const whole = createStatusReader().read(input);
  const reader = createStatusReader();
  const messages: PrinterMessage[] = [];
  for (let from = 0; from < input.length; ) {
    const length = 1 + random(random(3) === 0 ? 3 : 120);
    messages.push(...reader.read(input.subarray(from, from + length)));
    from += length;
  }
  if (JSON.stringify(messages) !== JSON.stringify(whole)) throw new Error('other words in other pieces');
  const said = messages.flatMap(bytesOf);
  const left = new Int32Array(256);
  for (const byte of input) left[byte] = (left[byte] ?? 0) + 1;
  if (said.length > input.length || input.length - said.length > MOST_HELD_BYTES) throw new Error(`${said.length} of ${input.length} bytes are accounted for`);
  // Flow control may stand in the middle of another answer and is told at once: the order is not the one they came in.
  if (said.some((byte) => (left[byte] = (left[byte] ?? 0) - 1) < 0)) throw new Error('a byte is given out that never came');
  for (const message of messages) if (!isSound(message)) throw new Error(`accepted ${JSON.stringify(message)}`);
  return messages;
}

/** What a message was read from. */
function bytesOf(message: PrinterMessage): readonly number[] {
  switch (message.kind) {
    case 'automatic':
      return message.bytes;
    case 'process-id':
      return [0x37, 0x22, ...Buffer.from(message.id, 'latin1'), 0];
    case 'block':
      return [message.header, ...message.data, 0];
    case 'flow':
      return [message.on ? 0x11 : 0x13];
    case 'realtime':
    case 'in-order':
    case 'garbage':
      return [message.byte];
  }
}

/** Bit by bit, as the table of the manuals writes it: first bit first. */
function fits(byte: number, pattern: string): boolean {
  const bits = byte.toString(2).padStart(8, '0');
  return [...pattern].every((want, at) => want === '*' || want === bits[at]);
}

function isSound(message: PrinterMessage): boolean {
  switch (message.kind) {
    case 'realtime':
      return fits(message.byte, '0**1**10');
    case 'automatic': {
      const [first, ...others] = message.bytes;
      return fits(first, '0**1**00') && others.every((byte) => fits(byte, '0**0****'));
    }
    case 'in-order':
      return fits(message.byte, '0**0****');
    case 'process-id':
      return message.id.length === 4;
    case 'block':
      return (message.header === 0x37 || message.header === 0x5f) && message.data.length < MOST_HELD_BYTES && !message.data.includes(0);
    case 'flow':
    case 'garbage':
      return true;
  }
}

const ANSWERS: readonly (readonly number[])[] = [
  [0x12], [0x16], [0x1a], [0x1e], [0x72], [0x14, 0x00, 0x00, 0x0f], [0x3c, 0x20, 0x0c, 0x00], [0x00], [0x0c], [0x37, 0x22, 0x41, 0x42, 0x43, 0x44, 0x00], [0x5f, 0x54, 0x4d, 0x2d, 0x54, 0x38, 0x38, 0x00], [0x11], [0x13],
];

function spoilt(random: Random): Uint8Array {
  const bytes: number[] = [];
  for (let parts = 1 + random(12); parts > 0; parts -= 1) {
    const part = random(5) === 0 ? Array.from({ length: random(random(8) === 0 ? 130 : 6) }, () => random(256)) : [...(ANSWERS[random(ANSWERS.length)] ?? [])];
    if (random(3) === 0 && part.length > 0) {
      const at = random(part.length);
      if (random(2) === 0) part[at] = (part[at] ?? 0) ^ (1 << random(8));
      else part.splice(at, 1 + random(2));
    }
    bytes.push(...part);
  }
  return Uint8Array.from(bytes.slice(0, MAX_INPUT_BYTES));
}

/** The protocols `npm run inspect` knows: how each is read, described and built. */
import { createPadReader } from '../signature-pad/koces-pad/codec.ts';
import { buildPad, describePad } from '../signature-pad/koces-pad/fields.ts';
import { createKiccReader } from '../terminal/kicc-ed721/codec.ts';
import { buildKicc, describeKicc, describeKiccFault, mergeKicc } from '../terminal/kicc-ed721/fields.ts';
import { createCatReader } from '../terminal/koces-cat/codec.ts';
import { buildCat, describeCat, mergeCat } from '../terminal/koces-cat/fields.ts';
import { isFault, type FrameReader, type WireFault } from '../wire/reader.ts';
import type { Built, Described, Fields } from './described.ts';

export type Found = Described & { readonly fault?: string; readonly detail?: string; readonly bytes?: number };

export type Protocol = {
  readonly directions: readonly [string, string];
  /** All frames and faults of one piece of a capture. */
  readonly inspect: (bytes: Uint8Array) => readonly Found[];
  readonly build: (message: { readonly direction: string; readonly fields: Fields }) => Built;
};

const TERMINAL = ['pos->terminal', 'terminal->pos'] as const;

export const PROTOCOLS: Readonly<Record<'koces-cat' | 'kicc-ed721' | 'koces-pad', Protocol>> = {
  'koces-cat': { directions: TERMINAL, inspect: (bytes) => inspected(createCatReader(), bytes, describeCat, mergeCat), build: buildCat },
  'kicc-ed721': { directions: TERMINAL, inspect: (bytes) => inspected(createKiccReader(), bytes, describeKicc, mergeKicc, describeKiccFault), build: buildKicc },
  'koces-pad': { directions: ['pos->pad', 'pad->pos'], inspect: (bytes) => inspected(createPadReader(), bytes, describePad), build: buildPad },
};

export type ProtocolName = keyof typeof PROTOCOLS;

function inspected<Frame extends { readonly kind: string }>(
  reader: FrameReader<Frame>,
  bytes: Uint8Array,
  describe: (frame: Frame) => Described,
  merge: (described: readonly Described[]) => readonly Described[] = (described) => described,
  describeFault: (fault: WireFault) => Fields = ({ code }) => ({ valid: false, reason: code }),
): readonly Found[] {
  const events: (Frame | WireFault)[] = [];
  for (const event of [...reader.read(bytes), ...reader.flush()]) {
    const last = events.at(-1);
    // What is left over at the end, right behind a fault, belongs to it.
    const isRest = isFault(event) && last !== undefined && isFault(last) && (event.code === 'rubbish' || event.code === 'incomplete');
    if (isRest) events[events.length - 1] = { ...last, bytes: last.bytes + event.bytes };
    else events.push(event);
  }
  return merge(
    events.map((event): Found => (isFault(event) ? { fault: event.code, detail: event.detail, bytes: event.bytes, fields: describeFault(event) } : describe(event))),
  );
}

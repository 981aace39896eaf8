import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SIGN_FIELD } from '../../contract/limits.ts';
import type { JournalRow } from '../../db/journal.ts';
import { createSealer } from '../../db/seal.ts';
import type { SignatureRecord } from '../../domain/journal-entry.ts';
import type { SlipDocument } from '../../domain/slip/document.ts';
import type { Signature } from '../../native/signature-pad/port.ts';
import { findSignature, openPicture, sealStrokes, sealTerminalPicture, withSignatures } from './kept.ts';
import { DISPLAY_PAD_LIMITS } from './display-pad.ts';

const sealer = createSealer(randomBytes(32));
const NAMED = { signatureId: 'sg-1', partId: 'p-1' } as const;
const NAME: Signature = { ...SIGN_FIELD, strokes: [Array.from({ length: 60 }, (_, step) => ({ x: 200 + step * 5, y: 300 + Math.round(80 * Math.sin(step / 4)) }))] };
const record = sealStrokes(sealer, NAME, { ...NAMED, takenOn: 'display' });

/** A picture of 8 by 2 dots, one of them black. */
function bmp(): string {
  const bytes = Buffer.alloc(62 + 8);
  bytes.write('BM');
  bytes.writeUInt32LE(62, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(8, 18);
  bytes.writeInt32LE(2, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(1, 28);
  bytes.writeUInt32LE(0x00ffffff, 54);
  bytes[62] = 0x80;
  return bytes.toString('hex');
}

function journalOf(kept: readonly SignatureRecord[], before = 0) {
  const row = (seq: number, body: Pick<JournalRow, 'kind' | 'payload'>) => ({ ...body, seq, id: String(seq), hash: '', at: '2026-03-02T05:04:09.000Z', businessDay: '2026-03-02', actor: null, saleId: 's-1' }) as JournalRow;
  const rows = [
    ...Array.from({ length: before }, (_, index) => row(index + 1, { kind: 'program.stopped', payload: {} })),
    ...kept.map((payload, index) => row(before + index + 1, { kind: 'signature.kept', payload })),
  ];
  return { unseal: sealer.unseal, saleJournal: async (saleId: string, { limit, afterSeq = 0 }: { readonly limit: number; readonly afterSeq?: number } = { limit: 1_000 }) => (saleId === 's-1' ? rows.filter(({ seq }) => seq > afterSeq).slice(0, limit) : []) };
}

const inked = (bits: Uint8Array) => bits.some((byte) => byte !== 0);
const SLIP: SlipDocument = { kind: 'sale', practice: false, blocks: [{ kind: 'pair', label: '서명', value: '' }, { kind: 'signature', saleId: 's-1', signatureId: 'sg-1' }] };

test('points are sealed, and come back as a picture of their own size', () => {
  expect(record).toMatchObject({ ...NAMED, takenOn: 'display', form: 'strokes' });
  const opened = openPicture(sealer, record);
  expect(opened.ok && inked(opened.value.bits)).toBe(true);
  // The ink fills the picture as far as it may: the margins of the field are not printed.
  expect(opened.ok && [opened.value.widthDots, opened.value.heightDots]).toEqual([320, 128]);
});

test('the longest signature there can be is sealed as any other', () => {
  const wild = { ...SIGN_FIELD, strokes: Array.from({ length: DISPLAY_PAD_LIMITS.maxPoints }, (_, step) => [{ x: (step * 617) % SIGN_FIELD.width, y: (step * 389) % SIGN_FIELD.height }]) };
  expect(openPicture(sealer, sealStrokes(sealer, wild, { ...NAMED, takenOn: 'display' }))).toMatchObject({ ok: true });
  const jumping = { ...SIGN_FIELD, strokes: [wild.strokes.flat()] };
  expect(openPicture(sealer, sealStrokes(sealer, jumping, { ...NAMED, takenOn: 'display' }))).toMatchObject({ ok: true });
});

test('a terminal’s own picture is kept as it came; what is none is not kept', () => {
  const kept = sealTerminalPicture(sealer, bmp(), NAMED);
  expect(kept).toMatchObject({ ...NAMED, takenOn: 'terminal', form: 'bmp' });
  const opened = kept === null ? null : openPicture(sealer, kept);
  expect(opened).toMatchObject({ ok: true, value: { widthDots: 8, heightDots: 2 } });
  for (const none of ['', '00', 'BM', bmp().slice(0, 100), `${bmp()}${'0'.repeat(200_000)}`]) expect(sealTerminalPicture(sealer, none, NAMED)).toBeNull();
});

test('a seal that was broken, or made elsewhere, is refused by name and never throws', () => {
  expect(openPicture(createSealer(randomBytes(32)), record)).toMatchObject({ ok: false, code: 'journal.key-missing' });
  fc.assert(
    fc.property(fc.nat({ max: record.inkSealed.length - 1 }), fc.constantFrom(...'AZ09-_.'), (at, character) => {
      const changed = record.inkSealed.slice(0, at) + character + record.inkSealed.slice(at + 1);
      fc.pre(changed !== record.inkSealed);
      expect(openPicture(sealer, { ...record, inkSealed: changed }).ok).toBe(false);
    }),
    { numRuns: 50 },
  );
  expect(openPicture(sealer, { form: 'strokes', inkSealed: sealer.seal('no strokes') })).toMatchObject({ ok: false, code: 'journal.corrupt' });
});

test('a slip is drawn on its way to the paper, and what is stored holds no ink', async () => {
  const drawn = await withSignatures(journalOf([record], 700), SLIP);
  expect(drawn.blocks[1]).toMatchObject({ kind: 'raster', widthDots: 320, heightDots: 128 });
  expect(SLIP.blocks[1]).toEqual({ kind: 'signature', saleId: 's-1', signatureId: 'sg-1' });
  const plain: SlipDocument = { ...SLIP, blocks: SLIP.blocks.slice(0, 1) };
  expect(await withSignatures(journalOf([]), plain)).toBe(plain);
});

test('a signature that is not there, or cannot be opened, leaves its place to words', async () => {
  expect(await withSignatures(journalOf([]), SLIP)).toEqual(SLIP);
  expect(await withSignatures(journalOf([{ ...record, inkSealed: 'v1.x.y' }]), SLIP)).toEqual(SLIP);
  expect(await findSignature(journalOf([record]), 's-2', 'sg-1')).toBeNull();
});

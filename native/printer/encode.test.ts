import Escpos from 'escpos';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import receiptline from 'receiptline';
import { describe, expect, it } from 'vitest';
import type { SlipDocument } from '../../domain/slip/document.ts';
import { columnsAt, textOf, type PaperColumns, type PaperLine, type TextLine } from './layout.ts';
import { columnsOf } from './code-page.ts';
import { drawerKick, encodeSlip, SLIP_HEAD } from './encode.ts';
import { sampleSlip } from './samples.ts';
import { anyDocument } from './testing/slips.ts';
import { createCommandReader, type PrinterCommand } from './virtual/commands.ts';
import { decodeSlips } from './virtual/decode.ts';
import { encodePng } from './virtual/png.ts';

function encoded(document: SlipDocument, columns: PaperColumns): { bytes: Uint8Array; lines: readonly PaperLine[] } {
  const made = encodeSlip(document, { columns });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made;
}

const both = fc.constantFrom(42 as const, 48 as const);
const samples = ([42, 48] as const).flatMap((columns) => (['sale', 'cash-receipt', 'test'] as const).map((kind) => ({ kind, columns })));

/** The whole slip by the package, call by call; raw only for what the decision says is ours. */
function byEscpos(lines: readonly PaperLine[]): Uint8Array {
  const printer = new Escpos(undefined, { encoding: 'cp949' });
  printer.raw(Buffer.from(SLIP_HEAD));
  const plain = { align: 'left', size: 'normal', bold: false, reverse: false } as const;
  let style: Pick<TextLine, 'align' | 'size' | 'bold' | 'reverse'> = plain;
  const spacing = (of: typeof style): readonly number[] => (of.reverse ? [0x1b, 0x33, 24] : of.size === 'tall' || of.size === 'large' ? [0x1b, 0x33, 56] : [0x1b, 0x32]);
  const change = (to: typeof style): void => {
    if (style.align !== to.align) printer.align(({ left: 'lt', center: 'ct', right: 'rt' } as const)[to.align]);
    if (style.size !== to.size) printer.raw(Buffer.of(0x1d, 0x21, { normal: 0, wide: 0x10, tall: 1, large: 0x11 }[to.size]));
    if (style.bold !== to.bold) printer.print(to.bold ? Escpos.command.TEXT_FORMAT.TXT_BOLD_ON : Escpos.command.TEXT_FORMAT.TXT_BOLD_OFF);
    if (style.reverse !== to.reverse) printer.raw(Buffer.of(0x1d, 0x42, to.reverse ? 1 : 0));
    if (spacing(style).join() !== spacing(to).join()) printer.raw(Buffer.from(spacing(to)));
    style = to;
  };
  for (const line of lines) {
    if (line.kind === 'text') {
      change(line);
      printer.text(textOf(line), 'cp949');
    } else {
      change({ ...plain, align: line.align });
      const bits = Buffer.from(line.bitsBase64, 'base64');
      const rowBytes = Math.ceil(line.widthDots / 8);
      const data = Array.from({ length: line.widthDots * line.heightDots }, (_, dot) => {
        const [x, y] = [dot % line.widthDots, Math.floor(dot / line.widthDots)];
        const black = (((bits[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;
        return black ? [0, 0, 0, 255] : [255, 255, 255, 255];
      }).flat();
      printer.raster(new Escpos.Image({ data, shape: [line.widthDots, line.heightDots, 4] }), 'normal');
    }
  }
  change(plain);
  printer.cut(true, 5);
  return Uint8Array.from(printer.buffer.flush());
}

describe('the bytes of a slip', () => {
  it.each(samples)('$kind at $columns columns are those of the package escpos where it is used', ({ kind, columns }) => {
    const { bytes, lines } = encoded(sampleSlip(kind, columns), columns);
    expect(Buffer.from(bytes).toString('hex')).toBe(Buffer.from(byEscpos(lines)).toString('hex'));
  });

  it('are those of the package for any document', () => {
    fc.assert(
      fc.property(anyDocument, both, (document, columns) => {
        const { bytes, lines } = encoded(document, columns);
        expect(Buffer.from(bytes).equals(Buffer.from(byEscpos(lines)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('decode to exactly the lines laid out, at their places, sizes and emphasis: the printer wraps nothing by itself', () => {
    fc.assert(
      fc.property(anyDocument, both, (document, columns) => {
        const { bytes, lines } = encoded(document, columns);
        const strips = decodeSlips(bytes, columns);
        expect(strips).toHaveLength(1);
        const rows = strips[0]?.rows.filter((row) => row.kind !== 'feed') ?? [];
        const expected = lines.filter((line) => line.kind === 'raster' || textOf(line) !== '');
        expect(rows).toHaveLength(expected.length);
        for (const [index, line] of expected.entries()) {
          const row = rows[index];
          if (line.kind === 'raster') {
            expect(row).toMatchObject({ kind: 'raster', rows: line.heightDots, widthBytes: Math.ceil(line.widthDots / 8) });
            continue;
          }
          if (row?.kind !== 'text') throw new Error('a picture where text was expected');
          expect(row.glyphs.map((glyph) => glyph.character).join('')).toBe(textOf(line));
          const widthDots = columns * 12;
          const room = widthDots - columnsOf(textOf(line)) * 12 * (columns / columnsAt(line.size, columns));
          expect(row.glyphs[0]?.x).toBe(line.align === 'left' ? 0 : line.align === 'right' ? room : Math.floor(room / 2));
          expect(row.glyphs.every((glyph) => glyph.bold === line.bold && glyph.reverse === line.reverse)).toBe(true);
          expect(row.heightDots).toBe(line.size === 'tall' || line.size === 'large' ? 48 : 24);
        }
      }),
    );
  });

  it('never hold a question mark the document did not', () => {
    for (const { kind, columns } of samples) {
      const text = encoded(sampleSlip(kind, columns), columns).lines.map((line) => (line.kind === 'text' ? textOf(line) : '')).join('');
      expect(text).not.toContain('?');
    }
    expect(encodeSlip({ kind: 'sale', practice: false, blocks: [{ kind: 'text', text: '🎂' }] }, { columns: 48 })).toEqual({
      ok: false, refusal: { kind: 'character', character: '🎂', codePoint: 'U+1F382', text: '🎂' },
    });
  });

  it('begin by setting the printer up and end by putting everything back and cutting', () => {
    const { bytes } = encoded(sampleSlip('test', 48), 48);
    expect([...bytes.subarray(0, 7)]).toEqual([0x1b, 0x40, 0x1c, 0x26, 0x1d, 0x61, 0x0e]);
    expect([...bytes.subarray(-8)]).toEqual([10, 10, 10, 10, 10, 0x1d, 0x56, 1]);
  });

  it('kick the drawer with the exact pulse, which the package gets wrong', () => {
    expect([...drawerKick(2)]).toEqual([0x1b, 0x70, 0x00, 0x19, 0xfa]);
    expect([...drawerKick(5)]).toEqual([0x1b, 0x70, 0x01, 0x19, 0xfa]);
  });

  it('keep a tall picture whole in bands', () => {
    const widthDots = 24;
    const heightDots = 600;
    const bits = Uint8Array.from({ length: 3 * heightDots }, (_, index) => (index * 37) & 0xff);
    const document: SlipDocument = { kind: 'sale', practice: false, blocks: [{ kind: 'raster', widthDots, heightDots, bitsBase64: Buffer.from(bits).toString('base64') }] };
    const rows = decodeSlips(encoded(document, 48).bytes, 48)[0]?.rows.filter((row) => row.kind === 'raster') ?? [];
    expect(rows.map((row) => row.rows)).toEqual([256, 256, 88]);
    expect(Buffer.concat(rows.map((row) => row.bits)).equals(Buffer.from(bits))).toBe(true);
  });
});

describe('receiptline as second opinion', () => {
  /** Each line's words with their size and emphasis, whatever the order of commands. */
  function seen(bytes: Uint8Array, columns: number): { text: string; tall: number; wide: number; bold: boolean; left: number; right: number }[] {
    const rows = decodeSlips(bytes, columns).flatMap((strip) => strip.rows);
    return rows.flatMap((row) => {
      if (row.kind !== 'text') return [];
      const inked = row.glyphs.filter((glyph) => glyph.character !== ' ');
      const [first, last] = [inked[0], inked.at(-1)];
      if (!first || !last) return [];
      return [{ text: inked.map((glyph) => glyph.character).join(''), tall: first.scaleY, wide: first.scaleX, bold: first.bold, left: first.x, right: last.x + last.width }];
    });
  }

  it.each([42, 48] as const)('agrees on words, sizes, emphasis and both edges at %i columns', (columns) => {
    const markup = ['합계 | 59,740원', '"받은 금액(현금) | 60,000', '^^^들꽃마트', '|왼쪽', '가운데', '오른쪽|'].join('\n');
    const theirs = iconv.encode(receiptline.transform(markup, { cpl: columns, encoding: 'cp949', command: 'generic', spacing: false }), 'latin1');
    const ours = encoded({
      kind: 'sale', practice: false, blocks: [
        { kind: 'pair', label: '합계', value: '59,740원' },
        { kind: 'pair', label: '받은 금액(현금)', value: '60,000', bold: true },
        { kind: 'text', text: '들꽃마트', align: 'center', size: 'large' },
        { kind: 'text', text: '왼쪽' }, { kind: 'text', text: '가운데', align: 'center' }, { kind: 'text', text: '오른쪽', align: 'right' },
      ],
    }, columns).bytes;
    const mine = seen(ours, columns);
    const others = seen(theirs, columns);
    expect(others.map(({ text }) => text)).toEqual(mine.map(({ text }) => text));
    for (const [index, line] of mine.entries()) expect(others[index]).toEqual(line);
  });

  it('agrees on every dot of a picture', () => {
    const [width, height] = [64, 40];
    const black = (x: number, y: number): boolean => (x * 7 + y * 13) % 5 === 0 || x === y;
    const pixels = Uint8Array.from({ length: width * height }, (_, dot) => (black(dot % width, Math.floor(dot / width)) ? 0 : 255));
    const bits = new Uint8Array((width / 8) * height);
    for (let dot = 0; dot < pixels.length; dot += 1) if (pixels[dot] === 0) bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
    const markup = `{image:${encodePng({ width, height, pixels }).toString('base64')}}`;
    const theirs = iconv.encode(receiptline.transform(markup, { cpl: 48, encoding: 'cp949', command: 'generic', gradient: false }), 'latin1');
    const ours = encoded({ kind: 'sale', practice: false, blocks: [{ kind: 'raster', widthDots: width, heightDots: height, bitsBase64: Buffer.from(bits).toString('base64'), align: 'center' }] }, 48).bytes;
    const pictures = (bytes: Uint8Array): unknown => decodeSlips(bytes, 48).flatMap((strip) => strip.rows).filter((row) => row.kind === 'raster');
    expect(pictures(ours)).toHaveLength(1);
    expect(pictures(theirs)).toEqual(pictures(ours));
  });

});

describe('the reader of commands', () => {
  it('reads the same whatever pieces the bytes come in', () => {
    fc.assert(
      fc.property(anyDocument, fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 }), (document, cuts) => {
        const { bytes } = encoded(document, 48);
        const whole = createCommandReader().read(bytes);
        const reader = createCommandReader();
        const pieces: PrinterCommand[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const length = cuts[turn % cuts.length] ?? 1;
          pieces.push(...reader.read(bytes.subarray(at, at + length)));
          at += length;
        }
        expect(pieces).toEqual(whole);
        expect(reader.pending()).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it('finds its way again after rubbish: the slip that follows is whole', () => {
    const { bytes } = encoded(sampleSlip('sale', 48), 48);
    const clean = decodeSlips(bytes, 48);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (rubbish) => {
        // Enough line ends that no command begun by the rubbish can still be open, short of a raster or GS ( of its own.
        fc.pre(!rubbish.includes(0x1d));
        const strips = decodeSlips(new Uint8Array(Buffer.concat([rubbish, Buffer.alloc(12, 10), bytes])), 48);
        const last = strips.at(-1);
        expect(last?.rows.slice(-(clean[0]?.rows.length ?? 0))).toEqual(clean[0]?.rows);
      }),
    );
  });

  it('takes any bytes without throwing and without keeping much', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 10 }), (pieces) => {
        const reader = createCommandReader();
        for (const piece of pieces) reader.read(piece);
        expect(reader.pending()).toBeLessThanOrEqual(256 * 1024);
      }),
    );
  });
});

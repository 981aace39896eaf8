/** Photos of products: what is taken for a picture, and what of it is drawn. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePhoto, judgePicked, MAX_PHOTO_BYTES, MAX_PHOTO_SIDE_PX, MAX_PICKED_BYTES, MAX_PICKED_PIXELS, pictureFacts, squareOf } from './photo.ts';

const latin = (text: string) => [...text].map((character) => character.charCodeAt(0));
const big = (value: number, length: number) => Array.from({ length }, (_, index) => Math.floor(value / 256 ** (length - 1 - index)) % 256);
const little = (value: number, length: number) => big(value, length).toReversed();
const REST = Array.from({ length: 40 }, () => 0);

const png = (width: number, height: number) => Uint8Array.from([0x89, ...latin('PNG'), 13, 10, 26, 10, 0, 0, 0, 13, ...latin('IHDR'), ...big(width, 4), ...big(height, 4), ...REST]);
const segment = (marker: number, body: readonly number[]) => [0xff, marker, ...big(body.length + 2, 2), ...body];
const jpeg = (width: number, height: number, before: readonly number[] = segment(0xe0, latin('JFIF'))) => Uint8Array.from([0xff, 0xd8, ...before, ...segment(0xc2, [8, ...big(height, 2), ...big(width, 2), 3, ...REST])]);
const riff = (kind: string, body: readonly number[]) => Uint8Array.from([...latin('RIFF'), 0, 0, 0, 0, ...latin('WEBP'), ...latin(kind), 0, 0, 0, 0, ...body, ...REST]);
const lossy = (width: number, height: number) => riff('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...little(width, 2), ...little(height, 2)]);
const lossless = (width: number, height: number) => riff('VP8L', [0x2f, ...little(width - 1 + (height - 1) * 0x4000, 4)]);
const extended = (width: number, height: number) => riff('VP8X', [0, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)]);

const side = fc.integer({ min: 1, max: 0x3fff });

describe('a picture', () => {
  it('says what it is and how large, in each of its kinds', () => {
    fc.assert(
      fc.property(side, side, (widthPx, heightPx) => {
        expect(pictureFacts(png(widthPx, heightPx))).toEqual({ type: 'image/png', widthPx, heightPx });
        expect(pictureFacts(jpeg(widthPx, heightPx))).toEqual({ type: 'image/jpeg', widthPx, heightPx });
        for (const make of [lossy, lossless, extended]) expect(pictureFacts(make(widthPx, heightPx))).toEqual({ type: 'image/webp', widthPx, heightPx });
      }),
    );
  });

  it('has its head behind whatever a camera wrote of itself', () => {
    const written = [...segment(0xe1, [...latin('Exif'), ...segment(0xc0, REST), ...REST]), 0xff, 0xff, ...segment(0xe2, REST).slice(1), ...segment(0xdb, REST), ...segment(0xc4, REST)];
    expect(pictureFacts(jpeg(4_000, 3_000, written))).toEqual({ type: 'image/jpeg', widthPx: 4_000, heightPx: 3_000 });
    expect(pictureFacts(jpeg(4_000, 3_000, [...segment(0xda, REST)]))).toBeNull();
  });

  it('is nothing that only looks like one, and nothing cut off before its size', () => {
    for (const whole of [png(9, 9), jpeg(9, 9), lossy(9, 9), lossless(9, 9), extended(9, 9)]) {
      const needed = Array.from({ length: whole.length + 1 }, (_, length) => length).find((length) => pictureFacts(whole.subarray(0, length)) !== null) ?? 0;
      for (let length = 0; length < needed; length += 1) expect(pictureFacts(whole.subarray(0, length))).toBeNull();
      for (let length = needed; length <= whole.length; length += 1) expect(pictureFacts(whole.subarray(0, length))).toEqual(pictureFacts(whole));
    }
    for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a______________________________', '%PDF-1.7____________________________', 'BM__________________________________', '____ftypheic________________________']) expect(pictureFacts(Uint8Array.from(latin(text)))).toBeNull();
    for (const none of [png(0, 9), jpeg(9, 0), lossy(0, 0)]) expect(pictureFacts(none)).toBeNull();
  });

  it('ends for any bytes at all', () => {
    const begun = fc.constantFrom<readonly number[]>([], [0xff, 0xd8, 0xff], latin('RIFF____WEBPVP8 '), latin('RIFF____WEBPVP8L'), [0x89, ...latin('PNG'), 13, 10, 26, 10]);
    fc.assert(
      fc.property(begun, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        const facts = pictureFacts(Uint8Array.from([...start, ...rest]));
        if (facts !== null) expect(Math.min(facts.widthPx, facts.heightPx)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('how large a photo may be', () => {
  it('is judged when it is picked, before it is decoded', () => {
    const facts = { type: 'image/png', widthPx: 8_000, heightPx: MAX_PICKED_PIXELS / 8_000 } as const;
    expect(judgePicked(MAX_PICKED_BYTES, facts)).toBeNull();
    expect(judgePicked(MAX_PICKED_BYTES + 1, facts)).toBe('photo-too-large');
    expect(judgePicked(1_000, { ...facts, widthPx: 8_001 })).toBe('photo-too-many-pixels');
    expect(judgePicked(1_000, null)).toBe('photo-not-a-picture');
  });

  it('is judged again when it is handed over', () => {
    const padded = (bytes: Uint8Array, length: number) => Uint8Array.from({ length }, (_, index) => bytes[index] ?? 0);
    expect(judgePhoto(padded(lossy(MAX_PHOTO_SIDE_PX, MAX_PHOTO_SIDE_PX), MAX_PHOTO_BYTES))).toBeNull();
    expect(judgePhoto(padded(lossy(9, 9), MAX_PHOTO_BYTES + 1))).toBe('photo-too-large');
    for (const make of [png, jpeg, lossy]) {
      expect(judgePhoto(make(MAX_PHOTO_SIDE_PX + 1, 9))).toBe('photo-too-many-pixels');
      expect(judgePhoto(make(9, MAX_PHOTO_SIDE_PX + 1))).toBe('photo-too-many-pixels');
    }
    expect(judgePhoto(Uint8Array.from(latin('<html><script>')))).toBe('photo-not-a-picture');
    expect(judgePhoto(new Uint8Array())).toBe('photo-not-a-picture');
  });
});

describe('the square a photo becomes', () => {
  it('lies within the picture and the square, keeps its shape, and is never enlarged', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const { sidePx, source, target } = squareOf(width, height);
        expect(sidePx).toBeGreaterThanOrEqual(1);
        expect(sidePx).toBeLessThanOrEqual(Math.min(MAX_PHOTO_SIDE_PX, Math.max(width, height)));
        for (const [inner, [outerWidth, outerHeight]] of [[source, [width, height]], [target, [sidePx, sidePx]]] as const) {
          expect(Math.min(inner.x, inner.y)).toBeGreaterThanOrEqual(0);
          expect(Math.min(inner.width, inner.height)).toBeGreaterThanOrEqual(1);
          expect(inner.x + inner.width).toBeLessThanOrEqual(outerWidth);
          expect(inner.y + inner.height).toBeLessThanOrEqual(outerHeight);
        }
        expect(target.width).toBeLessThanOrEqual(source.width);
        // To the pixel: more a rounding cannot move.
        expect(Math.abs((target.width * source.height) / source.width - target.height)).toBeLessThanOrEqual(1 + source.height / source.width);
      }),
    );
  });

  it('is the middle of an ordinary photo, and the whole of a bottle', () => {
    expect(squareOf(4_000, 3_000)).toEqual({ sidePx: 320, source: { x: 500, y: 0, width: 3_000, height: 3_000 }, target: { x: 0, y: 0, width: 320, height: 320 } });
    expect(squareOf(300, 900)).toEqual({ sidePx: 320, source: { x: 0, y: 0, width: 300, height: 900 }, target: { x: 106, y: 0, width: 107, height: 320 } });
    expect(squareOf(48, 48).sidePx).toBe(48);
  });
});

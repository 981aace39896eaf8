/**
 * Photos of products: what a picture is, seen from its first bytes and never from its name; how large it may come in and how small it
 * is kept; what of it is drawn. Nothing here decodes a picture: that is done in a window's sandbox alone.
 */

/** A kept photo by the SHA-256 of its bytes, in hex. */
export type PhotoHash = string;
export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp';
export type PictureFacts = { readonly type: PictureType; readonly widthPx: number; readonly heightPx: number };

/** The longest that a person may choose: more than any phone makes of one photo. */
export const MAX_PICKED_BYTES = 20_971_520;
/** Decoded it takes four bytes for each. */
export const MAX_PICKED_PIXELS = 40_000_000;
/** As it is kept. In text it fits into one call, beside the product. */
export const MAX_PHOTO_BYTES = 40_960;
export const MAX_PHOTO_SIDE_PX = 320;
/** Photos in one catalogue: as many as all quick keys four times over. */
export const MAX_PHOTOS = 2_000;

export type PhotoProblem = 'photo-not-a-picture' | 'photo-too-large' | 'photo-too-many-pixels';

/** What a person picked, before anything is decoded; null when it is good. */
export function judgePicked(sizeBytes: number, facts: PictureFacts | null): PhotoProblem | null {
  if (sizeBytes > MAX_PICKED_BYTES) return 'photo-too-large';
  if (facts === null) return 'photo-not-a-picture';
  return facts.widthPx * facts.heightPx > MAX_PICKED_PIXELS ? 'photo-too-many-pixels' : null;
}

/** What a window hands over to be kept; null when it is good. */
export function judgePhoto(bytes: Uint8Array): PhotoProblem | null {
  if (bytes.length > MAX_PHOTO_BYTES) return 'photo-too-large';
  const facts = pictureFacts(bytes);
  if (facts === null) return 'photo-not-a-picture';
  return facts.widthPx > MAX_PHOTO_SIDE_PX || facts.heightPx > MAX_PHOTO_SIDE_PX ? 'photo-too-many-pixels' : null;
}

/** Null: none of the three, or cut off before its size is said. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | null {
  const facts = pngFacts(bytes) ?? jpegFacts(bytes) ?? webpFacts(bytes);
  return facts === null || facts.widthPx === 0 || facts.heightPx === 0 ? null : facts;
}

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Square = { readonly sidePx: number; /** Of the picture. */ readonly source: Rectangle; /** On the square; the rest of it stays white. */ readonly target: Rectangle };

/** As far as a side may be longer before something of the goods would be lost with the ends. */
const MAX_CUT_RATIO = 1.5;

/** Photos are kept as squares: the middle of what is nearly one, the whole of what is long and thin. Nothing is made larger than it is. */
export function squareOf(widthPx: number, heightPx: number, maxSidePx = MAX_PHOTO_SIDE_PX): Square {
  const [short, long] = [Math.min(widthPx, heightPx), Math.max(widthPx, heightPx)];
  if (long / short <= MAX_CUT_RATIO) {
    const sidePx = Math.min(maxSidePx, short);
    return { sidePx, source: { x: Math.floor((widthPx - short) / 2), y: Math.floor((heightPx - short) / 2), width: short, height: short }, target: { x: 0, y: 0, width: sidePx, height: sidePx } };
  }
  const sidePx = Math.min(maxSidePx, long);
  const [width, height] = [widthPx, heightPx].map((side) => Math.max(1, Math.round((side * sidePx) / long))) as [number, number];
  return { sidePx, source: { x: 0, y: 0, width: widthPx, height: heightPx }, target: { x: Math.floor((sidePx - width) / 2), y: Math.floor((sidePx - height) / 2), width, height } };
}

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function pngFacts(bytes: Uint8Array): PictureFacts | null {
  if (!startsWith(bytes, 0, PNG_START) || bytes.length < 24 || text(bytes, 12) !== 'IHDR') return null;
  return { type: 'image/png', widthPx: number(bytes, 16, 4), heightPx: number(bytes, 20, 4) };
}

/** The frame's head stands behind whatever the camera wrote of itself: from segment to segment, by their lengths. */
function jpegFacts(bytes: Uint8Array): PictureFacts | null {
  if (!startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return null;
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { type: 'image/jpeg', widthPx: number(bytes, at + 7, 2), heightPx: number(bytes, at + 5, 2) };
    // The picture itself, or its end, before any head of a frame.
    else if (marker === 0xda || marker === 0xd9) return null;
    else {
      const length = number(bytes, at + 2, 2);
      if (length < 2) return null;
      at += 2 + length;
    }
  }
  return null;
}

/** SOF0 to SOF15, without the three numbers among them that mean tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function webpFacts(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 30 || text(bytes, 0) !== 'RIFF' || text(bytes, 8) !== 'WEBP') return null;
  const of = (widthPx: number, heightPx: number): PictureFacts => ({ type: 'image/webp', widthPx, heightPx });
  switch (text(bytes, 12)) {
    case 'VP8 ':
      return startsWith(bytes, 23, [0x9d, 0x01, 0x2a]) ? of(little(bytes, 26, 2) % 0x4000, little(bytes, 28, 2) % 0x4000) : null;
    case 'VP8L': {
      if (bytes[20] !== 0x2f) return null;
      const sizes = little(bytes, 21, 4);
      return of((sizes % 0x4000) + 1, (Math.floor(sizes / 0x4000) % 0x4000) + 1);
    }
    case 'VP8X':
      return of(little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1);
    default:
      return null;
  }
}

function startsWith(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

function text(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function number(bytes: Uint8Array, at: number, length: number): number {
  return bytes.subarray(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0);
}

function little(bytes: Uint8Array, at: number, length: number): number {
  return bytes.subarray(at, at + length).reduceRight((sum, byte) => sum * 256 + byte, 0);
}

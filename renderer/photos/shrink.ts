/**
 * A picture somebody picked, made into the small square that is kept. Here, in the window's sandbox, is the only place a foreign picture
 * is decoded; what it said of itself (where it was taken, with what) does not come along.
 */
import { judgePicked, MAX_PHOTO_BYTES, MAX_PHOTO_SIDE_PX, MAX_PICKED_BYTES, pictureFacts, squareOf } from '../../domain/catalogue/photo.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { base64Of } from '../ui/base64.ts';

export type Shrunk = { readonly ok: true; readonly base64: string } | { readonly ok: false; readonly code: FailureCode };

const SHRUNK_TYPE = 'image/webp';
/** From good to small, until it is small enough: the last is, whatever is on it. */
const STEPS: readonly (readonly [sidePx: number, quality: number])[] = [
  [MAX_PHOTO_SIDE_PX, 0.82],
  [MAX_PHOTO_SIDE_PX, 0.6],
  [256, 0.5],
  [160, 0.4],
];

export async function shrinkPhoto(file: File): Promise<Shrunk> {
  // Not even read.
  if (file.size > MAX_PICKED_BYTES) return { ok: false, code: 'catalogue.photo-too-large' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const facts = pictureFacts(bytes);
    const problem = judgePicked(bytes.length, facts);
    if (problem !== null) return { ok: false, code: `catalogue.${problem}` };
    const bitmap = await createImageBitmap(new Blob([bytes], { type: facts?.type ?? '' }));
    try {
      return await encoded(bitmap);
    } finally {
      bitmap.close();
    }
  } catch {
    return { ok: false, code: 'catalogue.photo-unreadable' };
  }
}

async function encoded(bitmap: ImageBitmap): Promise<Shrunk> {
  for (const [maxSidePx, quality] of STEPS) {
    const blob = await drawn(bitmap, maxSidePx).convertToBlob({ type: SHRUNK_TYPE, quality });
    if (blob.type === SHRUNK_TYPE && blob.size <= MAX_PHOTO_BYTES) return { ok: true, base64: base64Of(new Uint8Array(await blob.arrayBuffer())) };
  }
  return { ok: false, code: 'catalogue.photo-unreadable' };
}

/** On white: what was transparent is not the colour of whatever it is shown on. */
function drawn(bitmap: ImageBitmap, maxSidePx: number): OffscreenCanvas {
  const { sidePx, source, target } = squareOf(bitmap.width, bitmap.height, maxSidePx);
  const canvas = new OffscreenCanvas(sidePx, sidePx);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no canvas to draw on');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, sidePx, sidePx);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, source.x, source.y, source.width, source.height, target.x, target.y, target.width, target.height);
  return canvas;
}

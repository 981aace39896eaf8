/** The preview on screen: the actual bytes, decoded as a printer decodes them. */
import { decodeSlips } from './virtual/decode.ts';
import { drawStrips } from './virtual/draw.ts';
import { stripText } from './virtual/paper.ts';
import { encodePng } from './virtual/png.ts';

/** PNG of the paper these bytes make, 640 dots wide (80 mm). The first call reads the face, some milliseconds more. */
export function slipPicture(bytes: Uint8Array, columns: number): Buffer {
  return encodePng(drawStrips(decodeSlips(bytes, columns)));
}

/** The same paper in characters, for search, logs and screen readers. Strips are separated by a form feed. */
export function slipText(bytes: Uint8Array, columns: number): string {
  return decodeSlips(bytes, columns).map(stripText).join('\f');
}

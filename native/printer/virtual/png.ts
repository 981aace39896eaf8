import { crc32, deflateSync } from 'node:zlib';

/** Grey pixels, one byte each, rows from the top. */
export type GreyPicture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** PNG, 8-bit grey, with the resolution of a 203 dpi thermal head in it, so that it prints at life size. */
export function encodePng(picture: GreyPicture): Buffer {
  const { width, height, pixels } = picture;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const resolution = Buffer.alloc(9);
  const dotsPerMetre = 8_000;
  resolution.writeUInt32BE(dotsPerMetre, 0);
  resolution.writeUInt32BE(dotsPerMetre, 4);
  resolution.writeUInt8(1, 8);
  const filtered = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) filtered.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('pHYs', resolution),
    chunk('IDAT', deflateSync(filtered, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

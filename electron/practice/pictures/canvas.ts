/** A small square to paint plain shapes on, and the PNG of it. */
import { crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number];
/** Where it may be, and how far outside of it a point lies: negative within. In shares of the square's side, from the top left. */
export type Shape = { readonly box: readonly [left: number, top: number, right: number, bottom: number]; readonly outside: (x: number, y: number) => number };
export type Canvas = { readonly fill: (shape: Shape, colour: Colour) => void; readonly png: () => Buffer };

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function createCanvas(sidePx: number, ground: Colour): Canvas {
  const pixels = new Uint8Array(sidePx * sidePx * 3);
  pixels.set(ground);
  // Twice as much with every copy: a new counter's first start paints these.
  for (let painted = 3; painted < pixels.length; painted *= 2) pixels.copyWithin(painted, 0, painted);
  const within = (share: number) => Math.max(0, Math.min(sidePx, Math.round(share * sidePx)));
  const mix = (at: number, cover: number, colour: Colour) => {
    for (let part = 0; part < 3; part += 1) pixels[at + part] = (pixels[at + part] ?? 0) * (1 - cover) + (colour[part] ?? 0) * cover + 0.5;
  };
  return {
    fill({ box: [left, top, right, bottom], outside }, colour) {
      const [fromX, toX] = [within(left - 1 / sidePx), within(right + 1 / sidePx)];
      const toY = within(bottom + 1 / sidePx);
      for (let y = within(top - 1 / sidePx); y < toY; y += 1) {
        for (let x = fromX; x < toX; x += 1) {
          // Half a pixel on either side of the edge is mixed.
          const cover = Math.min(1, 0.5 - outside((x + 0.5) / sidePx, (y + 0.5) / sidePx) * sidePx);
          if (cover > 0) mix((y * sidePx + x) * 3, cover, colour);
        }
      }
    },
    png: () => encode(sidePx, pixels),
  };
}

/** `Math.hypot` guards against numbers far larger than these, and takes its time for it. */
const distance = (across: number, down: number): number => Math.sqrt(across * across + down * down);

export function ellipse(x: number, y: number, width: number, height = width): Shape {
  const [across, down] = [width / 2, height / 2];
  return { box: [x - across, y - down, x + across, y + down], outside: (px, py) => (distance((px - x) / across, (py - y) / down) - 1) * Math.min(across, down) };
}

/** With round corners; `x` and `y` are its middle. */
export function panel(x: number, y: number, width: number, height: number, round = 0): Shape {
  const [across, down] = [width / 2, height / 2];
  return {
    box: [x - across, y - down, x + across, y + down],
    outside: (px, py) => {
      const [dx, dy] = [Math.abs(px - x) - across + round, Math.abs(py - y) - down + round];
      return distance(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round;
    },
  };
}

/** Corners in clockwise order, none of them pointing inwards. */
export function polygon(...corners: readonly (readonly [x: number, y: number])[]): Shape {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const edges = corners.map(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
    const length = distance(nextX - x, nextY - y);
    return { x, y, outX: (nextY - y) / length, outY: (x - nextX) / length };
  });
  return { box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], outside: (px, py) => Math.max(...edges.map(({ x, y, outX, outY }) => (px - x) * outX + (py - y) * outY)) };
}

function encode(sidePx: number, pixels: Uint8Array): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(sidePx, 0);
  head.writeUInt32BE(sidePx, 4);
  // Eight bits for each of three colours.
  head.set([8, 2, 0, 0, 0], 8);
  const row = sidePx * 3;
  const lines = new Uint8Array((row + 1) * sidePx);
  for (let y = 0; y < sidePx; y += 1) lines.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

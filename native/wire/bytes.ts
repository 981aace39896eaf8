/** Bytes as people and protocols write them. */

/** `0206FF`. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex').toUpperCase();
}

/** The bytes of an even number of hex digits; undefined for anything else. */
export function fromHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || /[^0-9A-Fa-f]/.test(text)) return undefined;
  return new Uint8Array(Buffer.from(text, 'hex'));
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

export function sameBytes(one: Uint8Array, two: Uint8Array): boolean {
  return one.length === two.length && one.every((byte, index) => byte === two[index]);
}

/** Longitudinal check of both KOCES links: every byte from `from` up to, not including, `to`. */
export function xorOf(bytes: Uint8Array, from: number, to: number): number {
  let check = 0;
  for (let index = from; index < to; index += 1) check ^= bytes[index] ?? 0;
  return check;
}

/** The bytes from `from` up to, not including, `to`; fewer where there are fewer. */
export function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  const part = bytes.subarray(from, Math.max(from, to));
  return Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
}

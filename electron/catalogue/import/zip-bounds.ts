/** Whether a zip can be unpacked without filling the memory: every part is unpacked once into nothing, with a limit. */
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const STORED = 0;
const DEFLATED = 8;

export type ZipBounds = { readonly maxParts: number; readonly maxPartBytes: number; readonly maxTotalBytes: number };

export function isZip(bytes: Buffer): boolean {
  return bytes.length >= END_BYTES && bytes.readUInt32LE(0) === LOCAL_ENTRY;
}

/** Throws a RangeError for anything that is broken, too large or packed in another way. What a part says of its own size is not believed. */
export function holdZipBounds(bytes: Buffer, { maxParts, maxPartBytes, maxTotalBytes }: ZipBounds): void {
  const end = endOfDirectory(bytes);
  const parts = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (parts > maxParts) throw new RangeError(`${parts} parts in the file`);
  let total = 0;
  for (let part = 0; part < parts; part += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError('the directory of the file is broken');
    total += unpackedBytes(bytes, at, maxPartBytes);
    if (total > maxTotalBytes) throw new RangeError(`more than ${maxTotalBytes} bytes unpacked`);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function unpackedBytes(bytes: Buffer, entry: number, maxPartBytes: number): number {
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if (bytes.readUInt32LE(local) !== LOCAL_ENTRY) throw new RangeError('a part of the file is not where it should be');
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const data = bytes.subarray(from, from + packed);
  if (data.length !== packed) throw new RangeError('a part of the file is cut off');
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new RangeError(`a part is packed in a way (${method}) that spreadsheets do not use`);
  // Throws at the limit, before it has been exceeded.
  return inflateRawSync(data, { maxOutputLength: maxPartBytes }).length;
}

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES); at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new RangeError('the end of the file is missing');
}

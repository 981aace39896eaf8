import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { readTable } from './read-table.ts';
import { holdZipBounds, isZip } from './zip-bounds.ts';

const BOUNDS = { maxParts: 50, maxPartBytes: 100_000, maxTotalBytes: 150_000 };

/** A zip of parts whose directory says whatever it is told to say of their size. */
function zipOf(parts: readonly { readonly data: Buffer; readonly saysBytes?: number; readonly method?: number }[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [index, { data, saysBytes = data.length, method = 8 }] of parts.entries()) {
    const name = Buffer.from(`part${index}`);
    const packed = method === 8 ? deflateRawSync(data) : data;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(saysBytes, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    bodies.push(local, name, packed);
    directory.push(entry, name);
    at += local.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

describe('a zip before it is unpacked', () => {
  it('is taken within its bounds', () => {
    const good = zipOf([{ data: Buffer.from('a'.repeat(1_000)) }, { data: Buffer.from('b'), method: 0 }]);
    expect(isZip(good)).toBe(true);
    expect(() => holdZipBounds(good, BOUNDS)).not.toThrow();
  });

  it('is refused when a part, or all of them, unpack to more than they may, whatever the directory says', () => {
    expect(() => holdZipBounds(zipOf([{ data: Buffer.alloc(100_001), saysBytes: 10 }]), BOUNDS)).toThrow();
    expect(() => holdZipBounds(zipOf(Array.from({ length: 4 }, () => ({ data: Buffer.alloc(50_000), saysBytes: 1 }))), BOUNDS)).toThrow(RangeError);
    expect(() => holdZipBounds(zipOf(Array.from({ length: 51 }, () => ({ data: Buffer.from('a') }))), BOUNDS)).toThrow(RangeError);
    expect(() => holdZipBounds(zipOf([{ data: Buffer.from('a'), method: 12 }]), BOUNDS)).toThrow(RangeError);
  });

  it('is a bomb of three hundred megabytes, and refused at the bound', async () => {
    const packed = deflateRawSync(Buffer.alloc(300_000_000));
    const bomb = zipOf([{ data: packed, method: 0 }]);
    bomb.writeUInt16LE(8, bomb.length - 22 - 46 - 5 + 10);
    await expect(readTable(bomb, null)).rejects.toMatchObject({ refusal: 'file-unreadable' });
  }, 60_000);

  it('cut off or changed anywhere is refused or read, and never anything else', async () => {
    const whole = await writeWorkbook([['상품명', '판매가'], ['유자차', 1000]], { sheet: 'a' }).toBuffer();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const bytes = cut ? whole.subarray(0, at + 1) : Buffer.from(whole);
        if (!cut) bytes[at] = byte;
        await readTable(bytes, null).then(
          ({ format }) => expect(['csv', 'xlsx']).toContain(format),
          (problem: unknown) => expect(problem).toMatchObject({ name: 'TableError' }),
        );
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { joined } from '../wire/bytes.ts';
import { createKiccReader, encodeKiccFrame, encodePairs } from './kicc-ed721/codec.ts';
import { createCatReader, encodeCatResult } from './koces-cat/codec.ts';

describe('what leaves a codec', () => {
  const number = '9490123400001230';

  it('holds neither number nor expiry nor track, wherever a terminal put them', () => {
    const cat = encodeCatResult('G120', { reply: '0000', authNo: '30012345', card: `${number}=30121011234567890`, message: `승인 ${number}` });
    const g170 = encodeCatResult('G170', { service: 'C15', reply: '0000', card: number, message: number });
    const easyPay = encodeCatResult('T180', { reply: '0000', card: number, printNumber: number, message: number });
    const pairs = encodePairs({ S01: 'I1', S07: number, S08: '3012', R04: '0000', R17: number, R19: number, R23: number, R24: number, R32: number });
    if (!cat.ok || !g170.ok || !easyPay.ok || !pairs.ok) throw new Error('cannot be built');
    const seen = JSON.stringify([
      ...[cat, g170, easyPay].map(({ bytes }) => createCatReader().read(bytes)),
      createKiccReader().read(encodeKiccFrame(1, '14/04', joined(Uint8Array.of(0), pairs.bytes))),
    ]);
    expect(seen).not.toContain('fault');
    expect(seen).not.toMatch(/9490123400001230|3012/);
    expect(seen.match(/94901234\*{4}123\*/g)?.length).toBeGreaterThan(8);
  });

  it('is not written anywhere by a driver: nothing here prints or logs', () => {
    const folder = import.meta.dirname;
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !/test|simulator/.test(file));
    expect(sources.length).toBeGreaterThan(10);
    const writing = sources.filter((file) => /console\.|process\.std|writeFile|appendFile/.test(readFileSync(path.join(folder, file), 'utf8')));
    expect(writing).toEqual([]);
  });
});

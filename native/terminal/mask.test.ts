import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined } from '../wire/bytes.ts';
import { createKiccReader, encodeKiccFrame, encodePairs } from './kicc-ed721/codec.ts';
import { createCatReader, encodeCatResult } from './koces-cat/codec.ts';
import { maskCardNumber, maskCustomerNumber, maskWithin } from './mask.ts';

describe('masking', () => {
  it.each([
    ['5272894912346305', '52728949****630*'],
    ['5272-8949-1234-6305', '5272-8949-****-630*'],
    ['5272-8949-****-630*', '5272-8949-****-630*'],
    ['94901234****123*', '94901234****123*'],
    ['5272894912346305=30121011234567', '52728949****630*'],
    ['3528123456789012345', '35281234****901234*'],
    ['949094', '949094'],
    ['', ''],
  ])('card %s: %s', (given, masked) => expect(maskCardNumber(given)).toBe(masked));

  it.each([
    ['01012345678', '010****5678'],
    ['0161234567', '016****4567'],
    ['1248100998', '12481*****'],
    ['010****5678', '010****5678'],
    ['010***', '010***'],
    ['9001011234567', '900101*******'],
  ])('customer %s: %s', (given, masked) => expect(maskCustomerNumber(given)).toBe(masked));

  it('finds a card number within a sentence, and leaves shorter numbers alone', () => {
    expect(maskWithin('카드 5272-8949-1234-6305 정지')).toBe('카드 5272-8949-****-630* 정지');
    expect(maskWithin('현금영수증 문의 126-1-1, 가맹점 00012345678')).toBe('현금영수증 문의 126-1-1, 가맹점 00012345678');
  });

  it('leaves no card number readable, whatever its length', () => {
    fc.assert(fc.property(fc.integer({ min: 13, max: 19 }), fc.nat({ max: 9 }), (length, digit) => {
      const masked = maskCardNumber(String(digit).repeat(length));
      expect(masked).toHaveLength(length);
      expect(masked.slice(8, 12)).toBe('****');
      expect(masked.at(-1)).toBe('*');
    }));
  });
});

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

import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JournalError } from './journal.ts';
import { createSealer, MAX_SEAL_CHARACTERS } from './seal.ts';

const sealer = createSealer(randomBytes(32));

test('what was sealed comes back, whatever it was', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => sealer.unseal(sealer.seal(text)) === text));
});

test('the same text is sealed differently every time, and says how to open it', () => {
  const sealed = [sealer.seal('010-1234-5678'), sealer.seal('010-1234-5678')];
  expect(sealed[0]).not.toBe(sealed[1]);
  expect(sealed[0]).toMatch(new RegExp(`^v1\\.${sealer.keyId}\\.[\\w-]{16}\\.[\\w-]{22}\\.[\\w-]+$`));
});

test('no changed character is taken', () => {
  const sealed = sealer.seal('124-81-00998');
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom(...'ABCxyz019-_.'), (index, character) => {
      const changed = sealed.slice(0, index) + character + sealed.slice(index + 1);
      fc.pre(changed !== sealed);
      expect(() => sealer.unseal(changed)).toThrow(JournalError);
    }),
    { numRuns: 500 },
  );
});

test("another key's seal is a missing key, rubbish is damage", () => {
  const other = createSealer(randomBytes(32));
  expect(() => other.unseal(sealer.seal('x'))).toThrow(expect.objectContaining({ code: 'journal.key-missing' }));
  for (const rubbish of ['', 'v1', 'v2.a.b.c.d', `v1.${sealer.keyId}.a.b.c`, `${sealer.seal('x')}.more`, 'v'.repeat(100_000)]) {
    expect(() => sealer.unseal(rubbish)).toThrow(expect.objectContaining({ code: 'journal.corrupt' }));
  }
});

test('documents are not sealed, and a key has 32 bytes', () => {
  expect(sealer.unseal(sealer.seal('가'.repeat(MAX_SEAL_CHARACTERS)))).toHaveLength(MAX_SEAL_CHARACTERS);
  expect(() => sealer.seal('x'.repeat(MAX_SEAL_CHARACTERS + 1))).toThrow(RangeError);
  expect(() => createSealer(randomBytes(16))).toThrow('32 bytes');
});

import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { contentText, genesisHash, publicKeyFrom, publicKeyText, rowFault, rowHash, type RowContent, signatureHolds, signHash, signingKeyFrom } from './chain.ts';

const signingKey = signingKeyFrom(generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }));
const publicKey = publicKeyFrom(publicKeyText(signingKey));

const plainObject = fc.dictionary(fc.string(), fc.jsonValue());
const content: fc.Arbitrary<RowContent> = fc.record({
  seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  id: fc.string(),
  at: fc.string(),
  businessDay: fc.string(),
  actor: fc.option(plainObject.map(canonicalJson)),
  kind: fc.string(),
  saleId: fc.option(fc.string()),
  payload: plainObject.map(canonicalJson),
});

test('the text that is hashed is the canonical JSON of the row', () => {
  fc.assert(
    fc.property(content, (row) => {
      const parsed = { ...row, actor: JSON.parse(row.actor ?? 'null') as unknown, payload: JSON.parse(row.payload) as unknown };
      expect(contentText(row)).toBe(canonicalJson(parsed));
    }),
  );
});

test('a known row has a known hash: the chain does not change with a version', () => {
  const row = { seq: 1, id: 'a', at: '2026-01-05T00:00:00.000Z', businessDay: '2026-01-05', actor: null, kind: 'program.stopped', saleId: null, payload: '{}' };
  const genesis = genesisHash('counter-1', 'AAAA');
  expect(contentText(row)).toBe('{"actor":null,"at":"2026-01-05T00:00:00.000Z","businessDay":"2026-01-05","id":"a","kind":"program.stopped","payload":{},"saleId":null,"seq":1}');
  expect(genesis.toString('hex')).toBe('629d819654e112340434e2df7676e15a3b4972725f6a960a6a1a2193483d5b84');
  expect(rowHash(genesis, row).toString('hex')).toBe('883be269464feb30d6749de3e129d6367f5462f89af161f1f74fbb0ee8f6f52c');
});

describe('a row after the row before it', () => {
  const before = { seq: 4, hash: genesisHash('counter-1', 'AAAA') };
  const signed = (row: RowContent) => {
    const hash = rowHash(before.hash, row);
    return { ...row, prevHash: before.hash, hash, signature: signHash(hash, signingKey) };
  };

  test('holds as it was written', () => {
    fc.assert(fc.property(content, (row) => rowFault(before, signed({ ...row, seq: 5 }), publicKey) === null));
  });

  test('does not hold with any one field changed', () => {
    const changes = { id: fc.string(), at: fc.string(), businessDay: fc.string(), kind: fc.string(), saleId: fc.option(fc.string()), payload: plainObject.map(canonicalJson), actor: fc.option(plainObject.map(canonicalJson)), seq: fc.integer() };
    fc.assert(
      fc.property(content, fc.record(changes, { requiredKeys: [] }), (row, change) => {
        const original = signed({ ...row, seq: 5 });
        const changed = { ...original, ...change };
        fc.pre(contentText(changed) !== contentText(original));
        expect(rowFault(before, changed, publicKey)).not.toBeNull();
      }),
    );
  });

  test.each([
    ['not canonical though it means the same', (row: ReturnType<typeof signed>) => ({ ...row, payload: '{ }' }), 'not-canonical'],
    ['an actor that is the text null', (row: ReturnType<typeof signed>) => ({ ...row, actor: 'null' }), 'not-canonical'],
    ['another number', (row: ReturnType<typeof signed>) => ({ ...row, seq: 6 }), 'not-contiguous'],
    ['another predecessor', (row: ReturnType<typeof signed>) => ({ ...row, prevHash: Buffer.alloc(32) }), 'previous-hash-differs'],
    ['another hash', (row: ReturnType<typeof signed>) => ({ ...row, hash: Buffer.alloc(32) }), 'hash-differs'],
    ['a signature cut short', (row: ReturnType<typeof signed>) => ({ ...row, signature: row.signature.subarray(0, 63) }), 'signature-differs'],
    ['a signature of something else', (row: ReturnType<typeof signed>) => ({ ...row, signature: signHash(Buffer.alloc(32), signingKey) }), 'signature-differs'],
  ])('does not hold with %s', (_, change, fault) => {
    const row = signed({ seq: 5, id: 'a', at: 'b', businessDay: 'c', actor: null, kind: 'd', saleId: null, payload: '{}' });
    expect(rowFault(before, change(row), publicKey)).toBe(fault);
  });
});

test("another key's signature does not hold", () => {
  const other = generateKeyPairSync('ed25519').privateKey;
  const hash = genesisHash('a', 'b');
  expect(signatureHolds(hash, signHash(hash, signingKey), publicKey)).toBe(true);
  expect(signatureHolds(hash, signHash(hash, other), publicKey)).toBe(false);
});

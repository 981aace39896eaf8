/**
 * The hash chain and its signatures. Pure: node:crypto and nothing else, so that the counter, the verify command and one day the
 * head office check the same bytes.
 *
 *   hash(n) = SHA-256( hash(n−1) ‖ canonical JSON of row n's content )      hash(0) names the counter and its public key
 *   signature = Ed25519 over hash(n), on the last row of every append
 *
 * One signature covers everything before it. It stands on the last row of each append, so that an append cut in half shows: a
 * chain must end on a signed row (docs/decisions/0003-journal.md).
 */
import { createPrivateKey, createPublicKey, hash as digest, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from './canonical.ts';

/** What the hash covers; `actor` and `payload` are the canonical JSON texts as stored. */
export type RowContent = {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly businessDay: string;
  readonly actor: string | null;
  readonly kind: string;
  readonly saleId: string | null;
  readonly payload: string;
};

export type ChainLink = { readonly prevHash: Uint8Array; readonly hash: Uint8Array; readonly signature: Uint8Array | null };

/** Canonical JSON of the content, put together from the stored texts: a row is not parsed again to be hashed. */
export function contentText(row: RowContent): string {
  return (
    `{"actor":${row.actor ?? 'null'},"at":${JSON.stringify(row.at)},"businessDay":${JSON.stringify(row.businessDay)},` +
    `"id":${JSON.stringify(row.id)},"kind":${JSON.stringify(row.kind)},"payload":${row.payload},` +
    `"saleId":${JSON.stringify(row.saleId)},"seq":${row.seq}}`
  );
}

export function rowHash(prevHash: Uint8Array, row: RowContent): Buffer {
  return digest('sha256', Buffer.concat([prevHash, Buffer.from(contentText(row), 'utf8')]), 'buffer');
}

/** What the first row follows: another counter's rows, or another key, cannot be put under this journal's name. */
export function genesisHash(counterId: string, publicKeyBase64: string): Buffer {
  return digest('sha256', canonicalJson({ counterId, publicKey: publicKeyBase64 }), 'buffer');
}

/** `pkcs8` is the private key in PKCS #8 DER. */
export function signingKeyFrom(pkcs8: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
}

/** SubjectPublicKeyInfo DER, base64: what the journal's meta table and the head office hold. */
export function publicKeyText(signingKey: KeyObject): string {
  return createPublicKey(signingKey).export({ format: 'der', type: 'spki' }).toString('base64');
}

export function publicKeyFrom(text: string): KeyObject {
  return createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
}

export function signHash(hash: Uint8Array, signingKey: KeyObject): Buffer {
  return sign(null, hash, signingKey);
}

export function signatureHolds(hash: Uint8Array, signature: Uint8Array, publicKey: KeyObject): boolean {
  return signature.length === 64 && verify(null, hash, publicKey, signature);
}

export type RowFault = 'not-contiguous' | 'not-canonical' | 'previous-hash-differs' | 'hash-differs' | 'signature-differs';

/** Judges one row after the row before it; null = holds. The texts must themselves be canonical, or two contents could share a text. */
export function rowFault(before: { seq: number; hash: Uint8Array }, row: RowContent & ChainLink, publicKey: KeyObject): RowFault | null {
  if (row.seq !== before.seq + 1) return 'not-contiguous';
  if (!isCanonicalObject(row.payload) || (row.actor !== null && !isCanonicalObject(row.actor))) return 'not-canonical';
  if (!sameBytes(row.prevHash, before.hash)) return 'previous-hash-differs';
  if (!sameBytes(row.hash, rowHash(before.hash, row))) return 'hash-differs';
  if (row.signature !== null && !signatureHolds(row.hash, row.signature, publicKey)) return 'signature-differs';
  return null;
}

function isCanonicalObject(text: string): boolean {
  if (!text.startsWith('{')) return false;
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

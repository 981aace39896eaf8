/**
 * Sealing personal numbers: AES-256-GCM with a key that is not in the database. A sealed text says itself how to open it:
 * `v1.kid.iv.tag.ct`, each part base64url; `kid` names the key (first 8 bytes of its SHA-256). Version and kid are authenticated.
 */
import { createCipheriv, createDecipheriv, hash as digest, randomBytes } from 'node:crypto';
import { JournalError } from './journal-error.ts';

/** Longest text that is sealed, in characters: numbers, notes and the longest signature there can be; not documents. */
export const MAX_SEAL_CHARACTERS = 65_536;
const VERSION = 'v1';

export type Sealer = { readonly keyId: string; readonly seal: (text: string) => string; readonly unseal: (sealed: string) => string };

/** Throws when the key is not 32 bytes. */
export function createSealer(key: Uint8Array): Sealer {
  if (key.length !== 32) throw new Error('a sealing key has 32 bytes');
  const keyId = sealingKeyId(key);
  const associated = Buffer.from(`${VERSION}.${keyId}`);
  return {
    keyId,
    seal(text) {
      if (text.length > MAX_SEAL_CHARACTERS) throw new RangeError(`only ${MAX_SEAL_CHARACTERS} characters can be sealed`);
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      cipher.setAAD(associated);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [VERSION, keyId, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
    },
    unseal(sealed) {
      const { iv, tag, text } = partsOf(sealed, keyId);
      const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 });
      decipher.setAAD(associated);
      decipher.setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
      } catch {
        throw damaged('it was changed after it was sealed');
      }
    },
  };
}

export function sealingKeyId(key: Uint8Array): string {
  return digest('sha256', key, 'buffer').subarray(0, 8).toString('base64url');
}

function partsOf(sealed: string, keyId: string): { iv: Buffer; tag: Buffer; text: Buffer } {
  // AES-GCM adds no length, base64url a third: anything longer was not sealed here.
  if (sealed.length > MAX_SEAL_CHARACTERS * 6) throw damaged('it is too long');
  const [version, kid, ...rest] = sealed.split('.');
  if (version !== VERSION || kid === undefined) throw damaged('it is not of a form known here');
  if (kid !== keyId) throw new JournalError('journal.key-missing', `sealed with the key ${kid}, which is not at this counter`);
  const [iv, tag, text, ...more] = rest.map(exactBase64Url);
  if (iv?.length !== 12 || tag?.length !== 16 || text === undefined || more.length > 0) throw damaged('it is not of a form known here');
  return { iv, tag, text };
}

/** Base64 lets several texts stand for the same bytes; only the one we write is taken. */
function exactBase64Url(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw damaged('it is not of a form known here');
  return bytes;
}

function damaged(why: string): JournalError {
  return new JournalError('journal.corrupt', `a sealed number cannot be opened: ${why}`);
}

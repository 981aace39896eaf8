/** Names for what is new. Lent by the composition roots; nobody else draws random numbers. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Ids } from './counter.ts';

export function randomIds(): Ids {
  const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
  return {
    next: (prefix) => `${prefix}-${randomUUID()}`,
    randomText: (length) => [...randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join(''),
    randomDigits: (length) => Array.from({ length }, () => randomInt(10)).join(''),
  };
}

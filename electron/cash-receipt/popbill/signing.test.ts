import { webcrypto } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { bulkDigest, tokenSignature } from './signing.ts';
import { SECRET_KEY } from './test-fixtures.ts';

const BODY = Buffer.from('{"access_id":"1234567890","scope":["member","140"]}');
const DATE = '2026-03-02T05:04:09.000Z';

/** The same rule written a second time, on another implementation of the primitives. */
async function independently(secretKey: string, body: Uint8Array<ArrayBuffer>, lines: readonly string[], path: string): Promise<string> {
  const bodyDigest = Buffer.from(await webcrypto.subtle.digest('SHA-256', body)).toString('base64');
  const key = await webcrypto.subtle.importKey('raw', Buffer.from(secretKey, 'base64'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const text = `POST\n${bodyDigest}\n${lines.map((line) => `${line}\n`).join('')}2.0\n${path}`;
  return Buffer.from(await webcrypto.subtle.sign('HMAC', key, Buffer.from(text))).toString('base64');
}

describe('the signature of a token request', () => {
  it('matches vectors made with the openssl command', () => {
    expect(tokenSignature({ secretKey: SECRET_KEY, body: BODY, date: DATE, path: '/POPBILL_TEST/Token' })).toBe('W6f9bT0sLW69WKxxbvexhqwX/LEG2ozx/auARTkpDAc=');
    expect(tokenSignature({ secretKey: SECRET_KEY, body: BODY, date: DATE, forwarded: '*', path: '/POPBILL/Token' })).toBe('1flN42CITeFKzWZVJc7DjW+Qxwjn3edFHbtXyBYnG8s=');
    expect(bulkDigest(Buffer.from('{"cashbills":[]}'))).toBe('me2EVOjQ+uhiC0c1gB/Hxzlb5k8=');
  });

  it('matches a second implementation for any body, key and forwarded address', async () => {
    const keys = fc.uint8Array({ minLength: 16, maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString('base64'));
    await fc.assert(
      fc.asyncProperty(keys, fc.uint8Array({ maxLength: 200 }), fc.option(fc.ipV4()), async (secretKey, bytes, forwarded) => {
        const body = Uint8Array.from(bytes);
        const lines = forwarded === null ? [DATE] : [DATE, forwarded];
        const ours = tokenSignature({ secretKey, body, date: DATE, path: '/POPBILL_TEST/Token', ...(forwarded === null ? {} : { forwarded }) });
        expect(ours).toBe(await independently(secretKey, body, lines, '/POPBILL_TEST/Token'));
      }),
    );
  });
});

/**
 * How the authority (Linkhub) knows who asks for a token. Pure: same bytes in, same signature out.
 * The signature covers the exact bytes of the body, so the caller signs what it sends and serialises once.
 */
import { createHash, createHmac } from 'node:crypto';

export const LINKHUB_API_VERSION = '2.0';

export type TokenSigning = {
  /** Base64, as the gateway hands it out; the key is what it decodes to. */
  readonly secretKey: string;
  readonly body: Uint8Array;
  /** The value of `x-lh-date`: ISO 8601, UTC. */
  readonly date: string;
  /** The value of `x-lh-forwarded`, when that header is sent. */
  readonly forwarded?: string;
  /** `/POPBILL/Token` or `/POPBILL_TEST/Token`. */
  readonly path: string;
};

/** The text the signature covers: lines in this order, none after the path. */
export function tokenSigningText(signing: Omit<TokenSigning, 'secretKey'>): string {
  const bodyDigest = createHash('sha256').update(signing.body).digest('base64');
  const forwarded = signing.forwarded === undefined ? [] : [signing.forwarded];
  return ['POST', bodyDigest, signing.date, ...forwarded, LINKHUB_API_VERSION, signing.path].join('\n');
}

export function tokenSignature(signing: TokenSigning): string {
  return createHmac('sha256', Buffer.from(signing.secretKey, 'base64')).update(tokenSigningText(signing)).digest('base64');
}

/** `x-pb-message-digest` of a bulk issue. */
export function bulkDigest(body: Uint8Array): string {
  return createHash('sha1').update(body).digest('base64');
}

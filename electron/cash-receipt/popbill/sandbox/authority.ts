/** The authority's half of the sandbox: checks the signature of a token request, hands out tokens, reads them back. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import { z } from 'zod';

import { tokenSignature } from '../signing.ts';

import { answer, refuse, type Answer } from './answer.ts';

export type AuthorityOptions = {
  readonly linkId: string;
  /** Base64. */
  readonly secretKey: string;
  /** Business numbers that are members; absent: any ten digits. */
  readonly members?: readonly string[];
  readonly tokenLifeMs: number;
  /** How far `x-lh-date` may be from the sandbox's clock. */
  readonly dateToleranceMs: number;
};

const tokenRequest = z.object({ access_id: z.string(), scope: z.array(z.string()).min(1).max(20) });
const tokenContent = z.object({ corpNum: z.string(), serviceId: z.string(), expiresAtMs: z.number() });

export function grantToken(options: AuthorityOptions, path: string, headers: IncomingHttpHeaders, body: Buffer, nowMs: number): Answer {
  const header = (name: string): string => String(headers[name] ?? '');
  const date = header('x-lh-date');
  const [scheme, linkId, signature] = header('authorization').split(' ');
  if (header('x-lh-version') !== '2.0') return refuse(400, -99010003, '버전이 올바르지 않습니다.');
  if (scheme !== 'LINKHUB' || linkId !== options.linkId) return refuse(401, -99010001, '링크아이디를 확인할 수 없습니다.');
  if (!(Math.abs(Date.parse(date) - nowMs) <= options.dateToleranceMs)) return refuse(400, -99010004, '요청 시각이 유효하지 않습니다.');
  const forwarded = headers['x-lh-forwarded'] === undefined ? {} : { forwarded: header('x-lh-forwarded') };
  const expected = tokenSignature({ secretKey: options.secretKey, body, date, path, ...forwarded });
  if (!sameText(expected, signature ?? '')) return refuse(401, -99010007, '서명이 일치하지 않습니다.');
  const asked = tokenRequest.safeParse(parse(body));
  if (!asked.success) return refuse(400, -99010005, '요청 본문이 올바르지 않습니다.');
  const { access_id: corpNum, scope } = asked.data;
  if (!/^\d{10}$/.test(corpNum) || options.members?.includes(corpNum) === false) return refuse(400, -10010006, '연동회원이 아닙니다.');
  if (!scope.includes('140')) return refuse(403, -99010006, '현금영수증 권한이 요청되지 않았습니다.');
  const serviceId = path.split('/')[1] ?? '';
  const expiresAtMs = nowMs + options.tokenLifeMs;
  return answer({
    session_token: seal(options, { corpNum, serviceId, expiresAtMs }),
    serviceID: serviceId,
    linkID: options.linkId,
    usercode: corpNum,
    ipaddress: '127.0.0.1',
    expiration: new Date(expiresAtMs).toISOString(),
    scope,
  });
}

export type TokenReading = { readonly kind: 'member'; readonly corpNum: string } | { readonly kind: 'refused'; readonly answer: Answer };

export function readToken(options: AuthorityOptions, authorization: string | undefined, nowMs: number): TokenReading {
  if (authorization === undefined) return { kind: 'refused', answer: refuse(401, -10000034, '인증 토큰이 입력되지 않았습니다.') };
  const opened = unseal(options, authorization.replace(/^Bearer /, ''));
  if (opened === null || opened.expiresAtMs <= nowMs) return { kind: 'refused', answer: tokenExpired() };
  return { kind: 'member', corpNum: opened.corpNum };
}

export function tokenExpired(): Answer {
  return refuse(401, -10000033, '인증 토큰이 만료되었거나 해석할 수 없습니다.');
}

/** A token carries its own content, sealed with the secret, so it outlives a restart as the real ones do. */
function seal(options: AuthorityOptions, content: z.infer<typeof tokenContent>): string {
  const text = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${text}.${mac(options, text)}`;
}

function unseal(options: AuthorityOptions, token: string): z.infer<typeof tokenContent> | null {
  const [text, signature] = token.split('.');
  if (text === undefined || signature === undefined || !sameText(mac(options, text), signature)) return null;
  const content = tokenContent.safeParse(parse(Buffer.from(text, 'base64url')));
  return content.success ? content.data : null;
}

function mac(options: AuthorityOptions, text: string): string {
  return createHmac('sha256', options.secretKey).update(text).digest('base64url');
}

function sameText(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

function parse(body: Buffer): unknown {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return parsed;
  } catch {
    return undefined;
  }
}

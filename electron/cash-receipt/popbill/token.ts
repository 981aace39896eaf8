/**
 * The token the gateway's calls carry: asked for once, kept until shortly before it ends, asked for again when the
 * gateway stops taking it. Requests at the same time share one question.
 *
 * The authority refuses a question dated too far from its own clock. When it refuses, its clock is read (`GET /Time`)
 * and, if ours is off, the question is asked once more with the difference.
 */
import type { GatewayFailure, GatewayTrouble } from '../gateway.ts';

import { failureOfCode } from './codes.ts';
import { cleanMessage, decodeError, decodeTime, decodeToken, parseJson } from './decode.ts';
import type { PopbillLimits, PopbillSettings } from './settings.ts';
import { LINKHUB_API_VERSION, tokenSignature } from './signing.ts';
import { sendOverWire, trouble, type WireCall } from './wire.ts';

export type TokenOutcome =
  | { readonly kind: 'token'; readonly token: string; readonly expiresAtMs: number }
  | { readonly kind: 'refused'; readonly gatewayCode: number; readonly message: string; readonly failure: GatewayFailure }
  | { readonly kind: 'unreachable'; readonly why: GatewayTrouble };

export type ClockReading = { readonly kind: 'read'; readonly skewMs: number } | { readonly kind: 'unread'; readonly why: GatewayTrouble };

export type TokenKeeper = {
  token(deadline: AbortSignal): Promise<TokenOutcome>;
  /** The gateway no longer takes this token. A newer one is left alone. */
  forget(token: string): void;
  readClock(deadline: AbortSignal): Promise<ClockReading>;
  /** The counter's clock, corrected by what is known of the gateway's. */
  gatewayNowMs(): number;
};

export type TokenContext = {
  readonly settings: PopbillSettings;
  readonly limits: PopbillLimits;
  readonly clock: () => number;
  readonly trustedCertificates?: readonly string[];
};

/** A smaller difference is not why a question was refused. */
const SKEW_WORTH_CORRECTING_MS = 5_000;
const SCOPES = ['member', '140'] as const;

export function createTokenKeeper(context: TokenContext): TokenKeeper {
  let held: { readonly token: string; readonly expiresAtMs: number } | null = null;
  let asking: Promise<TokenOutcome> | null = null;
  let skewMs = 0;
  const gatewayNowMs = (): number => context.clock() + skewMs;

  const readClock = async (deadline: AbortSignal): Promise<ClockReading> => {
    const askedAtMs = context.clock();
    const reply = await sendOverWire({ ...wireBase(context, deadline), url: endpoint(context.settings.authUrl, '/Time'), method: 'GET', headers: {} });
    if (reply.kind !== 'reply') return { kind: 'unread', why: reply.why };
    const serverMs = reply.status === 200 ? decodeTime(reply.body) : null;
    if (serverMs === null) return { kind: 'unread', why: trouble('reply-not-understood', `clock, status ${reply.status}`) };
    skewMs = Math.round(serverMs - (askedAtMs + context.clock()) / 2);
    return { kind: 'read', skewMs };
  };

  const ask = async (deadline: AbortSignal): Promise<TokenOutcome> => {
    const first = await requestToken(context, gatewayNowMs(), deadline);
    if (first.kind !== 'refused') return first;
    const before = skewMs;
    const clock = await readClock(deadline);
    if (clock.kind === 'unread' || Math.abs(clock.skewMs - before) < SKEW_WORTH_CORRECTING_MS) return first;
    return requestToken(context, gatewayNowMs(), deadline);
  };

  const token = async (deadline: AbortSignal): Promise<TokenOutcome> => {
    if (held !== null && held.expiresAtMs - context.limits.tokenMarginMs > gatewayNowMs()) return { kind: 'token', ...held };
    asking ??= ask(deadline).finally(() => {
      asking = null;
    });
    const outcome = await asking;
    if (outcome.kind === 'token') held = { token: outcome.token, expiresAtMs: outcome.expiresAtMs };
    return outcome;
  };

  const forget = (refused: string): void => {
    if (held?.token === refused) held = null;
  };
  return { token, forget, readClock, gatewayNowMs };
}

async function requestToken(context: TokenContext, nowMs: number, deadline: AbortSignal): Promise<TokenOutcome> {
  const { settings } = context;
  const url = endpoint(settings.authUrl, `/${settings.serviceId}/Token`);
  const body = Buffer.from(JSON.stringify({ access_id: settings.businessNumber, scope: SCOPES }));
  const date = new Date(nowMs).toISOString();
  const forwarded = settings.forwarded === undefined ? {} : { forwarded: settings.forwarded };
  const signature = tokenSignature({ secretKey: settings.secretKey, body, date, path: url.pathname, ...forwarded });
  const reply = await sendOverWire({
    ...wireBase(context, deadline),
    url,
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/json',
      'x-lh-date': date,
      'x-lh-version': LINKHUB_API_VERSION,
      ...(settings.forwarded === undefined ? {} : { 'x-lh-forwarded': settings.forwarded }),
      Authorization: `LINKHUB ${settings.linkId} ${signature}`,
    },
  });
  if (reply.kind !== 'reply') return { kind: 'unreachable', why: reply.why };
  const json = parseJson(reply.body);
  const granted = reply.status === 200 ? decodeToken(json) : null;
  if (granted !== null) return { kind: 'token', ...granted };
  const refused = decodeError(json);
  if (refused === null || reply.status >= 500) return { kind: 'unreachable', why: trouble('reply-not-understood', `token, status ${reply.status}`) };
  return { kind: 'refused', gatewayCode: refused.code, message: cleanMessage(refused.message, secretsOf(settings)), failure: failureOfCode(refused.code) };
}

export function endpoint(base: string, path: string): URL {
  return new URL(path, base);
}

/** What must not come back out in a message, should the other side echo it. */
export function secretsOf(settings: PopbillSettings): readonly string[] {
  return [settings.secretKey, settings.linkId];
}

export function wireBase(
  context: TokenContext,
  deadline: AbortSignal,
): Pick<WireCall, 'connectTimeoutMs' | 'replyTimeoutMs' | 'maxReplyBytes' | 'deadline' | 'trustedCertificates'> {
  const { connectTimeoutMs, replyTimeoutMs, maxReplyBytes } = context.limits;
  const trusted = context.trustedCertificates === undefined ? {} : { trustedCertificates: context.trustedCertificates };
  return { connectTimeoutMs, replyTimeoutMs, maxReplyBytes, deadline, ...trusted };
}

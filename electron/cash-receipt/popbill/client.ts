/**
 * The Popbill client. It never decides what to do after a doubtful answer; it says exactly what is known
 * (see gateway.ts) and leaves inquiry and repetition to the queue, which has the journal.
 *
 * Within one call it repeats only one thing: a request refused because of its token, once, with a new token.
 * The key makes that safe: a second registration under it is refused.
 */
import {
  INQUIRE_MANY_MAX,
  type CancelOutcome,
  type CashReceiptGateway,
  type GatewayCancelRequest,
  type GatewayHealth,
  type GatewayIssueRequest,
  type GatewayReceipt,
  type GatewayRefusal,
  type GatewayTrouble,
  type InquireManyOutcome,
  type InquiryOutcome,
  type IssueOutcome,
} from '../gateway.ts';

import { CODE_ABSENT, failureOfCode, isKnownCode, isTokenRefused, mayExistAfter } from './codes.ts';
import { cleanMessage, decodeApproval, decodeError, decodeReceipt, parseJson, saysKeyIsFree } from './decode.ts';
import { cancelBody, cancelProblem, issueBody, issueProblem, MGT_KEY, type RequestProblem } from './encode.ts';
import { isTradeDtTaken } from './seoul-time.ts';
import { DEFAULT_POPBILL_LIMITS, popbillSettingsProblems, type PopbillSettings } from './settings.ts';
import { createTokenKeeper, endpoint, secretsOf, wireBase, type TokenContext, type TokenKeeper, type TokenOutcome } from './token.ts';
import { sendOverWire, trouble, type WireReply } from './wire.ts';

export type PopbillOptions = {
  /** Throws a TypeError at creation when `popbillSettingsProblems` finds any. */
  readonly settings: PopbillSettings;
  /** Epoch milliseconds of the counter's clock. */
  readonly clock: () => number;
  /** PEM of further authorities to trust. */
  readonly trustedCertificates?: readonly string[];
};

type Client = { readonly context: TokenContext; readonly tokens: TokenKeeper };

type Act = { readonly path: string; readonly override?: 'ISSUE' | 'REVOKEISSUE'; readonly body?: unknown };

/** `not-sent`: nothing of the act ever left. `lost`: it may have been carried out. */
type ActOutcome =
  | { readonly kind: 'reply'; readonly reply: WireReply; readonly json: unknown }
  | { readonly kind: 'no-token'; readonly refused: Extract<TokenOutcome, { kind: 'refused' }>; readonly mayExist: boolean }
  | { readonly kind: 'not-sent'; readonly why: GatewayTrouble }
  | { readonly kind: 'lost'; readonly why: GatewayTrouble };

export function createPopbillGateway(options: PopbillOptions): CashReceiptGateway {
  const problems = popbillSettingsProblems(options.settings);
  if (problems.length > 0) throw new TypeError(`gateway settings: ${problems.map(({ field, problem }) => `${field}: ${problem}`).join('; ')}`);
  const context: TokenContext = {
    settings: options.settings,
    limits: { ...DEFAULT_POPBILL_LIMITS, ...options.settings.limits },
    clock: options.clock,
    ...(options.trustedCertificates === undefined ? {} : { trustedCertificates: options.trustedCertificates }),
  };
  const client: Client = { context, tokens: createTokenKeeper(context) };
  return {
    issue: (request) => issue(client, request),
    cancel: (request) => cancel(client, request),
    inquire: (mgtKey) => inquire(client, mgtKey),
    inquireMany: (mgtKeys) => inquireMany(client, mgtKeys),
    check: () => check(client),
  };
}

async function issue(client: Client, request: GatewayIssueRequest): Promise<IssueOutcome> {
  const problem = issueProblem(request);
  if (problem !== null) return refusedHere(problem);
  const outcome = await perform(client, { path: '/Cashbill', override: 'ISSUE', body: issueBody(request) });
  const read = readRegistration(client, outcome, request.tradeDt);
  return read.kind === 'registered' ? { kind: 'issued', ...read.approval } : read;
}

async function cancel(client: Client, request: GatewayCancelRequest): Promise<CancelOutcome> {
  const problem = cancelProblem(request);
  if (problem !== null) return refusedHere(problem);
  const outcome = await perform(client, { path: '/Cashbill', override: 'REVOKEISSUE', body: cancelBody(request) });
  const read = readRegistration(client, outcome, request.tradeDt);
  return read.kind === 'registered' ? { kind: 'cancelled', ...read.approval } : read;
}

type Registration = { readonly kind: 'registered'; readonly approval: NonNullable<ReturnType<typeof decodeApproval>> } | Exclude<IssueOutcome, { kind: 'issued' }>;

function readRegistration(client: Client, outcome: ActOutcome, tradeDt: string | undefined): Registration {
  if (outcome.kind === 'not-sent') return { kind: 'unreachable', why: outcome.why };
  if (outcome.kind === 'lost') return { kind: 'unclear', why: outcome.why };
  if (outcome.kind === 'no-token') return tokenRefusal(outcome);
  const { reply, json } = outcome;
  const approval = reply.status === 200 ? decodeApproval(json) : null;
  if (approval !== null) return { kind: 'registered', approval };
  const refusal = refusalOf(client, reply, json);
  if (refusal === null) return { kind: 'unclear', why: notUnderstood(reply, json) };
  const tooOld = refusal.failure === 'rejected' && tradeDt !== undefined && !isTradeDtTaken(tradeDt, client.tokens.gatewayNowMs());
  return tooOld ? { ...refusal, failure: 'past-deadline' } : refusal;
}

async function inquire(client: Client, mgtKey: string): Promise<InquiryOutcome> {
  if (!MGT_KEY.test(mgtKey)) return refusedHere({ failure: 'rejected', message: 'the document key is not 1 to 24 of A-Z a-z 0-9 _ -' });
  const outcome = await perform(client, { path: `/Cashbill/${mgtKey}` });
  if (outcome.kind === 'not-sent' || outcome.kind === 'lost') return { kind: 'unreachable', why: outcome.why };
  if (outcome.kind === 'no-token') return tokenRefusal(outcome);
  const { reply, json } = outcome;
  if (reply.status === 200) {
    const receipt = decodeReceipt(json);
    // An answer about another document says nothing about this one.
    if (receipt?.mgtKey === mgtKey) return { kind: 'found', receipt };
    if (saysKeyIsFree(json)) return { kind: 'absent' };
  }
  const refusal = refusalOf(client, reply, json);
  if (refusal === null) return { kind: 'unreachable', why: notUnderstood(reply, json) };
  return refusal.gatewayCode === CODE_ABSENT && reply.status < 500 ? { kind: 'absent' } : refusal;
}

async function inquireMany(client: Client, mgtKeys: readonly string[]): Promise<InquireManyOutcome> {
  if (mgtKeys.length < 1 || mgtKeys.length > INQUIRE_MANY_MAX) throw new RangeError(`1 to ${INQUIRE_MANY_MAX} keys at a time`);
  if (!mgtKeys.every((mgtKey) => MGT_KEY.test(mgtKey))) return refusedHere({ failure: 'rejected', message: 'a document key is not 1 to 24 of A-Z a-z 0-9 _ -' });
  const outcome = await perform(client, { path: '/Cashbill/States', body: mgtKeys });
  if (outcome.kind === 'not-sent' || outcome.kind === 'lost') return { kind: 'unreachable', why: outcome.why };
  if (outcome.kind === 'no-token') return tokenRefusal(outcome);
  const { reply, json } = outcome;
  if (reply.status === 200 && Array.isArray(json)) {
    const asked = new Set(mgtKeys);
    const byKey = new Map<string, GatewayReceipt>();
    for (const entry of json) {
      const receipt = decodeReceipt(entry);
      if (receipt !== null && asked.has(receipt.mgtKey)) byKey.set(receipt.mgtKey, receipt);
    }
    return { kind: 'answered', found: [...byKey.values()], missing: [...asked].filter((mgtKey) => !byKey.has(mgtKey)) };
  }
  return refusalOf(client, reply, json) ?? { kind: 'unreachable', why: notUnderstood(reply, json) };
}

async function check(client: Client): Promise<GatewayHealth> {
  const deadline = AbortSignal.timeout(client.context.limits.callTimeoutMs);
  const clock = await client.tokens.readClock(deadline);
  const clockSkewMs = clock.kind === 'read' ? clock.skewMs : null;
  const token = await client.tokens.token(deadline);
  if (token.kind === 'unreachable') return { kind: 'unreachable', clockSkewMs, why: token.why };
  if (token.kind === 'refused') return { ...token, clockSkewMs };
  if (clock.kind === 'unread') return { kind: 'unreachable', clockSkewMs: null, why: clock.why };
  return { kind: 'well', clockSkewMs: clock.skewMs, tokenExpiresAtMs: token.expiresAtMs };
}

async function perform(client: Client, act: Act): Promise<ActOutcome> {
  const deadline = AbortSignal.timeout(client.context.limits.callTimeoutMs);
  const token = await client.tokens.token(deadline);
  if (token.kind === 'refused') return { kind: 'no-token', refused: token, mayExist: false };
  if (token.kind === 'unreachable') return { kind: 'not-sent', why: token.why };
  const first = await send(client, act, token.token, deadline);
  if (first.kind !== 'reply' || !isTokenRefused(first.reply.status, decodeError(first.json)?.code ?? null)) return first;
  client.tokens.forget(token.token);
  const renewed = await client.tokens.token(deadline);
  if (renewed.kind === 'refused') return { kind: 'no-token', refused: renewed, mayExist: true };
  // The first request did arrive, whatever its refusal says of it: from here on nothing is certain but an answer.
  if (renewed.kind === 'unreachable') return { kind: 'lost', why: trouble('token-not-renewed', renewed.why.code) };
  const second = await send(client, act, renewed.token, deadline);
  return second.kind === 'not-sent' ? { kind: 'lost', why: second.why } : second;
}

async function send(client: Client, act: Act, token: string, deadline: AbortSignal): Promise<ActOutcome> {
  const { settings } = client.context;
  const reply = await sendOverWire({
    ...wireBase(client.context, deadline),
    url: endpoint(settings.serviceUrl, act.path),
    method: act.body === undefined ? 'GET' : 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json;charset=utf-8',
      ...(settings.userId === undefined ? {} : { 'x-pb-userid': settings.userId }),
      ...(act.override === undefined ? {} : { 'X-HTTP-Method-Override': act.override }),
    },
    ...(act.body === undefined ? {} : { body: Buffer.from(JSON.stringify(act.body)) }),
  });
  return reply.kind === 'reply' ? { kind: 'reply', reply, json: parseJson(reply.body) } : reply;
}

/** A refusal, when the answer is one: not every error is (a 5xx whose code is unknown tells nothing). */
function refusalOf(client: Client, reply: WireReply, json: unknown): GatewayRefusal | null {
  const error = decodeError(json);
  if (error === null || (reply.status >= 300 && reply.status < 400)) return null;
  if (reply.status >= 500 && !isKnownCode(error.code)) return null;
  return {
    kind: 'refused',
    gatewayCode: error.code,
    message: cleanMessage(error.message, secretsOf(client.context.settings)),
    failure: isTokenRefused(reply.status, error.code) ? 'merchant-data' : failureOfCode(error.code),
    mayExist: mayExistAfter(reply.status, error.code),
  };
}

function tokenRefusal({ refused, mayExist }: Extract<ActOutcome, { kind: 'no-token' }>): GatewayRefusal {
  return { kind: 'refused', gatewayCode: refused.gatewayCode, message: refused.message, failure: refused.failure, mayExist };
}

function refusedHere(problem: RequestProblem): GatewayRefusal {
  return { kind: 'refused', gatewayCode: null, message: problem.message, failure: problem.failure, mayExist: false };
}

function notUnderstood(reply: WireReply, json: unknown): GatewayTrouble {
  if (reply.status >= 500) return trouble('server-error', `status ${reply.status}`);
  if (reply.status !== 200) return trouble('unexpected-status', `status ${reply.status}`);
  return json === undefined ? trouble('reply-not-json', 'status 200') : trouble('reply-not-understood', 'status 200');
}

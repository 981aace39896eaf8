/** From a request's method, path and headers to the act it asks for. */
import type { IncomingHttpHeaders } from 'node:http';

import { grantToken, readToken, type AuthorityOptions } from './authority.ts';
import { answer, OWN_CODE, refuse, type Answer } from './answer.ts';
import type { SandboxAct } from './faults.ts';
import type { Ledger, NtsVerdict } from './ledger.ts';
import { bulkState, detail, remove, search, states, status } from './lookup.ts';
import { bulkIssue, cancel, issue, type ActContext } from './registration.ts';
import { unreachable } from '../../../../domain/unreachable.ts';

export type SandboxRequest = { readonly method: string; readonly url: URL; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** `key` is the mgtKey or the submit id in the path, '' where there is none. */
export type Asked = { readonly act: SandboxAct; readonly key: string };

/** Verbs other than GET and POST travel as POST with `X-HTTP-Method-Override`. */
export function actOf(request: Omit<SandboxRequest, 'body'>): Asked {
  const override = String(request.headers['x-http-method-override'] ?? '');
  const verb = request.method === 'POST' && override !== '' ? override : request.method;
  const path = request.url.pathname;
  if (verb === 'POST' && /^\/POPBILL(_TEST)?\/Token$/.test(path)) return { act: 'token', key: '' };
  if (verb === 'GET' && path === '/Time') return { act: 'time', key: '' };
  if (path === '/Cashbill') return { act: verb === 'ISSUE' ? 'issue' : verb === 'REVOKEISSUE' ? 'cancel' : verb === 'BULKISSUE' ? 'bulk' : 'unknown', key: '' };
  if (verb === 'POST' && path === '/Cashbill/States') return { act: 'states', key: '' };
  if (verb === 'GET' && path === '/Cashbill/Search') return { act: 'search', key: '' };
  const bulk = /^\/Cashbill\/BULK\/([^/]+)\/State$/.exec(path);
  if (verb === 'GET' && bulk !== null) return { act: 'bulk-state', key: bulk[1] ?? '' };
  const key = /^\/Cashbill\/([^/]+)$/.exec(path)?.[1];
  if (key === undefined) return { act: 'unknown', key: '' };
  if (verb === 'GET') return { act: request.url.search === '?Detail' ? 'detail' : 'status', key };
  return { act: verb === 'DELETE' ? 'delete' : 'unknown', key };
}

export type ActOptions = { readonly authority: AuthorityOptions; readonly ledger: Ledger; readonly cancelNeedsNts: boolean };

/** The key the body names, for the log. */
export function keyInBody(body: Buffer): string {
  return /"mgtKey"\s*:\s*"([A-Za-z0-9_-]{1,24})"/.exec(body.subarray(0, 4096).toString('utf8'))?.[1] ?? '';
}

export function performAct(options: ActOptions, asked: Asked, request: SandboxRequest, nowMs: number, verdict: NtsVerdict | undefined): Answer {
  if (asked.act === 'time') return answer(new Date(nowMs).toISOString());
  if (asked.act === 'token') return grantToken(options.authority, request.url.pathname, request.headers, request.body, nowMs);
  const token = readToken(options.authority, request.headers.authorization, nowMs);
  if (token.kind === 'refused') return token.answer;
  const context: ActContext = {
    ledger: options.ledger,
    corpNum: token.corpNum,
    nowMs,
    cancelNeedsNts: options.cancelNeedsNts,
    ...(verdict === undefined ? {} : { verdict }),
  };
  return performMemberAct(context, asked, request);
}

function performMemberAct(context: ActContext, { act, key }: Asked, request: SandboxRequest): Answer {
  const json = request.method === 'POST' && request.body.byteLength > 0 ? parse(request.body) : null;
  if (json === undefined) return refuse(400, OWN_CODE.fields, '요청 본문이 올바른 JSON이 아닙니다.');
  switch (act) {
    case 'issue':
      return issue(context, json);
    case 'cancel':
      return cancel(context, json);
    case 'bulk':
      return bulkIssue(context, String(request.headers['x-pb-message-digest'] ?? ''), String(request.headers['x-pb-submit-id'] ?? ''), request.body, json);
    case 'status':
      return status(context, key);
    case 'detail':
      return detail(context, key);
    case 'states':
      return states(context, json);
    case 'search':
      return search(context, request.url.searchParams);
    case 'bulk-state':
      return bulkState(context, key);
    case 'delete':
      return remove(context, key);
    case 'unknown':
    case 'time':
    case 'token':
      return refuse(404, OWN_CODE.noSuchCall, '지원하지 않는 호출입니다.');
    default:
      return unreachable(act);
  }
}

function parse(body: Buffer): unknown {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return parsed;
  } catch {
    return undefined;
  }
}

/**
 * One HTTP request on one fresh connection, with one question answered for certain: did a byte of it leave?
 *
 * `fetch` cannot tell: a failure before the connection stood and a reset after the request was read look alike, and
 * it may reuse a connection the other side is closing. So the connection is made first (name, TCP, TLS) and only
 * a standing one is given to `http.request`. Everything before that is `not-sent`; everything after is either
 * a complete reply or `lost`.
 */
import type { IncomingMessage } from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { gunzip } from 'node:zlib';

import type { GatewayTrouble, TroubleCode } from '../gateway.ts';
import { http } from './http.ts';

export type WireCall = {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly connectTimeoutMs: number;
  readonly replyTimeoutMs: number;
  readonly maxReplyBytes: number;
  /** The whole call's time limit. */
  readonly deadline: AbortSignal;
  /** PEM of further authorities to trust: a merchant's own proxy, or a test. */
  readonly trustedCertificates?: readonly string[];
};

export type WireReply = { readonly kind: 'reply'; readonly status: number; readonly body: Buffer };
export type WireOutcome =
  | WireReply
  | { readonly kind: 'not-sent'; readonly why: GatewayTrouble }
  /** Bytes may have left; no complete answer came. */
  | { readonly kind: 'lost'; readonly why: GatewayTrouble };

export async function sendOverWire(call: WireCall): Promise<WireOutcome> {
  const connected = await connect(call);
  if (connected.kind === 'failed') return { kind: 'not-sent', why: connected.why };
  if (call.deadline.aborted) {
    connected.socket.destroy();
    return { kind: 'not-sent', why: trouble('call-timeout', 'the call took longer than its limit before anything was sent') };
  }
  return exchange(call, connected.socket);
}

type Connected = { readonly kind: 'connected'; readonly socket: net.Socket } | { readonly kind: 'failed'; readonly why: GatewayTrouble };

function connect(call: WireCall): Promise<Connected> {
  const { promise, resolve } = Promise.withResolvers<Connected>();
  const socket = openSocket(call);
  const readyEvent = call.url.protocol === 'https:' ? 'secureConnect' : 'connect';
  const settle = (outcome: Connected): void => {
    clearTimeout(timer);
    call.deadline.removeEventListener('abort', onDeadline);
    socket.off('close', onClose);
    if (outcome.kind === 'failed') socket.destroy();
    resolve(outcome);
  };
  const fail = (why: GatewayTrouble): void => settle({ kind: 'failed', why });
  const onDeadline = (): void => fail(trouble('call-timeout', 'the call took longer than its limit while connecting'));
  const onClose = (): void => fail(trouble('connect-failed', 'closed while connecting'));
  const timer = setTimeout(() => fail(trouble('connect-timeout', `no connection within ${call.connectTimeoutMs} ms`)), call.connectTimeoutMs);
  call.deadline.addEventListener('abort', onDeadline, { once: true });
  socket.once(readyEvent, () => settle({ kind: 'connected', socket }));
  // The handler stays for the socket's life: an error without a listener would end the process.
  socket.on('error', (error) => fail(connectTrouble(error)));
  socket.once('close', onClose);
  return promise;
}

function openSocket(call: WireCall): net.Socket {
  const host = call.url.hostname.replaceAll(/[[\]]/g, '');
  if (call.url.protocol !== 'https:') return net.connect({ host, port: Number(call.url.port || 80) });
  return tls.connect({
    host,
    port: Number(call.url.port || 443),
    ...(net.isIP(host) === 0 ? { servername: host } : {}),
    ...(call.trustedCertificates === undefined ? {} : { ca: [...tls.rootCertificates, ...call.trustedCertificates] }),
    ALPNProtocols: ['http/1.1'],
  });
}

function exchange(call: WireCall, socket: net.Socket): Promise<WireOutcome> {
  const { promise, resolve } = Promise.withResolvers<WireOutcome>();
  const settle = (outcome: WireOutcome): void => {
    clearTimeout(timer);
    call.deadline.removeEventListener('abort', onDeadline);
    socket.destroy();
    resolve(outcome);
  };
  const lose = (why: GatewayTrouble): void => settle({ kind: 'lost', why });
  const onDeadline = (): void => lose(trouble('call-timeout', 'the call took longer than its limit after it was sent'));
  const timer = setTimeout(() => lose(trouble('reply-timeout', `no complete answer within ${call.replyTimeoutMs} ms`)), call.replyTimeoutMs);
  call.deadline.addEventListener('abort', onDeadline, { once: true });
  const request = http.request({
    createConnection: () => socket,
    method: call.method,
    path: `${call.url.pathname}${call.url.search}`,
    headers: { ...call.headers, Host: call.url.host, Connection: 'close', 'Accept-Encoding': 'gzip', ...contentLength(call) },
  });
  let answering = false;
  request.once('response', (response) => {
    answering = true;
    void collect(call, response).then(settle);
  });
  request.on('error', (error) => lose(exchangeTrouble(error)));
  request.once('close', () => {
    if (!answering) lose(trouble('connection-lost', 'closed before an answer'));
  });
  request.end(call.body);
  return promise;
}

function contentLength(call: WireCall): Record<string, string> {
  return call.body === undefined ? {} : { 'Content-Length': String(call.body.byteLength) };
}

async function collect(call: WireCall, response: IncomingMessage): Promise<WireOutcome> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // A connection that ends before the promised length throws here.
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > call.maxReplyBytes) return { kind: 'lost', why: tooLarge(call) };
      chunks.push(chunk);
    }
  } catch (error) {
    return { kind: 'lost', why: exchangeTrouble(error) };
  }
  return unpack(call, response, Buffer.concat(chunks));
}

function unpack(call: WireCall, response: IncomingMessage, packed: Buffer): Promise<WireOutcome> | WireOutcome {
  const status = response.statusCode ?? 0;
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return { kind: 'reply', status, body: packed };
  if (encoding !== 'gzip') return { kind: 'lost', why: trouble('reply-not-http', 'an encoding that was not asked for') };
  const { promise, resolve } = Promise.withResolvers<WireOutcome>();
  gunzip(packed, { maxOutputLength: call.maxReplyBytes }, (error, body) => {
    if (error === null) resolve({ kind: 'reply', status, body });
    else resolve({ kind: 'lost', why: errnoOf(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(call) : trouble('reply-not-http', 'the packed answer does not unpack') });
  });
  return promise;
}

function tooLarge(call: WireCall): GatewayTrouble {
  return trouble('reply-too-large', `more than ${call.maxReplyBytes} bytes`);
}

export function trouble(code: TroubleCode, detail: string): GatewayTrouble {
  return { code, detail };
}

/** An errno or Node code such as ECONNRESET; never the message, which may carry addresses or content. */
function errnoOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unknown';
}

function connectTrouble(error: unknown): GatewayTrouble {
  const errno = errnoOf(error);
  if (errno === 'ENOTFOUND' || errno === 'EAI_AGAIN') return trouble('name-not-found', errno);
  if (errno === 'ECONNREFUSED') return trouble('connection-refused', errno);
  if (/TLS|SSL|CERT|VERIFY|SELF_SIGNED|EPROTO/.test(errno)) return trouble('tls-failed', errno);
  return trouble('connect-failed', errno);
}

function exchangeTrouble(error: unknown): GatewayTrouble {
  const errno = errnoOf(error);
  if (errno.startsWith('HPE_')) return trouble('reply-not-http', errno);
  if (errno === 'EPIPE') return trouble('write-failed', errno);
  return trouble('connection-lost', errno);
}

/**
 * A Popbill that stands on this machine: for practice mode, for tests, for showing. It follows the gateway's own
 * library on the wire (the library is driven against it in a test) and does what it is scripted to do wrong.
 * What it cannot tell is whether the real service does the same: see docs/popbill.md.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { actOf, keyInBody, performAct, type ActOptions, type Asked, type SandboxRequest } from './acts.ts';
import type { Answer } from './answer.ts';
import { tokenExpired } from './authority.ts';
import { control, pushClock, sandboxState, type ControlContext, type SandboxLogEntry, type SandboxState } from './control.ts';
import { http } from '../http.ts';
import { createFaultScript, type FaultRequest, type SandboxFault } from './faults.ts';
import { openLedger } from './ledger.ts';

export type SandboxOptions = {
  /** Epoch milliseconds; the sandbox's own clock is this plus what it was pushed. */
  readonly clock: () => number;
  readonly linkId: string;
  /** Base64. */
  readonly secretKey: string;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free one. */
  readonly port?: number;
  readonly stateFile?: string;
  /** Business numbers that are members; absent: any. */
  readonly members?: readonly string[];
  /** Default 30 minutes. */
  readonly tokenLifeMs?: number;
  /** Default 5 minutes. */
  readonly dateToleranceMs?: number;
  /** Default false. */
  readonly cancelNeedsNts?: boolean;
};

export type Sandbox = {
  readonly port: number;
  /** `http://host:port`, for both addresses of the settings. */
  readonly url: string;
  addFault(request: FaultRequest): void;
  clearFaults(): void;
  pushClock(ms: number): void;
  state(): SandboxState;
  log(): readonly SandboxLogEntry[];
  close(): Promise<void>;
};

const MAX_BODY_BYTES = 1024 * 1024;
const MAX_LOG = 500;
/** A call left without an answer is dropped after this long, so that a forgotten test does not hold it for ever. */
const HANG_MS = 10 * 60 * 1000;

type Running = { readonly acts: ActOptions; readonly control: ControlContext; readonly log: SandboxLogEntry[] };

export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const ledger = openLedger(options.stateFile);
  const faults = createFaultScript();
  const log: SandboxLogEntry[] = [];
  const nowMs = (): number => options.clock() + ledger.pushedMs();
  const authority = {
    linkId: options.linkId,
    secretKey: options.secretKey,
    tokenLifeMs: options.tokenLifeMs ?? 30 * 60 * 1000,
    dateToleranceMs: options.dateToleranceMs ?? 5 * 60 * 1000,
    ...(options.members === undefined ? {} : { members: options.members }),
  };
  const running: Running = {
    acts: { authority, ledger, cancelNeedsNts: options.cancelNeedsNts ?? false },
    control: { ledger, faults, nowMs, log: () => [...log] },
    log,
  };
  const server = http.createServer((request, response) => {
    void serve(running, request, response).catch(() => response.destroy());
  });
  server.maxConnections = 256;
  server.requestTimeout = 30_000;
  const host = options.host ?? '127.0.0.1';
  const port = await listen(server, host, options.port ?? 0);
  return {
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    addFault: (request) => {
      if (!faults.add(request)) throw new RangeError('the fault script is full');
    },
    clearFaults: () => faults.clear(),
    pushClock: (ms) => {
      if (!pushClock({ ledger }, ms)) throw new RangeError('the clock is pushed too far');
    },
    state: () => sandboxState(running.control),
    log: () => [...log],
    close: () => stop(server, () => ledger.close()),
  };
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  await promise;
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server, closeLedger: () => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
  closeLedger();
}

async function serve(running: Running, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (body === null) return send(response, { status: 413, body: { code: -1, message: 'too large' } }, false);
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const method = request.method ?? 'GET';
  if (url.pathname.startsWith('/_control')) {
    if (!isFromHere(request)) return send(response, { status: 403, body: { ok: false, error: 'from this machine only' } }, false);
    return send(response, control(running.control, method, url.pathname, body), false);
  }
  await serveAct(running, { method, url, headers: request.headers, body }, response);
}

function isFromHere(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? '';
  return (address === '::1' || address.replace('::ffff:', '').startsWith('127.')) && request.headers.origin === undefined;
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function serveAct(running: Running, request: SandboxRequest, response: ServerResponse): Promise<void> {
  const asked = actOf(request);
  const fault = running.control.faults.take(asked.act);
  if (fault?.kind === 'slow') await delay(fault.ms);
  const instead = fault === null ? null : insteadOf(fault);
  const reply = instead ?? performAct(running.acts, asked, request, running.control.nowMs(), fault?.kind === 'nts-rejects' ? fault : undefined);
  const spoiled = fault !== null && reply !== 'hang' && reply !== 'drop' ? afterwards(fault, reply) : reply;
  note(running, asked, request, spoiled, fault);
  deliver(request, response, spoiled, asked.act === 'time');
}

/** `hang`: no answer, the connection stays. `drop`: reset. Text goes out as it is; `half` breaks off in the middle. */
type Delivery = Answer | 'hang' | 'drop' | { readonly text: string } | { readonly half: Answer };

/** What is answered without doing the act, or null when it is done. */
function insteadOf(fault: SandboxFault): Answer | 'hang' | 'drop' | null {
  switch (fault.kind) {
    case 'time-out-before':
      return 'hang';
    case 'drop-before':
      return 'drop';
    case 'server-error-before':
      return { status: 500, body: { message: 'internal server error' } };
    case 'token-expired':
      return tokenExpired();
    case 'refuse':
      return { status: fault.status, body: { code: fault.code, message: fault.message } };
    default:
      return null;
  }
}

/** What becomes of an answer after the act was done. */
function afterwards(fault: SandboxFault, reply: Answer): Delivery {
  switch (fault.kind) {
    case 'time-out-after':
      return 'hang';
    case 'drop-after':
      return 'drop';
    case 'server-error-after':
      return { status: 500, body: { message: 'internal server error' } };
    case 'half-reply-after':
      return { half: reply };
    case 'wrong-json-after':
      return { text: fault.text ?? '{"code":1,"message":"' };
    case 'too-large-after':
      return { status: 200, body: { code: 1, message: 'x'.repeat(fault.bytes) } };
    default:
      return reply;
  }
}

function note(running: Running, asked: Asked, request: SandboxRequest, delivery: Delivery, fault: SandboxFault | null): void {
  const answered = typeof delivery === 'object' && 'status' in delivery ? delivery : null;
  const code: unknown = answered !== null && typeof answered.body === 'object' && answered.body !== null && 'code' in answered.body ? answered.body.code : 0;
  running.log.push({
    atMs: running.control.nowMs(),
    act: asked.act,
    mgtKey: asked.key || keyInBody(request.body),
    status: answered?.status ?? 0,
    code: typeof code === 'number' ? code : 0,
    fault: fault?.kind ?? '',
  });
  if (running.log.length > MAX_LOG) running.log.shift();
}

function deliver(request: SandboxRequest, response: ServerResponse, delivery: Delivery, plain: boolean): void {
  if (delivery === 'drop') return void response.socket?.resetAndDestroy();
  if (delivery === 'hang') {
    const timer = setTimeout(() => response.destroy(), HANG_MS);
    response.once('close', () => clearTimeout(timer));
    return;
  }
  const packs = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if ('half' in delivery) return sendHalf(response, delivery.half);
  if ('text' in delivery) return sendBytes(response, 200, Buffer.from(delivery.text), 'application/json;charset=utf-8', packs);
  if (plain && typeof delivery.body === 'string') return sendBytes(response, delivery.status, Buffer.from(delivery.body), 'text/plain', false);
  send(response, delivery, packs);
}

function send(response: ServerResponse, reply: Answer, packs: boolean): void {
  sendBytes(response, reply.status, Buffer.from(JSON.stringify(reply.body)), 'application/json;charset=utf-8', packs);
}

function sendBytes(response: ServerResponse, status: number, bytes: Buffer, type: string, packs: boolean): void {
  const body = packs ? gzipSync(bytes) : bytes;
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.byteLength, ...(packs ? { 'Content-Encoding': 'gzip' } : {}) });
  response.end(body);
}

function sendHalf(response: ServerResponse, reply: Answer): void {
  const body = Buffer.from(JSON.stringify(reply.body));
  response.writeHead(reply.status, { 'Content-Type': 'application/json;charset=utf-8', 'Content-Length': body.byteLength });
  response.write(body.subarray(0, Math.floor(body.byteLength / 2)), () => response.socket?.destroy());
}

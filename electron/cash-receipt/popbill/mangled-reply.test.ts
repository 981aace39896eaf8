/** Replies spoiled on their way: whatever arrives, "issued" is said only of a reply that says so itself. */
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { IssueOutcome } from '../gateway.ts';

import { gatewayFor, issueRequest, NOW_MS, QUICK_LIMITS, TODAY, TRADE_DT } from './test-fixtures.ts';

const BODY = JSON.stringify({ code: 1, message: '발행이 완료되었습니다.', confirmNum: 'TB0000178', tradeDate: TODAY, tradeDT: TRADE_DT });
const WHOLE = reply(BODY);
const TOKEN = reply(JSON.stringify({ session_token: 'a.b', expiration: new Date(NOW_MS + 1_800_000).toISOString() }));

function reply(body: string): Buffer {
  return Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: application/json;charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
}

let answerWith = WHOLE;
const server = net.createServer((socket) => {
  let received = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
    const end = received.indexOf('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? '0');
    if (end < 0 || received.length < end + 4 + length) return;
    socket.end(received.startsWith('POST /POPBILL_TEST/Token') ? TOKEN : answerWith);
  });
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function outcomeOf(bytes: Buffer): Promise<IssueOutcome> {
  answerWith = bytes;
  return gatewayFor(url).issue(issueRequest('sale-1'));
}

/** Reads the bytes a second way: what stands after the blank line, as JSON. */
function saysIssued(bytes: Buffer, outcome: Extract<IssueOutcome, { kind: 'issued' }>): boolean {
  const text = bytes.toString('utf8');
  const parsed: unknown = JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4));
  return typeof parsed === 'object' && parsed !== null && 'code' in parsed && parsed.code === 1 && 'confirmNum' in parsed && parsed.confirmNum === outcome.approvalNumber && 'tradeDT' in parsed && parsed.tradeDT === outcome.tradeDt;
}

const at = fc.nat({ max: WHOLE.byteLength - 1 });
const spoiled = fc.oneof(
  fc.array(fc.tuple(at, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 3 }).map((flips) => {
    const bytes = Buffer.from(WHOLE);
    for (const [index, mask] of flips) bytes.writeUInt8(bytes.readUInt8(index) ^ mask, index);
    return bytes;
  }),
  at.map((length) => WHOLE.subarray(0, length)),
  fc.tuple(at, fc.uint8Array({ minLength: 1, maxLength: 4 })).map(([index, inserted]) => Buffer.concat([WHOLE.subarray(0, index), inserted, WHOLE.subarray(index)])),
  fc.tuple(at, fc.nat({ max: 8 })).map(([index, count]) => Buffer.concat([WHOLE.subarray(0, index), WHOLE.subarray(index + count + 1)])),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
);

describe('a spoiled reply', () => {
  it('is not the whole one, which is an issue', async () => {
    expect(await outcomeOf(WHOLE)).toEqual({ kind: 'issued', approvalNumber: 'TB0000178', tradeDate: TODAY, tradeDt: TRADE_DT });
  });

  it('is never "issued" unless it still says so, and never "nothing was sent"', async () => {
    const kinds = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(spoiled, async (bytes) => {
        const outcome = await outcomeOf(bytes);
        kinds.set(outcome.kind, (kinds.get(outcome.kind) ?? 0) + 1);
        expect(outcome.kind).not.toBe('unreachable');
        if (outcome.kind === 'issued') expect(saysIssued(bytes, outcome)).toBe(true);
        if (outcome.kind === 'refused') expect(outcome.mayExist).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(kinds.get('unclear')).toBeGreaterThan(200);
  });

  it('that is an approval in all but its size is not taken, plain or packed', async () => {
    const padded = BODY.replace('}', `${' '.repeat(QUICK_LIMITS.maxReplyBytes)}}`);
    const packed = gzipSync(padded);
    const bomb = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.byteLength}\r\n\r\n`), packed]);
    for (const bytes of [reply(padded), bomb]) expect(await outcomeOf(bytes)).toMatchObject({ kind: 'unclear', why: { code: 'reply-too-large' } });
    expect(await outcomeOf(reply(BODY.replace('}', '   }')))).toMatchObject({ kind: 'issued' });
  });

  it.each([
    ['a redirect', 'HTTP/1.1 302 Found\r\nLocation: https://elsewhere.invalid/\r\nContent-Length: 0\r\n\r\n', 'unexpected-status'],
    ['another protocol', 'SSH-2.0-server\r\n', 'reply-not-http'],
    ['nothing', '', 'connection-lost'],
    ['a switch of protocols', 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n', 'connection-lost'],
    ['a created', `HTTP/1.1 201 Created\r\nContent-Length: ${Buffer.byteLength(BODY)}\r\n\r\n${BODY}`, 'unexpected-status'],
    ['an unasked-for encoding', 'HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx', 'reply-not-http'],
    ['a broken gzip', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc', 'reply-not-http'],
    ['a promise of more than is taken', 'HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\nabc', 'connection-lost'],
  ] as const)('that is %s is unclear', async (_, text, code) => {
    expect(await outcomeOf(Buffer.from(text))).toMatchObject({ kind: 'unclear', why: { code } });
  });
});

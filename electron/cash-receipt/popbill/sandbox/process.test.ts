/** The sandbox as its own process: killed without warning and started again, it still knows what it issued. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { gatewayFor, issueRequest, LINK_ID, QUICK_LIMITS, SECRET_KEY } from '../test-fixtures.ts';

type Process = { readonly child: ChildProcessByStdio<Writable, Readable, null>; readonly url: string };

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
let directory: string;
let stateFile: string;
let running: Process[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
  stateFile = join(directory, 'state.jsonl');
  running = [];
});

afterEach(async () => {
  for (const { child } of running) await kill(child);
  rmSync(directory, { recursive: true });
});

async function start(): Promise<Process> {
  const child = spawn(process.execPath, [MAIN, '--link-id', LINK_ID, '--state-file', stateFile], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, POPBILL_SANDBOX_SECRET: SECRET_KEY, EXIT_WITH_STDIN: '1' },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const ready: unknown = JSON.parse(line);
    if (typeof ready !== 'object' || ready === null || !('port' in ready) || !('ready' in ready) || ready.ready !== true) throw new Error(`not ready: ${line}`);
    const started = { child, url: `http://127.0.0.1:${Number(ready.port)}` };
    running.push(started);
    return started;
  }
  throw new Error('it ended before it was ready');
}

async function kill(child: Process['child']): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function control(url: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${url}/_control/${path}`, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
  expect(response.status).toBe(200);
  return response.json();
}

const clock = (): number => Date.now();
/** Another process answers when the machine lets it: only what must time out is hurried. */
const PATIENT = { ...QUICK_LIMITS, connectTimeoutMs: 20_000, replyTimeoutMs: 20_000, callTimeoutMs: 25_000 };
const patient = (url: string) => gatewayFor(url, { clock, settings: { limits: PATIENT } });

function request(mgtKey: string): Parameters<ReturnType<typeof gatewayFor>['issue']>[0] {
  const { tradeDt: _, ...withoutDate } = issueRequest(mgtKey);
  return withoutDate;
}

describe('a sandbox process', () => {
  it('killed after a commit whose answer was lost still has the receipt, once', async () => {
    const first = await start();
    await control(first.url, 'faults', { act: 'issue', fault: { kind: 'time-out-after' } });
    expect(await gatewayFor(first.url, { clock }).issue(request('sale-1'))).toMatchObject({ kind: 'unclear', why: { code: 'reply-timeout' } });
    await kill(first.child);

    const second = await start();
    const gateway = patient(second.url);
    expect(await gateway.inquire('sale-1')).toMatchObject({ kind: 'found', receipt: { approvalNumber: 'TB0000001', state: 'issued' } });
    expect(await gateway.issue(request('sale-1'))).toMatchObject({ kind: 'refused', failure: 'duplicate' });
    expect(await gateway.issue(request('sale-2'))).toMatchObject({ kind: 'issued', approvalNumber: 'TB0000002' });
    expect(await control(second.url, 'state')).toMatchObject({ total: 2, attempts: { 'sale-1': 2, 'sale-2': 1 } });
  });

  it('killed while it waits before the act has nothing', async () => {
    const first = await start();
    await control(first.url, 'faults', { act: 'issue', fault: { kind: 'time-out-before' } });
    expect(await gatewayFor(first.url, { clock }).issue(request('sale-1'))).toMatchObject({ kind: 'unclear' });
    await kill(first.child);
    expect(await patient((await start()).url).inquire('sale-1')).toEqual({ kind: 'absent' });
  });

  it('keeps its pushed clock and the tax office’s verdicts', async () => {
    const first = await start();
    await patient(first.url).issue(request('sale-1'));
    await control(first.url, 'nts-rejects', { mgtKey: 'sale-1', code: '1001', message: '오류' });
    await control(first.url, 'clock', { pushMs: 3 * 86_400_000 });
    await kill(first.child);
    const second = await start();
    expect(await patient(second.url).inquire('sale-1')).toMatchObject({ kind: 'found', receipt: { state: 'rejected', ntsResult: { code: '1001' } } });
  });

  it('drops a last line that a death cut off, and writes on after it', async () => {
    const first = await start();
    await patient(first.url).issue(request('sale-1'));
    await kill(first.child);
    const whole = statSync(stateFile).size;
    appendFileSync(stateFile, '{"t":"issued","receipt":{"itemKey":"0');
    const second = await start();
    expect(statSync(stateFile).size).toBe(whole);
    expect(await patient(second.url).issue(request('sale-2'))).toMatchObject({ kind: 'issued', approvalNumber: 'TB0000002' });
    await kill(second.child);
    expect(await patient((await start()).url).inquire('sale-2')).toMatchObject({ kind: 'found' });
  });

  it('writes no whole personal number into its file', async () => {
    const { url } = await start();
    await patient(url).issue(request('sale-1'));
    const text = readFileSync(stateFile, 'utf8');
    expect(text).toContain('010****5678');
    expect(text).not.toContain('01012345678');
  });

  it('ends when its stdin closes', async () => {
    const { child } = await start();
    const ended = once(child, 'exit');
    child.stdin.end();
    expect((await ended)[0]).toBe(0);
  });
});

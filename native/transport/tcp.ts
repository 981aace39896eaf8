import { connect, type Socket } from 'node:net';
import { errorCode, errorText, within } from './limit.ts';
import type { OpenOutcome, Transport, TransportEvents, TransportLimits, WriteOutcome } from './port.ts';

/** A TCP line. No reconnecting by itself: a line that dropped says so once, and its owner decides. */
export function createTcpTransport(address: { readonly host: string; readonly port: number }, limits: TransportLimits): Transport {
  let socket: Socket | undefined;
  let state: 'closed' | 'opening' | 'open' = 'closed';
  let writing = false;

  async function open(events: TransportEvents): Promise<OpenOutcome> {
    if (state !== 'closed') return { ok: false, cause: 'already-open', detail: 'the line is open already' };
    state = 'opening';
    const host = address.host.replace(/^\[|\]$/g, '');
    const line = connect({ host, port: address.port, noDelay: true });
    const outcome = await within<OpenOutcome>(connected(line), limits.openTimeoutMs, () => ({
      ok: false, cause: 'timeout', detail: `${address.host}:${address.port} did not answer within ${limits.openTimeoutMs} ms`,
    }));
    if (!outcome.ok) {
      line.on('error', () => undefined);
      line.destroy();
      state = 'closed';
      return outcome;
    }
    if (line.destroyed) {
      state = 'closed';
      return { ok: false, cause: 'io', detail: 'the line ended as soon as it was open' };
    }
    socket = line;
    state = 'open';
    watch(line, events.onData, (reason) => {
      if (socket !== line) return;
      socket = undefined;
      state = 'closed';
      events.onDropped(reason);
    });
    return outcome;
  }

  async function write(bytes: Uint8Array): Promise<WriteOutcome> {
    const line = socket;
    if (state !== 'open' || line === undefined) return { ok: false, cause: 'closed', mayHaveLeft: false, detail: 'the line is closed' };
    if (writing) return { ok: false, cause: 'busy', mayHaveLeft: false, detail: 'another write is under way' };
    if (bytes.length > limits.maxWriteBytes) return { ok: false, cause: 'too-large', mayHaveLeft: false, detail: `${bytes.length} bytes at once` };
    writing = true;
    const { promise: gone, resolve: sayGone } = Promise.withResolvers<WriteOutcome>();
    const onClose = (): void => sayGone({ ok: false, cause: 'io', mayHaveLeft: true, detail: 'the line dropped while writing' });
    line.once('close', onClose);
    try {
      const written = new Promise<WriteOutcome>((resolve) => {
        line.write(bytes, (error) => resolve(error ? { ok: false, cause: 'io', mayHaveLeft: true, detail: errorText(error) } : { ok: true }));
      });
      return await within(Promise.race([written, gone]), limits.writeTimeoutMs, () => ({
        ok: false, cause: 'timeout', mayHaveLeft: true, detail: `the device took no more bytes for ${limits.writeTimeoutMs} ms`,
      }));
    } finally {
      line.off('close', onClose);
      writing = false;
    }
  }

  async function close(): Promise<void> {
    const line = socket;
    socket = undefined;
    state = 'closed';
    if (line === undefined || line.destroyed) return;
    const ended = new Promise<void>((resolve) => line.once('close', () => resolve()));
    line.end();
    await within(ended, limits.closeTimeoutMs, () => undefined);
    line.destroy();
  }

  return { open, write, close, isOpen: () => state === 'open' };
}

function watch(line: Socket, onData: (bytes: Uint8Array) => void, onClosed: (reason: string) => void): void {
  let reason = 'the other side ended the line';
  line.on('data', onData);
  line.on('error', (error) => (reason = errorText(error)));
  // A device that ends its half is gone for us: what it has not answered it never will.
  line.on('end', () => line.destroy());
  line.on('close', () => onClosed(reason));
}

function connected(line: Socket): Promise<OpenOutcome> {
  return new Promise((resolve) => {
    line.once('connect', () => resolve({ ok: true }));
    line.once('error', (error) => resolve({ ok: false, cause: openCause(error), detail: errorText(error) }));
  });
}

function openCause(error: unknown): 'not-found' | 'refused' | 'denied' | 'timeout' | 'io' {
  switch (errorCode(error)) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
      return 'refused';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'not-found';
    case 'EACCES':
    case 'EPERM':
      return 'denied';
    case 'ETIMEDOUT':
      return 'timeout';
    default:
      return 'io';
  }
}

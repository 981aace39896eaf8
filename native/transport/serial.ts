import { access } from 'node:fs/promises';
import process from 'node:process';
import type { SerialPort } from 'serialport';
import { errorCode, errorText, within } from './limit.ts';
import type { OpenOutcome, SerialAddress, Transport, TransportEvents, TransportLimits, WriteOutcome } from './port.ts';

/**
 * How often a line is looked for under its name while it is open. A cable pulled while bytes are under way can go unnoticed by the
 * package: it reads nothing, for ever, from a device that is no longer there. On Windows a read of such a device fails, and is told.
 */
const LOOK_EVERY_MS = 500;

/**
 * A serial line through `serialport`. Each open makes a new port object: one that lived through an unplug never works
 * again. `SerialPort.write` before the port is open would queue; so it is refused here.
 */
export function createSerialTransport(address: SerialAddress, limits: TransportLimits): Transport {
  let port: SerialPort | undefined;
  let opening = false;
  let writing = false;

  async function open(events: TransportEvents): Promise<OpenOutcome> {
    if (opening || port !== undefined) return { ok: false, cause: 'already-open', detail: 'the port is open already' };
    opening = true;
    try {
      const made = await makePort(address);
      const opened = new Promise<OpenOutcome>((resolve) => {
        made.open((error) => resolve(error ? { ok: false, cause: openCause(error.message), detail: error.message } : { ok: true }));
      });
      const outcome = await within<OpenOutcome>(opened, limits.openTimeoutMs, () => ({
        ok: false, cause: 'timeout', detail: `${address.path} did not open within ${limits.openTimeoutMs} ms`,
      }));
      // A port that opens after its time limit would stay held by nobody.
      if (!outcome.ok) void opened.then((late) => late.ok && made.close());
      if (!outcome.ok) return outcome;
      port = made;
      watch(made, address.path, (detail) => {
        if (port !== made) return;
        port = undefined;
        if (made.isOpen) made.close();
        events.onDropped(detail);
      }, events.onData);
      return outcome;
    } catch (error) {
      return { ok: false, cause: 'io', detail: errorText(error) };
    } finally {
      opening = false;
    }
  }

  async function write(bytes: Uint8Array): Promise<WriteOutcome> {
    const line = port;
    if (line === undefined || !line.isOpen) return { ok: false, cause: 'closed', mayHaveLeft: false, detail: 'the port is closed' };
    if (writing) return { ok: false, cause: 'busy', mayHaveLeft: false, detail: 'another write is under way' };
    if (bytes.length > limits.maxWriteBytes) return { ok: false, cause: 'too-large', mayHaveLeft: false, detail: `${bytes.length} bytes at once` };
    writing = true;
    const { promise: gone, resolve: sayGone } = Promise.withResolvers<WriteOutcome>();
    const onClose = (): void => sayGone({ ok: false, cause: 'io', mayHaveLeft: true, detail: 'the port went away while writing' });
    line.once('close', onClose);
    try {
      const failed = (error: Error): WriteOutcome => ({ ok: false, cause: 'io', mayHaveLeft: true, detail: error.message });
      const written = new Promise<WriteOutcome>((resolve) => {
        line.write(Buffer.from(bytes), undefined, (error) => {
          if (error) resolve(failed(error));
          else line.drain((drainError) => resolve(drainError ? failed(drainError) : { ok: true }));
        });
      });
      // A slow line takes its time: ten bits a byte on top of the limit.
      const sendingMs = Math.ceil((bytes.length * 10_000) / address.baudRate);
      return await within(Promise.race([written, gone]), limits.writeTimeoutMs + sendingMs, () => ({
        ok: false, cause: 'timeout', mayHaveLeft: true, detail: `the device took no more bytes for ${limits.writeTimeoutMs} ms`,
      }));
    } finally {
      line.off('close', onClose);
      writing = false;
    }
  }

  async function close(): Promise<void> {
    const line = port;
    port = undefined;
    if (line === undefined || !line.isOpen) return;
    await within(new Promise<void>((resolve) => line.close(() => resolve())), limits.closeTimeoutMs, () => undefined);
  }

  return { open, write, close, isOpen: () => port?.isOpen === true };
}

function watch(line: SerialPort, path: string, onGone: (detail: string) => void, onData: (bytes: Uint8Array) => void): void {
  const stopLooking = process.platform === 'win32' ? () => undefined : whenGone(path, () => onGone(`${path} is no longer there`));
  line.on('data', onData);
  line.on('error', () => undefined);
  line.on('close', (error: Error | null) => {
    stopLooking();
    onGone(error ? errorText(error) : 'the port was closed');
  });
}

/** Tells that no device has this name any more. Answers how to stop looking. */
function whenGone(path: string, tell: () => void): () => void {
  const timer = setInterval(() => {
    access(path).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') tell();
    });
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function makePort(address: SerialAddress): Promise<SerialPort> {
  // Loaded when first needed: a counter without a serial device never touches the native binding.
  const { SerialPort } = await import('serialport');
  return new SerialPort({
    path: address.path,
    baudRate: address.baudRate,
    dataBits: address.dataBits,
    parity: address.parity,
    stopBits: address.stopBits,
    rtscts: address.flow === 'rtscts',
    xon: address.flow === 'xonxoff',
    xoff: address.flow === 'xonxoff',
    autoOpen: false,
  });
}

function openCause(message: string): 'not-found' | 'denied' | 'io' {
  if (/no such file|cannot find|not found/i.test(message)) return 'not-found';
  if (/permission|access denied|cannot lock|busy/i.test(message)) return 'denied';
  return 'io';
}

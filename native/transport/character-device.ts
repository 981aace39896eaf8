import { constants } from 'node:fs';
import { open as openFile, type FileHandle } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode, errorText, within } from './limit.ts';
import type { OpenOutcome, Transport, TransportEvents, TransportLimits, WriteOutcome } from './port.ts';

const POLL_MS = 10;
const READ_BYTES = 512;

/**
 * A printer-class device of the kernel (`/dev/usb/lp0`). Opened without blocking, because a printer without paper
 * blocks a writer for good; reading is polling, because a character device offers Node nothing better.
 */
export function createCharacterDeviceTransport(path: string, answers: boolean, limits: TransportLimits): Transport {
  let handle: FileHandle | undefined;
  let opening = false;
  let writing = false;
  let reading: Promise<void> = Promise.resolve();

  async function open(events: TransportEvents): Promise<OpenOutcome> {
    if (opening || handle !== undefined) return { ok: false, cause: 'already-open', detail: 'the device is open already' };
    opening = true;
    try {
      const access = answers ? constants.O_RDWR : constants.O_WRONLY;
      const opened = openFile(path, access | constants.O_NONBLOCK | constants.O_NOCTTY);
      const file = await within<FileHandle | undefined>(opened, limits.openTimeoutMs, () => undefined);
      if (file === undefined) {
        void opened.then((late) => late.close(), () => undefined);
        return { ok: false, cause: 'timeout', detail: `${path} did not open within ${limits.openTimeoutMs} ms` };
      }
      if (!(await file.stat()).isCharacterDevice()) {
        await file.close();
        return { ok: false, cause: 'io', detail: `${path} is no device` };
      }
      handle = file;
      const lost = (detail: string): void => {
        handle = undefined;
        events.onDropped(detail);
      };
      if (answers) reading = readWhile(() => handle === file, file, events.onData, lost);
      return { ok: true };
    } catch (error) {
      return { ok: false, cause: openCause(errorCode(error)), detail: errorText(error) };
    } finally {
      opening = false;
    }
  }

  async function write(bytes: Uint8Array): Promise<WriteOutcome> {
    const file = handle;
    if (file === undefined) return { ok: false, cause: 'closed', mayHaveLeft: false, detail: 'the device is closed' };
    if (writing) return { ok: false, cause: 'busy', mayHaveLeft: false, detail: 'another write is under way' };
    if (bytes.length > limits.maxWriteBytes) return { ok: false, cause: 'too-large', mayHaveLeft: false, detail: `${bytes.length} bytes at once` };
    writing = true;
    const sent = { bytes: 0, stopped: false };
    try {
      const outcome = await within<WriteOutcome>(pushAll(file, bytes, sent), limits.writeTimeoutMs, () => ({
        ok: false, cause: 'timeout', mayHaveLeft: sent.bytes > 0, detail: `the device took ${sent.bytes} of ${bytes.length} bytes`,
      }));
      return outcome;
    } finally {
      sent.stopped = true;
      writing = false;
    }
  }

  async function close(): Promise<void> {
    const file = handle;
    handle = undefined;
    if (file === undefined) return;
    await within(reading.then(() => file.close()), limits.closeTimeoutMs, () => undefined);
  }

  return { open, write, close, isOpen: () => handle !== undefined };
}

/** Until the device is closed or fails; `lost` is called when it failed, after it was closed. */
async function readWhile(isOpen: () => boolean, file: FileHandle, onData: (bytes: Uint8Array) => void, lost: (detail: string) => void): Promise<void> {
  const buffer = new Uint8Array(READ_BYTES);
  while (isOpen()) {
    try {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead > 0 && isOpen()) onData(buffer.slice(0, bytesRead));
      else await pause(POLL_MS);
    } catch (error) {
      if (errorCode(error) === 'EAGAIN') {
        await pause(POLL_MS);
        continue;
      }
      if (!isOpen()) return;
      await file.close().catch(() => undefined);
      lost(errorText(error));
    }
  }
}

async function pushAll(file: FileHandle, bytes: Uint8Array, sent: { bytes: number; stopped: boolean }): Promise<WriteOutcome> {
  while (sent.bytes < bytes.length && !sent.stopped) {
    try {
      const { bytesWritten } = await file.write(bytes, sent.bytes, bytes.length - sent.bytes, null);
      sent.bytes += bytesWritten;
    } catch (error) {
      if (errorCode(error) !== 'EAGAIN') return { ok: false, cause: 'io', mayHaveLeft: sent.bytes > 0, detail: errorText(error) };
      await pause(POLL_MS);
    }
  }
  return { ok: true };
}

function openCause(code: string): 'not-found' | 'denied' | 'io' {
  if (code === 'ENOENT' || code === 'ENODEV' || code === 'ENXIO') return 'not-found';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return 'denied';
  return 'io';
}

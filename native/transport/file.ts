import { open as openFile, type FileHandle } from 'node:fs/promises';
import { errorCode, errorText } from './limit.ts';
import type { OpenOutcome, Transport, TransportLimits, WriteOutcome } from './port.ts';

/** Appends to an ordinary file. A write has succeeded when it is on the disk (`fdatasync`), not before. */
export function createFileTransport(path: string, limits: TransportLimits): Transport {
  let handle: FileHandle | undefined;
  let opening = false;
  let writing = false;

  async function open(): Promise<OpenOutcome> {
    if (opening || handle !== undefined) return { ok: false, cause: 'already-open', detail: 'the file is open already' };
    opening = true;
    try {
      const file = await openFile(path, 'a', 0o600);
      if (!(await file.stat()).isFile()) {
        await file.close();
        return { ok: false, cause: 'io', detail: `${path} is no ordinary file` };
      }
      handle = file;
      return { ok: true };
    } catch (error) {
      const code = errorCode(error);
      const cause = code === 'ENOENT' ? 'not-found' : code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'denied' : 'io';
      return { ok: false, cause, detail: errorText(error) };
    } finally {
      opening = false;
    }
  }

  async function write(bytes: Uint8Array): Promise<WriteOutcome> {
    const file = handle;
    if (file === undefined) return { ok: false, cause: 'closed', mayHaveLeft: false, detail: 'the file is closed' };
    if (writing) return { ok: false, cause: 'busy', mayHaveLeft: false, detail: 'another write is under way' };
    if (bytes.length > limits.maxWriteBytes) return { ok: false, cause: 'too-large', mayHaveLeft: false, detail: `${bytes.length} bytes at once` };
    writing = true;
    try {
      await file.appendFile(bytes);
      await file.datasync();
      return { ok: true };
    } catch (error) {
      return { ok: false, cause: 'io', mayHaveLeft: true, detail: errorText(error) };
    } finally {
      writing = false;
    }
  }

  async function close(): Promise<void> {
    const file = handle;
    handle = undefined;
    await file?.close();
  }

  return { open, write, close, isOpen: () => handle !== undefined };
}

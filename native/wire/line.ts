/** One opened line to one device: bytes out, checked frames in, nothing kept longer than it must be. */
import type { OpenOutcome, Transport, WriteOutcome } from '../transport/port.ts';
import type { FrameReader, WireFault } from './reader.ts';

export type Heard<Frame> = Frame | WireFault | { readonly kind: 'timeout' } | { readonly kind: 'dropped'; readonly detail: string };

export type Line<Frame> = {
  write(bytes: Uint8Array): Promise<WriteOutcome>;
  /** The next frame or fault, in order of arrival; `timeout` after `timeoutMs` without one. */
  receive(timeoutMs: number): Promise<Heard<Frame>>;
  /** Ends a `receive` under way as if its time were over. */
  interrupt(): void;
  isOpen(): boolean;
  close(): Promise<void>;
};

/** A device that says more than this while nobody listens is broken; the oldest is forgotten. */
const MAX_UNREAD = 512;
/** A frame whose next byte is longer in coming than this has lost its end. */
const MAX_GAP_MS = 1_500;

export async function openLine<Frame>(
  transport: Transport,
  reader: FrameReader<Frame>,
): Promise<{ readonly ok: true; readonly line: Line<Frame> } | { readonly ok: false; readonly cause: Extract<OpenOutcome, { ok: false }>['cause']; readonly detail: string }> {
  const unread: (Frame | WireFault)[] = [];
  let dropped: string | undefined;
  let wake: (() => void) | undefined;
  let gap: NodeJS.Timeout | undefined;
  const keep = (events: readonly (Frame | WireFault)[]): void => {
    unread.push(...events);
    if (unread.length > MAX_UNREAD) unread.splice(0, unread.length - MAX_UNREAD);
    if (unread.length > 0 || dropped !== undefined) wake?.();
  };
  const opened = await transport.open({
    onData: (bytes) => {
      clearTimeout(gap);
      keep(reader.read(bytes));
      if (reader.pending() > 0) gap = setTimeout(() => keep(reader.flush()), MAX_GAP_MS);
    },
    onDropped: (detail) => {
      clearTimeout(gap);
      dropped = detail;
      keep(reader.flush());
    },
  });
  if (!opened.ok) return opened;

  async function receive(timeoutMs: number): Promise<Heard<Frame>> {
    if (unread.length === 0 && dropped === undefined && timeoutMs > 0) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, timeoutMs);
      wake = resolve;
      await promise;
      wake = undefined;
      clearTimeout(timer);
    }
    const event = unread.shift();
    if (event !== undefined) return event;
    return dropped === undefined ? { kind: 'timeout' } : { kind: 'dropped', detail: dropped };
  }

  return {
    ok: true,
    line: {
      write: (bytes) => transport.write(bytes),
      receive,
      interrupt: () => wake?.(),
      isOpen: () => dropped === undefined && transport.isOpen(),
      close: async () => {
        clearTimeout(gap);
        await transport.close();
      },
    },
  };
}

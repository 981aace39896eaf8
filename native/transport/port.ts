/**
 * What every device line looks like to a driver, whatever it is made of.
 *
 * One owner opens it, writes, listens and closes it. Nothing is queued: a write while the line is closed is refused,
 * and so is a second write while one is under way. Each act ends within a time limit.
 */
export type SerialAddress = {
  readonly kind: 'serial';
  /** `/dev/ttyS0` or `COM3`. */
  readonly path: string;
  readonly baudRate: number;
  readonly dataBits: 7 | 8;
  readonly parity: 'none' | 'even' | 'odd';
  readonly stopBits: 1 | 2;
  readonly flow: 'none' | 'rtscts' | 'xonxoff';
  readonly answers: boolean;
};

export type DeviceAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly answers: boolean }
  | SerialAddress
  /** The kernel's printer-class character device, `/dev/usb/lp0`. */
  | { readonly kind: 'usb'; readonly path: string; readonly answers: boolean }
  /** Bytes are appended to a file; nothing ever answers. */
  | { readonly kind: 'file'; readonly path: string; readonly answers: false };

export type TransportLimits = {
  readonly openTimeoutMs: number;
  readonly writeTimeoutMs: number;
  readonly closeTimeoutMs: number;
  /** One write larger than this is refused. */
  readonly maxWriteBytes: number;
};

export const DEFAULT_TRANSPORT_LIMITS: TransportLimits = {
  openTimeoutMs: 3_000,
  writeTimeoutMs: 5_000,
  closeTimeoutMs: 1_000,
  maxWriteBytes: 4 * 1024 * 1024,
};

export type OpenOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** `not-found`: no such host, port or file. `refused`: there, but nobody serves it. `already-open`: a bug of the owner's making, told gently. */
      readonly cause: 'not-found' | 'refused' | 'timeout' | 'denied' | 'already-open' | 'io';
      readonly detail: string;
    };

export type WriteOutcome =
  /** All bytes were taken over by the operating system. That is not yet printed. */
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly cause: 'closed' | 'busy' | 'too-large' | 'timeout' | 'io';
      /** True when some of the bytes may have left. False only when certainly none did. */
      readonly mayHaveLeft: boolean;
      readonly detail: string;
    };

export type TransportEvents = {
  readonly onData: (bytes: Uint8Array) => void;
  /** The line ended without `close` having been called. Called at most once per open. */
  readonly onDropped: (detail: string) => void;
};

export type Transport = {
  open(events: TransportEvents): Promise<OpenOutcome>;
  write(bytes: Uint8Array): Promise<WriteOutcome>;
  /** Ends the line; waits, bounded, until what was written has been handed over. Harmless when closed. */
  close(): Promise<void>;
  isOpen(): boolean;
};

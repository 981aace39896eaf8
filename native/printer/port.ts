/** What the rest of the counter sees of a printer. */
import type { SlipDocument } from '../../domain/slip/document.ts';

export type PrinterStatus = {
  readonly online: boolean;
  readonly coverOpen: boolean;
  readonly paper: 'enough' | 'near-end' | 'end';
  readonly cutterError: boolean;
  /** Needs service, or at least its switch. */
  readonly unrecoverableError: boolean;
  /** Clears by itself (a hot head) or by `recover`. */
  readonly recoverableError: boolean;
};

/** Why a printer cannot print now, most specific first: the order people can act in. */
export type NotReadyCause = 'printer-error' | 'cutter' | 'cover-open' | 'paper-end' | 'offline';

export type FailureCause =
  | NotReadyCause
  /** No line, or a printer that answers nothing at all. */
  | 'unreachable'
  /** The document holds what the paper cannot show; printing it again changes nothing. */
  | 'not-encodable'
  /** More jobs wait for this printer than its limit allows. */
  | 'busy'
  /** The driver was closed. */
  | 'closed';

/** What became of the drawer pulse asked for with a slip. `sent` says the printer took it; no printer says the drawer opened. */
export type DrawerPulse = 'not-asked' | 'sent' | 'not-sent' | 'unknown';

/**
 * Whether a slip came out.
 * - `confirmed`: the printer said so after the last byte, or the bytes are durable in the file they were meant for.
 * - `failed`: it did not come out whole. `bytesWritten` false: nothing left, the paper is as before; true: a piece of
 *   it may hang out of the printer. Either way a reprint is right.
 * - `unknown`: nobody can tell. Look at the printer before printing again.
 */
export type PrintOutcome =
  | {
      readonly state: 'confirmed';
      /** `process-id`: the printer echoed this job's id (GS ( H). `in-order-status`: it answered a request queued behind the slip (GS r), and was well afterwards. `file-synced`: written to a file and on the disk. */
      readonly evidence: 'process-id' | 'in-order-status' | 'file-synced';
      readonly nearEnd: boolean;
      readonly drawer: DrawerPulse;
    }
  | { readonly state: 'unknown'; readonly reason: UnknownReason; readonly detail: string; readonly drawer: DrawerPulse }
  | {
      readonly state: 'failed';
      readonly cause: FailureCause;
      readonly bytesWritten: boolean;
      readonly detail: string;
      readonly drawer: DrawerPulse;
    };

export type UnknownReason =
  /** The line ended before the printer said anything about the job. */
  | 'line-dropped'
  /** The printer stopped answering after it took the bytes. */
  | 'silent'
  /** It answers, but never said that the job was done. */
  | 'no-completion'
  /** The bytes did not all leave within the limit. */
  | 'write-timeout'
  /** This line carries nothing back (`answers=no`). */
  | 'no-back-channel';

export type DrawerOutcome =
  | { readonly state: 'sent' }
  | { readonly state: 'unknown'; readonly detail: string }
  | { readonly state: 'failed'; readonly cause: 'unreachable' | 'busy' | 'closed'; readonly detail: string };

export type StatusOutcome =
  | { readonly reachable: true; readonly status: PrinterStatus; readonly notReady: NotReadyCause | undefined }
  | { readonly reachable: false; readonly cause: 'unreachable' | 'silent' | 'no-back-channel' | 'busy' | 'closed'; readonly detail: string };

export type Printer = {
  /** Never throws for anything a printer, a cable or a document can do. */
  print(document: SlipDocument, options?: { readonly openDrawer?: boolean }): Promise<PrintOutcome>;
  /** Works without paper too: money must be reachable when the roll is empty. */
  openDrawer(): Promise<DrawerOutcome>;
  status(): Promise<StatusOutcome>;
  /** Refuses what comes later, waits for what is under way, ends the line. */
  close(): Promise<void>;
};

export type PrinterLimits = {
  readonly connectTimeoutMs: number;
  readonly writeTimeoutMs: number;
  /** For one answer to one status request. */
  readonly statusTimeoutMs: number;
  /** From the last byte written to the printer's word that the slip is out; a long slip is given more. */
  readonly completionTimeoutMs: number;
  /** How long the echo of the job's id may come after the in-order status, before the printer counts as one that has none. */
  readonly processIdGraceMs: number;
  /** Between status requests while a slip is being printed. */
  readonly pollMs: number;
  /** Requests waiting or under way. */
  readonly maxRequests: number;
};

export const DEFAULT_PRINTER_LIMITS: PrinterLimits = {
  connectTimeoutMs: 3_000,
  writeTimeoutMs: 5_000,
  statusTimeoutMs: 1_500,
  completionTimeoutMs: 12_000,
  processIdGraceMs: 800,
  pollMs: 300,
  maxRequests: 8,
};

/**
 * What the checkout sees of whatever a customer signs on: a pad on a serial line, the customer display, or nothing at all.
 *
 * A signature is strokes of points, never a picture: points are drawn live, printed as a raster and stored compactly from one source.
 * That none could be had is an ordinary answer: an approval stands without it, and a handwritten slip takes its place.
 */
export type Point = { readonly x: number; readonly y: number };

export type Signature = {
  /** The grid the points lie on: x from 0 to `width` − 1, y downwards. */
  readonly width: number;
  readonly height: number;
  /** From pen down to pen up. A dot is a stroke of one point. */
  readonly strokes: readonly (readonly Point[])[];
};

/** For drawing while the customer signs. */
export type PenEvent = { readonly kind: 'point'; readonly point: Point } | { readonly kind: 'pen-up' } | { readonly kind: 'cleared' };

/** Why there is no pad to speak of. */
export type AbsentCause =
  /** The settings name none. */
  | 'none'
  | 'unreachable'
  /** There is a line, and nobody answers on it. */
  | 'silent'
  /** The pad refused the request: it cannot do this. */
  | 'refused'
  | 'busy'
  | 'closed';

type NotDone =
  | { readonly state: 'cancelled'; readonly by: 'customer' | 'counter' }
  /** Nobody touched it within the time. */
  | { readonly state: 'time-over' }
  | { readonly state: 'absent'; readonly cause: AbsentCause; readonly detail: string }
  /** It was there, and failed before it was done. */
  | { readonly state: 'failed'; readonly reason: 'line-dropped' | 'no-answer' | 'reset'; readonly detail: string }
  /** What should be shown does not fit, or holds what the pad cannot show: a caller's mistake. */
  | { readonly state: 'invalid'; readonly detail: string };

export type SignOutcome =
  | { readonly state: 'signed'; readonly signature: Signature }
  /** Pen strokes, but too few to be a name: ask once more, then let a pen do it. */
  | { readonly state: 'empty' }
  | NotDone;
export type NumberOutcome = { readonly state: 'entered'; readonly digits: string } | NotDone;
export type ShowOutcome = { readonly state: 'shown' } | NotDone;
export type PadInfoOutcome = { readonly state: 'answers'; readonly model: string; readonly serial: string; readonly version: string } | Extract<NotDone, { state: 'absent' | 'failed' }>;

export type PadCapabilities = {
  readonly signature: boolean;
  readonly numberEntry: boolean;
  readonly messages: boolean;
  /** Characters of one line, counted in bytes of EUC-KR; 0 where lines wrap by themselves. */
  readonly lineBytes: number;
  readonly lines: number;
  /** The grid its points lie on. */
  readonly grid: { readonly width: number; readonly height: number };
  /** Whether the customer says that she is done. Where not, silence of the pen says so. */
  readonly saysDone: boolean;
};

export type SignRequest = {
  /** Up to `lines` of them: the amount, and what to do. */
  readonly lines: readonly string[];
  readonly onPen?: (event: PenEvent) => void;
};
export type NumberRequest = { readonly lines: readonly string[]; readonly maxLength: number; /** False hides the digits on the pad. */ readonly showDigits: boolean };

export type SignaturePad = {
  readonly capabilities: PadCapabilities;
  /** Never throws for anything a pad, a cable or a customer can do. */
  sign(request: SignRequest): Promise<SignOutcome>;
  askNumber(request: NumberRequest): Promise<NumberOutcome>;
  show(lines: readonly string[], seconds: number): Promise<ShowOutcome>;
  /** Ends what the customer is at; `sign` or `askNumber` then answers `cancelled` by the counter. True when there was something. */
  abort(): boolean;
  info(): Promise<PadInfoOutcome>;
  close(): Promise<void>;
};

export type PadLimits = {
  readonly connectTimeoutMs: number;
  readonly writeTimeoutMs: number;
  /** For the pad's first sign of life. */
  readonly wakeTimeoutMs: number;
  /** To the first touch of the pen. */
  readonly firstPointTimeoutMs: number;
  /** A pen that rests this long is done. */
  readonly silenceMs: number;
  /** From the first touch to the end, however often the pen comes down. */
  readonly signingTimeoutMs: number;
  readonly answerTimeoutMs: number;
  readonly numberTimeoutMs: number;
  readonly showTimeoutMs: number;
  readonly maxPoints: number;
  readonly maxRequests: number;
};

export const DEFAULT_PAD_LIMITS: PadLimits = {
  connectTimeoutMs: 3_000,
  writeTimeoutMs: 3_000,
  wakeTimeoutMs: 3_000,
  firstPointTimeoutMs: 20_000,
  silenceMs: 2_000,
  signingTimeoutMs: 60_000,
  answerTimeoutMs: 10_000,
  numberTimeoutMs: 60_000,
  showTimeoutMs: 2_000,
  maxPoints: 8_000,
  maxRequests: 4,
};

/**
 * The one owner of a KOCES pad. The line is opened for each request and closed after it: a pad that was pulled and put back is found again.
 * Every request begins with A0 and its ACK; what was under way before is gone by then.
 *
 * The pad never says that the customer is done. A pen that rests for `silenceMs` is done; then the pad is asked for its own record, which is
 * its word that the signature stands. That record is the maker's compression and is not kept: the points are the signature.
 */
import { createTransport } from '../../transport/create.ts';
import type { DeviceAddress } from '../../transport/port.ts';
import { openLine, type Heard, type Line } from '../../wire/line.ts';
import { isFault } from '../../wire/reader.ts';
import { createTurns } from '../../wire/turns.ts';
import { DEFAULT_PAD_LIMITS, type NumberOutcome, type NumberRequest, type PadInfoOutcome, type PadLimits, type ShowOutcome, type SignaturePad, type SignOutcome, type SignRequest } from '../port.ts';
import { createStrokeCollector, isEmptySignature, type StrokeCollector } from '../strokes.ts';
import { COMMANDS, createPadReader, encodePadCommand, type PadFrame } from './codec.ts';
import { decodeInfo, decodeNumber, decodeSignature, encodeNumberAsk, encodeShow, encodeSignAsk, LINE_BYTES, MAX_LINES } from './messages.ts';

/** The pad's own pictures are this size; what the points' range is the sources do not prove, so they are clamped. */
export const PAD_WIDTH = 128;
export const PAD_HEIGHT = 64;
/** Outside of this the sheet says that the signature is dropped. */
const MIN_SIGNATURE_BYTES = 10;
const MAX_SIGNATURE_BYTES = 1_536;
/** With both flags at 0 the key is not used; a key of a VAN operator has no business here. */
const NO_KEY = '0'.repeat(16);
const MAX_FRAMES = 20_000;

export type KocesPadOptions = {
  readonly address: DeviceAddress;
  readonly limits?: Partial<PadLimits>;
  /** Which pad is initialised: `99` ordinary, `13` older combined ones, `88` a large customer's. */
  readonly kind?: '99' | '13' | '88';
  readonly pointsWithoutCheck?: boolean;
  /** YYYYMMDDhhmmss, for the pad's clock. */
  readonly stamp: () => string;
};

type Bad =
  | { readonly state: 'absent'; readonly cause: 'unreachable' | 'silent' | 'refused'; readonly detail: string }
  | { readonly state: 'failed'; readonly reason: 'line-dropped' | 'no-answer' | 'reset'; readonly detail: string }
  /** Stopped before the pad had even answered. */
  | { readonly state: 'cancelled'; readonly by: 'counter' };
type Under = { readonly line: Line<PadFrame>; aborted: boolean };

export function createKocesPad(options: KocesPadOptions): SignaturePad {
  const limits: PadLimits = { ...DEFAULT_PAD_LIMITS, ...options.limits };
  const turns = createTurns(limits.maxRequests);
  let under: Under | undefined;

  async function withPad<Outcome>(act: (pad: Under) => Promise<Outcome>): Promise<Outcome | Bad> {
    const transport = createTransport(options.address, { openTimeoutMs: limits.connectTimeoutMs, writeTimeoutMs: limits.writeTimeoutMs });
    const opened = await openLine(transport, createPadReader({ pointsWithoutCheck: options.pointsWithoutCheck === true }));
    if (!opened.ok) return { state: 'absent', cause: 'unreachable', detail: opened.detail };
    const pad: Under = { line: opened.line, aborted: false };
    under = pad;
    try {
      return (await wake(pad, options.kind ?? '99', limits)) ?? (await act(pad));
    } finally {
      under = undefined;
      await pad.line.close();
    }
  }

  const absent = (why: 'busy' | 'closed') => ({ state: 'absent', cause: why, detail: why === 'busy' ? 'too many requests wait for this pad' : 'the pad was closed' }) as const;

  return {
    capabilities: { signature: true, numberEntry: true, messages: true, lineBytes: LINE_BYTES, lines: MAX_LINES, grid: { width: PAD_WIDTH, height: PAD_HEIGHT }, saysDone: false },
    sign: async (request) => {
      const asked = encodeSignAsk({ hash: '0', substitution: '0', workingKey: NO_KEY, lines: fourLines(request.lines) });
      if (!asked.ok) return { state: 'invalid', detail: asked.reason };
      return turns.take(() => withPad((pad) => sign(pad, request, encodePadCommand(COMMANDS.sign, asked.bytes), limits)), absent);
    },
    askNumber: async (request) => {
      const asked = encodeNumberAsk({ echo: request.showDigits ? '1' : '0', maxLength: String(request.maxLength).padStart(2, '0'), lines: fourLines(request.lines), seconds: '03' });
      if (!asked.ok) return { state: 'invalid', detail: asked.reason };
      return turns.take(() => withPad((pad) => askNumber(pad, request, encodePadCommand(COMMANDS.askNumber, asked.bytes), limits)), absent);
    },
    show: async (lines, seconds) => {
      const asked = encodeShow({ lines, seconds: String(seconds).padStart(2, '0') });
      if (!asked.ok) return { state: 'invalid', detail: asked.reason };
      return turns.take(() => withPad((pad) => show(pad, encodePadCommand(COMMANDS.show, asked.bytes), limits)), absent);
    },
    abort: () => {
      if (under === undefined || under.aborted) return false;
      under.aborted = true;
      under.line.interrupt();
      return true;
    },
    info: async () => {
      const told = await turns.take(() => withPad((pad) => askInfo(pad, options.stamp(), limits)), absent);
      return told.state === 'cancelled' ? { state: 'failed', reason: 'no-answer', detail: 'the pad was stopped' } : told;
    },
    close: () => turns.close(),
  };
}

/** An unused line is sent as a blank one: one left out would move those below it up. */
function fourLines(lines: readonly string[]): readonly string[] {
  return lines.length >= MAX_LINES ? lines : [...lines, ...Array.from({ length: MAX_LINES - lines.length }, () => ' ')];
}

const initialise = (kind: string): Uint8Array => encodePadCommand(COMMANDS.initialise, new Uint8Array(Buffer.from(kind, 'latin1')));

async function wake(pad: Under, kind: string, limits: PadLimits): Promise<Bad | undefined> {
  const { line } = pad;
  const written = await line.write(initialise(kind));
  if (!written.ok) return { state: 'absent', cause: 'unreachable', detail: written.detail };
  const deadline = performance.now() + limits.wakeTimeoutMs;
  for (let count = 0; count < MAX_FRAMES; count += 1) {
    const heard = await line.receive(Math.max(0, deadline - performance.now()));
    if (pad.aborted) return { state: 'cancelled', by: 'counter' };
    if (heard.kind === 'dropped') return { state: 'absent', cause: 'unreachable', detail: heard.detail };
    if (heard.kind === 'timeout' && performance.now() >= deadline) break;
    if (heard.kind !== 'command') continue;
    if (heard.command === COMMANDS.ack) return undefined;
    if (heard.command === COMMANDS.nak) return { state: 'absent', cause: 'refused', detail: 'the pad refused to be initialised' };
  }
  return { state: 'absent', cause: 'silent', detail: `the pad did not answer within ${limits.wakeTimeoutMs} ms` };
}

/** What may come to any request beside its answer. Undefined: none of this. */
function interruption(heard: Heard<PadFrame>, pad: Under): Extract<SignOutcome, { state: 'cancelled' | 'absent' | 'failed' }> | undefined {
  if (pad.aborted) return { state: 'cancelled', by: 'counter' };
  if (heard.kind === 'dropped') return { state: 'failed', reason: 'line-dropped', detail: heard.detail };
  if (heard.kind !== 'command') return undefined;
  if (heard.command === COMMANDS.cancelled) return { state: 'cancelled', by: 'customer' };
  if (heard.command === COMMANDS.nak) return { state: 'absent', cause: 'refused', detail: 'the pad refused the request: it cannot do this' };
  if (heard.command === COMMANDS.escape) return { state: 'failed', reason: 'reset', detail: 'the pad began anew' };
  return undefined;
}

/** After anything but an ordinary end the pad is told to stop, so that it does not ask the next customer. */
async function putDown(pad: Under): Promise<void> {
  if (pad.line.isOpen()) await pad.line.write(encodePadCommand(COMMANDS.stopSigning));
}

async function sign(pad: Under, { onPen }: SignRequest, ask: Uint8Array, limits: PadLimits): Promise<SignOutcome> {
  const written = await pad.line.write(ask);
  if (!written.ok) return { state: 'failed', reason: 'line-dropped', detail: written.detail };
  const strokes = createStrokeCollector(PAD_WIDTH, PAD_HEIGHT, limits.maxPoints);
  const ended = await followPen(pad, strokes, onPen, limits);
  if (ended !== 'done') {
    await putDown(pad);
    return ended;
  }
  const signature = strokes.signature();
  if (isEmptySignature(signature)) {
    await putDown(pad);
    return { state: 'empty' };
  }
  const record = await handOver(pad, limits);
  return record === 'stands' ? { state: 'signed', signature } : record;
}

/** Until the pen rests. The last time a point came decides, not how the reads were cut. */
async function followPen(pad: Under, strokes: StrokeCollector, onPen: SignRequest['onPen'], limits: PadLimits): Promise<'done' | Exclude<SignOutcome, { state: 'signed' }>> {
  const startedAt = performance.now();
  let touchedAt: number | undefined;
  let firstAt: number | undefined;
  let points = 0;
  for (let count = 0; count < MAX_FRAMES; count += 1) {
    // One point alone may be a sleeve: the pen's silence counts from the second on.
    const resting = points >= 2 && touchedAt !== undefined ? touchedAt + limits.silenceMs : startedAt + limits.firstPointTimeoutMs;
    const deadline = firstAt === undefined ? resting : Math.min(resting, firstAt + limits.signingTimeoutMs);
    const heard = await pad.line.receive(Math.max(0, deadline - performance.now()));
    const broken = interruption(heard, pad);
    if (broken) return broken;
    if (heard.kind === 'timeout') {
      if (performance.now() < deadline) continue;
      return points >= 2 ? 'done' : points === 1 ? { state: 'empty' } : { state: 'time-over' };
    }
    if (isFault(heard) || heard.kind === 'command' || heard.kind === 'dropped') continue;
    touchedAt = performance.now();
    const event = heard.kind === 'point' ? ({ kind: 'point', point: { x: Math.min(heard.x, PAD_WIDTH - 1), y: Math.min(heard.y, PAD_HEIGHT - 1) } } as const) : ({ kind: 'pen-up' } as const);
    if (!strokes.add(event)) return 'done';
    if (event.kind === 'point') {
      firstAt ??= touchedAt;
      points += 1;
    }
    onPen?.(event);
  }
  return 'done';
}

/** Points still on their way are passed over until the pad's record comes. */
async function handOver(pad: Under, limits: PadLimits): Promise<'stands' | Exclude<SignOutcome, { state: 'signed' }>> {
  const heard = await request(pad, encodePadCommand(COMMANDS.handOver), COMMANDS.signature, limits.answerTimeoutMs);
  if (heard.state !== 'answered') return heard;
  const record = decodeSignature(heard.data);
  const stands = record !== undefined && record.size >= MIN_SIGNATURE_BYTES && record.size <= MAX_SIGNATURE_BYTES;
  await pad.line.write(encodePadCommand(stands ? COMMANDS.eot : COMMANDS.nak));
  return stands ? 'stands' : { state: 'empty' };
}

type Answered = { readonly state: 'answered'; readonly data: Uint8Array };

async function request(pad: Under, bytes: Uint8Array, answer: number, timeoutMs: number): Promise<Answered | Extract<SignOutcome, { state: 'cancelled' | 'absent' | 'failed' }>> {
  const written = await pad.line.write(bytes);
  if (!written.ok) return { state: 'failed', reason: 'line-dropped', detail: written.detail };
  const deadline = performance.now() + timeoutMs;
  for (let count = 0; count < MAX_FRAMES; count += 1) {
    const heard = await pad.line.receive(Math.max(0, deadline - performance.now()));
    const broken = interruption(heard, pad);
    if (broken) {
      if (broken.state === 'cancelled' && broken.by === 'counter') await putDown(pad);
      return broken;
    }
    if (heard.kind === 'timeout' && performance.now() >= deadline) break;
    if (heard.kind === 'command' && heard.command === answer) return { state: 'answered', data: heard.data };
  }
  await putDown(pad);
  return { state: 'failed', reason: 'no-answer', detail: `no answer within ${timeoutMs} ms` };
}

async function askNumber(pad: Under, { maxLength }: NumberRequest, ask: Uint8Array, limits: PadLimits): Promise<NumberOutcome> {
  const heard = await request(pad, ask, COMMANDS.number, limits.numberTimeoutMs);
  if (heard.state === 'failed' && heard.reason === 'no-answer') return { state: 'time-over' };
  if (heard.state !== 'answered') return heard;
  const entered = decodeNumber(heard.data);
  await pad.line.write(encodePadCommand(COMMANDS.eot));
  if (entered === undefined || entered.length > maxLength) return { state: 'failed', reason: 'no-answer', detail: 'the pad sent no number, or one longer than was asked for' };
  return { state: 'entered', digits: entered.number };
}

async function show(pad: Under, ask: Uint8Array, limits: PadLimits): Promise<ShowOutcome> {
  const heard = await request(pad, ask, COMMANDS.shown, limits.showTimeoutMs);
  return heard.state === 'answered' ? { state: 'shown' } : heard;
}

async function askInfo(pad: Under, stamp: string, limits: PadLimits): Promise<PadInfoOutcome | Extract<SignOutcome, { state: 'cancelled' }>> {
  const heard = await request(pad, encodePadCommand(COMMANDS.askInfo, new Uint8Array(Buffer.from(stamp, 'latin1'))), COMMANDS.info, limits.answerTimeoutMs);
  if (heard.state !== 'answered') return heard;
  const info = decodeInfo(heard.data);
  if (info === undefined) return { state: 'failed', reason: 'no-answer', detail: 'the pad’s information is too short' };
  return { state: 'answers', model: info.deviceNo.slice(0, 16).trim(), serial: info.serial, version: info.version };
}

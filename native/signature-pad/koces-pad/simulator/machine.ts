/** A KOCES pad and the customer before it, as the protocol sheet tells them. */
import { isFault } from '../../../wire/reader.ts';
import { COMMANDS, createPadReader, encodePadCommand, encodePadPoint, PEN_UP, type PadFrame } from '../codec.ts';
import { decodeNumberAsk, decodeShow, decodeSignAsk, encodeInfo, encodeNumber, encodeSignature } from '../messages.ts';

export type PadScript = {
  readonly customer:
    | 'signs'
    /** One touch of a sleeve. */
    | 'touches'
    /** Many points, all in one place. */
    | 'dots'
    | 'cancels'
    /** Begins, then cancels. */
    | 'begins-and-cancels'
    | 'walks-off';
  readonly pad:
    | 'well'
    /** Says nothing to A0. */
    | 'silent'
    | 'refuses'
    /** Its record is too short to be a signature. */
    | 'short-record'
    | 'long-record'
    /** Takes the signature and never hands it over. */
    | 'keeps-record'
    | 'resets';
  readonly number: string;
  readonly customerMs: number;
  /** Between two points. */
  readonly pointMs: number;
  readonly pieces: 'whole' | 'bytes' | 'glued';
  readonly damage: 'none' | 'one-point' | 'record';
  readonly dropAt: 'never' | 'wake' | 'request' | 'pen' | 'record';
};

export const SIGNS: PadScript = { customer: 'signs', pad: 'well', number: '01012345678', customerMs: 0, pointMs: 1, pieces: 'whole', damage: 'none', dropAt: 'never' };

const CHOICES = {
  customer: ['signs', 'touches', 'dots', 'cancels', 'begins-and-cancels', 'walks-off'],
  pad: ['well', 'silent', 'refuses', 'short-record', 'long-record', 'keeps-record', 'resets'],
  pieces: ['whole', 'bytes', 'glued'],
  damage: ['none', 'one-point', 'record'],
  dropAt: ['never', 'wake', 'request', 'pen', 'record'],
} as const satisfies { readonly [Name in keyof PadScript]?: readonly PadScript[Name][] };

/** A script from the control port; undefined when a part is not understood. */
export function parsePadScript(given: Readonly<Record<string, unknown>>): PadScript | undefined {
  for (const [name, value] of Object.entries(given)) {
    const isChoice = name in CHOICES && CHOICES[name as keyof typeof CHOICES].some((choice) => choice === value);
    const isTime = (name === 'customerMs' || name === 'pointMs') && typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 600_000;
    const isNumber = name === 'number' && typeof value === 'string' && /^\d{0,49}$/.test(value);
    if (!isChoice && !isTime && !isNumber) return undefined;
  }
  return { ...SIGNS, ...given };
}

export type PadState = { readonly shown: readonly (readonly string[])[]; readonly recordsTaken: number; readonly recordsRefused: number; readonly stopped: number };

export type PadWire = { readonly send: (bytes: Uint8Array, pieces: PadScript['pieces']) => void; readonly drop: () => void; readonly after: (ms: number, act: () => void) => void; readonly cancelTimers: () => void };

/** A name, drawn in three strokes. */
export const SCRIBBLE: readonly (readonly (readonly [number, number])[])[] = [
  Array.from({ length: 24 }, (_, step) => [12 + step * 2, 32 + Math.round(14 * Math.sin(step / 2.5))] as const),
  Array.from({ length: 18 }, (_, step) => [66 + step, 16 + step * 2] as const),
  Array.from({ length: 22 }, (_, step) => [86 + Math.round(16 * Math.cos(step / 3.4)), 36 + Math.round(12 * Math.sin(step / 3.4))] as const),
];

export function createPadMachine(wire: PadWire, next: () => PadScript): { readonly receive: (bytes: Uint8Array) => void; readonly state: () => PadState } {
  const reader = createPadReader();
  let script = SIGNS;
  let signing = false;
  const shown: (readonly string[])[] = [];
  let [recordsTaken, recordsRefused, stopped] = [0, 0, 0];
  let handedOver = false;

  const send = (bytes: Uint8Array): void => wire.send(bytes, script.pieces);
  const say = (command: number, data?: Uint8Array): void => send(encodePadCommand(command, data));
  const dropIf = (at: PadScript['dropAt']): boolean => {
    if (script.dropAt === at) wire.drop();
    return script.dropAt === at;
  };

  function take(frame: Extract<PadFrame, { kind: 'command' }>): void {
    switch (frame.command) {
      case COMMANDS.initialise:
        wire.cancelTimers();
        signing = false;
        script = next();
        if (script.pad !== 'silent' && !dropIf('wake')) say(COMMANDS.ack);
        return;
      case COMMANDS.sign:
        return begin(decodeSignAsk(frame.data)?.lines, sign);
      case COMMANDS.askNumber:
        return begin(decodeNumberAsk(frame.data)?.lines, enterNumber);
      case COMMANDS.show:
        return begin(decodeShow(frame.data)?.lines, () => say(COMMANDS.shown));
      case COMMANDS.handOver:
        return signing ? handOver() : say(COMMANDS.nak);
      case COMMANDS.askInfo:
        return say(COMMANDS.info, bytesOf(encodeInfo({ deviceNo: 'KOCES-PAD-SIM', serial: '0000000001', version: '01.00', keyState: '00' })));
      case COMMANDS.stopSigning:
        wire.cancelTimers();
        signing = false;
        stopped += 1;
        return say(COMMANDS.cancelled);
      case COMMANDS.eot:
      case COMMANDS.nak:
        if (handedOver) frame.command === COMMANDS.eot ? (recordsTaken += 1) : (recordsRefused += 1);
        handedOver = false;
        return undefined;
      default:
        return say(COMMANDS.nak);
    }
  }

  function begin(lines: readonly string[] | undefined, act: () => void): void {
    if (lines === undefined || script.pad === 'refuses') return say(COMMANDS.nak);
    shown.push(lines.map((line) => line.trim()));
    if (dropIf('request')) return;
    if (script.pad === 'resets') return say(COMMANDS.escape);
    wire.after(script.customerMs, act);
  }

  function enterNumber(): void {
    if (script.customer === 'cancels') return say(COMMANDS.cancelled);
    if (script.customer !== 'walks-off') say(COMMANDS.number, bytesOf(encodeNumber(script.number)));
  }

  function sign(): void {
    signing = true;
    switch (script.customer) {
      case 'cancels':
        return say(COMMANDS.cancelled);
      case 'walks-off':
        return undefined;
      case 'touches':
        return send(encodePadPoint(40, 30));
      case 'dots':
        return draw([Array.from({ length: 12 }, (_, step) => [40 + (step % 2), 30] as const)], 0, 0);
      case 'begins-and-cancels':
        return draw(SCRIBBLE.slice(0, 1), 0, 0);
      case 'signs':
        return draw(SCRIBBLE, 0, 0);
    }
  }

  function draw(strokes: typeof SCRIBBLE, stroke: number, step: number): void {
    const point = strokes[stroke]?.[step];
    if (point) {
      const bytes = encodePadPoint(point[0], point[1]);
      // A spoilt point first: the right one follows, as the next sample of the same pen would.
      if (script.damage === 'one-point' && step === 3) send(spoilt(bytes));
      send(bytes);
      if (stroke === 1 && step === 5 && dropIf('pen')) return;
      wire.after(script.pointMs, () => draw(strokes, stroke, step + 1));
    } else if (stroke < strokes.length) {
      send(encodePadPoint(PEN_UP, PEN_UP));
      wire.after(script.pointMs, () => draw(strokes, stroke + 1, 0));
    } else if (script.customer === 'begins-and-cancels') say(COMMANDS.cancelled);
  }

  function handOver(): void {
    signing = false;
    if (script.pad === 'keeps-record') return;
    const size = script.pad === 'short-record' ? 4 : script.pad === 'long-record' ? 1_600 : 220;
    const record = encodePadCommand(COMMANDS.signature, bytesOf(encodeSignature({ version: 'KOCESSIGN  V0100', data: new Uint8Array(size).fill(0x5a), separator: '1C', hash: '' })));
    handedOver = true;
    if (script.dropAt === 'record') {
      send(record.subarray(0, 40));
      dropIf('record');
    } else send(script.damage === 'record' ? spoilt(record) : record);
  }

  return {
    receive: (bytes) => {
      for (const event of reader.read(bytes)) if (!isFault(event) && event.kind === 'command') take(event);
    },
    state: () => ({ shown, recordsTaken, recordsRefused, stopped }),
  };
}

function spoilt(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 0xff;
  return copy;
}

function bytesOf(written: ReturnType<typeof encodeNumber>): Uint8Array {
  if (!written.ok) throw new Error(written.reason);
  return written.bytes;
}

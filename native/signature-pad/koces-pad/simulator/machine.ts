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

/** `peek`: the script that would be next, without using it up: who only asks how the pad is has begun nothing. */
export type PadScripts = { readonly next: () => PadScript; readonly peek: () => PadScript };

type Machine = {
  readonly wire: PadWire;
  readonly scripts: PadScripts;
  readonly shown: (readonly string[])[];
  script: PadScript;
  signing: boolean;
  handedOver: boolean;
  recordsTaken: number;
  recordsRefused: number;
  stopped: number;
};

export function createPadMachine(wire: PadWire, scripts: PadScripts): { readonly receive: (bytes: Uint8Array) => void; readonly state: () => PadState } {
  const reader = createPadReader();
  const machine: Machine = { wire, scripts, shown: [], script: SIGNS, signing: false, handedOver: false, recordsTaken: 0, recordsRefused: 0, stopped: 0 };
  return {
    receive: (bytes) => {
      for (const event of reader.read(bytes)) if (!isFault(event) && event.kind === 'command') take(machine, event);
    },
    state: () => {
      const { shown, recordsTaken, recordsRefused, stopped } = machine;
      return { shown, recordsTaken, recordsRefused, stopped };
    },
  };
}

function send(m: Machine, bytes: Uint8Array): void {
  m.wire.send(bytes, m.script.pieces);
}

function say(m: Machine, command: number, data?: Uint8Array): void {
  send(m, encodePadCommand(command, data));
}

function dropIf(m: Machine, at: PadScript['dropAt']): boolean {
  if (m.script.dropAt === at) m.wire.drop();
  return m.script.dropAt === at;
}

function take(m: Machine, frame: Extract<PadFrame, { kind: 'command' }>): void {
  switch (frame.command) {
    case COMMANDS.initialise:
      m.wire.cancelTimers();
      m.signing = false;
      m.script = m.scripts.peek();
      if (m.script.pad !== 'silent' && !dropIf(m, 'wake')) say(m, COMMANDS.ack);
      return;
    case COMMANDS.sign:
      m.script = m.scripts.next();
      return begin(m, decodeSignAsk(frame.data)?.lines, () => sign(m));
    case COMMANDS.askNumber:
      m.script = m.scripts.next();
      return begin(m, decodeNumberAsk(frame.data)?.lines, () => enterNumber(m));
    case COMMANDS.show:
      return begin(m, decodeShow(frame.data)?.lines, () => say(m, COMMANDS.shown));
    case COMMANDS.handOver:
      return m.signing ? handOver(m) : say(m, COMMANDS.nak);
    case COMMANDS.askInfo:
      return say(m, COMMANDS.info, bytesOf(encodeInfo({ deviceNo: 'KOCES-PAD-SIM', serial: '0000000001', version: '01.00', keyState: '00' })));
    case COMMANDS.stopSigning:
      m.wire.cancelTimers();
      m.signing = false;
      m.stopped += 1;
      return say(m, COMMANDS.cancelled);
    case COMMANDS.eot:
    case COMMANDS.nak:
      if (m.handedOver && frame.command === COMMANDS.eot) m.recordsTaken += 1;
      if (m.handedOver && frame.command === COMMANDS.nak) m.recordsRefused += 1;
      m.handedOver = false;
      return undefined;
    default:
      return say(m, COMMANDS.nak);
  }
}

function begin(m: Machine, lines: readonly string[] | undefined, act: () => void): void {
  if (lines === undefined || m.script.pad === 'refuses') return say(m, COMMANDS.nak);
  m.shown.push(lines.map((line) => line.trim()));
  if (dropIf(m, 'request')) return;
  if (m.script.pad === 'resets') return say(m, COMMANDS.escape);
  m.wire.after(m.script.customerMs, act);
}

function enterNumber(m: Machine): void {
  if (m.script.customer === 'cancels') return say(m, COMMANDS.cancelled);
  if (m.script.customer !== 'walks-off') say(m, COMMANDS.number, bytesOf(encodeNumber(m.script.number)));
}

function sign(m: Machine): void {
  m.signing = true;
  switch (m.script.customer) {
    case 'cancels':
      return say(m, COMMANDS.cancelled);
    case 'walks-off':
      return undefined;
    case 'touches':
      return send(m, encodePadPoint(40, 30));
    case 'dots':
      return draw(m, [Array.from({ length: 12 }, (_, step) => [40 + (step % 2), 30] as const)], 0, 0);
    case 'begins-and-cancels':
      return draw(m, SCRIBBLE.slice(0, 1), 0, 0);
    case 'signs':
      return draw(m, SCRIBBLE, 0, 0);
  }
}

function draw(m: Machine, strokes: typeof SCRIBBLE, stroke: number, step: number): void {
  const point = strokes[stroke]?.[step];
  if (point) {
    const bytes = encodePadPoint(point[0], point[1]);
    // A spoilt point first: the right one follows, as the next sample of the same pen would.
    if (m.script.damage === 'one-point' && step === 3) send(m, spoilt(bytes));
    send(m, bytes);
    if (stroke === 1 && step === 5 && dropIf(m, 'pen')) return;
    m.wire.after(m.script.pointMs, () => draw(m, strokes, stroke, step + 1));
  } else if (stroke < strokes.length) {
    send(m, encodePadPoint(PEN_UP, PEN_UP));
    m.wire.after(m.script.pointMs, () => draw(m, strokes, stroke + 1, 0));
  } else if (m.script.customer === 'begins-and-cancels') say(m, COMMANDS.cancelled);
}

function handOver(m: Machine): void {
  m.signing = false;
  if (m.script.pad === 'keeps-record') return;
  const size = m.script.pad === 'short-record' ? 4 : m.script.pad === 'long-record' ? 1_600 : 220;
  const record = encodePadCommand(COMMANDS.signature, bytesOf(encodeSignature({ version: 'KOCESSIGN  V0100', data: new Uint8Array(size).fill(0x5a), separator: '1C', hash: '' })));
  m.handedOver = true;
  if (m.script.dropAt === 'record') {
    send(m, record.subarray(0, 40));
    dropIf(m, 'record');
  } else send(m, m.script.damage === 'record' ? spoilt(record) : record);
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
